"""The number of an official document: 延发〔2024〕7号, wherever it stands.

Source: GB/T 9704-2012, 7.2.5: the code of the office, the year in hexagonal brackets, no padding
zero, no “第”. Numbers of years before 2000 had other forms; permits (…证) have their own, and 公告
and 令 take “第”. What stands behind no code may be the number of anything.
"""

import re
from collections import Counter
from collections.abc import Iterator

from plugins.checking.prose import HAN, ProseLine, Slip
from plugins.checking.sources import NARROW_DIGITS, Source
from plugins.problems import Problem, warning

SIGN = "号"
DIGIT = "[0-9０-９]"
NUMBER = re.compile(
    rf"[〔(（\[【［][ \u3000]?(?P<year>[2２][0０]{DIGIT}{{2}})[ \u3000]?[〕)）\]】］][ \u3000]*"
    rf"(?P<ordinal>第?)[ \u3000]?[0０]*(?P<number>[1-9１-９]{DIGIT}{{0,4}})[ \u3000]?号"
    r"(?![楼院线门桥井展厅室房馆车机台窗区岗站库炉仓牌图])"
)
CODE = re.compile(rf"(?:[{HAN}](?:[字发函办通电政委党纪规宣]|(?<![小班机])组)|公[告报]|通告|令)$")
"""How the code of an office ends, before the bracket."""

NEXT_NUMBER = re.compile("[、，,和及与 ]{1,2}")
"""What stands between a number and the next one of the same office."""

ORDINAL_ALLOWED = ("公告", "通告", "公报", "令")
PERMIT = "证"
LOOKED_BACK = 12
VALUES = re.compile(rf"[1-9１-９]{DIGIT}*")


def document_numbers(source: Source) -> Iterator[Problem]:
    """Warn of numbers of documents that are not written as the standard wants them.

    Those that have the same slip are told once, with their number.
    """
    if SIGN not in source.text or not NUMBER.search(source.text):
        return
    found = [
        (line, slip, VALUES.sub("", line.text[slip.start : slip.end]))
        for line, _, slip in source.slips(slips_of_document_numbers)
    ]
    told = Counter(kind for _, _, kind in found)
    for line, slip, kind in found:
        if count := told.pop(kind, 0):
            more = f"，同样的写法共有 {count} 处" if count > 1 else ""
            ordinal = "" if "第" in slip.right else "序号不加“第”，"
            yield warning(
                line.at(slip.start),
                "document-number",
                f"文号写成了“{line.text[slip.start : slip.end]}”{more}。",
                f"写成“{slip.right}”：年份用六角括号〔〕，{ordinal}前面不补0；"
                "中间不空格，数字用半角。",
            )


def slips_of_document_numbers(line: ProseLine) -> Iterator[Slip]:
    """Yield the parts of a line, from the bracket to 号, that are written otherwise."""
    code, last_end = "", -1
    for match in NUMBER.finditer(line.text):
        if last_end < 0 or not NEXT_NUMBER.fullmatch(line.text, last_end, match.start()):
            code = line.text[max(0, match.start() - LOOKED_BACK) : match.start()]
        last_end = match.end()
        right = _right(match, code)
        if match[0] != right and CODE.search(code) and PERMIT not in code:
            yield Slip(match.start(), match.end(), right)


def _right(match: re.Match[str], code: str) -> str:
    ordinal = match["ordinal"] if code.endswith(ORDINAL_ALLOWED) else ""
    return f"〔{match['year']}〕{ordinal}{match['number']}号".translate(NARROW_DIGITS)
