"""Attachments in people's words: what kind of file it is, and how large."""

from pathlib import PurePosixPath

from plugins.domain.attachments import PublishedAttachment
from plugins.domain.views import AttachmentView

KILOBYTE = 1024
MEGABYTE = KILOBYTE * KILOBYTE
TYPES = {
    "pdf": "PDF", "ofd": "OFD",
    "doc": "Word", "docx": "Word", "xls": "Excel", "xlsx": "Excel", "ppt": "PPT", "pptx": "PPT",
    "wps": "WPS文字", "et": "WPS表格", "dps": "WPS演示",
    "csv": "CSV", "txt": "文本",
    "zip": "压缩包", "rar": "压缩包", "7z": "压缩包",
    "jpg": "图片", "jpeg": "图片", "png": "图片",
    "mp3": "音频", "mp4": "视频",
}  # fmt: skip


def attachment_view(attachment: PublishedAttachment) -> AttachmentView:
    """Return an attachment as a page lists it."""
    return AttachmentView(
        url=attachment.path,
        name=attachment.name,
        type=file_type(attachment.path),
        size=size_text(attachment.size),
    )


def file_type(path: str) -> str:
    """Name the kind of a file by its ending; an unknown ending is its own name."""
    ending = PurePosixPath(path).suffix.removeprefix(".").lower()
    return TYPES.get(ending, ending.upper() or "文件")


def size_text(size: int) -> str:
    """Write a size in bytes for people: `86 KB`, `1.2 MB`; the smallest is `1 KB`."""
    kilobytes = max(1, round(size / KILOBYTE))
    if kilobytes < KILOBYTE:
        return f"{kilobytes} KB"
    return f"{size / MEGABYTE:.1f} MB"
