"""What one habit repeats on every line of a file, told once."""

from plugins.domain.tables import Topic
from plugins.problems import Level, Place, Problem
from plugins.reading import messages
from plugins.reading.bodies.markdown_text import Converter
from plugins.reading.repeated import LINES_NAMED, each_habit_once
from plugins.reading.tables.table_rows import read_table
from plugins.reading.text_drafts import MODELS, SourceFile, read_draft
from tests.conftest import WriteContent
from tests.reading.sources import COLUMNS, item, read, told


def problems_of_text(text: str) -> list[Problem]:
    """Return what is told of one news item."""
    file = SourceFile("news/2022/a.md", "content/news/2022/a.md", text.encode())
    return read_draft(file, MODELS["news"], Converter())[1]


def test_full_width_colons_are_told_once_a_file() -> None:
    """A Chinese input method writes all of them so: the first is told, with the lines of all."""
    (problem,) = problems_of_text(item().replace(": ", "："))
    assert (problem.code, problem.place.line, problem.level) == ("full-width-colon", 2, Level.INFO)
    assert problem.message.endswith("同样的共 5 处：第 2、3、4、5、6 行。")


def test_one_full_width_colon_is_told_without_a_count() -> None:
    """There is nothing to count."""
    (problem,) = problems_of_text(item(标题="甲").replace("标题: ", "标题："))
    assert problem == messages.full_width_colon(Place("content/news/2022/a.md", 2, 3))


def test_indented_entries_are_told_once_and_stay_an_error() -> None:
    """Word indents every entry by two wide blanks."""
    (problem,) = problems_of_text(item("\n\n".join(["　　- 某某党支部开会。"] * 30)))
    assert (problem.code, problem.level, problem.place.line) == ("tab-indent", Level.ERROR, 9)
    assert "同样的共 30 处" in problem.message
    assert problem.message.endswith("行等。")


def test_different_characters_are_different_faults() -> None:
    """A manual line break and a soft hyphen are mended in different ways."""
    told_of = problems_of_text(item("甲\x0b乙\x0b丙\u00ad丁\n"))
    assert [(one.code, "2 处" in one.message) for one in told_of] == [
        ("forbidden-character", True),
        ("forbidden-character", False),
    ]


def test_a_pasted_web_page_is_told_once() -> None:
    """With the lines of its tags; what closes them goes with them."""
    (problem,) = problems_of_text(item("<div>\n\n<p>甲</p>\n\n<b>乙</b>\n\n</div>\n"))
    assert (problem.code, problem.place.line) == ("raw-html", 9)
    assert problem.message.endswith("“<div>”。同样的共 3 处：第 9、11、13 行。")


def test_a_closing_tag_alone_is_told() -> None:
    """It would be printed as it stands."""
    (problem,) = problems_of_text(item("甲</p>\n"))
    assert (problem.code, "</p>" in problem.message) == ("raw-html", True)


def test_an_unfinished_merge_is_told_once() -> None:
    """The lines of all its marks are named."""
    (problem,) = problems_of_text(item("<<<<<<< a\n甲\n=======\n乙\n>>>>>>> b\n"))
    assert (problem.code, problem.place.line) == ("merge-conflict", 9)
    assert problem.message.endswith("同样的共 2 处：第 9、13 行。")


def test_the_pages_of_a_pdf_are_told_once() -> None:
    """Each with another number."""
    (problem,) = problems_of_text(item("- 3 -\n\n甲。\n\n- 4 -\n"))
    assert (problem.code, problem.level, problem.place.line) == ("page-number", Level.WARNING, 9)
    assert problem.message.endswith("同样的共 2 处：第 9、13 行。")


def test_faults_that_need_a_look_each_are_told_each() -> None:
    """Every row without its name in URLs needs another one."""
    rows = "".join(f"标签{number},,\n" for number in range(3))
    _, problems = read_table("a.csv", f"标签名称,链接名,说明\n{rows}".encode(), Topic)
    assert told(problems) == [("missing-slug", 2), ("missing-slug", 3), ("missing-slug", 4)]


def test_one_unknown_name_is_told_once_a_text(write_content: WriteContent) -> None:
    """Another name is another fault."""
    body = "[[甲支部]]开会。\n\n[[乙支部]]开会。\n\n[[甲支部]]换届。\n"
    problems = read(write_content({"tables/columns.csv": COLUMNS, "news/2022/a.md": item(body)}))
    assert told(problems.problems) == [("unknown-name", 9), ("unknown-name", 11)]
    assert "同样的共 2 处：第 9、13 行。" in problems.problems[0].message


def test_rows_that_wait_for_one_item_are_told_once(write_content: WriteContent) -> None:
    """When the item is published, all of them are."""
    rows = "".join(f"微课{number},weike-{number},2022/a\n" for number in range(3))
    reading = read(
        write_content(
            {
                "tables/columns.csv": COLUMNS,
                "tables/study-forms.csv": f"载体名称,链接名,来源稿件\n{rows}",
                "news/2022/a.md": item(状态="草稿"),
            }
        )
    )
    waiting = [one for one in reading.problems if one.code == "row-waits"]
    assert [one.place.line for one in waiting] == [2]
    assert "第 2、3、4 行" in waiting[0].message


def test_dates_of_a_table_in_one_unusual_form_are_told_once() -> None:
    """Excel shows every date its own way; each has been read."""
    many = [messages.unusual_date(Place("a.csv", n, 1), "2022/3/9", str(n)) for n in range(2, 40)]
    (problem,) = each_habit_once(many)
    assert problem.place.line == 2
    assert problem.message.count("、") == LINES_NAMED - 1
    assert "共 38 处" in problem.message


def test_dates_that_excel_has_changed_are_told_once_a_column() -> None:
    """Each column has to be made text by itself."""
    places = [Place("a.csv", line, column) for line in (2, 3, 4) for column in (5, 7)]
    many = [messages.date_changed_by_excel(place, "日期", "Jul-21") for place in places]
    assert [(one.place.line, one.place.column) for one in each_habit_once(many)] == [(2, 5), (2, 7)]


def test_lines_of_a_head_that_cannot_be_read_are_told_once() -> None:
    """A value that was broken over several lines is one slip."""
    (problem,) = problems_of_text(item("某某党支部开会。\n", "摘要: 甲", "  乙", "  丙"))
    assert (problem.code, "共 2 处" in problem.message) == ("stray-line", True)


def test_one_habit_in_a_draft_and_in_its_level_stay_apart() -> None:
    """An error is never hidden behind a warning."""
    place = Place("a.md", 2, 1)
    problem = messages.tab_in_text(place)
    softer = Problem(place, problem.code, Level.WARNING, problem.message, problem.remedy)
    assert len(each_habit_once([softer, problem])) == 2
