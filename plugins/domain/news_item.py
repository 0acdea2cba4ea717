"""A news item (稿件): the keys that an editor writes at its head, and what reading adds."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from typing import ClassVar

from plugins.domain import addresses
from plugins.domain.attachments import PublishedAttachment
from plugins.domain.bylines import Byline, signed_names
from plugins.domain.dates import BulletinDate
from plugins.domain.declared import Declared, key
from plugins.domain.pictures import PublishedPicture

TITLE_LENGTH = 100


class Genre(StrEnum):
    """体裁."""

    NEWS = "消息"
    FEATURE = "通讯"
    SURVEY = "综述"
    PICTURES = "图片新闻"
    COMMENT = "评论"
    NOTICE = "通知"
    PUBLIC_NOTICE = "公示"


class Status(StrEnum):
    """Whether an item is public."""

    PUBLISHED = "发布"
    DRAFT = "草稿"
    WITHDRAWN = "撤稿"


class Source(Declared):
    """Where an item comes from; written as a name alone or as an entry."""

    shorthand: ClassVar[str] = "名称"

    name: str = key("名称", "来源的名称", min_length=1)
    url: str = key("网址", "原文的网址，以 https:// 或 http:// 开头", default="")
    original_title: str = key("原题", "原文的标题，与本刊不同时写", default="")
    original_date: BulletinDate | None = key("原日期", "原文刊发的日期", default=None)
    reprinted: bool = key("转载", "是不是转载：是 或 否", default=False)


class PictureEntry(Declared):
    """A picture as an editor lists it."""

    file: str = key("文件", "images/ 里的文件，如 2022/huichang.jpg", min_length=1)
    alternative: str = key("替代文字", "画面上有什么，给听网页的读者", min_length=1)
    caption: str = key("说明", "图下的说明", default="")
    photographer: str = key("摄影", "摄影者", default="")
    provider: str = key("供图", "供图的单位或个人", default="")
    archive: str = key("资料图片", "资料图片的出处", default="")


class AttachmentEntry(Declared):
    """An attachment as an editor lists it."""

    file: str = key("文件", "files/ 里的文件，如 2022/mingdan.pdf", min_length=1)
    name: str = key("名称", "读者看到的名称", min_length=1)


class Correction(Declared):
    """A correction (更正) made after publication."""

    date: BulletinDate = key("日期", "更正的日期")
    original: str = key("原文", "原来怎样写", min_length=1)
    corrected: str = key("改为", "现在怎样写", min_length=1)
    grounds: str = key("依据", "根据什么更正", default="")


class Doubt(Declared):
    """A doubt (待核) that readers see as a neutral 编者注 on the item's own page."""

    subject: str = key("项目", "存疑的是哪一项，如 日期", min_length=1)
    reason: str = key("原因", "为什么存疑", min_length=1)


class NewsItemKeys(Declared):
    """What an editor writes between the `---` lines of an item."""

    title: str = key("标题", "稿件的主标题，句末不加句号", min_length=1, max_length=TITLE_LENGTH)
    kicker: str = key("引题", "主标题上面的一行", default="", max_length=TITLE_LENGTH)
    subtitle: str = key("副题", "主标题下面的一行，不写破折号", default="", max_length=TITLE_LENGTH)
    short_title: str = key("短标题", "首页和列表里用的短标题", default="", max_length=TITLE_LENGTH)
    date: BulletinDate = key("日期", "稿件所署的日期，决定排序、归档和是否已到公开日")
    event_date: BulletinDate | None = key("活动日期", "事情发生的日期", default=None)
    published: BulletinDate | None = key("发布时间", "在本站发布的时间", default=None)
    column: str = key("栏目", "columns 表里的栏目名称", min_length=1)
    genre: Genre | None = key("体裁", "稿件的体裁", default=None)
    topics: tuple[str, ...] = key("标签", "topics 表里的标签名称", default=())
    series: str = key("系列", "同一系列的稿件写同一个名称", default="")
    bylines: tuple[Byline, ...] = key(
        "署名", "角色加姓名，如 通讯员 张三、李四（某局）；没有署名的写 未署名", min_length=1
    )
    source: Source = key("来源", "来源的名称；转载的逐项写名称、网址、原题、原日期、转载")
    summary: str = key("摘要", "一两句话，列表和搜索里用", default="", max_length=300)
    editors_note: str = key("编者按", "正文前的编者按", default="")
    contributed_by: str = key("供稿单位", "供稿的单位", default="")
    document_number: str = key("文号", "公文的发文字号，年份用〔〕", default="")
    organisations: tuple[str, ...] = key("单位", "organisations 表里的单位名称或简称", default=())
    branches: tuple[str, ...] = key("党组织", "branches 表里的党组织名称或简称", default=())
    pictures: tuple[PictureEntry, ...] = key("图片", "随稿的图片", default=())
    attachments: tuple[AttachmentEntry, ...] = key("附件", "可下载的文件", default=())
    status: Status = key("状态", "发布、草稿或撤稿", default=Status.PUBLISHED)
    pinned_until: BulletinDate | None = key("置顶至", "到这一天为止在首页置顶", default=None)
    corrections: tuple[Correction, ...] = key("更正", "发布后的更正，按日期先后", default=())
    doubts: tuple[Doubt, ...] = key("待核", "存疑的项目和原因", default=())


