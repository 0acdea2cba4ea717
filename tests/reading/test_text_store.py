"""An unchanged text is not read again, and a changed one always is."""

import os
import time
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from plugins.domain import addresses
from plugins.domain.keeping import LONG_TICK
from plugins.domain.news_item import WholeItem
from plugins.domain.work import OwnWork
from plugins.reading import (
    DamagedStoreError,
    Reading,
    TextStore,
    read_bulletin,
    store_file,
)

TODAY = date(2022, 12, 31)
ITEM = "---\n标题: {title}\n日期: 2022-03-09\n栏目: 要闻\n署名: 未署名\n来源: 某报\n---\n\n{body}\n"
Read = Callable[..., Reading]


class Recorder(OwnWork):
    """Does all work here and remembers which texts were read."""

    def __init__(self) -> None:
        """Begin with none."""
        self.paths: list[str] = []
        self.before: Callable[[], object] | None = None

    def spread(self, function: Any, units: Any, **manner: Any) -> Any:
        """Note the sources of the units."""
        if self.before:
            self.before()
        taken = list(units)
        self.paths += [source.path for unit in taken for source in unit.sources]
        return super().spread(function, taken, **manner)


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
def work() -> Recorder:
    """Return what remembers the texts that were read, in all readings of a test."""
    return Recorder()


@pytest.fixture
def read(content: Path, tmp_path: Path, work: Recorder) -> Read:
    """Read the folder with what was kept the last time."""

    def run(tools: bytes = b"1", *, by_content: bool = False) -> Reading:
        work.paths.clear()
        store = TextStore(store_file(tmp_path / "cache", content), tools, by_content=by_content)
        store.load()
        return read_bulletin(content, TODAY, store, work)

    return run


def grown_old(file: Path) -> None:
    """Give a file a time that nobody can mistake for the next edit's."""
    os.utime(file, ns=(10**18, 10**18))


def titles(reading: Reading) -> list[str]:
    """Return the titles of the public items."""
    assert reading.bulletin is not None
    return [item.title for item in reading.bulletin.items]


def whole(reading: Reading) -> list[WholeItem]:
    """Return the whole of every public item."""
    assert reading.bulletin is not None
    return [item.whole() for item in reading.bulletin.items]


def flip(file: Path, text: str) -> None:
    """Change one bit of every place in a file where a text stands."""
    data, sought = file.read_bytes(), text.encode()
    assert sought in data
    file.write_bytes(data.replace(sought, bytes([sought[0] ^ 1]) + sought[1:]))


def test_the_second_reading_reads_nothing(read: Read, work: Recorder) -> None:
    """And comes to the same bulletin and problems."""
    first = read()
    assert work.paths == ["news/2022/a.md"]
    second = read()
    assert work.paths == []
    assert second == first
    assert whole(second) == whole(first)


@pytest.mark.parametrize("name", ["a#b", "a%20b", "50%", "党 建"])
def test_the_store_is_found_whatever_its_folder_is_called(
    content: Path, tmp_path: Path, work: Recorder, name: str
) -> None:
    """Signs of an address are part of the path."""
    for read in (["news/2022/a.md"], []):
        work.paths.clear()
        store = TextStore(store_file(tmp_path / name / "cache", content), b"1")
        store.load()
        assert titles(read_bulletin(content, TODAY, store, work)) == ["甲"]
        assert work.paths == read


def test_only_a_changed_text_is_read_again(read: Read, content: Path, work: Recorder) -> None:
    """Whether its size has changed or only its time."""
    write(content, "b", "丁", "正文。")
    read()
    write(content, "a", "乙", "正文。")
    assert titles(read()) == ["丁", "乙"]
    assert work.paths == ["news/2022/a.md"]


def test_a_text_that_was_only_touched_is_known_by_its_bytes(
    read: Read, content: Path, work: Recorder
) -> None:
    """A checkout gives every file a new time."""
    read()
    grown_old(content / "news" / "2022" / "a.md")
    assert titles(read()) == ["甲"]
    assert work.paths == []


