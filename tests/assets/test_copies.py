"""Files that are published byte by byte."""

from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.assets.copies import SourceFile, attachment_pages, copied
from plugins.domain.bulletin import Bulletin
from plugins.domain.views import SiteView
from tests.assets.conftest import ITEM

ReadItem = Callable[[], Bulletin]


def test_an_attachment_is_published_as_it_is(read: ReadItem, site: SiteView) -> None:
    """Not a byte of it is changed."""
    pages = list(attachment_pages(read()))
    assert [page.path for page in pages] == ["files/2022/list.pdf"]
    assert copied(pages[0].view, site) == b"%PDF-1.7\r\n\xff"  # type: ignore[arg-type]


def test_an_attachment_of_two_items_is_one_file(read: ReadItem, content: Path) -> None:
    """Two pages with one path would stop the build."""
    (content / "news/2022/b.md").write_text(ITEM, encoding="utf-8")
    assert len(list(attachment_pages(read()))) == 1


@pytest.mark.parametrize("status", ["草稿", "撤稿"])
def test_an_attachment_of_what_is_not_public_is_not_published(
    read: ReadItem, content: Path, status: str
) -> None:
    """Nor is it where the item has been withdrawn."""
    item = ITEM.replace("来源:", f"状态: {status}\n来源:")
    (content / "news/2022/a.md").write_text(item, encoding="utf-8")
    assert not list(attachment_pages(read()))


def test_a_file_that_changed_after_it_was_read_is_not_published(tmp_path: Path) -> None:
    """Its page would announce another size and address."""
    (tmp_path / "a.pdf").write_bytes(b"new")
    with pytest.raises(OSError, match="被改动"):
        SourceFile("a.pdf", "0" * 64, tmp_path).read()


def test_the_folder_does_not_tell_two_views_apart(tmp_path: Path) -> None:
    """A build in another folder shows the same."""
    assert SourceFile("a", "0", tmp_path) == SourceFile("a", "0", tmp_path / "other")
