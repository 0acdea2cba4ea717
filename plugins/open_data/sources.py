"""Which tables are published, in the order of the catalogue, and where their rows come from."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from plugins.domain.award_states import state_today
from plugins.domain.bulletin import Bulletin
from plugins.domain.declared import Declared
from plugins.domain.figures import Figure
from plugins.domain.mechanisms import Mechanism
from plugins.domain.news_item import NewsItem
from plugins.domain.record_kinds import RECORD_KINDS
from plugins.domain.records import Openness, Record
from plugins.domain.tables import (
    Branch,
    Change,
    Column,
    Holding,
    Honour,
    Organisation,
    Recipient,
    RecipientKind,
    Recognition,
    Topic,
)

ITEMS_GROUP = "稿件与栏目"
UNITS_GROUP = "单位与党组织"
HONOURS_GROUP = "荣誉"
RECORDS_GROUP = "数据与机制"
SLUG = ("链接名",)


def _nothing(_bulletin: Bulletin, _row: Any) -> tuple[NewsItem, ...]:
    return ()


def _about(bulletin: Bulletin, row: Any) -> tuple[NewsItem, ...]:
    return bulletin.items_about.get(row.address, ())


@dataclass(frozen=True)
class TableSource:
    """A table of the content folder as it is published.

    `rows` are the public ones. `references` names where the values of a heading are found, beyond
    what the heading declares. `used_in` gives the items that a row is known by, newest first, where
    the row itself names none. `note` says what is left out.
    """

    name: str
    title: str
    description: str
    group: str
    model: type[Declared]
    rows: Callable[[Bulletin], Sequence[Declared]]
    key: tuple[str, ...] = ()
    references: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    used_in: Callable[[Bulletin, Any], Sequence[NewsItem]] = _nothing
    note: Callable[[Bulletin], str] = lambda _: ""


def table_sources() -> Iterable[TableSource]:
    """Yield all tables but that of the items themselves."""
    yield from (COLUMNS, TOPICS)
    yield from (ORGANISATIONS, BRANCHES, CHANGES)
    yield from (HONOURS, RECOGNITIONS, RECIPIENTS, HOLDINGS)
    yield from (FIGURES, MECHANISMS)
    for kind in RECORD_KINDS:
        if kind.openness is Openness.PUBLIC:
            yield _source_of_kind(kind)


def _source_of_kind(kind: type[Record]) -> TableSource:
    return TableSource(
        name=kind.table,
        title=kind.title,
        description=kind.introduction,
        group=RECORDS_GROUP,
        model=kind,
        rows=lambda bulletin: bulletin.records_by_kind.get(kind.table, ()),
        key=SLUG,
    )


def _recognitions(bulletin: Bulletin) -> tuple[Recognition, ...]:
    """Return the recognitions, each with the address of its document instead of its file."""
    published = [
        (row, row.published_attachment.path if row.published_attachment else "")
        for row in bulletin.recognitions
    ]
    return tuple(row.model_copy(update={"attachment": path}) for row, path in published)


def _holdings(bulletin: Bulletin) -> tuple[Holding, ...]:
    """Return the holdings but for those of persons."""
    honours = bulletin.honour_by_name
    return tuple(
        row
        for row in bulletin.holdings
        if honours[row.honour].awarded_to is not RecipientKind.PERSON
    )


def _named_recipients(bulletin: Bulletin) -> tuple[Recipient, ...]:
    """Return the recipients that may be named, each in its state of today."""
    recognitions = {one.number: one for one in bulletin.recognitions}
    named = []
    for row in bulletin.recipients:
        recognition = recognitions[row.recognition]
        if row.may_be_named(bulletin.honour_by_name[recognition.honour]):
            state, since = state_today(row, recognition, bulletin.today)
            named.append(row.model_copy(update={"state": state, "state_since": since}))
    return tuple(named)


def _unnamed_note(bulletin: Bulletin) -> str:
    unnamed = len(bulletin.recipients) - len(_named_recipients(bulletin))
    return f"另有{unnamed}名个人只计数，不列姓名。" if unnamed else ""


COLUMNS = TableSource(
    name="columns",
    title="栏目",
    description="本刊的栏目。",
    group=ITEMS_GROUP,
    model=Column,
    rows=lambda bulletin: bulletin.columns,
    key=SLUG,
    used_in=lambda bulletin, row: bulletin.items_by_column.get(row.slug, ()),
)
TOPICS = TableSource(
    name="topics",
    title="专题",
    description="本刊稿件的专题（标签）。",
    group=ITEMS_GROUP,
    model=Topic,
    rows=lambda bulletin: bulletin.topics,
    key=SLUG,
    used_in=lambda bulletin, row: bulletin.items_by_topic.get(row.slug, ()),
)
ORGANISATIONS = TableSource(
    name="organisations",
    title="单位",
    description="本刊稿件和各表里的单位。",
    group=UNITS_GROUP,
    model=Organisation,
    rows=lambda bulletin: bulletin.organisations,
    key=SLUG,
    references={"上级单位": ("organisations", "单位名称")},
    used_in=_about,
)
BRANCHES = TableSource(
    name="branches",
    title="党组织",
    description="本刊稿件和各表里的党组织。",
    group=UNITS_GROUP,
    model=Branch,
    rows=lambda bulletin: bulletin.branches,
    key=SLUG,
    references={"上级党组织": ("branches", "党组织名称")},
    used_in=_about,
)
CHANGES = TableSource(
    name="changes",
    title="党组织变更",
    description="党组织的成立、更名、合并、拆分、划转、换届和撤销。",
    group=UNITS_GROUP,
    model=Change,
    rows=lambda bulletin: bulletin.changes,
)
HONOURS = TableSource(
    name="honours",
    title="荣誉称号",
    description="各项荣誉称号和它的授予对象。",
    group=HONOURS_GROUP,
    model=Honour,
    rows=lambda bulletin: bulletin.honours,
    key=SLUG,
    used_in=_about,
)
RECOGNITIONS = TableSource(
    name="recognitions",
    title="表彰",
    description="每一批表彰：荣誉、年度、授予机关和公布的总数。",
    group=HONOURS_GROUP,
    model=Recognition,
    rows=_recognitions,
    key=("表彰编号",),
    references={"荣誉名称": ("honours", "荣誉名称")},
)
RECIPIENTS = TableSource(
    name="recipients",
    title="获得者",
    description="各批表彰中见于公开报道的获得者，未必完整。",
    group=HONOURS_GROUP,
    model=Recipient,
    rows=_named_recipients,
    key=("表彰编号", "获得者"),
    references={
        "表彰编号": ("recognitions", "表彰编号"),
        "所属单位": ("organisations", "单位名称"),
    },
    note=_unnamed_note,
)
HOLDINGS = TableSource(
    name="holdings",
    title="批次不详的荣誉",
    description="确知已有、授予批次不详的荣誉。",
    group=HONOURS_GROUP,
    model=Holding,
    rows=_holdings,
    references={"荣誉名称": ("honours", "荣誉名称")},
)
FIGURES = TableSource(
    name="figures",
    title="数据台账",
    description="见于报道的数字，每个都有范围、时点、口径和来源稿件；存疑的写明原因。",
    group=RECORDS_GROUP,
    model=Figure,
    rows=lambda bulletin: bulletin.figures,
)
MECHANISMS = TableSource(
    name="mechanisms",
    title="机制",
    description="本刊报道过的机制、制度和做法。",
    group=RECORDS_GROUP,
    model=Mechanism,
    rows=lambda bulletin: bulletin.mechanisms,
    key=SLUG,
)
