"""The kinds of records, one class each.

To add one: declare it here, list it in RECORD_KINDS, write its table. See CONTRIBUTING.
"""

from enum import StrEnum
from typing import ClassVar

from plugins.domain.dates import BulletinDate
from plugins.domain.declared import key
from plugins.domain.records import Openness, Record


class Level(StrEnum):
    """层级 of the duties: the four levels."""

    WORK_COMMITTEE = "机关工委"
    LEADING_GROUP = "党组"
    COMMITTEE = "机关党委"
    BRANCH = "党支部"


class Duty(Record):
    """责任清单: who must do what, how often."""

    table: ClassVar[str] = "duties"
    title: ClassVar[str] = "责任清单"
    introduction: ClassVar[str] = "“四级四岗”责任清单中见于报道的职责，按层级排列。"
    openness: ClassVar[Openness] = Openness.PUBLIC
    groups_by: ClassVar[str] = "level"

    name: str = key("职责", "做什么，用自己的话写一句", min_length=1)
    level: Level = key("层级", "哪一级")
    post: str = key("岗位", "由谁负责，写职务，如 机关党委书记", min_length=1)
    frequency: str = key("频次", "多久一次，如 每季度", default="")
    times_at_least: int | None = key("最少次数", "一个周期里至少几次", default=None, ge=0)


class ProjectCategory(StrEnum):
    """类别 of 书记项目."""

    PARTY = "党委"
    PROJECT = "项目"
    FINANCE = "财经"
    WINDOW = "窗口"


class Project(Record):
    """书记项目: what a Party secretary took in hand, and what came of it."""

    table: ClassVar[str] = "projects"
    title: ClassVar[str] = "书记项目"
    measure: ClassVar[str] = "个"
    introduction: ClassVar[str] = "机关党建“书记项目”中见于报道的项目，按类别排列。"
    openness: ClassVar[Openness] = Openness.PUBLIC
    groups_by: ClassVar[str] = "category"
    internal: ClassVar[tuple[str, ...]] = ("score",)
    paragraphs: ClassVar[tuple[str, ...]] = ("outcomes",)

    name: str = key("项目名称", "项目或做法的名称", min_length=1)
    organisation: str = key("单位", "实施的单位", min_length=1, refers_to="单位")
    year: int | None = key("年度", "哪一年度", default=None, ge=1921, le=2200)
    category: ProjectCategory | None = key("类别", "报道归入的类别", default=None)
    outcomes: str = key("成果", "报道写明的做法和成果", default="")
    award: str = key("评定", "评定的结果，如 优秀书记项目", default="")
    score: str = key("考评得分", "内部考评的得分", default="")


class Review(Record):
    """述职评议: a meeting at which secretaries report and are judged."""

    table: ClassVar[str] = "reviews"
    title: ClassVar[str] = "述职评议"
    measure: ClassVar[str] = "次"
    introduction: ClassVar[str] = "党组织书记述职评议会，按述职年度排列。评议等次和问题清单不公开。"
    openness: ClassVar[Openness] = Openness.PUBLIC
    groups_by: ClassVar[str] = "year"
    internal: ClassVar[tuple[str, ...]] = ("rating", "issues")
    paragraphs: ClassVar[tuple[str, ...]] = ("content",)

    name: str = key("会议名称", "会议的名称", min_length=1)
    year: int = key("述职年度", "述哪一年度的职", ge=1921, le=2200)
    date: BulletinDate | None = key("日期", "开会的日期", default=None)
    organisation: str = key("单位", "开会的单位", default="", refers_to="单位")
    on_site: int | None = key("现场述职", "现场述职几名", default=None, ge=0)
    in_writing: int | None = key("书面述职", "书面述职几名", default=None, ge=0)
    content: str = key("内容", "报道写明的程序和要求", default="")
    rating: str = key("评议等次", "内部的评议等次", default="")
    issues: str = key("问题", "内部的问题清单", default="")


class Cycle(StrEnum):
    """周期 of inspections."""

    MONTH = "月"
    QUARTER = "季"
    HALF_YEAR = "半年"
    OTHER = "不定期"


