"""The templates of a theme as plain data, which makes the same pages where there is no theme."""

import zlib
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import FunctionLoader

from plugins.domain.packing import packed, unpacked

SUFFIXES = {".html", ".xml", ".svg", ".txt"}
PAGE_TEMPLATES = "templates/"


@dataclass(frozen=True, slots=True)
class Templates:
    """All that a page may draw on, compressed, as it goes along with every unit of pages.

    `theme` is the name of its folder, with which faults of templates are told.
    """

    theme: str
    compressed: bytes = field(repr=False)

    @property
    def sources(self) -> dict[str, bytes]:
        """The bytes of files, by their path inside the theme."""
        found: dict[str, bytes] = unpacked(zlib.decompress(self.compressed))
        return found

    def loader(self) -> FunctionLoader:
        """Return what Jinja finds templates with: page templates by their name, others by path."""
        named, sources = self.named(), self.sources

        def load(name: str) -> tuple[str, str, None] | None:
            if name not in named:
                return None
            text = sources[named[name]].decode().replace("\r\n", "\n").replace("\r", "\n")
            return text, str(Path(self.theme, named[name])), None

        return FunctionLoader(load)

    def named(self) -> dict[str, str]:
        """Return the path of every file by the name that templates have for it."""
        paths = sorted(self.sources, key=_is_page_template)
        return {path.removeprefix(PAGE_TEMPLATES): path for path in paths}


def read_templates(theme: Path) -> Templates:
    """Read every file of a theme that a template may name."""
    named = (file for file in sorted(theme.rglob("*")) if file.suffix in SUFFIXES)
    files = (file for file in named if file.is_file())
    sources = {file.relative_to(theme).as_posix(): file.read_bytes() for file in files}
    return Templates(theme.name, zlib.compress(packed(sources)))


def _is_page_template(path: str) -> bool:
    return path.startswith(PAGE_TEMPLATES)
