"""A column without an item is an empty room that readers walk into."""

from collections.abc import Iterator

from plugins.domain.bulletin import Bulletin
from plugins.problems import Place, Problem, warning


def empty_columns(bulletin: Bulletin) -> Iterator[Problem]:
    """Warn of columns in which nothing is public; one with a 更新期限 is told by that."""
    for column in bulletin.columns:
        if column.slug not in bulletin.items_by_column and column.update_within is None:
            yield warning(
                Place(f"{bulletin.content.name}/tables/columns.csv"),
                "empty-column",
                f"栏目“{column.name}”里没有公开的稿件，读者点进去是空的。",
                "发一篇稿件，或先从栏目表里去掉这一行。",
            )
