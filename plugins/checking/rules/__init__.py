"""The rules, one file each: a rule takes a Bulletin and yields Problems at their places."""

from plugins.checking.rules.empty_columns import empty_columns
from plugins.checking.rules.event_dates import event_dates
from plugins.checking.rules.named_persons import named_persons
from plugins.checking.rules.private_numbers import private_numbers
from plugins.checking.rules.withdrawn_sources import withdrawn_sources
from plugins.domain.bulletin import Bulletin
from plugins.problems import Problem

RULES = (private_numbers, named_persons, event_dates, empty_columns, withdrawn_sources)


def check_bulletin(bulletin: Bulletin) -> list[Problem]:
    """Run every rule."""
    return [problem for rule in RULES for problem in rule(bulletin)]
