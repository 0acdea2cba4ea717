"""Encodings, line ends and characters that may not stand."""

import pytest

from plugins.problems import Place, Problem
from plugins.reading.source_text import read_source
from tests.reading.sources import told

FILE = "content/a.md"


def problems_of(data: bytes) -> list[Problem]:
    """Return what is told of some bytes."""
    return read_source(FILE, data)[1]


def text_of(data: bytes) -> str | None:
    """Return the text of some bytes, None where there is none."""
    source, _ = read_source(FILE, data)
    return source.text if source else None


def test_utf8_is_read_without_a_word() -> None:
    """The usual encoding is nothing to tell."""
    assert (text_of("甲\n乙".encode()), problems_of("甲\n乙".encode())) == ("甲\n乙", [])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("\ufeff甲\n".encode(), "byte-order-mark"),
        ("甲\r\n".encode(), "windows-line-ends"),
        ("甲\n".encode("gb18030"), "gb18030"),
        (b"\xff\xfe" + "甲\n".encode("utf-16-le"), "utf-16"),
        (b"\xfe\xff" + "甲\n".encode("utf-16-be"), "utf-16"),
    ],
)
def test_what_windows_writes_is_read_and_told(data: bytes, code: str) -> None:
    """A mark, CRLF, GB18030, and UTF-16 with its mark have one meaning."""
    assert text_of(data) == "甲\n"
    assert [(one.code, one.level) for one in problems_of(data)] == [(code, "info")]


def test_everything_that_windows_writes_at_once_is_read() -> None:
    """GB18030 with CRLF is told twice and read."""
    assert told(problems_of("甲\r\n乙\r\n".encode("gb18030"))) == [
        ("gb18030", None),
        ("windows-line-ends", None),
    ]


@pytest.mark.parametrize(
    "data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\r\n", b"\xff\xfe"]
)
def test_a_file_without_a_character_is_empty(data: bytes) -> None:
    """Blanks and a mark alone are no text."""
    assert told(problems_of(data)) == [("empty-file", None)]


@pytest.mark.parametrize(
    "data",
    [
        "---\n标题: 甲\n".encode("utf-16-le"),
        "---\n标题: 甲\n".encode("utf-32"),
        b"PK\x03\x04\x00\x00\x00\x00\x00\x00",
        bytes(range(128, 256)),
        b"\x89PNG\r\n\x1a\n\xff\xfe\xfd",
        b"\xff\xfe\x00",
        b"\xff\xfe\x00\xd8\x00\x00",
        b"\xff\xfe\x01\x00\x02\x00",
    ],
)
def test_other_bytes_are_no_text(data: bytes) -> None:
    """UTF-16 without its mark, archives and pictures are told, not read as nonsense."""
    assert told(problems_of(data)) == [("not-text", None)]


def test_a_text_with_a_lost_byte_is_not_read_as_gb18030() -> None:
    """Half a character in a UTF-8 text is told at its line, not turned into other characters."""
    damaged = "标题\n某某党支部召开党员大会\n".encode().replace("召".encode(), "召".encode()[:2])
    assert told(problems_of(damaged)) == [("damaged-text", 2)]


@pytest.mark.parametrize(
    ("character", "kind"),
    [
        ("\x00", "控制字符"),
        ("\x0b", "控制字符"),
        ("\r", "控制字符"),
        ("\x85", "控制字符"),
        ("\u2028", "控制字符"),
        ("\u200b", "看不见的字符"),
        ("\u202e", "看不见的字符"),
        ("\ufeff", "看不见的字符"),
        ("\u00ad", "看不见的字符"),
        ("\ue001", "私用区"),
        ("\ufffd", "读不出的字符"),
        ("\ufffc", "图片、公式或表格留下的空位"),
        ("\x0b", "Word 的手动换行"),
        ("\x0c", "Word 的分页符"),
        ("\u2028", "网页或 Word 里的换行"),
        ("\x13", "域代码"),
        ("\x07", "单元格"),
        ("\x1f", "可选连字符"),
        ("\u00ad", "可选连字符"),
        ("\uf0b7", "Word 的项目符号"),
        ("\ue001", "多半从 Word 或网页带来"),
    ],
)
def test_a_character_that_may_not_stand_is_told(character: str, kind: str) -> None:
    """A control character would kill a feed, an invisible one changes what a key is."""
    text = "某某党支部召开党员大会，选出新一届支部委员会，全体党员到会\n甲乙"
    (problem,) = problems_of(f"{text}{character}丙".encode())
    assert problem.place == Place(FILE, 2, 3)
    assert kind in problem.message


