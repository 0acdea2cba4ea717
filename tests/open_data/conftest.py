"""What the tests of open data share: the valid site and the real one, and their files."""

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from plugins.domain.bulletin import Bulletin
from plugins.domain.page import Page, expanded
from plugins.open_data.pages import open_data_set
from plugins.reading import read_bulletin

ROOT = Path(__file__).parents[2]
CONTENTS = {"real": ROOT / "content", "valid": ROOT / "tests" / "site" / "valid"}
TODAY = date(2026, 11, 22)


def read(content: Path) -> Bulletin:
    """Read a content folder that has no error."""
    reading = read_bulletin(content, TODAY)
    assert reading.bulletin is not None, reading.problems
    return reading.bulletin


def pages_of(bulletin: Bulletin) -> dict[str, Page]:
    """Return all pages of open data by their paths."""
    return {page.path: page for page in expanded([open_data_set(bulletin)])}


def files_of(bulletin: Bulletin) -> dict[str, bytes]:
    """Return the files beside the catalogue by their names."""
    views: dict[str, Any] = {path: page.view for path, page in pages_of(bulletin).items()}
    return {
        path.removeprefix("data/"): view.data
        for path, view in views.items()
        if not path.endswith(".html")
    }


def csv_rows(file: bytes) -> list[dict[str, str]]:
    """Read a CSV file as a spreadsheet does."""
    return list(csv.DictReader(file.decode("utf-8-sig").splitlines(keepends=True)))


def json_rows(file: bytes) -> list[dict[str, Any]]:
    """Read the rows of a JSON file."""
    rows: list[dict[str, Any]] = json.loads(file)["rows"]
    return rows


@pytest.fixture(scope="session", params=CONTENTS)
def content(request: pytest.FixtureRequest) -> Path:
    """Return a content folder, one after the other."""
    return CONTENTS[request.param]


@pytest.fixture(scope="session")
def published(content: Path) -> Bulletin:
    """Return the bulletin of that folder."""
    return read(content)


@pytest.fixture(scope="session")
def files(published: Bulletin) -> dict[str, bytes]:
    """Return its files of open data."""
    return files_of(published)
