"""/search/ as it is written: what it offers where nothing can be searched."""

from plugins.domain.bulletin import Bulletin
from plugins.domain.page import expanded
from plugins.domain.views import Link
from plugins.search.search_page import search_page
from plugins.search.views import SearchView
from tests.builders import body, bulletin, item, organisation, views_by_path

OFFICE = organisation("某局", "ju")
IDLE = organisation("某委", "wei")


def page_of(of: Bulletin) -> SearchView:
    """Return the view of the search page."""
    view: SearchView = views_by_path([search_page(of)])["search/index.html"]
    return view


def test_only_what_has_items_is_offered() -> None:
    """No way leads to an empty list; years begin with the newest."""
    of = bulletin(
        item("2023/b", "2023", organisation_slugs=("ju",)),
        item("2021/a", "2021-03-07"),
        organisations=(OFFICE, IDLE),
    )
    view = page_of(of)
    assert view.years == (Link("2023年", "archive/2023/"), Link("2021年", "archive/2021/"))
    assert view.organisations == (Link("某局", "organisations/ju/"),)
    assert len(of.columns) > len(view.columns)
    assert [link.url for link in view.columns] == [f"columns/{of.items[0].column_slug}/"]


def test_the_newest_items_are_offered_first() -> None:
    """A reader who found nothing is shown five."""
    items = [item(f"2022/{day:02}", f"2022-03-{day:02}") for day in range(20, 10, -1)]
    rows = page_of(bulletin(*items)).newest
    assert [row.url for row in rows] == [f"news/2022/{day:02}/" for day in range(20, 15, -1)]


def test_an_empty_bulletin_has_a_search_page() -> None:
    """The box leads to it from the first day on."""
    view = page_of(bulletin())
    assert (view.columns, view.years, view.organisations, view.newest) == ((), (), (), ())


def test_search_engines_do_not_list_searches() -> None:
    """A page of results is nothing to find; the archive is listed instead."""
    assert not page_of(bulletin()).head.indexed
    assert [page.address for page in expanded([search_page(bulletin())])] == [None]


def test_an_edit_of_a_text_leaves_the_page_alone() -> None:
    """It shows no text, so its inputs hold none."""
    before, after = item("2022/a"), item("2022/a", body=body("<p>改过。</p>"))
    assert before.digest != after.digest
    assert search_page(bulletin(before)).inputs == search_page(bulletin(after)).inputs
    assert search_page(bulletin(before)).inputs != search_page(bulletin(item("2022/b"))).inputs
