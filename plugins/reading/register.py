"""All that bears a name: found by name or short name, in its time, or told as unknown."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from plugins.domain.dates import BulletinDate
from plugins.domain.figures import Figure
from plugins.domain.tables import Branch, Organisation

LINKED_KINDS = ("单位", "党组织")


@dataclass(frozen=True, slots=True)
class Named:
    """Something that bears a name: its kind in Chinese, own name, address and slug.

    `since` and `until` bound the days on which the name that led here is in use. Where `sources`
    are given, there is a page only while one of these items is public.
    """

    kind: str
    name: str
    address: str
    slug: str
    since: date = date.min
    until: date = date.max
    sources: tuple[str, ...] = ()

    def in_use(self, when: BulletinDate) -> bool:
        """Tell whether the name is in use at a date, of whatever precision."""
        return self.since <= when.last_day and when.first_day <= self.until


@dataclass
class Register:
    """Names and short names; a name may lead to several things.

    `incomplete` holds the kinds whose table has an error: a name that is not found there may
    stand in a row that could not be read, so nothing is said about it. `figures` are those that a
    text can print, by the name of their metric.
    """

    incomplete: set[str] = field(default_factory=set)
    by_name: defaultdict[str, list[Named]] = field(default_factory=lambda: defaultdict(list))
    by_kind: defaultdict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))
    figures: Mapping[str, tuple[Figure, ...]] = field(default_factory=dict)

    def add(self, name: str, named: Named) -> None:
        """Enter a name; the same thing under the same name only once."""
        bearers = self.by_name[_without_blanks(name)]
        if named not in bearers:
            bearers.append(named)
        self.by_kind[named.kind][name] = None
        self.by_kind[""][name] = None

    def digests(self) -> dict[str, bytes]:
        """Return what tells the bearers of a name and the figures of a metric from others, by name.

        Names stand without blanks, what is incomplete under the empty name.
        """
        named = {"": sorted(self.incomplete), **self.by_name}
        meant = {
            name: (named.get(name), self.figures.get(name)) for name in {**named, **self.figures}
        }
        return {name: sha256(repr(meanings).encode()).digest() for name, meanings in meant.items()}

    def find(self, name: str, kind: str = "", when: BulletinDate | None = None) -> list[Named]:
        """Return what bears a name, of one kind if given, in use at a date if given.

        What two rows of a table call the same is one thing: that it stands there twice is told
        there, not wherever it is named. Word and web pages leave blanks of every width in a name:
        it is the same without them.
        """
        bearers = self.by_name.get(_without_blanks(name), [])
        found = [named for named in bearers if kind in {"", named.kind}]
        if when is not None and len(found) > 1:
            found = [named for named in found if named.in_use(when)]
        return _each_once(found) if len(found) > 1 else found

    def names(self, kind: str = "") -> Iterable[str]:
        """Return the names of one kind, or all."""
        return self.by_kind[kind].keys()


def add_organisations(register: Register, organisations: Iterable[Organisation]) -> None:
    """Enter organisations: their names for ever, their short names while in use."""
    for organisation in organisations:
        since, until = _bounds(organisation.in_use_from, organisation.in_use_until)
        _add(register, "单位", organisation, since, until)


def add_branches(register: Register, branches: Iterable[Branch]) -> None:
    """Enter branches: their names for ever, their short names while they exist."""
    for branch in branches:
        since, until = _bounds(branch.founded, branch.dissolved)
        _add(register, "党组织", branch, since, until)


def _each_once(found: Iterable[Named]) -> list[Named]:
    """Return the first of those of one kind and name."""
    first: dict[tuple[str, str], Named] = {}
    for named in found:
        first.setdefault((named.kind, named.name), named)
    return list(first.values())


def _without_blanks(name: str) -> str:
    return "".join(name.split())


def _add(
    register: Register, kind: str, entity: Organisation | Branch, since: date, until: date
) -> None:
    register.add(entity.name, Named(kind, entity.name, entity.address, entity.slug))
    for alias in entity.aliases:
        named = Named(kind, entity.name, entity.address, entity.slug, since, until)
        register.add(alias, named)


def _bounds(since: BulletinDate | None, until: BulletinDate | None) -> tuple[date, date]:
    return (
        since.first_day if since else date.min,
        until.last_day if until else date.max,
    )
