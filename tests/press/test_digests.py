"""What a page is made from, as digests."""

from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from plugins.domain.page import Page
from plugins.domain.views import DateView, Link, NewsRow, SiteView
from plugins.press.digests import Digester, tools_digest
from plugins.press.template_closures import TemplateClosures

ROW = NewsRow("news/2022/a/", "甲", DateView("2022-03-09", "2022年3月9日"), Link("要闻", "c/"))


@dataclass(frozen=True)
class Holder:
    """A view of anything; where it was made does not show."""

    value: object
    folder: str = field(default="", compare=False)


@pytest.fixture
def digester(tmp_path: Path, site: SiteView) -> Digester:
    """Return a digester over a theme without templates."""
    return Digester(site, TemplateClosures(tmp_path), b"tools")


def view_digest(digester: Digester, view: object) -> bytes:
    """Return the digest of a view."""
    return digester.of(Page("a.html", "a.html", view)).view


def test_equal_views_have_equal_digests(digester: Digester) -> None:
    """Whether their parts are shared objects or copies makes no difference."""
    copied = Holder((replace(ROW), replace(ROW, title=str("甲乙"[:1]))))
    assert view_digest(digester, Holder((ROW, ROW))) == view_digest(digester, copied)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, "1"),
        (1, True),
        (0, None),
        ("", None),
        ((), ""),
        (("ab", "c"), ("a", "bc")),
        ((("a",), "b"), ("a", ("b",))),
        ({"a": 1}, {"a": 2}),
        (ROW, replace(ROW, title="乙")),
        ((ROW, ROW), (ROW,)),
        (Link("a", "b"), ("a", "b")),
        (DateView("a", "b"), Link("a", "b")),
    ],
)
def test_views_that_differ_have_other_digests(
    digester: Digester, one: object, other: object
) -> None:
    """Types, order, nesting and every field count."""
    assert view_digest(digester, Holder(one)) != view_digest(digester, Holder(other))


def test_a_field_that_is_not_compared_does_not_count(digester: Digester) -> None:
    """Where a file lies on this machine is not what a page shows."""
    assert view_digest(digester, Holder(1, "/a")) == view_digest(digester, Holder(1, "/b"))


def test_a_view_may_hold_only_what_has_a_digest(digester: Digester) -> None:
    """Nothing is left out in silence."""
    with pytest.raises(TypeError, match="may not hold object"):
        view_digest(digester, Holder(object()))


def test_the_site_view_counts(tmp_path: Path, site: SiteView) -> None:
    """A new name of the site is on every page."""
    closures = TemplateClosures(tmp_path)
    one = Digester(site, closures, b"").frame
    other = Digester(replace(site, name="另一刊"), closures, b"").frame
    assert one.site != other.site
    assert one._replace(site=b"") == other._replace(site=b"")


def test_settings_count_among_the_tools() -> None:
    """A changed quality of pictures makes them anew."""
    assert tools_digest([{"webp_quality": 80}]) != tools_digest([{"webp_quality": 81}])
    assert tools_digest([{"webp_quality": 80}]) == tools_digest([{"webp_quality": 80}])


THEME = {
    "templates/base.html": "{% block main %}{% endblock %}",
    "templates/a.html": '{% extends "base.html" %}{% from "components/x/macro.html" import x %}',
    "templates/b.html": "b",
    "components/x/macro.html": '{% macro x() %}{% include "y.html" %}{% endmacro %}',
    "templates/y.html": '{% include "components/y/macro.html" %}',
    "components/y/macro.html": "y",
    "templates/free.html": "{% include view.name %}",
}


def written(folder: Path, **changes: str) -> TemplateClosures:
    """Write the theme with changed files and read it."""
    for path, text in {**THEME, **changes}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return TemplateClosures(folder)


@pytest.mark.parametrize("changed", ["templates/base.html", "components/y/macro.html"])
def test_a_template_counts_wherever_it_is_drawn_upon(tmp_path: Path, changed: str) -> None:
    """Through extends, from and include, over several steps; no other page is touched."""
    before = written(tmp_path)
    after = written(tmp_path, **{changed: "changed"})
    assert before.digest("a.html") != after.digest("a.html")
    assert before.digest("b.html") == after.digest("b.html")


def test_a_name_known_only_when_it_runs_means_all_templates(tmp_path: Path) -> None:
    """In doubt, everything counts."""
    before = written(tmp_path)
    after = written(tmp_path, **{"templates/b.html": "changed"})
    assert before.digest("free.html") != after.digest("free.html")


def test_a_template_that_cannot_be_parsed_has_a_digest(tmp_path: Path) -> None:
    """The press tells its fault when it renders."""
    assert written(tmp_path, **{"templates/a.html": "{% if %}"}).digest("a.html")
