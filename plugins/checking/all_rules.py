"""All rules together, over the words of the sources and over the Bulletin."""

from pathlib import Path

from plugins.checking.clean_sources import CleanSources
from plugins.checking.rules.award_names import award_names
from plugins.checking.rules.award_years import award_years
from plugins.checking.rules.column_updates import column_updates
from plugins.checking.rules.corrections import corrections
from plugins.checking.rules.dates_ahead import dates_ahead
from plugins.checking.rules.empty_columns import empty_columns
from plugins.checking.rules.event_dates import event_dates
from plugins.checking.rules.figure_texts import figure_texts
from plugins.checking.rules.lone_mergers import lone_mergers
from plugins.checking.rules.pinned_dates import pinned_dates
from plugins.checking.rules.published_ahead import published_ahead
from plugins.checking.rules.renamings_to_itself import renamings_to_itself
from plugins.checking.rules.repeated_renamings import repeated_renamings
from plugins.checking.rules.reversed_dates import reversed_dates
from plugins.checking.rules.second_leads import second_leads
from plugins.checking.rules.undated_dissolutions import undated_dissolutions
from plugins.checking.rules.year_folders import year_folders
from plugins.checking.word_search import problems_of_attachments, problems_of_words
from plugins.domain.work import OwnWork, Work
from plugins.problems import Problem
from plugins.reading import Reading, unreadable_source

RULES = (
    *(event_dates, pinned_dates, published_ahead, year_folders),
    *(column_updates, corrections, empty_columns, figure_texts, second_leads),
    *(dates_ahead, reversed_dates, award_names, award_years),
    *(renamings_to_itself, repeated_renamings, lone_mergers, undated_dissolutions),
)


def check(
    content: Path, reading: Reading, clean: CleanSources | None = None, work: Work | None = None
) -> list[Problem]:
    """Run every rule; those over the words of the sources even where there is no bulletin yet.

    Texts that are known to be `clean` are not searched again, the others by whoever does the
    `work`. A source that cannot be read has been told by reading; then nothing is added.
    """
    clean, bulletin, phone = clean or CleanSources(), reading.bulletin, reading.phone
    if phone is None:
        return []
    try:
        words = problems_of_words(content, reading.sources, phone, clean, work or OwnWork())
        problems = list(words)
        if bulletin:
            problems += problems_of_attachments(bulletin, phone, clean)
    except OSError as fault:
        return [unreadable_source(fault, content)] if bulletin else []
    clean.save()
    if bulletin:
        problems += [problem for rule in RULES for problem in rule(bulletin)]
    return problems
