"""A template is compiled once, and again only when something of it is another."""

from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.domain.page import Page
from plugins.domain.views import SiteView
from plugins.press.rendering import Renderer

WriteTheme = Callable[[dict[str, str]], Path]
PAGE = Page("a.html", "a.html", "甲")
THEME = {
    "templates/a.html": '{% from "b.html" import b %}{{ b(view) }}',
    "templates/b.html": "{% macro b(it) %}[{{ it }}]{% endmacro %}",
}
MADE = "[甲]".encode()


@pytest.fixture
def no_compiler(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Take Jinja's compiler away when called: whoever wants to compile fails."""
    return lambda: monkeypatch.setattr("jinja2.environment.Environment.compile", None)


def test_the_next_build_takes_what_this_one_has_compiled(
    write_theme: WriteTheme, site: SiteView, tmp_path: Path, no_compiler: Callable[[], None]
) -> None:
    """A build of one page shall not wait for twenty templates."""
    theme = write_theme(THEME)
    assert Renderer(theme, site, tmp_path / "cache").render(PAGE) == MADE
    no_compiler()
    assert Renderer(theme, site, tmp_path / "cache").render(PAGE) == MADE


def test_without_a_folder_nothing_is_kept(
    write_theme: WriteTheme, site: SiteView, tmp_path: Path, no_compiler: Callable[[], None]
) -> None:
    """A process that has no place of its own writes nowhere."""
    theme = write_theme(THEME)
    Renderer(theme, site).render(PAGE)
    assert [path.name for path in tmp_path.iterdir() if path.name != "content"] == ["theme"]
    no_compiler()
    with pytest.raises(TypeError):
        Renderer(theme, site).render(PAGE)


def test_a_changed_template_is_compiled_anew(
    write_theme: WriteTheme, site: SiteView, tmp_path: Path
) -> None:
    """Even where its file says that it has the age and the size of the old one."""
    theme = write_theme(THEME)
    Renderer(theme, site, tmp_path / "cache").render(PAGE)
    write_theme({"templates/b.html": THEME["templates/b.html"].replace("[", "(")})
    assert Renderer(theme, site, tmp_path / "cache").render(PAGE) == "(甲]".encode()


def test_what_another_jinja_has_compiled_is_left_alone(
    write_theme: WriteTheme,
    site: SiteView,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    no_compiler: Callable[[], None],
) -> None:
    """Its code may call what this one has not."""
    theme = write_theme(THEME)
    Renderer(theme, site, tmp_path / "cache").render(PAGE)
    monkeypatch.setattr("plugins.press.compiled_templates.version", lambda _: "0")
    no_compiler()
    with pytest.raises(TypeError):
        Renderer(theme, site, tmp_path / "cache").render(PAGE)


def cut(data: bytes) -> bytes:
    """Return half of a file, as a full disk leaves it."""
    return data[: len(data) // 2]


def turned(data: bytes) -> bytes:
    """Return a file with one bit in its middle that is another."""
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]


@pytest.mark.parametrize("damage", [cut, turned, lambda _: b"", lambda data: data + b"x"])
def test_a_damaged_file_costs_only_time(
    write_theme: WriteTheme,
    site: SiteView,
    tmp_path: Path,
    no_compiler: Callable[[], None],
    damage: Callable[[bytes], bytes],
) -> None:
    """Python would run whatever stands there, so nothing is read before its digest is right."""
    theme = write_theme(THEME)
    Renderer(theme, site, tmp_path / "cache").render(PAGE)
    files = list((tmp_path / "cache" / "templates").iterdir())
    assert len(files) == 2
    for file in files:
        file.write_bytes(damage(file.read_bytes()))
    assert Renderer(theme, site, tmp_path / "cache").render(PAGE) == MADE
    no_compiler()
    assert Renderer(theme, site, tmp_path / "cache").render(PAGE) == MADE


@pytest.mark.parametrize("is_folder", [False, True])
def test_a_folder_that_cannot_be_written_costs_only_time(
    write_theme: WriteTheme, site: SiteView, tmp_path: Path, *, is_folder: bool
) -> None:
    """A file stands where the folder should be, or folders where the files should be."""
    theme = write_theme(THEME)
    if is_folder:
        Renderer(theme, site, tmp_path / "cache").render(PAGE)
        for file in list((tmp_path / "cache" / "templates").iterdir()):
            file.unlink()
            file.mkdir()
    else:
        (tmp_path / "cache").write_text("")
    assert Renderer(theme, site, tmp_path / "cache").render(PAGE) == MADE
