"""The number of an official document: 延发〔2024〕7号, wherever it stands.

Source: GB/T 9704-2012, 7.2.5: the year in hexagonal brackets, no padding zero, no “第”. Numbers
of years before 2000 had other forms; permits (…证) have their own, and 公告 and 令 take “第”.
"""

import re
from collections.abc import Iterator

from plugins.checking.prose import HAN, ProseLine, Slip
from plugins.checking.sources import Source
from plugins.problems import Problem, warning

SIGN = "号"
NUMBER = re.compile(
    rf"[〔(（\[【［](?<=[{HAN}].)(?P<year>20[0-9]{{2}})[〕)）\]】］]"
    r"(?P<ordinal>第?)0*(?P<number>[1-9][0-9]{0,4})号(?![楼院线门桥井])"
)
ORDINAL_ALLOWED = ("公告", "通告", "公报", "令")
PERMIT = "证"
LOOKED_BACK = 12


def document_numbers(source: Source) -> Iterator[Problem]:
    """Warn of numbers of documents that are not written as the standard wants them."""
    if SIGN not in source.text or not NUMBER.search(source.text):
        return
    for line, prose in source.prose:
        for slip in slips_of_document_numbers(prose):
            yield warning(
                line.at(slip.start),
                "document-number",
                f"文号写成了“{line.text[slip.start : slip.end]}”。",
                f"写成“{slip.right}”：年份用六角括号〔〕，序号不加“第”，前面不补0。",
            )


def slips_of_document_numbers(line: ProseLine) -> Iterator[Slip]:
    """Yield the parts of a line, from the bracket to 号, that are written otherwise."""
    for match in NUMBER.finditer(line.text):
        before = line.text[max(0, match.start() - LOOKED_BACK) : match.start()]
        ordinal = match["ordinal"] if before.endswith(ORDINAL_ALLOWED) else ""
        right = f"〔{match['year']}〕{ordinal}{match['number']}号"
        if match[0] != right and PERMIT not in before:
            yield Slip(match.start(), match.end(), right)
