"""From the bytes of a source to its lines: encodings, line ends and characters that may not stand.

Comes before the front matter, Markdown and CSV readers.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from plugins.problems import Place, Problem
from plugins.reading import messages

UTF8_MARK = b"\xef\xbb\xbf"
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
UTF32_MARK = b"\xff\xfe\x00\x00"
FORBIDDEN_CHARACTERS = {
    "control": "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029",
    "invisible": "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f",
    "private": "\ue000-\uf8ff\U000f0000-\U0010fffd",
    "lost": "\ufff9-\uffff",
}
"""By kind, as a set of a pattern is written."""

PICTOGRAMS = "\u2190-\u2bff\U0001f000-\U0001faff"
JOINT_OF_PICTOGRAMS = f"(?<=[{PICTOGRAMS}\ufe0f]\u200d)(?=[{PICTOGRAMS}])"
"""Behind a joint that makes one picture of two, as those of telephones are: it stands there."""

# A pattern that begins with one set is searched for several times as fast as a choice of sets.
FORBIDDEN = re.compile(
    f"[{''.join(FORBIDDEN_CHARACTERS.values())}](?!{JOINT_OF_PICTOGRAMS})"
    f"(?:{'|'.join(f'(?<=(?P<{kind}>[{one}]))' for kind, one in FORBIDDEN_CHARACTERS.items())})"
)
ODD_BLANK = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f]")
"""Blanks of other widths, as Word and web pages have them; nobody tells them from a plain one."""

UNPRINTED = "\x1f\u00ad\u200b\u200e\u200f\u2060\ufeff"
"""What prints nothing and means nothing in Chinese: hyphens that may be, joints, directions."""

WORDS_LEFTOVERS = re.compile("[\x07\r\x0b\x0c\x13-\x15\x1e\x1f\u00ad]")
"""Breaks, hyphens and marks of Word, which stand in text as other such characters never do."""

CONFLICT_MARKS = ("<<<<<<< ", ">>>>>>> ", "||||||| ")


@dataclass(frozen=True)
class SourceText:
    """A source as text with LF line ends; `lines` are without them."""

    file: str
    text: str

    @cached_property
    def lines(self) -> list[str]:
        """The lines, the first of which is line 1."""
        return self.text.split("\n")

    def place(self, line: int, column: int | None = None) -> Place:
        """Return a place in this source."""
        return Place(self.file, line, column)


def with_plain_blanks(text: str) -> str:
    """Return a text with a plain blank for every odd one, as long as before."""
    return ODD_BLANK.sub(" ", text)


def without_unprinted(text: str) -> str:
    """Return a text without the characters that `check --fix` deletes."""
    return text.translate(str.maketrans("", "", UNPRINTED))


def is_utf16(data: bytes) -> bool:
    """Tell UTF-16 by its mark, which leaves no doubt."""
    return data.startswith(UTF16_MARKS) and not data.startswith(UTF32_MARK)


def text_of(data: bytes) -> str | None:
    """Return the text of a source as it is decoded; None where `read_source` has none to read."""
    text, _ = _decoded("", data)
    return None if text is None or _merge_conflicts(SourceText("", text)) else text


def read_source(file: str, data: bytes) -> tuple[SourceText | None, list[Problem]]:
    """Decode a source; None with an error where it is empty, no text, or not yet merged.

    Characters that may not stand are told and left out, so that what else is wrong is told too.
    """
    text, problems = _decoded(file, data)
    if text is None:
        return None, problems
    if not text.strip():
        return None, [messages.empty_file(Place(file))]
    if "\r\n" in text:
        text = text.replace("\r\n", "\n")
        problems.append(messages.windows_line_ends(Place(file)))
    elif "\n" not in text:
        text = text.replace("\r", "\n")  # as Word and Excel on a Mac save
    source = SourceText(file, text)
    if conflicts := _merge_conflicts(source):
        return None, [*problems, *conflicts]
    if FORBIDDEN.search(text):
        problems += _character_faults(source)
        source = SourceText(file, FORBIDDEN.sub("", text))
    return source, problems


def _decoded(file: str, data: bytes) -> tuple[str | None, list[Problem]]:
    place = Place(file)
    if is_utf16(data):
        return _decoded_as(data, "utf-16", messages.utf16(place))
    if data[:64].count(0) * 3 > len(data[:64]):
        return None, [messages.not_text(place)]
    notes = []
    if data.startswith(UTF8_MARK):
        data = data.removeprefix(UTF8_MARK)
        notes.append(messages.byte_order_mark(place))
    try:
        return data.decode("utf-8"), notes
    except UnicodeDecodeError as failure:
        if notes or _is_mostly_utf8(data):
            line = data.count(b"\n", 0, failure.start) + 1
            return None, [messages.damaged_text(Place(file, line))]
    return _decoded_as(data, "gb18030", messages.gb18030(place))


def _decoded_as(data: bytes, encoding: str, note: Problem) -> tuple[str | None, list[Problem]]:
    """Decode as another encoding with a note; what comes to nonsense is no text."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None, [messages.not_text(note.place)]
    if FORBIDDEN.search(WORDS_LEFTOVERS.sub("", without_unprinted(text))):
        return None, [messages.not_text(note.place)]
    return text, [note]


def _is_mostly_utf8(data: bytes) -> bool:
    """Tell a UTF-8 text of which some bytes are lost: as GB18030 it would read as nonsense."""
    text = data.decode("utf-8", "replace")
    foreign = sum(not character.isascii() for character in text)
    return text.count("\ufffd") * 2 < foreign


def _character_faults(source: SourceText) -> list[Problem]:
    """Tell characters that may not stand."""
    return [
        messages.forbidden_character(
            source.place(number, match.start() + 1),
            match.lastgroup or "",
            match.group(),
            is_mended=match.group() in UNPRINTED,
        )
        for number, line in enumerate(source.lines, start=1)
        for match in FORBIDDEN.finditer(line)
    ]


def _merge_conflicts(source: SourceText) -> list[Problem]:
    """Tell the marks of an unfinished merge."""
    if not any(mark in source.text for mark in CONFLICT_MARKS):
        return []
    return [
        messages.merge_conflict(source.place(number, 1))
        for number, line in enumerate(source.lines, start=1)
        if line.startswith(CONFLICT_MARKS)
    ]
