"""Private numbers in attachments, which are published byte by byte and read by nobody here.

Source: lists of names with telephones, identity numbers and accounts, offered as workbooks.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import file_digest
from itertools import groupby
from pathlib import PurePosixPath
from urllib.parse import quote

from plugins.checking.private.attached_text import AttachedText, Fault
from plugins.checking.private.attachment_texts import READERS, ReadAttachment, read_attachment
from plugins.checking.private.innocent_numbers import (
    heading_of_cell,
    is_announced,
    is_called_identity,
)
from plugins.checking.private.number_search import (
    JOINT,
    SEPARATORS,
    SPOKEN,
    PrivateNumber,
    numbers_in,
)
from plugins.checking.private.split_numbers import (
    MOBILE_LENGTH,
    cells_of_digits,
    cells_of_groups,
)
from plugins.checking.private.visible_text import VisibleText
from plugins.checking.rules.private_numbers import (
    is_announced_in,
    numbers_in_cell,
    remedy_for,
    shortened,
)
from plugins.domain.attachments import PublishedAttachment
from plugins.domain.bulletin import Bulletin
from plugins.problems import Place, Problem, error, warning
from plugins.reading import messages

TOLD_AT_MOST = 10
LOOK_YOURSELF = "改不了的，请自己检查一遍，确认没有身份证号、手机号和银行卡号。"
UNREAD = {
    Fault.DAMAGED: (
        "文件不完整、已损坏，或写法不合规范",
        "用原来的程序打开，能打开就另存一份换上，打不开就换上完好的文件",
    ),
    Fault.LOCKED: (
        "文件加了密码，或者是旧版 Office 的格式、只改了后缀",
        "打开文件，去掉密码，另存为和后缀一致的格式",
    ),
    Fault.OTHER_FORMAT: ("文件的内容和后缀不符", "用原来的程序打开，另存为和后缀一致的格式"),
    Fault.TOO_LARGE: ("文件里的文字太多", "分成几个小一些的文件"),
}
"""Of each fault what is told of it, and the remedy."""


ANY_DIGIT = re.compile(f"[0-9０-９{SPOKEN}]")
END_OF_PART = re.compile(r"[0-9０-９][ \-]*$")
NEXT_PART = re.compile(r"\s*[0-9０-９]")
"""Where a number in a plain text may go over the end of a line."""


def may_be_searched(attachment: PublishedAttachment) -> bool:
    """Tell whether an attachment is of a kind that is looked into."""
    return PurePosixPath(attachment.source).suffix.lower() in READERS


def attachment_numbers(
    bulletin: Bulletin, attachment: PublishedAttachment, office_phone: str
) -> list[Problem]:
    """Tell the private numbers in an attachment, but for the office's telephone.

    Warn of one that could not be read to its end: in it there may be more.
    """
    file = f"{bulletin.content.name}/{attachment.source}"
    with (bulletin.content / attachment.source).open("rb") as opened:
        if file_digest(opened, "sha256").hexdigest() != attachment.digest:
            return [messages.changed_meanwhile(Place(file))]
        opened.seek(0)
        read = read_attachment(attachment.source, opened)
    problems = _private(file, read.texts, SEPARATORS.sub("", office_phone))
    return [*problems, *_unread(bulletin, attachment, read)]


def _private(file: str, texts: list[AttachedText], public: str) -> list[Problem]:
    found = [
        (text, piece, number)
        for text, piece, number in _numbers_of(texts)
        if number.digits != public
    ]
    more = f"这个附件里共 {len(found)} 处，先列 {TOLD_AT_MOST} 处。"
    return [
        error(
            Place(file, text.line, text.column),
            "private-number",
            f"附件{text.where}里像是{number.kind}（{shortened(number)}），不能公开。"
            f"{more if len(found) > TOLD_AT_MOST else ''}",
            remedy_for(number, announced=is_announced_in(piece, number)),
        )
        for text, piece, number in found[:TOLD_AT_MOST]
    ]


def _unread(
    bulletin: Bulletin, attachment: PublishedAttachment, read: ReadAttachment
) -> Iterator[Problem]:
    if read.fault:
        seen = "只查了能读出的部分" if read.texts else "没有查到里面的字"
        fault, remedy = UNREAD[read.fault]
        yield warning(
            _where_offered(bulletin, attachment),
            "attachment-unread",
            f"附件 {PurePosixPath(attachment.source).name} 读不全：{fault}，{seen}。",
            f"{remedy}；{LOOK_YOURSELF}",
        )


def _where_offered(bulletin: Bulletin, attachment: PublishedAttachment) -> Place:
    """Return the line of a text that lists an attachment; the attachment itself if it is in none.

    Tables list some of them.
    """
    offering = [
        *(item.file for item in bulletin.items if attachment in item.attachments),
        *(page.file for page in bulletin.text_pages if attachment in page.published_attachments),
    ]
    name = PurePosixPath(attachment.source).name
    for file in offering:
        text = (bulletin.content / file).read_bytes().decode("utf-8", errors="replace")
        for number, line in enumerate(text.splitlines(), start=1):
            if name in line or quote(name) in line:
                return Place(f"{bulletin.content.name}/{file}", number)
    return Place(f"{bulletin.content.name}/{attachment.source}")


def _numbers_of(
    texts: list[AttachedText],
) -> Iterator[tuple[AttachedText, VisibleText, PrivateNumber]]:
    """Yield the private numbers, each with the text and the piece that holds it."""
    for row, together in groupby(texts, lambda text: text.row):
        told = set()
        for text, written in _in_row(list(together)) if row else _in_lines(together):
            for piece, number in numbers_in_cell(written, text.heading):
                if (id(text), number.digits) in told or not _is_told(text, piece, number):
                    continue
                told.add((id(text), number.digits))
                yield text, piece, number


def _in_lines(lines: Iterable[AttachedText]) -> Iterator[tuple[AttachedText, str]]:
    """Yield the lines of a plain text and other texts, and what goes on in the next line."""
    last: AttachedText | None = None
    for one in lines:
        is_next = last and one.line and last.line == one.line - 1
        if last and is_next and END_OF_PART.search(last.text) and NEXT_PART.match(one.text):
            yield last, f"{last.text.rstrip()}{JOINT}{one.text.lstrip()}"
        yield one, one.text
        last = one


def _in_row(row: list[AttachedText]) -> Iterator[tuple[AttachedText, str]]:
    """Yield the cells of a row, each under what names its number, then what several may hold."""
    if len(ANY_DIGIT.findall("".join(one.text for one in row))) < MOBILE_LENGTH:
        return
    labels = ["", *(one.text for one in row)]
    cells = [_named(one, left) for one, left in zip(row, labels, strict=False)]
    yield from ((one, one.text) for one in cells)
    texts, headings = [one.text for one in cells], [one.heading for one in cells]
    for first, last in cells_of_groups(texts, headings):
        together = cells[first : last + 1]
        if not any(numbers_in(one.text, one.heading) for one in together):
            yield cells[first], "|".join(one.text.strip() for one in together)
    for first, last in cells_of_digits(texts, headings):
        yield cells[first], "".join(one.strip() for one in texts[first : last + 1])


def _named(cell: AttachedText, left: str) -> AttachedText:
    """Return a cell, if there are digits in it under what names them."""
    if not ANY_DIGIT.search(cell.text):
        return cell
    heading = heading_of_cell(cell.heading, left)
    return cell if heading == cell.heading else replace(cell, heading=heading)


def _is_told(text: AttachedText, piece: VisibleText, number: PrivateNumber) -> bool:
    """Tell whether a number is no list on two lines: by a word that calls for it, or its form.

    What stands on one line alone is told of that line.
    """
    before, line = piece.text[: number.start], piece.text[number.start :].partition(JOINT)[0]
    if sum(one.isalnum() for one in line) >= len(number.digits):
        return JOINT not in piece.text or JOINT in text.text
    return (
        number.is_long_identity
        or is_announced(before, piece.heading)
        or is_called_identity(before, piece.heading)
    )
