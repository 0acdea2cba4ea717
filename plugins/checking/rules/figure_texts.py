"""A number is written once: where an item names a metric of its own ledger, the numbers agree.

Only the name of a metric at the beginning of a phrase or a cell, followed at once by a number of
its unit, is looked at, in titles, summaries and texts, and only of the items that the metric's
figures come from.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from plugins.domain.bulletin import Bulletin
from plugins.domain.figures import Figure
from plugins.problems import Place, Problem, warning

BETWEEN = r"[：:\s]{0,2}(?:为|是|达|达到|共|共有|有)?(?:约|近)?"
NUMBER = r"(\d{1,12}(?:\.\d{1,6})?)(?:余|多)?"
MORE_OF_A_UNIT = "(?![次月])"


def figure_texts(bulletin: Bulletin) -> Iterator[Problem]:
    """Warn of items that name a metric with a number which the ledger does not have of it."""
    for identity, figures in bulletin.figures_by_item.items():
        item = bulletin.item_by_identity.get(identity)
        if item is None:
            continue
        text = f"{item.title}\n{item.summary}\n{item.whole().body.text}"
        for metric in dict.fromkeys(figure.metric for figure in figures):
            rows = bulletin.figures_by_metric[metric]
            for number in _other_numbers(text, metric, rows):
                yield warning(
                    _place_of(bulletin.content, item.file, metric, number),
                    "figure-in-text",
                    f"这里“{metric}”写的是{number}{rows[0].unit}，数据台账里没有这个数"
                    f"（台账：{'、'.join(figure.words for figure in rows[:3])}）。",
                    "核对来源，改正错的一处；正文里用 [[数据:指标@时点]] 印台账的数。",
                )


def _other_numbers(text: str, metric: str, rows: Sequence[Figure]) -> list[str]:
    if metric not in text:
        return []
    known = {row.value for row in rows}
    found: list[str] = _pattern_of(metric, rows[0].unit).findall(text)
    return [number for number in dict.fromkeys(found) if Decimal(number) not in known]


def _pattern_of(metric: str, unit: str) -> re.Pattern[str]:
    words = f"{re.escape(metric)}{BETWEEN}{NUMBER}{re.escape(unit)}{MORE_OF_A_UNIT}"
    return re.compile(rf"(?<![\w“])“?{words}" if metric[0] != "“" else rf"(?<!\w){words}")


def _place_of(content: Path, file: str, metric: str, number: str) -> Place:
    """Return the line of a text that names both, its first line where none does."""
    told = f"{content.name}/{file}"
    lines = (content / file).read_bytes().decode("utf-8", errors="replace").splitlines()
    for count, line in enumerate(lines, start=1):
        if metric in line and number in line:
            return Place(told, count)
    return Place(told, 1)
