"""An item lies in the folder of its year: the address says 2024 where the page says 2023."""

from collections.abc import Iterator

from plugins.checking.key_places import place_of_key
from plugins.domain.bulletin import Bulletin
from plugins.problems import Problem, warning


def year_folders(bulletin: Bulletin) -> Iterator[Problem]:
    """Warn of items whose date is of another year than their folder."""
    for item in (*bulletin.items, *bulletin.withdrawn):
        if int(item.year) != item.date.year:
            yield warning(
                place_of_key(bulletin.content, item.file, "日期"),
                "other-year",
                f"稿件在 news/{item.year}/ 里，日期却是 {item.date.stamp}。",
                f"核对日期；日期没有错、稿件又还没有发布的，移到 news/{item.date.year}/"
                "（已经发布的不移：网址会变）。",
            )
