"""Who made an item: a role, names and the unit they work in."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

UNSIGNED = "未署名"
IN_PLACE_OF_A_NAME = ("集体", UNSIGNED)


class Role(StrEnum):
    """The roles that a byline may name, as the press writes them."""

    STAFF_REPORTER = "本报记者"
    REPORTER = "记者"
    SPECIAL_REPORTER = "特约记者"
    TRAINEE_REPORTER = "见习记者"
    CORRESPONDENT = "通讯员"
    TEXT_AND_PICTURES = "图/文"
    PHOTOGRAPHER = "摄影"
    PICTURE_BY = "供图"
    ARCHIVE_PICTURE = "资料图片"
    EDITOR = "编辑"
    RESPONSIBLE_EDITOR = "责编"
    REVIEWER = "审核"
    PROOFREADER = "校对"
    COMMENTATOR = "评论员"
    COLLECTIVE = "集体"


WRITERS = frozenset({
    Role.STAFF_REPORTER, Role.REPORTER, Role.SPECIAL_REPORTER, Role.TRAINEE_REPORTER,
    Role.CORRESPONDENT, Role.TEXT_AND_PICTURES, Role.COMMENTATOR,
})  # fmt: skip
PHOTOGRAPHERS = frozenset({Role.PHOTOGRAPHER})
MAKERS = WRITERS | PHOTOGRAPHERS | {Role.COLLECTIVE}
"""Who made an item; the others lent a picture or prepared it for print."""

EDITORS = frozenset({Role.EDITOR, Role.RESPONSIBLE_EDITOR})


@dataclass(frozen=True, slots=True)
class Byline:
    """One role with its names; `role` is empty only where the item is said to be unsigned.

    `names` may be empty for a role that needs none (集体, 资料图片). `unit` is the bracketed unit.
    """

    role: str
    names: tuple[str, ...]
    unit: str = ""


def signed_names(bylines: Iterable[Byline]) -> tuple[str, ...]:
    """Return every name that stands in bylines, once; also what stands in place of one."""
    return tuple(dict.fromkeys(name for byline in bylines for name in byline.names))


def names_in(bylines: Iterable[Byline], roles: Collection[Role]) -> tuple[str, ...]:
    """Return the names that stand under some roles, each once; 集体 and 未署名 are no names."""
    names = (name for byline in bylines if byline.role in roles for name in byline.names)
    return tuple(name for name in dict.fromkeys(names) if name not in IN_PLACE_OF_A_NAME)