class Inspection(Record):
    """督查: a supervision, a visit, a circular."""

    table: ClassVar[str] = "inspections"
    title: ClassVar[str] = "督查"
    measure: ClassVar[str] = "次"
    introduction: ClassVar[str] = "见于报道的督导、观摩和通报。查出的问题、得分和责任人不公开。"
    openness: ClassVar[Openness] = Openness.PUBLIC
    groups_by: ClassVar[str] = "cycle"
    internal: ClassVar[tuple[str, ...]] = ("findings", "score")

    name: str = key("督查名称", "这次督查或观摩的名称", min_length=1)
    cycle: Cycle = key("周期", "按什么周期")
    form: str = key("方式", "督导、观摩、通报 等", default="")
    date: BulletinDate | None = key("日期", "哪天", default=None)
    place: str = key("地点", "在哪里，党组织或单位", default="")
    organisation: str = key("单位", "由谁组织", default="", refers_to="单位")
    attendees: str = key("参加人数", "多少人参加，原文是约数的照写", default="")
    findings: str = key("查出问题", "内部记录的问题", default="")
    score: str = key("得分", "内部的得分", default="")


class ModelOffice(Record):
    """模范机关示范点."""

    table: ClassVar[str] = "model-offices"
    title: ClassVar[str] = "模范机关示范点"
    measure: ClassVar[str] = "个"
    introduction: ClassVar[str] = "模范机关创建中见于报道的单位和做法。"
    openness: ClassVar[Openness] = Openness.PUBLIC
    paragraphs: ClassVar[tuple[str, ...]] = ("measures",)

    name: str = key("示范点名称", "示范点的名称", min_length=1)
    organisation: str = key("单位", "哪个单位", min_length=1, refers_to="单位")
    started: BulletinDate | None = key("起始日期", "从哪天起", default=None)
    measures: str = key("做法", "报道写明的做法", default="")


class ActivityRoom(Record):
    """党员活动室."""

    table: ClassVar[str] = "activity-rooms"
    title: ClassVar[str] = "党员活动室"
    measure: ClassVar[str] = "处"
    introduction: ClassVar[str] = "见于报道的党员活动室和共享阵地。"
    openness: ClassVar[Openness] = Openness.PUBLIC

    name: str = key("活动室名称", "活动室的名称", min_length=1)
    location: str = key("地点", "在哪里", min_length=1)
    organisation: str = key("单位", "由谁管理", default="", refers_to="单位")
    shared: str = key("共享", "由谁共用", default="")
    booking: str = key("预订", "怎样预订", default="")
    built_on: BulletinDate | None = key("建成日期", "什么时候建成", default=None)


class Adjustment(Record):
    """组织设置与换届台账: what was set up, merged, renamed and re-elected in a period."""

    table: ClassVar[str] = "adjustments"
    title: ClassVar[str] = "组织设置与换届"
    measure: ClassVar[str] = "期"
    introduction: ClassVar[str] = "市直机关基层党组织的设立、调整和换届，按报道的时段记录。"
    openness: ClassVar[Openness] = Openness.PUBLIC

    name: str = key("时段", "哪一段时间，照报道写", min_length=1)
    organisation: str = key("单位", "谁统计的", default="", refers_to="单位")
    founded: int | None = key("新成立", "新成立几个", default=None, ge=0)
    merged: int | None = key("撤销合并", "撤销、合并几个", default=None, ge=0)
    moved: int | None = key("更名划转撤销", "更名、划转、撤销合计几个", default=None, ge=0)
    re_elected: int | None = key("换届", "指导换届几个", default=None, ge=0)
    womens_groups: int | None = key("妇委会", "新设妇委会几个", default=None, ge=0)


class Feedback(Record):
    """问题墙、回音壁: single problems stay internal, readers see their totals."""

    table: ClassVar[str] = "feedback"
    title: ClassVar[str] = "问题墙与回音壁"
    introduction: ClassVar[str] = "群众提出的问题逐条办理，只公开合计。"
    openness: ClassVar[Openness] = Openness.TOTALS
    internal: ClassVar[tuple[str, ...]] = ("owner",)
    totals_by: ClassVar[tuple[str, ...]] = ("state", "category")
    period: ClassVar[tuple[str, ...]] = ("raised_on", "solved_on")

    name: str = key("问题", "问题的概括，不写姓名和电话", min_length=1)
    organisation: str = key("单位", "哪个村、社区或单位", default="", refers_to="单位")
    category: str = key("类别", "哪一类问题", default="")
    raised_on: BulletinDate = key("提出日期", "哪天提出")
    state: str = key("办理状态", "在办、办结 等", min_length=1)
    solved_on: BulletinDate | None = key("办结日期", "哪天办结", default=None)
    owner: str = key("责任岗位", "由哪个岗位办理", default="")


