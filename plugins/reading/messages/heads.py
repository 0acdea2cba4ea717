"""Faults of the head of a text: its fences, keys and values."""

from collections.abc import Sequence

from plugins.problems import Place, Problem, error, info
from plugins.reading.messages.quoting import short

FORMS = {
    "链接名": "只用小写字母、数字和连字符，如 wuxingji-dangzhibu。",
    "域名": "只写 dangjian.example.cn 这样的名称，不写 https:// 和 /。",
    "数据许可": "写许可的代号，如 CC-BY-4.0；或写名称，空一格，再写网址。",
}


def no_opening_fence(place: Place) -> Problem:
    """Tell a text that does not begin with its fence."""
    return error(
        place,
        "no-opening-fence",
        "第一行不是 ---，找不到稿件开头的项目。",
        "第一行只写三个减号 ---，前面不留空行；下面写 标题: 等项目，再用一行 --- 结束。",
    )


def wrong_fence(place: Place, found: str) -> Problem:
    """Tell a line that was meant to be a fence."""
    return error(
        place,
        "wrong-fence",
        f"分隔线写成了“{short(found)}”，应是三个半角减号。",
        "这一行改成 ---。",
    )


def no_closing_fence(place: Place) -> Problem:
    """Tell a head without an end."""
    return error(
        place,
        "no-closing-fence",
        "开头的项目没有结束：后面再没有只写 --- 的一行。",
        "在项目和正文之间加一行 ---。",
    )


def no_keys(place: Place) -> Problem:
    """Tell an empty head."""
    return error(
        place,
        "no-keys",
        "两行 --- 之间没有任何项目。",
        "至少写 标题、日期、栏目、署名 和 来源。",
    )


def stray_line(place: Place) -> Problem:
    """Tell a line that is no key and belongs to none."""
    return error(
        place,
        "stray-line",
        "这一行看不懂：它既不是“项目: 内容”，也不属于上面的项目。",
        "写成“项目: 内容”；几个值分行写时，每行以“- ”开头；一个项目的内容只能写在一行里。",
    )


def unknown_key(place: Place, name: str, nearest: str | None) -> Problem:
    """Tell a key that is not declared, with the nearest that is."""
    return error(
        place,
        "unknown-key",
        f"没有“{short(name)}”这一项" + (f"，是否为“{nearest}”？" if nearest else "。"),
        f"改成“{nearest}”，或删掉这一行。"
        if nearest
        else "对照编辑须知里的项目表改名，或删掉这一行。",
    )


def blank_in_key(place: Place, name: str) -> Problem:
    """Tell a known key with a blank in it or before its colon."""
    return error(
        place,
        "blank-in-key",
        f"“{short(name)}”的字中间或冒号前面有空格。",
        f"写成“{name}: 内容”，冒号前面不留空格。",
    )


def yaml_mark(place: Place, text: str) -> Problem:
    """Tell what would be a tag, an anchor, a block or a mapping in YAML."""
    return error(
        place,
        "yaml-mark",
        f"“{short(text)}”是 YAML 的写法，这里不用。",
        "内容直接写在冒号后面的同一行里；几个值用顿号“、”分开。",
    )


def half_quotes(place: Place) -> Problem:
    """Tell a quote at one end of a value and none at the other."""
    return error(
        place,
        "half-quotes",
        '半角引号 " 只有一半。',
        "补上另一半，或改用中文引号“”；内容不需要引号。",
    )


def duplicate_key(place: Place, name: str, first_line: int) -> Problem:
    """Tell a key that stands twice."""
    return error(
        place,
        "duplicate-key",
        f"“{short(name)}”写了两次，第一次在第 {first_line} 行。",
        "只留一处。",
    )


def missing_key(place: Place, name: str) -> Problem:
    """Tell a required key without a value."""
    return error(
        place,
        "missing-key",
        f"缺少“{short(name)}”，这一项必须有内容。",
        f"补上“{short(name)}”。" + ("确实没有署名的，写 未署名。" if name == "署名" else ""),
    )


def entry_not_expected(place: Place, name: str) -> Problem:
    """Tell list lines under a key that takes one value."""
    return error(
        place,
        "entry-not-expected",
        f"“{short(name)}”下面不能再分条写。",
        f"把“{short(name)}”的内容写在同一行。",
    )


def entry_without_dash(place: Place, name: str) -> Problem:
    """Tell lines below a key that should be entries and do not begin with a dash."""
    return error(
        place,
        "entry-without-dash",
        f"“{short(name)}”下面分条写的内容没有“- ”。",
        "在每一条前面加“- ”（减号和一个空格）；一条有几项的，只加在第一项前面，其余各项和它对齐。",
    )


def scattered_entry(place: Place, name: str) -> Problem:
    """Tell an entry of which every line has a dash, so that each would be one of its own."""
    return error(
        place,
        "scattered-entry",
        f"“{short(name)}”的一条被拆成了几条：从这一行起，每一项前面都有“- ”。",
        "一条只在第一项前面写“- ”；其余各项删掉“- ”，缩进到和第一项的字对齐。",
    )


def indented_key(place: Place) -> Problem:
    """Tell a key with blanks before it."""
    return error(
        place,
        "indented-key",
        "这一行前面有空格；两行 --- 之间的项目要顶格写。",
        "删掉行首的空格。",
    )


def entry_without_keys(place: Place, name: str, keys: list[str]) -> Problem:
    """Tell a plain value where an entry with sub-keys is expected."""
    return error(
        place,
        "entry-without-keys",
        f"“{short(name)}”的每一条要分项写。",
        f"写成“- {keys[0]}: …”，其余各项（{'、'.join(keys[1:])}）缩进两格写在下面。",
    )


