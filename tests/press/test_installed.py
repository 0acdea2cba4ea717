"""What is installed decides whether anything has to be made again."""

import site
from pathlib import Path

import pytest

from plugins.press.digests import tools_digest
from plugins.press.installed import installed
from plugins.press.unchanged import look_at


def test_another_package_counts_for_pages_and_for_the_last_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both ask in one way; a folder that is not there has no packages."""
    folders = [str(tmp_path), str(tmp_path / "nowhere")]
    monkeypatch.setattr(site, "getsitepackages", lambda: folders)
    before = tools_digest([]), look_at([], []).digest
    (tmp_path / "jinja2").mkdir()
    assert (tools_digest([]), look_at([], []).digest) == before
    (tmp_path / "jinja2-3.1.6.dist-info").mkdir()
    assert installed()[1] == [["jinja2-3.1.6.dist-info"], []]
    assert tools_digest([]) != before[0]
    assert look_at([], []).digest != before[1]
