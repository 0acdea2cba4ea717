"""An unchanged text is not read again, and a changed one always is."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from plugins.reading import DraftCache, Reading, read_bulletin
from plugins.reading.draft_cache import cache_file

TODAY = date(2022, 12, 31)
ITEM = "---\n标题: {title}\n日期: 2022-03-09\n栏目: 要闻\n署名: 未署名\n来源: 某报\n---\n\n{body}\n"
Read = Callable[..., tuple[Reading, DraftCache]]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a content folder with one item."""
    folder = tmp_path / "content"
    (folder / "news" / "2022").mkdir(parents=True)
    (folder / "tables").mkdir()
    table = folder / "tables" / "columns.csv"
    table.write_text("栏目名称,链接名\n要闻,yao-wen\n", encoding="utf-8")
    write(folder, "a", "甲", "正文。")
    return folder


def write(content: Path, name: str, title: str, body: str) -> Path:
    """Write an item and return its file."""
    file = content / "news" / "2022" / f"{name}.md"
    file.write_text(ITEM.format(title=title, body=body), encoding="utf-8")
    return file


@pytest.fixture
def read(content: Path, tmp_path: Path) -> Read:
    """Read the folder with a cache that was saved the last time."""

    def run(tools: bytes = b"1", *, by_content: bool = False) -> tuple[Reading, DraftCache]:
        file = cache_file(tmp_path / "cache", content)
        cache = DraftCache(file, tools, by_content=by_content)
        cache.load()
        return read_bulletin(content, TODAY, cache), cache

    return run


def titles(reading: Reading) -> list[str]:
    """Return the titles of the public items."""
    assert reading.bulletin is not None
    return [item.title for item in reading.bulletin.items]


def test_the_second_reading_takes_everything_from_the_cache(read: Read) -> None:
    """And comes to the same bulletin and problems."""
    first, cache = read()
    assert cache.last == {}
    second, cache = read()
    assert cache.now == cache.last != {}
    assert second == first


def test_a_changed_text_is_read_again(read: Read, content: Path) -> None:
    """Whether its size has changed or only its time."""
    read()
    write(content, "a", "乙", "正文。")
    assert titles(read()[0]) == ["乙"]


def test_a_text_that_was_only_touched_is_known_by_its_bytes(read: Read, content: Path) -> None:
    """A checkout gives every file a new time."""
    read()
    file = content / "news" / "2022" / "a.md"
    os.utime(file, ns=(1, 1))
    reading, cache = read()
    assert titles(reading) == ["甲"]
    assert cache.now["news/2022/a.md"].kept == cache.last["news/2022/a.md"].kept
    assert cache.now["news/2022/a.md"].modified == 1


def test_an_edit_that_keeps_size_and_time_is_seen_by_content(read: Read, content: Path) -> None:
    """This is what --paranoid is for."""
    file = content / "news" / "2022" / "a.md"
    seen = file.stat()
    read()
    write(content, "a", "丙", "正文。")
    os.utime(file, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert titles(read()[0]) == ["甲"]
    assert titles(read(by_content=True)[0]) == ["丙"]


def test_problems_are_told_from_the_cache_too(read: Read, content: Path) -> None:
    """A fault does not go away by being read once."""
    write(content, "b", "", "正文。")
    first, _ = read()
    second, _ = read()
    assert first.bulletin is None
    assert second.problems == first.problems != ()


def test_a_deleted_text_is_forgotten(read: Read, content: Path) -> None:
    """Its place in the cache is given up."""
    write(content, "b", "乙", "正文。")
    read()
    (content / "news" / "2022" / "b.md").unlink()
    _, cache = read()
    assert set(cache.now) == {"news/2022/a.md"}
    assert set(read()[1].last) == {"news/2022/a.md"}


def test_other_tools_read_everything_again(read: Read) -> None:
    """Another version may see other things."""
    read(b"1")
    assert read(b"2")[1].last == {}


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 300])
def test_a_damaged_cache_costs_only_time(
    read: Read, content: Path, tmp_path: Path, damage: bytes
) -> None:
    """It is written anew."""
    read()
    file = cache_file(tmp_path / "cache", content)
    file.write_bytes(damage)
    assert titles(read()[0]) == ["甲"]
    assert set(read()[1].last) == {"news/2022/a.md"}


def test_a_flipped_bit_in_what_is_kept_is_noticed(
    read: Read, content: Path, tmp_path: Path
) -> None:
    """A result that does not match its digest is never unpacked."""
    read()
    file = cache_file(tmp_path / "cache", content)
    data = bytearray(file.read_bytes())
    place = data.find("正文。".encode())
    data[place] ^= 1
    file.write_bytes(bytes(data))
    assert read()[1].last == {}


def test_a_cache_that_cannot_be_written_stops_nothing(read: Read, tmp_path: Path) -> None:
    """It is a help, not a need."""
    (tmp_path / "cache").write_text("a file where a folder should be", encoding="utf-8")
    assert titles(read()[0]) == ["甲"]