def one_entry_only(place: Place, name: str) -> Problem:
    """Tell a second entry of a key that has one."""
    return error(
        place,
        "one-entry-only",
        f"“{short(name)}”只能有一条。",
        "只留一条。",
    )


def indented_by_other_than_blanks(place: Place) -> Problem:
    """Tell an indent made of tabs or wide blanks."""
    return error(
        place,
        "tab-indent",
        "行首用了制表符（Tab）或全角空格缩进。",
        "行首缩进改用普通空格；正文段首不用空格，网页会自动缩进两字。",
    )


def full_width_colon(place: Place) -> Problem:
    """Note a full-width colon."""
    return info(
        place,
        "full-width-colon",
        "项目后面是全角冒号“：”，已照常读取。",
        "建议改成半角冒号和一个空格。",
    )


def full_width_comma(place: Place, name: str) -> Problem:
    """Note a list separated by full-width commas."""
    return info(
        place,
        "full-width-comma",
        f"“{short(name)}”里用了逗号“，”分隔，已按几个值读取。",
        "建议改用顿号“、”。",
    )


def comma_in_list(place: Place, name: str) -> Problem:
    """Tell an ASCII comma in a list without brackets."""
    return error(
        place,
        "comma-in-list",
        f"“{short(name)}”里有半角逗号，分不清是一个值还是几个值。",
        "几个值之间用顿号“、”。",
    )


def broken_brackets(place: Place, name: str) -> Problem:
    """Tell brackets that do not match."""
    return error(
        place,
        "broken-brackets",
        f"“{short(name)}”的方括号不成对，或用了全角方括号。",
        "写成 [甲，乙]，或不用方括号写成 甲、乙。",
    )


def named_twice(place: Place, name: str, value: str) -> Problem:
    """Tell a value that stands twice in a list."""
    return error(
        place,
        "named-twice",
        f"“{short(name)}”里“{short(value)}”写了两次。",
        "只留一个。",
    )


def not_a_choice(
    place: Place, name: str, value: str, choices: list[str], nearest: str | None
) -> Problem:
    """Tell a value that is none of the choices."""
    return error(
        place,
        "not-a-choice",
        f"“{short(name)}”不能写“{short(value)}”" + (f"，是否为“{nearest}”？" if nearest else "。"),
        f"只能写：{'、'.join(choices)}。",
    )


def not_a_number(place: Place, name: str, value: str) -> Problem:
    """Tell a text where a whole number is expected."""
    return error(
        place,
        "not-a-number",
        f"“{short(name)}”应是整数，现在是“{short(value)}”。",
        "只写阿拉伯数字，不写单位、逗号或“约”。",
    )


def not_a_decimal(place: Place, name: str, value: str) -> Problem:
    """Tell a text where a number is expected."""
    return error(
        place,
        "not-a-decimal",
        f"“{short(name)}”应是一个数，现在是“{short(value)}”。",
        "只写阿拉伯数字和小数点，如 58.6；单位写在“单位”栏，“约”“近”“余”“多”写在“约数”栏。",
    )


def too_long(place: Place, name: str, length: int, limit: int) -> Problem:
    """Tell a text that is too long."""
    return error(
        place,
        "too-long",
        f"“{short(name)}”有 {length} 字，最多 {limit} 字。",
        "缩短；放不下的写进正文或摘要。",
    )


def out_of_range(place: Place, name: str, value: object, limit: str) -> Problem:
    """Tell a number outside its limits."""
    return error(
        place,
        "out-of-range",
        f"“{short(name)}”是 {value}，应{limit}。",
        "核对这个数。",
    )


def bad_form(place: Place, name: str, value: str) -> Problem:
    """Tell a value that does not match its pattern."""
    return error(
        place,
        "bad-form",
        f"“{short(name)}”的写法不对：“{short(value)}”。",
        FORMS.get(name, "对照编辑须知里的写法改。"),
    )


def bad_byline(place: Place, text: str) -> Problem:
    """Tell a byline that cannot be read."""
    return error(
        place,
        "bad-byline",
        f"署名“{short(text)}”看不懂。",
        "写成“角色 姓名、姓名（单位）”，如 通讯员 张三、李四（某局）；几种角色用；分开。",
    )


def blank_in_name(place: Place, names: str) -> Problem:
    """Tell names that a blank separates, or that one name is spaced out."""
    return error(
        place,
        "blank-in-name",
        f"姓名“{short(names)}”里有空格或另一种角色，分不清是几个人。",
        "几个人用顿号“、”分开；两个字的姓名中间不空格；另一种角色前面用“；”分开。",
    )


def unusual_byline(place: Place, text: str, read: str) -> Problem:
    """Note a byline in another form than the usual."""
    return info(
        place,
        "unusual-byline",
        f"署名“{short(text)}”已读作“{short(read)}”。",
        f"建议写成 {short(read)}。",
    )


def unknown_role(place: Place, role: str, nearest: str | None, roles: Sequence[str]) -> Problem:
    """Tell a role that the press does not use."""
    return error(
        place,
        "unknown-role",
        f"署名里没有“{short(role)}”这种角色" + (f"，是否为“{nearest}”？" if nearest else "。"),
        f"角色和姓名之间空一格；角色只能是：{'、'.join(roles)}；没有署名的写 未署名。",
    )


def role_without_name(place: Place, role: str) -> Problem:
    """Tell a role without a name."""
    return error(
        place,
        "role-without-name",
        f"“{short(role)}”后面没有姓名。",
        f"写成“{role} 姓名”；没有署名的写 未署名。",
    )


def unsigned_and_signed(place: Place) -> Problem:
    """Tell an item that is said to be both."""
    return error(
        place,
        "unsigned-and-signed",
        "已经写了 未署名，又写了署名。",
        "二者只留一个。",
    )
