"""From written values to a declared model: each value read by the shape its key declares.

In: what stands under each key or heading. Out: a model, or the problems that prevent one.
Front matter and tables go through here alike.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from plugins.domain.bylines import Byline
from plugins.domain.dates import BulletinDate, read_date
from plugins.domain.declared import Declared, DeclaredKey, Shape, declared_keys
from plugins.problems import Place, Problem, has_errors
from plugins.reading import messages
from plugins.reading.byline_text import read_bylines
from plugins.reading.faults import validation_problems
from plugins.reading.guesses import guess_of
from plugins.reading.name_list import read_names
from plugins.reading.written import Written, WrittenEntry, WrittenKey

Location = tuple[str | int, ...]
DIGITS_AT_MOST = 9
FLAGS = {"是": True, "否": False}
DECIMAL = re.compile(r"-?\d{1,12}(\.\d{1,6})?", re.ASCII)
STAND_INS = {
    Shape.TEXT: "？",
    Shape.DATE: BulletinDate(2000),
    Shape.BYLINES: (Byline("", ()),),
}
"""What stands in the place of a required key that cannot be read."""


@dataclass(frozen=True)
class Located:
    """A model with the places of its values: of a key, of an entry, of a sub-key.

    The keys that are `unsound` could not be read: what the model has in their place means nothing.
    """

    model: Any
    start: Place
    places: Mapping[Location, Place]
    unsound: frozenset[str] = frozenset()

    def place(self, *location: str | int) -> Place:
        """Return the place of a value, or of the nearest thing around it that has one."""
        for length in range(len(location), 0, -1):
            if location[:length] in self.places:
                return self.places[location[:length]]
        return self.start


def make_model(
    model: type[Declared], written: Mapping[str, WrittenKey], start: Place
) -> tuple[Located | None, list[Problem]]:
    """Make a model of what was written; None with the problems where that cannot be.

    `start` is the place to name for a key that is missing.
    """
    located, problems = make_sound_part(model, written, start)
    return (located if located and not located.unsound else None), problems


def make_sound_part(
    model: type[Declared], written: Mapping[str, WrittenKey], start: Place
) -> tuple[Located | None, list[Problem]]:
    """Make a model of what is sound in what was written, so that this can be looked into.

    None where not even that can be.
    """
    reader = _ValueReader()
    data = reader.read_keys(model, written, ())
    located = Located(None, start, reader.places)
    problems, unsound = reader.problems, {str(where[0]) for where in reader.faulty}
    made: Declared | None
    try:
        made = _made(model, data)
    except ValidationError as failure:
        problems = problems + validation_problems(failure, located.place, reader.faulty)
        unsound |= {str(complaint["loc"][0]) for complaint in failure.errors(include_url=False)}
        made = _made_without(model, data, unsound)
    if made is None:
        return None, problems
    return Located(made, start, reader.places, frozenset(unsound)), problems


def _made(model: type[Declared], data: Mapping[str, Any]) -> Declared:
    return model.model_validate(data, by_alias=True, by_name=False)


def _made_without(
    model: type[Declared], data: Mapping[str, Any], unsound: Collection[str]
) -> Declared | None:
    """Make a model without some keys, with stand-ins for those that it needs."""
    rest = {name: value for name, value in data.items() if name not in unsound}
    for declared in declared_keys(model):
        if declared.required and declared.name in unsound:
            shorthand = declared.entry.shorthand if declared.entry else ""
            stand_in = {shorthand: STAND_INS[Shape.TEXT]} if shorthand else None
            rest[declared.name] = STAND_INS.get(declared.shape, stand_in)
    try:
        return _made(model, rest)
    except ValidationError:
        return None


class _ValueReader:
    """Turns written keys into plain data; collects places, problems and what could not be read."""

    def __init__(self) -> None:
        self.places: dict[Location, Place] = {}
        self.problems: list[Problem] = []
        self.faulty: set[Location] = set()

    def read_keys(
        self, model: type[Declared], written: Mapping[str, WrittenKey], location: Location
    ) -> dict[str, Any]:
        """Return the data of a model by alias; keys without a value are left out."""
        data = {}
        for declared in declared_keys(model):
            if (key := written.get(declared.name)) is not None:
                here = (*location, declared.name)
                self.places[here] = key.value.place if key.value else key.place
                value = self._read_key(declared, key, here)
                if value is not None:
                    data[declared.name] = value
        return data

    def _read_key(self, declared: DeclaredKey, key: WrittenKey, here: Location) -> Any:
        match declared.shape:
            case Shape.LIST:
                return self._read_list(key, here)
            case Shape.BYLINES:
                return self._read_bylines(key, here)
            case Shape.ENTRY | Shape.ENTRIES:
                return self._read_entries(declared, key, here)
            case _:
                return self._read_scalar(declared, key.value, here) if key.value else None

    def _read_scalar(self, declared: DeclaredKey, written: Written, here: Location) -> Any:
        match declared.shape:
            case Shape.DATE:
                return self._read_date(written, here)
            case Shape.CHOICE:
                return self._one_of(declared.name, dict.fromkeys(declared.choices), written, here)
            case Shape.FLAG:
                return self._one_of(declared.name, FLAGS, written, here)
            case Shape.NUMBER:
                return self._read_number(declared.name, written, here)
            case Shape.DECIMAL:
                return self._read_decimal(declared.name, written, here)
            case _:
                return written.text

    def _read_date(self, written: Written, here: Location) -> BulletinDate | None:
        reading = read_date(written.text)
        if reading.fault is not None:
            self._fail(messages.bad_date(written.place, written.text, reading.fault), here)
        elif not reading.usual and reading.date is not None:
            self.problems.append(
                messages.unusual_date(written.place, written.text, reading.date.stamp)
            )
        return reading.date

    def _one_of(
        self, name: str, choices: Mapping[str, Any], written: Written, here: Location
    ) -> Any:
        if written.text in choices:
            value = choices[written.text]
            return written.text if value is None else value
        nearest = guess_of(written.text, choices)
        self._fail(
            messages.not_a_choice(written.place, name, written.text, list(choices), nearest), here
        )
        return None

    def _read_number(self, name: str, written: Written, here: Location) -> int | None:
        is_number = written.text.isascii() and written.text.isdecimal()
        if is_number and len(written.text) <= DIGITS_AT_MOST:
            return int(written.text)
        self._fail(messages.not_a_number(written.place, name, written.text), here)
        return None

    def _read_decimal(self, name: str, written: Written, here: Location) -> Decimal | None:
        if DECIMAL.fullmatch(written.text):
            return Decimal(written.text)
        self._fail(messages.not_a_decimal(written.place, name, written.text), here)
        return None

    def _read_list(self, key: WrittenKey, here: Location) -> list[str]:
        plain = [entry.plain for entry in key.entries if entry.plain]
        names, problems = read_names(
            key.name, [key.value] if key.value else plain, on_one_line=bool(key.value)
        )
        for index, name in enumerate(names):
            self.places[*here, index] = name.place
        self._tell(problems, here)
        return [name.text for name in names]

    def _read_bylines(self, key: WrittenKey, here: Location) -> list[Any] | None:
        written = [key.value] if key.value else [entry.plain for entry in key.entries]
        bylines, problems = read_bylines([value for value in written if value])
        self._tell(problems, here)
        return bylines or None

    def _read_entries(self, declared: DeclaredKey, key: WrittenKey, here: Location) -> Any:
        entries = [WrittenEntry(key.value.place, key.value)] if key.value else key.entries
        if declared.shape is Shape.ENTRIES:
            return [
                self._read_entry(declared, entry, (*here, index))
                for index, entry in enumerate(entries)
            ]
        if len(entries) > 1:
            self._fail(messages.one_entry_only(entries[1].place, declared.name), here)
        return self._read_entry(declared, entries[0], here) if entries else None

    def _read_entry(self, declared: DeclaredKey, entry: WrittenEntry, here: Location) -> Any:
        model = declared.entry or Declared
        self.places[here] = entry.place
        values = entry.values
        if entry.plain is not None:
            if not model.shorthand:
                names = [sub_key.name for sub_key in declared_keys(model)]
                self._fail(messages.entry_without_keys(entry.place, declared.name, names), here)
                return {}
            values = {model.shorthand: entry.plain}
        written = {
            name: WrittenKey(name, value.place, value if value.text else None)
            for name, value in values.items()
        }
        return self.read_keys(model, written, here)

    def _fail(self, problem: Problem, here: Location) -> None:
        self._tell([problem], here)

    def _tell(self, problems: list[Problem], here: Location) -> None:
        self.problems += problems
        if has_errors(problems):
            self.faulty.add(here)
