"""Pictures of public texts, encoded anew in every width and format; originals never leave content/.

What a camera or an editor's computer wrote beside the pixels (place, device, owner, comments)
goes: only pixels in sRGB are taken over.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image, ImageCms, ImageOps

from plugins.assets.copies import SourceFile
from plugins.assets.settings import AssetSettings
from plugins.domain.bulletin import Bulletin
from plugins.domain.page import Page
from plugins.domain.pictures import PublishedPicture, Variant
from plugins.domain.views import SiteView

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")
WHITE = (255, 255, 255)
SIXTEEN_BITS = 256
DAMAGED = "图片打不开或不完整"
DAMAGED_PICTURE = (
    OSError,
    ValueError,
    SyntaxError,
    KeyError,
    IndexError,
    EOFError,
    TypeError,
    OverflowError,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)
"""What Pillow's decoders raise on damaged files; reading has told them already."""


@dataclass(frozen=True, slots=True)
class PictureFile:
    """One encoded file of a picture: width and height in pixels, quality from 1 to 100."""

    source: SourceFile
    width: int
    height: int
    format: str
    quality: int


def picture_pages(bulletin: Bulletin, settings: AssetSettings) -> Iterator[Page]:
    """Yield every file of every picture once, however many texts show it."""
    seen = set()
    for picture in _pictures(bulletin):
        for variant in picture.variants():
            if variant.path not in seen:
                seen.add(variant.path)
                source = SourceFile(picture.source, picture.digest, bulletin.content)
                file = _file(source, variant, settings)
                yield Page(variant.path, encoded, file, reads_files=True)


def encoded(view: PictureFile, _site: SiteView) -> bytes:
    """Make one file of a picture; OSError where its source cannot be decoded."""
    data = view.source.read()
    try:
        pixels = _resized(data, view)
    except DAMAGED_PICTURE as fault:
        raise OSError(None, DAMAGED, str(view.source.folder / view.source.source)) from fault
    return _saved(pixels, view)


def _pictures(bulletin: Bulletin) -> Iterator[PublishedPicture]:
    for item in bulletin.items:
        yield from item.pictures
    for page in bulletin.text_pages:
        yield from page.body.pictures


def _file(source: SourceFile, variant: Variant, settings: AssetSettings) -> PictureFile:
    quality = settings.webp_quality if variant.format == "webp" else settings.jpeg_quality
    return PictureFile(source, variant.width, variant.height, variant.format, quality)


def _resized(data: bytes, view: PictureFile) -> Image.Image:
    """Return the pixels at the size of the view: turned by EXIF, in sRGB, RGB or RGBA."""
    with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
        side = max(view.width, view.height)
        picture.draft(None, (side, side))  # a large JPEG is decoded near the size that is wanted
        turned = ImageOps.exif_transpose(picture)
        coloured = _in_srgb(turned, picture.info.get("icc_profile"))
        size = (view.width, view.height)
        return coloured.resize(size, Image.Resampling.LANCZOS, reducing_gap=3)


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    if picture.mode.startswith("I"):  # 16 bits of grey, which convert() would cut off at 255
        return picture.convert("I").point(lambda value: value / SIXTEEN_BITS).convert("RGB")
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    if not profile:
        return picture.convert(mode)
    plain = picture if picture.mode in {"RGB", "CMYK", "L"} else picture.convert(mode)
    try:
        given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        srgb = ImageCms.createProfile("sRGB")
        converted = ImageCms.profileToProfile(plain, given, srgb, outputMode=mode)
    except (ImageCms.PyCMSError, OSError):  # a profile that is broken or meant for other pixels
        return picture.convert(mode)
    return converted if converted is not None else picture.convert(mode)


def _saved(pixels: Image.Image, view: PictureFile) -> bytes:
    pixels.info.clear()  # Pillow would write what it finds here: EXIF, XMP, profile, comment
    file = io.BytesIO()
    if view.format == "webp":
        pixels.save(file, "WEBP", quality=view.quality, method=4)
    else:
        flat = _on_white(pixels)
        flat.save(file, "JPEG", quality=view.quality, optimize=True, progressive=True)
    return file.getvalue()


def _on_white(pixels: Image.Image) -> Image.Image:
    if pixels.mode != "RGBA":
        return pixels
    flat = Image.new("RGB", pixels.size, WHITE)
    flat.paste(pixels, mask=pixels.getchannel("A"))
    return flat
