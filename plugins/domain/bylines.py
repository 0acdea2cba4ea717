"""Who made an item: a role, names and the unit they work in."""

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


@dataclass(frozen=True, slots=True)
class Byline:
    """One role with its names; `role` is empty only where the item is said to be unsigned.

    `names` may be empty for a role that needs none (集体, 资料图片). `unit` is the bracketed unit.
    """

    role: str
    names: tuple[str, ...]
    unit: str = ""