class Grid(Record):
    """网格: how a community is divided and served."""

    table: ClassVar[str] = "grids"
    title: ClassVar[str] = "网格"
    measure: ClassVar[str] = "处"
    introduction: ClassVar[str] = "见于报道的社区网格，写明网格数、人员和议事的办法。"
    openness: ClassVar[Openness] = Openness.PUBLIC

    name: str = key("网格名称", "社区或网格的名称", min_length=1)
    organisation: str = key("单位", "哪个社区", min_length=1, refers_to="单位")
    grids: int | None = key("网格数", "几个网格", default=None, ge=0)
    classes: str = key("分类", "分哪几类", default="")
    cadres: int | None = key("下沉干部", "几名", default=None, ge=0)
    roles: str = key("角色", "设哪些角色", default="")
    places: str = key("站点", "接待点、议事点", default="")


class IndustryChain(Record):
    """产业链党建."""

    table: ClassVar[str] = "industry-chains"
    title: ClassVar[str] = "产业链党建"
    measure: ClassVar[str] = "条"
    introduction: ClassVar[str] = "按产业链建立的党建联系，见于报道的各链。"
    openness: ClassVar[Openness] = Openness.PUBLIC
    paragraphs: ClassVar[tuple[str, ...]] = ("measures",)

    name: str = key("产业链", "产业链的名称", min_length=1)
    organisation: str = key("单位", "哪个镇街或单位牵头", min_length=1, refers_to="单位")
    measures: str = key("做法", "报道写明的做法", default="")


class LocalPractice(Record):
    """县区和单位的特色制度."""

    table: ClassVar[str] = "practices"
    title: ClassVar[str] = "县区与单位特色制度"
    measure: ClassVar[str] = "项"
    introduction: ClassVar[str] = "县区和单位自己的制度和做法，按地方排列。"
    openness: ClassVar[Openness] = Openness.PUBLIC
    groups_by: ClassVar[str] = "place"
    paragraphs: ClassVar[tuple[str, ...]] = ("content",)
    sequence: ClassVar[str] = "steps"

    name: str = key("制度名称", "制度或做法的名称", min_length=1)
    place: str = key("地方", "哪个县区，或 市直", min_length=1)
    organisation: str = key("单位", "哪个单位", default="", refers_to="单位")
    content: str = key("内容", "报道写明的内容", default="")
    steps: str = key("步骤", "依次的各步，用→分开", default="")


class Document(Record):
    """制度文件: titles, never texts."""

    table: ClassVar[str] = "documents"
    title: ClassVar[str] = "制度文件"
    measure: ClassVar[str] = "件"
    introduction: ClassVar[str] = "报道提到的制度文件，只列名称和出处，不载全文。"
    openness: ClassVar[Openness] = Openness.PUBLIC
    groups_by: ClassVar[str] = "form"
    paragraphs: ClassVar[tuple[str, ...]] = ("note",)

    name: str = key("文件名称", "文件的名称，照报道写，不带书名号", min_length=1)
    issuer: str = key("发文机关", "谁发的，报道没写就空着", default="", refers_to="单位")
    year: int | None = key("年份", "哪年发的", default=None, ge=1921, le=2200)
    form: str = key("类型", "方案、办法、清单、条例 等", default="")
    note: str = key("说明", "一句话说明", default="")


class StudyForm(Record):
    """学习载体."""

    table: ClassVar[str] = "study-forms"
    title: ClassVar[str] = "学习载体"
    measure: ClassVar[str] = "种"
    introduction: ClassVar[str] = "党员学习教育的载体和形式。"
    openness: ClassVar[Openness] = Openness.PUBLIC

    name: str = key("载体名称", "载体的名称", min_length=1)
    place: str = key("地方", "哪个县区或单位，照报道写", default="")
    organisation: str = key("单位", "哪个单位", default="", refers_to="单位")
    form: str = key("形式", "怎样学", default="")
    audience: str = key("对象", "给谁用", default="")


RECORD_KINDS: tuple[type[Record], ...] = (
    Project,
    Duty,
    Review,
    Inspection,
    ModelOffice,
    ActivityRoom,
    Adjustment,
    Feedback,
    Grid,
    IndustryChain,
    LocalPractice,
    Document,
    StudyForm,
)
KIND_BY_TITLE = {kind.title: kind for kind in RECORD_KINDS}
