"""The rules, one file each: a rule takes a Bulletin and yields Problems at their places."""

from contextlib import suppress
from pathlib import Path

from plugins.checking.rules.empty_columns import empty_columns
from plugins.checking.rules.event_dates import event_dates
from plugins.checking.rules.named_persons import named_persons
from plugins.checking.rules.private_numbers import private_numbers
from plugins.checking.rules.withdrawn_sources import withdrawn_sources
from plugins.domain.bulletin import Bulletin
from plugins.problems import Problem

RULES = (named_persons, event_dates, empty_columns, withdrawn_sources)


def check(content: Path, bulletin: Bulletin | None) -> list[Problem]:
    """Run every rule; those over the words of the sources even where there is no bulletin yet.

    A source that cannot be read has been told by reading; then nothing is added.
    """
    with suppress(OSError):
        if bulletin is None:
            return list(private_numbers(content))
        problems = list(private_numbers(content, bulletin.site.phone))
        return problems + [problem for rule in RULES for problem in rule(bulletin)]
    return []
