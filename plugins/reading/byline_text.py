"""Bylines as written: `通讯员 张三、李四（某局）`, several separated by `；` or by lines."""

import re
from collections.abc import Sequence

from plugins.domain.bylines import UNSIGNED, Byline, Role
from plugins.problems import Place, Problem, nearest_of
from plugins.reading import messages
from plugins.reading.written import Written

PARTS = re.compile("[；;]")
SIGNATURE = re.compile(
    r"(?P<role>\S+?)(?:[\s:：]+(?P<names>[^（()）]*?))?\s*(?:[（(](?P<unit>[^（()）]+)[)）])?"
)
ROLES_WITHOUT_NAMES = {Role.COLLECTIVE, Role.ARCHIVE_PICTURE}


def read_bylines(written: Sequence[Written]) -> tuple[list[Byline], list[Problem]]:
    """Read the bylines of one item; `未署名` stands alone."""
    bylines: list[Byline] = []
    problems: list[Problem] = []
    for value in written:
        for part in PARTS.split(value.text):
            byline = _read_one(part.strip(), value.place)
            if isinstance(byline, Problem):
                problems.append(byline)
            elif byline is not None:
                bylines.append(byline)
    if len(bylines) > 1 and any(not byline.role for byline in bylines):
        problems.append(messages.unsigned_and_signed(written[0].place))
    return bylines, problems


def _read_one(text: str, place: Place) -> Byline | Problem | None:
    if not text:
        return None
    if text == UNSIGNED:
        return Byline("", (UNSIGNED,))
    match = SIGNATURE.fullmatch(text)
    if match is None:
        return messages.bad_byline(place, text)
    if match["role"] not in list(Role):
        return _unknown_role(place, match["role"], text)
    names = tuple(name for name in re.split("[、，\\s]+", match["names"] or "") if name)
    if not names and match["role"] not in ROLES_WITHOUT_NAMES:
        return messages.role_without_name(place, match["role"])
    return Byline(match["role"], names, (match["unit"] or "").strip())


def _unknown_role(place: Place, role: str, text: str) -> Problem:
    joined = next((known for known in Role if text.startswith(known)), None)
    return messages.unknown_role(place, role, joined or nearest_of(role, list(Role)), list(Role))
