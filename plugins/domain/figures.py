"""The ledger of figures (数据台账): one sourced number a row."""

from decimal import Decimal
from enum import StrEnum

from plugins.domain import addresses
from plugins.domain.dates import BulletinDate
from plugins.domain.declared import Declared, key
from plugins.domain.slugs import Slug, optional_slug_key

PERCENT = "%"
LARGE_UNITS = {"万": 10**4, "亿": 10**8}
"""What a unit may begin with: 2亿元 are more than 8000万元."""

TEN = 10


class FigureKind(StrEnum):
    """口径: what a number counts."""

    INCREMENT = "增量"
    CUMULATIVE = "累计"
    STOCK = "存量"


class Approximation(StrEnum):
    """约数: the word by which a source says that its number is not exact."""

    ABOUT = "约"
    NEARLY = "近"
    ODD = "余"
    MORE = "多"


class FigureState(StrEnum):
    """状态 of a number."""

    CHECKED = "已核"
    DOUBTFUL = "待核"


class Figure(Declared):
    """A number that a source gives of one metric (指标), scope (范围) and time.

    The rows of a metric share its slug, which stands at least in the first of them. `until` is the
    day, month or year for which the number holds; `since` is given where it counts a period.
    """

    metric: str = key("指标", "数的是什么，如 五星级党支部授予数", min_length=1)
    slug: Slug = optional_slug_key("指标在网址里的名称，写在它的第一行，其余各行可以空着，定了不改")
    category: str = key("类别", "在台账里归入哪一类，如 评先", default="")
    scope: str = key("范围", "数的是谁的，单位名称或地区，如 市直机关", min_length=1)
    since: BulletinDate | None = key("起", "一段时间的起点；只说某一时点的空着", default=None)
    until: BulletinDate = key("止", "数字截至的日期，只知道月份、年份的照写")
    moment: str = key("时点说明", "原文怎样说时间，如 2020年以来至2021年秋", default="")
    kind: FigureKind = key("口径", "增量：一段时间里新增；累计：从头算起；存量：当时有多少")
    value: Decimal = key("数值", "只写数字")
    approximation: Approximation | None = key("约数", "原文是约数时写", default=None)
    unit: str = key("单位", "数字的单位，如 个、人、%", min_length=1)
    source_item: str = key(
        "来源稿件", "写到这个数的稿件，如 2022/wenjian-ming", min_length=1, refers_to="稿件"
    )
    state: FigureState = key("状态", "现在的状态", default=FigureState.CHECKED)
    doubt: str = key("待核原因", "待核时写明原因", default="")
    formula: str = key(
        "算式",
        "和别的数的关系：甲÷乙（百分比）、甲＋乙（合计）、属于 甲（是它的一部分），"
        "甲、乙是同范围同时点的指标；累计 甲（累计的是哪个增量指标）；公布 甲（荣誉甲的公布数量）",
        default="",
    )

    @property
    def address(self) -> str:
        """The address of the metric's page."""
        return addresses.of_entity(addresses.FIGURES, self.slug)

    @property
    def sources(self) -> tuple[str, ...]:
        """The identity of the item that it comes from: it is public while that is."""
        return (self.source_item,)

    @property
    def is_doubtful(self) -> bool:
        """Whether readers must be told that the number is not certain."""
        return self.state is FigureState.DOUBTFUL

    @property
    def words(self) -> str:
        """The number as the press prints it: 约8万名, 2000余万元, 5万多册."""
        return "".join(self.parts)

    @property
    def told(self) -> str:
        """The number with what readers must be told of it where it stands alone."""
        return f"{self.words}（{self.state}）" if self.is_doubtful else self.words

    @property
    def parts(self) -> tuple[str, str, str]:
        """What stands before the number, the number, and its unit with the words around it."""
        number, word, unit = f"{self.value}", self.approximation or "", self.unit
        if self.approximation in {Approximation.ABOUT, Approximation.NEARLY}:
            return word, number, unit
        if word and unit[0] in LARGE_UNITS and self.value % TEN:
            return "", number, f"{unit[0]}{word}{unit[1:]}"
        return "", number, f"{word}{unit}"

    @property
    def when(self) -> str:
        """The time that the number holds for, as its source says it or as the dates have it."""
        if self.moment:
            return self.moment
        if self.since is not None:
            return f"{self.since.text}至{self.until.text}"
        return self.until.text if self.kind is FigureKind.INCREMENT else f"截至{self.until.text}"

    @property
    def period(self) -> tuple[str, str]:
        """What tells one time from another: its start, empty where none is given, and its end."""
        return self.since.iso if self.since else "", self.until.iso
