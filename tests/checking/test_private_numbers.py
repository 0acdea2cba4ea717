"""Numbers that must not be published. All of them are made up: valid by their check digit only."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from plugins.checking import CleanSources
from plugins.checking.rules.private_numbers import (
    ALIKE,
    CANDIDATE,
    DIGIT_RUN,
    TELEPHONE,
    PrivateNumber,
    kind_of_number,
    numbers_in,
)
from plugins.checking.word_search import problems_of_words
from plugins.domain.work import OwnWork
from plugins.problems import Problem
from plugins.reading import read_bulletin

ITEM = "---\n标题: 甲\n日期: 2022-03-09\n栏目: 要闻\n署名: 未署名\n来源: 某报\n---\n\n{body}\n"
IDENTITY = "110101190001010014"
MOBILE = "13800000000"
CARD = "4111111111111111"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a content folder with one column."""
    folder = tmp_path / "content"
    (folder / "news" / "2022").mkdir(parents=True)
    (folder / "tables").mkdir()
    table = folder / "tables" / "columns.csv"
    table.write_text("栏目名称,链接名\n要闻,yao-wen\n", encoding="utf-8")
    return folder


def told(content: Path, body: str, phone: str = "") -> list[Problem]:
    """Return what the rule says of an item with this body."""
    file = content / "news" / "2022" / "a.md"
    file.write_text(ITEM.format(body=body), encoding="utf-8")
    reading = read_bulletin(content, date(2022, 12, 31))
    words = problems_of_words(content, reading.sources, phone, CleanSources(), OwnWork())
    return list(words)


@pytest.mark.parametrize(
    ("digits", "kind"),
    [
        (IDENTITY, "身份证号"),
        ("110101801301001", ""),
        ("110101800101001", "身份证号"),
        ("110101190001010015", ""),
        ("990101190001010014", ""),
        ("110101190013010014", ""),
        (MOBILE, "手机号"),
        ("12800000000", ""),
        (CARD, "银行卡号"),
        ("4111111111111112", ""),
    ],
)
def test_a_number_is_known_by_its_form_and_check_digit(digits: str, kind: str) -> None:
    """One wrong digit and it is only a number."""
    assert kind_of_number(digits) == kind


@pytest.mark.parametrize(
    "written",
    [
        IDENTITY,
        "110101 19000101 0014",
        IDENTITY.translate(str.maketrans("0123456789", "０１２３４５６７８９")),
        "138-0000-0000",
        "138\u00a00000\u20030000",
        "138  0000  0000",
        "138.0000.0000",
        "138—0000–0000",
        "138\u20110000\u20110000",
        "138）00000000",
        "86 138 0000 0000",
        "0086-13800000000",
        "8613800000000",
        MOBILE,
        CARD,
    ],
)
def test_neither_blanks_nor_marks_nor_full_width_digits_hide_a_number(
    content: Path, written: str
) -> None:
    """The place is that of its first digit."""
    problems = told(content, f"联系人电话{written}。")
    places = [one.place for one in problems if one.code == "private-number"]
    assert [(place.line, place.column) for place in places] == [(9, 6)]


def test_a_text_may_have_many_lines_and_numbers() -> None:
    """Each is found at its first digit; a number does not pass over the end of a line."""
    assert numbers_in(f"甲\n电话{MOBILE}\n138\n00000000\n{CARD}\n") == [
        PrivateNumber(4, "手机号", MOBILE),
        PrivateNumber(29, "银行卡号", CARD),
    ]


@given(
    st.lists(
        st.sampled_from(["1380000", "０００", "00", *" -－　\u00a0.（)—·", "甲", "A", "X", "\n"])
    )
)
def test_the_quick_look_passes_by_no_number(pieces: list[str]) -> None:
    """It only spares what could not be one."""
    text = "".join(pieces)
    narrow = text.translate(ALIKE)
    if DIGIT_RUN.search(narrow) or TELEPHONE.search(narrow):
        assert CANDIDATE.search(text)


def test_the_message_does_not_repeat_the_number(content: Path) -> None:
    """A log of the check is public in CI."""
    assert all(MOBILE not in problem.message for problem in told(content, MOBILE))


@pytest.mark.parametrize(
    "innocent",
    [
        *("1935.1.15—1936", "1921.7—2021.7", "13.5 14.2 15.1·1", "8612800000000", "86—13800000"),
        *(
            "0911-2110000",
            "20220309083000",
            "第1380000000012号",
            "2022*3*9",
            "58.6万亩",
            "A13800000000",
        ),
    ],
)
def test_other_numbers_are_innocent(content: Path, innocent: str) -> None:
    """Office telephones, time stamps, longer numbers and serial numbers."""
    assert told(content, innocent) == []


def test_the_bulletins_own_telephone_is_public(content: Path) -> None:
    """An editorial office may have only a mobile number."""
    assert told(content, f"电话{MOBILE}", phone="138 0000 0000") == []


def test_a_workbook_is_looked_into(content: Path) -> None:
    """The place is the row and the number of the cell."""
    workbook = Workbook()
    workbook.active.append(["党组织名称", "链接名", "备注"])
    workbook.active.append(["某党支部", "mou", f"书记电话{MOBILE}"])
    workbook.save(content / "tables" / "branches.xlsx")
    places = [(problem.place.line, problem.place.column) for problem in told(content, "正文。")]
    assert places == [(2, 3)]
