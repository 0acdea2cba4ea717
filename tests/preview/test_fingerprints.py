"""What makes an open page load again."""

import os
from pathlib import Path

import pytest

from plugins.preview.fingerprints import fingerprint

PAGE = """\
<link rel="stylesheet" href="../../../assets/site.css">
<img src="../../../images/2022/a.webp" srcset="../../../images/2022/a-640.webp 640w, x.webp 2x">
<a href="../b/">乙</a><a href="https://example.com/logo.png">外</a>
""".encode()
ADDRESS = "/news/2022/a/"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Write the files that the page shows, and one that it does not."""
    shown = ["assets/site.css", "images/2022/a.webp", "images/2022/a-640.webp"]
    for path in (*shown, "images/2022/other.webp", "news/2022/b/index.html"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("as it was", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "path", ["assets/site.css", "images/2022/a.webp", "images/2022/a-640.webp"]
)
def test_a_file_that_the_page_shows_counts(site: Path, path: str) -> None:
    """Also when its name stays and only its bytes change, and when it goes."""
    before = fingerprint(PAGE, ADDRESS, site)
    (site / path).write_text("as it is now", encoding="utf-8")
    after = fingerprint(PAGE, ADDRESS, site)
    (site / path).unlink()
    assert len({before, after, fingerprint(PAGE, ADDRESS, site)}) == 3


def test_other_files_do_not_count(site: Path) -> None:
    """A reader is not disturbed for what he does not see."""
    before = fingerprint(PAGE, ADDRESS, site)
    for path in ("images/2022/other.webp", "news/2022/b/index.html"):
        (site / path).write_text("as it is now", encoding="utf-8")
    assert fingerprint(PAGE, ADDRESS, site) == before


def test_the_page_itself_counts(site: Path) -> None:
    """Every byte of it."""
    assert fingerprint(PAGE, ADDRESS, site) != fingerprint(PAGE + b" ", ADDRESS, site)


def test_a_name_that_no_system_takes_is_no_fault(site: Path) -> None:
    """Pages in the making hold everything."""
    for name in ("%00.css", "x" * 5000 + ".css", "../../../../../../etc/a.css", "//[x/a.css"):
        page = f'<link href="{name}">'.encode()
        assert fingerprint(page, ADDRESS, site) == fingerprint(page, ADDRESS, site)


def test_the_time_of_a_file_counts(site: Path) -> None:
    """A picture that is exchanged for one of the same size is another one."""
    before = fingerprint(PAGE, ADDRESS, site)
    os.utime(site / "images/2022/a.webp", ns=(1, 1))
    assert fingerprint(PAGE, ADDRESS, site) != before
