"""Private numbers in attachments, which are published byte by byte and read by nobody here.

Source: lists of names with telephones, identity numbers and accounts, offered as workbooks.
"""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path, PurePosixPath

from plugins.checking.private.attachment_texts import (
    READERS,
    UNPACKED_AT_MOST,
    AttachedText,
    texts_of_attachment,
)
from plugins.checking.private.number_search import SEPARATORS, PrivateNumber
from plugins.checking.private.visible_text import VisibleText
from plugins.checking.rules.private_numbers import (
    is_announced_in,
    numbers_in_cell,
    remedy_for,
    shortened,
)
from plugins.domain.attachments import PublishedAttachment
from plugins.problems import Place, Problem, error
from plugins.reading import messages

TOLD_AT_MOST = 10


def may_be_searched(attachment: PublishedAttachment) -> bool:
    """Tell whether an attachment is of a kind that is looked into, and not too large for it."""
    ending = PurePosixPath(attachment.source).suffix.lower()
    return ending in READERS and attachment.size <= UNPACKED_AT_MOST


def attachment_numbers(
    content: Path, attachment: PublishedAttachment, office_phone: str = ""
) -> list[Problem]:
    """Tell the private numbers in an attachment, but for the telephone of the office."""
    file = f"{content.name}/{attachment.source}"
    data = (content / attachment.source).read_bytes()
    if sha256(data).hexdigest() != attachment.digest:
        return [messages.changed_meanwhile(Place(file))]
    public = SEPARATORS.sub("", office_phone)
    found = [
        (text, piece, number)
        for text, piece, number in _numbers_of(texts_of_attachment(attachment.source, data))
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


def _numbers_of(
    texts: list[AttachedText],
) -> Iterator[tuple[AttachedText, VisibleText, PrivateNumber]]:
    for text in texts:
        for piece, number in numbers_in_cell(text.text, text.heading):
            yield text, piece, number
