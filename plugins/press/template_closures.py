"""Which templates a template draws on, and the digest of all of them."""

import re
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, meta
from jinja2.exceptions import TemplateSyntaxError

from plugins.press.templates import read_templates

NAMING_TAG = re.compile(r"\{%[-+]?\s*(?:extends|include|import|from)\b.*?%\}", re.DOTALL)
"""A tag that names another template; one that stands in a comment is followed as well."""


class TemplateClosures:
    """The templates of a theme with all that they extend, include or import.

    What a template names only when it runs cannot be followed: then all templates count.
    """

    def __init__(self, theme: Path) -> None:
        """Read every template of a theme."""
        self._environment = Environment(autoescape=True)
        templates = read_templates(theme)
        sources = templates.sources
        self._sources = {name: sources[path] for name, path in templates.named().items()}
        self._names: dict[str, frozenset[str]] = {}
        self._digests: dict[str, bytes] = {}

    def digest(self, name: str) -> bytes:
        """Return the digest of a template and everything behind it."""
        if name not in self._digests:
            found = sha256()
            for one in sorted(self._closure(name)):
                found.update(one.encode() + b"\0" + self._sources.get(one, b"") + b"\0")
            self._digests[name] = found.digest()
        return self._digests[name]

    def of_all(self) -> bytes:
        """Return the digest of all templates together."""
        found = sha256()
        for name, source in sorted(self._sources.items()):
            found.update(name.encode() + b"\0" + source + b"\0")
        return found.digest()

    def _closure(self, name: str) -> set[str]:
        closure: set[str] = set()
        waiting = [name]
        while waiting:
            one = waiting.pop()
            if one not in closure:
                closure.add(one)
                waiting += self._named_in(one)
        return closure

    def _named_in(self, name: str) -> frozenset[str]:
        if name not in self._names:
            self._names[name] = self._read(name)
        return self._names[name]

    def _read(self, name: str) -> frozenset[str]:
        """Return the names in one template; only its tags are parsed, which takes a fifth."""
        try:
            tags = NAMING_TAG.findall(self._sources.get(name, b"").decode())
            tree = self._environment.parse("".join(tags))
        except (TemplateSyntaxError, UnicodeDecodeError):
            return frozenset(self._sources)
        named = set(meta.find_referenced_templates(tree))
        return frozenset(self._sources if None in named else named)  # type: ignore[arg-type]
