"""Pictures and attachments of the content folder: looked at, measured, never trusted by name."""

import io
import struct
import warnings
import zlib
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath

from PIL import ExifTags, Image, ImageFile, UnidentifiedImageError

from plugins.problems import Place, Problem
from plugins.reading import messages

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")
PIXELS_AT_MOST = 120_000_000
TURNED = {5, 6, 7, 8}
PREVIEW = (160, 160)
ATTACHMENT_TYPES = {
    ".pdf",
    ".doc",
    ".docx",
    ".wps",
    ".xls",
    ".xlsx",
    ".et",
    ".ppt",
    ".pptx",
    ".dps",
    ".ofd",
    ".txt",
    ".csv",
    ".zip",
    ".mp3",
    ".mp4",
}
DAMAGED_PICTURE = (
    OSError,
    ValueError,
    SyntaxError,
    KeyError,
    IndexError,
    EOFError,
    TypeError,
    OverflowError,
    AttributeError,
    RuntimeError,
    ArithmeticError,
    MemoryError,
    struct.error,
    zlib.error,
)
"""What Pillow's decoders raise on damaged files, by experiment."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A sound picture: the digest of its bytes, and its size in pixels after turning by EXIF."""

    digest: str
    width: int
    height: int


def measure_picture(data: bytes, name: str, place: Place) -> Measured | Problem:
    """Look at a picture's bytes; `place` is where it is named."""
    if not data:
        return messages.empty_upload(place, name)
    if name.lower().endswith(".svg") or data.lstrip()[:5].lower() in {b"<svg ", b"<?xml"}:
        return messages.svg_picture(place, name)
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint allows them to the whole process
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow's English remarks; what is wrong is told below
            with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
                return _measured(picture, data, name, place)
    except UnidentifiedImageError:
        return messages.not_a_picture(place, name)
    except Image.DecompressionBombError:
        return messages.picture_too_large(place, name, 0, 0)
    except DAMAGED_PICTURE:
        return messages.damaged_picture(place, name)


def check_attachment(name: str, size: int, place: Place) -> Problem | None:
    """Tell an attachment that a reader's browser could run, that is no document, or empty.

    `size` is in bytes.
    """
    if PurePosixPath(name).suffix.lower() not in ATTACHMENT_TYPES:
        return messages.attachment_type(place, name, sorted(ATTACHMENT_TYPES))
    return None if size else messages.empty_upload(place, name)


def _measured(picture: Image.Image, data: bytes, name: str, place: Place) -> Measured | Problem:
    width, height = picture.size
    if width * height > PIXELS_AT_MOST:
        return messages.picture_too_large(place, name, width, height)
    turned = picture.getexif().get(ExifTags.Base.Orientation) in TURNED
    picture.draft("RGB", PREVIEW)  # a JPEG is decoded small: enough to see that it is whole
    picture.load()
    if turned:
        width, height = height, width
    return Measured(sha256(data).hexdigest(), width, height)
