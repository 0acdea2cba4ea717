"""What is kept from one build to the next: used for the same thing alone, and never trusted."""

import multiprocessing
import os
import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from plugins.domain.keeping import (
    LONG_TICK,
    SHORT_TICK,
    Keeper,
    database_address,
    database_to_read,
    database_to_write,
    is_past,
)

FOUND = {"党支部": 12, "场所": (b"\0\xff", None, 1.5)}
OTHER = {"网格员": 1}


def nothing() -> object:
    """Find nothing out: it must be there."""
    raise AssertionError


@pytest.mark.parametrize(
    ("modified", "tick"),
    [
        (1_600_000_000_000_000_000, LONG_TICK),  # FAT, HFS+, ext3
        (1_600_000_001_230_000_000, LONG_TICK),  # exFAT, in hundredths of a second
        (1_600_000_001_234_567_800, SHORT_TICK),  # NTFS
        (1_600_000_001_234_567_891, SHORT_TICK),  # ext4, APFS
    ],
)
def test_a_time_is_past_when_the_clock_of_its_disk_has_ticked(modified: int, tick: int) -> None:
    """Until then a file may be written again and look the same; so may one from the future."""
    assert is_past(modified, modified + tick + 1)
    assert not is_past(modified, modified + tick)
    assert not is_past(modified, modified - LONG_TICK)


def test_a_file_that_is_written_after_a_while_bears_another_time(tmp_path: Path) -> None:
    """On the disk of this very machine: whatever its clock, of a past time one can be sure."""
    file = tmp_path / "a.md"
    file.write_text("甲", encoding="utf-8")
    before = file.stat().st_mtime_ns
    while not is_past(before, time.time_ns()):
        time.sleep(0.01)
    file.write_text("乙", encoding="utf-8")
    assert file.stat().st_mtime_ns > before


@pytest.fixture
def keeper(tmp_path: Path) -> Keeper:
    """Return a keeper in a folder that is not there yet, and keep one thing."""
    keeper = Keeper(tmp_path / "kept" / "here", b"tools")
    assert keeper.kept("words", b"digest", lambda: FOUND) == FOUND
    return keeper


def test_what_was_found_out_is_kept(keeper: Keeper) -> None:
    """Also for the next one who asks in the same place."""
    assert keeper.kept("words", b"digest", nothing) == FOUND
    assert Keeper(keeper.folder, b"tools").kept("words", b"digest", nothing) == FOUND


@pytest.mark.parametrize(
    ("tools", "name", "digest"),
    [(b"tools", "words", b"other"), (b"other", "words", b"digest"), (b"tools", "else", b"digest")],
)
def test_of_anything_else_it_is_found_out_anew(
    keeper: Keeper, tools: bytes, name: str, digest: bytes
) -> None:
    """Other tools may find something else in the same texts."""
    other = Keeper(keeper.folder, tools)
    assert other.kept(name, digest, lambda: OTHER) == OTHER
    assert other.kept(name, digest, nothing) == OTHER


def test_under_a_name_there_is_the_newest(keeper: Keeper) -> None:
    """So that what is kept does not grow with every edit."""
    keeper.kept("words", b"other", lambda: OTHER)
    assert keeper.kept("words", b"digest", lambda: FOUND) == FOUND
    assert keeper.folder
    assert [file.name for file in keeper.folder.iterdir()] == ["words"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:0],
        lambda data: data[:20],
        lambda data: data[:-1],
        lambda data: data[:40] + bytes([data[40] ^ 1]) + data[41:],
        lambda data: data[1:] + b"x",
    ],
)
def test_what_is_damaged_costs_only_time(keeper: Keeper, damage: Callable[[bytes], bytes]) -> None:
    """It is found out once more, and then it is sound."""
    assert keeper.folder
    file = keeper.folder / "words"
    file.write_bytes(damage(file.read_bytes()))
    assert keeper.kept("words", b"digest", lambda: FOUND) == FOUND
    assert keeper.kept("words", b"digest", nothing) == FOUND


def test_one_that_begins_afresh_uses_nothing_and_keeps_all(keeper: Keeper) -> None:
    """As a clean build must."""
    afresh = Keeper(keeper.folder, b"tools", afresh=True)
    assert afresh.kept("words", b"digest", lambda: OTHER) == OTHER
    assert keeper.kept("words", b"digest", nothing) == OTHER


