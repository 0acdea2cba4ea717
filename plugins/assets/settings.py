"""The settings of assets: the dict ASSETS of pelicanconf.py."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AssetSettings:
    """How pictures are encoded: the qualities of WebP and JPEG, from 1 to 100."""

    webp_quality: int = 80
    jpeg_quality: int = 82
