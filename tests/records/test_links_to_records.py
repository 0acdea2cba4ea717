"""Links to mechanisms and records lead to pages that are there, whenever the text was read."""

from datetime import date
from pathlib import Path

from plugins.problems import Level
from plugins.reading import Reading, read_bulletin
from plugins.reading.text_store import TextStore
from tests.conftest import WriteContent

COLUMNS = "栏目名称,链接名\n要闻,yaowen\n"
MECHANISMS = "机制名称,链接名,类别,说明,来源稿件\n样例机制,jizhi,学习,一句话。,2022/later\n"
FORMS = "载体名称,链接名,来源稿件\n样例微课,weike,2022/later\n"
PROBLEMS = "问题,链接名,提出日期,办理状态,来源稿件\n路灯不亮,ludeng,2022-03,在办,2022/a\n"
BEFORE, AFTER = date(2022, 3, 31), date(2022, 4, 1)


def item(body: str, day: str = "2022-03-09") -> str:
    """Return an item of a day."""
    head = f"标题: 某某\n日期: {day}\n栏目: 要闻\n署名: 未署名\n来源: 本刊"
    return f"---\n{head}\n---\n\n{body}\n"


def files(text: str) -> dict[str, str | bytes]:
    """Return a content folder whose source of records is public from the first of April."""
    return {
        "tables/columns.csv": COLUMNS,
        "tables/mechanisms.csv": MECHANISMS,
        "tables/study-forms.csv": FORMS,
        "news/2022/a.md": item(text),
        "news/2022/later.md": item("以后的稿件。", "2022-04-01"),
    }


def html_of(reading: Reading) -> str:
    """Return the text of the item that bears the links."""
    assert reading.bulletin is not None
    return reading.bulletin.item_by_identity["2022/a"].whole().body.html


def codes(reading: Reading) -> list[str]:
    """Return the codes of all problems."""
    return [problem.code for problem in reading.problems]


def test_a_link_waits_with_its_record_and_comes_by_itself(
    write_content: WriteContent, tmp_path: Path
) -> None:
    """Only the day changes: no text is edited, and what was read is kept."""
    content = write_content(files("看[[样例微课]]和[[样例机制]]。"))
    kept = tmp_path / "kept.sqlite3"
    before = read_bulletin(content, BEFORE, TextStore(kept))
    assert codes(before).count("name-waits") == 2
    assert "href" not in html_of(before)
    after = read_bulletin(content, AFTER, TextStore(kept))
    assert "name-waits" not in codes(after)
    assert 'href="../../../study-forms/weike/"' in html_of(after)
    assert 'href="../../../mechanisms/jizhi/"' in html_of(after)


def test_an_item_that_links_to_a_mechanism_speaks_of_it(write_content: WriteContent) -> None:
    """It stands on the mechanism's page from then on; a link that waits does not count."""
    content = write_content(files("看[[样例机制]]。"))
    before, after = (read_bulletin(content, day).bulletin for day in (BEFORE, AFTER))
    assert before is not None
    assert after is not None
    assert "mechanisms/jizhi/" not in before.items_about
    assert [one.identity for one in after.items_about["mechanisms/jizhi/"]] == ["2022/a"]


def test_a_single_problem_cannot_be_linked_to(write_content: WriteContent) -> None:
    """Of a kind that shows totals alone there is no page to lead to."""
    content = write_content({**files("看[[路灯不亮]]。"), "tables/feedback.csv": PROBLEMS})
    told = [one.code for one in read_bulletin(content, AFTER).problems if one.level is Level.ERROR]
    assert told == ["unknown-name"]
