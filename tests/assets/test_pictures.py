"""Pictures, encoded anew."""

import io
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms

from plugins.assets.copies import SourceFile
from plugins.assets.pictures import PictureFile, encoded, picture_pages
from plugins.assets.settings import AssetSettings
from plugins.domain.bulletin import Bulletin
from plugins.domain.page import Page
from plugins.domain.views import SiteView
from tests.assets.conftest import ITEM

ReadItem = Callable[[], Bulletin]
Photo = Callable[..., bytes]
Encode = Callable[..., Image.Image]
RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)
ORIENTATION, MAKER, GPS = 0x0112, 0x010F, 0x8825


@pytest.fixture
def encode(tmp_path: Path, site: SiteView) -> Encode:
    """Encode bytes as one published file and open it again."""

    def run(data: bytes, width: int, height: int, form: str = "jpg") -> Image.Image:
        (tmp_path / "picture").write_bytes(data)
        source = SourceFile("picture", sha256(data).hexdigest(), tmp_path)
        made = encoded(PictureFile(source, width, height, form, 82), site)
        picture = Image.open(io.BytesIO(made))
        picture.load()
        return picture

    return run


def near(colour: Any, expected: tuple[int, ...]) -> bool:
    """Tell whether a colour is the expected one but for what encoding loses."""
    return all(abs(one - other) < 24 for one, other in zip(colour, expected, strict=True))


def made(page: Page, site: SiteView) -> bytes:
    """Make a page that is made by a function."""
    assert callable(page.make)
    data = page.make(page.view, site)
    assert isinstance(data, bytes)
    return data


def test_a_picture_is_published_in_every_width_and_format(read: ReadItem, site: SiteView) -> None:
    """Each file has the size that its page announces; none is wider than the original."""
    pages = list(picture_pages(read(), AssetSettings()))
    sizes = {}
    for page in pages:
        with Image.open(io.BytesIO(made(page, site))) as picture:
            sizes[page.path.rpartition("-")[2]] = (picture.format, picture.size)
    assert sizes == {
        "480.webp": ("WEBP", (480, 240)),
        "600.webp": ("WEBP", (600, 300)),
        "480.jpg": ("JPEG", (480, 240)),
        "600.jpg": ("JPEG", (600, 300)),
    }
    assert all(page.path.startswith("images/2022/room-") for page in pages)


def test_a_picture_of_two_items_is_encoded_once(read: ReadItem, content: Path) -> None:
    """Two pages with one path would stop the build."""
    (content / "news/2022/b.md").write_text(ITEM, encoding="utf-8")
    assert len(list(picture_pages(read(), AssetSettings()))) == 4


def test_pictures_of_bodies_and_of_pages_are_published(read: ReadItem, content: Path) -> None:
    """Wherever a text shows one."""
    (content / "images/2022/room.jpg").rename(content / "images/about.jpg")
    head, _, body = ITEM.partition("图片:")
    plain = head + "---\n" + body.partition("---\n")[2]
    (content / "news/2022/a.md").write_text(
        plain + "\n![会场](../../images/about.jpg)\n", encoding="utf-8"
    )
    assert len(list(picture_pages(read(), AssetSettings()))) == 4
    (content / "news/2022/a.md").write_text(plain, encoding="utf-8")
    (content / "pages").mkdir()
    (content / "pages/about.md").write_text(
        "---\n标题: 关于\n---\n\n![会场](../images/about.jpg)\n", encoding="utf-8"
    )
    assert len(list(picture_pages(read(), AssetSettings()))) == 4


