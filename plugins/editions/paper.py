"""Sheets of paper, and the sizes of type that an edition may be set in.

A column is a whole number of characters wide, so that lines of Chinese fill it; the size of the
type follows from how many there are.
"""

from dataclasses import dataclass

from plugins.editions.makeup import Measure

POINTS_A_MILLIMETRE = 72 / 25.4
LEADINGS = (1.75, 1.7, 1.65, 1.6, 1.55, 1.5)
TITLE_SIZES = (1.45, 1.75, 2.1)
"""As print.css sets headlines over one, two, and more columns."""

MOST_OF_A_SHEET = 0.6
"""A story that is taller than this part of a sheet must be able to run on to the next one."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet in millimetres, and how many characters a line may have, by the number of columns."""

    name: str
    width: int
    height: int
    margin: int
    columns: tuple[tuple[int, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """How an edition is set: paper, columns, characters a line of one, lines by the type's size."""

    paper: Paper
    columns: int
    characters: int
    leading: float

    @property
    def size(self) -> float:
        """The size of the text in points: the columns and their gaps fill the sheet."""
        width = self.paper.width - 2 * self.paper.margin
        return width * POINTS_A_MILLIMETRE / self.measure.width

    @property
    def measure(self) -> Measure:
        """The sheet as the makeup of the page sees it."""
        return Measure(self.columns, self.characters, TITLE_SIZES)

    @property
    def tallest(self) -> int:
        """How many lines a story may have that must stay on one sheet."""
        height = (self.paper.height - 2 * self.paper.margin) * POINTS_A_MILLIMETRE
        return int(height / (self.size * self.leading) * MOST_OF_A_SHEET)

    @property
    def style(self) -> str:
        """The style sheet that says so."""
        paper = self.paper
        return (
            f"@page {{ size: {paper.width}mm {paper.height}mm; margin: {paper.margin}mm }}\n"
            f":root {{ --columns: {self.columns} }}\n"
            f"html {{ font-size: {self.size:.4f}pt; line-height: {self.leading} }}\n"
        )


A4 = Paper("A4", 210, 297, margin=14, columns=((3, (14, 15, 16, 17)),))
A3 = Paper("A3", 297, 420, margin=15, columns=((4, (15, 16, 17, 18, 19)), (5, (12, 13, 14, 15))))
PAPERS = (A4, A3)
"""From the smallest sheet to the largest, of which there may be many."""


def settings_of(paper: Paper) -> list[list[Setting]]:
    """Return the settings of a paper by their columns, each from the roomiest to the closest."""
    return [
        sorted(
            (Setting(paper, columns, count, leading) for count in counts for leading in LEADINGS),
            key=lambda one: one.size * one.size * one.leading,
            reverse=True,
        )
        for columns, counts in paper.columns
    ]
