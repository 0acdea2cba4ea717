"""What may go wrong around a build of a whole site costs time or is told; nothing is lost."""

import ctypes
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from random import Random
from typing import Any

import pytest

from plugins.reading import TextStore
from tests.press.accidents import FAR_AHEAD, LONG_AGO, change_unseen
from tests.press.builders import ROOT
from tests.press.file_edits import replace
from tests.press.forked_builds import build_while
from tests.press.whole_site import Expected, WholeSite, files_of, stamps_of

ITEM = "content/news/2022/zongshu.md"
PICTURE = "content/images/2022/huichang.jpg"
SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - another file system, made anew by the test
MANY_ITEM = """\
---
标题: 许多稿件中的一篇
日期: 2022-06-09
栏目: 要闻
署名: 未署名
来源: 本刊
---

正文。
"""


@pytest.fixture(scope="module")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> WholeSite:
    """Return a site that was built once."""
    return WholeSite(tmp_path_factory.mktemp("bad") / "site")


@pytest.fixture(scope="module")
def known() -> dict[str, Expected]:
    """Return where sites of several tests keep what they have built from nothing."""
    return {}


@pytest.fixture
def site(built_site: WholeSite) -> Iterator[WholeSite]:
    """Return a built site; what a test does to it is taken back."""
    built_site.assert_built_as_from_nothing()
    sound = built_site.sources()
    yield built_site
    built_site.restore(sound)
    shutil.rmtree(built_site.cache)


def cache_files(site: WholeSite) -> list[Path]:
    """Return the files in which builds remember something; there has to be one."""
    files = sorted(file for file in site.cache.rglob("*") if file.is_file())
    assert files
    return files


def by_folder(file: Path) -> None:
    """Put a folder with a file in the place of a file."""
    file.unlink()
    file.mkdir()
    (file / "own.txt").touch()


