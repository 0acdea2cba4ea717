"""What counts as a change of the project, seen by the system's own means."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import pytest

from plugins.preview.watching import Changed, Watcher, is_temporary

PATIENCE = 30


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Make the folders of a project."""
    for folder in ("content/news/2022", "theme", "plugins/news", "output"):
        (tmp_path / folder).mkdir(parents=True)
    return tmp_path


@pytest.fixture
def events(root: Path) -> Iterator[SimpleQueue[Any]]:
    """Watch the project, from the first change that is noticed on."""
    queue: SimpleQueue[Any] = SimpleQueue()
    watcher = Watcher(root, queue)
    watcher.start()
    while queue.empty():  # when a watch begins, the system does not say
        (root / "content/first.md").write_text("x", encoding="utf-8")
    settle(root, queue, "content/last.md")
    settle(root, queue, "tasks.py")
    yield queue
    watcher.stop()


def settle(root: Path, events: SimpleQueue[Any], path: str) -> None:
    """Write a file and take all events up to the one that tells of it."""
    (root / path).write_text("settled", encoding="utf-8")
    while events.get(timeout=PATIENCE) != Changed(program=path == "tasks.py"):
        pass


@pytest.mark.parametrize(
    ("path", "program"),
    [
        ("content/news/2022/a.md", False),
        ("content/tables/columns.csv", False),
        ("content/images/2022/new/a.png", False),
        ("theme/a.html", False),
        ("plugins/news/plugin.py", True),
        ("pelicanconf.py", True),
        ("requirements.lock", True),
        ("tasks.py", True),
    ],
)
def test_a_save_is_told(root: Path, events: SimpleQueue[Any], path: str, *, program: bool) -> None:
    """Of what editors write, of the theme, and of the program, which starts anew for it."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text("saved", encoding="utf-8")
    while events.get(timeout=PATIENCE) != Changed(program=program):
        pass


@pytest.mark.parametrize(
    "path",
    [
        "content/news/2022/~$a.docx",
        "content/news/2022/.~a.xlsx",
        "content/news/2022/4913",
        "content/news/2022/.a.md.swp",
        "content/news/2022/a.md~",
        "content/news/2022/a.TMP",
        "content/.DS_Store",
        "plugins/news/__pycache__/plugin.cpython-311.pyc",
        "output/index.html",
        "README.md",
    ],
)
def test_what_is_nobodys_work_is_not_told(root: Path, events: SimpleQueue[Any], path: str) -> None:
    """Programs leave much around while they save, and the site is not made of all files."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    while not events.empty():
        events.get()
    (root / path).write_text("left", encoding="utf-8")
    (root / "tasks.py").write_text("after it", encoding="utf-8")
    assert events.get(timeout=PATIENCE) == Changed(program=True)


def test_a_save_by_renaming_is_told(root: Path, events: SimpleQueue[Any]) -> None:
    """Many programs write a temporary file and put it in the place of the old one."""
    temporary = root / "content/news/2022/a.tmp"
    temporary.write_text("saved", encoding="utf-8")
    temporary.replace(root / "content/news/2022/a.md")
    assert events.get(timeout=PATIENCE) == Changed(program=False)


def test_a_folder_that_comes_back_is_watched(root: Path, events: SimpleQueue[Any]) -> None:
    """Whoever exchanges the whole folder goes on writing in the new one."""
    shutil.rmtree(root / "content")
    assert events.get(timeout=PATIENCE) == Changed(program=False)
    (root / "content/news").mkdir(parents=True)
    settle(root, events, "content/news/a.md")
    while not events.empty():
        events.get()
    (root / "content/news/b.md").write_text("saved", encoding="utf-8")
    assert events.get(timeout=PATIENCE) == Changed(program=False)


@pytest.mark.parametrize("name", ["a.md", "columns.csv", "a-tmp.md", "4913.md", "x.swp.md", "..."])
def test_a_name_that_only_looks_temporary_is_not(name: str) -> None:
    """The nearest innocent ones."""
    assert not is_temporary(name)
