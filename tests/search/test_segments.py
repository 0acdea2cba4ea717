"""Parts of the index follow from the items alone, and an edit leaves most files as they are."""

import pytest

from plugins.domain.bulletin import Bulletin
from plugins.domain.news_item import Body, NewsItem
from plugins.domain.page import expanded
from plugins.search import segments
from plugins.search.pages import search_set
from plugins.search.segments import ARCHIVE, OTHERS, RECENT, segments_of
from tests.builders import bulletin, item, organisation

WORDS = ("支部", "党员", "社区", "培训", "检查", "演练", "果树", "学习", "走访", "服务")


def text(number: int, more: str = "") -> Body:
    """Return a text of some words that differ by number."""
    plain = "。".join(
        f"{WORDS[number * step % 10]}{chr(0x4E00 + number * step * 7 % 900)}{WORDS[step]}"
        for step in range(1, 10)
    )
    return Body(html=plain + more, text=plain + more, digest=plain + more)


def some_items(count: int, **bodies: Body) -> list[NewsItem]:
    """Return items of three years."""
    return [
        item(
            f"{2020 + number % 3}/i{number}",
            f"{2020 + number % 3}-{1 + number % 12:02}-{1 + number % 28:02}",
            body=bodies.get(f"i{number}", text(number)),
        )
        for number in range(count)
    ]


def files(of: Bulletin) -> dict[str, bytes]:
    """Return the files of an index by path."""
    made = {page.path: page.make(page.view, None) for page in expanded([search_set(of)])}  # type: ignore[operator]
    return {path: data for path, data in made.items() if isinstance(data, bytes)}


def test_a_small_bulletin_is_one_part_and_the_names() -> None:
    """Whatever its years."""
    of = bulletin(*some_items(9), organisations=(organisation("某局", "o"),))
    assert [segment.name for segment in segments_of(of)] == [RECENT, OTHERS]


def test_the_newest_items_are_a_part_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """An edit of one of them leaves the files of all others alone."""
    monkeypatch.setattr(segments, "ITEMS_A_STEP", 4)
    found = [segment for segment in segments_of(bulletin(*some_items(9))) if segment.name != OTHERS]
    assert [(segment.name, len(segment.documents)) for segment in found] == [
        (ARCHIVE, 8),
        (RECENT, 1),
    ]
    years = [document.year for segment in found for document in segment.documents]
    assert years == sorted(years)


def test_there_are_never_many_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A query asks every one of them; where no item is left over, the newest part is not there."""
    monkeypatch.setattr(segments, "ITEMS_A_STEP", 4)
    names = [[one.name for one in segments_of(bulletin(*some_items(n)))] for n in (3, 4, 40, 41)]
    assert names == [
        [RECENT, OTHERS],
        [ARCHIVE, OTHERS],
        [ARCHIVE, OTHERS],
        [ARCHIVE, RECENT, OTHERS],
    ]


def test_a_new_item_leaves_the_numbers_of_the_others() -> None:
    """The oldest has number 0."""
    old, new = some_items(6), item("2023/new", "2023-01-01")
    before, after = (next(iter(segments_of(bulletin(*some)))) for some in (old, [*old, new]))
    assert after.documents[:-1] == tuple(
        document for document in after.documents if document.address != new.address
    )
    assert [one.address for one in before.documents] == [
        one.address for one in after.documents[:-1]
    ]


def test_an_edit_changes_few_files() -> None:
    """Its own text, and the shards that hold its new pairs."""
    before = files(bulletin(*some_items(400)))
    edited = some_items(400, i7=text(7, "新增一句话。"))
    after = files(bulletin(*edited))
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    shards = [path for path in before if path.startswith("search/recent/") and "text" not in path]
    assert len([path for path in changed if "/text/" in path]) == 1
    assert 1 <= len([path for path in changed if "/text/" not in path]) <= len(shards) // 5
