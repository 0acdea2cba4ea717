"""All files of the search, from the Bulletin alone.

search/manifest.gz               the segments, and what the kinds of documents are called
search/labels.gz                 names of columns and organisations by their slugs
search/simplified.gz             traditional characters and their simplified forms
search/text/<year>/<m>-<n>.gz    an item: what is shown of it, and its text; or, by its kind
search/text/<kind>/1-<n>.gz      any other document
search/text/…-rest.gz            how a long text goes on
search/<segment>/keys.gz         where every shard begins
search/<segment>/<n>.gz          a shard, by where it begins: pairs and who holds them
search/<segment>/<n>-<m>.gz      where some of them stand
search/<segment>/facets.gz       columns and organisations of its documents
search/<segment>/bylines.gz      who signed them

Items are numbered in their month: one that is put in later renames those of its month alone, and
a browser needs no more than how many there are in each.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from itertools import groupby
from typing import TYPE_CHECKING

from plugins.domain.bulletin import Bulletin
from plugins.domain.keeping import Keeper
from plugins.domain.page import Page, PageSet
from plugins.search.documents import ITEMS, KINDS, Document
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
from plugins.search.variants import pairs_to_learn, simplified_characters

if TYPE_CHECKING:
    from plugins.search.volumes import Volumes

FIRST_COLUMN = 48
"""The character of the first column in the string that has one for every document."""

HEAD = 600
"""Characters of a long text that a list of results needs: the rest is a file of its own."""

LONG = 900
MONTH = slice(5, 7)
"""Of a date as it is written in ISO 8601."""


@dataclass(frozen=True, slots=True)
class _Runs:
    """A segment; of each of its texts the year or kind, the month, and the number in it."""

    segment: Segment
    names: tuple[tuple[str, int, int], ...]

    def counted(self) -> dict[str, list[int]]:
        """Return how many texts there are in each month, also those of the segment before."""
        counts: dict[str, list[int]] = {}
        for run, part, number in self.names:
            of_run = counts.setdefault(run, [])
            of_run.extend([0] * (part - len(of_run)))
            of_run[part - 1] = number + 1
        return counts


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
    runs = tuple(_runs(segments))
    yield _file("manifest", _manifest(runs))
    yield _file("labels", _labels(bulletin))
    yield _file("simplified", _simplified())
    columns = tuple((column.slug, column.name) for column in bulletin.columns)
    for run in runs:
        yield PageSet(
            f"{FOLDER}/{run.segment.name}",
            (run.segment.digest, run.names[:1], columns),
            partial(_segment_sets, bulletin, run),
        )


def _runs(segments: Iterable[Segment]) -> Iterator[_Runs]:
    """Yield the segments with the names of their texts."""
    met: Counter[tuple[str, int]] = Counter()
    reached: Counter[str] = Counter()
    for segment in segments:
        names = []
        for document in segment.documents:
            run = document.year if document.kind == ITEMS else document.kind
            # A date may be a year alone: then the month in which it stands.
            part = reached[run] = max(reached[run], int(document.date[MONTH] or 1))
            names.append((run, part, met[run, part]))
            met[run, part] += 1
        yield _Runs(segment, tuple(names))


def _segment_sets(bulletin: Bulletin, runs: _Runs) -> Iterator[PageSet]:
    segment = runs.segment
    folder = f"{FOLDER}/{segment.name}"
    columns = {column.slug: column.name for column in bulletin.columns}
    named = zip(runs.names, segment.documents, strict=True)
    for (run, part), texts in groupby(named, lambda text: text[0][:2]):
        of_month = [
            (number, document, columns.get(document.column, ""))
            for (_, _, number), document in texts
        ]
        inputs = [(number, one.address, one.digest, column) for number, one, column in of_month]
        make = partial(_text_sets, f"{FOLDER}/text/{run}/{part}", of_month)
        yield PageSet(f"{folder}/{run}/{part}", inputs, make, pages=len(of_month))
    index = partial(_index_sets, folder, segment, bulletin.keeper)
    yield PageSet(f"{folder}/index", segment.digest, index)
    yield _file(f"{segment.name}/facets", _facets(segment))
    yield _file(f"{segment.name}/bylines", _bylines(segment))


def _text_sets(month: str, texts: Iterable[tuple[int, Document, str]]) -> Iterator[PageSet]:
    for number, document, column in texts:
        path = f"{month}-{number}.gz"
        inputs = (document.address, document.digest, column)
        yield PageSet(path, inputs, partial(_text_page, path, document, column), tells_all=True)


def _text_page(path: str, document: Document, column: str) -> Iterator[Page]:
    titles, text = document.text()
    is_long = len(text) > LONG
    view = Found(
        url=document.address,
        date=document.date,
        column=column,
        titles=titles,
        text=text[:HEAD] if is_long else text,
        traditional=_traditional(titles + text),
        is_long=is_long,
    )
    yield Page(path, compressed_text, view)
    if is_long:
        yield Page(path.replace(".gz", "-rest.gz"), compressed, Data(as_json(text[HEAD:])))


def _traditional(text: str) -> str:
    """Return every traditional character of a text, and behind each what it stands for."""
    pairs = pairs_to_learn()
    return "".join(sorted({pairs[one] for one in _traditional_characters().findall(text)}))


@cache
def _traditional_characters() -> re.Pattern[str]:
    return re.compile(f"[{''.join(pairs_to_learn())}]")


def _index_sets(folder: str, segment: Segment, keeper: Keeper) -> Iterator[Page | PageSet]:
    from plugins.search.volumes import Volumes  # noqa: PLC0415 - loads numpy

    volumes = Volumes(segment, keeper)
    for volume, digest in volumes.digests.items():
        shards = partial(_shard_pages, folder, volumes, volume)
        yield PageSet(f"{folder}/index/{volume}", digest, shards)
    yield Page(f"{folder}/keys.gz", compressed, Data(volumes.keys()))


def _shard_pages(folder: str, volumes: "Volumes", volume: int) -> Iterator[Page]:
    for shard in volumes.shards(volume):
        yield Page(f"{folder}/{shard.first}.gz", compressed, Data(shard.postings))
        for part, places in shard.offsets.items():
            yield Page(f"{folder}/{shard.first}-{part}.gz", compressed, Data(places))


def _manifest(parts: Iterable[_Runs]) -> object:
    return {
        "kinds": KINDS,
        "segments": [
            {
                "name": runs.segment.name,
                "count": len(runs.names),
                "roster": runs.segment.roster.hex(),
                "before": runs.names[0][2],
                "runs": runs.counted(),
            }
            for runs in parts
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
        "roster": segment.roster.hex(),
        "columns": columns,
        "column": "".join(of_document),
        "organisations": _by_number(segment, lambda one: one.organisations),
    }


def _bylines(segment: Segment) -> object:
    signed = _by_number(segment, lambda one: one.bylines)
    return {"roster": segment.roster.hex(), "names": signed}


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
