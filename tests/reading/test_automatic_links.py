"""First mentions of branches and organisations become links."""

import pytest
from bs4 import BeautifulSoup

from plugins.reading.automatic_links import index_names, link_names
from plugins.reading.register import Register, add_branches, add_organisations
from tests.builders import branch, day, organisation

PAGE = "news/2022/a/"
REGISTER = Register()
add_organisations(
    REGISTER,
    [
        organisation("甲局", "jia", aliases=("管理局",), in_use_until=day("2015-05")),
        organisation("甲局机关", "jiguan"),
        organisation("乙局", "yi", aliases=("管理局", "乙管"), in_use_from=day("2015-06")),
        organisation("丙委", "bing", aliases=("老委",)),
        organisation("丁委", "ding", aliases=("老委",)),
        organisation("A&B公司", "ab"),
    ],
)
add_branches(REGISTER, [branch("甲局机关党支部", "zhibu", aliases=("某支部",))])
INDEX = index_names(REGISTER)


def linked(body: str, when: str = "2022-03-09", by_hand: set[str] | None = None) -> str:
    """Return a body with its links written as `[name→slug]`."""
    html, _ = link_names(body, INDEX, day(when), PAGE, by_hand or set())
    page = BeautifulSoup(html, "html.parser")
    for link in page.find_all("a", class_="entity-link"):
        slug = str(link["href"]).rstrip("/").rpartition("/")[2]
        link.replace_with(f"[{link.text}→{slug}]")
    return str(page)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>甲局开会。</p>", "<p>[甲局→jia]开会。</p>"),
        ("<p>甲局、甲局。</p>", "<p>[甲局→jia]、甲局。</p>"),
        ("<p>甲局</p><p>甲局</p>", "<p>[甲局→jia]</p><p>甲局</p>"),
        ("<p>甲局机关</p>", "<p>[甲局机关→jiguan]</p>"),
        ("<p>甲局机关党支部、甲局</p>", "<p>[甲局机关党支部→zhibu]、[甲局→jia]</p>"),
        ("<p>某支部就是甲局机关党支部</p>", "<p>[某支部→zhibu]就是甲局机关党支部</p>"),
        ("<p>老委</p>", "<p>老委</p>"),
        ("<p>《甲局简报》与甲局</p>", "<p>《甲局简报》与[甲局→jia]</p>"),
        ("<p>《甲</p><p>甲局</p>", "<p>《甲</p><p>[甲局→jia]</p>"),
        ("<li>《甲</li><li>甲局</li>", "<li>《甲</li><li>[甲局→jia]</li>"),
        ("<p>《甲《乙》甲局》甲局</p>", "<p>《甲《乙》甲局》[甲局→jia]</p>"),
        ("<h2>甲局</h2><p>甲局</p>", "<h2>甲局</h2><p>[甲局→jia]</p>"),
        ("<p><code>甲局</code>甲局</p>", "<p><code>甲局</code>[甲局→jia]</p>"),
        ('<p><a href="x">甲局</a>甲局</p>', '<p><a href="x">甲局</a>[甲局→jia]</p>'),
        ("<p><strong>甲局</strong></p>", "<p><strong>[甲局→jia]</strong></p>"),
        ("<p>甲<strong>局</strong></p>", "<p>甲<strong>局</strong></p>"),
        ('<p><img alt="甲局" src="x"/></p>', '<p><img alt="甲局" src="x"/></p>'),
        ("<p>没有名称</p>", "<p>没有名称</p>"),
    ],
)
def test_the_first_mention_is_linked(body: str, expected: str) -> None:
    """Longest name first; not in headings, links, code, titles; an ambiguous name not at all."""
    assert linked(body) == expected


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2014-01-01", "<p>[管理局→jia]</p>"),
        ("2022-03-09", "<p>[管理局→yi]</p>"),
        ("2015", "<p>管理局</p>"),
    ],
)
def test_a_short_name_is_linked_in_its_time(when: str, expected: str) -> None:
    """A date that covers both times leaves it open which is meant."""
    assert linked("<p>管理局</p>", when) == expected


def test_a_short_name_out_of_its_time_is_not_linked() -> None:
    """乙管 is in use from June 2015."""
    assert linked("<p>乙管</p>", "2015-05") == "<p>乙管</p>"


def test_what_is_linked_by_hand_is_not_linked_again() -> None:
    """Not even before that place: the editor chose where."""
    assert linked("<p>甲局</p>", by_hand={"organisations/jia/"}) == "<p>甲局</p>"


def test_what_was_linked_is_reported_in_order() -> None:
    """The pages of branches list the items that mention them."""
    _, found = link_names("<p>乙局和甲局</p>", INDEX, day("2022"), PAGE, set())
    assert found == ["organisations/yi/", "organisations/jia/"]


def test_an_empty_register_links_nothing() -> None:
    """A site without tables has plain texts."""
    index = index_names(Register())
    body = "<p>《甲局》-]^\\</p>"
    assert link_names(body, index, day("2022"), PAGE, set()) == (body, [])
