"""Mechanisms: each with its rules, steps, figures, records and items."""

from tests.builders import bulletin
from tests.records.conftest import Made, made, mechanism

PAGE = "mechanisms/shuji-xiangmu/index.html"


def section_of(site: Made, title: str) -> list[str]:
    """Return the texts of the links under a heading of the page."""
    heading = site.soup(PAGE).find("h2", string=title)
    return [link.get_text(strip=True) for link in heading.find_parent("section").find_all("a")]


def test_the_index_has_every_mechanism_under_its_category(site: Made) -> None:
    """Categories and mechanisms stand in the order of the table, with their first sentence."""
    soup = site.soup("mechanisms/index.html")
    told = {
        part.h2.get_text(): [link.get_text() for link in part.find_all("a")]
        for part in soup.select("section.section")
    }
    assert told["责任"] == ["书记项目制", "另一项"]
    assert told["学习"] == ["第三项"]
    assert soup.select_one(".index-list__note").get_text() == "一句话。"


def test_the_index_leads_to_every_kind_of_record(site: Made) -> None:
    """With its count; what is not published row by row says so, what is empty too."""
    soup = site.soup("mechanisms/index.html")
    entries = soup.find("h2", string="记录").find_parent("section").select("li")
    told = {
        entry.a.get_text(): entry.select_one(".index-list__note").get_text() for entry in entries
    }
    assert told["书记项目"] == "3个"
    assert told["问题墙与回音壁"] == "3条，只公布合计"
    assert told["网格"] == "尚未收录"
    assert len(told) == 13


def test_a_mechanism_tells_its_rules_and_other_names(site: Made) -> None:
    """The rules are a list of their own."""
    soup = site.soup(PAGE)
    rules = soup.find("h2", string="要点").find_parent("section").find_all("li")
    assert [rule.get_text() for rule in rules] == ["切口小", "能落实"]
    assert soup.select_one(".entity-facts").get_text("|", strip=True) == "又称|领办制"


def test_the_drawing_tells_the_steps_of_the_list(site: Made) -> None:
    """Drawn twice, for a wide page and for a phone, and written once."""
    diagram = site.soup(PAGE).select_one(".step-diagram")
    drawn = [
        [text.get_text() for text in svg.select(".step-diagram__text")]
        for svg in diagram.find_all("svg")
    ]
    listed = [one.get_text() for one in diagram.find_all("li")]
    assert drawn == [listed, listed]
    assert listed == ["选题", "立项", "考评"]
    assert {svg.title.get_text() for svg in diagram.find_all("svg")} == {"书记项目制的步骤"}
    assert "选题；立项；考评" in diagram.desc.get_text()


def test_a_kind_is_shown_with_its_count_and_its_newest_records(site: Made) -> None:
    """Those from the mechanism's own items come first; of totals there are only totals."""
    assert section_of(site, "书记项目") == ["全部3个：书记项目", "甲项", "乙项", "丙项"]
    assert section_of(site, "问题墙与回音壁") == ["全部3条：问题墙与回音壁"]
    assert section_of(site, "网格") == ["尚未收录：网格"]


def test_a_metric_is_shown_with_its_newest_value(site: Made) -> None:
    """The row of 2022, not that of 2021; a metric without a row is left out."""
    section = site.soup(PAGE).find("h2", string="数据").find_parent("section")
    rows = section.select("tbody tr")
    assert [row.get_text("|", strip=True) for row in rows] == ["项目数|256个|截至2022年3月|全市"]
    assert rows[0].a["href"] == "../../figures/zhibiao/"


def test_its_items_are_its_sources_and_those_that_link_to_it(site: Made) -> None:
    """Newest first, twenty a page."""
    first = site.pages[PAGE].view.items
    second = site.pages["mechanisms/shuji-xiangmu/page/2/index.html"].view.items
    addresses = [row.url for row in (*first, *second)]
    assert len(first) == 20
    assert len(addresses) == len(set(addresses)) == 26
    assert "news/2022/a0/" in addresses
    assert "news/2022/a1/" not in addresses


def test_a_further_page_knows_whose_items_it_shows(site: Made) -> None:
    """Its title and breadcrumbs lead back."""
    soup = site.soup("mechanisms/shuji-xiangmu/page/2/index.html")
    assert soup.h1.get_text(strip=True) == "书记项目制：相关稿件"
    assert soup.select_one("a[href='../../../../mechanisms/shuji-xiangmu/']") is not None


def test_a_short_mechanism_has_no_empty_section() -> None:
    """One sentence and its item: nothing says that there is nothing."""
    pages = made(bulletin(mechanisms=(mechanism("甲", "jia"),)))
    soup = pages.soup("mechanisms/jia/index.html")
    assert [title.get_text() for title in soup.main.find_all(["h1", "h2"])] == ["甲"]
    assert soup.select_one(".reading__margin") is None


def test_the_margin_names_units_and_the_mechanisms_beside_it(site: Made) -> None:
    """Not itself."""
    margin = site.soup(PAGE).select(".margin-links")
    told = [[link.get_text() for link in part.find_all("a")] for part in margin]
    assert told == [["甲局"], ["另一项"]]
