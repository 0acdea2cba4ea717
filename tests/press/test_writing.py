"""Files on their way into output/."""

import hashlib
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.domain.page import Page
from plugins.press.messages import HALF_WRITTEN
from plugins.press.output_folder import Foreign, foreign_files
from plugins.press.pressing import Pressed
from plugins.press.staged_files import put_down
from plugins.press.writing import Staging
from plugins.problems import Level
from tests.press.builders import ROOT, text_page, write_files

PressPages = Callable[..., Pressed]
Contents = Callable[[Path], dict[str, str]]
KILLED_IN_COMMIT = """\
import os, signal, sys
from pathlib import Path
from plugins.press.writing import Staging

renames = 0
rename = os.replace


def rename_or_die(source, target):
    global renames
    renames += 1
    if renames > int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)
    return rename(source, target)


os.replace = os.rename = rename_or_die
with Staging(Path(sys.argv[1])) as staging:
    for name in sys.argv[3:] or ("a", "b", "c"):
        staging.add(f"{name}.html", b"new")
    staging.commit()
"""


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Return the output folder that `press_pages` writes to."""
    return tmp_path / "output"


def site_of(output: Path, contents: Contents) -> dict[str, str]:
    """Return the files of a site but for its manifest."""
    files = contents(output)
    files.pop("SHA256SUMS", None)
    return files


def listed(output: Path) -> list[str]:
    """List the paths in the manifest."""
    lines = (output / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    return [line.split("  ")[1] for line in lines]


def test_a_build_writes_exactly_its_pages_and_their_manifest(
    press_pages: PressPages, output: Path, contents: Contents
) -> None:
    """Nothing of the staging is left behind."""
    press_pages({"index.html": "甲", "news/a/index.html": "乙"})
    assert site_of(output, contents) == {"index.html": "甲", "news/a/index.html": "乙"}
    assert listed(output) == ["index.html", "news/a/index.html"]
    assert not (output / ".staging").exists()


def test_files_that_are_the_same_are_not_touched(press_pages: PressPages, output: Path) -> None:
    """Hosting that compares times uploads only what has changed."""
    press_pages({"a.html": "1", "b.html": "1"})
    for file in output.iterdir():
        os.utime(file, (1, 1))
    pressed = press_pages({"a.html": "1", "b.html": "2"})
    assert pressed.outcome
    assert (pressed.outcome.written, pressed.outcome.unchanged) == (("b.html",), 1)
    assert (output / "a.html").stat().st_mtime == 1
    press_pages({"a.html": "1", "b.html": "2"})
    assert (output / "SHA256SUMS").stat().st_mtime != 1


def test_a_manifest_that_is_the_same_is_not_touched(press_pages: PressPages, output: Path) -> None:
    """A build that changes nothing leaves no trace."""
    press_pages({"a.html": "1"})
    os.utime(output / "SHA256SUMS", (1, 1))
    press_pages({"a.html": "1"})
    assert (output / "SHA256SUMS").stat().st_mtime == 1


def test_a_page_that_is_gone_is_pruned_with_its_empty_folders(
    press_pages: PressPages, output: Path, contents: Contents
) -> None:
    """A deleted item does not stay public."""
    press_pages({"index.html": "", "news/2022/a/index.html": "", "news/b.html": ""})
    pressed = press_pages({"index.html": "", "news/b.html": ""})
    assert pressed.outcome
    assert pressed.outcome.pruned == ("news/2022/a/index.html",)
    assert site_of(output, contents) == {"index.html": "", "news/b.html": ""}
    assert not (output / "news/2022").exists()


def test_a_changed_and_a_deleted_file_are_restored(
    press_pages: PressPages, output: Path, contents: Contents
) -> None:
    """What somebody did to output/ by hand does not last."""
    press_pages({"a.html": "1", "b.html": "1"})
    (output / "a.html").write_text("changed")
    (output / "b.html").unlink()
    press_pages({"a.html": "1", "b.html": "1"})
    assert site_of(output, contents) == {"a.html": "1", "b.html": "1"}


@pytest.mark.parametrize("path", ["own.txt", "notes/own.txt", "news/2022/own.txt"])
def test_a_foreign_file_is_told_and_left(
    press_pages: PressPages, output: Path, contents: Contents, path: str
) -> None:
    """Only what a manifest lists is ever deleted; hidden files are nobody's concern."""
    pages = {"a.html": "1", "news/2022/b.html": "1"}
    assert press_pages(pages).problems == ()
    write_files(output, {path: "mine", ".gitignore": "*"})
    pressed = press_pages(pages)
    found = [(problem.code, problem.level, problem.place.file) for problem in pressed.problems]
    assert found == [("foreign-file", Level.WARNING, f"output/{path}")]
    assert contents(output)[path] == "mine"


