"""The files that are published for a picture."""

from plugins.domain.pictures import LONGEST_SIDE, PublishedPicture


def picture(width: int, height: int) -> PublishedPicture:
    """Return a picture of a size."""
    return PublishedPicture("images/2022/tu.png", "0123456789abcdef", width, height, "会场")


def test_a_picture_is_never_made_larger() -> None:
    """A small picture has one size: its own."""
    assert {one.width for one in picture(320, 240).variants()} == {320}


def test_a_large_picture_is_made_smaller_and_keeps_its_shape() -> None:
    """The longest side is bounded, whichever it is."""
    widest = max(picture(3000, 6000).variants(), key=lambda one: one.width)
    assert (widest.width, widest.height) == (LONGEST_SIDE // 2, LONGEST_SIDE)


def test_names_of_files_change_with_the_picture() -> None:
    """A changed picture gets a new address, so no cache shows the old one."""
    (webp, jpeg) = picture(320, 240).variants()
    assert webp.path == "images/2022/tu-0123456789-320.webp"
    assert jpeg.path == "images/2022/tu-0123456789-320.jpg"


def test_a_line_of_pixels_still_has_a_height() -> None:
    """No variant is nothing high."""
    assert min(one.height for one in picture(2560, 1).variants()) == 1
