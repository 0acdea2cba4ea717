"""What of the last build can be taken over: sets and pages with the same digests, files intact."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from plugins.press.record import Frame, KeptPage, KeptSet, PageDigests, Record
from plugins.problems import nearest_of

UNCHANGED = "没有变化，沿用上次的文件"
NOT_THERE = "上次没有这一页"
TOUCHED = "输出目录里的文件被改动或删除了"
OTHER_TOOLS = "程序、设置或所用的软件变了"
OTHER_TEMPLATE = "它的模板变了"
OTHER_SITE = "全站共用的部分变了：站点信息、导航或样式文件"
OTHER_VIEW = "它显示的内容变了"


@dataclass
class LastBuild:
    """The record of the last build over its output folder, seen from a build with this `frame`.

    `by_content` compares files by their bytes instead of size and time; who `trusts` does not look
    at them. `reasons` says of every page asked for why it was or was not made again.
    """

    record: Record
    frame: Frame
    folder: Path
    by_content: bool = False
    trusts: bool = False
    reasons: dict[str, str] = field(default_factory=dict)

    def reusable_set(self, kept: KeptSet | None, inputs: bytes) -> KeptSet | None:
        """Return what is kept of a set if it can stay with all its files."""
        if kept is None or self.frame != self.record.frame or kept.inputs != inputs:
            return None
        pages = kept.all_pages()
        if not self.trusts and not all(map(self._is_intact, pages)):
            return None
        for page in pages:
            self.reasons[page.path] = UNCHANGED
        return kept

    def had_all(self, paths: Iterable[str]) -> bool:
        """Tell whether there was a page at each of some paths."""
        return all(path in self._pages for path in paths)

    def reusable(self, path: str, digests: PageDigests) -> KeptPage | None:
        """Return what is kept of a page if its file can stay; note the reason either way."""
        kept = self._pages.get(path)
        self.reasons[path] = self._reason(kept, digests)
        return kept if self.reasons[path] is UNCHANGED else None

    @cached_property
    def _pages(self) -> dict[str, KeptPage]:
        return {page.path: page for kept in self.record.sets.values() for page in kept.all_pages()}

    def _reason(self, kept: KeptPage | None, digests: PageDigests) -> str:
        if kept is None:
            return NOT_THERE
        if self.record.frame.tools != self.frame.tools:
            return OTHER_TOOLS
        if kept.maker != digests.maker:
            return OTHER_TEMPLATE
        if self.record.frame.site != self.frame.site:
            return OTHER_SITE
        if kept.view != digests.view:
            return OTHER_VIEW
        return UNCHANGED if self._is_intact(kept) else TOUCHED

    def _is_intact(self, page: KeptPage) -> bool:
        return self.trusts or page.is_intact(str(self.folder), by_content=self.by_content)


def explanation(asked: str, reasons: Mapping[str, str]) -> str:
    """Say of a page, named by its path or address, why it was or was not made again."""
    address = asked.strip("/").removesuffix("index.html").rstrip("/")
    paths = [asked.strip("/"), f"{address}/index.html" if address else "index.html"]
    for path in paths:
        if path in reasons:
            return f"{path}：{reasons[path]}。\n"
    near = nearest_of(paths[-1], reasons)
    return f"没有 {asked} 这一页。" + (f"是不是 {near}？" if near else "") + "\n"
