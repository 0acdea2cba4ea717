"""All pages together: which there are, that they lead to each other, when they are made anew."""

import re
from dataclasses import replace

import pytest

from plugins.domain import addresses
from plugins.domain.page import PageSet, expanded
from plugins.domain.record_kinds import RECORD_KINDS
from plugins.domain.records import Openness
from plugins.records.pages import records_set
from plugins.records.plugin import pages_of_records
from tests.builders import body, bulletin, item
from tests.records.conftest import TOLD, Made, made, mechanism, project

FEATURE = ("mechanisms/", *(kind.folder() for kind in RECORD_KINDS))


def test_a_bulletin_without_mechanisms_and_records_has_no_page() -> None:
    """Whoever keeps no records has no empty tables on the site."""
    assert made(bulletin()).pages == {}


def test_the_receiver_returns_the_pages_of_the_feature(site: Made) -> None:
    """What the signal collects is what the core makes."""
    assert [page.path for page in expanded(pages_of_records(TOLD))] == list(site.pages)


@pytest.mark.parametrize("kind", RECORD_KINDS, ids=lambda kind: kind.table)
def test_a_kind_has_the_pages_that_its_openness_allows(kind: type, site: Made) -> None:
    """公开 has a list and rows; 仅汇总 a list alone; 不公开 nothing at all."""
    paths = {path for path in site.pages if path.startswith(kind.folder())}
    records = TOLD.records_by_kind.get(kind.table, ())
    expected = set()
    if kind.openness is not Openness.INTERNAL:
        expected.add(f"{kind.folder()}index.html")
    if kind.openness is Openness.PUBLIC and records:
        expected |= {addresses.file_of(record.address) for record in records}
    assert paths == expected


def test_an_internal_kind_has_no_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a kind does not say is not public, even where a mechanism lists it."""
    for kind in RECORD_KINDS:
        monkeypatch.setattr(kind, "openness", Openness.INTERNAL)
    assert {path.partition("/")[0] for path in made(TOLD).pages} == {"mechanisms"}


def test_every_link_of_the_feature_leads_to_a_page(site: Made) -> None:
    """Mechanisms, kinds, records and further pages all exist."""
    missing = set()
    for path in (path for path in site.pages if path.endswith(".html")):
        root = addresses.root_from(path)
        for link in site.soup(path).main.find_all("a", href=True):
            target = link["href"].removeprefix(root)
            file = addresses.file_of(target) if target.endswith("/") else target
            if target.startswith(FEATURE) and file not in site.pages:
                missing.add((path, target))
    assert missing == set()


def test_every_fragment_is_on_its_page_and_no_id_stands_twice(site: Made) -> None:
    """A jump list jumps, a label has its field, a drawing its title."""
    for path in (path for path in site.pages if path.endswith(".html")):
        soup = site.soup(path)
        ids = [element["id"] for element in soup.find_all(id=True)]
        named = [link["href"][1:] for link in soup.main.find_all("a", href=re.compile("^#"))]
        named += [label["for"] for label in soup.main.find_all("label")]
        for drawing in soup.find_all("svg", attrs={"aria-labelledby": True}):
            named += drawing["aria-labelledby"].split()
        assert set(named) <= set(ids), path
        assert len(set(ids)) == len(ids), path


def inputs_of(told: object) -> tuple[object, object]:
    """Return the inputs of the feature's outer set and of the set in it."""
    outer = records_set(told)
    (inner,) = outer.make()
    assert isinstance(inner, PageSet)
    return outer.inputs, inner.inputs


def test_an_edited_text_leaves_the_inputs_as_they_are() -> None:
    """At ten thousand items nobody looks at these pages when a text changes."""
    told = bulletin(item("2022/a0"), mechanisms=(mechanism("甲", "jia"),))
    edited = replace(told, items=(item("2022/a0", body=body("<p>改。</p>")),))
    assert inputs_of(edited) == inputs_of(told)


def test_an_item_that_is_not_shown_leaves_the_inner_inputs_as_they_are() -> None:
    """A new item that no mechanism and no record names changes none of these pages."""
    told = bulletin(item("2022/a0"), mechanisms=(mechanism("甲", "jia"),))
    more = bulletin(item("2022/a0"), item("2022/b"), mechanisms=(mechanism("甲", "jia"),))
    assert inputs_of(more)[1] == inputs_of(told)[1]
    assert inputs_of(more)[0] != inputs_of(told)[0]


@pytest.mark.parametrize(
    "edited",
    [
        replace(TOLD, mechanisms=TOLD.mechanisms[:2]),
        replace(TOLD, records=TOLD.records[1:]),
        replace(TOLD, figures=TOLD.figures[1:]),
        replace(TOLD, organisations=TOLD.organisations[1:]),
        replace(TOLD, items=tuple(one for one in TOLD.items if one.identity != "2022/a1")),
        replace(TOLD, items=tuple(one for one in TOLD.items if one.identity != "2022/m3")),
    ],
    ids=["mechanism", "record", "figure", "unit", "source", "mention"],
)
def test_whatever_shows_changes_the_inputs(edited: object) -> None:
    """Nothing that a page shows is forgotten."""
    assert inputs_of(edited)[1] != inputs_of(TOLD)[1]


def test_titles_tell_pages_apart_that_bear_one_name() -> None:
    """A mechanism, a kind and its record may be called alike; their tabs differ."""
    told = bulletin(
        item("2022/a0"),
        mechanisms=(mechanism("书记项目", "jia"),),
        records=(project("书记项目", "yi"),),
    )
    views = (page.view for page in made(told).pages.values())
    titles = [view.head.title for view in views if hasattr(view, "head")]
    assert len(set(titles)) == len(titles)