def test_a_name_is_spelled_once(read: Read, content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The dictionary is not loaded for an edit; only a new name needs it."""
    signed = write(content, "b", "乙", "正文。")
    signed.write_text(signed.read_text("utf-8").replace("未署名", "通讯员 某小甲"), "utf-8")
    first = read()
    asked: list[str] = []
    monkeypatch.setattr(addresses, "of_byline", lambda name: asked.append(name) or f"{name}/")
    signed.write_text(signed.read_text("utf-8").replace("正文", "另文"), "utf-8")
    second = read()
    assert first.bulletin
    assert second.bulletin
    assert list(first.bulletin.byline_addresses) == ["某小甲"]
    assert second.bulletin.byline_addresses == first.bulletin.byline_addresses
    assert asked == []
    signed.write_text(signed.read_text("utf-8").replace("某小甲", "某小乙"), "utf-8")
    third = read()
    assert third.bulletin
    assert third.bulletin.byline_addresses == {"某小乙": "某小乙/"}
    assert asked == ["某小乙"]


def test_an_edit_that_keeps_size_and_time_is_seen_by_content(read: Read, content: Path) -> None:
    """This is what --paranoid is for."""
    file = content / "news" / "2022" / "a.md"
    grown_old(file)
    read()
    grown_old(write(content, "a", "丙", "正文。"))
    assert titles(read()) == ["甲"]
    assert titles(read(by_content=True)) == ["丙"]


def test_an_edit_at_the_moment_of_the_reading_is_seen(read: Read, content: Path) -> None:
    """The clock of a file system ticks slowly: two edits may bear one time."""
    file = content / "news" / "2022" / "a.md"
    read()
    seen = file.stat()
    write(content, "a", "丙", "正文。")
    os.utime(file, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert titles(read()) == ["丙"]


def test_a_time_in_the_future_proves_nothing(read: Read, content: Path) -> None:
    """The clock may have been set back since."""
    file = content / "news" / "2022" / "a.md"
    for title in ("甲", "丙"):
        write(content, "a", title, "正文。")
        os.utime(file, ns=(2 * 10**18, 2 * 10**18))
        assert titles(read()) == [title]


def test_a_reading_that_was_broken_off_leaves_nothing_behind(content: Path, work: Recorder) -> None:
    """A process that reads again and again knows which names it has read texts with."""
    store = TextStore()
    write(content, "a", "甲", "乙局开展活动。")
    read_bulletin(content, TODAY, store, work)
    table = content / "tables" / "organisations.csv"
    table.write_text("单位名称,链接名\n乙局,yi-ju\n", encoding="utf-8")
    gone = write(content, "b", "乙", "正文。")
    work.before = gone.unlink
    assert read_bulletin(content, TODAY, store, work).bulletin is None
    work.before = None
    assert read_bulletin(content, TODAY, store, work) == read_bulletin(content, TODAY)


def test_problems_are_told_again(read: Read, content: Path) -> None:
    """A fault does not go away by being read once."""
    write(content, "b", "", "正文。")
    first = read()
    second = read()
    assert first.bulletin is None
    assert second.problems == first.problems != ()


def test_what_could_not_be_resolved_is_tried_again(
    read: Read, content: Path, work: Recorder
) -> None:
    """The missing text may be there the next time."""
    write(content, "a", "甲", "[看这里](b.md)")
    assert read().bulletin is None
    write(content, "b", "乙", "正文。")
    assert titles(read()) == ["乙", "甲"]
    assert sorted(work.paths) == ["news/2022/a.md", "news/2022/b.md"]


def test_a_text_is_resolved_again_when_what_it_links_to_changes(
    read: Read, content: Path, work: Recorder
) -> None:
    """A heading that goes takes the links to it with it."""
    write(content, "a", "甲", "[看这里](b.md#小结)")
    write(content, "b", "乙", "## 小结\n\n正文。")
    write(content, "c", "丙", "正文。")
    assert read().bulletin
    write(content, "b", "乙", "## 结尾\n\n正文。")
    assert [problem.code for problem in read().problems] == ["unknown-fragment"]
    assert sorted(work.paths) == ["news/2022/a.md", "news/2022/b.md"]


def test_a_new_name_is_linked_in_texts_that_have_not_changed(read: Read, content: Path) -> None:
    """The tables decide what is linked."""
    write(content, "a", "甲", "乙局开展活动。")
    before = whole(read())
    table = content / "tables" / "organisations.csv"
    table.write_text("单位名称,链接名\n乙局,yi-ju\n", encoding="utf-8")
    assert "<a " not in before[0].body.html
    assert "organisations/yi-ju/" in whole(read())[0].body.html


def test_a_new_name_that_a_text_does_not_hold_is_nothing_to_it(
    read: Read, content: Path, work: Recorder
) -> None:
    """A row more in a table is no reason to read ten thousand texts."""
    write(content, "a", "甲", "乙局开展活动。")
    write(content, "b", "乙", "> 丙\n> 局开展活动。")
    table = content / "tables" / "organisations.csv"
    table.write_text("单位名称,链接名\n乙局,yi-ju\n", encoding="utf-8")
    before = whole(read())
    table.write_text("单位名称,链接名\n乙局,yi-ju\n丙局,bing-ju\n", encoding="utf-8")
    after = read()
    assert work.paths == ["news/2022/b.md"]
    assert after.bulletin is not None
    assert [item.mentions for item in after.bulletin.items] == [
        ("organisations/bing-ju/",),
        ("organisations/yi-ju/",),
    ]
    assert whole(after)[1] == before[1]
    read()
    assert work.paths == []


@pytest.mark.parametrize("other", ["乙局,yi-ju,2023-01-01", "乙局,yi", "丁局,ding-ju"])
def test_a_text_follows_a_name_that_it_holds(read: Read, content: Path, other: str) -> None:
    """Whether what bears it has changed its address, its time, or is gone."""
    write(content, "a", "甲", "乙局开展活动。")
    table = content / "tables" / "organisations.csv"
    table.write_text("单位名称,链接名,启用日期\n乙局,yi-ju,\n", encoding="utf-8")
    read()
    table.write_text(f"单位名称,链接名,启用日期\n{other}\n", encoding="utf-8")
    assert read() == read_bulletin(content, TODAY)


def test_a_deleted_text_is_forgotten(read: Read, content: Path, work: Recorder) -> None:
    """Its place in the store is given up."""
    write(content, "b", "乙", "正文。")
    read()
    (content / "news" / "2022" / "b.md").unlink()
    assert titles(read()) == ["甲"]
    write(content, "b", "乙", "正文。")
    read()
    assert work.paths == ["news/2022/b.md"]


def test_other_tools_read_everything_again(read: Read, work: Recorder) -> None:
    """Another version may see other things."""
    read(b"1")
    read(b"2")
    assert work.paths == ["news/2022/a.md"]


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 300])
def test_a_damaged_store_costs_only_time(
    read: Read, content: Path, tmp_path: Path, work: Recorder, damage: bytes
) -> None:
    """It is written anew."""
    read()
    store_file(tmp_path / "cache", content).write_bytes(damage)
    assert titles(read()) == ["甲"]
    assert titles(read()) == ["甲"]
    assert work.paths == []


def test_a_flipped_bit_in_the_light_part_is_noticed(
    read: Read, content: Path, tmp_path: Path, work: Recorder
) -> None:
    """A result that does not match its digest is never unpacked."""
    write(content, "a", "一个很长的标题", "正文。")
    read()
    flip(store_file(tmp_path / "cache", content), "一个很长的标题")
    assert titles(read()) == ["一个很长的标题"]
    assert work.paths == ["news/2022/a.md"]


def test_a_flipped_bit_in_a_whole_is_noticed(read: Read, content: Path, tmp_path: Path) -> None:
    """Whoever asks for it is told to forget the store."""
    write(content, "a", "甲", "只有这里写着的一句话。")
    read()
    flip(store_file(tmp_path / "cache", content), "只有这里写着的一句话。")
    reading = read()
    with pytest.raises(DamagedStoreError):
        whole(reading)


@pytest.mark.parametrize("order", [1, -1, 7])
def test_wholes_are_those_of_their_texts_in_whatever_order_they_are_asked_for(
    read: Read, content: Path, order: int
) -> None:
    """Those that were fetched together with others are nobody else's."""
    for number in range(100):
        write(content, f"t{number:02}", f"题{number}", f"正文{number}。")
    reading = read()
    assert reading.bulletin is not None
    items = sorted(reading.bulletin.items, key=lambda item: item.file)
    asked = items[::order] if abs(order) == 1 else [items[at * order % 101] for at in range(101)]
    for item in (*asked, *asked[:3]):
        number = item.title.removeprefix("题")
        assert item.whole().body.text == ("正文。" if item.title == "甲" else f"正文{number}。")


def test_a_whole_that_was_fetched_before_an_edit_is_not_taken_after_it(
    content: Path, tmp_path: Path, work: Recorder
) -> None:
    """One process reads again and again with the same store."""
    for name in "bcdefg":
        write(content, name, f"题{name}", "正文。")
    store = TextStore(store_file(tmp_path / "cache", content), b"1")
    for body in ("正文。", "改过一次。", "又改了一次。"):
        write(content, "c", "题c", body)
        reading = read_bulletin(content, TODAY, store, work)
        assert reading.bulletin is not None
        items = reading.bulletin.items
        (edited,) = [item for item in items if item.title == "题c"]
        assert edited.whole().body.text == body
        # With the last of these come some that nobody asks for, the edited one among them.
        assert {item.whole().body.text for item in items[:4]} == {"正文。"}


def test_a_cache_that_cannot_be_written_stops_nothing(read: Read, tmp_path: Path) -> None:
    """It is a help, not a need."""
    (tmp_path / "cache").write_text("a file where a folder should be", encoding="utf-8")
    reading = read()
    assert titles(reading) == ["甲"]
    assert whole(reading)[0].body.text == "正文。"


def test_a_file_that_is_written_twice_in_one_tick_is_looked_at_again(
    content: Path, read: Read
) -> None:
    """Its size and time tell nothing where the clock of the disk has two seconds."""
    file = content / "files" / "2022" / "a.csv"
    file.parent.mkdir(parents=True)
    write(content, "a", "甲", "[名单](../../files/2022/a.csv)")

    def digest_of(data: bytes) -> str:
        file.write_bytes(data)
        os.utime(file, ns=(tick, tick))
        reading = read()
        assert reading.bulletin is not None
        return reading.bulletin.items[0].attachments[0].digest

    tick = (time.time_ns() // LONG_TICK + 1) * LONG_TICK
    assert [digest_of(data) for data in (b"300", b"400")] == [
        sha256(data).hexdigest() for data in (b"300", b"400")
    ]
