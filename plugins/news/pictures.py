"""Pictures as templates print them: the fallback JPEG, and the files a browser may choose."""

from collections.abc import Iterator

from plugins.domain.news_item import NewsItem
from plugins.domain.pictures import FORMATS, PublishedPicture
from plugins.news.views import PictureView, SourceSet

MIME_TYPES = {"webp": "image/webp", "jpg": "image/jpeg"}


def picture_view(picture: PublishedPicture) -> PictureView:
    """Return a published picture with all its files."""
    fallback = picture.fallback()
    return PictureView(
        url=fallback.path,
        width=fallback.width,
        height=fallback.height,
        alternative=picture.alternative,
        caption=picture.caption,
        credit=picture.credit,
        sources=tuple(_source_sets(picture)),
    )


def first_picture(item: NewsItem) -> PublishedPicture | None:
    """Return the picture that stands for an item: the first beside the text, else in it."""
    return item.pictures[0] if item.pictures else None


def _source_sets(picture: PublishedPicture) -> Iterator[SourceSet]:
    variants = picture.variants()
    for picture_format in FORMATS:
        files = tuple(
            (variant.path, variant.width)
            for variant in variants
            if variant.format == picture_format
        )
        yield SourceSet(MIME_TYPES[picture_format], files)
