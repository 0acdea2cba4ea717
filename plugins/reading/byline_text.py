"""Bylines as written: `通讯员 张三、李四（某局）`, several separated by `；` or by lines."""

import re
from collections.abc import Sequence

from plugins.domain.bylines import UNSIGNED, Byline, Role
from plugins.problems import Place, Problem, has_errors, nearest_of
from plugins.reading import messages
from plugins.reading.written import Written

ROLE = re.compile(r"[^\s:：（(]+")
UNIT = re.compile(r"（([^（）()]+)）$|\(([^（）()]+)\)$")
MISPLACED = re.compile("[（）(),;]")
BLANK_IN_NAME = re.compile(r"[^\x00-\x7f]\s|\s[^\x00-\x7f]")
ROLES = frozenset(Role)
ROLES_WITHOUT_NAMES = {Role.COLLECTIVE, Role.ARCHIVE_PICTURE}


def read_bylines(written: Sequence[Written]) -> tuple[list[Byline], list[Problem]]:
    """Read the bylines of one item; `未署名` stands alone."""
    bylines: list[Byline] = []
    problems: list[Problem] = []
    for value in written:
        start = 0
        for part in value.text.split("；"):
            byline, told = _read_one(part.strip(), _place_of(value, part, start))
            start += len(part) + 1
            problems += told
            bylines += [byline] if byline else []
    if len(bylines) > 1 and any(not byline.role for byline in bylines):
        problems.append(messages.unsigned_and_signed(written[0].place))
    return bylines, problems


def _place_of(value: Written, part: str, start: int) -> Place:
    blanks = len(part) - len(part.lstrip())
    return Place(value.place.file, value.place.line, (value.place.column or 1) + start + blanks)


def _read_one(text: str, place: Place) -> tuple[Byline | None, list[Problem]]:
    """Read one role with its names and unit; a usual one is told nothing of."""
    if not text:
        return None, []
    if text == UNSIGNED:
        return Byline("", (UNSIGNED,)), []
    match = ROLE.match(text)
    role = match[0] if match else ""
    if role not in ROLES:
        return None, [_unknown_role(place, role, text)]
    rest = text[len(role) :].lstrip(" \u3000:：")
    unit = UNIT.search(rest)
    listed = rest[: unit.start()] if unit else rest
    names = tuple(name.strip() for name in re.split("[、，]", listed) if name.strip())
    told = _name_problems(text, role, listed, names, place)
    byline = Byline(role, names, (unit[1] or unit[2]).strip() if unit else "")
    if not told and text != _usual(byline):
        told = [messages.unusual_byline(place, text, _usual(byline))]
    return (None if has_errors(told) else byline), told


def _name_problems(
    text: str, role: str, listed: str, names: Sequence[str], place: Place
) -> list[Problem]:
    """Tell names that cannot be told apart: nobody's name is guessed."""
    if MISPLACED.search(listed):
        return [messages.bad_byline(place, text)]
    if not names and role not in ROLES_WITHOUT_NAMES:
        return [messages.role_without_name(place, role)]
    if any(BLANK_IN_NAME.search(name) or name in ROLES for name in names):
        return [messages.blank_in_name(place, listed.strip())]
    return []


def _usual(byline: Byline) -> str:
    """Write a byline the way it is meant to be written."""
    unit = f"（{byline.unit}）" if byline.unit else ""
    names = f" {'、'.join(byline.names)}" if byline.names else ""
    return f"{byline.role}{names}{unit}"


def _unknown_role(place: Place, role: str, text: str) -> Problem:
    joined = next((known for known in Role if text.startswith(known)), None)
    nearest = joined or nearest_of(role, list(Role))
    return messages.unknown_role(place, role or text, nearest, list(Role))