@pytest.mark.parametrize("form", ["jpg", "webp"])
def test_nothing_that_a_camera_wrote_is_published(encode: Encode, photo: Photo, form: str) -> None:
    """Neither place nor device nor owner nor comment."""
    exif = Image.Exif()
    exif[MAKER] = "a camera"
    exif.get_ifd(GPS)[1] = "N"
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = photo(exif=exif, icc_profile=srgb, comment=b"mine", xmp=b"<x:xmpmeta>mine</x:xmpmeta>")
    picture = encode(data, 480, 240, form)
    assert dict(picture.getexif()) == {}
    assert not {"exif", "icc_profile", "xmp", "comment", "XML:com.adobe.xmp"} & set(picture.info)


def test_a_picture_is_turned_as_its_camera_says(encode: Encode, photo: Photo) -> None:
    """What was on the left comes to stand above."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    picture = encode(photo(exif=exif), 300, 600)
    assert picture.size == (300, 600)
    assert near(picture.getpixel((150, 100)), RED)
    assert near(picture.getpixel((150, 500)), BLUE)


def test_colours_of_another_profile_become_those_of_srgb(encode: Encode, photo: Photo) -> None:
    """Here a profile in which the first number means blue and the third one red."""
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = srgb.replace(b"rXYZ", b"____").replace(b"bXYZ", b"rXYZ").replace(b"____", b"bXYZ")
    assert near(encode(photo(icc_profile=srgb), 480, 240).getpixel((100, 100)), RED)
    assert near(encode(photo(icc_profile=swapped), 480, 240).getpixel((100, 100)), BLUE)


def test_a_broken_profile_is_passed_over(encode: Encode, photo: Photo) -> None:
    """The picture is shown as if it had none."""
    picture = encode(photo(icc_profile=b"no profile"), 480, 240)
    assert near(picture.getpixel((100, 100)), RED)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16"])
def test_every_mode_of_pixels_is_published(encode: Encode, mode: str) -> None:
    """White stays white, whatever way it was stored."""
    white = {"I;16": 65535, "L": 255, "1": 255, "CMYK": (0, 0, 0, 0)}
    if mode in white:
        picture = Image.new(mode, (20, 10), white[mode])
    else:
        picture = Image.new("RGB", (20, 10), WHITE).convert(mode)
    file = io.BytesIO()
    picture.save(file, "TIFF" if mode == "CMYK" else "PNG")
    for form in ("jpg", "webp"):
        assert near(encode(file.getvalue(), 20, 10, form).convert("RGB").getpixel((9, 5)), WHITE)


def test_what_is_transparent_is_white_in_a_jpeg_and_transparent_in_a_webp(encode: Encode) -> None:
    """Pillow would make it black."""
    file = io.BytesIO()
    Image.new("RGBA", (20, 10), (0, 0, 0, 0)).save(file, "PNG")
    assert near(encode(file.getvalue(), 20, 10).getpixel((9, 5)), WHITE)
    assert encode(file.getvalue(), 20, 10, "webp").getpixel((9, 5))[3] == 0  # type: ignore[index]


def test_a_jpeg_is_progressive(encode: Encode, photo: Photo) -> None:
    """On a slow line it is seen before it is whole."""
    assert encode(photo(), 480, 240).info["progressive"]


def test_the_same_picture_gives_the_same_bytes(read: ReadItem, site: SiteView) -> None:
    """Or every build would publish every picture again."""
    pages = list(picture_pages(read(), AssetSettings()))
    assert [made(page, site) for page in pages] == [made(page, site) for page in pages]


@pytest.mark.parametrize("length", [0, 3, 100, 700])
def test_a_truncated_picture_names_its_file(encode: Encode, photo: Photo, length: int) -> None:
    """Reading has told it before; here it must not end in a stack trace."""
    with pytest.raises(OSError, match="打不开或不完整") as fault:
        encode(photo()[:length], 480, 240)
    assert str(fault.value.filename).endswith("picture")


def test_a_picture_of_too_many_pixels_is_refused(
    encode: Encode, photo: Photo, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A small file can unpack to more than a machine has."""
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1000)
    with pytest.raises(OSError, match="打不开或不完整"):
        encode(photo(), 480, 240)
