"""The bar on top of every page."""

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from plugins.preview.bar import SHOWN_AT_MOST, bar, look, parts, waiting_page
from plugins.preview.state import State
from plugins.problems import Place, error, info, warning

MISTYPED = error(Place("content/news/2022/a.md", 2, 1), "unknown-key", "没有“标提”", "改成“标题”")
UNUSUAL = info(Place("content/tables/site.csv"), "bom", "有 BOM", "可以去掉")
DOUBTFUL = warning(Place("content/news/2022/b.md", 7), "long", "标题<b>太长", "缩短 & 再读")
GOOD = State(built_at="08:30:00", seconds=0.42)


def shown(state: State, *, waiting: bool = False) -> BeautifulSoup:
    """Return the bar as a browser reads it; BeautifulSoup does not look into a template."""
    text = bar(state, "f", waiting=waiting).replace("<template", "<div")
    return BeautifulSoup(text.replace("</template", "</div"), "html.parser")


def status(state: State) -> str:
    """Return what a screen reader reads out."""
    return str(shown(state).select_one("[role=status]").get_text())  # type: ignore[union-attr]


def test_a_problem_stands_with_file_line_message_and_remedy() -> None:
    """An editor needs no terminal to mend it."""
    row = shown(State((MISTYPED,))).select_one("li")
    assert row is not None
    assert row.get_text() == "错误content/news/2022/a.md 第 2 行没有“标提”怎样改：改成“标题”"


def test_a_problem_of_a_whole_file_names_no_line() -> None:
    """A line that does not exist would be looked for."""
    assert "行" not in parts(State((UNUSUAL,)))["problems"]


def test_words_of_a_problem_are_no_html() -> None:
    """A title with marks of HTML in it stays a title."""
    assert "标题<b>太长" in shown(State((DOUBTFUL,))).get_text()
    assert "缩短 & 再读" in shown(State((DOUBTFUL,))).get_text()


def test_problems_are_counted_and_errors_come_first() -> None:
    """What stops the site is not to be looked for among notes."""
    state = State((UNUSUAL, DOUBTFUL, MISTYPED))
    counts = [one.get_text() for one in shown(state).select("summary span")]
    assert counts == ["错误 1", "提醒 1", "说明 1"]
    levels = [one.get_text() for one in shown(state).select(".level")]
    assert levels == ["错误", "提醒", "说明"]


def test_of_very_many_problems_the_rest_is_counted() -> None:
    """A page must stay light."""
    many = tuple(replace(UNUSUAL, code=str(number)) for number in range(SHOWN_AT_MOST + 3))
    rows = shown(State((*many, MISTYPED))).select("li")
    assert len(rows) == SHOWN_AT_MOST + 1
    assert rows[0].select_one(".level").get_text() == "错误"  # type: ignore[union-attr]
    assert "另有 4 条" in rows[-1].get_text()


@pytest.mark.parametrize(
    ("state", "looks", "says"),
    [
        (State(), "new", "预览草稿可见"),
        (GOOD, "good", "预览草稿可见08:30:00 生成，用时 0.4 秒"),
        (replace(GOOD, problems=(DOUBTFUL,)), "good", "预览草稿可见08:30:00 生成，用时 0.4 秒"),
        (
            replace(GOOD, problems=(MISTYPED,)),
            "bad",
            "预览草稿可见有错误，这里还是 08:30:00 的网站",
        ),
        (State((MISTYPED,)), "bad", "预览草稿可见有错误，没有生成新的网站"),
    ],
)
def test_the_bar_says_what_is_shown(state: State, looks: str, says: str) -> None:
    """Whether the page is as new as the sources, and that drafts can be seen."""
    assert (look(state), status(state)) == (looks, says)


def test_what_is_being_done_is_not_read_out() -> None:
    """A number that moves would talk over everything."""
    step = shown(replace(GOOD, step="生成页面 3/9")).select_one("[aria-hidden=true]")
    assert step is not None
    assert step.get_text() == "正在生成：生成页面 3/9"


def test_without_problems_there_is_nothing_to_open() -> None:
    """An empty list would only be stumbled over."""
    assert shown(GOOD).select_one("details[hidden]")
    assert not shown(State((MISTYPED,))).select_one("details[hidden]")


def test_problems_lie_open_where_there_is_no_site() -> None:
    """There they are all there is to read."""
    assert shown(State((MISTYPED,)), waiting=True).select_one("details[open]")
    assert not shown(State((MISTYPED,))).select_one("details[open]")


def test_the_bar_asks_nobody_else() -> None:
    """All of it comes from this computer."""
    for text in (bar(State((MISTYPED,)), "f"), waiting_page(State())):
        assert "//" not in text.replace("/-/preview/", "")


def test_the_page_that_waits_says_what_for() -> None:
    """For the first build, or for the editor."""
    assert "正在生成……" in waiting_page(State())
    assert "还没有生成成功" in waiting_page(State((MISTYPED,)))
    assert "{{" not in waiting_page(State())
