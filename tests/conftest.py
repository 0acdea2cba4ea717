"""What all tests share: content written where the test shows it, and tools that may be missing."""

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent
NODE_TOOLS = ROOT / ".ci" / "node_modules" / ".bin"

settings.register_profile("default", max_examples=60, deadline=None)
settings.register_profile("ci", max_examples=120, deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")

WriteContent = Callable[[Mapping[str, str | bytes]], Path]


@pytest.fixture
def write_content(tmp_path: Path) -> WriteContent:
    """Write a content folder of these files, by their path in it, and return the folder."""

    def write(files: Mapping[str, str | bytes]) -> Path:
        folder = tmp_path / "content"
        for path, text in files.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode() if isinstance(text, str) else text)
        return folder

    return write


@pytest.fixture(scope="session")
def chromium() -> Path:
    """Return the system's Chromium, which Playwright is to drive."""
    named = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    found = named if Path(named).is_file() else shutil.which("chromium")
    if found is None:
        missing("没有找到 chromium：安装它，或用环境变量 CHROMIUM 指明。")
    return Path(found)


@pytest.fixture(scope="session")
def node_tool() -> Callable[[str], Path]:
    """Find a tool that `npm ci` puts into .ci, by its name."""

    def find(name: str) -> Path:
        tool = NODE_TOOLS / name
        if shutil.which("node") is None or not tool.exists():
            missing(f"没有找到 {name}：在 .ci 里运行 npm ci。")
        return tool

    return find


def missing(reason: str) -> NoReturn:
    """Skip a test whose tool is missing; fail it where CI says that all tools are there."""
    if os.environ.get("REQUIRE_BROWSER") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)
