"""Items with everything they refer to resolved: columns, topics, names, pictures, attachments."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeVar

from plugins.domain.attachments import PublishedAttachment
from plugins.domain.keeping import digest_of
from plugins.domain.news_item import (
    Body,
    Genre,
    NewsItem,
    NewsItemKeys,
    PictureEntry,
    References,
    Status,
    WholeItem,
    news_item,
)
from plugins.domain.pictures import PublishedPicture
from plugins.problems import Problem
from plugins.reading import messages
from plugins.reading.body_links import Linkable, finish_body
from plugins.reading.content_folder import path_inside
from plugins.reading.guesses import guess_of
from plugins.reading.light_items import Light, light_of, with_digests
from plugins.reading.tables.content_tables import TABLES_BY_NAME
from plugins.reading.text_drafts import TextDraft
from plugins.reading.text_facts import address_of
from plugins.reading.values import Located

Published = TypeVar("Published", PublishedPicture, PublishedAttachment)
WEB_SCHEMES = ("https://", "http://")


def resolve_item(draft: TextDraft, linkable: Linkable) -> tuple[Light, WholeItem, list[Problem]]:
    """Return both parts of one item; what cannot be resolved is told and left out of it."""
    resolver = _ItemResolver(draft.located, linkable)
    keys: NewsItemKeys = draft.keys
    page = address_of(draft)
    body, attached, problems = finish_body(
        draft.converted, page, resolver.when, draft.path, linkable
    )
    whole = WholeItem(keys, body, resolver.pictures(keys.pictures))
    references = References(
        column_slug=resolver.one("栏目", keys.column, "栏目"),
        topic_slugs=resolver.several("标签", keys.topics),
        organisation_slugs=resolver.several("单位", keys.organisations),
        branch_slugs=resolver.several("党组织", keys.branches),
        attachments=resolver.attachments(attached),
    )
    has_pictures = keys.genre is Genre.PICTURES and bool(whole.pictures)
    resolver.check(has_body=has_pictures or bool(draft.converted.text or draft.converted.links))
    item = news_item(draft.path, draft.digest, whole, references)
    problems += resolver.problems
    if resolver.when is None:  # by which it would be known who is meant
        problems = [problem for problem in problems if problem.code != "ambiguous-name"]
    return _sealed(item, body), whole, problems


def _sealed(item: NewsItem, body: Body) -> Light:
    """Digest what an item has come to, where so far only its source was digested."""
    light = light_of(item)
    outline = digest_of(with_digests(light, b"", b""))
    digest = sha256(item.digest + outline + body.digest.encode()).digest()
    return with_digests(light, digest, outline)


@dataclass
class _ItemResolver:
    """Resolves what the keys of one item name; collects problems at their places."""

    located: Located
    linkable: Linkable

    def __post_init__(self) -> None:
        self.problems: list[Problem] = []
        self._keys: NewsItemKeys = self.located.model
        self.when = None if "日期" in self.located.unsound else self._keys.date
        self._register = self.linkable.register

    def one(self, key: str, name: str, kind: str, *location: str | int) -> str:
        """Return the slug of what bears a name; empty with a problem where nothing does."""
        if key in self.located.unsound:
            return ""
        place = self.located.place(*(location or (key,)))
        found = self._register.find(name, kind, self.when)
        if len({named.address for named in found}) == 1:
            return found[0].slug
        if found:
            told = [f"{named.kind}“{named.name}”" for named in found]
            self.problems.append(messages.ambiguous_name(place, name, told))
        elif kind not in self._register.incomplete:
            nearest = guess_of(name, self._register.names(kind))
            self.problems.append(
                messages.unknown_reference(place, key, name, nearest, TABLES_BY_NAME[kind])
            )
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

    def check(self, *, has_body: bool) -> None:
        """Tell an empty text and a source address that is none."""
        if not (has_body or self._keys.status is Status.WITHDRAWN):
            self.problems.append(messages.empty_body(self.located.start))
        url = self._keys.source.url
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
