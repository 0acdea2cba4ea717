"""Figures as Markdown tables, in Chinese."""

from collections.abc import Iterable, Sequence

from plugins.bench.results import Growth, Middle, Output, Ratio
from plugins.bench.serving import Serving

UNKNOWN = "—"


def table_of_middles(found: Sequence[Middle]) -> str:
    """Write what every build took."""
    headings = (
        *("稿件", "情形", "生成器", "用时（秒）", "CPU（秒）"),
        *("主进程内存（MB）", "最大工作进程（MB）", "生成页", "写入文件"),
    )
    rows = (
        (
            *(str(one.items), one.scenario, one.builder),
            *(figure(one.wall), figure(one.cpu)),
            *(whole(one.megabytes), whole(one.worker_megabytes)),
            *(whole(one.rendered), str(one.written)),
        )
        for one in found
    )
    return table(headings, rows, texts=3)


def table_of_ratios(found: Sequence[Ratio]) -> str:
    """Write how our builds compare with the others."""
    headings = ("稿件", "情形", "谁", "比谁", "CPU 之比", "用时之比")
    rows = (
        (str(one.items), one.scenario, one.ours, one.builder, figure(one.cpu), figure(one.wall))
        for one in found
    )
    return table(headings, rows, texts=4)


def table_of_outputs(found: Sequence[Output]) -> str:
    """Write what the builders make, so that everyone sees whether they make the same."""
    headings = ("稿件", "生成器", "稿件页", "每个稿件页（字节）", "全部网页")
    rows = (
        (
            *(str(one.items), one.builder, str(one.item_pages)),
            *(whole(one.item_bytes / one.item_pages), str(one.pages)),
        )
        for one in found
    )
    return table(headings, rows, texts=2)


def table_of_growths(found: Sequence[Growth]) -> str:
    """Write how the builders grow."""
    headings = ("情形", "生成器", "增长指数（1 为与篇数成正比）")
    rows = ((one.scenario, one.builder, figure(one.power)) for one in found)
    return table(headings, rows, texts=2)


def table_of_servings(found: Sequence[Serving]) -> str:
    """Write how soon the previews show an edit."""
    headings = ("稿件", "预览", "启动到可看（秒）", "保存到新页（秒，中位数）")
    rows = ((str(one.items), one.builder, figure(one.start), figure(one.middle)) for one in found)
    return table(headings, rows, texts=2)


def figure(value: float | None) -> str:
    """Write a figure with two places."""
    return UNKNOWN if value is None else f"{value:.2f}"


def whole(value: float | None) -> str:
    """Write a figure without places."""
    return UNKNOWN if value is None else f"{value:.0f}"


def table(headings: Sequence[str], rows: Iterable[Sequence[str]], texts: int) -> str:
    """Write a table whose first columns are texts and the others figures."""
    rules = ("---" if at < texts else "---:" for at in range(len(headings)))
    return "".join(f"| {' | '.join(row)} |\n" for row in (headings, tuple(rules), *rows))
