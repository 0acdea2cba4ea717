"""The browser of tests/browser, for the scripts of this feature's components."""

from tests.browser.conftest import browser, look

__all__ = ["browser", "look"]