def test_a_folder_with_other_things_is_refused(
    press_pages: PressPages, tmp_path: Path, contents: Contents
) -> None:
    """`--output ~/Documents` does no harm."""
    write_files(tmp_path / "documents", {"letter.txt": "mine"})
    pressed = press_pages({"a.html": "1"}, tmp_path / "documents")
    assert [problem.code for problem in pressed.problems] == ["output-not-ours"]
    assert contents(tmp_path / "documents") == {"letter.txt": "mine"}


def test_a_folder_in_which_another_build_begins_is_accepted(
    press_pages: PressPages, output: Path, contents: Contents
) -> None:
    """It makes its folders first: as long as no file is in them, they are nobody's."""
    (output / "news" / "2022").mkdir(parents=True)
    assert press_pages({"a.html": "1"}).problems == ()
    assert contents(output)["a.html"] == "1"


def test_an_empty_folder_with_its_ignore_file_is_accepted(
    press_pages: PressPages, output: Path, contents: Contents
) -> None:
    """That is how output/ lies in the repository; the file stays, and is not listed."""
    write_files(output, {".gitignore": "*"})
    press_pages({"a.html": "1"})
    assert contents(output)[".gitignore"] == "*"
    assert listed(output) == ["a.html"]


@pytest.mark.parametrize("place", ["content", "content/output", "theme/static/output", "."])
def test_output_that_overlaps_what_it_is_made_of_is_refused(
    press_pages: PressPages, tmp_path: Path, place: str
) -> None:
    """The next build would read its own pages."""
    pressed = press_pages({"a.html": "1"}, tmp_path / place)
    assert [problem.code for problem in pressed.problems] == ["output-misplaced"]


@pytest.mark.parametrize("place", ["plugins/site", "tests", "tests/site/output"])
def test_output_among_our_own_code_is_refused(press_pages: PressPages, place: str) -> None:
    """Nothing that is made may lie among what makes it."""
    pressed = press_pages({"a.html": "1"}, ROOT / place)
    assert [problem.code for problem in pressed.problems] == ["output-misplaced"]


def test_a_manifest_that_leads_outside_is_refused(
    press_pages: PressPages, output: Path, tmp_path: Path
) -> None:
    """Files are deleted by this list, so nothing in it is believed."""
    outside = tmp_path / "mine.txt"
    outside.touch()
    write_files(output, {"SHA256SUMS": f"{'0' * 64}  ../mine.txt\n"})
    pressed = press_pages({"a.html": "1"})
    assert [(problem.code, problem.place.line) for problem in pressed.problems] == [
        ("manifest-damaged", 1)
    ]
    assert outside.exists()


def test_a_linked_folder_is_not_followed(
    press_pages: PressPages, output: Path, tmp_path: Path
) -> None:
    """Neither to write through it nor to delete through it."""
    press_pages({"index.html": "1", "news/a.html": "1"})
    shutil.move(output / "news", tmp_path / "elsewhere")
    (output / "news").symlink_to(tmp_path / "elsewhere")
    for pages in ({"index.html": "1"}, {"index.html": "2", "news/a.html": "2"}):
        pressed = press_pages(pages)
        assert [problem.code for problem in pressed.problems] == ["output-unwritable"]
        assert "符号链接" in pressed.problems[0].message
    assert (tmp_path / "elsewhere/a.html").read_text(encoding="utf-8") == "1"