@pytest.mark.parametrize(
    "character",
    [
        "👨\u200d👩\u200d👧",
        "👁\ufe0f\u200d🗨\ufe0f",
        "👩🏽\u200d⚕\ufe0f",
        "❤\ufe0f\u200d🔥",
    ],
)
def test_a_joint_inside_a_pictogram_stands(character: str) -> None:
    """Telephones make one picture of several so, and would put the joint in again."""
    assert problems_of(f"甲{character}乙\n".encode()) == []


@pytest.mark.parametrize(
    "text", ["甲\u200d乙", "👨\u200d", "👨\u200d甲", "甲\u200d👨", "👨\u200b👩"]
)
def test_a_joint_that_joins_no_pictograms_is_told(text: str) -> None:
    """Between characters it is as invisible as any other."""
    assert told(problems_of(f"{text}\n".encode())) == [("forbidden-character", 1)]


def test_a_character_that_may_not_stand_is_left_out_of_what_is_read_on() -> None:
    """What else is wrong with the text is told at once."""
    assert text_of("标\u200b题: 甲\ufffd乙\n".encode()) == "标题: 甲乙\n"


def test_a_text_that_is_not_yet_merged_is_not_read_on() -> None:
    """It says everything twice."""
    assert text_of("甲\n<<<<<<< HEAD\n乙\u200b\n=======\n丙\n>>>>>>> x\n".encode()) is None


@pytest.mark.parametrize(("character", "is_mended"), [("\u200b", True), ("\x0b", False)])
def test_what_check_can_delete_is_told_so(character: str, *, is_mended: bool) -> None:
    """What prints nothing cannot be seen to be deleted by hand."""
    (problem,) = problems_of(f"甲{character}乙\n".encode())
    assert ("check --fix" in problem.remedy) is is_mended


@pytest.mark.parametrize("character", ["\x07", "\x0b", "\x0c", "\x13", "\x1e", "\x1f"])
def test_leftovers_of_word_are_told_in_the_older_encoding_too(character: str) -> None:
    """A text that Word has saved as GB18030 is a text, with something in it to delete."""
    (encoding, problem) = problems_of(f"某某党支部\r\n开会{character}换届\r\n".encode("gb18030"))[
        ::2
    ]
    assert encoding.code == "gb18030"
    assert (problem.code, problem.place) == ("forbidden-character", Place(FILE, 2, 3))


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_line_ends_of_a_mac_are_line_ends(encoding: str) -> None:
    """Word and Excel for Mac save so; nothing else can be meant."""
    assert text_of("---\r标题: 甲\r".encode(encoding)) == "---\n标题: 甲\n"


@pytest.mark.parametrize("character", ["\t", "　", "…", "〔", "①", "㎡", "𠮷", "é", "·", "—"])
def test_an_innocent_character_stands(character: str) -> None:
    """Tabs between cells, rare characters and typographic marks are text."""
    assert problems_of(f"甲{character}乙".encode()) == []


def test_an_unfinished_merge_is_told_at_its_marks() -> None:
    """The marks of Git at the beginning of a line are no text."""
    text = "甲\n<<<<<<< HEAD\n乙\n=======\n丙\n>>>>>>> x\n"
    assert told(problems_of(text.encode())) == [("merge-conflict", 2), ("merge-conflict", 6)]


def test_brackets_inside_a_line_are_no_merge() -> None:
    """Only a line that begins so is one."""
    assert problems_of("甲 <<<<<<< 乙".encode()) == []
