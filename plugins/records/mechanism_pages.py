"""Pages of mechanisms: the index by 类别, and each with its rules, steps, records and items."""

from collections.abc import Iterator

from plugins.domain import addresses
from plugins.domain.bulletin import Bulletin
from plugins.domain.downloads import download_links
from plugins.domain.entity_links import organisation_link
from plugins.domain.heads import page_head
from plugins.domain.linked_records import links_to
from plugins.domain.mechanisms import Mechanism
from plugins.domain.news_item import NewsItem, newest_first
from plugins.domain.page import Page
from plugins.domain.pagination import paginated
from plugins.domain.records import Openness, Record
from plugins.domain.sections import MECHANISMS
from plugins.domain.views import Link, NewsRow, Pagination
from plugins.records.catalogue import Catalogue
from plugins.records.glances import kind_glances
from plugins.records.step_drawings import step_diagram
from plugins.records.views import (
    Category,
    Entry,
    MechanismItemsView,
    MechanismsView,
    MechanismView,
)

INTRODUCTION = "本刊报道过的机制、制度和做法，按类别排列；每项写明内容、记录、数据和出处。"
SENTENCE_END = "。"


def mechanism_pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield the index of mechanisms, and the pages of each."""
    index = addresses.file_of(addresses.MECHANISMS)
    yield Page(index, "records/mechanisms.html", _index(catalogue))
    for mechanism in catalogue.bulletin.mechanisms:
        here = Link(mechanism.name, mechanism.address)
        rows = catalogue.bulletin.rows_of(items_of(catalogue.bulletin, mechanism))
        for address, shown, pagination in paginated(rows, mechanism.address):
            file = addresses.file_of(address)
            if pagination.number == 1:
                view = _mechanism_view(catalogue, mechanism, shown, pagination)
                yield Page(file, "records/mechanism.html", view)
            else:
                further = _further_view(here, address, shown, pagination)
                yield Page(file, "records/mechanism_items.html", further)


def items_of(bulletin: Bulletin, mechanism: Mechanism) -> list[NewsItem]:
    """Return the public items that speak of a mechanism, newest first."""
    known = (bulletin.item_by_identity.get(identity) for identity in mechanism.items)
    mentioning = bulletin.items_about.get(mechanism.address, ())
    found = {item.file: item for item in (*known, *mentioning) if item}
    return sorted(found.values(), key=newest_first, reverse=True)


def _mechanism_view(
    catalogue: Catalogue, mechanism: Mechanism, rows: tuple[NewsRow, ...], pagination: Pagination
) -> MechanismView:
    here = Link(mechanism.name, mechanism.address)
    siblings = catalogue.mechanisms_by_category[mechanism.category]
    return MechanismView(
        head=page_head(
            MECHANISMS,
            here,
            title=f"{mechanism.name}（机制）",
            description=_first_sentence(mechanism.description),
        ),
        title=mechanism.name,
        category=mechanism.category,
        description=mechanism.description,
        aliases="、".join(mechanism.aliases),
        rules=mechanism.rules,
        steps=step_diagram(mechanism.name, mechanism.steps),
        doubt=mechanism.doubt,
        figures=catalogue.figures.newest_of(mechanism.metrics),
        kinds=tuple(kind_glances(catalogue, mechanism)),
        items=rows,
        pagination=pagination,
        organisations=tuple(
            organisation_link(catalogue.bulletin, name) for name in mechanism.organisations
        ),
        others=links_to(other for other in siblings if other is not mechanism),
    )


def _further_view(
    mechanism: Link, address: str, rows: tuple[NewsRow, ...], pagination: Pagination
) -> MechanismItemsView:
    here = Link(f"相关稿件第{pagination.number}页", address)
    head = page_head(MECHANISMS, mechanism, here, title=f"{mechanism.title}：{here.title}")
    return MechanismItemsView(head, f"{mechanism.title}：相关稿件", rows, pagination)


def _index(catalogue: Catalogue) -> MechanismsView:
    categories = catalogue.mechanisms_by_category.items()
    return MechanismsView(
        head=page_head(MECHANISMS, description=INTRODUCTION),
        title=MECHANISMS.title,
        introduction=INTRODUCTION,
        categories=tuple(
            Category(
                id=f"category-{number}",
                title=title,
                entries=tuple(
                    Entry(Link(one.name, one.address), _first_sentence(one.description))
                    for one in mechanisms
                ),
            )
            for number, (title, mechanisms) in enumerate(categories, 1)
        ),
        kinds=tuple(_kind_entry(catalogue, kind) for kind in catalogue.kinds),
        downloads=download_links(addresses.DATA, "mechanisms"),
    )


def _kind_entry(catalogue: Catalogue, kind: type[Record]) -> Entry:
    count = len(catalogue.records_of(kind))
    told = f"{count}{kind.measure}" if count else "尚未收录"
    only = "，只公布合计" if count and kind.openness is Openness.TOTALS else ""
    return Entry(Link(kind.title, kind.folder()), f"{told}{only}")


def _first_sentence(text: str) -> str:
    sentence, end, _ = text.partition(SENTENCE_END)
    return f"{sentence}{end}"
