"""The HTML of every page against the rules of html-validate."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.sites import BuiltSite

pytestmark = [pytest.mark.node, pytest.mark.slow]

CONFIGURATION = {
    "root": True,
    "extends": ["html-validate:recommended"],
    "rules": {
        # HTML knows both; the short one is the usual one.
        "doctype-style": ["error", {"style": "lowercase"}],
        # Safari forgets lists and tables where CSS changes their markers or their display.
        "no-redundant-role": "off",
        "prefer-native-element": ["error", {"exclude": ["list"]}],
        # Markdown calls its footnotes fn:1, as HTML allows.
        "valid-id": ["error", {"relaxed": True}],
        # Where a component has nothing to show, the blanks before its call remain.
        "no-trailing-whitespace": "off",
    },
}


def test_every_page_is_valid(
    site: BuiltSite, node_tool: Callable[[str], Path], tmp_path: Path
) -> None:
    """What is not HTML looks different in every browser."""
    rules = tmp_path / "rules.json"
    rules.write_text(json.dumps(CONFIGURATION), encoding="utf-8")
    program = node_tool("html-validate")
    answer = subprocess.run(
        [str(program), "--config", str(rules), "--formatter", "json", str(site.folder)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    faults = [
        (Path(page["filePath"]).relative_to(site.folder).as_posix(), told["line"], told["message"])
        for page in json.loads(answer.stdout)
        for told in page["messages"]
    ]
    assert faults == []
    assert answer.returncode == 0, answer.stderr
