"""A build after another one makes only what has changed, and ends in the same bytes."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from plugins.domain.bulletin import Bulletin
from plugins.domain.page import Page, PageSet
from plugins.domain.tables import Site
from plugins.press.output_folder import JOURNAL
from plugins.press.paths import MANIFEST
from plugins.press.pressing import Folders, Manner, Pressed, press
from plugins.press.record import record_file
from plugins.press.reusing import NOT_THERE, TOUCHED, UNCHANGED
from plugins.press.summary import Stopwatch
from tests.press.builders import TODAY, text_page, write_files

Build = Callable[..., Pressed]
PAGES = {"a.txt": "甲", "b/c.txt": "乙"}


def pages_of(files: dict[str, str]) -> list[Page]:
    """Return pages that are just these texts."""
    return [text_page(path, text) for path, text in sorted(files.items())]


class Workplace:
    """A content folder, a theme, an output and a cache below one folder."""

    def __init__(self, folder: Path) -> None:
        """Make the folders that must be there."""
        self.folder = folder
        self.output = folder / "output"
        (folder / "content").mkdir(parents=True, exist_ok=True)
        self.bulletin = Bulletin(folder / "content", TODAY, Site(), columns=())
        self.record = record_file(folder / "cache", folder / "content", self.output)

    def build(self, pages: Sequence[Page] | dict[str, str], **manner: object) -> Pressed:
        """Press pages."""
        folders = Folders(self.folder / "theme", self.output, self.folder / "cache")
        pages = pages_of(pages) if isinstance(pages, dict) else pages
        return press(self.bulletin, pages, folders, Stopwatch(), Manner(**manner))  # type: ignore[arg-type]


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    """Return a workplace in a temporary folder."""
    return Workplace(tmp_path)


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder but for hidden ones."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and ".staging" not in file.parts
    }


def test_nothing_is_made_again_where_nothing_has_changed(place: Workplace) -> None:
    """Every page of the first build is taken over by the second."""
    assert place.build(PAGES).rendered == 2
    again = place.build(PAGES)
    assert again.rendered == 0
    assert again.outcome is not None
    assert again.outcome.written == ()
    assert set(again.reasons.values()) == {UNCHANGED}


def test_only_the_changed_page_is_made(place: Workplace) -> None:
    """The other page is not even looked into."""
    place.build(PAGES)
    built = place.build({**PAGES, "a.txt": "丙"})
    assert built.rendered == 1
    assert built.outcome is not None
    assert built.outcome.written == ("a.txt",)
    assert contents(place.output)["a.txt"] == "丙".encode()


def test_a_page_that_is_gone_is_pruned_and_forgotten(place: Workplace) -> None:
    """It comes back as a new page."""
    place.build(PAGES)
    place.build({"a.txt": "甲"})
    assert "b/c.txt" not in contents(place.output)
    assert place.build(PAGES).reasons["b/c.txt"] == NOT_THERE


@pytest.mark.parametrize("is_built", [False, True])
def test_of_two_pages_that_want_one_file_none_is_lost_in_silence(
    place: Workplace, *, is_built: bool
) -> None:
    """Whether they are made, or were made before."""
    if is_built:
        place.build(PAGES)
    twice = [
        text_page("a.txt", PAGES["a.txt"]),
        PageSet("b", "", lambda: [text_page("a.txt", "乙")]),
    ]
    for _ in range(2):
        built = place.build(twice)
        assert built.outcome is None
        assert {problem.code for problem in built.problems} == {"page-conflict"}


@pytest.mark.parametrize("path", ["files/con/a.pdf", "Aux.txt"])
def test_a_path_that_windows_keeps_for_a_device_is_told(place: Workplace, path: str) -> None:
    """An editor's folder may lead there: that is no fault of the program."""
    place.build(PAGES)
    built = place.build({**PAGES, path: "丙"})
    assert built.outcome is None
    assert [(one.code, one.place.file) for one in built.problems] == [("device-in-path", path)]
    assert place.build({**PAGES, "files/console/a.pdf": "丙"}).outcome is not None


def with_a_late_set(text: str) -> list[Any]:
    """Return a page, and a set that may wait, both of the same text."""
    late = PageSet("late", text, lambda: [text_page("b.txt", text)], may_wait=True)
    return [text_page("a.txt", text), late]


def test_in_haste_what_may_wait_stays_until_a_build_has_time(place: Workplace) -> None:
    """A first build has nothing that could stay, so it makes everything."""
    assert not place.build(with_a_late_set("甲"), in_haste=True).late
    hasty = place.build(with_a_late_set("乙"), in_haste=True)
    assert hasty.late
    assert contents(place.output) == {
        **contents(place.output),
        "a.txt": "乙".encode(),
        "b.txt": "甲".encode(),
    }
    assert not place.build(with_a_late_set("乙")).late
    assert contents(place.output)["b.txt"] == "乙".encode()