def test_where_nothing_can_be_kept_it_is_found_out_each_time(tmp_path: Path) -> None:
    """Without a folder, or where a file stands in its place."""
    (tmp_path / "file").touch()
    for keeper in (Keeper(), Keeper(tmp_path / "file"), Keeper(tmp_path / "file" / "below")):
        assert keeper.kept("words", b"", lambda: FOUND) == FOUND
        assert keeper.kept("words", b"", lambda: OTHER) == OTHER


def numbered(asked: list[int]) -> Callable[[Sequence[int]], dict[int, str]]:
    """Return who finds things out by their numbers, and writes down which were asked for."""

    def find(numbers: Sequence[int]) -> dict[int, str]:
        asked.extend(numbers)
        return {number: f"第{number}个" for number in numbers}

    return find


def test_of_many_things_only_those_that_differ_are_found_out(keeper: Keeper) -> None:
    """All come back in the order in which they were asked for."""
    asked: list[int] = []
    many = {number: b"%d" % number for number in (3, 1, 2)}
    expected = {3: "第3个", 1: "第1个", 2: "第2个"}
    assert list(keeper.each("many", many, numbered(asked)).items()) == list(expected.items())
    assert asked == [3, 1, 2]
    asked.clear()
    assert keeper.each("many", {**many, 1: b"other", 4: b"4"}, numbered(asked)).keys() == {
        1,
        2,
        3,
        4,
    }
    assert asked == [1, 4]
    asked.clear()
    assert keeper.each("many", many, numbered(asked)) == expected
    assert asked == [1]


@pytest.mark.parametrize("damaged", [b"", b"x" * 99])
def test_of_many_things_that_are_damaged_all_are_found_out(keeper: Keeper, damaged: bytes) -> None:
    """And by one that begins afresh, or can keep nothing."""
    assert keeper.folder
    many = dict.fromkeys(range(2), b"")
    for one in (keeper, Keeper(keeper.folder, b"tools", afresh=True), Keeper()):
        one.each("many", many, numbered([]))
        if one is keeper:
            (keeper.folder / "many").write_bytes(damaged)
        asked: list[int] = []
        assert one.each("many", many, numbered(asked)) == {0: "第0个", 1: "第1个"}
        assert asked == [0, 1]


def _keep(folder: Path, number: int) -> None:
    for _ in range(200):
        assert Keeper(folder).kept(f"{number % 2}", b"%d" % number, lambda: number) == number


def test_two_who_keep_at_a_time_do_not_mix(tmp_path: Path) -> None:
    """Builds of one content into two sites may run side by side."""
    context = multiprocessing.get_context("spawn")
    both = [context.Process(target=_keep, args=(tmp_path, number)) for number in (0, 2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert [one.exitcode for one in both] == [0, 0]
    assert sorted(file.name for file in tmp_path.iterdir()) == ["0"]


@pytest.mark.parametrize(
    "name", ["plain", "党 建", "a#b", "a%20b", "50%", "a&b=c;d", "a?mode=rwc", "a?b", "a:b", "a\\b"]
)
def test_a_database_is_read_whatever_its_folder_is_called(name: str, tmp_path: Path) -> None:
    """Signs of an address once cut the path off, and an empty file was made where it ended."""
    if os.name == "nt" and set(name) & set("?:\\"):
        pytest.skip("Windows 上建不了这样的目录。")
    file = tmp_path / name / "kept.sqlite3"
    file.parent.mkdir()
    with database_to_write(file) as database:
        database.execute("pragma user_version = 7")
    with closing(database_to_read(file)) as database:
        assert database.execute("pragma user_version").fetchone() == (7,)
    assert [one.relative_to(tmp_path) for one in tmp_path.rglob("*")] == [
        Path(name),
        Path(name) / "kept.sqlite3",
    ]


def test_a_database_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    """Reading leaves nothing behind."""
    with pytest.raises(sqlite3.Error):
        database_to_read(tmp_path / "kept.sqlite3")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("file", "address"),
    [
        (PureWindowsPath(r"C:\a b\c.sqlite3"), "file:///C:/a%20b/c.sqlite3"),
        (PureWindowsPath(r"\\server\share\c#.sqlite3"), "file:////server/share/c%23.sqlite3"),
        (PurePosixPath("/党/c.sqlite3"), "file:///%E5%85%9A/c.sqlite3"),
    ],
)
def test_drives_and_shares_of_windows_have_the_address_that_sqlite_reads(
    file: PurePath, address: str
) -> None:
    """It takes no host, and cuts the slash before a drive off."""
    assert database_address(file) == address
