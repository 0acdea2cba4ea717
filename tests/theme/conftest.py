"""What the tests of the theme share: its folder, and an environment as strict as the press's."""

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined


@pytest.fixture(scope="session")
def theme() -> Path:
    """Return the folder of the theme."""
    return Path(__file__).parents[2] / "theme"


@pytest.fixture(scope="session")
def environment(theme: Path) -> Environment:
    """Return an environment in which a forgotten value is an error and every text is escaped."""
    return Environment(
        loader=FileSystemLoader([theme / "templates", theme]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
