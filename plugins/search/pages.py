"""All files of the search, from the Bulletin alone.

search/manifest.gz               the segments, and what the kinds of documents are called
search/labels.gz                 names of columns and organisations by their slugs
search/simplified.gz             traditional characters and their simplified forms
search/<segment>/keys.gz         the first pair of every shard
search/<segment>/<n>.gz          a shard: pairs and who holds them
search/<segment>/<n>-places.gz   where they stand
search/<segment>/facets.gz       columns and organisations of its documents
search/<segment>/bylines.gz      who signed them
search/<segment>/text/<n>.gz     a document: what is shown of it, and its text
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from hashlib import sha256

from plugins.domain.bulletin import Bulletin
from plugins.domain.page import Page, PageSet
from plugins.search.documents import KINDS, Document
from plugins.search.files import (
    FOLDER,
    Data,
    Found,
    as_json,
    compressed,
    compressed_text,
    differences,
)
from plugins.search.repair_pages import repair_set
from plugins.search.segments import OTHERS, Segment, segments_of
from plugins.search.variants import simplified_characters

FIRST_COLUMN = 48
"""The character of the first column in the string that has one for every document."""


def search_set(bulletin: Bulletin) -> PageSet:
    """Return all that the engine reads."""
    items = sha256(b"".join([item.digest for item in bulletin.items])).digest()
    texts = tuple(
        (page.address, page.title, page.summary, page.body.digest) for page in bulletin.text_pages
    )
    inputs = (bulletin.outline_of_tables, items, texts)
    return PageSet(FOLDER, inputs, partial(_sets, bulletin), may_wait=True)


def _sets(bulletin: Bulletin) -> Iterator[PageSet]:
    segments = tuple(segments_of(bulletin))
    yield repair_set(bulletin, segments[0] if segments else Segment(OTHERS, ()))
    yield _file("manifest", _manifest(segments))
    yield _file("labels", _labels(bulletin))
    yield _file("simplified", _simplified())
    columns = tuple((column.slug, column.name) for column in bulletin.columns)
    for segment in segments:
        yield PageSet(
            f"{FOLDER}/{segment.name}",
            (segment.digest, columns),
            partial(_segment_sets, bulletin, segment),
        )


def _segment_sets(bulletin: Bulletin, segment: Segment) -> Iterator[PageSet]:
    folder = f"{FOLDER}/{segment.name}"
    for number, document in enumerate(segment.documents):
        path = f"{folder}/text/{number}.gz"
        column = bulletin.column_by_slug[document.column].name if document.column else ""
        inputs = (document.address, document.digest, column)
        yield PageSet(path, inputs, partial(_text_page, path, document, column))
    yield PageSet(f"{folder}/index", segment.digest, partial(_index_pages, folder, segment))
    yield _file(f"{segment.name}/facets", _facets(segment))
    yield _file(f"{segment.name}/bylines", _by_number(segment, lambda one: one.bylines))


def _text_page(path: str, document: Document, column: str) -> Iterator[Page]:
    titles, text = document.text()
    view = Found(
        url=document.address,
        date=document.date,
        column=column,
        titles=titles,
        text=text,
        traditional="".join(_traditional(titles + text)),
    )
    yield Page(path, compressed_text, view)


def _traditional(text: str) -> Iterator[str]:
    """Yield every traditional character of a text, and what it stands for."""
    for one in sorted(simplified_characters().keys() & set(text)):
        yield one + simplified_characters()[one]


def _index_pages(folder: str, segment: Segment) -> Iterator[Page]:
    from plugins.search.index import keys_of, shards_of  # noqa: PLC0415 - loads numpy

    firsts = []
    texts = (document.text() for document in segment.documents)
    for number, shard in enumerate(shards_of(texts, segment.roster)):
        firsts.append(shard.first)
        yield Page(f"{folder}/{number}.gz", compressed, Data(shard.postings))
        yield Page(f"{folder}/{number}-places.gz", compressed, Data(shard.offsets))
    yield Page(f"{folder}/keys.gz", compressed, Data(segment.roster + keys_of(firsts)))


def _manifest(segments: Iterable[Segment]) -> object:
    return {
        "kinds": KINDS,
        "segments": [
            {
                "name": segment.name,
                "count": len(segment.documents),
                "roster": segment.roster.hex(),
                "runs": segment.runs("kind" if segment.name == OTHERS else "year"),
            }
            for segment in segments
        ],
    }


def _labels(bulletin: Bulletin) -> object:
    return {
        "columns": {column.slug: column.name for column in bulletin.columns},
        "organisations": {one.slug: [one.name, *one.aliases] for one in bulletin.organisations},
    }


def _facets(segment: Segment) -> object:
    columns = sorted({document.column for document in segment.documents})
    of_document = (chr(FIRST_COLUMN + columns.index(one.column)) for one in segment.documents)
    return {
        "columns": columns,
        "column": "".join(of_document),
        "organisations": _by_number(segment, lambda one: one.organisations),
    }


def _simplified() -> object:
    """Return the traditional characters, and the simplified ones in the same order."""
    table = sorted(simplified_characters().items())
    return ["".join(some) for some in zip(*table, strict=True)]


def _by_number(
    segment: Segment, values: Callable[[Document], Iterable[str]]
) -> dict[str, list[int]]:
    """Return the numbers of the documents that have a value, as differences, by value."""
    numbers: dict[str, list[int]] = {}
    for number, document in enumerate(segment.documents):
        for value in dict.fromkeys(values(document)):
            numbers.setdefault(value, []).append(number)
    return {value: differences(some) for value, some in sorted(numbers.items())}


def _file(name: str, value: object) -> PageSet:
    """Return one small file of JSON, known by what is in it."""
    data, path = as_json(value), f"{FOLDER}/{name}.gz"
    return PageSet(path, data, lambda: [Page(path, compressed, Data(data))])
