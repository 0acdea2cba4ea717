"""What paper makes of a text."""

from bs4 import BeautifulSoup

from plugins.editions.print_text import BREAK, HEADINGS, printed_html

ADDRESS = "news/2022/zhibu/"


def printed(html: str) -> BeautifulSoup:
    """Return a text as print has it."""
    return BeautifulSoup(printed_html(html, ADDRESS), "html.parser")


def test_links_are_only_words() -> None:
    """Paper leads nowhere; the words stay."""
    text = printed('<p>见<a href="../x/">《某文》</a>。</p>')
    assert text.a is None
    assert text.get_text() == "见《某文》。"


def test_names_of_places_go() -> None:
    """Two texts on one sheet may have headings of one name."""
    assert printed('<h2 id="yi">一</h2>').find(id=True) is None


def test_headings_stand_below_the_headline() -> None:
    """A reader who listens hears what belongs to which item."""
    text = printed("<h2>一</h2><h3>二</h3><h5>三</h5>")
    assert [heading.name for heading in text.find_all(HEADINGS)] == ["h3", "h4", "h6"]


def test_pictures_are_named_by_their_place_in_the_site() -> None:
    """One document holds texts that stood on many pages."""
    image = '<img src="../../../images/2022/a.jpg" srcset="b">'
    text = printed(f'<picture><source srcset="a.webp">{image}</picture>')
    assert text.source is None
    assert text.img is not None
    assert (text.img["src"], text.img.get("srcset")) == ("images/2022/a.jpg", None)


def test_the_way_back_from_a_note_goes() -> None:
    """Its arrow is to be pressed."""
    text = printed('<p>注。<a class="footnote-backref" href="#a">↩</a></p>')
    assert text.get_text() == "注。"


def test_a_line_may_end_at_a_quotation() -> None:
    """Between a word and the quotation beside it, and never before a comma."""
    text = printed("<p>实行“四级四岗”清单，“双述”“双评”。</p>").get_text()
    assert text == f"实行{BREAK}“四级四岗”{BREAK}清单，“双述”{BREAK}“双评”。"
