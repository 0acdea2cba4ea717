"""A theme that is quick to render and shows all that every page has: its whole view.

Nothing that goes into a page can be out of date without being seen, even where the real theme
does not print it. It has one of everything that the edits of a theme need.
"""

import shutil
from pathlib import Path

from tests.press.builders import ROOT, write_files

FRAME = "<body>{% block main %}{% endblock %}\n{{ site }}\n{{ root }}</body>\n"
PAGE = """\
{% extends "base.html" %}
{% from "components/whole/macro.html" import whole %}
{% block main %}{{ whole(view) }}{% endblock %}
"""
MACRO = "{% macro whole(view) -%}\n<p>{{ view }}</p>\n{%- endmacro %}\n"


def write_plain_theme(folder: Path) -> None:
    """Write a template for each page template of the real theme, and one component."""
    shutil.copytree(ROOT / "theme" / "images", folder / "images")
    names = (file.relative_to(ROOT) for file in (ROOT / "theme" / "templates").glob("*/*.html"))
    files = {
        "theme/templates/base.html": FRAME,
        "theme/components/whole/macro.html": MACRO,
        "theme/components/whole/style.css": ".whole { color: red; }\n",
        "theme/components/whole/script.js": "void 1;\n",
        "theme/styles/base.css": "body { color: black; }\n",
        **{name.as_posix(): PAGE for name in names},
    }
    write_files(folder.parent, files)


def copy_real_theme(folder: Path) -> None:
    """Copy the theme that readers see."""
    shutil.copytree(ROOT / "theme", folder)
