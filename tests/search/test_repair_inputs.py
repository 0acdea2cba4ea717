"""What the words of repair depend on: nothing that changes them is left out of what is compared."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from plugins.domain.bulletin import Bulletin
from plugins.domain.keeping import Keeper
from plugins.domain.news_item import Body
from plugins.domain.page import Page, PageSet, expanded
from plugins.domain.tables import Synonym
from plugins.search import repair_pages, text_parts, words
from plugins.search.repair_pages import repair_set
from plugins.search.segments import segments_of
from tests.builders import bulletin, item, organisation

TEXTS = tuple(f"第{number}篇，参加培训，组织学习。" for number in "甲乙丙丁戊己庚辛")
SETS = ("search/repair", "search/variants", "search/words", "words-0")


@pytest.fixture(autouse=True)
def small_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look for words in four texts together, in all of them."""
    monkeypatch.setattr(text_parts, "TEXTS_A_PART", 2)
    monkeypatch.setattr(repair_pages, "PARTS_TOGETHER", 2)


def of_texts(
    texts: Iterable[str] = TEXTS,
    title: str = "通知",
    keeper: Keeper | None = None,
    **tables: object,
) -> Bulletin:
    """Return a bulletin whose items have these texts, and one title."""
    items = [
        replace(  # a digest as reading makes it of a file
            item(
                f"2022/a{number}",
                f"2022-03-{number + 1:02}",
                title=title,
                body=Body(text, text, text),
            ),
            digest=sha256(f"{title} {text}".encode()).digest(),
        )
        for number, text in enumerate(texts)
    ]
    return replace(bulletin(*items, **tables), keeper=keeper or Keeper())


def edited(number: int, more: str) -> list[str]:
    """Return the texts, one of them with some more."""
    return [text + more * (index == number) for index, text in enumerate(TEXTS)]


def repair_of(made: Bulletin) -> PageSet:
    """Return the files of repair of a bulletin."""
    return repair_set(made, next(segments_of(made)))


def files(parts: Iterable[Page | PageSet]) -> dict[str, object]:
    """Make all files of some parts."""
    return {page.path: page.make(page.view, None) for page in expanded(parts)}  # type: ignore[operator,arg-type]


def sets_in(parts: Iterable[Page | PageSet]) -> Iterator[PageSet]:
    """Yield all sets, also those within others."""
    for part in parts:
        if isinstance(part, PageSet):
            yield part
            yield from sets_in(part.make())


@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_the_words_of_every_text_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """Also where those of its group, and of the other groups, were kept."""
    monkeypatch.setattr(words, "FEW_TITLES", 0)
    keeper = Keeper(tmp_path)
    before = files([repair_of(of_texts(keeper=keeper))])
    texts = edited(number, "，参加义诊，再参加义诊，又办义诊，还有义诊")
    after = files([repair_of(of_texts(texts, keeper=keeper))])
    assert after == files([repair_of(of_texts(texts))]) != before


@pytest.mark.parametrize(
    "other",
    [
        of_texts(title="主题党日"),
        of_texts(organisations=(organisation("市某某局", "ju"),)),
        of_texts(organisations=(organisation("市某某局", "ju", aliases=("某某局",)),)),
        of_texts(synonyms=(Synonym(word="中组部", others=("中央组织部",)),)),
        of_texts(edited(3, "，参加义诊，再参加义诊，又办义诊，还有义诊")),
        of_texts(edited(3, "，又组织" * 20)),
    ],
    ids=["a title", "a name", "a short name", "a synonym", "a word", "how often a word comes"],
)
def test_sets_of_equal_inputs_have_equal_files(other: Bulletin) -> None:
    """While its inputs are those of the last build, nobody makes a set."""
    one, changed = (
        {part.name: part for part in sets_in([repair_of(of)])} for of in (of_texts(), other)
    )
    assert one.keys() == changed.keys() == set(SETS)
    assert files([one["search/repair"]]) != files([changed["search/repair"]])
    for name, part in one.items():
        is_same = files([part]) == files([changed[name]])
        assert is_same or part.inputs != changed[name].inputs, name


def test_a_sentence_more_leaves_the_words_alone() -> None:
    """They are counted anew, and come about as often as before."""
    one, other = (
        {part.name: part.inputs for part in sets_in([repair_of(of_texts(texts))])}
        for texts in (TEXTS, edited(3, "又写了一句。"))
    )
    assert one["search/repair"] != other["search/repair"]
    assert one["search/words"] == other["search/words"]
