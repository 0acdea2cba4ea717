"""With a fault in its head nothing is made of a text, but all else that is wrong is told too."""

import pytest

from plugins.problems import Level, Problem
from plugins.reading import Reading, TextStore, read_bulletin
from tests.conftest import WriteContent
from tests.reading.sources import BODY_LINE, COLUMNS, TODAY, item, read, told

TABLES = {
    "tables/columns.csv": COLUMNS,
    "tables/organisations.csv": (
        "单位名称,链接名,简称,启用日期,停用日期\n甲局,jia,管理局,,2020\n乙局,yi,管理局,2021,\n"
    ),
}
BODY = "[名单](../2021/xu.md)、[[不在的党支部]]、[[管理局]]\n\n![会场](../../images/2022/tu.png)\n"
OF_THE_BODY = [
    ("link-target", BODY_LINE),
    ("unknown-name", BODY_LINE),
    ("missing-file", BODY_LINE + 2),
]


def problems_of(
    write_content: WriteContent, text: str, path: str = "news/2022/a.md"
) -> list[Problem]:
    """Return what is told of a site with one text beside its tables, in the order of its lines."""
    reading = read(write_content({**TABLES, path: text}))
    assert reading.bulletin is None or not reading.bulletin.items
    return sorted(reading.problems, key=lambda one: one.place.line or 0)


@pytest.mark.parametrize(
    ("keys", "lines", "fault"),
    [
        ({"日期": "二〇二二年"}, (), ("bad-date", 3)),
        ({"日期": ""}, (), ("missing-key", 1)),
        ({"标题": ""}, (), ("missing-key", 1)),
        ({"标题": "长" * 101}, (), ("too-long", 2)),
        ({"来源": ""}, (), ("missing-key", 1)),
        ({"署名": ""}, (), ("missing-key", 1)),
        ({"栏目": ""}, (), ("missing-key", 1)),
        ({}, ("体裁: 新闻",), ("not-a-choice", 7)),
        ({}, ("置顶至: 2022-02-30",), ("bad-date", 7)),
    ],
)
def test_the_links_of_the_body_are_told_too(
    write_content: WriteContent,
    keys: dict[str, str],
    lines: tuple[str, ...],
    fault: tuple[str, int],
) -> None:
    """Whether a key that every item needs is wrong, or any other."""
    missing, extra = sum(not value for value in keys.values()), len(lines)
    expected = [(code, line - missing + extra) for code, line in OF_THE_BODY]
    assert told(problems_of(write_content, item(BODY, *lines, **keys))) == [fault, *expected]


def test_the_other_keys_are_told_too(write_content: WriteContent) -> None:
    """Names that no table has, files that are not there, addresses that are none."""
    lines = ["标签: 党建", "单位: 丙局", "附件:", "  - 文件: 2022/a.pdf", "    名称: 名单"]
    problems = problems_of(write_content, item("正文。\n", *lines, 日期="2022-13", 栏目="要文"))
    assert told(problems) == [
        ("bad-date", 3),
        ("unknown-reference", 4),
        ("unknown-reference", 7),
        ("unknown-reference", 8),
        ("missing-file", 10),
    ]


def test_who_is_meant_is_not_asked_where_the_date_would_tell(write_content: WriteContent) -> None:
    """Two bodies bear the short name, one after the other."""
    text = item("[[管理局]]\n", "单位: 管理局", 日期="2022-13")
    assert told(problems_of(write_content, text)) == [("bad-date", 3)]


def test_nothing_is_said_of_what_stands_in_for_a_key(write_content: WriteContent) -> None:
    """An item without any of its keys lacks them, and nothing else."""
    text = "---\n体裁: 消息\n---\n\n正文。\n"
    assert {problem.code for problem in problems_of(write_content, text)} == {"missing-key"}


def test_the_links_of_pages_are_told_too(write_content: WriteContent) -> None:
    """They have no date, and need no more than a title."""
    page = "---\n摘要: 一句话\n---\n\n[名单](../news/2021/xu.md)\n"
    assert told(problems_of(write_content, page, "pages/about.md")) == [
        ("missing-key", 1),
        ("link-target", 5),
    ]


def test_the_items_of_an_edition_are_told_too(write_content: WriteContent) -> None:
    """Those that it names and nobody wrote."""
    edition = "---\n标题: 三月\n日期: 2022-13\n稿件:\n  - 2022/xu\n---\n"
    assert told(problems_of(write_content, edition, "editions/2022-03.md")) == [
        ("bad-date", 3),
        ("unknown-reference", 5),
    ]


def test_of_a_draft_all_are_warnings(write_content: WriteContent) -> None:
    """As if its head were sound: nothing of it is published."""
    problems = problems_of(write_content, item(BODY, "状态: 草稿", 日期="2022-13"))
    assert len(problems) == 1 + len(OF_THE_BODY)
    assert {problem.level for problem in problems} == {Level.WARNING}


def test_who_links_to_such_a_text_did_nothing_wrong(write_content: WriteContent) -> None:
    """The text is there; that it has no page is its own fault, and is told there."""
    files = {
        **TABLES,
        "news/2022/a.md": item("[乙](b.md)\n"),
        "news/2022/b.md": item("[甲](a.md)\n", 日期="2022-13"),
    }
    assert told(read(write_content(files)).problems) == [("bad-date", 3)]


def test_what_such_a_text_refers_to_is_looked_at_again(write_content: WriteContent) -> None:
    """Unchanged it is not read again; what was missing may have come meanwhile, or gone."""
    store = TextStore()
    texts = {"news/2022/a.md": item("[乙](b.md)\n", 日期="2022-13"), "news/2022/b.md": item()}

    def again() -> Reading:
        store.load()
        return read_bulletin(content, TODAY, store)

    content = write_content({**TABLES, "news/2022/a.md": texts["news/2022/a.md"]})
    broken = [("bad-date", 3), ("link-target", BODY_LINE)]
    assert told(again().problems) == told(again().problems) == broken
    write_content(texts)
    assert told(again().problems) == told(again().problems) == broken[:1]
    (content / "news/2022/b.md").unlink()
    assert told(again().problems) == broken
