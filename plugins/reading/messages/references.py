"""Faults of what refers to something else: names, tables, items, addresses."""

from collections.abc import Sequence

from plugins.problems import Place, Problem, error, info, warning
from plugins.reading.messages.quoting import short

ITEM_KEYS = ("稿件", "来源稿件")


def unknown_reference(
    place: Place, name: str, value: str, nearest: str | None, table: str = ""
) -> Problem:
    """Tell a value that names nothing known, with the nearest that is; `table` lists the names."""
    listed = f"名称列在 tables/{table}，照那里的写；确是新的，先在那张表里加一行。"
    return error(
        place,
        "unknown-reference",
        f"“{short(name)}”里的“{short(value)}”不存在"
        + (f"，是否为“{nearest}”？" if nearest else "。"),
        "写成 年份/文件名，不带 .md，如 2022/wenjian-ming。"
        if name in ITEM_KEYS
        else listed
        if table
        else "照编辑须知里的名称写。",
    )


def unknown_name(place: Place, name: str, nearest: str | None) -> Problem:
    """Tell a name link that leads nowhere."""
    return error(
        place,
        "unknown-name",
        f"[[{short(name)}]] 没有对应的党组织、单位、荣誉、栏目、标签、机制或记录"
        + (f"，是否为“{nearest}”？" if nearest else "。"),
        "照表格（党组织在 tables/branches，单位在 tables/organisations 等）里的名称或简称写；"
        "不要链接就去掉方括号。",
    )


def ambiguous_name(place: Place, name: str, bearers: Sequence[str]) -> Problem:
    """Tell a name that several things bear."""
    return error(
        place,
        "ambiguous-name",
        f"“{short(name)}”有几个对应：{'、'.join(bearers)}。",
        "写全称。",
    )


def row_waits(place: Place, item: str) -> Problem:
    """Note a row that waits with its source item."""
    return info(
        place,
        "row-waits",
        f"来源稿件“{short(item)}”还没有公开（草稿或未到日期），这一行暂不发布。",
        "稿件公开后自动发布，不必改这一行。",
    )


def row_withdrawn(place: Place, item: str) -> Problem:
    """Warn of a row that is not published since its source item is withdrawn."""
    return warning(
        place,
        "row-withdrawn",
        f"来源稿件“{short(item)}”已经撤稿，这一行不发布。",
        "另有来源的换成那一篇；没有的，删去这一行。",
    )


def withdrawn_source(place: Place, item: str) -> Problem:
    """Warn of a row that is published, though its source item is withdrawn."""
    return warning(
        place,
        "withdrawn-source",
        f"来源稿件“{short(item)}”已经撤稿，这一行还在发布。",
        "另有来源的换成那一篇；只依据它的，删去这一行。",
    )


def more_than_announced(place: Place, number: str, announced: int) -> Problem:
    """Tell more recipients than were announced."""
    return error(
        place,
        "more-than-announced",
        f"表彰“{number}”公布 {announced} 个，这里列出的已经超过。",
        "核对公布数量和名单，改正错的一处。",
    )


def person_without_grounds(place: Place) -> Problem:
    """Warn of a person who is only counted, and had better not be named at all.

    The table itself may lie in a public repository, whatever the pages show of it.
    """
    return warning(
        place,
        "person-without-grounds",
        "这名个人没有公开依据，网页只计数，不列姓名。",
        "写上公开依据；没有依据的，从表里删去姓名，公布数量写在 recognitions 表。",
    )


def recipient_of_other_kind(place: Place, name: str, kind: str, awarded_to: str) -> Problem:
    """Tell a recipient that is an organisation where the honour is for branches, or vice versa."""
    return error(
        place,
        "recipient-of-other-kind",
        f"“{short(name)}”是{kind}，而这项荣誉的授予对象是{awarded_to}。",
        f"“获得者”改成{awarded_to}的名称；授予对象写错了的，在 honours 表里改。",
    )


def recipient_twice(place: Place, name: str) -> Problem:
    """Tell a recipient that one recognition lists twice."""
    return error(
        place,
        "recipient-twice",
        f"“{short(name)}”在同一次表彰里列了两次。",
        "只留一行。",
    )


def circle(place: Place, heading: str, name: str) -> Problem:
    """Tell parents that form a circle."""
    return error(
        place,
        "circle",
        f"“{heading}”绕成了圈：“{short(name)}”成了自己的上级。",
        "改正其中一行的上级。",
    )


def same_address(place: Place, address: str, other: str) -> Problem:
    """Tell two texts with one URL."""
    return error(
        place,
        "same-address",
        f"网址 /{address} 已经给了“{other}”。",
        "改链接名或日期，让网址不同。",
    )


def reserved_name(place: Place, name: str) -> Problem:
    """Tell a page whose URL the site itself needs."""
    return error(
        place,
        "reserved-name",
        f"链接名“{short(name)}”是本站自己用的网址。",
        "换一个链接名。",
    )


def device_name(place: Place, name: str) -> Problem:
    """Tell a slug that no folder can have on Windows."""
    return error(
        place,
        "device-name",
        f"链接名“{short(name)}”是 Windows 留给设备的名字，不能用作网址。",
        f"换一个，如 x-{name}。",
    )


def bad_address(place: Place, url: str) -> Problem:
    """Tell a source address that is no web address."""
    return error(
        place,
        "bad-address",
        f"“{short(url)}”不是网址。",
        "写完整的网址，以 https:// 或 http:// 开头。",
    )
