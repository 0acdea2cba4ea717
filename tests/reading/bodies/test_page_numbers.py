"""Numbers of pages, as a PDF leaves them between paragraphs."""

import pytest

from plugins.problems import Problem
from plugins.reading.bodies.markdown_text import Converter
from plugins.reading.source_text import SourceText
from tests.conftest import ROOT
from tests.reading.sources import told


def problems_of(text: str) -> list[Problem]:
    """Return what is told of a body."""
    return Converter().convert(SourceText("content/a.md", text), 1)[1]


@pytest.mark.parametrize(
    "line",
    [
        *("- 3 -", "-3-", "—4—", "— 4 —", "－12－", "–３–", "　　— 4 —", "—— 4 ——"),
        *(
            "第5页",
            "第 5 页",
            "第 5 页 共 12 页",
            "第5页/共12页",
            "第5页，共12页",
            "第5页（共12页）",
        ),
    ],
)
def test_the_number_of_a_page_is_told(line: str) -> None:
    """Alone between paragraphs, before the first, or after the last."""
    assert told(problems_of(f"某某。\n\n{line}\n\n某某。\n")) == [("page-number", 3)]
    assert told(problems_of(f"{line}\n\n某某。\n")) == [("page-number", 1)]
    assert told(problems_of(f"某某。\n\n{line}")) == [("page-number", 3)]


@pytest.mark.parametrize(
    "text",
    [
        "- 甲\n- 3 -\n- 乙",
        "- 3\n- 4",
        "- 3 人",
        "第5页写着",
        "见第5页",
        "— 2024 —",
        "-3℃",
        "> — 3 —",
        "| 甲 |\n|---|\n| - 3 - |",
        "某某`— 3 —`",
        "某某。\n\n    第5页\n\n某某。",
        "---",
    ],
)
def test_other_numbers_are_innocent(text: str) -> None:
    """In lists, sentences, quotations, tables and code; years."""
    assert "page-number" not in [problem.code for problem in problems_of(text)]


def test_the_texts_of_the_bulletin_have_none() -> None:
    """Whoever has read proof of them has seen none either."""
    for file in (ROOT / "content" / "news").rglob("*.md"):
        body = file.read_text("utf-8").partition("\n---\n")[2]
        assert "page-number" not in [problem.code for problem in problems_of(body)]
