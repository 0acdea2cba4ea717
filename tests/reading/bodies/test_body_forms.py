"""What editors paste, told line by line."""

import pytest

from plugins.reading.bodies.source_places import depth_of, without_code
from tests.reading.sources import convert, html_of, told


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("　　- 甲", "tab-indent"),
        ("\t> 甲", "tab-indent"),
        ("  \t1. 甲", "tab-indent"),
        ("\u00a0\u00a0## 甲", "tab-indent"),
        ("姓名\t单位", "tab-in-text"),
        ("＃＃ 小标题", "full-width-mark"),
        ("＃ 小标题", "full-width-mark"),
        ("##＃ 小标题", "full-width-mark"),
        ("＞引用", "full-width-mark"),
        ("｜甲｜乙｜", "full-width-mark"),
        ("－ 甲", "full-width-mark"),
        ("某＊＊重点＊＊", "full-width-mark"),
        ("[文字]（a.md）", "full-width-link"),
        ("［文字］(https://example.cn)", "full-width-link"),
        ("【文字】（www.example.cn）", "full-width-link"),
        ("[文字] (a.md)", "full-width-link"),
        ("[文字](a.md）", "full-width-link"),
        ("![会场]（../../images/2022/a.jpg）", "full-width-link"),
        ("见［［某某党支部］］。", "full-width-link"),
        ("见【【某某党支部】】。", "full-width-link"),
        ("见[某网](https://example.cn", "link-not-closed"),
        ("![会场](../../images/2022/a.jpg", "link-not-closed"),
        ("见[某网(https://example.cn)", "link-not-closed"),
        ("见[[某某党支部]。", "link-not-closed"),
        ("见[某某党支部]]。", "link-not-closed"),
        ("见[[某某党支部", "link-not-closed"),
        ("```", "code-fence"),
        ("~~~", "code-fence"),
        ("> ```", "code-fence"),
        ('![会场]（../../images/2022/a.jpg "会场（主席台）"）', "full-width-link"),
        ("[某册]（../../files/2022/a.pdf “甲”）", "full-width-link"),
        ("![会场](..\\..\\images\\2022\\a.jpg)", "backslash-in-path"),
        (">30人参加培训。", "sign-lost"),
        (">=30人参加培训。", "sign-lost"),
        ("- 5℃的天气", "sign-lost"),
        ("型号A*B*C", "loose-stars"),
        ("尾号*123*。", "loose-stars"),
        ("  - 甲", "list-indent"),
        ("   1. 甲", "list-indent"),
        ("某[^1]", "note-without-text"),
        ("[^1]: 注", "unused-note"),
        ("[甲]: 乙", "reference-definition"),
        ("[看 [[甲]] 吧](https://example.cn)", "link-in-link"),
    ],
)
def test_what_would_not_work_is_told(text: str, code: str) -> None:
    """Each slip is told once, at its line."""
    assert told(convert(f"某某。\n\n{text}")[1]) == [(code, 3)]


@pytest.mark.parametrize(
    "text",
    [
        "某某［2022］1号（见附件）",
        "【本报讯】（记者 某某）某日",
        "[注]（某某）",
        "某[1]（略）",
        "＃党建＃ 话题",
        "－10℃",
        "某[2022[1]]号",
        "某[1]、[2]（略）",
        "见[某（下",
        "见[某](略",
        "见\\[[某某党支部]",
        "`[[某某党支部]`",
        "[某网(https://example.cn)的页](https://example.cn/a)",
        "[[某某党支部]]、[某](https://example.cn)",
        "1、甲",
        "（一）甲",
        "1. 甲\n2. 乙",
        "- 甲\n    - 乙\n        - 丙",
        "1. 甲\n\n    续\n",
        "`姓名`（a.md）",
        "    四格缩进",
        "甲＊乙",
        "某[^1]，又[^1]。\n\n[^1]: 注[^2]。\n[^2]: 再注。",
        "100%～200%",
        "A—B、“甲”",
        "> 30人参加培训。",
        "- 5个支部",
        "2022*3*9",
        "甲*重点*乙、**A**丙",
        "```姓名``` 一栏",
        "`A*B*C`、`..\\a`",
    ],
)
def test_what_looks_like_it_is_not_told(text: str) -> None:
    """The nearest innocent forms of a newspaper."""
    assert told(convert(text)[1]) == []


@pytest.mark.parametrize("above", ["会议议程：\n", "- 甲\n", "> 甲\n\n", ""])
def test_both_fences_of_a_block_are_told_wherever_it_begins(above: str) -> None:
    """Directly under a line Markdown makes a code span of it, and its lines run together."""
    lines = f"{above}```python\n一、学习\n```".split("\n")
    fences = [number for number, line in enumerate(lines, start=1) if line.startswith("```")]
    found = told(convert("\n".join(lines))[1])
    assert [line for code, line in found if code == "code-fence"] == fences


