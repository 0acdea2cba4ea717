"""Addresses: what stands where, and how one page links to another."""

import re

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
        ("Con", "x-con"),
        ("Con 1", "con-1"),
        ("康", "kang"),
    ],
)
def test_a_slug_is_proposed_from_the_reading_of_words(text: str, slug: str) -> None:
    """Characters with several readings are read as the word they stand in."""
    assert addresses.slug_of(text) == slug


def test_a_byline_has_an_address_of_its_own() -> None:
    """Two names of one reading do not share a page."""
    assert addresses.of_byline("张三") != addresses.of_byline("章三")
    assert addresses.of_byline("张三").startswith("bylines/zhang-san-")


@pytest.mark.parametrize("name", ["某" * 60, "某市农业农村局" * 12, "a" * 400, "甲" + "b" * 400])
def test_what_is_long_has_an_address_that_a_folder_can_bear(name: str) -> None:
    """A byline of sixty characters without a comma once ended the program."""
    slug = addresses.of_byline(name).removeprefix("bylines/").rstrip("/")
    assert len(slug) <= addresses.SLUG_LENGTH
    assert re.fullmatch(addresses.SLUG_PATTERN, slug)
    assert len(addresses.slug_of(name)) <= addresses.SLUG_LENGTH - addresses.ENDING_LENGTH
    assert addresses.of_byline(f"{name}一") != addresses.of_byline(f"{name}二")


def test_an_address_that_is_long_enough_stays_whole() -> None:
    """A syllable is never cut, and what fits already has been published."""
    longest = addresses.SLUG_LENGTH - addresses.ENDING_LENGTH
    fits = "mou-" * (longest // 4 - 1) + "zhang"[: longest % 4 + 4]
    assert len(fits) == longest
    assert addresses.slug_of(fits) == fits
    assert addresses.slug_of(f"{fits}g") == fits.rpartition("-")[0]
    assert addresses.slug_of(f"{fits}-yi") == fits


@pytest.mark.parametrize("name", ["con", "NUL", "aux.md", "com1", "lpt9.tar.gz"])
def test_a_device_is_known_by_its_name(name: str) -> None:
    """In any case, with any ending."""
    assert addresses.is_device(name)


@pytest.mark.parametrize("name", ["", "con-1", "console", "a.con", "kong", "com", "com10", "xcon"])
def test_what_only_looks_like_a_device_is_none(name: str) -> None:
    """Windows minds the whole name."""
    assert not addresses.is_device(name)


def test_pages_of_a_list_are_numbered_from_the_second() -> None:
    """The first page of a list bears no number."""
    assert addresses.of_numbered_page("columns/a/", 1) == "columns/a/"
    assert addresses.of_numbered_page("columns/a/", 2) == "columns/a/page/2/"
