"""QR codes: the path draws exactly the code's dark modules."""

import re

import segno

from plugins.news.qr import qr_drawing
from plugins.news.views import QrView

URL = "https://dangjian.example.cn/news/2022/chahua/"


def squares(path: str) -> set[tuple[int, int]]:
    """Return the unit squares that a path of rectangles covers."""
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", path)
    assert "".join("M{} {}h{}v1h-{}z".format(*run) for run in runs) == path
    return {(int(x) + step, int(y)) for x, y, length, _ in runs for step in range(int(length))}


def test_the_path_covers_the_dark_modules_within_the_quiet_zone() -> None:
    """What a camera sees is what the encoder made."""
    code = segno.make_qr(URL, error="m", mask=0, boost_error=False)
    drawing = qr_drawing(URL)
    dark = {
        (x + 4, y + 4)
        for y, row in enumerate(code.matrix)
        for x, module in enumerate(row)
        if module
    }
    assert squares(drawing.path) == dark
    assert drawing.size == len(code.matrix) + 8


def test_the_view_holds_the_address_and_draws_it_when_asked() -> None:
    """Equal addresses are equal views, before anything is drawn."""
    assert QrView(URL) == QrView(URL)
    assert (QrView(URL).size, QrView(URL).path) == (qr_drawing(URL).size, qr_drawing(URL).path)
