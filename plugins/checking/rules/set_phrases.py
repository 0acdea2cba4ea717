"""The leader's name and the set phrases of the Party, torn by a slip: 习进平, 三会一棵.

Only what can be nothing else is told, with the words that are meant. 近平同志 may be somebody else,
学习近期总书记的讲话 is no name, 习近平平易近人 no slip, 习近平新时代强军思想 another phrase. What
goes on in the next line, or behind a mark, is not looked at.
"""

import itertools
import re
from collections.abc import Iterator

from plugins.checking.prose import HAN, ProseLine, Slip
from plugins.checking.sources import Source
from plugins.problems import Problem, warning

NAME, GIVEN = "习近平", "近平"
ERA, SOCIALISM, THOUGHT = f"{NAME}新时代", "中国特色社会主义", "中国特色社会主义思想"
TITLE = "(?=总书记|主席|同志|新时代)"
NO_LEARNING = "(?<![学复练温预实见研自传讲演补修])"
BLANK = "[ \u3000]"
ACTIONS = "[在对的]|指出|强调|主持|出席|考察|会见|发表|致[信电]"
IN_OFFICE = f"(?=总书记|主席|新时代|{ACTIONS})"
"""What can stand only behind the whole name: 习近平平静, 学习近平台 have other words."""

TORN_NAME = re.compile(
    f"{NAME}平(?:(?=同志)|{IN_OFFICE})|[刁刀]{GIVEN}|习进平|{NO_LEARNING}习{BLANK}+近{BLANK}*平"
    f"|{NO_LEARNING}习近{BLANK}+平|{NO_LEARNING}习(?:近(?:(?![期日来])[^平\\s])?|平){TITLE}"
    f"|(?<!习){GIVEN}(?=总书记|新时代中国)"
)
NAME_BEHIND_VERB = re.compile(f"学习{GIVEN}{IN_OFFICE}")
TORN_THOUGHTS = "|".join(
    (
        *(THOUGHT[:at] + THOUGHT[at + 1 :] for at in range(len(SOCIALISM))),
        *(THOUGHT.replace(word, "") for word in ("中国", "特色", "社会")),
        *(f"{THOUGHT[:at]}{one}{THOUGHT[at:]}" for at, one in enumerate(THOUGHT[:-1])),
        *(f"{THOUGHT[:at]}[{HAN}]{THOUGHT[at + 1 :]}" for at in range(len(SOCIALISM))),
        *(
            f"{SOCIALISM[:at]}{second}{first}{THOUGHT[at + 2 :]}"
            for at, (first, second) in enumerate(itertools.pairwise(SOCIALISM))
        ),
        *(SOCIALISM + word for word in ("思[相像象]", "[恩司丝]想")),
    )
)
"""The phrase with a character or a word left out, a character doubled, exchanged or in its
neighbour's place."""

TORN_ERA = re.compile(f"{ERA}(?!{THOUGHT})(?:{TORN_THOUGHTS})")
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
    re.compile(f"习(?:进平|{BLANK}|近(?!平)|平{TITLE}|近平(?:平|(?<=学习近平)))"),
    TORN_ERA,
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
        yield Slip(match.start(), match.end(), ERA + THOUGHT)
    for match in DOUBLED_CONGRESS.finditer(line.text):
        yield Slip(match.start(), match.end(), match[1])
    rest = TORN_ERA.sub(_blank, line.text)
    for wrong, right in PHRASES.items():
        for match in re.finditer(wrong, rest):
            yield Slip(match.start(), match.end(), right)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _may_have_slips(text: str) -> bool:
    return (
        any(words in text for words in PHRASES)
        or any(form.search(text) for form in QUICK_LOOKS)
        or (DOUBLED in text and bool(DOUBLED_CONGRESS.search(text)))
    )
