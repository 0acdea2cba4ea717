"""The makeup of a page: which stories stand side by side, and how many columns each is wide.

In: how long the stories are, in the order of the page. Out: bands of stories whose widths fill the
sheet and whose heights nearly agree, so that no story leaves a hole beside its neighbour.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import ceil, inf

GAP = 2
"""Between two columns, in characters of the text."""

INDENT = 2
LINE_OF_TITLE = 0.8
"""Lines of text that a line of a headline takes, for each time that it is larger than the text."""

BYLINE = 2
BETWEEN_BANDS = 2
SHORTEST = 6
"""Lines in a column: a story of fewer looks like a ribbon."""

Spans = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """A sheet of `columns`, each as many `characters` wide.

    `title_sizes` are those of headlines over one, two, three … columns, as multiples of the size
    of the text.
    """

    columns: int
    characters: int
    title_sizes: tuple[float, ...]

    @property
    def width(self) -> int:
        """The width of the sheet in characters."""
        return self.columns * (self.characters + GAP) - GAP


@dataclass(frozen=True, slots=True)
class Copy:
    """How long a story is, in characters: its headline, and each of its paragraphs."""

    title: int
    paragraphs: tuple[int, ...]


@dataclass(frozen=True, slots=True, order=True)
class Makeup:
    """How wide each story is, band by band, and about how many lines that takes."""

    height: float
    bands: tuple[Spans, ...]


def made_up(stories: Sequence[Copy], measure: Measure, tallest: float = inf) -> Makeup:
    """Put stories into bands that take the least height together.

    A story of more than `tallest` lines has nobody beside it, so that it can run on to a next page.
    """
    best = [Makeup(0, ())]
    for end in range(1, len(stories) + 1):
        ways = (
            Makeup(best[start].height + cost, (*best[start].bands, spans))
            for start in range(max(0, end - measure.columns), end)
            for spans, cost in _bands(stories[start:end], measure, tallest)
        )
        best.append(min(ways))
    return best[-1]


def _bands(
    stories: Sequence[Copy], measure: Measure, tallest: float
) -> Iterator[tuple[Spans, float]]:
    """Yield the ways to put stories side by side, and what each costs in lines."""
    cuts = combinations(range(1, measure.columns), len(stories) - 1)
    for places in cuts:
        spans = tuple(right - left for left, right in pairwise((0, *places, measure.columns)))
        heights = [
            _height(story, span, measure) for story, span in zip(stories, spans, strict=True)
        ]
        if len(stories) == 1 or max(heights) <= tallest:
            yield spans, max(heights) + BETWEEN_BANDS + _unevenness(heights, spans)


def _unevenness(heights: Sequence[float], spans: Spans) -> float:
    """Return how many lines of the sheet a band leaves empty."""
    holes = ((max(heights) - height) * span for height, span in zip(heights, spans, strict=True))
    return sum(holes) / sum(spans)


def _height(story: Copy, span: int, measure: Measure) -> float:
    """Return the height of a story over some columns, in lines of its text."""
    size = measure.title_sizes[min(span, len(measure.title_sizes)) - 1]
    width = span * measure.characters + (span - 1) * GAP
    title = ceil(story.title * size / width) * size * LINE_OF_TITLE
    lines = sum(ceil((INDENT + length) / measure.characters) for length in story.paragraphs)
    depth = ceil(lines / span)
    return title + BYLINE + depth + 2 * max(0, SHORTEST - depth)
