"""The leader's name and the set phrases of the Party, torn by a slip: 习进平, 三会一棵.

Only what can be nothing else is told, with the words that are meant. 近平同志 may be somebody else,
学习近期总书记的讲话 is no name. What goes on in the next line, or behind a mark, is not looked at.
"""

import re
from collections.abc import Iterator

from plugins.checking.prose import HAN, ProseLine, Slip
from plugins.checking.sources import Source
from plugins.problems import Problem, warning

NAME, GIVEN = "习近平", "近平"
ERA = f"{NAME}新时代"
THOUGHT = f"{ERA}中国特色社会主义思想"
TITLE = "(?=总书记|主席|同志|新时代)"
NO_LEARNING = "(?<![学复练温预实见])"
BLANK = "[ \u3000]"
IDEAS = "中国特色社会主义(?:经济|文化|外交|法治|生态文明|强军)?思想"

TORN_NAME = re.compile(
    f"{NAME}平(?![台均原衡安凉])|[刁刀]{GIVEN}|习进平|{NO_LEARNING}习{BLANK}+近{BLANK}*平"
    f"|{NO_LEARNING}习近{BLANK}+平|{NO_LEARNING}习(?:近[^平\\s]?|平){TITLE}"
    f"|(?<!习){GIVEN}(?=总书记|新时代中国)"
)
NAME_BEHIND_VERB = re.compile(f"学习{GIVEN}(?![台均原衡安凉])")
TORN_ERA = re.compile(f"{ERA}(?!{IDEAS})[{HAN}](?:[{HAN}]{{0,11}}?思[{HAN}]|[{HAN}]{{0,7}})")
PHRASES = {
    "中共中夹": "中共中央",
    "中国共党": "中国共产党",
    "特色社会主意": "特色社会主义",
    "三会一棵": "三会一课",
}
DOUBLED_CONGRESS = re.compile(
    "(?<=党的)([一二]?十[一二三四五六七八九]?大)大(?=[精报以代召，。、”）])"
)
# Each begins with one character, so that a text is passed through at the speed of a search.
QUICK_LOOKS = (
    re.compile(f"习(?:进平|{BLANK}|近(?!平)|平{TITLE}|近平(?:平|(?<=学习近平)|新时代(?!{IDEAS})))"),
    re.compile("近(?<!习近)平"),
)
DOUBLED = "大大"


def set_phrases(source: Source) -> Iterator[Problem]:
    """Warn of names and set phrases with a slip; not of quotations."""
    if not _may_have_slips(source.text):
        return
    for line, prose, slip in source.slips(slips_of_set_phrases):
        if not prose.is_word_for_word:
            yield warning(
                line.at(slip.start),
                "set-phrase",
                f"这里写的是“{line.text[slip.start : slip.end]}”，应是“{slip.right}”。",
                f"改成“{slip.right}”；照录原文的，用 > 引。",
            )


def slips_of_set_phrases(line: ProseLine) -> Iterator[Slip]:
    """Yield the names and phrases of a line that are not as they are meant."""
    for form, right in ((TORN_NAME, NAME), (NAME_BEHIND_VERB, f"学习{NAME}")):
        for match in form.finditer(line.text):
            yield Slip(match.start(), match.end(), right)
    for match in TORN_ERA.finditer(line.text):
        if not THOUGHT.startswith(line.text[match.start() :].rstrip()):
            yield Slip(match.start(), match.end(), THOUGHT)
    for match in DOUBLED_CONGRESS.finditer(line.text):
        yield Slip(match.start(), match.end(), match[1])
    for wrong, right in PHRASES.items():
        start = TORN_ERA.sub(_blank, line.text).find(wrong)
        if start >= 0:
            yield Slip(start, start + len(wrong), right)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _may_have_slips(text: str) -> bool:
    return (
        any(words in text for words in PHRASES)
        or any(form.search(text) for form in QUICK_LOOKS)
        or (DOUBLED in text and bool(DOUBLED_CONGRESS.search(text)))
    )
