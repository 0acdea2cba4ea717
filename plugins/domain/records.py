"""What all records have in common: one class is one kind, one table, one word of vocabulary.

A kind of record is a subclass of `Record` whose fields are the headings of its table. The list of
kinds is `record_kinds.RECORD_KINDS`; list, detail pages, downloads, search and links follow from
the declaration alone.
"""

from enum import StrEnum
from typing import ClassVar

from plugins.domain import addresses
from plugins.domain.declared import Declared, DeclaredKey, declared_keys, key
from plugins.domain.slugs import Slug, slug_key
from plugins.domain.steps import STEPS, parts_of


class Openness(StrEnum):
    """公开属性: what readers may see of a kind of record."""

    PUBLIC = "公开"
    TOTALS = "仅汇总"
    INTERNAL = "不公开"


class Record(Declared):
    """One row of a table of records; what a kind does not say is not public.

    `table` names the file and the folder of the pages, `title` is what readers call the kind and
    `measure` how they count it. `introduction` stands above the list. `groups_by` is the field
    that the list is grouped by. Fields named in `internal` are shown only where a row has its
    公开依据. `paragraphs` are fields long enough to be read as a text, `sequence` is one whose
    steps are drawn, `period` names the two dates of which the first may not be the later one. Of a
    kind of which readers see totals alone, these are counted by `totals_by`. A field `year` holds
    a year.
    """

    table: ClassVar[str] = ""
    title: ClassVar[str] = ""
    measure: ClassVar[str] = "条"
    introduction: ClassVar[str] = ""
    openness: ClassVar[Openness] = Openness.INTERNAL
    groups_by: ClassVar[str] = ""
    internal: ClassVar[tuple[str, ...]] = ()
    paragraphs: ClassVar[tuple[str, ...]] = ()
    sequence: ClassVar[str] = ""
    period: ClassVar[tuple[str, ...]] = ()
    totals_by: ClassVar[tuple[str, ...]] = ()

    name: str
    slug: Slug = slug_key()
    source_item: str = key(
        "来源稿件", "公开写到它的稿件，如 2022/wenjian-ming", min_length=1, refers_to="稿件"
    )
    public_grounds: str = key("公开依据", "内部各栏可以公开的依据；没有就不公开那些栏", default="")
    doubt: str = key("待核", "存疑的地方和原因", default="")

    @classmethod
    def folder(cls) -> str:
        """Return the address of the list of this kind."""
        return f"{cls.table}/"

    @property
    def sources(self) -> tuple[str, ...]:
        """The identity of the item that it comes from: it is public while that is."""
        return (self.source_item,)

    @property
    def address(self) -> str:
        """The address of the record's page."""
        return addresses.of_entity(self.folder(), self.slug)

    def shows(self, declared: DeclaredKey) -> bool:
        """Tell whether readers may see a field; an internal one needs 公开依据."""
        return declared.english not in self.internal or bool(self.public_grounds)

    @property
    def steps_in_order(self) -> tuple[str, ...]:
        """The steps of its sequence; none where its kind has no sequence."""
        return parts_of(getattr(self, self.sequence), STEPS) if self.sequence else ()

    @property
    def units(self) -> tuple[str, ...]:
        """The names of the organisations that it refers to."""
        written = (
            getattr(self, one.english)
            for one in declared_keys(type(self))
            if one.refers_to == "单位"
        )
        return tuple(name for name in written if name)

    @classmethod
    def own_keys(cls) -> tuple[DeclaredKey, ...]:
        """Return the headings that only this kind has, its name first."""
        common = set(Record.model_fields) - {"name"}
        return tuple(one for one in declared_keys(cls) if one.english not in common)
