"""What the page of an item says of its figures, mechanisms and records."""

from typing import Any

from plugins.domain.bulletin import Bulletin
from plugins.domain.linked_records import LinkGroup
from plugins.domain.mechanisms import Mechanism
from plugins.domain.record_kinds import RECORD_KINDS
from plugins.domain.records import Openness, Record
from plugins.domain.views import Link
from plugins.news.item_pages import item_pages
from tests.builders import bulletin, item, views_by_path
from tests.figures.ledger import figure

PLACE = "news/2022/chahua/index.html"
MECHANISM = Mechanism(
    name="评星定级", slug="pingxing", category="支部", description="评星。", items=("2022/chahua",)
)


def record(openness: Openness) -> Record:
    """Return a record of the item, of a kind of that openness."""
    kind = next(kind for kind in RECORD_KINDS if kind.openness is Openness.PUBLIC)
    made: Record = kind.model_construct(name="某项", slug="mou", source_item="2022/chahua")
    if openness is Openness.PUBLIC:
        return made
    inner = type("Inner", (kind,), {"openness": openness, "__module__": __name__})
    inner_record: Record = inner.model_construct(**dict(made))
    return inner_record


def page_of(of: Bulletin) -> Any:
    """Return the view of the item's page."""
    return views_by_path(item_pages(of))[PLACE]


def test_an_item_shows_the_figures_that_it_is_the_source_of() -> None:
    """Those of others stand on theirs."""
    of = bulletin(item(), figures=(figure(), figure("会议", "huiyi", source_item="2022/x")))
    assert [row.label.title for row in page_of(of).figures.rows] == ["授予数"]


def test_an_item_leads_to_its_mechanisms_and_to_its_public_records() -> None:
    """What is not public has no page to lead to."""
    public, inner = record(Openness.PUBLIC), record(Openness.INTERNAL)
    view = page_of(bulletin(item(), mechanisms=(MECHANISM,), records=(public, inner)))
    assert view.mechanisms == (Link("评星定级", "mechanisms/pingxing/"),)
    assert view.records == (LinkGroup(public.title, (Link("某项", public.address),)),)


def test_an_item_without_them_shows_none() -> None:
    """No empty section stands on its page."""
    view = page_of(bulletin(item()))
    assert (view.figures.rows, view.mechanisms, view.records) == ((), (), ())
