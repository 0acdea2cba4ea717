"""What of the last build can be taken over: pages with the same digests and an intact file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from plugins.press.digests import PageDigests
from plugins.press.record import Kept, Record
from plugins.problems import nearest_of

FIRST_CHANGES = (
    ("tools", "程序、设置或所用的软件变了"),
    ("maker", "它的模板变了"),
    ("site", "全站共用的部分变了：站点信息、导航或样式文件"),
    ("view", "它显示的内容变了"),
)
UNCHANGED = "没有变化，沿用上次的文件"
NOT_THERE = "上次没有这一页"
TOUCHED = "输出目录里的文件被改动或删除了"


@dataclass
class LastBuild:
    """The record of the last build over its output folder.

    `by_content` compares files by their bytes instead of size and time. `reasons` says of every
    page asked for why it was or was not made again.
    """

    record: Record
    folder: Path
    by_content: bool = False
    reasons: dict[str, str] = field(default_factory=dict)

    def reusable(self, path: str, digests: PageDigests) -> Kept | None:
        """Return what is kept of a page if its file can stay; note the reason either way."""
        kept = self.record.get(path)
        self.reasons[path] = self._reason(path, kept, digests)
        return kept if self.reasons[path] == UNCHANGED else None

    def _reason(self, path: str, kept: Kept | None, digests: PageDigests) -> str:
        if kept is None:
            return NOT_THERE
        if kept.digests != digests:
            return next(
                reason
                for part, reason in FIRST_CHANGES
                if getattr(kept.digests, part) != getattr(digests, part)
            )
        intact = kept.is_intact(self.folder / path, by_content=self.by_content)
        return UNCHANGED if intact else TOUCHED


def explanation(asked: str, reasons: Mapping[str, str]) -> str:
    """Say of a page, named by its path or address, why it was or was not made again."""
    address = asked.strip("/").removesuffix("index.html").rstrip("/")
    paths = [asked.strip("/"), f"{address}/index.html" if address else "index.html"]
    for path in paths:
        if path in reasons:
            return f"{path}：{reasons[path]}。\n"
    near = nearest_of(paths[-1], reasons)
    return f"没有 {asked} 这一页。" + (f"是不是 {near}？" if near else "") + "\n"
