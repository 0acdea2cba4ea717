"""Every edit of a whole site by its name, as editors and maintainers make them.

An edit takes the site and a number that picks among its variants; a second time it often takes
back what it did. Some end in an error of the content, which is as good a case as any.
"""

from collections.abc import Callable, Mapping

from tests.press.table_edits import TABLE_EDITS
from tests.press.text_edits import TEXT_EDITS
from tests.press.theme_edits import THEME_EDITS
from tests.press.whole_site import WholeSite

Edit = Callable[[WholeSite, int], None]
EDITS: Mapping[str, Edit] = {**TEXT_EDITS, **TABLE_EDITS, **THEME_EDITS}

ALONE = {
    *(name for name in TEXT_EDITS if name.startswith("the key ")),
    *("a page more", "a page less", "a row of columns", "a cell of site", "another day"),
    *("the frame", "a macro", "half a template", "a style", "a script", "a component"),
    "an image of the theme",
}
"""Edits of the same item, or that show on nearly every page: together they would hide faults."""
