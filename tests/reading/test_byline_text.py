"""Bylines as written."""

import pytest

from plugins.domain.bylines import UNSIGNED, Byline, Role
from plugins.problems import Place, Problem
from plugins.reading.byline_text import read_bylines
from plugins.reading.written import Written
from tests.reading.sources import told

PLACE = Place("content/a.md", 5, 5)


def read(*texts: str) -> tuple[list[Byline], list[Problem]]:
    """Read bylines, each on a line of its own."""
    return read_bylines([Written(text, PLACE) for text in texts])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("通讯员 张三", Byline("通讯员", ("张三",))),
        ("通讯员 张三、李四", Byline("通讯员", ("张三", "李四"))),
        ("通讯员 张三、李四（某局）", Byline("通讯员", ("张三", "李四"), "某局")),
        ("图/文 张三", Byline("图/文", ("张三",))),
        ("集体（某局）", Byline("集体", (), "某局")),
        ("资料图片", Byline("资料图片", ())),
        ("记者 John Smith", Byline("记者", ("John Smith",))),
        ("记者 买买提·某某", Byline("记者", ("买买提·某某",))),
        ("未署名", Byline("", (UNSIGNED,))),
    ],
)
def test_a_usual_byline_is_read_without_a_word(text: str, expected: Byline) -> None:
    """Role, blank, names between 、, unit in full-width brackets."""
    assert read(text) == ([expected], [])


@pytest.mark.parametrize("role", [role for role in Role if role not in {"集体", "资料图片"}])
def test_every_role_of_the_press_is_known(role: str) -> None:
    """Each takes a name."""
    assert read(f"{role} 张三") == ([Byline(role, ("张三",))], [])


def test_entries_are_separated_by_semicolons_or_lines() -> None:
    """Two roles are two bylines."""
    expected = [Byline("通讯员", ("张三",)), Byline("摄影", ("李四",))]
    assert read("通讯员 张三；摄影 李四") == (expected, [])
    assert read("通讯员 张三", "摄影 李四") == (expected, [])


@pytest.mark.parametrize(
    ("text", "names", "unit"),
    [
        ("通讯员：张三", ("张三",), ""),
        ("通讯员:张三", ("张三",), ""),
        ("通讯员　张三", ("张三",), ""),
        ("通讯员  张三", ("张三",), ""),
        ("通讯员 张三，李四", ("张三", "李四"), ""),
        ("通讯员 张三(某局)", ("张三",), "某局"),
        ("通讯员 张三 （某局）", ("张三",), "某局"),
    ],
)
def test_another_form_with_one_meaning_is_read_and_told(
    text: str, names: tuple[str, ...], unit: str
) -> None:
    """What was read stands in the note, so that an editor can see that it is right."""
    bylines, problems = read(text)
    assert bylines == [Byline("通讯员", names, unit)]
    assert [(one.code, one.level) for one in problems] == [("unusual-byline", "info")]
    assert "、".join(names) in problems[0].message


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("特派员 张三", "unknown-role"),
        ("张三", "unknown-role"),
        ("通讯员张三", "unknown-role"),
        ("本刊通讯员 张三", "unknown-role"),
        ("（某局）", "unknown-role"),
        ("通讯员", "role-without-name"),
        ("通讯员 （某局）", "role-without-name"),
        ("通讯员 张三 李四", "blank-in-name"),
        ("通讯员 张　三", "blank-in-name"),
        ("记者 张三 通讯员 李四", "blank-in-name"),
        ("记者 张三、通讯员", "blank-in-name"),
        ("通讯员 张三,李四", "bad-byline"),
        ("通讯员 张三;摄影 李四", "bad-byline"),
        ("通讯员 张三（某局", "bad-byline"),
        ("通讯员 张三(某局）", "bad-byline"),
        ("通讯员 张三（某局）、李四（乙局）", "bad-byline"),
    ],
)
def test_a_name_is_never_guessed(text: str, code: str) -> None:
    """Who made an item is a matter of record: what could be read two ways is told."""
    bylines, problems = read(text)
    assert (bylines, told(problems)) == ([], [(code, 5)])


def test_a_role_joined_to_a_name_is_recognised() -> None:
    """The message names the role that was meant."""
    _, (problem,) = read("通讯员张三")
    assert "是否为“通讯员”" in problem.message


def test_the_second_entry_of_a_line_has_its_own_column() -> None:
    """A fault is told where it stands."""
    _, (problem,) = read("记者 甲； 特派员 乙")
    assert problem.place.column == PLACE.column + len("记者 甲； ")  # type: ignore[operator]


def test_unsigned_stands_alone() -> None:
    """An item is signed or not."""
    assert told(read("未署名；通讯员 张三")[1]) == [("unsigned-and-signed", 5)]
