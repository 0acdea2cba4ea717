"""One text from its draft to what the bulletin holds of it: an item, a page or an edition.

Most items refer to nothing but names; those are resolved where they are read, in any process.
What links to other texts or shows files waits until all of these are known.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from plugins.domain.news_item import Status, WholeItem
from plugins.domain.packing import packed
from plugins.domain.texts import Edition, TextPage
from plugins.problems import Problem, has_errors
from plugins.reading import messages
from plugins.reading.body_links import Linkable, finish_body, scheme_of
from plugins.reading.guesses import guess_of
from plugins.reading.item_resolving import resolve_item
from plugins.reading.register import Register
from plugins.reading.repeated import each_habit_once
from plugins.reading.text_drafts import SourceFile, TextDraft, softened
from plugins.reading.text_facts import address_of, facts_of
from plugins.reading.text_store import KeptText, Use, kept_problems


@dataclass(frozen=True, slots=True)
class FinishedText:
    """What a text came to, and its whole, packed.

    It is `final` unless something that it refers to was not found: that may be there the next time.
    """

    path: str
    kept: KeptText
    whole: bytes = b""
    final: bool = True


def stands_alone(draft: TextDraft, register: Register) -> bool:
    """Tell an item that refers to names at most: a figure is public only if its source is."""
    keys = draft.keys
    if not draft.path.startswith("news/") or keys.pictures or keys.attachments:
        return False
    return all(
        not any(named.sources for named in register.find(link.target))
        if link.kind == "name"
        else link.kind == "link" and scheme_of(link.target)
        for link in draft.converted.links
    )


def unreadable_text(source: SourceFile, context: bytes, told: Sequence[Problem]) -> FinishedText:
    """Return what a text came to that cannot be read: its problems."""
    digest = sha256(source.data).digest()
    return FinishedText(source.path, _nothing_but(told, digest, context))


def resolve_text(
    draft: TextDraft, told: Sequence[Problem], context: bytes, linkable: Linkable
) -> FinishedText:
    """Resolve a text; what it refers to and is not there is told and left out.

    One that is not sound comes to nothing but what was told of it.
    """
    linkable.used.clear()
    light: tuple[Any, ...] = ()
    whole: WholeItem | TextPage | Edition
    if draft.path.startswith("news/"):
        light, whole, problems = resolve_item(draft, linkable)
    elif draft.path.startswith("pages/"):
        whole, problems = _text_page(draft, linkable)
    else:
        whole, problems = _edition(draft, linkable)
    final = not has_errors(problems)
    if getattr(draft.keys, "status", None) is Status.DRAFT:
        problems = [softened(problem) for problem in problems]
    uses = tuple((path, linkable.settled_stamp_of(path)) for path in sorted(linkable.used))
    kept = _nothing_but(each_habit_once([*told, *problems]), draft.digest, context, uses)
    if not draft.is_sound:
        return FinishedText(draft.path, kept, final=final)
    data = packed(whole)
    facts = tuple(facts_of(draft))
    kept = kept._replace(facts=facts, light=light, whole=sha256(data).digest())
    return FinishedText(draft.path, kept, data, final)


def _nothing_but(
    told: Sequence[Problem], source: bytes, context: bytes, uses: tuple[Use, ...] = ()
) -> KeptText:
    """Return what a text came to of which only the problems are known."""
    return KeptText(source, context, uses, None, kept_problems(told), (), b"")


def _text_page(draft: TextDraft, linkable: Linkable) -> tuple[TextPage, list[Problem]]:
    address = address_of(draft)
    body, attached, problems = finish_body(draft.converted, address, None, draft.path, linkable)
    keys: dict[str, Any] = {
        **dict(draft.keys),
        "slug": address.rstrip("/"),
        "published_attachments": attached,
    }
    return TextPage.model_construct(**keys, file=draft.path, body=body), problems


def _edition(draft: TextDraft, linkable: Linkable) -> tuple[Edition, list[Problem]]:
    """Make an edition; tell items that it names and nobody wrote, and what it does not print."""
    edition = Edition.model_construct(**dict(draft.keys), file=draft.path)
    problems = []
    if draft.converted.text or draft.converted.links:
        problems.append(messages.text_not_expected(draft.located.start))
    seen: set[str] = set()
    for index, identity in enumerate(edition.identities):
        place = draft.located.place("稿件", index)
        if edition.entries[index].lead and edition.entries[index].item:
            problems.append(messages.lead_and_item(place))
        if not linkable.has_item(identity):
            nearest = guess_of(identity, linkable.identities())
            problems.append(messages.unknown_reference(place, "稿件", identity, nearest))
        elif identity in seen:
            problems.append(messages.named_twice(place, "稿件", identity))
        seen.add(identity)
    return edition, problems