def test_a_linked_file_is_replaced_and_its_target_left(
    press_pages: PressPages, output: Path, tmp_path: Path
) -> None:
    """The page becomes a file of its own again."""
    press_pages({"a.html": "1"})
    (tmp_path / "target").write_text("1")
    (output / "a.html").unlink()
    (output / "a.html").symlink_to(tmp_path / "target")
    press_pages({"a.html": "1"})
    assert not (output / "a.html").is_symlink()


def test_a_folder_in_the_place_of_a_page_stops_before_anything_is_changed(
    press_pages: PressPages, output: Path, contents: Contents
) -> None:
    """Obstacles are looked for before the first rename."""
    press_pages({"a.html": "1", "z.html": "1"})
    (output / "z.html").unlink()
    write_files(output, {"z.html/own.txt": "mine"})
    before = contents(output)
    pressed = press_pages({"a.html": "2", "z.html": "2"})
    assert [problem.code for problem in pressed.problems] == ["output-unwritable"]
    assert contents(output) == before


def test_a_file_in_the_place_of_a_folder_stops_the_build(
    press_pages: PressPages, output: Path
) -> None:
    """A foreign file is not deleted to make room."""
    press_pages({"a.html": "1"})
    write_files(output, {"news": "mine"})
    pressed = press_pages({"a.html": "1", "news/b.html": "1"})
    assert [problem.code for problem in pressed.problems] == ["output-unwritable"]
    assert (output / "news").read_text(encoding="utf-8") == "mine"


def test_a_site_of_which_a_part_was_written_is_told_as_such(
    press_pages: PressPages, output: Path, tmp_path: Path, contents: Contents
) -> None:
    """The obstacle shows when pages are in place: here to delete one would reach elsewhere."""
    press_pages({"a.html": "1", "b/c.html": "1"})
    (output / "b").rename(tmp_path / "elsewhere")
    (output / "b").symlink_to(tmp_path / "elsewhere")
    pressed = press_pages({"a.html": "2"})
    assert [problem.code for problem in pressed.problems] == [HALF_WRITTEN]
    assert contents(output)["a.html"] == "2"
    (output / "b").unlink()
    assert press_pages({"a.html": "2"}).problems == ()
    assert site_of(output, contents) == {"a.html": "2"}


