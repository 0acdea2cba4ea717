"""A table that cites a withdrawn item rests on nothing that readers can still see."""

from collections.abc import Iterator

from plugins.domain.bulletin import Bulletin
from plugins.problems import Place, Problem, warning


def withdrawn_sources(bulletin: Bulletin) -> Iterator[Problem]:
    """Warn of rows whose 来源稿件 has been withdrawn."""
    withdrawn = {item.identity for item in bulletin.withdrawn}
    cited = (
        ("changes", bulletin.changes),
        ("recognitions", bulletin.recognitions),
        ("recipients", bulletin.recipients),
        ("holdings", bulletin.holdings),
    )
    for table, rows in cited:
        for identity in sorted(withdrawn & {row.source_item for row in rows}):
            yield warning(
                Place(f"{bulletin.content.name}/tables/{table}.csv"),
                "withdrawn-source",
                f"来源稿件“{identity}”已经撤稿。",
                "换一个来源，或删去只依据它的行。",
            )
