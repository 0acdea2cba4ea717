"""Faults of the form of bodies: lines, lists, notes and tables that would come out otherwise."""

from plugins.problems import Place, Problem, error, warning
from plugins.reading.messages.quoting import short


def nested_too_deep(place: Place) -> Problem:
    """Tell a text that is nested deeper than anybody means."""
    return error(
        place,
        "nested-too-deep",
        "引用、列表或方括号一层套一层，套得太深。",
        "删掉多余的 >、行首空格和没有配对的 [。",
    )


def tab_in_text(place: Place) -> Problem:
    """Tell a tab inside a line: a table pasted from Word or Excel."""
    return error(
        place,
        "tab-in-text",
        "这里有制表符（Tab），像是从 Word 或 Excel 粘贴来的表格；网页上会挤在一起。",
        "是表格就写成 | 甲 | 乙 | 的样子，第二行写 |---|---|；不是就改成空格。",
    )


def code_fence(place: Place) -> Problem:
    """Tell a block of code, which a bulletin does not have."""
    return error(
        place,
        "code-fence",
        "这里写了代码块的记号，本刊不用代码块。",
        "删掉 ``` 或 ~~~ 这一行；要照样印出的几个字写成 `文字`。",
    )


def list_indent(place: Place) -> Problem:
    """Tell a list item whose indent makes neither this level nor the next."""
    return error(
        place,
        "list-indent",
        "列表的缩进不是四格，分不清是哪一级。",
        "同一级的列表不缩进，下一级的缩进四个空格。",
    )


def full_width_mark(place: Place) -> Problem:
    """Tell a full-width mark where Markdown expects the ASCII one."""
    return error(
        place,
        "full-width-mark",
        "这里用了全角的 ＃、＞、｜、＊ 或 －，不起作用，会照原样印出来。",
        "改成半角：小标题 ## 、引用 > 、表格 | 、加粗 **文字** 、列表 - 。",
    )


def mark_without_effect(place: Place, marks: str) -> Problem:
    """Warn of a mark that other programs know, and this bulletin prints."""
    return warning(
        place,
        "mark-without-effect",
        f"“{marks}”的写法这里不起作用，会照原样印出来。",
        "删掉这样的记号；要突出的字写成 **文字**，要删的字直接删去，目录不用写。",
    )


def field_code(place: Place) -> Problem:
    """Tell a field code of Word, which stands where the reader is to see its result."""
    return error(
        place,
        "field-code",
        "这里有 Word 的域代码，会照原样印出来。",
        "删掉代码和它的花括号，只留要印的字；链接写成 [文字](https://…)。",
    )


def loose_stars(place: Place) -> Problem:
    """Warn of stars that are no pair, or make a pair that nobody means."""
    return warning(
        place,
        "loose-stars",
        "这里的星号没有配成对，或配错了，会印出多余的星号，或少印星号。",
        "加粗写成 **文字**，前后各两个半角星号，里面不空格；就要印出星号的，每个写成 \\*。",
    )


def sign_lost(place: Place) -> Problem:
    """Warn of a sign of a number that begins a line, and is taken for a mark of Markdown."""
    return warning(
        place,
        "sign-lost",
        "行首的“>”或“-”会被当作引用或列表的记号，不印出来，数字的意思就变了。",
        "大于、零下写成汉字，或在它前面加反斜线，写成 \\> 或 \\-；确是引用或列表的，后面空一格。",
    )


def heading_not_made(place: Place) -> Problem:
    """Warn of a line that begins as a heading does in full width, and is printed so."""
    return warning(
        place,
        "heading-not-made",
        "这一行以全角的“＃”开头，像是小标题，可是会照原样印出来。",
        "是小标题就写成“## 小标题”，半角，后面空一格；就要这样印的可以不改。",
    )


def list_not_made(place: Place, mark: str) -> Problem:
    """Warn of lines that begin as those of a list, and are printed so."""
    return warning(
        place,
        "list-not-made",
        f"几行都以“{mark}”开头，像是列表，可是会照原样印出来。",
        "要成列表，每行写成“- 内容”，减号用半角，后面空一格；就要这样印的可以不改。",
    )