def test_in_haste_what_is_damaged_is_made_at_once(place: Workplace) -> None:
    """And counts as what it is: a text that comes back is not taken for the damaged one."""
    place.build(with_a_late_set("甲"))
    (place.output / "b.txt").unlink()
    os.utime(place.record)  # so that it is read, as by a process that has just begun
    assert not place.build(with_a_late_set("乙"), in_haste=True).late
    assert contents(place.output)["b.txt"] == "乙".encode()
    place.build(with_a_late_set("甲"))
    assert contents(place.output)["b.txt"] == "甲".encode()


def test_in_haste_own_files_are_not_looked_at_until_a_build_has_time(place: Workplace) -> None:
    """A preview that has just written ten thousand of them shows a saved page sooner so."""
    place.build(PAGES)
    (place.output / "a.txt").unlink()
    assert place.build(PAGES, in_haste=True).late
    assert "a.txt" not in contents(place.output)
    assert not place.build(PAGES).late
    assert contents(place.output)["a.txt"] == PAGES["a.txt"].encode()


def test_in_haste_a_folder_that_was_deleted_is_made_anew(place: Workplace) -> None:
    """Nobody waits for a time of quiet before the other pages are there."""
    place.build(PAGES)
    shutil.rmtree(place.output)
    assert not place.build(PAGES, in_haste=True).late
    assert contents(place.output).keys() >= PAGES.keys()


def test_in_haste_no_file_is_trusted_after_a_commit_that_was_broken_off(place: Workplace) -> None:
    """It may have put down files of which the record does not know."""
    place.build(PAGES)
    (place.output / "a.txt").write_text("乙", encoding="utf-8")
    journal = place.output / JOURNAL
    journal.parent.mkdir(exist_ok=True)
    journal.write_bytes((place.output / MANIFEST).read_bytes())
    assert not place.build(PAGES, in_haste=True).late
    assert contents(place.output)["a.txt"] == PAGES["a.txt"].encode()


@pytest.mark.parametrize(("tells_all", "rendered"), [(False, 0), (True, 1)])
def test_the_inputs_of_a_set_that_tells_all_stand_for_its_views(
    place: Workplace, *, tells_all: bool, rendered: int
) -> None:
    """Nobody looks whether a view is another one; the file it comes to is still not written."""

    def build(inputs: int) -> Pressed:
        pages = PageSet("set", inputs, lambda: pages_of({"a.txt": "甲"}), tells_all=tells_all)
        return place.build([pages])

    assert build(1).rendered == 1
    assert build(1).rendered == 0
    other = build(2)
    assert other.rendered == rendered
    assert other.outcome is not None
    assert other.outcome.written == ()


@pytest.mark.parametrize("touch", [Path.unlink, lambda file: file.write_text("x")])
def test_an_output_touched_by_hand_is_restored(
    place: Workplace, touch: Callable[[Path], object]
) -> None:
    """Removed or changed, it is made again."""
    place.build(PAGES)
    touch(place.output / "a.txt")
    built = place.build(PAGES)
    assert built.reasons["a.txt"] == TOUCHED
    assert contents(place.output)["a.txt"] == "甲".encode()


def test_a_change_that_keeps_size_and_time_is_found_by_content(place: Workplace) -> None:
    """Only reading the bytes finds it."""
    place.build(PAGES)
    file = place.output / "a.txt"
    seen = file.stat()
    file.write_bytes("己".encode())
    os.utime(file, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert place.build(PAGES).rendered == 0
    assert place.build(PAGES, by_content=True).reasons["a.txt"] == TOUCHED
    assert file.read_text(encoding="utf-8") == "甲"


def test_a_changed_template_makes_its_pages_again(place: Workplace) -> None:
    """And no other ones."""
    write_files(place.folder, {"theme/templates/a.html": "1", "theme/templates/b.html": "1"})
    pages = [Page("a.html", "a.html", None), Page("b.html", "b.html", None)]
    place.build(pages)
    write_files(place.folder, {"theme/templates/a.html": "2"})
    built = place.build(pages)
    assert (built.rendered, built.reasons["b.html"]) == (1, UNCHANGED)
    assert contents(place.output)["a.html"] == b"2"


def test_changed_tools_make_everything_again(place: Workplace) -> None:
    """Another version may write other bytes."""
    place.build(PAGES, tools=b"1")
    assert place.build(PAGES, tools=b"2").rendered == 2


@pytest.mark.parametrize("name", ["a#b", "a%20b", "50%", "党 建"])
def test_the_record_is_found_whatever_the_project_is_called(tmp_path: Path, name: str) -> None:
    """By another process: what this one has written is still at hand."""
    place = Workplace(tmp_path / name / "site")
    place.build(PAGES)
    os.utime(place.record, ns=(10**18, 10**18))
    again = place.build(PAGES)
    assert (again.rendered, again.problems) == (0, ())
    assert [one.name for one in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"no database",
        b"SQLite format 3\0" + b"\xff" * 500,
    ],
)
def test_a_damaged_record_costs_only_time(place: Workplace, damage: bytes) -> None:
    """Everything is made again, and the next build has a sound record."""
    place.build(PAGES)
    place.record.write_bytes(damage)
    built = place.build(PAGES)
    assert built.rendered == 2
    assert {problem.code for problem in built.problems} <= {"record-damaged"}
    assert place.build(PAGES).rendered == 0