def test_a_new_folder_of_which_a_part_was_moved_is_told_as_such(
    press_pages: PressPages, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, while other programs read the folder and one of its files."""
    press_pages({"a.html": "1"})
    replace_file = os.replace

    def refused(source: str, target: str) -> None:
        if target.endswith("2.html"):
            raise IsADirectoryError(target)
        replace_file(source, target)

    monkeypatch.setattr(os, "rename", refused_folder)
    monkeypatch.setattr(os, "replace", refused)
    pressed = press_pages({"a.html": "1", "b/1.html": "1", "b/2.html": "1"})
    assert [problem.code for problem in pressed.problems] == [HALF_WRITTEN]
    assert (output / "b/1.html").exists()


def refused_folder(source: str, target: str) -> None:
    """Move no folder."""
    raise PermissionError(source, target)


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="no such users here")
def test_a_foreign_folder_that_may_not_be_looked_into_is_told(
    request: pytest.FixtureRequest,
) -> None:
    """As `lost+found` on a disk of its own; it is no reason to take the site for unwritten."""
    folder = Path(tempfile.mkdtemp())
    request.addfinalizer(lambda: shutil.rmtree(folder))
    (folder / "lost+found").mkdir()
    folder.chmod(0o755)
    (folder / "lost+found").chmod(0)
    with nobody_special():
        found = foreign_files(folder, {"a.html"})
        assert found.files == ("lost+found",)
        seen = replace(found, seen=time.time_ns() + 10**10)
        assert foreign_files(folder, {"a.html"}, seen).files == ("lost+found",)


@pytest.mark.parametrize(
    ("age", "found"), [(10**8 + 1, ("own.txt",)), (10**9, ("own.txt",)), (10**9 + 1, ())]
)
def test_a_folder_is_looked_into_again_while_its_time_may_hide_a_change(
    tmp_path: Path, age: int, found: tuple[str, ...]
) -> None:
    """The coarser the times of its disk, the longer: 10 ** 9 is of one that keeps whole seconds."""
    write_files(tmp_path, {"own.txt": "mine"})
    seen = 1_600_000_000 * 10**9
    os.utime(tmp_path, ns=(seen - age, seen - age))
    assert foreign_files(tmp_path, {"a.html"}, Foreign(seen=seen)).files == found


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="no such users here")
def test_a_foreign_file_that_can_no_longer_be_seen_leaves_the_site_written(
    request: pytest.FixtureRequest,
) -> None:
    """All is in place by then; the file is told as before."""
    folder = Path(tempfile.mkdtemp())
    request.addfinalizer(lambda: shutil.rmtree(folder))
    write_files(folder, {"secret/x": "mine"})
    (folder / "secret").chmod(0)
    folder.chmod(0o777)
    last = Foreign(("secret/x",), time.time_ns() + 10**9)
    with nobody_special(), Staging(folder) as staging:
        staging.add("a.html", b"new")
        assert staging.commit(last).foreign.files == ("secret/x",)
    assert (folder / "a.html").read_bytes() == b"new"


@contextmanager
def nobody_special() -> Iterator[None]:
    """Have no rights but those of everybody, if this is root."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(before)


def test_a_page_may_become_a_folder_s_page(
    press_pages: PressPages, output: Path, contents: Contents
) -> None:
    """`about.html` of the last build does not stand in the way of `about.html/` in none of ours."""
    press_pages({"about.html": "1"})
    press_pages({"about/index.html": "1"})
    assert site_of(output, contents) == {"about/index.html": "1"}


@contextmanager
def no_large_files() -> Iterator[None]:
    """Let the system refuse files over 4 kB, as a full disk refuses them.

    Only around the build itself: the file that the tests report to may be larger.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_is_told_and_the_old_site_stays(
    press_pages: PressPages, output: Path, contents: Contents
) -> None:
    """Everything that takes space is written before the first rename."""
    press_pages({"a.html": "1", "b.html": "1"})
    before = contents(output)
    with no_large_files():
        pressed = press_pages({"a.html": "2", "b.html": "2" * 5000})
    assert [problem.code for problem in pressed.problems] == ["output-unwritable"]
    assert contents(output) == before
    assert not (output / ".staging").exists()


@pytest.mark.parametrize("renames", range(6))
def test_a_build_that_is_killed_while_renaming_is_put_in_order_by_the_next(
    press_pages: PressPages, output: Path, contents: Contents, renames: int
) -> None:
    """At each of its renames; nothing it left counts as foreign, and no page is half written."""
    press_pages({"a.html": "old", "gone.html": "old"})
    command = [sys.executable, "-c", KILLED_IN_COMMIT, str(output), str(renames)]
    died = subprocess.run(command, cwd=ROOT, check=False)
    assert died.returncode == (-signal.SIGKILL if renames < 5 else 0)
    texts = {path: text for path, text in site_of(output, contents).items() if "/" not in path}
    assert set(texts.values()) <= {"old", "new"}
    pressed = press_pages({"a.html": "newest"})
    assert pressed.outcome
    assert pressed.problems == ()
    assert site_of(output, contents) == {"a.html": "newest"}


def test_a_first_build_that_is_killed_while_renaming_does_not_lock_its_folder(
    press_pages: PressPages, output: Path, contents: Contents
) -> None:
    """Its folder holds pages and no manifest, but a journal that makes it ours."""
    command = [sys.executable, "-c", KILLED_IN_COMMIT, str(output), "2"]
    subprocess.run(command, cwd=ROOT, check=False)
    assert contents(output)["a.html"] == "new"
    pressed = press_pages({"index.html": "1"})
    assert pressed.problems == ()
    assert site_of(output, contents) == {"index.html": "1"}


@pytest.mark.parametrize("renames", range(6))
def test_a_build_that_is_killed_while_new_folders_move_is_put_in_order_too(
    press_pages: PressPages, output: Path, contents: Contents, renames: int
) -> None:
    """Journal, folder, folder, page, manifest: what has moved is whole, and known as ours."""
    press_pages({"a.html": "old", "old/b.html": "old"})
    names = ("a", "new/b", "new/deep/c", "old/new/d")
    command = [sys.executable, "-c", KILLED_IN_COMMIT, str(output), str(renames), *names]
    died = subprocess.run(command, cwd=ROOT, check=False)
    assert died.returncode == (-signal.SIGKILL if renames < 5 else 0)
    assert (output / "new" / "b.html").exists() == (output / "new" / "deep").exists()
    pressed = press_pages({"a.html": "newest", "new/b.html": "newest"})
    assert pressed.problems == ()
    assert site_of(output, contents) == {"a.html": "newest", "new/b.html": "newest"}


def test_a_folder_that_cannot_move_whole_goes_file_by_file(
    press_pages: PressPages, output: Path, contents: Contents, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, while another program reads one of the files."""
    asked = []

    def refuse(source: str, _target: str) -> None:
        asked.append(source)
        raise PermissionError

    monkeypatch.setattr(os, "rename", refuse)
    pages = {"a.html": "1", "new/b.html": "2", "new/deep/c.html": "3"}
    assert press_pages(pages).problems == ()
    assert len(asked) == 1
    assert site_of(output, contents) == pages
    assert listed(output) == sorted(pages)


@pytest.mark.parametrize("name", ["b.html", "journal"])
def test_a_file_that_is_held_for_a_moment_is_deleted_all_the_same(
    output: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """As on Windows, while a virus scanner reads it."""
    with Staging(output) as staging:
        staging.add("b.html", b"old")
        staging.commit()
    unlink, held = os.unlink, [name]

    def refused_once(file: str | Path, **options: int) -> None:
        if Path(file).name in held:
            held.clear()
            raise PermissionError
        unlink(file, **options)

    monkeypatch.setattr(os, "unlink", refused_once)
    with Staging(output) as staging:
        staging.add("a.html", b"new")
        assert staging.commit().pruned == ("b.html",)
    assert held == []
    assert not (output / "b.html").exists()


def test_a_page_in_the_way_of_another_while_they_are_put_down(tmp_path: Path) -> None:
    """The second is written beside the tree; that both want one place is told later."""
    first = put_down(b"1", str(tmp_path), "a")
    second = put_down(b"2", str(tmp_path), "a/b.html")
    third = put_down(b"3", str(tmp_path), "c/d.html")
    fourth = put_down(b"4", str(tmp_path), "c")
    fifth = put_down(b"5", str(tmp_path), "a")
    files = [Path(one.file) for one in (first, second, third, fourth, fifth)]
    assert [file.read_bytes() for file in files] == [b"1", b"2", b"3", b"4", b"5"]
    assert [file.parent == tmp_path for file in files] == [False, True, False, True, True]


def test_a_file_looks_in_its_place_as_it_is_said_to(output: Path) -> None:
    """One in a new folder, one beside others, and one that was there as it is."""
    for content in (b"1", b"22"):
        with Staging(output) as staging:
            made = {"a.html": b"same", "b.html": content, f"new/{content.decode()}/c.html": b"3"}
            for path, data in made.items():
                staging.add(path, data)
            said = {path: staging.look_of(path) for path in made}
            staging.commit()
            for path, data in made.items():
                seen = (output / path).stat()
                digest = hashlib.sha256(data).hexdigest()
                assert said[path] == (digest, seen.st_size, seen.st_mtime_ns)


def test_what_a_lost_helper_has_put_down_is_not_taken(output: Path, contents: Contents) -> None:
    """Nor written over, as it may still be at it; the page that counts takes its place."""
    with Staging(output) as staging:
        lost = put_down(b"half", staging.folder_of_new, "new/a.html")
        staging.add("new/a.html", b"whole")
        assert Path(lost.file).read_bytes() == b"half"
        staging.commit()
    assert site_of(output, contents) == {"new/a.html": "whole"}


def test_a_fault_in_one_page_writes_none(
    press_pages: PressPages, output: Path, contents: Contents
) -> None:
    """Also the pages that were made before it stay as they were."""
    press_pages({"a.html": "1"})
    before = contents(output)
    gone = Page("b.pdf", lambda *_: Path("/nothing/here").read_bytes(), None)
    pressed = press_pages([text_page("a.html", "2"), gone])
    assert [problem.code for problem in pressed.problems] == ["source-unreadable"]
    assert contents(output) == before
