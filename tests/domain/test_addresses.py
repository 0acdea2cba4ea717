"""Addresses: what stands where, and how one page links to another."""

import pytest

from plugins.domain import addresses


@pytest.mark.parametrize(
    ("start", "target", "expected"),
    [
        ("news/2022/a/", "news/2022/b/", "../b/"),
        ("news/2022/a/", "branches/mou/", "../../../branches/mou/"),
        ("news/2022/a/", "", "../../../"),
        ("", "news/2022/a/", "news/2022/a/"),
        ("", "feed.xml", "feed.xml"),
        ("about/", "about/", "./"),
        ("about/", "about/#a", "./#a"),
        ("news/2022/a/", "files/2022/a.pdf", "../../../files/2022/a.pdf"),
    ],
)
def test_a_relative_link_leads_from_page_to_page(start: str, target: str, expected: str) -> None:
    """Links work under any path prefix, so they are relative."""
    assert addresses.relative(start, target) == expected


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("重庆", "chong-qing"),
        ("某厂党支部", "mou-chang-dang-zhi-bu"),
        ("党建+N", "dang-jian-n"),
        ("Zhi_Bu 1", "zhi-bu-1"),
        ("！？", ""),
    ],
)
def test_a_slug_is_proposed_from_the_reading_of_words(text: str, slug: str) -> None:
    """Characters with several readings are read as the word they stand in."""
    assert addresses.slug_of(text) == slug


def test_a_byline_has_an_address_of_its_own() -> None:
    """Two names of one reading do not share a page."""
    assert addresses.of_byline("张三") != addresses.of_byline("章三")
    assert addresses.of_byline("张三").startswith("bylines/zhang-san-")


def test_pages_of_a_list_are_numbered_from_the_second() -> None:
    """The first page of a list bears no number."""
    assert addresses.of_numbered_page("columns/a/", 1) == "columns/a/"
    assert addresses.of_numbered_page("columns/a/", 2) == "columns/a/page/2/"
