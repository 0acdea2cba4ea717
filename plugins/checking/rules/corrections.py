"""A correction (更正) is dated when it was made, and it has been made in the text as well.

Only items with corrections are looked into. What `check --fix` mends, the width of marks and the
form of document numbers, makes no difference between a correction and its text.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date

from plugins.checking.key_places import place_of_key
from plugins.domain.bulletin import Bulletin
from plugins.domain.news_item import Correction, NewsItem, WholeItem
from plugins.problems import Problem, warning

Fault = tuple[str, str, str]
"""Code, message and remedy; the place is looked for only where there is one."""

BRACKETS = str.maketrans("[]【】〔〕", "()()()")
ORDINAL = re.compile(r"(?<=\)) ?第?0*(?=[1-9])")


def corrections(bulletin: Bulletin) -> Iterator[Problem]:
    """Warn of corrections that are dated wrongly, or noted and not made."""
    for item in bulletin.items:
        if not item.corrected:
            continue
        whole = item.whole()
        entries = whole.keys.corrections
        for index, entry in enumerate(entries):
            faults = [
                *_faults_of_date(entry, item, bulletin.today),
                *_faults_of_text(entry, entries[index + 1 :], whole),
            ]
            for fault in faults:
                place = place_of_key(bulletin.content, item.file, "原文", entry.original)
                yield warning(place, *fault)


def _faults_of_date(entry: Correction, item: NewsItem, today: date) -> Iterator[Fault]:
    stamp = entry.date.stamp
    if entry.date.last_day < item.date.first_day:
        message = f"更正日期 {stamp} 早于稿件日期 {item.date.stamp}。"
        yield "correction-before-date", message, "核对两个日期，改正错的一个。"
    elif entry.date.first_day > today:
        yield "correction-ahead", f"更正日期 {stamp} 还没有到。", "写作出更正的那一天。"


def _faults_of_text(
    entry: Correction, later: Sequence[Correction], whole: WholeItem
) -> Iterator[Fault]:
    """Tell what stands as it did; what a later correction has changed again is let be."""
    text = _alike(_words_of(whole))
    original, corrected = _alike(entry.original), _alike(entry.corrected).rstrip("。.")
    again = any(corrected in _alike(one.original) for one in later)
    if original in text and corrected not in text and not again:
        yield (
            "correction-not-made",
            f"更正说“{entry.original}”改为“{entry.corrected}”，稿件里还是原来的写法。",
            "稿件里也照“改为”改过来；“改为”一项只写改成的文字。",
        )


def _alike(words: str) -> str:
    """Return words in which whatever mending may change is written in one form."""
    narrow = unicodedata.normalize("NFKC", words).translate(BRACKETS)
    return ORDINAL.sub("", narrow)


def _words_of(whole: WholeItem) -> str:
    """Return all that readers see of an item: its titles, summary, captions and text."""
    keys = whole.keys
    captions = (f"{one.alternative}\n{one.caption}" for one in keys.pictures)
    titles = (keys.kicker, keys.title, keys.subtitle, keys.short_title)
    return "\n".join((*titles, keys.summary, keys.editors_note, *captions, whole.body.text))
