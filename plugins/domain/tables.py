"""The tables of recognised branches and what they refer to: one declared class a row of each."""

from datetime import date
from enum import StrEnum

from plugins.domain import addresses
from plugins.domain.attachments import PublishedAttachment
from plugins.domain.dates import BulletinDate
from plugins.domain.declared import Declared, key
from plugins.domain.slugs import Slug, slug_key


class Site(Declared):
    """The site table, whose 项目 are these keys; an empty one is not shown."""

    name: str = key("刊名", "刊物的名称", default="党建新闻", min_length=1)
    slogan: str = key("口号", "刊名下的一行", default="")
    organiser: str = key("主办单位", "主办单位的全称", default="")
    contractor: str = key("承办单位", "承办单位的全称", default="")
    domain: str = key(
        "域名",
        "本站的域名，如 dangjian.example.cn，不写 https://",
        default="",
        pattern=r"^([A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:\d+)?)?$",
    )
    icp_record: str = key("备案号", "ICP 备案号", default="")
    police_record: str = key("公安备案号", "公安备案号", default="")
    site_code: str = key("网站标识码", "政府网站标识码", default="")
    phone: str = key("联系电话", "编辑部电话", default="")
    email: str = key("电子邮箱", "编辑部邮箱", default="")
    data_licence: str = key(
        "数据许可",
        "开放数据的许可：许可的代号，如 CC-BY-4.0；或名称，空一格，再写网址",
        default="",
        pattern=r"^([A-Za-z0-9][A-Za-z0-9._-]*|\S+( \S+)* https?://[!-~]+)?$",
    )

    @property
    def origin(self) -> str:
        """The beginning of every whole address; empty where the domain is not known."""
        return f"https://{self.domain}" if self.domain else ""


class SiteRow(Declared):
    """One row of the site table as it stands in the file."""

    item: str = key("项目", "哪一项", min_length=1)
    content: str = key("内容", "这一项的内容；没有就空着", default="")


class Column(Declared):
    """A column (栏目) of the bulletin."""

    name: str = key("栏目名称", "栏目的名称", min_length=1)
    slug: Slug = slug_key()
    type: str = key("类型", "栏目的类型，如 工作动态", default="")
    description: str = key("说明", "一句话说明栏目刊登什么", default="")
    update_within: int | None = key("更新期限", "多少天内应有新稿", default=None, ge=1)

    @property
    def address(self) -> str:
        """The address of the column's page."""
        return addresses.of_entity(addresses.COLUMNS, self.slug)


class Organisation(Declared):
    """A unit (单位); its short names are in use from and until the given dates."""

    name: str = key("单位名称", "单位的名称", min_length=1)
    slug: Slug = slug_key()
    category: str = key("类别", "单位的类别，如 市直部门", default="")
    parent: str = key("上级单位", "本表里的上级单位", default="")
    aliases: tuple[str, ...] = key("简称", "其他写法，几个的用、分开", default=())
    in_use_from: BulletinDate | None = key("启用日期", "名称从哪天起用", default=None)
    in_use_until: BulletinDate | None = key("停用日期", "名称用到哪天", default=None)

    @property
    def address(self) -> str:
        """The address of the organisation's page."""
        return addresses.of_entity(addresses.ORGANISATIONS, self.slug)


class BranchKind(StrEnum):
    """组织类型."""

    COMMITTEE = "党委"
    GENERAL_BRANCH = "党总支"
    BRANCH = "党支部"
    TEMPORARY_BRANCH = "临时党支部"
    JOINT_BRANCH = "联合党支部"


class Branch(Declared):
    """A Party organisation (党组织)."""

    name: str = key("党组织名称", "党组织的名称", min_length=1)
    slug: Slug = slug_key()
    kind: BranchKind | None = key("组织类型", "党组织的类型", default=None)
    organisations: tuple[str, ...] = key(
        "所属单位", "organisations 表里的单位，几个的用、分开", default=()
    )
    parent: str = key("上级党组织", "本表里的上级党组织", default="")
    aliases: tuple[str, ...] = key("简称", "其他写法，几个的用、分开", default=())
    founded: BulletinDate | None = key("成立日期", "成立的日期", default=None)
    dissolved: BulletinDate | None = key("撤销日期", "撤销的日期", default=None)

    @property
    def address(self) -> str:
        """The address of the branch's page."""
        return addresses.of_entity(addresses.BRANCHES, self.slug)


class ChangeKind(StrEnum):
    """变更类型."""

    FOUNDED = "成立"
    RENAMED = "更名"
    MERGED = "合并"
    SPLIT = "拆分"
    TRANSFERRED = "划转"
    RE_ELECTED = "换届"
    DISSOLVED = "撤销"


