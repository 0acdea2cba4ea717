"""The private numbers in a text that is as readers see it, however their digits are parted.

In: the text of a line, a block or a cell. Out: each number with the place of its first digit.
Blanks of any kind between digits and full-width digits hide nothing; nor do the marks and the
country code of telephone numbers, nor, where a word says what it is, digits written in Chinese,
or letters that look like digits.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.checking.private.innocent_numbers import (
    CALL_WORD,
    CONTEXT,
    IDENTITY_NAME,
    counts_too_many,
    is_announced,
    is_called_identity,
    is_innocent,
    is_serial,
)
from plugins.checking.private.number_kinds import (
    ID_LENGTH,
    IDENTITY_KIND,
    TELEPHONE_KIND,
    is_identity_number,
    kind_of_number,
    looks_like_identity_number,
    may_be_identity_number,
)

JOINT = "\u2028"
"""Stands where two lines were joined; no source may hold it."""

BLANKS = (*"\u00a0\u202f\u2060\u3000\ufeff", JOINT, *map(chr, range(0x2000, 0x200E)))
ALIKE = str.maketrans(
    {
        **dict(zip("０１２３４５６７８９Ｘｘ－", "0123456789Xx-", strict=True)),
        **dict.fromkeys(BLANKS, " "),
    }
)
"""Full-width characters and blanks of any width, as narrow ones."""

MARKS = r" .()（）\-\u2010-\u2015．·_…"
"""What is put between the groups of a telephone number."""

LISTING_MARKS = "/、,，:：*×|"
"""What parts numbers of a list, too: a word has to say that it is a telephone number."""

BETWEEN = rf"(?:[{MARKS}]{{0,3}}|\*\*)"
CANDIDATE = re.compile(
    rf"[0-9０-９](?:[{MARKS}{LISTING_MARKS}－{''.join(BLANKS)}]{{0,3}}[0-9０-９]){{10}}"
)
"""As many digits as the shortest private number has: most texts have none, and are done with."""

WORDS_BEFORE = ("v", "id|no|qq|vx|wx", "tel", "phone", "mobile")
NOT_IN_WORD = (
    "(?:(?<![0-9A-Za-z])"
    + "".join(rf"|(?<=(?<![0-9A-Za-z])(?i:{words}))" for words in WORDS_BEFORE)
    + ")"
)
"""Letters before a number make it a code, unless they are one of these words."""

DIGIT_RUN = re.compile(
    rf"{NOT_IN_WORD}[0-9](?:[ -]{{0,2}}[0-9]){{10,18}}(?:[ -]{{0,2}}[Xx])?(?![0-9A-Za-z])"
)
LETTERED_IDENTITY = re.compile(
    r"(?<![0-9A-Za-z_./%&=?#@\-])[A-Za-z]{1,10}([1-9][0-9]{16}[0-9Xx])(?![0-9A-Za-z_/]|[.\-][0-9A-Za-z])"
)
"""Letters before it hide no identity number, but in an address or the name of a file."""

TELEPHONE = re.compile(
    rf"{NOT_IN_WORD}(?:(?:00)?86{BETWEEN})?0?"
    rf"(1[3-9][0-9]){BETWEEN}([0-9]{{4}}){BETWEEN}([0-9]{{4}})(?![0-9A-Za-z])"
)
"""In its usual groups a telephone number may hold marks that part other numbers.

