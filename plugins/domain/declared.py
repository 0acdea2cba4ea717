"""Declaring once what an editor may write: keys of a text, headings of a table.

A class of declared keys is a frozen pydantic model. The alias of a field is the Chinese key or
heading, the field's own name its English alias in front matter. Validation, the editors' field
lists and the template of a new item are derived from the declaration.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, ClassVar, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo

from plugins.domain.bylines import Byline
from plugins.domain.dates import BulletinDate


class Declared(BaseModel):
    """A frozen model whose aliased fields are what an editor may write.

    `shorthand` is the key that a plain value stands for where an entry is expected
    (`来源: 某报` for `- 名称: 某报`); empty where an entry must be written out.
    """

    shorthand: ClassVar[str] = ""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        arbitrary_types_allowed=True,
        populate_by_name=True,
        defer_build=True,
    )


class Shape(StrEnum):
    """How the value of a key is written."""

    TEXT = "一个值"
    LIST = "一个或几个值"
    DATE = "日期"
    CHOICE = "选一个"
    FLAG = "是或否"
    NUMBER = "整数"
    DECIMAL = "数"
    ENTRY = "一个值或一条"
    ENTRIES = "一条或几条"
    BYLINES = "角色加姓名"


@dataclass(frozen=True, slots=True)
class DeclaredKey:
    """One key or heading: its names, meaning, shape, and what its value is made of.

    `refers_to` is the kind of thing whose name is written, as editors call it; empty where none.
    """

    name: str
    english: str
    meaning: str
    shape: Shape
    required: bool
    choices: tuple[str, ...] = ()
    entry: type[Declared] | None = None
    refers_to: str = ""


def key(name: str, meaning: str, *, refers_to: str = "", **constraints: Any) -> Any:
    """Declare a key: its Chinese name, what it means to an editor, pydantic's constraints."""
    extra: dict[str, Any] | None = {"refers_to": refers_to} if refers_to else None
    return Field(alias=name, description=meaning, json_schema_extra=extra, **constraints)


@cache
def declared_keys(model: type[Declared]) -> tuple[DeclaredKey, ...]:
    """List the keys that a model declares, in the order of their declaration."""
    return tuple(
        _declared_key(name, field) for name, field in model.model_fields.items() if field.alias
    )


def names_of(keys: Sequence[DeclaredKey]) -> tuple[str, ...]:
    """List the Chinese names of some keys."""
    return tuple(declared.name for declared in keys)


def _declared_key(english: str, field: FieldInfo) -> DeclaredKey:
    shape, inner = _shape_of(field.annotation)
    extra = field.json_schema_extra
    return DeclaredKey(
        name=field.alias or english,
        english=english,
        meaning=field.description or "",
        shape=shape,
        required=field.is_required(),
        choices=tuple(inner) if shape is Shape.CHOICE else (),
        entry=inner if shape in {Shape.ENTRY, Shape.ENTRIES} else None,
        refers_to=str(extra.get("refers_to", "")) if isinstance(extra, dict) else "",
    )


def _shape_of(annotation: Any) -> tuple[Shape, Any]:
    """Return how a value of this type is written, and the class it is made of."""
    inner = _without_none(annotation)
    if get_origin(inner) is tuple:
        element = get_args(inner)[0]
        if issubclass(element, Declared):
            return Shape.ENTRIES, element
        return (Shape.BYLINES if element is Byline else Shape.LIST), element
    if issubclass(inner, Declared):
        return Shape.ENTRY, inner
    if issubclass(inner, StrEnum):
        return Shape.CHOICE, inner
    plain = {
        BulletinDate: Shape.DATE,
        bool: Shape.FLAG,
        int: Shape.NUMBER,
        Decimal: Shape.DECIMAL,
    }
    return plain.get(inner, Shape.TEXT), inner


def _without_none(annotation: Any) -> Any:
    """Return the type itself where it is written as `T | None`."""
    options = [option for option in get_args(annotation) if option is not type(None)]
    is_optional = type(None) in get_args(annotation)
    return options[0] if is_optional else annotation
