"""The number of a page that a PDF has left, alone in a paragraph: `- 3 -`, `第 5 页 共 12 页`.

Source: GB/T 9704-2012 prints the page numbers of official documents as `— 3 —`; a text copied from
one brings them along, in the middle of what it says, and Markdown makes a list of `- 3 -`.
"""

import re
from collections.abc import Sequence

BLANK = r"[ \t\u3000\u00a0]*+"
DASH = "[-－–—―─−]{1,2}"
NUMBER, NUMBER_OF_PAGE = "[0-9０-９]{1,3}", "[0-9０-９]{1,4}"
OF_ALL = rf"(?:[,，/／(（]?{BLANK}共{BLANK}{NUMBER_OF_PAGE}{BLANK}页[)）]?)?"
PAGE_NUMBER = re.compile(
    rf"(?! {{4}}|\t){BLANK}(?:{DASH}{BLANK}{NUMBER}{BLANK}{DASH}"
    rf"|第{BLANK}{NUMBER_OF_PAGE}{BLANK}页{BLANK}{OF_ALL}){BLANK}"
)


def page_numbers(lines: Sequence[str]) -> list[int]:
    """Return, counted from 1, the lines that hold nothing else and stand between empty ones."""
    around = ["", *lines, ""]
    return [
        number
        for number, line in enumerate(lines, start=1)
        if PAGE_NUMBER.fullmatch(line)
        and not around[number - 1].strip()
        and not around[number + 1].strip()
    ]
