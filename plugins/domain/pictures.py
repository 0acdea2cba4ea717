"""Pictures as they are published: re-encoded, resized, without metadata."""

from dataclasses import dataclass
from pathlib import PurePosixPath

LONGEST_SIDE = 2560
WIDTHS = (480, 960, 1600, LONGEST_SIDE)
FORMATS = ("webp", "jpg")
DIGEST_LENGTH = 10


@dataclass(frozen=True, slots=True)
class Variant:
    """One encoded file of a picture; width and height in pixels."""

    path: str
    width: int
    height: int
    format: str


@dataclass(frozen=True, slots=True)
class PublishedPicture:
    """A picture of the content folder; width and height are those after turning by EXIF.

    `source` is its path inside content/, `digest` that of the original's bytes.
    """

    source: str
    digest: str
    width: int
    height: int
    alternative: str
    caption: str = ""
    credit: str = ""

    def variants(self) -> tuple[Variant, ...]:
        """List the files that are published for this picture, narrow before wide, WebP first."""
        return tuple(
            self._variant(width, picture_format)
            for picture_format in FORMATS
            for width in self._widths()
        )

    def fallback(self) -> Variant:
        """Return the file for browsers that choose none: the JPEG nearest to 960 pixels."""
        jpegs = [variant for variant in self.variants() if variant.format == "jpg"]
        return min(jpegs, key=lambda variant: abs(variant.width - WIDTHS[1]))

    def _widths(self) -> list[int]:
        widest = round(self.width * min(1, LONGEST_SIDE / max(self.width, self.height)))
        return [width for width in WIDTHS if width < widest] + [widest]

    def _variant(self, width: int, picture_format: str) -> Variant:
        source = PurePosixPath(self.source)
        name = f"{source.stem}-{self.digest[:DIGEST_LENGTH]}-{width}.{picture_format}"
        height = max(1, round(self.height * width / self.width))
        return Variant(str(source.parent / name), width, height, picture_format)
