"""Figures of the search as Markdown tables, in Chinese."""

from collections.abc import Iterator, Sequence

from plugins.bench.search_figures import SiteFigures, at_share
from plugins.bench.search_goals import KILOBYTE, MEGABYTE, goals
from plugins.bench.search_measuring import Asked, Measured
from plugins.bench.search_quality import Quality, mean
from plugins.bench.tables import UNKNOWN, figure, table, whole

ORDINARY = "普通查询合计"
REACHED = {True: "达到", False: "未达到", None: "无法测"}


def table_of_qualities(sites: Sequence[SiteFigures]) -> str:
    """Write how right the answers are, by kind of query."""
    headings = (
        *("稿件", "引擎", "查询", "次数", "召回率", "准确率", "完全正确", "P@10"),
        *("最好的十篇", "nDCG@10", "换次序后不同"),
    )
    rows = (
        (str(site.items), measured.engine, *row)
        for site in sites
        for measured in site.engines
        for row in _rows_of_quality(measured)
    )
    return table(headings, rows, texts=3)


def table_of_remembered(sites: Sequence[SiteFigures]) -> str:
    """Write how often the item that is meant stands where it is seen."""
    headings = ("稿件", "引擎", "半记得的查询", "目标在第一", "目标在前五", "找到目标")
    rows = (
        (
            *(str(site.items), measured.engine, str(len(asked))),
            share(sum(one.place == 1 for one in asked) / len(asked)),
            share(sum(one.in_sight for one in asked) / len(asked)),
            share(sum(one.place > 0 for one in asked) / len(asked)),
        )
        for site in sites
        for measured in site.engines
        if (asked := measured.half_remembered)
    )
    return table(headings, rows, texts=2)


def table_of_loads(sites: Sequence[SiteFigures]) -> str:
    """Write what comes over the wire, and how long a search takes."""
    headings = (
        *("稿件", "引擎", "查询", "首次 KB，中位数", "首次 KB，最多", "首次请求，最多"),
        *("再次 KB，中位数", "再次 KB，最多", "再次请求，最多", "毫秒 p50", "毫秒 p95"),
        "慢速 4G 首次（秒）",
    )
    rows = (
        (str(site.items), measured.engine, name, *_row_of_loads(asked, slow))
        for site in sites
        for measured in site.engines
        for name, asked, slow in (
            ("普通", measured.ordinary, measured.slow),
            ("其他", measured.others, ()),
        )
        if asked
    )
    return table(headings, rows, texts=3)


def table_of_costs(sites: Sequence[SiteFigures]) -> str:
    """Write what the index costs a build, and what lies on disk."""
    headings = (
        *("稿件", "情形", "带搜索 CPU（秒）", "不带 CPU（秒）", "索引 CPU（秒）"),
        *("带搜索内存（MB）", "不带内存（MB）", "索引文件", "索引 MB", "最大文件 KB"),
    )
    rows = (
        (
            *(str(site.items), cost.scenario),
            *(figure(cost.usage.cpu), figure(cost.usage_without.cpu), figure(cost.cpu)),
            *(whole(cost.usage.megabytes), whole(cost.usage_without.megabytes)),
            *(str(site.files.files), figure(site.files.bytes / MEGABYTE)),
            figure(site.files.largest / KILOBYTE),
        )
        for site in sites
        for cost in site.costs
    )
    return table(headings, rows, texts=2)


def table_of_goals(site: SiteFigures) -> str:
    """Write every figure beside its goal."""
    headings = (f"{site.items} 篇：目标", "要求", "测得", "结论")
    rows = (
        (
            one.name,
            f"{'≥' if one.is_least else '≤'} {one.goal:g}{one.unit}",
            UNKNOWN if one.value is None else f"{one.value:.3f}{one.unit}",
            REACHED[one.is_reached],
        )
        for one in goals(site)
    )
    return table(headings, rows, texts=1)


def table_of_wrong(site: SiteFigures) -> str:
    """List our own answers that are not exactly right."""
    headings = (
        *(f"{site.items} 篇：查询", "种类", "意思是", "作为", "应有", "得到", "缺少", "多出"),
        "出错",
    )
    rows = (
        (
            *(one.query.text, one.query.kind, one.query.means or one.query.target or UNKNOWN),
            *(one.answer.how or UNKNOWN, str(one.wanted), str(one.answer.total)),
            *(str(len(one.missing)), str(len(one.superfluous)), one.answer.fault or UNKNOWN),
        )
        for one in site.ours.asked
        if _is_wrong(one)
    )
    return table(headings, rows, texts=4)


def share(value: float) -> str:
    """Write a share of 1 with three places."""
    return f"{value:.3f}"


def _rows_of_quality(measured: Measured) -> Iterator[tuple[str, ...]]:
    kinds = dict.fromkeys(one.query.kind for one in measured.asked if one.quality)
    for kind in kinds:
        yield _row_of_quality(kind, measured.of_kind(kind))
    yield _row_of_quality(ORDINARY, measured.ordinary)


def _row_of_quality(name: str, asked: Sequence[Asked]) -> tuple[str, ...]:
    known: list[Quality] = [one.quality for one in asked if one.quality]
    if not known:
        return name, "0", *[UNKNOWN] * 7
    one = mean(known)
    figures = (one.recall, one.precision, one.exact, one.at_ten, one.best_ten, one.ndcg)
    unsteady = sum(not each.steady for each in asked)
    return name, str(len(known)), *map(share, figures), str(unsteady)


def _row_of_loads(asked: Sequence[Asked], slow: Sequence[float]) -> tuple[str, ...]:
    firsts = [one.load for one in asked if one.is_first]
    nexts = [one.load for one in asked if not one.is_first]
    times = [one.milliseconds for one in asked]
    loads = (
        figure
        for loads in (firsts, nexts)
        for figure in (
            kilobytes(at_share([one.bytes for one in loads], 0.5)),
            kilobytes(max((one.bytes for one in loads), default=0)),
            str(max((one.requests for one in loads), default=0)),
        )
    )
    median = at_share(slow, 0.5)
    return (
        *loads,
        *(figure(at_share(times, 0.5)), figure(at_share(times, 0.95))),
        figure(median) if slow else UNKNOWN,
    )


def kilobytes(number: float) -> str:
    """Write bytes in thousands."""
    return f"{number / KILOBYTE:.1f}"


def _is_wrong(one: Asked) -> bool:
    if one.answer.fault:
        return True
    return not (one.quality.is_exact if one.quality else one.in_sight)
