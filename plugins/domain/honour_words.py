"""What pages say of honours: their measure words, what was announced and listed, and when."""

from collections.abc import Iterable, Sequence

from plugins.domain.tables import Honour, RecipientKind, Recognition

NO_LIST = "本刊未收录名单"
NO_NAMES = "个人不列名"
NO_RECOGNITION = "本刊尚无表彰记录"
NO_TOTAL = "公布数量未见记载"


def measure_of(honour: Honour) -> str:
    """Return the measure word of an honour's recipients: 名 for persons, else 个."""
    return "名" if honour.awarded_to is RecipientKind.PERSON else "个"


def announced_total(recognitions: Iterable[Recognition]) -> int | None:
    """Add up what was announced; None where no recognition's total is known."""
    known = [one.announced for one in recognitions if one.announced is not None]
    return sum(known) if known else None


def coverage(honour: Honour, recognitions: Sequence[Recognition], listed: int) -> str:
    """Say what was announced and how much of it is listed: `公布35个，本刊收录2个`.

    Of several recognitions the sum is called a sum: nobody has announced it as such.
    """
    total = announced_total(recognitions)
    silent = sum(one.announced is None for one in recognitions)
    if total is None:
        return f"{NO_TOTAL}，{listed_words(honour, listed)}"
    known = sum(one.announced is not None for one in recognitions)
    together = f"{known}批合计" if known > 1 else ""
    told = f"{together}公布{total}{measure_of(honour)}"
    if silent:
        told += f"（另{silent}批{NO_TOTAL}）"
    elif 0 < total == listed:
        return f"{told}，全部收录"
    return f"{told}，{listed_words(honour, listed)}"


def listed_words(honour: Honour, listed: int) -> str:
    """Say how many recipients are listed here; of persons, that nobody is named."""
    if listed:
        return f"本刊收录{listed}{measure_of(honour)}"
    return NO_NAMES if honour.awarded_to is RecipientKind.PERSON else NO_LIST


def batch_label(recognition: Recognition) -> str:
    """Say when a batch was given: `2022年6月授予`, or its year where no date is known."""
    if recognition.awarded_on:
        return f"{recognition.awarded_on.text}授予"
    return f"{recognition.year}年度"