@dataclass(frozen=True, slots=True)
class Body:
    """A text converted and sanitised; its links are relative to the page it stands on.

    `text` is the plain text, one paragraph a line. `mentions` are the addresses of the
    organisations, branches and honours that it links to, in order of appearance.
    """

    html: str
    text: str
    digest: str
    mentions: tuple[str, ...] = ()
    pictures: tuple[PublishedPicture, ...] = ()


@dataclass(frozen=True, slots=True)
class WholeItem:
    """All of an item: the keys as its editor wrote them, its text, the pictures that it lists."""

    keys: NewsItemKeys
    body: Body
    pictures: tuple[PublishedPicture, ...] = ()


@dataclass(frozen=True, slots=True)
class NewsItem:
    """An item with every reference resolved, as light as lists and indexes need it.

    `file` is the source's path inside content/, `year` and `name` make its permanent identity,
    `address` is that of its page. `digest` differs whenever anything of the item does, `outline`
    whenever anything does that is here. `bylines` are the names it is signed with (集体
    is one of them), `mentions` the addresses that its text links to, `pictures` those it lists and
    then those in its text. `corrected` is the date of its last correction. `whole` fetches the
    rest, from wherever it is kept: of ten thousand items most are not looked into.
    """

    file: str
    year: str
    name: str
    digest: bytes
    outline: bytes
    title: str
    date: BulletinDate
    column_slug: str
    address: str
    whole: Callable[[], WholeItem] = field(compare=False, repr=False)
    short_title: str = ""
    kicker: str = ""
    summary: str = ""
    status: Status = Status.PUBLISHED
    series: str = ""
    published: BulletinDate | None = None
    event_date: BulletinDate | None = None
    corrected: BulletinDate | None = None
    pinned_until: BulletinDate | None = None
    topic_slugs: tuple[str, ...] = ()
    organisation_slugs: tuple[str, ...] = ()
    branch_slugs: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    pictures: tuple[PublishedPicture, ...] = ()
    attachments: tuple[PublishedAttachment, ...] = ()

    @property
    def identity(self) -> str:
        """The permanent name by which tables and editions refer to the item: `2022/name`."""
        return f"{self.year}/{self.name}"

    @property
    def headline(self) -> str:
        """The title as lists print it."""
        return self.short_title or self.title

    @property
    def first_published(self) -> BulletinDate:
        """When the item went online; where that is not known, the date it bears."""
        return self.published or self.date

    @property
    def last_changed(self) -> BulletinDate:
        """When the item was corrected last; where it was not, when it went online."""
        first = self.first_published
        return max(first, self.corrected) if self.corrected else first

    @property
    def is_withdrawn(self) -> bool:
        """Whether only the fact of its withdrawal is public."""
        return self.status is Status.WITHDRAWN


@dataclass(frozen=True, slots=True)
class References:
    """What an item refers to, resolved; each as `NewsItem` has it."""

    column_slug: str
    topic_slugs: tuple[str, ...] = ()
    organisation_slugs: tuple[str, ...] = ()
    branch_slugs: tuple[str, ...] = ()
    attachments: tuple[PublishedAttachment, ...] = ()


def news_item(file: str, digest: bytes, whole: WholeItem, refers_to: References) -> NewsItem:
    """Put an item together from all of it."""
    _, year, name = file.removesuffix(".md").split("/")
    keys = whole.keys
    return NewsItem(
        file=file,
        year=year,
        name=name,
        digest=digest,
        outline=b"",
        title=keys.title,
        date=keys.date,
        column_slug=refers_to.column_slug,
        address=addresses.of_item(year, name),
        whole=partial(_the_same, whole),
        short_title=keys.short_title,
        kicker=keys.kicker,
        summary=keys.summary,
        status=keys.status,
        series=keys.series,
        published=keys.published,
        event_date=keys.event_date,
        corrected=max((one.date for one in keys.corrections), default=None),
        pinned_until=keys.pinned_until,
        topic_slugs=refers_to.topic_slugs,
        organisation_slugs=refers_to.organisation_slugs,
        branch_slugs=refers_to.branch_slugs,
        bylines=signed_names(keys.bylines),
        mentions=whole.body.mentions,
        pictures=(*whole.pictures, *whole.body.pictures),
        attachments=refers_to.attachments,
    )


def newest_first(item: NewsItem) -> tuple[object, str]:
    """Sort key for `sorted(…, reverse=True)`: by date, ties by path, both descending."""
    return (item.date.rank, item.file)


def _the_same(whole: WholeItem) -> WholeItem:
    return whole
