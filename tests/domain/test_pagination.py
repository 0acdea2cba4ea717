"""Lists in pages of twenty rows."""

from plugins.domain.pagination import paginated


def test_an_empty_list_has_one_page() -> None:
    """A page that says that there is nothing is still a page."""
    nothing: list[str] = []
    ((address, rows, pages),) = paginated(nothing, "columns/a/")
    assert (address, rows, pages.total) == ("columns/a/", (), 1)


def test_a_full_page_does_not_begin_another() -> None:
    """Twenty rows fill one page, twenty-one begin a second."""
    assert len(list(paginated(range(20), "a/"))) == 1
    addresses = [address for address, _, _ in paginated(range(21), "a/")]
    assert addresses == ["a/", "a/page/2/"]


def test_every_row_stands_on_one_page() -> None:
    """Nothing is lost or doubled between pages."""
    shown = [row for _, rows, _ in paginated(range(101), "a/") for row in rows]
    assert shown == list(range(101))


def test_a_long_list_shows_few_numbers() -> None:
    """First, last and the neighbours."""
    pages = [pages for _, _, pages in paginated(range(1000), "a/")]
    assert [link.title for link in pages[24].pages] == ["1", "23", "24", "25", "26", "27", "50"]
    assert pages[0].previous is None
    assert pages[-1].next is None
