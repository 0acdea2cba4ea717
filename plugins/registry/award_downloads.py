"""Awards to download: each row has its recognition, so that a file taken away explains itself."""

from collections.abc import Sequence

from plugins.domain.downloads import CellValue, Download
from plugins.registry.awards import Award, Batch
from plugins.registry.wording import doubt_note

AWARD_HEADINGS = (
    "荣誉名称",
    "表彰年度",
    "授予日期",
    "授予机关",
    "文号",
    "有效期至",
    "公布数量",
    "收录数量",
    "授予时名称",
    "今名",
    "所属单位",
    "状态",
    "状态日期",
)
DOUBT_HEADING = "编者注"


def awards_download(
    title: str, batches: Sequence[Batch], *, tells_doubts: bool = False
) -> Download:
    """Return the rows of some batches; a batch of which nobody is named has one row without one.

    With `tells_doubts` each row bears the 编者注 of its recognition: that may stand in the files of
    an honour and of a year, never in those of all honours.
    """
    headings = (*AWARD_HEADINGS, DOUBT_HEADING) if tells_doubts else AWARD_HEADINGS
    rows = [
        (*row, doubt_note(batch.recognition)) if tells_doubts else row
        for batch in batches
        for row in _award_rows(batch)
    ]
    unnamed = sum(batch.unnamed for batch in batches)
    notes = ["获得者名单依公开报道收录，未必完整；公布数量与收录数量见各行。"]
    notes += [f"有{unnamed}名个人只计数，不列姓名。"] if unnamed else []
    return Download(title, tuple(notes), headings, tuple(rows))


def _award_rows(batch: Batch) -> list[tuple[CellValue, ...]]:
    first = _recognition_cells(batch)
    if not batch.named:
        return [(*first, "", "", "", "", "")]
    return [(*first, *_recipient_cells(award)) for award in batch.named]


def _recognition_cells(batch: Batch) -> tuple[CellValue, ...]:
    recognition = batch.recognition
    return (
        batch.honour.name,
        recognition.year,
        recognition.awarded_on.iso if recognition.awarded_on else "",
        "、".join(recognition.awarded_by),
        recognition.document_number,
        recognition.valid_until.iso if recognition.valid_until else "",
        recognition.announced,
        batch.listed,
    )


def _recipient_cells(award: Award) -> tuple[CellValue, ...]:
    return (
        award.name_then,
        award.name_today,
        "、".join(award.units),
        award.state.value,
        award.state_since.iso if award.state_since else "",
    )
