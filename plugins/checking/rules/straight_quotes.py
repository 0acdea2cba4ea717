"""Quotation marks of Chinese are “ and ”: "三会一课" from a web page is written “三会一课”.

Source: GB/T 15834-2011. They are told and not mended: which of several is the first of a pair only
a reader knows, and 12" is no quotation mark at all.
"""

import re
from collections.abc import Iterator

from plugins.checking.prose import HAN
from plugins.checking.sources import Source
from plugins.problems import Problem, warning

STRAIGHT = re.compile(rf'(?<![0-9０-９])"(?:(?=[{HAN}《])|(?<=[{HAN}，。、；：？！）》]"))')
"""Beside Chinese, and not behind a number."""


def straight_quotes(source: Source) -> Iterator[Problem]:
    """Warn of the first straight quotation mark beside Chinese, once a text; not of quotations."""
    if '"' not in source.text or not STRAIGHT.search(source.text):
        return
    found = [
        line.at(match.start())
        for line, prose in source.prose
        if not prose.key and not prose.is_word_for_word
        for match in STRAIGHT.finditer(prose.text)
    ]
    if found:
        more = f"，这篇里共有 {len(found)} 个" if len(found) > 1 else ""
        yield warning(
            found[0],
            "straight-quote",
            f'中文里用了直引号“"”{more}。',
            "改成成对的“和”；表示英寸的写成汉字。",
        )
