"""What stands around a number and makes it an amount, a serial number, a standard: no secret.

In: the words before and behind a number, the heading of its column. A word that announces a
telephone just before the number outweighs all of them. Source: real texts that were stopped.
"""

import re

from plugins.checking.prose import HAN

CONTEXT = 40
"""So many characters before a number are looked at."""

GAP = "[ \u3000]{0,4}"
CALL_WORD = f"手{GAP}机|电{GAP}话|联系方式|联系|热线|拨打|致电|短信|微信"
TELEPHONE_WORD = f"{CALL_WORD}|(?i:(?<![a-z])(?:tel|mobile|phone))"
"""Case is ignored of these few alone: of all Han characters it would take long to compile."""

ANNOUNCED = re.compile(
    rf"(?:(?:{TELEPHONE_WORD})(?:号码|号|请?拨打?)?|联系人[:： ]?[{HAN}]{{0,4}})"
    r"[\s:：为是（(+/、，,|0-9.\-－]{0,30}$",
)
TELEPHONE_HEADING = re.compile(TELEPHONE_WORD)
IDENTITY_NAME = f"身{GAP}份{GAP}(?=证|号|编|[（(])|一代证|二代证|证{GAP}件(?={GAP}号)"
IDENTITY_HEADING = re.compile(IDENTITY_NAME)
IDENTITY_WORD = re.compile(
    rf"(?:身{GAP}份(?:{GAP}证(?:{GAP}件)?)?|[一二]代证|证{GAP}件(?={GAP}号)){GAP}"
    rf"(?:号{GAP}码|编号|号)?(?:[（(][^（）()]{{0,20}}[）)])?[\s:：为是（(]*$"
)

SCALE = "[十百千万亿]{0,3}"
SURE_UNIT = (
    "[美欧港日韩]?元(?![旦宵月首宝素帅老勋配件])|人民币|公?斤|吨|千?克|千瓦时?|兆瓦时?|公顷"
    "|(?:平方|立方)?(?:公里|千米|厘米|毫米)|(?:平方|立方)米|人次|字节"
)
UNSURE_UNIT = "[人个次件度米亩户株棵只条册份本字位倍头羽枚粒张套台部辆升瓦]"
AMOUNT_BEHIND = re.compile(
    rf"(?:[.．]\d{{1,4}})?{SCALE}(?:{SURE_UNIT}|{UNSURE_UNIT}(?![{HAN}])|(?<=[万亿])(?![{HAN}]))"
    rf"|[ ]{{1,2}}{SCALE}(?:{SURE_UNIT}|{UNSURE_UNIT})(?![{HAN}])"
)
"""A unit that a longer word may begin with (个人, 度假) ends there; so does any behind a blank."""

PERSONS_BEHIND = re.compile(f"[人户](?![{HAN}])")
PERSONS_HEADING = re.compile(r"[（(]\s*(?:单位[:：]?)?\s*[人户]\s*[）)]")
"""There are not so many in the world as a telephone number, read as an amount, would say."""

AMOUNT_BEFORE = re.compile(r"(?:[¥￥$€]|人民币)\s*$")
DECIMAL_BEFORE = re.compile(r"(?:(?<![0-9])0|[^\s\u2028|]\d+)[.．]$")
"""The number of an entry of a list stands at the beginning: 1.13… is none."""

STANDARD_BEFORE = re.compile(
    r"(?<![A-Za-z])(?:[A-Z]{1,5}\d{0,4}/[TZ]|GBZ?|DB\d{0,4}|ISO|IEC|HJ|JJ[GF])[ \-]?$"
)
SERIAL_WORD = (
    "(?:流水|编|序|单|批|档案|票|证书|订单|合同|凭证|索引|备案|受理|批次|许可证?|注册)号(?!码)"
    "|(?:流水|发票|证书|凭证|票据)号码|条形?码|文号|编码"
)
SERIAL_BEFORE = re.compile(rf"(?:{SERIAL_WORD})[\s:：为是（(]*(?:No\.?|№)?\s*$", re.IGNORECASE)
SERIAL_HEADING = re.compile(rf"(?:{SERIAL_WORD})\s*$")
AMOUNT_HEADING = re.compile(
    rf"[（(]\s*(?:单位[:：]?)?\s*{SCALE}(?:{SURE_UNIT}|{UNSURE_UNIT}|(?<=[万亿]))(?:/[^()（）]*)?\s*[）)]"
    r"|^\s*(?:19|20)\d\d\s*年度?\s*$"
    r"|(?:金额|总额|产值|投资额?|收入|支出|预算|决算|资金|销售额|合计|总计)\s*$"
)


def is_announced(before: str, heading: str) -> bool:
    """Tell whether a word just before a number, or over its column, calls it a telephone."""
    return bool(ANNOUNCED.search(before[-CONTEXT:]) or TELEPHONE_HEADING.search(heading))


def is_called_identity(before: str, heading: str) -> bool:
    """Tell whether a word just before a number, or over its column, calls it an identity number."""
    return bool(IDENTITY_WORD.search(before[-CONTEXT:]) or IDENTITY_HEADING.search(heading))


def counts_too_many(after: str, heading: str) -> bool:
    """Tell whether a number, were it an amount, would be one of persons or households."""
    return bool(PERSONS_BEHIND.match(after) or PERSONS_HEADING.search(heading))


def is_innocent(before: str, after: str, heading: str) -> bool:
    """Tell whether a number that looks like a telephone or a card is certainly something else."""
    before = before[-CONTEXT:]
    if is_announced(before, heading) or is_called_identity(before, heading):
        return False
    return bool(
        AMOUNT_BEHIND.match(after)
        or AMOUNT_BEFORE.search(before)
        or DECIMAL_BEFORE.search(before)
        or STANDARD_BEFORE.search(before)
        or SERIAL_BEFORE.search(before)
        or AMOUNT_HEADING.search(heading)
        or SERIAL_HEADING.search(heading)
    )
