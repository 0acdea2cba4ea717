"""Which templates a page's template draws on, however its tags are written."""

from pathlib import Path

import pytest

from plugins.press.template_closures import TemplateClosures


def digest(folder: Path, tag: str, drawn_upon: str) -> bytes:
    """Return the digest of a template with a tag, and of what another one holds."""
    (folder / "templates").mkdir(parents=True, exist_ok=True)
    (folder / "templates" / "a.html").write_text(f"甲\n{tag}\n{{{{ view }}}}", encoding="utf-8")
    (folder / "templates" / "b.html").write_text(drawn_upon, encoding="utf-8")
    return TemplateClosures(folder).digest("a.html")


@pytest.mark.parametrize(
    "tag",
    [
        '{% extends "b.html" %}',
        "{%- include 'b.html' -%}",
        '{%+ include "b.html" ignore missing %}',
        '{% include ["c.html", "b.html"] %}',
        '{%import "b.html" as b%}',
        '{% from "b.html"\n   import one, two with context %}',
        '{% if view %}{% include "b.html" %}{% endif %}',
        "{% include view.name %}",
        '{% include "b.html" ~ "%}" %}',
        '{% include "b.html" if view else "c.html" %}',
    ],
)
def test_a_template_that_a_tag_names_counts(tmp_path: Path, tag: str) -> None:
    """What cannot be told from the tag alone may be any template."""
    assert digest(tmp_path, tag, "1") != digest(tmp_path, tag, "2")


@pytest.mark.parametrize(
    "tag",
    ['{{ "b.html" }}', '{% set included = "b.html" %}', "b.html", '{% if "b.html" %}{% endif %}'],
)
def test_a_template_that_is_only_spoken_of_does_not_count(tmp_path: Path, tag: str) -> None:
    """A change of one template makes no more pages anew than show it."""
    assert digest(tmp_path, tag, "1") == digest(tmp_path, tag, "2")