def empty_heading(place: Place) -> Problem:
    """Tell a heading without a word."""
    return error(
        place,
        "empty-heading",
        "这一行只有 #，小标题没有文字。",
        "补上文字，写成“## 小标题”；不要就删掉这一行。",
    )


def full_width_link(place: Place) -> Problem:
    """Tell a link written with full-width brackets or a blank inside."""
    return error(
        place,
        "full-width-link",
        "链接的括号用了全角，或中间有空格，不起作用。",
        "写成 [文字](地址)、![替代文字](图片) 或 [[名称]]，括号都用半角，中间不空格。",
    )


def link_not_closed(place: Place) -> Problem:
    """Tell a link or a name that lacks one of its brackets."""
    return error(
        place,
        "link-not-closed",
        "链接的括号缺了一半，不起作用，会照原样印出来。",
        "写成 [文字](地址) 或 [[名称]]，写在一行里；就要印出方括号的，每个写成 \\[。",
    )


def lines_run_together(place: Place) -> Problem:
    """Warn of lines that would be printed as one paragraph, though their breaks look meant."""
    return warning(
        place,
        "lines-run-together",
        "这一行会和上一行连成一段。",
        "要各成一段，中间空一行；要成列表，每行写成“1. 内容”或“- 内容”；列表、表格前后空一行；"
        "诗、落款这样要照行印的，上一行末尾加 \\；就是一段的，接在上一行后面写。",
    )


def note_without_text(place: Place, label: str) -> Problem:
    """Tell the mark of a note that has no text."""
    return error(
        place,
        "note-without-text",
        f"注释 [^{short(label)}] 没有内容。",
        f"在文末另起一行写“[^{short(label)}]: 内容”，用半角冒号；或删掉这个记号。",
    )


def unused_note(place: Place, label: str) -> Problem:
    """Tell the text of a note that is marked nowhere."""
    return error(
        place,
        "unused-note",
        f"注释 [^{short(label)}] 在正文里没有用到。",
        f"在要加注的地方写 [^{short(label)}]，或删掉这条注释。",
    )


def note_twice(place: Place, label: str, first_line: int) -> Problem:
    """Tell two texts of one note."""
    return error(
        place,
        "note-twice",
        f"注释 [^{short(label)}] 写了两次，第一次在第 {first_line} 行。",
        "给其中一条换一个号。",
    )


def too_many_cells(place: Place, columns: int, cells: int) -> Problem:
    """Tell a row of a Markdown table of which the last cells would be lost."""
    return error(
        place,
        "too-many-cells",
        f"这一行有 {cells} 格，表头只有 {columns} 格，多出的不会显示。",
        "给表头补上一列，或去掉多出的竖线；文字里的竖线写成 \\|。",
    )


def text_in_table(place: Place) -> Problem:
    """Tell a line under a Markdown table that would become one of its rows."""
    return error(
        place,
        "text-in-table",
        "这一行紧跟在表格下面，会成为表格的一行。",
        "它不属于表格的，在它上面空一行；是表格里的一行，用 | 把各格隔开。",
    )


def table_without_line(place: Place) -> Problem:
    """Tell rows of a Markdown table that would be printed with their marks."""
    return error(
        place,
        "table-without-line",
        "这几行像是表格，可是表头下面没有 |---|---| 这一行，竖线会照原样印出来。",
        "在第一行下面加一行，有几列就写几个 ---，如 |---|---|。",
    )


def list_number_jumps(place: Place, number: int, before: int) -> Problem:
    """Warn of a number in a list that is not the next one: the page counts on."""
    return warning(
        place,
        "list-number-jumps",
        f"列表的编号从 {before} 跳到 {number}，页面上会接着 {before} 往下数。",
        "编号连着写；真要从别的数起，中间隔一段文字。",
    )


def sentences_run_together(place: Place) -> Problem:
    """Warn of a line break after a sentence: two paragraphs may be meant, and one is made."""
    return warning(
        place,
        "sentences-run-together",
        "上一行已经成句，这一行会接在它后面，合成一段。",
        "要另起一段，中间空一行；就是同一段的，接在上一行后面写。",
    )
