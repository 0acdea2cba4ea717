"""What `print` tells an editor: in one line each, or as Problems with their places."""

from collections.abc import Collection, Sequence
from pathlib import Path

from plugins.problems import Place, Problem, error
from plugins.problems.writing_faults import why_not_written

VERSION = "70"


def editions_there(dates: Collection[str]) -> str:
    """Name the editions that there are."""
    return f"现有的版：{'、'.join(dates)}。" if dates else "现在还没有公开的版。"


def edition_not_named(dates: Sequence[str]) -> str:
    """Ask for the edition."""
    example = dates[-1] if dates else "2022-03"
    return f"要做哪一版？写它的日期，如 python tasks.py print {example}。{editions_there(dates)}"


def edition_unknown(written: str, meant: Sequence[str], dates: Collection[str]) -> str:
    """Say that there is no such edition, and which were probably meant."""
    either = "或".join(f"“{date}”" for date in meant)
    question = f"是不是想写{either}？" if meant else ""
    return f"没有“{written}”这一版。{question}{editions_there(dates)}"


def edition_waits(date: str, first_day: str) -> str:
    """Say that an edition has not come out yet."""
    return (
        f"“{date}”这一版在，只是日期还没有到，{first_day} 起才公开。"
        f"要先做出来，在命令后面加上 --today {first_day}。"
    )


def edition_empty(date: str) -> str:
    """Say that an edition has nothing to show yet."""
    return (
        f"“{date}”这一版在，只是它的稿件还没有一篇公开。稿件的日期到了，去掉了“状态: 草稿”，再做。"
    )


def without_weasyprint(python: str) -> str:
    """Say that the optional package is not installed."""
    return f'做 PDF 要有 WeasyPrint，请先安装："{python}" -m pip install "weasyprint=={VERSION}.*"'


def without_pango(reason: object) -> str:
    """Say that a library below WeasyPrint cannot be loaded."""
    return (
        "WeasyPrint 装了，但缺少它要用的排版库 Pango："
        "Debian 请运行 apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0，"
        f"Windows 请装 MSYS2 的 pango。（{str(reason).splitlines()[0]}）"
    )


def without_font() -> str:
    """Say that no Chinese font is there."""
    return (
        "没有找到中文字体，做不出能看的 PDF：Debian 请运行 apt-get install fonts-noto-cjk；"
        "Windows 和 macOS 请检查系统自带的宋体、黑体是否还在。"
    )


def glyph_missing(place: Place, character: str) -> Problem:
    """Tell a character that no font can draw."""
    return error(
        place,
        "glyph-missing",
        f"印刷用的字体里没有“{character}”（U+{ord(character):04X}），印出来会是空框或别的字体。",
        "换一种写法；这个字确实要用，请安装有它的宋体和黑体再做。",
    )


def picture_unusable(fault: OSError) -> Problem:
    """Tell a file that the print needs and cannot have."""
    return error(
        Place(str(fault.filename or "images")),
        "print-file-missing",
        f"版面要用的文件拿不到：{fault.strerror or fault}。",
        "图片请放进 images/，换一张能打开的再做；站外的文件不会下载。",
    )


def not_written(fault: OSError, file: Path) -> Problem:
    """Tell that the PDF could not be written."""
    return error(
        Place(str(file)),
        "print-unwritable",
        f"PDF 没有写成：{why_not_written(fault)}。",
        "换一个目录，腾出空间，或先关上正打开着它的程序。",
    )


def made(file: Path, paper: str, pages: int, size: str) -> str:
    """Say what was made."""
    return f"已做好 {file}：{paper} {pages}页，{size}。\n"
