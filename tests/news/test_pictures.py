"""Pictures and attachments as templates print them."""

import pytest

from plugins.domain.attachment_views import attachment_view, file_type, size_text
from plugins.domain.attachments import PublishedAttachment
from plugins.domain.pictures import PublishedPicture
from plugins.news.pictures import picture_view


def test_a_picture_offers_webp_before_jpeg_in_all_its_widths() -> None:
    """The fallback is the JPEG nearest to 960 pixels, with its own width and height."""
    picture = PublishedPicture(
        "images/2022/a.png", "0123456789abcdef", 1200, 600, "会场", "图下", "摄影 甲"
    )
    view = picture_view(picture)
    stem = "images/2022/a-0123456789"
    assert (view.url, view.width, view.height) == (f"{stem}-960.jpg", 960, 480)
    assert (view.alternative, view.caption, view.credit) == ("会场", "图下", "摄影 甲")
    assert [source.type for source in view.sources] == ["image/webp", "image/jpeg"]
    assert view.sources[0].files == (
        (f"{stem}-480.webp", 480),
        (f"{stem}-960.webp", 960),
        (f"{stem}-1200.webp", 1200),
    )


def test_an_attachment_says_what_it_is_and_how_large() -> None:
    """A reader on a phone decides by it whether to load the file."""
    view = attachment_view(
        PublishedAttachment("files/2022/a.pdf", "files/2022/a.pdf", "名单", 1_300_000, "x")
    )
    assert (view.url, view.name, view.type, view.size) == (
        "files/2022/a.pdf", "名单", "PDF", "1.2 MB",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("path", "words"),
    [("a.docx", "Word"), ("a.XLS", "Excel"), ("a.wps", "WPS文字"), ("a.xyz", "XYZ"), ("a", "文件")],
)
def test_a_file_is_called_what_people_call_it(path: str, words: str) -> None:
    """An ending that is not known is shown as it is."""
    assert file_type(path) == words


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (1, "1 KB"),
        (88_000, "86 KB"),
        (1024 * 1023, "1023 KB"),
        (1024 * 1024 - 1, "1.0 MB"),
        (1024 * 1024, "1.0 MB"),
    ],
)
def test_a_size_is_rounded_for_people(size: int, words: str) -> None:
    """No file has nothing in it, and none has 1024 KB."""
    assert size_text(size) == words
