"""One script of all components' scripts."""

import os

import pytest

from plugins.assets.script import script


def test_no_scripts_make_no_file() -> None:
    """A theme may do without."""
    assert script([]) == ""


@pytest.mark.browser
@pytest.mark.slow
def test_scripts_share_no_names_and_one_that_fails_leaves_the_next_alone() -> None:
    """The failure is told to the console all the same."""
    playwright = pytest.importorskip("playwright.sync_api")
    text = script(
        [
            ("first", "var mine = 1;\nwindow.first = mine; // the end"),
            ("second", "window.second = typeof mine; nothing.of.that.name;"),
            ("third", "window.third = true;"),
        ]
    )
    with playwright.sync_playwright() as run:
        try:
            browser = run.chromium.launch(executable_path="/usr/bin/chromium")
        except playwright.Error:
            if os.environ.get("REQUIRE_BROWSER") == "1":
                raise
            pytest.skip("no Chromium here")
        page = browser.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(error.message))
        page.add_script_tag(content=text)
        page.wait_for_timeout(50)
        found = page.evaluate("[window.first, window.second, window.third]")
        browser.close()
    assert found == [1, "undefined", True]
    assert len(errors) == 1
