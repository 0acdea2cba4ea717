"""Pictures and attachments are looked at, never trusted by their names."""

import io
import struct
import zlib

import pytest
from PIL import ExifTags, Image

from plugins.problems import Place, Problem
from plugins.reading.pictures import Measured, check_attachment, measure_picture

PLACE = Place("content/news/2022/a.md", 8, 7)


def picture(form: str = "JPEG", mode: str = "RGB", size: tuple[int, int] = (64, 48)) -> bytes:
    """Return a picture with something in it."""
    image = Image.effect_noise(size, 40).convert(mode)
    stream = io.BytesIO()
    image.save(stream, form)
    return stream.getvalue()


def turned(orientation: int) -> bytes:
    """Return a picture that a camera has marked as turned."""
    image = Image.new("RGB", (64, 48), "red")
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    stream = io.BytesIO()
    image.save(stream, "JPEG", exif=exif)
    return stream.getvalue()


def png_header(width: int, height: int) -> bytes:
    """Return the beginning of a PNG of a size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b""))


def measured(data: bytes, name: str = "images/a.jpg") -> Measured:
    """Return the measure of a sound picture."""
    found = measure_picture(data, name, PLACE)
    assert isinstance(found, Measured), found
    return found


def fault(data: bytes, name: str = "images/a.jpg") -> Problem:
    """Return what is told of a faulty picture."""
    found = measure_picture(data, name, PLACE)
    assert isinstance(found, Problem)
    return found


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF"])
def test_a_sound_picture_is_measured(form: str) -> None:
    """What phones, scanners and Windows make can be read."""
    found = measured(picture(form))
    assert (found.width, found.height) == (64, 48)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "1", "I;16"])
def test_a_png_of_any_kind_is_measured(mode: str) -> None:
    """Transparency and palettes do no harm."""
    assert measured(picture("PNG", mode)).width == 64


@pytest.mark.parametrize(
    ("orientation", "size"),
    [(1, (64, 48)), (3, (64, 48)), (5, (48, 64)), (6, (48, 64)), (8, (48, 64)), (99, (64, 48))],
)
def test_a_turned_picture_has_its_sides_exchanged(orientation: int, size: tuple[int, int]) -> None:
    """Width and height are those that a reader sees."""
    found = measured(turned(orientation))
    assert (found.width, found.height) == size


def test_the_digest_is_that_of_the_bytes() -> None:
    """A picture that changed is another picture, whatever its name."""
    assert measured(turned(1)).digest != measured(turned(6)).digest


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "images/a.jpg", "empty-upload"),
        (b"not a picture", "images/a.jpg", "not-a-picture"),
        (b"<html><script>alert(1)</script></html>", "images/a.jpg", "not-a-picture"),
        (b"%PDF-1.4", "images/a.png", "not-a-picture"),
        (b"<svg xmlns='x'/>", "images/a.svg", "svg-picture"),
        (b"<svg xmlns='x'/>", "images/a.png", "svg-picture"),
        (b"<?xml version='1.0'?><svg/>", "images/a.png", "svg-picture"),
        (png_header(60_000, 60_000), "images/a.png", "picture-too-large"),
        (png_header(12_000, 11_000), "images/a.png", "picture-too-large"),
        (png_header(10_000, 9_500), "images/a.png", "damaged-picture"),
        (png_header(64, 48), "images/a.png", "damaged-picture"),
        (picture()[:200], "images/a.jpg", "damaged-picture"),
        (picture("JPEG", "RGB", (640, 480))[:-5000], "images/a.jpg", "damaged-picture"),
        (picture("PNG", "RGB", (640, 480))[:-5000], "images/a.png", "damaged-picture"),
        (picture("WEBP")[:-100], "images/a.webp", "damaged-picture"),
    ],
)
def test_a_faulty_picture_is_told(data: bytes, name: str, code: str) -> None:
    """What Pillow thinks of a file is told in Chinese at the place that names it."""
    found = fault(data, name)
    assert (found.code, found.place) == (code, PLACE)


@pytest.mark.parametrize("name", ["a.pdf", "a.DOCX", "2022/a.ofd", "a.wps", "a.zip"])
def test_a_document_may_be_attached(name: str) -> None:
    """What offices write and readers open."""
    assert check_attachment(f"files/{name}", 9, PLACE) is None


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.svg", "a.js", "a.exe", "a.pdf.html", "a"])
def test_what_a_browser_could_run_may_not_be_attached(name: str) -> None:
    """The message lists what may."""
    found = check_attachment(f"files/{name}", 9, PLACE)
    assert found is not None
    assert (found.code, ".pdf" in found.remedy) == ("attachment-type", True)
