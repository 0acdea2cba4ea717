"""What the tests of assets share: real pictures, and a bulletin read from a real folder."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from plugins.domain.bulletin import Bulletin
from plugins.domain.navigation import site_view
from plugins.domain.tables import Site
from plugins.domain.views import SiteView
from plugins.reading import read_bulletin

ITEM = """\
---
标题: 甲
日期: 2022-03-09
栏目: 党建动态
署名: 通讯员 张三
来源: 某报
图片:
  - 文件: 2022/room.jpg
    替代文字: 会场
附件:
  - 文件: 2022/list.pdf
    名称: 名单
---

正文。
"""

ReadItem = Callable[[], Bulletin]


@pytest.fixture
def photo() -> Callable[..., bytes]:
    """Make the bytes of a picture: left half red, right half blue, or of one colour."""

    def make(size: tuple[int, int] = (600, 300), form: str = "JPEG", **saved: Any) -> bytes:
        picture = Image.new("RGB", size, (255, 0, 0))
        picture.paste((0, 0, 255), (size[0] // 2, 0, *size))
        file = io.BytesIO()
        picture.save(file, form, **saved)
        return file.getvalue()

    return make


@pytest.fixture
def content(tmp_path: Path, photo: Callable[..., bytes]) -> Path:
    """Write a content folder with one item, its picture and its attachment."""
    files = {
        "tables/columns.csv": "栏目名称,链接名\n党建动态,dynamics\n".encode(),
        "news/2022/a.md": ITEM.encode(),
        "images/2022/room.jpg": photo(),
        "files/2022/list.pdf": b"%PDF-1.7\r\n\xff",
    }
    for path, data in files.items():
        (tmp_path / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / path).write_bytes(data)
    return tmp_path / "content"


@pytest.fixture
def read(content: Path) -> ReadItem:
    """Read the content folder as a build does."""

    def read_folder() -> Bulletin:
        reading = read_bulletin(content, date(2022, 3, 10))
        assert reading.bulletin, reading.problems
        return reading.bulletin

    return read_folder


@pytest.fixture
def site(tmp_path: Path) -> SiteView:
    """Return the frame of a bulletin without items."""
    empty = Bulletin(tmp_path, date(2022, 3, 10), Site(name="党建新闻"), columns=())
    return site_view(empty, {})
