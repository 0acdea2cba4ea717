"""Attachments as they are published: byte by byte, at a fixed address."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PublishedAttachment:
    """An attachment ready to publish; `size` is in bytes.

    `path` is its address in the site, `source` its path inside content/, `digest` the SHA-256 of
    its bytes.
    """

    path: str
    source: str
    name: str
    size: int
    digest: str
