"""What was measured of the search on a site of one size."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from plugins.bench.measuring import Usage
from plugins.bench.search_builds import IndexCost, IndexFiles
from plugins.bench.search_measuring import Measured


@dataclass(frozen=True, slots=True)
class SiteFigures:
    """Our own engine, first of `engines`, its index and what that costs a build.

    `pagefind` is what Pagefind's index took, where it was measured.
    """

    items: int
    costs: tuple[IndexCost, ...]
    files: IndexFiles
    engines: tuple[Measured, ...]
    pagefind: Usage | None = None

    @property
    def ours(self) -> Measured:
        """Return the figures of our own engine."""
        return self.engines[0]

    def as_row(self) -> dict[str, object]:
        """Return every raw figure, for JSON."""
        return asdict(self)


def at_share(values: Sequence[float], share: float) -> float:
    """Return the least value that so large a share of all does not exceed; 0 of none."""
    if not values:
        return 0
    ordered = sorted(values)
    return ordered[max(0, -int(-share * len(ordered) // 1) - 1)]
