"""Numbers of identity cards, mobile telephones and bank cards do not belong into a bulletin.

Source: GB 11643 (identity numbers and their check digit), the numbering plan for mobile
telephones, ISO/IEC 7812 (the check digit of cards). Blanks of any kind between digits and
full-width digits hide nothing; nor do the marks and the country code of telephone numbers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plugins.checking.sources import Source
from plugins.problems import Place, Problem, error

BLANKS = (*"\u00a0\u202f\u2060\u3000\ufeff", *map(chr, range(0x2000, 0x200E)))
ALIKE = str.maketrans(
    {
        **dict(zip("０１２３４５６７８９Ｘｘ－", "0123456789Xx-", strict=True)),
        **dict.fromkeys(BLANKS, " "),
    }
)
"""Full-width characters and blanks of any width, as narrow ones."""

MARKS = r" .()（）\-\u2010-\u2015．·"
"""What is put between the groups of a telephone number."""

BETWEEN = f"[{MARKS}]{{0,2}}"
CANDIDATE = re.compile(rf"[0-9０-９](?:[{MARKS}－{''.join(BLANKS)}]{{0,2}}[0-9０-９]){{10}}")
"""As many digits as the shortest private number has: most texts have none, and are done with."""

DIGIT_RUN = re.compile(
    r"(?<![0-9A-Za-z])[0-9](?:[ -]{0,2}[0-9]){10,18}(?:[ -]{0,2}[Xx])?(?![0-9A-Za-z])"
)
TELEPHONE = re.compile(
    rf"(?:(?<![0-9A-Za-z])|(?<=tel))(?:(?:00)?86{BETWEEN})?"
    rf"(1[3-9][0-9]){BETWEEN}([0-9]{{4}}){BETWEEN}([0-9]{{4}})(?![0-9A-Za-z])",
    re.IGNORECASE,
)
"""In its usual groups a telephone number may hold marks that part other numbers."""

SEPARATORS = re.compile("[ -]")
PROVINCES = {
    *("11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37"),
    *("41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64"),
    *("65", "71", "81", "82", "83"),
}
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_CHARACTERS = "10X98765432"
MOBILE = re.compile(r"1[3-9]\d{9}")
TELEPHONE_KIND = "手机号"
ID_LENGTH = 18
OLD_ID_LENGTH = 15
CARD_LENGTHS = range(16, 20)


@dataclass(frozen=True, slots=True)
class PrivateNumber:
    """A number in a text: `start` is the index of its first digit, `kind` says what it is."""

    start: int
    kind: str
    digits: str


def private_numbers(source: Source, office_phone: str = "") -> Iterator[Problem]:
    """Tell every private number in a source; the office's own telephone is public."""
    if not CANDIDATE.search(source.text):
        return
    public = SEPARATORS.sub("", office_phone)
    for line in source.lines:
        for number in numbers_in(line.text):
            if number.digits != public:
                yield _problem(line.at(number.start), number)


def numbers_in(text: str) -> list[PrivateNumber]:
    """List the private numbers in a text of any length; which of them are public is not asked."""
    if not CANDIDATE.search(text):
        return []
    narrow = text.translate(ALIKE)
    runs = {run.start(): SEPARATORS.sub("", run[0]) for run in DIGIT_RUN.finditer(narrow)}
    telephones = {one.start(): "".join(one.groups()) for one in TELEPHONE.finditer(narrow)}
    return [
        PrivateNumber(start, kind, digits)
        for start, digits in sorted({**runs, **telephones}.items())
        if (kind := kind_of_number(digits))
    ]


def kind_of_number(digits: str) -> str:
    """Say what a run of digits (and a final X) is; empty where it is nobody's secret."""
    if is_identity_number(digits):
        return "身份证号"
    if MOBILE.fullmatch(digits):
        return TELEPHONE_KIND
    if digits.isdecimal() and len(digits) in CARD_LENGTHS and _passes_luhn(digits):
        return "银行卡号"
    return ""


def is_identity_number(digits: str) -> bool:
    """Tell whether digits are an identity number: province, a real day of birth, check digit."""
    if digits[:2] not in PROVINCES:
        return False
    if len(digits) == OLD_ID_LENGTH and digits.isdecimal():
        return _is_day(f"19{digits[6:12]}")
    if len(digits) != ID_LENGTH or not digits[:-1].isdecimal():
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits, WEIGHTS, strict=False))
    return _is_day(digits[6:14]) and digits[-1].upper() == CHECK_CHARACTERS[total % 11]


def _problem(place: Place, number: PrivateNumber) -> Problem:
    office = "；确是办公电话的，写座机，或写进 site 表的联系电话"
    return error(
        place,
        "private-number",
        f"这里像是{number.kind}（{number.digits[:3]}…{number.digits[-2:]}），不能公开。",
        f"删去，或只留必要的几位{office if number.kind == TELEPHONE_KIND else ''}。",
    )


def _is_day(digits: str) -> bool:
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return False
    return born.year >= 1900  # noqa: PLR2004 - nobody alive was born before


def _passes_luhn(digits: str) -> bool:
    doubled = [sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2]]
    return (sum(doubled) + sum(int(digit) for digit in digits[-1::-2])) % 10 == 0
