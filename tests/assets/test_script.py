"""One script of all components' scripts."""

from typing import TYPE_CHECKING

import pytest

from plugins.assets.script import module, script

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def test_no_scripts_make_no_file() -> None:
    """A theme may do without."""
    assert script([]) == ""


@pytest.mark.browser
@pytest.mark.slow
def test_scripts_share_no_names_and_one_that_fails_leaves_the_next_alone(
    browser: "Browser",
) -> None:
    """The failure is told to the console all the same."""
    text = script(
        [
            ("first", "var mine = 1;\nwindow.first = mine; // the end"),
            ("second", "window.second = typeof mine; nothing.of.that.name;"),
            ("third", "window.third = true;"),
        ]
    )
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(error.message))
    page.add_script_tag(content=text)
    page.wait_for_timeout(50)
    found = page.evaluate("[window.first, window.second, window.third]")
    page.close()
    assert found == [1, "undefined", True]
    assert len(errors) == 1


def test_a_module_loses_what_is_for_its_authors() -> None:
    """Indentation, empty lines and lines of comment are a tenth of what readers would load."""
    text = "// What it does.\n\nexport function a() {\n  // Why.\n  return 1; // as it is\n}\n"
    assert module(text) == "export function a() {\nreturn 1; // as it is\n}\n"


def test_a_module_with_a_text_over_several_lines_stays_as_it_is() -> None:
    """Its blanks would be lost."""
    text = "const a = `\n  // kept\n`;\n"
    assert module(text) == text
