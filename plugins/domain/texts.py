"""Texts that are no news: pages about the bulletin, and editions that order its items."""

from typing import ClassVar

from plugins.domain import addresses
from plugins.domain.attachments import PublishedAttachment
from plugins.domain.dates import BulletinDate
from plugins.domain.declared import Declared, key
from plugins.domain.news_item import TITLE_LENGTH, Body
from plugins.domain.slugs import Slug, optional_slug_key


class TextPageKeys(Declared):
    """What an editor writes at the head of a page."""

    title: str = key("标题", "页面的标题", min_length=1, max_length=TITLE_LENGTH)
    slug: Slug = optional_slug_key("网址里的名称；不写就用文件名")
    summary: str = key("摘要", "一句话", default="")


class TextPage(TextPageKeys):
    """A page with its text; `file` is its path inside content/."""

    file: str
    body: Body
    published_attachments: tuple[PublishedAttachment, ...] = ()

    @property
    def address(self) -> str:
        """The address of the page."""
        return f"{self.slug}/"


class EditionEntry(Declared):
    """One item in the order of an edition: `- 2022/name`, or `- 头题: 2022/name` for the lead."""

    shorthand: ClassVar[str] = "稿件"

    item: str = key("稿件", "稿件的名称，如 2022/wenjian-ming", default="")
    lead: str = key("头题", "头题稿件的名称", default="")

    @property
    def identity(self) -> str:
        """The item's identity, whether it is the lead or not."""
        return self.lead or self.item


class EditionKeys(Declared):
    """What an editor writes at the head of an edition (版)."""

    date: BulletinDate = key("日期", "版面的日期；只知道月份的写月份")
    title: str = key("标题", "版面的标题", default="", max_length=TITLE_LENGTH)
    slogan: str = key("口号", "版头的口号", default="")
    entries: tuple[EditionEntry, ...] = key(
        "稿件",
        "按版面顺序的稿件，如 2022/wenjian-ming；头题写 头题: 2022/wenjian-ming",
        min_length=1,
    )


class Edition(EditionKeys):
    """An edition; `file` is its path inside content/."""

    file: str

    @property
    def address(self) -> str:
        """The address of the edition's page."""
        return addresses.of_entity(addresses.EDITIONS, self.date.iso[:10])

    @property
    def identities(self) -> tuple[str, ...]:
        """The identities of its items, in the order of the page."""
        return tuple(entry.identity for entry in self.entries)
