"""Titles and the numbers of documents: what the head of a text may not say so."""

from pathlib import Path

import pytest
from openpyxl import Workbook as Spreadsheet

from plugins.checking.rules.document_numbers import document_numbers
from plugins.checking.rules.subtitle_dashes import subtitle_dashes
from plugins.checking.rules.title_stops import title_stops
from plugins.checking.sources import tables_of
from tests.checking.texts import Rule, places, warnings


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("标题: 甲单位开会。", 10),
        ("引题: 甲单位开会.", 10),
        ('副题：“开会”。"', 8),
        ("短标题: 开会。  ", 8),
    ],
)
def test_a_full_stop_at_the_end_of_a_title_is_told(tmp_path: Path, line: str, column: int) -> None:
    """At the stop itself, whichever title it is."""
    assert places(tmp_path, title_stops, f"{line}\n---\n\n正文。\n", "---\n") == [(1, column)]


@pytest.mark.parametrize(
    "head",
    [
        "标题: 甲。乙",
        "标题: 他说“开会。”",
        "标题: 开会……",
        "标题: 升级到 v2.",
        "标题: 。",
        "摘要: 甲单位开会。",
        "来源:\n  - 名称: 某报\n    原题: 甲单位开会。",
        "标题: 甲\n---\n\n标题: 甲单位开会。",
    ],
)
def test_other_stops_are_innocent(tmp_path: Path, head: str) -> None:
    """Within a title, within quotation marks, of another key, of the title elsewhere, of a body."""
    assert places(tmp_path, title_stops, f"{head}\n---\n\n正文。\n", "---\n") == []


def test_the_stop_is_told_in_words(tmp_path: Path) -> None:
    """Which title, which mark, what to do."""
    (problem,) = warnings(tmp_path, title_stops, "---\n副题: 开会。\n---\n\n正文。\n")
    assert (problem.message, problem.remedy) == (
        "副题句末有句号“。”。",
        "删去句号；check --fix 可以代删。",
    )


@pytest.mark.parametrize(
    ("rule", "written"), [(title_stops, "原文。"), (subtitle_dashes, "——原文")]
)
def test_what_fix_leaves_is_not_said_to_be_mended(tmp_path: Path, rule: Rule, written: str) -> None:
    """A title that may quote word for word is told, and left."""
    (problem,) = warnings(tmp_path, rule, f"---\n副题: {written}\n---\n\n正文。\n")
    assert "--fix" not in problem.remedy


@pytest.mark.parametrize("dash", ["——", "— ", "-", "——　", '"——'])
def test_a_dash_before_a_subtitle_is_told(tmp_path: Path, dash: str) -> None:
    """The page sets it."""
    told = places(tmp_path, subtitle_dashes, f"副题: {dash}记某党支部\n---\n", "---\n")
    assert told == [(1, 6 if dash.startswith('"') else 5)]


@pytest.mark.parametrize("line", ["副题: 甲——乙", "副题: -5℃里的坚守", "标题: ——甲", "副题: ——"])
def test_other_dashes_are_innocent(tmp_path: Path, line: str) -> None:
    """Within a subtitle, a minus, before another title, and where there is nothing else."""
    assert places(tmp_path, subtitle_dashes, f"{line}\n---\n", "---\n") == []


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("延发[2024]7号", "〔2024〕7号"),
        ("延发（2024）7号", "〔2024〕7号"),
        ("延发(2024）7号", "〔2024〕7号"),
        ("延发【2024】7号", "〔2024〕7号"),
        ("延发〔2024〕007号", "〔2024〕7号"),
        ("延发〔2024〕第7号", "〔2024〕7号"),
        ("公告（2024）第7号", "〔2024〕第7号"),
        ("某令[2024]第07号", "〔2024〕第7号"),
    ],
)
def test_a_document_number_out_of_form_is_told(tmp_path: Path, written: str, right: str) -> None:
    """In the head as in the body, with the form that the standard gives."""
    for head, body in ((f"文号: {written}", "正文。"), ("文号: 无", f"印发{written}文件。")):
        text = f"---\n{head}\n---\n\n{body}\n"
        (problem,) = warnings(tmp_path, document_numbers, text)
        assert (problem.place.line, problem.place.column) in ((2, 7), (5, 5))
        assert problem.remedy.startswith(f"写成“{right}”：")
        assert ("不加“第”" in problem.remedy) is ("第" not in right)


def test_equal_slips_of_document_numbers_are_told_once(tmp_path: Path) -> None:
    """With their number; another slip is told by itself."""
    body = "延发[2024]7号和延发[2023]12号，见延函〔2024〕第3号，又见延发[2024]7号。"
    first, second = warnings(tmp_path, document_numbers, body)
    assert first.message == "文号写成了“[2024]7号”，同样的写法共有 3 处。"
    assert second.message == "文号写成了“〔2024〕第3号”。"


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("延发[2024]7号、[2024]08号", [3, 12]),
        ("延发〔2024〕7号和（2024）8号", [12]),
        ("延发[2024] 12号", [3]),
        ("延发〔 2024 〕12号", [3]),
        ("延发〔2024〕12 号", [3]),
        ("延发〔2024〕７号", [3]),
        ("延发［２０２４］７号", [3]),
        ("公告[2024]7号", [3]),
    ],
)
def test_document_numbers_of_other_forms_are_told(
    tmp_path: Path, text: str, columns: list[int]
) -> None:
    """With a blank, with full-width digits, and the next one of the same office."""
    told = places(tmp_path, document_numbers, text)
    assert told == [(1, column) for column in columns]


@pytest.mark.parametrize(
    "text",
    [
        "延发〔2024〕7号",
        "公告〔2024〕第7号",
        "延发[1985]第07号",
        "（2023）陕01民终12号",
        "许可证新出发（2020）第001号",
        "[[延发(2024)7号]]",
        "今年（2024）7号楼",
        "见图[2024]3号展板",
        "见延发[2024]3号展板",
        "第一党小组[2024]3号",
        "甲[2024]3号、[2024]4号",
    ],
)
def test_other_numbers_are_innocent(tmp_path: Path, text: str) -> None:
    """Sound, old, of courts, permits, houses, of no office's code; and names in a table."""
    assert places(tmp_path, document_numbers, text) == []


def test_a_correction_repeats_a_wrong_number(tmp_path: Path) -> None:
    """What it was is said word for word."""
    head = "---\n更正:\n  - 日期: 2024-12-01\n    原文: 延发(2024)7号\n    改为: 略\n---\n"
    assert places(tmp_path, document_numbers, "正文。\n", head) == []


def test_document_numbers_of_tables_are_told(tmp_path: Path) -> None:
    """At the line of a CSV, at the cell of a workbook."""
    tables = tmp_path / "tables"
    tables.mkdir()
    (tables / "changes.csv").write_text("文号\n延发(2024)7号\n", encoding="utf-8")
    workbook = Spreadsheet()
    workbook.active.append(["甲", "文号"])
    workbook.active.append(["乙", "延发[2024]7号"])
    workbook.save(tables / "recognitions.xlsx")
    told = [problem for table in tables_of(tmp_path) for problem in document_numbers(table)]
    assert [(one.place.line, one.place.column) for one in told] == [(2, 3), (2, 2)]
