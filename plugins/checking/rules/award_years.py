"""An honour is given in the year that it is for, or soon after."""

from collections.abc import Iterator

from plugins.checking.key_places import WrittenRows
from plugins.domain.bulletin import Bulletin
from plugins.domain.tables import Recognition
from plugins.problems import Problem, warning

YEARS_LATER = 2
"""An honour for a year is given at most so many years later."""


def award_years(bulletin: Bulletin) -> Iterator[Problem]:
    """Warn of 表彰年度 after 授予日期 or long before it, unless the row is marked 待核."""
    written = WrittenRows(bulletin.content, "recognitions", bulletin.recognitions)
    for index, one in enumerate(bulletin.recognitions):
        if one.awarded_on and not one.doubt and (fault := _fault(one, bulletin.today.year)):
            place = written.place(index, "表彰年度")
            yield warning(place, "award-year", fault, "核对年度和日期，改正错的一个。")


def _fault(one: Recognition, this_year: int) -> str:
    """Say what is wrong; a year that has not come is told as that."""
    given = one.awarded_on
    if given and given.year < one.year <= this_year:
        return f"表彰年度 {one.year} 晚于授予日期 {given.stamp}。"
    if given and given.year > one.year + YEARS_LATER:
        years = given.year - one.year
        return f"表彰年度 {one.year} 比授予日期 {given.stamp} 早了 {years} 年。"
    return ""
