"""What a run of digits is by its form alone: an identity number, a mobile telephone, a bank card.

Source: GB 11643 (identity numbers and their check digit), the numbering plan for mobile
telephones, ISO/IEC 7812 (the check digit of cards, and with what their numbers begin).
"""

import re
from datetime import date

IDENTITY_KIND, TELEPHONE_KIND, CARD_KIND = "身份证号", "手机号", "银行卡号"
PROVINCES = {
    *("11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37"),
    *("41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64"),
    *("65", "71", "81", "82", "83"),
}
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_CHARACTERS = "10X98765432"
MOBILE = re.compile(r"1[3-9]\d{9}")
ID_LENGTH = 18
OLD_ID_LENGTH = 15
MISTYPED_ID = re.compile(r"\d{14,18}[\dXx]")
CARD = re.compile(r"[3-69]\d{15,18}")
"""No card begins with 1 or 2, as years and the stamps of time do."""


def kind_of_number(digits: str) -> str:
    """Say what a run of digits (and a final X) is; empty where it is nobody's secret."""
    if is_identity_number(digits):
        return IDENTITY_KIND
    if MOBILE.fullmatch(digits):
        return TELEPHONE_KIND
    if CARD.fullmatch(digits) and _passes_luhn(digits):
        return CARD_KIND
    return ""


def is_identity_number(digits: str) -> bool:
    """Tell whether digits are an identity number: province, a real day of birth, check digit."""
    if digits[:2] not in PROVINCES:
        return False
    if len(digits) == OLD_ID_LENGTH and digits.isdecimal():
        return _is_day(f"19{digits[6:12]}")
    if not looks_like_identity_number(digits):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits, WEIGHTS, strict=False))
    return digits[-1].upper() == CHECK_CHARACTERS[total % 11]


def looks_like_identity_number(digits: str) -> bool:
    """Tell whether digits have the form of an identity number, one digit of which may be wrong."""
    return len(digits) == ID_LENGTH and digits[:-1].isdecimal() and _is_day(digits[6:14])


def may_be_identity_number(digits: str) -> bool:
    """Tell whether digits that are called an identity number may be one, however badly copied."""
    is_of_province = digits[:2] in PROVINCES and MISTYPED_ID.fullmatch(digits)
    return bool(is_of_province) or looks_like_identity_number(digits)


def _is_day(digits: str) -> bool:
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return False
    return 1900 <= born.year < 2100  # noqa: PLR2004 - nobody alive was born before


def _passes_luhn(digits: str) -> bool:
    doubled = [sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2]]
    return (sum(doubled) + sum(int(digit) for digit in digits[-1::-2])) % 10 == 0