Some dial a 0 before it: no code of an area begins so.
"""

LISTED_TELEPHONE = re.compile(
    rf"{NOT_IN_WORD}(1[3-9][0-9])(?P<mark> ?[{LISTING_MARKS}] ?)([0-9]{{4}})(?:(?P=mark))?"
    r"([0-9]{4})(?![0-9A-Za-z])"
)
STRANGE_GROUPS = re.compile("(?!(?:00)?86)[0-9]{4,10}(?: {1,2}[0-9]+){2,}")
"""Three groups or more, the first of which is longer than that of a telephone number."""

ROUND_GROUPS = re.compile("[0-9]+0(?: {1,2}[0-9]+0)+")
MOBILE_IN_FOURS = re.compile("[0-9]{4} {1,2}(?:[0-9]{4} {1,2}[0-9]{3}|[0-9]{3} {1,2}[0-9]{4})")
"""As some write a telephone number; so stand numbers of a list, of which most are round."""

LINES_AT_MOST = 2
ANY_MARK = rf"[{MARKS}{LISTING_MARKS}]{{0,3}}"
GROUPED_IDENTITY = re.compile(
    rf"{NOT_IN_WORD}([0-9]{{6}}){ANY_MARK}([0-9]{{4}}){ANY_MARK}([0-9]{{2}}){ANY_MARK}"
    rf"([0-9]{{2}}){ANY_MARK}([0-9]{{3}}){ANY_MARK}([0-9Xx])(?![0-9A-Za-z])"
)
"""In its usual groups an identity number may hold any mark: its day and check digit tell it."""

SEPARATORS = re.compile("[ -]")

SPOKEN_DIGITS: dict[str, str | int | None] = {
    **dict(zip("〇一二三四五六七八九", "0123456789", strict=True)),
    **dict(zip("零壹贰叁肆伍陆柒捌玖", "0123456789", strict=True)),
    **dict(zip("⓪①②③④⑤⑥⑦⑧⑨", "0123456789", strict=True)),
    "○": "0",
    "幺": "1",
    "两": "2",
    **dict(zip("OoIl", "0011", strict=True)),
}
SPOKEN = "".join(SPOKEN_DIGITS)
SPOKEN_RUN = re.compile(
    rf"(?<![{SPOKEN}0-9A-Za-z])(?:(?:[{SPOKEN}0-9][ \-]{{0,2}}){{10,17}}[{SPOKEN}0-9Xx]"
    rf"|[{SPOKEN}]{{3}}[、，][{SPOKEN}]{{4}}[、，][{SPOKEN}]{{4}})(?![{SPOKEN}0-9A-Za-z])"
)
SPOKEN_CANDIDATE = re.compile(rf"[{SPOKEN}0-9](?:[ \-、，]{{0,2}}[{SPOKEN}0-9]){{10}}")
SPOKEN_SEPARATORS = re.compile("[ \\-、，]")
WORD_OF_SPOKEN = re.compile(f"{CALL_WORD}|{IDENTITY_NAME}")
NEAR_BEFORE, NEAR_BEHIND = 15, 8


@dataclass(frozen=True, slots=True)
class PrivateNumber:
    """A number in a text: `start` is the index of its first digit, `kind` says what it is."""

    start: int
    kind: str
    digits: str

    @property
    def is_long_identity(self) -> bool:
        """Whether it is an identity number of 18 characters, which little else looks like."""
        return self.kind == IDENTITY_KIND and len(self.digits) == ID_LENGTH


def numbers_in(text: str, heading: str = "") -> list[PrivateNumber]:
    """List the private numbers in a text of any length; which of them are public is not asked.

    `heading` is that of the column, where the text is a cell.
    """
    found = _spoken(text, heading) if may_be_spoken(text, heading) else {}
    if CANDIDATE.search(text):
        found |= {one.start: one for one in _written(text, heading)}
    return [found[start] for start in sorted(found)]


def may_be_spoken(text: str, heading: str = "") -> bool:
    """Tell quickly whether a text may hold a number written in Chinese, and the word for it."""
    named = WORD_OF_SPOKEN.search(text) or (heading and WORD_OF_SPOKEN.search(heading))
    return bool(named and SPOKEN_CANDIDATE.search(text))


def _written(text: str, heading: str) -> Iterator[PrivateNumber]:
    """Yield the numbers in half-width digits, none inside another."""
    narrow = text.translate(ALIKE)
    end_of_last = 0
    for start, end, digits in sorted(_candidates(narrow), key=lambda one: (one[0], -one[1])):
        if start < end_of_last or not (kind := _kind_in(narrow, start, end, digits, heading)):
            continue
        announced = is_announced(_before(narrow, start), heading)
        if kind == TELEPHONE_KIND and not announced and looks_like_list(text[start:end]):
            continue
        yield PrivateNumber(start, kind, digits)
        end_of_last = end


def _candidates(narrow: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and digits of whatever is grouped like a private number."""
    for run in DIGIT_RUN.finditer(narrow):
        yield run.start(), run.end(), SEPARATORS.sub("", run[0])
    for pattern in (GROUPED_IDENTITY, TELEPHONE):
        for one in pattern.finditer(narrow):
            yield one.start(), one.end(), "".join(one.groups())
    for one in LETTERED_IDENTITY.finditer(narrow):
        if is_identity_number(one[1]):
            yield one.start(1), one.end(1), one[1]
    for one in LISTED_TELEPHONE.finditer(narrow):
        yield one.start(), one.end(), "".join(one.group(1, 3, 4))


def looks_like_list(written: str) -> bool:
    """Tell whether the groups of a number may be numbers of their own, unless a word says no.

    Such are groups parted as in a list, groups of strange lengths (`1500 2000 300`), and groups on
    two lines of which one has another gap (`2021 150` above `2022 1600`).
    """
    narrow = written.translate(ALIKE)
    if MOBILE_IN_FOURS.fullmatch(narrow):
        return bool(ROUND_GROUPS.fullmatch(narrow))
    if STRANGE_GROUPS.fullmatch(narrow) or LISTED_TELEPHONE.fullmatch(narrow):
        return True
    lines = [line.translate(ALIKE).strip() for line in written.split(JOINT)]
    return len(lines) > LINES_AT_MOST or (len(lines) > 1 and any(" " in line for line in lines))


def _kind_in(text: str, start: int, end: int, digits: str, heading: str) -> str:
    """Say what the number is between the words beside it; empty where it is nobody's secret."""
    kind, before = kind_of_number(digits), _before(text, start)
    if may_be_identity_number(digits) and is_called_identity(before, heading):
        return IDENTITY_KIND
    if kind == IDENTITY_KIND and len(digits) == ID_LENGTH:
        return "" if is_serial(before, heading) else kind
    after, is_whole = text[end : end + CONTEXT], end - start == len(digits)
    if kind == TELEPHONE_KIND and is_whole and counts_too_many(after, heading):
        return kind
    return "" if kind and is_innocent(before, after, heading) else kind


def _before(text: str, start: int) -> str:
    return text[max(0, start - CONTEXT) : start]


def _spoken(text: str, heading: str) -> dict[int, PrivateNumber]:
    """Find numbers in Chinese or circled digits or with letters, where a word says what it is."""
    found = {}
    for run in SPOKEN_RUN.finditer(text):
        written = SPOKEN_SEPARATORS.sub("", run[0])
        digits = written.translate(str.maketrans(SPOKEN_DIGITS))
        kind = kind_of_number(digits)
        if looks_like_identity_number(digits) and is_called_identity(
            _before(text, run.start()), heading
        ):
            kind = IDENTITY_KIND
        if kind not in {TELEPHONE_KIND, IDENTITY_KIND} or digits == written:
            continue
        near = text[max(0, run.start() - NEAR_BEFORE) : run.end() + NEAR_BEHIND]
        if WORD_OF_SPOKEN.search(near) or WORD_OF_SPOKEN.search(heading):
            found[run.start()] = PrivateNumber(run.start(), kind, digits)
    return found
