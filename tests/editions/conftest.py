"""What the tests of print share: the tools it needs, which only those install who print."""

import importlib.util

import pytest

from tests.conftest import missing


@pytest.fixture(scope="session")
def print_tools() -> None:
    """Skip what needs WeasyPrint, or pypdf to read what it made, where they are not installed."""
    for name in ("weasyprint", "pypdf"):
        if importlib.util.find_spec(name) is None:
            missing(f"没有找到 {name}：安装 .ci/requirements.lock。")
