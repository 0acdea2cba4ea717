"""Names that change with the content, so that a browser may keep a file for ever."""

from hashlib import sha256

LENGTH = 8


def fingerprinted(name: str, suffix: str, data: bytes) -> str:
    """Return `assets/<name>.<8 hex digits of the digest>.<suffix>`."""
    return f"assets/{name}.{sha256(data).hexdigest()[:LENGTH]}.{suffix}"
