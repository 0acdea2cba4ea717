"""Parts of a segment: what is found out of them is kept, and read again only where it is edited."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from plugins.domain.bulletin import Bulletin
from plugins.domain.keeping import Keeper
from plugins.domain.news_item import Body
from plugins.domain.page import expanded
from plugins.search import documents, text_parts
from plugins.search.pages import search_set
from plugins.search.text import JOINT, OTHER, is_word, normalised
from plugins.search.text_parts import LATIN, TWO_LATIN, characters_of
from tests.builders import bulletin, item

TEXTS = [("党建", "黨建工作，2022年。"), ("", "AB党"), ("标题", "")]


def test_every_character_has_a_number() -> None:
    """0 stands for all else, and between any two texts; two Latin ones together have one."""
    found = characters_of(TEXTS)
    read = [
        [normalised(part) for part in (title, f"{JOINT}{text}{OTHER}")] for title, text in TEXTS
    ]
    whole = "".join(title + rest for title, rest in read)
    latin = TWO_LATIN + ord("2") * LATIN + ord("0")
    characters, pairs = (
        [code for code in found.alphabet.tolist() if (code >= TWO_LATIN) is is_pair]
        for is_pair in (False, True)
    )
    assert sorted(map(chr, characters)) == sorted({one for one in whole if is_word(one)})
    assert pairs.count(latin) == 1
    assert len(pairs) == len({"20", "02", "22", "ab"})
    written = [0, *found.alphabet.tolist()]
    read_back = [written[number] for number in found.numbers]
    assert read_back[whole.index("2022")] == latin
    assert [
        chr(code if code < TWO_LATIN else (code - TWO_LATIN) // LATIN) for code in read_back
    ] == [one if is_word(one) else "\0" for one in whole]
    assert found.lengths.tolist() == [[len(title), len(rest)] for title, rest in read]


def test_no_texts_have_no_characters() -> None:
    """But the right shape."""
    found = characters_of([])
    assert (found.alphabet.size, found.numbers.size, found.lengths.shape) == (0, 0, (0, 2))


def of_nine(keeper: Keeper, edited: str = "") -> Bulletin:
    """Return nine items, the fourth with another text if it is edited."""
    texts = [f"第{number}篇讲党课，第{number}篇讲党课。" for number in range(9)]
    texts[4] += edited
    items = [
        item(f"2022/a{number}", f"2022-03-{number + 1:02}", body=Body(text, text, text))
        for number, text in enumerate(texts)
    ]
    # What is kept of an item is known by its digest, which reading makes of all of it.
    told = (
        replace(one, digest=sha256(text.encode()).digest())
        for one, text in zip(items, texts, strict=True)
    )
    return replace(bulletin(*told), keeper=keeper)


def files(of: Bulletin) -> dict[str, bytes]:
    """Return the files of an index by path."""
    made = {page.path: page.make(page.view, None) for page in expanded([search_set(of)])}  # type: ignore[operator,arg-type]
    return {path: data for path, data in made.items() if isinstance(data, bytes)}


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Cut parts of two documents, and collect the titles of those that are read."""
    monkeypatch.setattr(text_parts, "TEXTS_A_PART", 2)
    seen: list[list[str]] = []
    original = text_parts.Part._read  # noqa: SLF001 - watched

    def watched(part: text_parts.Part) -> object:
        seen.append([one.title for one in part.documents])
        return original(part)

    monkeypatch.setattr(text_parts.Part, "_read", watched)
    return seen


def test_after_an_edit_only_its_part_is_read(read: list[list[str]], tmp_path: Path) -> None:
    """And the index is that of one who has kept nothing."""
    keeper = Keeper(tmp_path)
    files(of_nine(keeper))
    assert len(read) == 5 + 1  # the items, and the names
    read.clear()
    after = files(of_nine(keeper, "又添一句。"))
    (part,) = read
    assert len(part) == 2
    assert after == files(of_nine(Keeper(), "又添一句。"))
    assert after != files(of_nine(keeper))


def test_without_a_place_to_keep_it_the_index_is_the_same(
    read: list[list[str]], tmp_path: Path
) -> None:
    """What was kept decides about time alone."""
    kept = files(of_nine(Keeper(tmp_path)))
    assert files(of_nine(Keeper(tmp_path))) == kept
    assert files(of_nine(Keeper())) == kept
    assert len(read) > 6


def test_documents_are_told_apart(tmp_path: Path) -> None:
    """Two of the same text and another title are not taken for each other."""
    one, other = (documents._named("topics", "topics/a/", name) for name in ("甲", "乙"))  # noqa: SLF001
    parts = [text_parts.Part("names-0", (document,), Keeper(tmp_path)) for document in (one, other)]
    assert [chr(part.characters().alphabet[0]) for part in parts] == ["甲", "乙"]
