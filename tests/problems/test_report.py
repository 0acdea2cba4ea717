"""The printed forms of problems: text, JSON and the annotations of CI."""

import json

from plugins.problems import Place, error, info, warning
from plugins.problems.report import as_github, as_json, as_text, count_line

WRONG = error(Place("content/a.md", 3, 1), "bad-date", "不是日期。", "改成日期。")
NOTE = info(Place("content/b.csv", 2), "short-row", "少一格。", "不改也行。")


def test_text_names_place_level_message_remedy_and_code() -> None:
    """An editor reads where, how bad, what, how to mend it; a developer finds the code."""
    assert as_text([WRONG]) == (
        "content/a.md:3:1  错误  不是日期。\n    怎样改：改成日期。  [bad-date]\n共 错误 1 处。\n"
    )


def test_text_counts_what_it_leaves_out_and_leaves_out_no_error() -> None:
    """A long list of notes never hides an error."""
    text = as_text([NOTE, NOTE, WRONG], at_most=1)
    assert "bad-date" in text
    assert "short-row" not in text
    assert "另有 2 条" in text
    assert text.endswith("共 错误 1 处，说明 2 处。\n")


def test_text_has_colours_only_where_asked() -> None:
    """A file or NO_COLOR gets no escape sequences."""
    assert "\x1b" not in as_text([WRONG])
    assert "\x1b[31m错误\x1b[0m" in as_text([WRONG], colour=True)


def test_no_problem_is_no_text() -> None:
    """Silence where all is well."""
    assert as_text([]) == ""
    assert count_line([]) == "没有发现问题。"


def test_json_has_the_promised_members() -> None:
    """What programs read is promised by name; what is not known is null."""
    assert json.loads(as_json([NOTE])) == [
        {
            "file": "content/b.csv",
            "line": 2,
            "column": None,
            "code": "short-row",
            "level": "info",
            "message": "少一格。",
            "remedy": "不改也行。",
        }
    ]


def test_github_lines_escape_what_would_end_them() -> None:
    """A line end or a comma in a message or a file name does not break the command."""
    odd = warning(Place("content/a,b:c.md", 1), "odd", "一%\n二", "三")
    assert as_github([odd]) == (
        "::warning file=content/a%2Cb%3Ac.md,line=1::一%25%0A二 怎样改：三 [odd]\n"
    )
