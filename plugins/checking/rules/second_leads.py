"""An edition has one 头题: the page and the PDF give the place on top to the first."""

from collections.abc import Iterator

from plugins.checking.key_places import place_of_key
from plugins.domain.bulletin import Bulletin
from plugins.problems import Problem, warning


def second_leads(bulletin: Bulletin) -> Iterator[Problem]:
    """Warn of every 头题 of an edition but the first."""
    for edition in bulletin.editions:
        first, *others = [entry.lead for entry in edition.entries if entry.lead] or [""]
        for lead in others:
            yield warning(
                place_of_key(bulletin.content, edition.file, "头题", lead),
                "second-lead",
                f"一版只有一个头题，前面已经写了“{first}”，这一篇不会排在头条。",
                f"只留一个头题，别的写成“- {lead}”。",
            )
