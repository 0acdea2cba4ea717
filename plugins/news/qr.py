"""An address as a QR code that fits an SVG: for readers who hold the printed page.

The codes carry error correction M, which survives a fold or a fingerprint on paper.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import segno

QUIET_ZONE = 4
ERROR_CORRECTION = "m"
# Every one of the eight masks can be read; trying all for the handsomest is five times the work.
MASK = 0


@dataclass(frozen=True, slots=True)
class QrDrawing:
    """Modules a side, quiet zone included, and the `d` of a path over the dark ones."""

    size: int
    path: str


@lru_cache(maxsize=1)
def qr_drawing(text: str) -> QrDrawing:
    """Draw a text as a QR code; a template asks for its size and path one after the other."""
    code = segno.make_qr(text, error=ERROR_CORRECTION, mask=MASK, boost_error=False)
    matrix = list(code.matrix_iter(border=QUIET_ZONE))
    runs = (_runs(y, row) for y, row in enumerate(matrix))
    return QrDrawing(size=len(matrix), path="".join(run for row in runs for run in row))


def _runs(y: int, modules: Iterable[int]) -> Iterator[str]:
    """Write the dark modules of one row as rectangles of height one."""
    x = 0
    for dark, run in groupby(modules):
        length = len(list(run))
        if dark:
            yield f"M{x} {y}h{length}v1h-{length}z"
        x += length
