"""The shape of the code: which part may know which, and what every part looks like inside."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PLUGINS = ROOT / "plugins"
FEATURES = sorted(path.name for path in PLUGINS.iterdir() if (path / "__init__.py").is_file())
MODULES = sorted(PLUGINS.rglob("*.py"))
FOUNDATIONS: dict[str, set[str]] = {"problems": set(), "domain": set()}
"""What everyone builds on, and what it may import beside itself; `domain` needs nothing."""

UPSTREAM = {"checking": {"reading"}, "bench": {"search"}}
"""Rules look at sources the way reading does; the search is measured by its own."""

EDGES = {
    "press": {"reading", "checking"},
    "preview": {"press"},
    "search": {"checking"},
    "editions": {"checking", "press", "assets"},
}
"""What the edges of a feature may start beside the feature itself."""

EDGE_FILES = {"plugin.py", "command.py", "building.py"}
DRAWERS = {"utils", "helpers", "common", "base", "manager", "misc"}


def imports_of(module: Path) -> Iterator[str]:
    """Yield the dotted names that a module imports."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def features_imported(module: Path) -> set[str]:
    """Return the features that a module imports from."""
    parts = [name.split(".") for name in imports_of(module)]
    return {part[1] for part in parts if part[0] == "plugins" and len(part) > 1}


def named(module: Path) -> str:
    """Return a module's path as test names show it."""
    return module.relative_to(ROOT).as_posix()


def allowed_for(module: Path) -> set[str]:
    """Return the features that a module may import from."""
    feature = module.relative_to(PLUGINS).parts[0]
    if feature in FOUNDATIONS:
        return {feature, *FOUNDATIONS[feature]}
    allowed = {feature, *FOUNDATIONS, *UPSTREAM.get(feature, set())}
    return allowed | (EDGES.get(feature, set()) if module.name in EDGE_FILES else set())


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_imports_run_one_way(module: Path) -> None:
    """A feature knows problems, domain and itself; only edges start what lies upstream."""
    if module.parent == PLUGINS:
        return
    assert features_imported(module) <= allowed_for(module)


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_only_edges_know_pelican(module: Path) -> None:
    """Pelican is imported by plugin.py, and by the one command that runs it."""
    knows = any(name.split(".")[0] == "pelican" for name in imports_of(module))
    assert not knows or module.name == "plugin.py" or named(module) == "plugins/press/command.py"


@pytest.mark.parametrize("feature", FEATURES)
def test_a_feature_says_what_it_is_for(feature: str) -> None:
    """Every feature's package opens with a docstring."""
    tree = ast.parse((PLUGINS / feature / "__init__.py").read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_there_is_no_drawer(module: Path) -> None:
    """A file is named for what it makes."""
    assert module.stem not in DRAWERS


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_a_module_can_be_read_in_one_sitting(module: Path) -> None:
    """No module is longer than 400 lines, no function longer than 45."""
    source = module.read_text(encoding="utf-8")
    functions = [
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    longest = max((node.end_lineno - node.lineno + 1 for node in functions), default=0)
    assert len(source.splitlines()) <= 400
    assert longest <= 45


def test_nine_functions_in_ten_are_short() -> None:
    """At least nine in ten functions have no more than thirty lines."""
    lengths = [
        node.end_lineno - node.lineno + 1
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    ]
    assert sum(length <= 30 for length in lengths) >= 0.9 * len(lengths)


def test_plugins_are_registered_once_each_and_the_press_last() -> None:
    """Every plugin.py stands in pelicanconf.py, in flow order."""
    settings: dict[str, list[str]] = {}
    exec((ROOT / "pelicanconf.py").read_text(encoding="utf-8"), settings)  # noqa: S102
    listed = settings["PLUGINS"]
    found = {f"plugins.{path.parent.name}.plugin" for path in PLUGINS.glob("*/plugin.py")}
    assert set(listed) == found
    assert len(listed) == len(found)
    assert listed[-1] == "plugins.press.plugin"


@pytest.mark.parametrize("module", [*MODULES, ROOT / "tasks.py"], ids=named)
def test_no_pattern_takes_a_group_for_good(module: Path) -> None:
    """`(…)*+`, `(…)?+` and `(?>…)` make Python before 3.11.5, which Debian has, search for ever.

    A possessive repetition of one set of characters is sound there.
    """
    lines = module.read_text(encoding="utf-8").splitlines()
    assert not [line for line in lines if re.search(r"\)(?:[?*+]|\{[\d,]+\})\+|\(\?>", line)]
