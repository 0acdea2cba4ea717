"""A branch is given an honour under a name that it bears then.

Without 授予时名称 that is the name in 获得者. What is marked 待核 is told to readers already.
"""

from collections.abc import Iterator
from datetime import date

from plugins.checking.branch_names import NameHistory, name_histories
from plugins.checking.key_places import WrittenRows
from plugins.checking.rules.award_years import YEARS_LATER
from plugins.domain.bulletin import Bulletin
from plugins.domain.tables import RecipientKind, Recognition
from plugins.problems import Problem, warning

Fault = tuple[str, str, str]


def award_names(bulletin: Bulletin) -> Iterator[Problem]:
    """Warn of awards under a name that nobody bore yet, or any more."""
    histories = name_histories(bulletin)
    recognitions = {one.number: one for one in bulletin.recognitions if not one.doubt}
    written = WrittenRows(bulletin.content, "recipients", bulletin.recipients)
    for index, row in enumerate(bulletin.recipients):
        recognition = recognitions.get(row.recognition)
        name = row.name_then or row.name
        if not recognition or name not in histories or not _is_of_branches(bulletin, recognition):
            continue
        if fault := _fault(name, histories[name], recognition):
            heading = "授予时名称" if row.name_then else "获得者"
            yield warning(written.place(index, heading), *fault)


def _is_of_branches(bulletin: Bulletin, recognition: Recognition) -> bool:
    honour = bulletin.honour_by_name.get(recognition.honour)
    return honour is not None and honour.awarded_to is RecipientKind.BRANCH


def _fault(name: str, history: NameHistory, recognition: Recognition) -> Fault | None:
    first, last = _days(recognition)
    given = recognition.awarded_on
    when = f"{given.stamp} 授予" if given else f"{recognition.year} 年度的表彰"
    if begin := history.begins_after(last):
        message = f"{when}时还没有“{name}”这个名称，它 {begin.date.stamp} {begin.kind}才有。"
        remedy = "核对两个日期；那时是别的名称的，写进“授予时名称”。"
        return "name-not-yet", message, remedy
    if end := history.ended_before(first, last):
        message = f"{when}时已经没有“{name}”这个名称，它 {end.date.stamp} {end.kind}了。"
        return "name-no-more", message, "核对两个日期；那时已有新名称的，改写新名称。"
    return None


def _days(recognition: Recognition) -> tuple[date, date]:
    """Return the first and the last day on which it can have been given."""
    if given := recognition.awarded_on:
        return given.first_day, given.last_day
    return date(recognition.year, 1, 1), date(recognition.year + YEARS_LATER, 12, 31)
