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
DIGITS = "0-9一二三四五六七八九十百千万亿"
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
    original, corrected = _alike(entry.original), _alike(entry.corrected).rstrip("。.")
    again = any(corrected in _alike(one.original) for one in later)
    where = "" if again else _where_not_made(original, corrected, whole)
    if where:
        yield (
            "correction-not-made",
            f"更正说“{entry.original}”改为“{entry.corrected}”，{where}里还是原来的写法。",
            f"{where}里也照“改为”改过来；“改为”一项只写改成的文字。",
        )


def _where_not_made(original: str, corrected: str, whole: WholeItem) -> str:
    """Return where a wording stands as it did; nothing where it may be right.

    Titles and summary say what the text says: they are told alone when all the text is corrected.
    They may be shorter than it, and one character may stand for something else.
    """
    head, text = _alike(_titles_of(whole)), _alike(_text_of(whole))
    old, new = _standing(original), _standing(corrected)
    if not new.search(f"{head}\n{text}"):
        return "稿件" if old.search(f"{head}\n{text}") else ""
    is_text_corrected = new.search(text) and not old.search(new.sub("\n", text))
    may_be_other = len(original) == 1 or original in corrected
    is_left_above = is_text_corrected and not may_be_other and old.search(new.sub("\n", head))
    return "标题或摘要" if is_left_above else ""


def _standing(words: str) -> re.Pattern[str]:
    """Return a search of words; a number at their edge is a whole one: 5名 is not in 35名."""
    before = f"(?<![{DIGITS}])(?<![0-9][.,])" if re.match(f"[{DIGITS}]", words) else ""
    after = f"(?![{DIGITS}]|[.,][0-9])" if re.search(f"[{DIGITS}]$", words) else ""
    return re.compile(before + re.escape(words) + after)


def _alike(words: str) -> str:
    """Return words in which whatever mending may change is written in one form."""
    narrow = unicodedata.normalize("NFKC", words).translate(BRACKETS)
    return ORDINAL.sub("", narrow)


def _titles_of(whole: WholeItem) -> str:
    """Return the titles and the summary of an item."""
    keys = whole.keys
    titles = (keys.kicker, keys.title, keys.subtitle, keys.short_title)
    return "\n".join((*titles, keys.summary))


def _text_of(whole: WholeItem) -> str:
    """Return what else readers see of an item: its note, captions and text."""
    keys = whole.keys
    captions = (f"{one.alternative}\n{one.caption}" for one in keys.pictures)
    return "\n".join((keys.editors_note, *captions, whole.body.text))
