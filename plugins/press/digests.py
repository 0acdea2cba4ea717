"""The digests that decide whether a page must be made again: of its view, its maker, its frame.

A page is a pure function of its view and the site view, made by a template or by code of ours.
While the digests of all of these are those of the last build, so are its bytes.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from hashlib import sha256
from operator import attrgetter
from os import PathLike
from pathlib import Path
from typing import Any

from plugins.domain.keeping import digest_of
from plugins.domain.page import Page, PageSet, Shared
from plugins.domain.timeline import TimelineEntry
from plugins.domain.views import NewsRow, SiteView
from plugins.press.installed import installed
from plugins.press.record import Frame, PageDigests
from plugins.press.template_closures import TemplateClosures

PLAIN = {str, int, float, bool, bytes, type(None)}
SHARED = {NewsRow, TimelineEntry, Shared}
"""Views that stand in many pages: the digest of each is made once and taken over by its page."""


class Digester:
    """Makes the digests of pages; keeps those of shared parts."""

    def __init__(self, site_view: SiteView, closures: TemplateClosures, tools: bytes) -> None:
        """Take what stands behind every page of a build."""
        self._closures = closures
        self._shared: dict[int, tuple[object, bytes]] = {}
        self.frame = Frame(tools, self._digest(site_view), closures.of_all())

    def of(self, page: Page, view: bytes | None = None) -> PageDigests:
        """Return the digests of one page; `view` is what stands for that of its view."""
        view = self._digest(page.view) if view is None else view
        return PageDigests(self._maker(page.make), view)

    def of_inputs(self, pages: PageSet) -> bytes:
        """Return the digest of all that a set depends on."""
        return self._digest(pages.inputs)

    def _maker(self, make: str | Callable[..., Any]) -> bytes:
        if isinstance(make, str):
            return self._closures.digest(make)
        return f"{make.__module__}.{make.__qualname__}".encode()

    def _digest(self, value: object) -> bytes:
        return digest_of(self._plain(value))

    def _plain(self, value: Any) -> Any:
        """Return a value as nested tuples of what `marshal` knows, with its type where it has one.

        TypeError for what no view may hold, so that nothing is left out of a digest in silence.
        """
        kind: Any = type(value)
        if kind in PLAIN:
            return value
        if kind is tuple or kind is list:
            return self._parts(value)
        if kind in SHARED:
            return self._of_shared(value)
        if values_of := _fields_of(kind):
            return (kind.__qualname__, *self._parts(values_of(value)))
        return self._of_rare(value)

    def _parts(self, values: Iterable[Any]) -> tuple[Any, ...]:
        plain, shared = self._plain, self._shared  # most values need no call
        return tuple(
            [
                value
                if type(value) in PLAIN
                else shared[id(value)][1]
                if id(value) in shared
                else plain(value)
                for value in values
            ]
        )

    def _of_shared(self, value: Any) -> bytes:
        kept = self._shared.get(id(value))
        if kept is None:
            kind: Any = type(value)
            values_of: Any = _fields_of(kind)
            kept = (value, digest_of(self._parts(values_of(value))))
            self._shared[id(value)] = kept
        return kept[1]

    def _of_rare(self, value: Any) -> Any:
        if isinstance(value, Enum):
            return str(value.value)
        if isinstance(value, Mapping):
            return tuple((self._plain(key), self._plain(value[key])) for key in sorted(value))
        if isinstance(value, PathLike | str):
            return str(value)
        message = f"a view may not hold {type(value).__qualname__}: {value!r}"
        raise TypeError(message)


def tools_digest(settings: Iterable[object]) -> bytes:
    """Return the digest of what makes pages: Python, installed packages, our source, settings."""
    found = sha256(repr((installed(), [repr(setting) for setting in settings])).encode())
    root = Path(__file__).resolve().parent.parent
    for module in sorted(root.rglob("*.py")):
        found.update(module.relative_to(root).as_posix().encode() + b"\0" + module.read_bytes())
    return found.digest()


@cache
def _fields_of(kind: Any) -> Callable[[Any], tuple[Any, ...]] | None:
    """Return what reads the fields of a dataclass that show; None for what is none.

    A field that is not compared tells where a thing lies.
    """
    if not is_dataclass(kind):
        return None
    names = [field.name for field in fields(kind) if field.compare]
    if len(names) == 1:
        return lambda value: (getattr(value, names[0]),)
    return attrgetter(*names) if names else lambda _value: ()