class Change(Declared):
    """A change of branches: from the old names to the new ones."""

    date: BulletinDate = key("变更日期", "变更的日期")
    kind: ChangeKind = key("变更类型", "怎样变更")
    before: tuple[str, ...] = key("原名称", "变更前的党组织，几个的用、分开", default=())
    after: tuple[str, ...] = key("现名称", "变更后的党组织，几个的用、分开", default=())
    document_number: str = key("文号", "批复的文号", default="")
    source_item: str = key("来源稿件", "写到这件事的稿件，如 2022/wenjian-ming", default="")


class RecipientKind(StrEnum):
    """授予对象."""

    BRANCH = "党组织"
    ORGANISATION = "单位"
    PERSON = "个人"


class Honour(Declared):
    """An honour (荣誉称号) that is awarded year by year."""

    name: str = key("荣誉名称", "荣誉称号的名称", min_length=1)
    slug: Slug = slug_key()
    awarded_to: RecipientKind = key("授予对象", "授予谁")
    level: str = key("等级", "荣誉的等级，如 市直", default="")
    description: str = key("说明", "一句话说明", default="")

    @property
    def address(self) -> str:
        """The address of the honour's page."""
        return addresses.of_entity(addresses.HONOURS, self.slug)


class Recognition(Declared):
    """A recognition (表彰): one honour, one date, the total that was announced.

    `published_attachment` is what reading makes of 附件.
    """

    number: str = key("表彰编号", "本刊给的编号，recipients 表用它", min_length=1)
    honour: str = key("荣誉名称", "honours 表里的荣誉", min_length=1)
    year: int = key("表彰年度", "表彰哪一年度", ge=1921, le=2200)
    awarded_by: tuple[str, ...] = key("授予机关", "授予的机关，几个的用、分开", min_length=1)
    awarded_on: BulletinDate | None = key("授予日期", "授予的日期", default=None)
    announced: int | None = key("公布数量", "公布的总数", default=None, ge=0)
    document_number: str = key("文号", "表彰决定的文号", default="")
    valid_until: BulletinDate | None = key("有效期至", "有效期到哪天", default=None)
    attachment: str = key("附件", "files/ 里的表彰文件", default="")
    source_item: str = key("来源稿件", "写到这次表彰的稿件，如 2022/wenjian-ming", default="")
    doubt: str = key("待核", "存疑的地方和原因", default="")
    published_attachment: PublishedAttachment | None = None

    @property
    def first_day(self) -> date:
        """The first day on which it can have been given."""
        return self.awarded_on.first_day if self.awarded_on else date(self.year, 1, 1)


class RecipientState(StrEnum):
    """状态 of an award."""

    VALID = "有效"
    UNDER_REVIEW = "复核"
    REVOKED = "撤销"
    EXPIRED = "到期"


class Recipient(Declared):
    """A recipient (获得者) of one recognition."""

    recognition: str = key("表彰编号", "recognitions 表里的编号", min_length=1)
    name: str = key("获得者", "党组织或单位今天的名称；个人写姓名", min_length=1)
    name_then: str = key("授予时名称", "授予时的名称，与今天不同时写", default="")
    organisation: str = key("所属单位", "organisations 表里的单位", default="")
    state: RecipientState = key("状态", "现在的状态", default=RecipientState.VALID)
    state_since: BulletinDate | None = key("状态日期", "这个状态从哪天起", default=None)
    public_grounds: str = key("公开依据", "个人公开姓名的依据；没有就只计数", default="")
    source_item: str = key("来源稿件", "写到获得者的稿件，如 2022/wenjian-ming", default="")

    def may_be_named(self, honour: Honour) -> bool:
        """Tell whether pages may name this recipient of an honour: a person needs 公开依据."""
        return honour.awarded_to is not RecipientKind.PERSON or bool(self.public_grounds)


class Holding(Declared):
    """A title known to be held, its batch unknown."""

    name: str = key("获得者", "党组织或单位今天的名称", min_length=1)
    honour: str = key("荣誉名称", "honours 表里的荣誉", min_length=1)
    as_of: BulletinDate = key("截至", "到哪天为止确知")
    source_item: str = key("来源稿件", "写到的稿件，如 2022/wenjian-ming", min_length=1)


class TopicState(StrEnum):
    """状态 of a topic."""

    RUNNING = "进行中"
    ARCHIVED = "归档"


class Topic(Declared):
    """A topic (标签, 专题); `introduction` opens its page, `description` stands in lists."""

    name: str = key("标签名称", "标签的名称", min_length=1)
    slug: Slug = slug_key()
    description: str = key("说明", "一句话说明", default="")
    state: TopicState = key(
        "状态", "还在报道的写 进行中，已经收尾的写 归档", default=TopicState.RUNNING
    )
    introduction: str = key("导语", "专题页开头的一小段，用自己的话写", default="")

    @property
    def address(self) -> str:
        """The address of the topic's page."""
        return addresses.of_entity(addresses.TOPICS, self.slug)


class Synonym(Declared):
    """A word and others for the same thing: the search takes one where another finds nothing."""

    word: str = key("词", "读者会搜的词", min_length=1)
    others: tuple[str, ...] = key("同义词", "同一事物的其他说法，几个的用、分开", min_length=1)