DAMAGES: dict[str, Callable[[Path], object]] = {
    "empty": lambda file: file.write_bytes(b""),
    "garbage": lambda file: file.write_bytes(b"no database" * 1000),
    "cut": lambda file: os.truncate(file, file.stat().st_size // 2),
    "folder": by_folder,
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_cache_costs_only_time(site: WholeSite, damage: Callable[[Path], object]) -> None:
    """Each of its files and all at once: same bytes, and at most a note."""
    for file in cache_files(site):
        damage(file)
        site.assert_built_as_from_nothing()
    for file in cache_files(site):
        damage(file)
    notes = [problem for problem in site.build().problems if problem.startswith(".cache/")]
    assert all("  说明  " in note for note in notes)
    site.assert_built_as_from_nothing()


def test_a_flipped_bit_in_the_cache_is_never_believed(site: WholeSite, long_builds: int) -> None:
    """What a bad disk or a bad copy does: anywhere, and in the digest of a page if it is kept."""
    digest = files_of(site.output)["index.html"]
    chance = Random(long_builds)  # noqa: S311 - the same bits on every run
    for file in cache_files(site) * 4 * long_builds:
        data = bytearray(file.read_bytes())
        kept = max(data.find(digest.encode()), data.find(bytes.fromhex(digest)))
        for place in {max(kept, 0), chance.randrange(len(data))}:
            data[place] ^= 1 << chance.randrange(3)
        file.write_bytes(data)
        site.assert_built_as_from_nothing()


def test_a_cache_of_another_version_is_not_used(site: WholeSite) -> None:
    """A program that keeps other things may have written it."""
    databases = [file for file in cache_files(site) if file.read_bytes().startswith(b"SQLite")]
    assert databases
    for file in databases:
        with closing(sqlite3.connect(file)) as database, database:
            database.execute("pragma user_version = 99")
    replace(site.folder / ITEM, "这一年", "那一年")
    site.assert_built_as_from_nothing()


@pytest.mark.parametrize("times", [1, 2, 99])
def test_a_store_that_another_process_writes_meanwhile_is_done_without(
    site: WholeSite, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was kept is gone when it is asked for: once, twice, every time that it is looked at."""
    shutil.rmtree(site.cache)
    save, saved = TextStore.save, []

    def save_and_be_overwritten(store: TextStore, *known: Any) -> None:
        save(store, *known)
        saved.append(store.file)
        if store.file and len(saved) <= times:
            with closing(sqlite3.connect(store.file)) as database, database:
                database.execute("update wholes set whole = x'00'")

    monkeypatch.setattr(TextStore, "save", save_and_be_overwritten)
    assert site.build(clean=True).code == 0
    assert [bool(file) for file in saved] == [True, True, False][: times + 1]
    monkeypatch.undo()
    site.assert_built_as_from_nothing()


@pytest.mark.parametrize("moment", [ITEM, "content/news/2022/tongzhi.md"])
def test_a_source_that_vanishes_while_sources_are_read_is_told(
    site: WholeSite, moment: str
) -> None:
    """Between the listing and its reading; the old site stays."""
    shutil.rmtree(site.cache)
    for path in (ITEM, moment):  # what is brand-new is also opened before the listing
        os.utime(site.folder / path, (0, 0))
    before = stamps_of(site.output)
    built = build_while(site, moment, (site.folder / ITEM).unlink)
    assert built.code == 1
    assert [problem for problem in built.problems if ITEM in problem and "  错误  " in problem]
    assert stamps_of(site.output) == before
    site.assert_built_as_from_nothing()


@pytest.mark.parametrize("act", [Path.unlink, lambda file: file.write_bytes(b"other")])
def test_a_picture_that_changes_before_it_is_made_is_told(
    site: WholeSite, act: Callable[[Path], object]
) -> None:
    """What was read of it no longer holds; the old site stays, and the next build sees it."""
    for file in (*site.output.glob("images/**/*.webp"), *site.output.glob("images/**/*.jpg")):
        file.unlink()
    before = stamps_of(site.output)
    built = build_while(site, "theme/", lambda: act(site.folder / PICTURE))
    assert built.code == 1
    assert [problem for problem in built.problems if PICTURE in problem and "  错误  " in problem]
    assert stamps_of(site.output) == before
    site.assert_built_as_from_nothing()


@pytest.mark.parametrize("moment", ["rendering", "staging", "renaming", "remembering"])
def test_an_edit_during_a_build_is_seen_by_the_next(site: WholeSite, moment: str) -> None:
    """Also one that keeps the size of the file, and of a text that this build has just read."""
    replace(site.folder / ITEM, "这一年", "那一年")
    build_while(site, moment, lambda: replace(site.folder / ITEM, "那一年", "来一年"))
    site.assert_built_as_from_nothing()


@pytest.mark.parametrize("moment", [LONG_AGO, FAR_AHEAD])
def test_a_clock_that_is_wrong_hides_no_edit(site: WholeSite, moment: int) -> None:
    """A file may be older than the last build, or of tomorrow, and an edit keep its size."""
    for seconds, (old, new) in enumerate((("这一年", "那一年"), ("那一年", "来一年"))):
        replace(site.folder / ITEM, old, new)
        os.utime(site.folder / ITEM, (moment - seconds, moment - seconds))
        site.assert_built_as_from_nothing()


@pytest.mark.parametrize(
    "path",
    [
        *(ITEM, "content/tables/site.csv", "content/pages/about.md"),
        *("theme/styles/base.css", "output/news/2022/zongshu/index.html"),
    ],
)
def test_a_change_that_keeps_size_and_time_is_seen_by_a_paranoid_build(
    site: WholeSite, path: str
) -> None:
    """In a text, a table, a style or a page that was written; the next build knows it too."""
    before = (site.folder / path).read_bytes()
    change_unseen(site.folder / path)
    assert (site.folder / path).read_bytes() != before
    site.assert_built_as_from_nothing(paranoid=True)
    site.assert_built_as_from_nothing()


def test_output_and_cache_may_lie_on_other_file_systems(site: WholeSite) -> None:
    """No file is moved from one to another."""
    if not SHARED_MEMORY.is_dir() or SHARED_MEMORY.stat().st_dev == site.folder.stat().st_dev:
        pytest.skip("这里没有另一个文件系统。")
    with tempfile.TemporaryDirectory(dir=SHARED_MEMORY) as folder:
        shutil.rmtree(site.cache)
        site.cache.mkdir()
        (site.cache / "press").symlink_to(folder, target_is_directory=True)
        for old, new in (("这一年", "那一年"), ("那一年", "来一年")):
            replace(site.folder / ITEM, old, new)
            built = site.build(output=Path(folder) / "output")
            assert built.problems == site.from_nothing().built.problems
            assert files_of(Path(folder) / "output") == site.from_nothing().files
            site.assert_built_as_from_nothing()


def test_a_manifest_that_was_deleted_stops_the_build(site: WholeSite) -> None:
    """Without it nobody knows which files are ours: nothing is deleted or written over."""
    manifest = site.output / "SHA256SUMS"
    data = manifest.read_bytes()
    manifest.unlink()
    replace(site.folder / ITEM, "这一年", "那一年")
    before = stamps_of(site.output)
    built = site.build()
    assert built.files("output-not-ours") == {"output"}
    assert stamps_of(site.output) == before
    manifest.write_bytes(data)
    site.assert_built_as_from_nothing()


SMALL_DISK = """\
import sys
from pathlib import Path
from typing import Any
from tests.press.test_bad_days import build_on_small_disk

sys.exit(build_on_small_disk(Path(sys.argv[1]), *sys.argv[2:]))
"""
NOT_PERMITTED = 77


@pytest.mark.slow
@pytest.mark.parametrize(
    ("folder", "state", "told"),
    [
        ("output", "full", "磁盘空间不足"),
        ("output", "read-only", "那里是只读的"),
        (".cache", "full", ""),
        (".cache", "read-only", ""),
    ],
    ids=["full output", "read-only output", "full cache", "read-only cache"],
)
def test_a_disk_that_takes_nothing_more_is_told_or_costs_only_time(
    tmp_path: Path, folder: str, state: str, told: str
) -> None:
    """The old site stays where the output cannot be written; without a cache all is made."""
    command = ["unshare", "--user", "--map-root-user", "--mount", sys.executable, "-c", SMALL_DISK]
    arguments = [str(tmp_path), folder, state, told]
    done = subprocess.run([*command, *arguments], cwd=ROOT, capture_output=True, check=False)
    if done.returncode == NOT_PERMITTED or b"unshare" in done.stderr:
        pytest.skip("这里不许挂载文件系统。")
    assert done.returncode == 0, done.stderr.decode()


def build_on_small_disk(folder: Path, name: str, state: str, told: str) -> int:
    """Build a site with one folder on a disk of its own, which then takes nothing more."""
    site = WholeSite(folder / "site")
    disk = site.folder / name
    disk.mkdir()
    if not mount(disk, 0):
        return NOT_PERMITTED
    site.assert_built_as_from_nothing()
    replace(site.theme / "templates" / "base.html", "<body", "<body data-word")
    if state == "full":
        fill(disk / ".filler")
    else:
        mount(disk, READ_ONLY)
    before = stamps_of(site.output)
    if told:
        built = site.build()
        assert built.code == 1
        assert [problem for problem in built.problems if told in problem and "  错误  " in problem]
        assert stamps_of(site.output) == before
    else:
        site.assert_built_as_from_nothing()
    mount(disk, REMOUNT)
    (disk / ".filler").unlink(missing_ok=True)
    site.assert_built_as_from_nothing()
    return 0


READ_ONLY, REMOUNT = 33, 32  # MS_REMOUNT with and without MS_RDONLY


def mount(folder: Path, flags: int) -> bool:
    """Mount a small file system in memory, or change how it is mounted."""
    library = ctypes.CDLL(None, use_errno=True)
    done: int = library.mount(b"tmpfs", bytes(folder), b"tmpfs", flags, b"size=8m")
    return done == 0


def fill(file: Path) -> None:
    """Take all the space that a disk has left."""
    with suppress(OSError), file.open("wb", buffering=0) as filler:
        while True:
            filler.write(bytes(4096))


MANY = 500
SLOW = "<body>{% for number in range(200000) %}{% endfor %}"
"""With so many items and such a template a build lets another process help."""


BUILD = """\
import sys
from pathlib import Path
from typing import Any
from tests.press.test_bad_days import site_of_many

if __name__ == "__main__":
    sys.exit(site_of_many(Path(sys.argv[1])).build(workers=2).code)
"""
PATIENCE = 60


@pytest.mark.slow
@pytest.mark.parametrize("seconds", [0.0, 1.0])
def test_a_worker_that_is_killed_costs_only_time(
    tmp_path: Path, known: dict[str, Expected], seconds: float
) -> None:
    """As it starts, or while it is at work: the system may do that where memory is short."""
    (tmp_path / "build.py").write_text(BUILD, encoding="utf-8")
    command = [sys.executable, str(tmp_path / "build.py"), str(tmp_path / "built")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, cwd=ROOT) as build:
        try:
            kill_first_worker(build, seconds)
            _, told = build.communicate(timeout=PATIENCE)
        finally:
            build.kill()
    assert (build.returncode, b"Traceback" in told) == (0, False)
    expected = site_of_many(tmp_path / "expected", known).from_nothing()
    assert files_of(tmp_path / "built" / "output") == expected.files


def site_of_many(folder: Path, known: dict[str, Expected] | None = None) -> WholeSite:
    """Return a site that takes long enough to build for workers to be called."""
    site = WholeSite(folder, known)
    for number in range(MANY):
        (site.content / "news" / "2022" / f"many-{number}.md").write_text(MANY_ITEM, "utf-8")
    replace(site.theme / "templates" / "base.html", "<body>", SLOW)
    return site


def kill_first_worker(build: subprocess.Popen[bytes], seconds: float) -> None:
    """Kill one process that a build has started, some seconds after it has appeared."""
    while not (found := workers(build.pid)):
        assert build.poll() is None, "the build has called no worker"
        time.sleep(0.01)
    time.sleep(seconds)
    os.kill(found[0], signal.SIGKILL)


def workers(build: int) -> list[int]:
    """Return the processes that a build has started to work, as the system lists them."""
    found = []
    for file in Path(f"/proc/{build}/task").glob("*/children"):
        with suppress(OSError):
            found += [int(child) for child in file.read_text().split()]
    return [child for child in found if "spawn_main" in command_of(child)]


def command_of(process: int) -> str:
    """Return how a process was started, as far as it is still there."""
    with suppress(OSError):
        return Path(f"/proc/{process}/cmdline").read_text(encoding="utf-8")
    return ""