def test_a_note_with_two_texts_names_the_line_of_the_first() -> None:
    """Only one of them would be printed."""
    _, (problem,) = convert("某[^1]\n\n[^1]: 一\n\n[^1]: 二")
    assert (problem.code, problem.place.line) == ("note-twice", 5)
    assert "第一次在第 3 行" in problem.message


@pytest.mark.parametrize(
    "text",
    [
        ">" * 2000 + "甲",
        "> " * 2000 + "甲",
        "- " * 2000 + "甲",
        "1. " * 2000 + "甲",
        "\n".join("    " * depth + "- 甲" for depth in range(200)),
        "[" * 2000 + "甲" + "](a)" * 2000,
        "![" * 2000,
        "[甲](" * 2000,
        "[^1]:" * 2000 + " 甲",
    ],
)
def test_nesting_out_of_all_measure_is_told_once(text: str) -> None:
    """A text that would exhaust the converter is not given to it."""
    assert [one.code for one in convert(text)[1]] == ["nested-too-deep"]


@pytest.mark.parametrize(
    "text",
    [
        "> " * 20 + "甲",
        "\n".join("    " * depth + "- 甲" for depth in range(20)),
        "、".join(f"[[{number}支部]]" for number in range(500)),
        " ".join(f"[甲](a{number}.md)" for number in range(500)),
        " " * 150 + "某某党支部",
    ],
)
def test_nesting_within_measure_is_converted(text: str) -> None:
    """Many links and a signature set far to the right are no nesting."""
    assert [one.code for one in convert(text)[1]] == []
    assert html_of(text)


@pytest.mark.parametrize(
    ("line", "depth"),
    [
        ("甲", 0),
        ("> 甲", 1),
        (">> 甲", 2),
        ("- 甲", 1),
        ("    - 甲", 2),
        ("1. 甲", 2),
        ("**甲**", 0),
    ],
)
def test_depth_is_counted_from_marks_and_indent(line: str, depth: int) -> None:
    """A bound, not a measure: a number counts for its two characters."""
    assert depth_of(line) == depth


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲`乙`丙", "甲   丙"),
        ("甲``乙`丙``丁", "甲       丁"),
        ("甲`乙\n丙`丁", "甲  \n  丁"),
        ("甲`乙\n\n丙`丁", "甲`乙\n\n丙`丁"),
        ("甲`乙``丙", "甲`乙``丙"),
    ],
)
def test_code_is_blanked_in_its_place(text: str, expected: str) -> None:
    """Offsets stay; a span does not pass over an empty line."""
    assert "\n".join(without_code(text.split("\n"))) == expected


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("| 甲 | 乙 |\n|---|---|\n| 一 | 二 | 三 |", "too-many-cells", 3),
        ("甲|乙\n---|---\n一|二|三", "too-many-cells", 3),
        ("|甲|乙|\n|1|2|\n|3|4|", "table-without-line", 1),
        ("表1\n|甲|乙|\n|1|2|", "table-without-line", 2),
        ("某表\n\n甲|乙|丙\n1|2|3", "table-without-line", 3),
        ("| 甲 | 乙 |\n|---|---|\n| 一 | 二 |\n注：以上数字据来函。", "text-in-table", 4),
        ("| 甲 | 乙 |\n|---|---|\n| 一 | 二 |\n## 小标题\n> 引文", "text-in-table", 4),
        ("| 甲 | 乙 |\n|---|---|\n| 一 | 二 |\n- 列一", "lines-run-together", 4),
        ("1. 子\n3. 丑", "list-number-jumps", 2),
        ("1. 子\n\n3. 丑", "list-number-jumps", 3),
        ("2. 子\n1. 丑", "list-number-jumps", 2),
    ],
)
def test_what_would_be_lost_is_told(text: str, code: str, line: int) -> None:
    """The last cells of a row, the marks of a table, the numbers of a list."""
    assert told(convert(text)[1]) == [(code, line)]


@pytest.mark.parametrize(
    "text",
    [
        "| 甲 | 乙 |\n|---|---|\n| 一 | 二 |\n| 只有一格 |",
        "| 甲 | 乙 |\n|---|---|\n| 一 | 竖线\\| |",
        "竖线 | 不是表格 | 的一段话",
        "竖线 | 不是 | 表格\n的 | 一段话",
        "电话|传真\n甲|乙",
        "| 名称 |\n|---|\n| 甲 |\n乙",
        "甲|乙|丙\n---|---|---\n1|2|3",
        "|只有一行|",
        "2. 从二起\n3. 丑\n\n一段话。\n\n5. 卯",
        "1. 子\n1. 丑\n1. 寅",
        "1. 子\n    1. 丑\n    2. 寅\n2. 卯",
    ],
)
def test_tables_and_lists_in_order_are_innocent(text: str) -> None:
    """A short row is filled up, a mark in a cell is escaped, a list may begin anywhere."""
    assert convert(text)[1] == []
