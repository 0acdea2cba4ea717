"""The items that rows of tables come from: a row is published where readers can see one of them."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceItems:
    """Identities of items: of `all` that somebody wrote, the `public`, `withdrawn`, `faulty` ones.

    A `faulty` one has an error: that has been told, and that it keeps rows back is not told again.
    The others wait: they are drafts, or dated ahead.
    """

    all: AbstractSet[str] = frozenset()
    public: AbstractSet[str] = frozenset()
    withdrawn: AbstractSet[str] = frozenset()
    faulty: AbstractSet[str] = frozenset()

    def are_withdrawn(self, sources: Iterable[str]) -> bool:
        """Tell whether all of some sources are withdrawn."""
        return set(sources) <= self.withdrawn

    def are_unseen(self, sources: Iterable[str]) -> bool:
        """Tell whether readers can see none of some sources, though each of them is there."""
        return all(
            source in self.all and source not in self.public and source not in self.faulty
            for source in sources
        )
