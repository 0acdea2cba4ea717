"""The rules by which texts and queries are read; the browser keeps the same cases."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.search.text import is_word, normalised
from tests.search.queries import LONGEST, Query, parsed

CASES = json.loads((Path(__file__).parent / "cases.json").read_text(encoding="utf-8"))["queries"]


def expected(case: dict[str, list[str]]) -> Query:
    """Return what a case says of its query."""
    fields = tuple((field, text) for field, text in case.get("fields", ()))
    barred = tuple((field, text) for field, text in case.get("barred", ()))
    return Query(tuple(case["parts"]), tuple(case.get("excluded", ())), fields, barred)


@pytest.mark.parametrize("case", CASES, ids=lambda case: repr(case["query"]))
def test_a_query_is_taken_apart(case: dict[str, list[str]]) -> None:
    """As the cases say that Python and the browser share."""
    assert parsed(str(case["query"])) == expected(case)


def test_only_the_beginning_of_an_endless_query_is_read() -> None:
    """Whoever pastes a whole text gets an answer."""
    assert parsed("长" * 10_000).parts == ("长" * LONGEST,)


@given(st.text())
def test_whatever_is_typed_can_be_read(query: str) -> None:
    """And every part holds something to look for."""
    found = parsed(query)
    assert all(any(map(is_word, part)) for part in (*found.parts, *found.excluded))


@given(st.text(max_size=40), st.text(max_size=40))
def test_every_character_is_compared_by_itself(one: str, other: str) -> None:
    """So that a part of a text is a part of its normalised form."""
    assert normalised(one + other) == normalised(one) + normalised(other)


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("党 建　工\t作", "党建工作"),
        ("党建\n工作", "党建·工作"),
        ("ＷＰＳ　２０２２", "wps2022"),
        ("組織", "组织"),
        ("著名，瞭望", "著名·瞭望"),
        ("“引号”", "·引号·"),
    ],
)
def test_texts_that_mean_the_same_are_compared_alike(written: str, form: str) -> None:
    """Blanks, widths, cases, traditional characters do not count; of punctuation its place does."""
    assert normalised(written) == form
