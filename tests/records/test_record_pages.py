"""Lists and records: what readers see, and what they must not see."""

from plugins.domain.record_kinds import Grid
from tests.builders import bulletin, item
from tests.records.conftest import Made, feedback, figure, made, mechanism, project


def facts_of(site: Made, path: str) -> dict[str, str]:
    """Return the facts of a page, by label."""
    facts = site.soup(path).select(".entity-facts__fact")
    return {fact.dt.get_text(strip=True): fact.dd.get_text(strip=True) for fact in facts}


def test_a_record_tells_its_facts_and_its_source(site: Made) -> None:
    """A year is a year, a unit is a link, what is empty is not there."""
    facts = facts_of(site, "projects/jia-xiang/index.html")
    assert facts == {"单位": "甲局", "类别": "窗口", "来源": "标题a0"}
    link = site.soup("projects/jia-xiang/index.html").select_one(".entity-facts a")
    assert link["href"] == "../../organisations/jia/"
    assert facts_of(site, "reviews/shuzhi/index.html")["述职年度"] == "2021年"


def test_a_long_field_is_read_as_a_text(site: Made) -> None:
    """It stands under its own heading, not among the facts."""
    soup = site.soup("projects/jia-xiang/index.html")
    assert soup.find("h2", string="成果") is not None
    assert soup.select_one(".prose p").get_text() == "做成了。"


def test_an_internal_field_needs_public_grounds(site: Made) -> None:
    """A score is shown where a row says by what right, and nowhere else."""
    assert facts_of(site, "projects/yi-xiang/index.html")["考评得分"] == "95"
    everywhere = "".join(str(site.soup(path).main) for path in site.pages)
    assert "95" in everywhere
    assert "98" not in everywhere
    assert "内部问题" not in everywhere


def test_a_list_stands_in_groups_in_the_order_that_is_declared(site: Made) -> None:
    """党委 before 窗口, what has no 类别 last; columns that nobody fills are left out."""
    soup = site.soup("projects/index.html")
    titles = [title.get_text() for title in soup.select(".roll-table__unit")]
    assert titles == ["党委", "窗口", "未注明"]
    headings = [one.get_text(strip=True) for one in soup.select(".roll-table thead th")]
    assert headings == ["项目名称", "类别", "单位", "考评得分"]
    assert soup.caption.get_text() == "书记项目，收录3个"


def test_a_list_of_ten_rows_can_be_filtered(site: Made) -> None:
    """From ten rows a reader needs a filter, below that it would be in the way."""
    assert site.soup("duties/index.html").select_one(".roll-table__filter") is not None
    assert site.soup("projects/index.html").select_one(".roll-table__filter") is None


def test_a_kind_without_groups_has_no_empty_heading() -> None:
    """On a phone the heading of a group without a name would be an empty line."""
    told = bulletin(
        item("2022/a0"),
        records=(Grid(name="网格", slug="wg", organisation="甲局", source_item="2022/a0"),),
    )
    soup = made(told).soup("grids/index.html")
    assert soup.select(".roll-table__unit") == []
    assert len(soup.select(".roll-table__row")) == 1


def test_of_problems_readers_see_totals_alone(site: Made) -> None:
    """How many and in which state; no problem, no owner, no file, no page."""
    soup = site.soup("feedback/index.html")
    told = [fact.get_text(" ", strip=True) for fact in soup.select(".entity-facts__fact")]
    assert told == ["收录 3条", "在办 2条", "办结 1条", "未注明 3条"]
    assert "逐条记录不公开" in soup.main.get_text()
    assert "路灯" not in "".join(
        str(site.soup(path)) for path in site.pages if path.endswith("html")
    )
    assert soup.select(".download-links") == []


def test_an_empty_kind_says_so_and_shows_the_figures_of_its_mechanism(site: Made) -> None:
    """A gap is shown as a gap."""
    soup = site.soup("grids/index.html")
    assert soup.select_one(".empty-state").get_text(strip=True) == "本刊尚未收录网格的记录。"
    assert "256个" in soup.main.get_text()
    assert soup.select_one(".topic-list a").get_text() == "书记项目制"
    assert "grids/grids.csv" not in site.pages


def test_a_doubt_is_told_on_its_own_page_and_in_no_list(site: Made) -> None:
    """待核 becomes a neutral 编者注."""
    telling = [
        path
        for path in site.pages
        if path.endswith("html") and "类别未写" in site.soup(path).main.get_text()
    ]
    assert telling == ["projects/yi-xiang/index.html"]
    note = site.soup(telling[0]).select_one(".editors-note")
    assert note.get_text(strip=True) == "编者注类别未写。以上待核实。"


def test_a_record_leads_to_its_mechanism_and_to_its_unit_s_other_records(site: Made) -> None:
    """Of kinds that are not public nothing is named."""
    margin = site.soup("projects/jia-xiang/index.html").select(".margin-links")
    told = [[link.get_text() for link in part.find_all("a")] for part in margin]
    assert told == [["书记项目制"], ["乙项", "述职会"]]


def test_a_sequence_is_drawn(site: Made) -> None:
    """Steps stand in the drawing and in a list."""
    soup = site.soup("practices/liubu/index.html")
    assert [one.get_text() for one in soup.select("ol.step-diagram__list li")] == [
        "认亲",
        "建档",
        "汇报",
    ]
    assert "步骤" not in facts_of(site, "practices/liubu/index.html")


def test_a_figure_in_doubt_is_told_wherever_it_shows() -> None:
    """A number that its sources contradict never stands alone."""
    told = bulletin(
        item("2022/a0"),
        mechanisms=(mechanism("甲", "jia", records=("网格",), metrics=("项目数",)),),
        figures=(figure("项目数", "2022", 1, state="待核", doubt="原文不清"),),
    )
    pages = made(told)
    for path in ("grids/index.html", "mechanisms/jia/index.html"):
        assert "原文不清" in pages.soup(path).select_one(".editors-note").get_text()


def test_a_record_whose_item_is_gone_has_no_source_link() -> None:
    """A hand-made bulletin may lack it: the page leads nowhere wrong."""
    pages = made(bulletin(records=(project("甲项", "jia"), feedback("灯", "d", "在办"))))
    assert facts_of(pages, "projects/jia/index.html") == {"单位": "甲局"}
