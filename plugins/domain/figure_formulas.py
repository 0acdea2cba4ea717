"""算式: how a figure depends on others, in one short grammar.

`甲÷乙`, `甲＋乙`, `属于 甲`, `累计 甲`, `公布 甲`: a sign between names, or a word and a name.
"""

from dataclasses import dataclass
from enum import StrEnum

PLUS = "＋"


class Relation(StrEnum):
    """What a figure is of those that its 算式 names."""

    SHARE = "÷"
    SUM = PLUS
    PART = "属于"
    TOTAL = "累计"
    ANNOUNCED = "公布"


@dataclass(frozen=True, slots=True)
class Formula:
    """A 算式: `names` are metrics, but for 公布, which names an honour."""

    relation: Relation
    names: tuple[str, ...]

    @property
    def metrics(self) -> tuple[str, ...]:
        """The metrics that it names."""
        return () if self.relation is Relation.ANNOUNCED else self.names


def formula_of(text: str) -> Formula | None:
    """Read a 算式; None where it is none of the forms."""
    word, _, name = text.partition(" ")
    if word in {Relation.PART, Relation.TOTAL, Relation.ANNOUNCED}:
        return Formula(Relation(word), (name.strip(),)) if name.strip() else None
    for sign, most in ((Relation.SHARE, 2), (Relation.SUM, None)):
        names = tuple(part.strip() for part in text.split(sign))
        if len(names) > 1 and all(names) and len(names) <= (most or len(names)):
            return Formula(sign, names)
    return None
