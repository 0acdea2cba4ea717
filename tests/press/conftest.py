"""What the tests of the press share: tiny themes, bulletins, and projects for real Pelican."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import blinker
import pytest

from plugins.domain.bulletin import Bulletin
from plugins.domain.navigation import site_view
from plugins.domain.page import BULLETIN_PAGES, COLLECTED_PAGES, Page
from plugins.domain.tables import Site
from plugins.domain.views import SiteView
from plugins.press.pressing import Folders, Pressed, press
from plugins.press.summary import Stopwatch
from tests.press.builders import COLUMNS, ITEM, ROOT, SETTINGS, TINY_FEATURE, text_page, write_files

pytest.register_assert_rewrite("tests.press.whole_site")

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(autouse=True)
def no_feature_stays_connected() -> Iterator[None]:
    """Disconnect the features that a build in this process has connected."""
    yield
    for name in (BULLETIN_PAGES, COLLECTED_PAGES):
        blinker.signal(name)._clear_state()  # noqa: SLF001 - blinker made it for tests


@pytest.fixture
def write_theme(tmp_path: Path) -> Callable[[dict[str, str]], Path]:
    """Write a theme of these templates and return its folder."""

    def write(templates: dict[str, str]) -> Path:
        write_files(tmp_path / "theme", templates)
        return tmp_path / "theme"

    return write


@pytest.fixture
def bulletin(tmp_path: Path) -> Bulletin:
    """Return a bulletin without items."""
    (tmp_path / "content").mkdir(exist_ok=True)
    today = date(2022, 3, 10)
    return Bulletin(tmp_path / "content", today, Site(name="党建新闻"), columns=())


@pytest.fixture
def site(bulletin: Bulletin) -> SiteView:
    """Return the frame of a bulletin without items."""
    return site_view(bulletin, {})


@pytest.fixture
def press_pages(bulletin: Bulletin, tmp_path: Path) -> Callable[..., Pressed]:
    """Press pages given as text by path, or as Pages, into a folder (`output`)."""

    def run(files: dict[str, str] | list[Page], folder: Path | None = None) -> Pressed:
        pages = files if isinstance(files, list) else [text_page(*file) for file in files.items()]
        folders = Folders(tmp_path / "theme", folder or tmp_path / "output")
        return press(bulletin, pages, folders, Stopwatch())

    return run


@pytest.fixture
def contents() -> Callable[[Path], dict[str, str]]:
    """Read every file below a folder, by path."""

    def read(folder: Path) -> dict[str, str]:
        files = (file for file in folder.rglob("*") if file.is_file())
        return {
            file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in files
        }

    return read


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Write a whole tiny project: one item, two templates, one feature."""
    folder = tmp_path / "项目 一"
    files = {
        "content/tables/columns.csv": COLUMNS,
        "content/news/2022/a.md": ITEM,
        "theme/templates/home.html": "{% for title in view %}{{ title }}{% endfor %}\n",
        "theme/templates/item.html": '<a href="{{ root }}">{{ view }}</a>\n',
        "tiny_feature.py": TINY_FEATURE,
        "pelicanconf.py": SETTINGS.format(root=str(ROOT)),
    }
    write_files(folder, files)
    return folder


@pytest.fixture
def pelican(project: Path) -> Run:
    """Run the `pelican` command as a user would, by default in the project's root."""

    def run(*arguments: str, folder: Path = project) -> subprocess.CompletedProcess[str]:
        given = arguments or ("content", "-s", "pelicanconf.py")
        command = [sys.executable, "-m", "pelican", *given, "--log-handler", "plain"]
        return subprocess.run(
            command, cwd=folder, capture_output=True, encoding="utf-8", check=False
        )

    return run
