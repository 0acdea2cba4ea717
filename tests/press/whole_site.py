"""A whole project to edit and build, always held against the same sources built from nothing.

Builds go through the public door, `plugins.press.command.build`, in this process.
"""

import argparse
import io
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from plugins.press.command import build as build_site
from tests.press.builders import ROOT
from tests.press.plain_theme import write_plain_theme

LAST_DAY = date(2022, 12, 31)
FOREIGN = "own-"
"""How the names of files begin that are laid into the output by hand."""

SOURCES = ("content", "theme", "pelicanconf.py")
PROBLEM = re.compile(r"^(\S.*\n    怎样改：.*\[[a-z-]+\])$", re.MULTILINE)
MADE = re.compile(r"已生成 (\d+) 页")

Sources = dict[str, bytes]
Digests = dict[str, str]


@dataclass(frozen=True)
class Built:
    """What one build came to: exit code, problems in their order, number of pages."""

    code: int
    problems: tuple[str, ...]
    pages: str

    def without(self, code: str) -> tuple[str, ...]:
        """Return the problems but for those of one code and those about the cache itself."""
        return tuple(
            problem
            for problem in self.problems
            if not problem.endswith(f"[{code}]") and not problem.startswith(".cache/")
        )

    def files(self, code: str) -> set[str]:
        """Return the files that the problems of one code name."""
        return {
            problem.split("  ")[0] for problem in self.problems if problem.endswith(f"[{code}]")
        }


@dataclass(frozen=True)
class Expected:
    """What the sources come to when they are built from nothing."""

    built: Built
    files: Digests


class WholeSite:
    """A copy of the valid site with the real settings and a theme, below a folder of its own.

    `known` keeps what was built from nothing, by the sources: it may be shared between sites.
    """

    def __init__(
        self,
        folder: Path,
        known: dict[str, Expected] | None = None,
        write_theme: Callable[[Path], None] = write_plain_theme,
    ) -> None:
        """Copy content and settings, and write the theme."""
        self.folder = folder
        self.content = folder / "content"
        self.theme = folder / "theme"
        self.output = folder / "output"
        self.cache = folder / ".cache"
        self.settings = folder / "pelicanconf.py"
        self.today = LAST_DAY
        self._known = {} if known is None else known
        shutil.copytree(ROOT / "tests" / "site" / "valid", self.content)
        write_theme(self.theme)
        settings = (ROOT / "pelicanconf.py").read_text(encoding="utf-8")
        self.settings.write_text(f"{settings}PLUGIN_PATHS = [{str(ROOT)!r}]\n", encoding="utf-8")

    def build(self, **changed: object) -> Built:
        """Build as `tasks.py build` does, some of its arguments changed."""
        given: dict[str, object] = {
            "root": self.folder,
            "content": self.content,
            "output": self.output,
            "today": self.today,
            "workers": 1,
            "clean": False,
            "paranoid": False,
            "no_rules": False,
            "scheduler": None,
            "explain": None,
            "report": None,
        }
        said, told = io.StringIO(), io.StringIO()
        with redirect_stdout(said), redirect_stderr(told):
            code = build_site(argparse.Namespace(**{**given, **changed}))
        problems = PROBLEM.findall(told.getvalue().replace(f"{self.folder}/", ""))
        made = MADE.search(said.getvalue())
        return Built(code, tuple(problems), made[1] if made else "")

    def assert_built_as_from_nothing(self, **changed: object) -> None:
        """Build, and find the same bytes and problems as without anything kept.

        Where the sources have an error, nothing may have been touched. Files that were laid into
        the output by hand are told and left.
        """
        before = stamps_of(self.output)
        built, expected = self.build(**changed), self.from_nothing()
        assert built.without("foreign-file") == expected.built.problems
        assert built.code == expected.built.code
        if built.code:
            assert stamps_of(self.output) == before
            return
        foreign = built.files("foreign-file")
        files = files_of(self.output)
        changed_paths = sorted(f"output/{path}" for path in different(files, expected.files))
        assert changed_paths == sorted(foreign)
        assert all(path.rpartition("/")[2].startswith(FOREIGN) for path in foreign)
        assert built.pages == expected.built.pages
        assert not (self.output / ".staging").exists()

    def from_nothing(self) -> Expected:
        """Build the same sources with an empty cache into an empty folder."""
        digests = {path: sha256(data).hexdigest() for path, data in self.sources().items()}
        state = f"{self.today} {sorted(digests.items())}"
        if state not in self._known:
            self._known[state] = self._build_from_nothing()
        return self._known[state]

    def sources(self) -> Sources:
        """Return the bytes of everything that a build may read, by path."""
        return {
            file.relative_to(self.folder).as_posix(): file.read_bytes()
            for name in SOURCES
            for file in (self.folder / name, *sorted((self.folder / name).rglob("*")))
            if file.is_file()
        }

    def restore(self, sources: Sources) -> None:
        """Write sources back as they were; only those that differ get a new time."""
        now = self.sources()
        for path in now.keys() - sources.keys():
            (self.folder / path).unlink()
        for path, data in sources.items():
            if now.get(path) != data:
                (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
                (self.folder / path).write_bytes(data)

    def _build_from_nothing(self) -> Expected:
        """Build beside the project with settings of its own, as they say where the cache lies."""
        folder = self.folder / "from-nothing"
        folder.mkdir()
        settings = self.settings.read_text(encoding="utf-8")
        theme = f"THEME = {str(self.theme)!r}\n"
        (folder / "pelicanconf.py").write_text(settings + theme, encoding="utf-8")
        built = self.build(root=folder, output=folder / "output")
        files = files_of(folder / "output")
        shutil.rmtree(folder)
        return Expected(built, files)


def files_of(folder: Path) -> Digests:
    """Return the digest of every file of a site, by path."""
    return {path: sha256(file.read_bytes()).hexdigest() for path, file in _files(folder)}


def stamps_of(folder: Path) -> dict[str, tuple[int, str]]:
    """Return the time and the digest of every file of a site, by path."""
    digests = files_of(folder)
    return {path: (file.stat().st_mtime_ns, digests[path]) for path, file in _files(folder)}


def different(some: Digests, others: Digests) -> set[str]:
    """Return the paths whose files are not the same on both sides."""
    return {path for path, _ in some.items() ^ others.items()}


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    for file in sorted(folder.rglob("*")):
        if file.is_file() and ".staging" not in file.parts:
            yield file.relative_to(folder).as_posix(), file
