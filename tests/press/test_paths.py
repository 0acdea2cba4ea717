"""Which paths a page may have."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.press.paths import checked, folders_of, is_output_path


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "news/2022/a/index.html",
        "files/2022/b (1).pdf",
        ".nojekyll",
        "console/com10/a.con",
    ],
)
def test_a_plain_relative_path_is_free(path: str) -> None:
    """Ordinary paths pass unchanged."""
    assert checked(path) == path


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/passwd",
        "../up.html",
        "a/../../b",
        "a//b",
        "a/./b",
        "C:\\x",
        "C:/x",
        "稿件.html",
        "a/b.",
        "a/b ",
        "a\nb",
        "SHA256SUMS",
        ".gitignore",
        ".staging/x",
        "con",
        "organisations/con/index.html",
        "honours/com1/com1.csv",
        "files/2022/NUL.pdf",
    ],
)
def test_a_path_that_leaves_or_means_something_else_is_refused(path: str) -> None:
    """Absolute, upward, ambiguous, non-ASCII and reserved paths are a programmer's mistake."""
    assert not is_output_path(path)
    with pytest.raises(ValueError, match="not a path inside output/"):
        checked(path)


@given(st.text(alphabet="ab./\\\\ :-\n稿", max_size=12))
def test_a_free_path_stays_inside_and_has_one_spelling(path: str) -> None:
    """Whatever is accepted names a file below the folder, by the very same path."""
    if is_output_path(path):
        file = (Path("/output") / path).resolve()
        assert file.relative_to("/output").as_posix() == path


def test_folders_are_all_that_paths_lead_through() -> None:
    """Each once, the root too; no paths lead through none."""
    assert folders_of(["a/b/c.html", "a/b/d.html", "a/e.html", "f.html"]) == {"", "a", "a/b"}
    assert folders_of([]) == set()
