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
    rf"(?:号{GAP}码|编号|号)?(?:[（(][^（）()]{{0,20}}[）)])?[\s:：为是（(|]*$"
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
SERIAL = re.compile(
    rf"(?P<word>[{HAN}A-Za-z]{{0,8}}?)"
    r"(?P<end>编号|编码|代码|条形?码|文号|号(?!码)"
    r"|(?<=流水|发票|证书|凭证|票据|合同|订单)号码|(?<=准考证|许可证|登记证)号码)"
    r"(?:[（(][^（）()]{0,10}[）)])?[\s:：为是（(|]*(?:No\.?|№|NO\.?|no\.?)?\s*$"
)
"""A word just before a number that names it as one of a series."""

PRIVATE_SERIES = re.compile(
    "(?:身份|身份证|证件|公民|社保|社会保障|医保|学籍|驾驶证|驾照|居住证|居民证|残疾证|残疾人证|资格证"
    "|手机|座机|分机|本机|电话|联系|联络|通[讯信]|微信|短信|热线|传真|小灵通|支付宝|钉钉|飞书|抖音|快手"
    "|移动|联通|电信|卡|[账帐]户?|银行|开户|存折"
    f"|(?<![{HAN}])证"
    "|(?<![A-Za-z])(?i:qq|wx|vx|v|id|tel|phone|mobile))$"
)
"""The number of such is that of a person, a telephone or an account: 账号, 微信号."""

OTHER_WORD = re.compile(
    "(?:人|主|长|书记|主任|经理|老师|老板|家庭|家属|亲友|紧急|应急|客服|咨询|值班|服务|监督|举报"
    "|工作|备用|常用|虚拟"
    "|[我你您他她的该此新旧老小大副私公短靓换改拨打挂信称口外绰]|(?<!合)同|(?<![标样])本|[这那]个?"
    "|[一二三四五六七八九十百两〇零]|^)$"
)
"""With it a 号 is a telephone (本人号, 微信同号) or no number at all (信号, 三号)."""

TELEPHONE_OR = re.compile(rf"(?:{TELEPHONE_WORD})(?:号码|号)? ?[/、] ?$")

UNIT_IN_BRACKETS = (
    rf"[（(]\s*(?:单位[:：]?)?\s*{SCALE}(?:{SURE_UNIT}|{UNSURE_UNIT}|(?<=[万亿]))"
    r"(?:/[^()（）]*)?\s*[）)]"
)
AMOUNT_WORD = (
    "(?:金额|总额|数额|余额|发生额|产值|投资额?|收入|支出|[预决]算数?|执行数|完成数|资金|销售额"
    "|合计|总计)"
)
AMOUNT_LABEL = re.compile(rf"{UNIT_IN_BRACKETS}|{AMOUNT_WORD}\s*$")
AMOUNT_HEADING = re.compile(rf"{AMOUNT_LABEL.pattern}|(?:^|\s)(?:19|20)\d\d\s*年度?\s*$")
TELEPHONE_LABEL = re.compile(rf"(?:{TELEPHONE_WORD})(?:号码|号)?[\s:：]*$")
LABEL_AT_MOST = 20
"""A cell with more characters is no label of the next one."""


def is_announced(before: str, heading: str) -> bool:
    """Tell whether a word just before a number, or over its column, calls it a telephone."""
    return bool(ANNOUNCED.search(before[-CONTEXT:]) or TELEPHONE_HEADING.search(heading))


def is_called_identity(before: str, heading: str) -> bool:
    """Tell whether a word just before a number, or over its column, calls it an identity number."""
    return bool(IDENTITY_WORD.search(before[-CONTEXT:]) or IDENTITY_HEADING.search(heading))


def calls_for_number(heading: str) -> bool:
    """Tell whether a heading calls for telephones or identity numbers."""
    return bool(TELEPHONE_HEADING.search(heading) or IDENTITY_HEADING.search(heading))


def is_serial(before: str, heading: str) -> bool:
    """Tell whether a word just before a number, or over its column, names it as of a series."""
    return _names_serial(before[-CONTEXT:]) or _names_serial(heading)


def heading_of_cell(over: str, left: str) -> str:
    """Return what names the number in a cell: the heading over it, else the label left of it."""
    left = left.strip()
    if not _is_label(left) or _says_what(over):
        return over
    return left


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
        or AMOUNT_HEADING.search(heading)
        or is_serial(before, heading)
    )


def _names_serial(words: str) -> bool:
    named = SERIAL.search(words)
    if not named or TELEPHONE_OR.search(words[: named.start()]):
        return False
    is_other = named["end"] == "号" and OTHER_WORD.search(named["word"])
    return not is_other and not PRIVATE_SERIES.search(named["word"])


def _is_label(text: str) -> bool:
    return 0 < len(text) <= LABEL_AT_MOST and bool(
        TELEPHONE_LABEL.search(text)
        or IDENTITY_WORD.search(text)
        or AMOUNT_LABEL.search(text)
        or _names_serial(text)
    )


def _says_what(heading: str) -> bool:
    """Tell whether a heading says by itself what the numbers under it are."""
    return bool(
        calls_for_number(heading) or AMOUNT_HEADING.search(heading) or _names_serial(heading)
    )
