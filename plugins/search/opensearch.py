"""The documents for a server, where a site has outgrown plain files: OpenSearch's bulk form.

In: the Bulletin. Out: the mapping of the index, and its documents as lines of JSON, two a document.
Phrases are found by `match_phrase` on `titles` and `text`, which are cut into pairs of characters
as here.
"""

import json
from collections.abc import Iterator
from typing import Any

from plugins.domain.bulletin import Bulletin
from plugins.search.documents import Document, documents
from plugins.search.text import JOINT

INDEX = "bulletin"
PAIRS = {"type": "text", "analyzer": "pairs"}
NAME = {"type": "keyword"}
MAPPING: dict[str, Any] = {
    # Without stop words: "the" may be part of a phrase.
    "settings": {"analysis": {"analyzer": {"pairs": {"type": "cjk", "stopwords": "_none_"}}}},
    "mappings": {
        "dynamic": "strict",
        "properties": {
            "kind": NAME,
            "url": {**NAME, "index": False},
            "titles": {**PAIRS, "position_increment_gap": 100},
            "text": PAIRS,
            "date": {"type": "date", "format": "yyyy-MM-dd||yyyy-MM||yyyy"},
            "column": NAME,
            "organisations": NAME,
            "bylines": NAME,
        },
    },
}
"""What the index is made with; a field that it does not name is refused."""


def bulk_lines(bulletin: Bulletin) -> Iterator[str]:
    """Yield the lines of a bulk request: for each document where it goes, then what it is."""
    for document in documents(bulletin):
        yield _line({"index": {"_index": INDEX, "_id": document.address}})
        yield _line(_source(document))


def _source(document: Document) -> dict[str, object]:
    titles, text = document.text()
    fields = {
        "kind": document.kind,
        "url": document.address,
        "titles": titles.split(JOINT),
        "text": text,
        "date": document.date,
        "column": document.column,
        "organisations": document.organisations,
        "bylines": document.bylines,
    }
    return {name: value for name, value in fields.items() if value}


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False) + "\n"
