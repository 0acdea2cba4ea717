"""Items with everything they refer to resolved: columns, topics, names, pictures, attachments."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from plugins.domain import addresses
from plugins.domain.attachments import PublishedAttachment
from plugins.domain.news_item import (
    Genre,
    NewsItem,
    NewsItemKeys,
    PictureEntry,
    Status,
)
from plugins.domain.pictures import PublishedPicture
from plugins.problems import Problem, nearest_of
from plugins.reading import messages
from plugins.reading.body_links import Linkable, finish_body
from plugins.reading.content_folder import path_inside
from plugins.reading.text_drafts import TextDraft, softened
from plugins.reading.values import Located

Published = TypeVar("Published", PublishedPicture, PublishedAttachment)
WEB_SCHEMES = ("https://", "http://")


def resolve_item(draft: TextDraft, linkable: Linkable) -> tuple[NewsItem, list[Problem]]:
    """Resolve one item; what cannot be resolved is told and left out of the item."""
    resolver = _ItemResolver(draft.located, linkable)
    keys: NewsItemKeys = draft.keys
    _, year, name = draft.path.removesuffix(".md").split("/")
    page = addresses.of_item(year, name)
    body, attached, problems = finish_body(draft.converted, page, keys.date, draft.path, linkable)
    resolved: dict[str, Any] = {
        "file": draft.path,
        "year": year,
        "name": name,
        "body": body,
        "column_slug": resolver.one("栏目", keys.column, "栏目"),
        "topic_slugs": resolver.several("标签", keys.topics),
        "organisation_slugs": resolver.several("单位", keys.organisations),
        "branch_slugs": resolver.several("党组织", keys.branches),
        "published_pictures": resolver.pictures(keys.pictures),
        "published_attachments": resolver.attachments(attached),
    }
    item = NewsItem.model_construct(**dict(keys), **resolved)
    resolver.check(item, has_body=bool(draft.converted.text or draft.converted.links))
    problems = problems + resolver.problems
    if keys.status is Status.DRAFT:
        problems = [softened(problem) for problem in problems]
    return item, problems


@dataclass
class _ItemResolver:
    """Resolves what the keys of one item name; collects problems at their places."""

    located: Located
    linkable: Linkable

    def __post_init__(self) -> None:
        self.problems: list[Problem] = []
        self._keys: NewsItemKeys = self.located.model
        self._register = self.linkable.register

    def one(self, key: str, name: str, kind: str, *location: str | int) -> str:
        """Return the slug of what bears a name; empty with a problem where nothing does."""
        place = self.located.place(*(location or (key,)))
        found = self._register.find(name, kind, self._keys.date)
        if len({named.address for named in found}) == 1:
            return found[0].slug
        if found:
            told = [f"{named.kind}“{named.name}”" for named in found]
            self.problems.append(messages.ambiguous_name(place, name, told))
        elif kind not in self._register.incomplete:
            nearest = nearest_of(name, self._register.names(kind))
            self.problems.append(messages.unknown_reference(place, key, name, nearest))
        return ""

    def several(self, key: str, names: Iterable[str]) -> tuple[str, ...]:
        """Return the slugs of some names, each once."""
        slugs = [self.one(key, name, key, key, index) for index, name in enumerate(names)]
        return tuple(dict.fromkeys(slug for slug in slugs if slug))

    def pictures(self, entries: Iterable[PictureEntry]) -> tuple[PublishedPicture, ...]:
        """Return the listed pictures that can be published."""
        found = (
            self.linkable.picture(
                path_inside("images", entry.file),
                self.located.place("图片", index, "文件"),
                entry.alternative,
                entry.caption,
                _credit(entry),
            )
            for index, entry in enumerate(entries)
        )
        return tuple(self._sound(found))

    def attachments(
        self, attached: Iterable[PublishedAttachment]
    ) -> tuple[PublishedAttachment, ...]:
        """Return the listed attachments, then those that only the body links to."""
        listed = self._sound(
            self.linkable.attachment(
                path_inside("files", entry.file),
                self.located.place("附件", index, "文件"),
                entry.name,
            )
            for index, entry in enumerate(self._keys.attachments)
        )
        named = {one.path for one in listed}
        return (*listed, *(one for one in attached if one.path not in named))

    def check(self, item: NewsItem, *, has_body: bool) -> None:
        """Tell an empty text and a source address that is none."""
        has_pictures = item.genre is Genre.PICTURES and item.published_pictures
        if not (has_body or has_pictures or item.is_withdrawn):
            self.problems.append(messages.empty_body(self.located.start))
        url = item.source.url
        if url and not url.startswith(WEB_SCHEMES):
            self.problems.append(messages.bad_address(self.located.place("来源", "网址"), url))

    def _sound(self, found: Iterable[Published | Problem]) -> list[Published]:
        """Return what was found and tell what was not."""
        sound: list[Published] = []
        for one in found:
            if isinstance(one, Problem):
                self.problems.append(one)
            else:
                sound.append(one)
        return sound


def _credit(entry: PictureEntry) -> str:
    """Return who made a picture, with the role as the press prints it."""
    written = (
        ("摄影", entry.photographer),
        ("供图", entry.provider),
        ("资料图片", entry.archive),
    )
    return "；".join(f"{role} {name}" for role, name in written if name)
