"""Faults of the ledger of figures, and of texts that print its numbers."""

from collections.abc import Sequence

from plugins.problems import Place, Problem, error, warning
from plugins.reading.messages.quoting import short

TIMES_AT_MOST = 5


def figure_without_slug(place: Place, metric: str, proposal: str) -> Problem:
    """Tell a metric whose first row has no slug, and propose one."""
    return error(
        place,
        "figure-without-slug",
        f"指标“{short(metric)}”的第一行缺少“链接名”，它没有网址。",
        f"在它的第一行填上 {proposal}（或别的小写拼音，定了不改），其余各行可以空着。",
    )


def figure_differs(place: Place, heading: str, value: str, other: str, first_line: int) -> Problem:
    """Tell a row of a metric that says otherwise than its first."""
    return error(
        place,
        "figure-differs",
        f"同一个指标，“{heading}”这里是“{short(value)}”，第 {first_line} 行是“{short(other)}”。",
        "改成一样的；数的不是同一样东西的，另起一个指标名称。",
    )


def figure_slug_taken(place: Place, slug: str, other: str) -> Problem:
    """Tell a slug that two metrics bear."""
    return error(
        place,
        "figure-slug-taken",
        f"链接名“{short(slug)}”已经给了指标“{short(other)}”。",
        "换一个；其实是同一个指标的，把名称写成一样。",
    )


def figure_twice(place: Place, metric: str, first_line: int) -> Problem:
    """Tell a figure that stands in two rows."""
    return error(
        place,
        "figure-twice",
        f"“{short(metric)}”同范围、同时点、同口径的数已在第 {first_line} 行。",
        "只留一行；来源说法不一的，每个来源一行，数值、来源稿件各照各的，状态都写“待核”并写明原因。",
    )


def figure_dates(place: Place, since: str, until: str) -> Problem:
    """Tell a period that ends before it begins."""
    return error(
        place,
        "figure-dates",
        f"“起”（{since}）晚于“止”（{until}）。",
        "改正其中一个；只说某一时点的，“起”空着。",
    )


def figure_over_hundred(place: Place, value: str) -> Problem:
    """Tell a share of more than the whole."""
    return error(
        place,
        "figure-over-hundred",
        f"占比不能超过 100%，这里是 {value}。",
        "核对数字和单位；是增长率的，口径写“增量”。",
    )


def figure_negative(place: Place, value: str) -> Problem:
    """Tell a count below zero."""
    return error(
        place,
        "figure-negative",
        f"数量不能小于零，这里是 {value}。",
        "去掉负号；是增长率的，单位写 %，口径写“增量”。",
    )


def figure_without_reason(place: Place) -> Problem:
    """Tell a doubtful figure that does not say why."""
    return error(
        place,
        "figure-without-reason",
        "状态是“待核”，没有写待核原因。",
        "在“待核原因”里写明哪里存疑；已经核实的，状态写“已核”。",
    )


def figure_formula(place: Place, text: str) -> Problem:
    """Tell a formula that is none of the forms."""
    return error(
        place,
        "figure-formula",
        f"读不懂算式“{short(text)}”。",
        "写成 甲÷乙、甲＋乙（全角）、属于 甲、累计 甲、公布 甲 之一；甲、乙是指标名称，"
        "“公布”后面写荣誉名称。",
    )


def figure_formula_misplaced(place: Place, text: str, expected: str) -> Problem:
    """Tell a formula whose figure is of another unit or kind than it needs."""
    return error(
        place,
        "figure-formula-misplaced",
        f"算式“{short(text)}”和这一行不合：{expected}。",
        "改正算式，或改正这一行的单位、口径。",
    )


def figure_formula_alone(place: Place, metric: str) -> Problem:
    """Tell a formula that names a metric without a figure for the same scope and time."""
    return error(
        place,
        "figure-formula-alone",
        f"算式里的“{short(metric)}”没有同范围、同时点的数，核对不了。",
        "给它加一行，范围和起止照这一行写；来源没有的，删去算式。",
    )


def figures_contradict(place: Place, fault: str) -> Problem:
    """Tell figures that cannot all be true."""
    return error(
        place,
        "figures-contradict",
        f"数字互相矛盾：{short(fault)}。",
        "核对来源，改正错的；来源本身矛盾的，有关各行都写待核和原因（表彰表写“待核”），网页会注明。",
    )


def figure_form(place: Place, written: str) -> Problem:
    """Tell a mark of a figure that names no time."""
    return error(
        place,
        "figure-form",
        f"[[{short(written)}]] 没有写明时点。",
        "写成 [[数据:指标@时点]]，如 [[数据:五星级党支部授予数@2021-07]]。",
    )


def unknown_metric(place: Place, metric: str, nearest: str | None) -> Problem:
    """Tell a text that prints a metric which the ledger does not have."""
    return error(
        place,
        "unknown-metric",
        f"数据台账里没有指标“{short(metric)}”" + (f"，是否为“{nearest}”？" if nearest else "。"),
        "照 figures 表里的指标名称写；确是新的，先在那张表里加一行。",
    )


def unknown_figure(
    place: Place, metric: str, written: str, known: Sequence[str], nearest: str | None
) -> Problem:
    """Tell a text that prints a figure for a time or scope which the ledger does not have."""
    return error(
        place,
        "unknown-figure",
        f"指标“{short(metric)}”没有“{short(written)}”的数"
        + (f"，是否为“{nearest}”？" if nearest else "。"),
        f"照 figures 表里写；这个指标现有：{'、'.join(map(short, known[:TIMES_AT_MOST]))}。",
    )


def ambiguous_figure(place: Place, metric: str, written: str, bearers: Sequence[str]) -> Problem:
    """Tell a text that prints one of several figures."""
    return error(
        place,
        "ambiguous-figure",
        f"指标“{short(metric)}”在“{short(written)}”有几个数。",
        f"写明是哪一个，如 {bearers[0]}。",
    )


def disputed_figure(place: Place, metric: str, written: str) -> Problem:
    """Tell a text that prints a figure on which the sources disagree: no mark names one of them."""
    return error(
        place,
        "disputed-figure",
        f"指标“{short(metric)}”在“{short(written)}”的数，几个来源说法不一，印哪一个说不准。",
        "这里不用记号：把几个数和各自的来源直接写出来；或在 figures 表的“时点说明”里"
        "写成不同的，再照它写。",
    )


def figure_waits(place: Place, written: str) -> Problem:
    """Warn of a number whose source is not public yet."""
    return warning(
        place,
        "figure-waits",
        f"[[{short(written)}]] 的来源稿件还没有公开，这里的数字不带链接。",
        "等它公开后自然会有链接；不要就删掉。",
    )
