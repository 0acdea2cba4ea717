"""What the files of the index are called."""

from plugins.domain.bulletin import Bulletin
from plugins.domain.news_item import Body, NewsItem
from plugins.domain.page import expanded
from plugins.search.pages import LONG, search_set
from tests.builders import branch, bulletin, item, report


def texts(of: Bulletin) -> dict[str, bytes]:
    """Return the files of the texts by path."""
    made = {page.path: page.make(page.view, None) for page in expanded([search_set(of)])}  # type: ignore[operator]
    return {path: data for path, data in made.items() if path.startswith("search/text/")}


def some_items() -> list[NewsItem]:
    """Return three items of each of four months."""
    return [
        item(f"2022/i{month}{day}", f"2022-{month:02}-{day:02}")
        for month in (1, 2, 3, 12)
        for day in (5, 15, 25)
    ]


def test_an_item_put_in_later_renames_those_of_its_month_alone() -> None:
    """Thousands of texts behind it stay where they are, and need no new upload."""
    before = texts(bulletin(*some_items()))
    late = report("2022/late", "2022-02-10")
    after = texts(bulletin(*some_items(), late))
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    assert changed == {f"search/text/2022/2-{number}.gz" for number in (1, 2, 3)}


def test_an_item_dated_by_its_year_stands_in_a_month() -> None:
    """In that of the item before it, or in the first."""
    made = texts(bulletin(*some_items(), item("2022/year", "2022")))
    items = [path for path in made if path.startswith("search/text/2022/")]
    assert len(items) == len(some_items()) + 1


def test_another_branch_renames_nothing_of_another_kind() -> None:
    """All that is no item is numbered by its kind."""
    before = texts(bulletin(*some_items(), branches=(branch("某支部", "a"),)))
    after = texts(bulletin(*some_items(), branches=(branch("某支部", "a"), branch("乙支部", "b"))))
    assert {path for path, data in after.items() if before.get(path) != data} == {
        "search/text/branches/1-1.gz"
    }


def test_a_text_is_parted_only_where_it_is_long() -> None:
    """The second part is worth a request."""
    short, long = (Body("", "字" * size, str(size)) for size in (LONG, LONG + 1))
    for body, names in ((short, {"1-0"}), (long, {"1-0", "1-0-rest"})):
        made = texts(bulletin(item("2022/a", "2022-01-01", body=body, summary="")))
        items = {path for path in made if path.startswith("search/text/2022/")}
        assert items == {f"search/text/2022/{name}.gz" for name in names}