def test_a_record_of_another_form_is_not_used(place: Workplace) -> None:
    """An older or newer program has written it."""
    place.build(PAGES)
    with sqlite3.connect(place.record) as database:
        database.execute("pragma user_version = 99")
    database.close()
    assert place.build(PAGES).rendered == 2
    assert place.build(PAGES).rendered == 0


def test_a_cache_that_cannot_be_written_stops_nothing(place: Workplace) -> None:
    """The record is a help, not a need."""
    write_files(place.folder, {"cache": "a file where a folder should be"})
    assert place.build(PAGES).outcome is not None
    assert place.build(PAGES).rendered == 2


def test_an_output_that_was_removed_is_made_anew(place: Workplace) -> None:
    """The record alone makes no site."""
    place.build(PAGES)
    shutil.rmtree(place.output)
    assert place.build(PAGES).rendered == 2
    assert contents(place.output).keys() == {"a.txt", "b/c.txt", "SHA256SUMS"}


class Editing(RuleBasedStateMachine):
    """Edits of pages and templates, accidents, and builds, in any order."""

    paths = st.sampled_from(["a.html", "b.html", "c/d.html", "c/e/f.html"])
    texts = st.sampled_from(["", "甲", "乙", "<b>&丙"])
    templates = st.sampled_from(["one.html", "two.html"])

    @initialize(folder=st.builds(lambda: None))
    def begin(self, folder: None) -> None:
        """Start with an empty site."""
        del folder
        self.workplace = Workplace(fresh_folder())
        self.pages: dict[str, tuple[str, str]] = {}
        self.change_template("one.html", "甲")
        self.change_template("two.html", "乙")

    @rule(path=paths, template=templates, text=texts)
    def edit(self, path: str, template: str, text: str) -> None:
        """Add or change a page."""
        self.pages[path] = (template, text)

    @rule(path=paths)
    def delete(self, path: str) -> None:
        """Take a page away."""
        self.pages.pop(path, None)

    @rule(name=templates, text=texts)
    def change_template(self, name: str, text: str) -> None:
        """Write a template that shows its own text and the view."""
        source = f"{text}|{{{{ view }}}}|{{{{ root }}}}"
        write_files(self.workplace.folder, {f"theme/templates/{name}": source})

    @rule(path=paths)
    def spoil_output(self, path: str) -> None:
        """Change a file of the output by hand."""
        file = self.workplace.output / path
        if file.is_file():
            file.write_text("spoilt", encoding="utf-8")

    @rule()
    def spoil_record(self) -> None:
        """Cut the record short."""
        if self.workplace.record.is_file():
            self.workplace.record.write_bytes(self.workplace.record.read_bytes()[:100])

    @rule()
    def build(self) -> None:
        """Build, and compare with a build from nothing."""
        pages = [Page(path, *made) for path, made in sorted(self.pages.items())]
        assert self.workplace.build(pages).outcome
        other = Workplace(fresh_folder())
        shutil.copytree(self.workplace.folder / "theme", other.folder / "theme")
        assert other.build(pages).outcome
        assert contents(self.workplace.output) == contents(other.output)
        shutil.rmtree(other.folder)

    @invariant()
    def nothing_is_left_behind(self) -> None:
        """No build leaves a staging folder."""
        if hasattr(self, "workplace"):
            assert not (self.workplace.output / ".staging").exists()

    def teardown(self) -> None:
        """Remove the folders."""
        if hasattr(self, "workplace"):
            shutil.rmtree(self.workplace.folder)


def fresh_folder() -> Path:
    """Return a new temporary folder."""
    import tempfile  # noqa: PLC0415 - a state machine cannot take fixtures

    return Path(tempfile.mkdtemp(prefix="press-"))


TestEditing = Editing.TestCase
TestEditing.settings = settings(max_examples=25, stateful_step_count=15, deadline=None)
