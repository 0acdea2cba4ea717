"""The rules, one file each: a rule takes a Bulletin and yields Problems at their places."""

from contextlib import suppress
from pathlib import Path

from plugins.checking.clean_sources import CleanSources
from plugins.checking.rules.empty_columns import empty_columns
from plugins.checking.rules.event_dates import event_dates
from plugins.checking.rules.figure_shares import figure_shares
from plugins.checking.rules.figure_texts import figure_texts
from plugins.checking.rules.named_persons import named_persons
from plugins.checking.rules.private_numbers import private_numbers
from plugins.checking.rules.withdrawn_sources import withdrawn_sources
from plugins.problems import Problem
from plugins.reading import Reading

RULES = (named_persons, event_dates, empty_columns, withdrawn_sources, figure_texts)


def check(content: Path, reading: Reading, clean: CleanSources | None = None) -> list[Problem]:
    """Run every rule; those over the words of the sources even where there is no bulletin yet.

    Sources that are known to be `clean` are not searched again. One that cannot be read has been
    told by reading; then nothing is added.
    """
    clean = clean or CleanSources()
    bulletin = reading.bulletin
    phone = bulletin.site.phone if bulletin else ""
    with suppress(OSError):
        problems = [
            *private_numbers(content, reading.sources, clean, phone),
            *figure_shares(content, reading.sources, clean),
        ]
        clean.save()
        if bulletin:
            problems += [problem for rule in RULES for problem in rule(bulletin)]
        return problems
    return []
