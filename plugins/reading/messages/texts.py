"""Faults of bodies: characters, HTML, headings, links and pictures."""

from plugins.problems import Place, Problem, error, info, warning
from plugins.reading.messages.quoting import short

CHARACTER_KINDS = {
    "control": "控制字符",
    "invisible": "看不见的字符",
    "private": "自造字或私用区字符",
    "lost": "读不出的字符",
}


def forbidden_character(place: Place, kind: str, character: str) -> Problem:
    """Tell a character that may not stand in a source; `kind` is a key of CHARACTER_KINDS."""
    return error(
        place,
        "forbidden-character",
        f"这里有{CHARACTER_KINDS[kind]}（U+{ord(character):04X}），多半是从 Word 或网页带来的。",
        "删掉它，需要的字重新输入一遍。",
    )


def raw_html(place: Place, tag: str) -> Problem:
    """Tell HTML in a text; nothing of it is passed on or dropped."""
    return error(
        place,
        "raw-html",
        f"正文里有 HTML 代码“{short(tag)}”。",
        "删掉它：小标题用 ##，加粗用 **文字**，图片用 ![替代文字](../../images/文件)；"
        "要写尖括号本身，用《》或〈〉。",
    )


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


def full_width_link(place: Place) -> Problem:
    """Tell a link written with full-width brackets or a blank inside."""
    return error(
        place,
        "full-width-link",
        "链接的括号用了全角，或中间有空格，不起作用。",
        "写成 [文字](地址)、![替代文字](图片) 或 [[名称]]，括号都用半角，中间不空格。",
    )


def lines_run_together(place: Place) -> Problem:
    """Warn of numbered lines that would be printed as one paragraph."""
    return warning(
        place,
        "lines-run-together",
        "这一行会和上一行连成一段。",
        "要各成一段，中间空一行；要成列表，每行写成“1. 内容”或“- 内容”，前后空一行。",
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


def reference_definition(place: Place) -> Problem:
    """Tell a line that Markdown takes for an address and does not print."""
    return error(
        place,
        "reference-definition",
        "“[甲]: 乙”这样的行会被当作链接地址，不会印出来。",
        "链接直接写成 [文字](地址)；确是正文，冒号改成全角“：”。",
    )


def link_in_link(place: Place, target: str) -> Problem:
    """Tell a link inside another link."""
    return error(
        place,
        "link-in-link",
        f"链接“{short(target)}”的文字里还有一个链接。",
        "一处文字只能有一个链接，留一个。",
    )


def lead_and_item(place: Place) -> Problem:
    """Tell one entry of an edition that names two items."""
    return error(
        place,
        "lead-and-item",
        "这一条既写了头题，又写了稿件。",
        "分成两条，每条一行，以“- ”开头。",
    )


def text_not_expected(place: Place) -> Problem:
    """Tell a text under the head of an edition, which has none."""
    return error(
        place,
        "text-not-expected",
        "版面文件只有开头的项目，没有正文；这里的文字不会刊出。",
        "要刊出就写成一篇稿件，再列进 稿件；不要就删掉。",
    )


def removed_by_sanitiser(place: Place) -> Problem:
    """Tell a text of which the sanitiser would remove something."""
    return error(
        place,
        "unsafe-text",
        "正文里有不能放上网页的内容。",
        "检查链接和图片的写法，去掉网页代码。",
    )


def heading_of_first_level(place: Place) -> Problem:
    """Tell a first-level heading in a body."""
    return error(
        place,
        "first-level-heading",
        "正文里用了一级标题（#）；一级标题只能是稿件的标题。",
        "小标题从 ## 起。",
    )


def skipped_heading_level(place: Place, above: int, level: int) -> Problem:
    """Tell a heading that skips a level."""
    return error(
        place,
        "skipped-heading-level",
        f"小标题从 {above} 级跳到了 {level} 级。",
        f"改成 {'#' * (above + 1)}，逐级往下。",
    )


def empty_body(place: Place) -> Problem:
    """Tell an item without a text."""
    return error(
        place,
        "empty-body",
        "稿件没有正文。",
        "在第二行 --- 下面写正文；还没写好的，加一行 状态: 草稿。",
    )


def link_without_text(place: Place, target: str) -> Problem:
    """Tell a link that readers could not see."""
    return error(
        place,
        "link-without-text",
        f"链接“{short(target)}”没有文字，读者看不见它。",
        "在方括号里写上文字：[文字](地址)。",
    )


def link_scheme(place: Place, target: str) -> Problem:
    """Tell a link whose scheme a page may not carry."""
    return error(
        place,
        "link-scheme",
        f"链接“{short(target)}”不是网址，也不是本刊的稿件。",
        "网址以 https:// 开头；稿件写文件名，如 ../2023/wenjian-ming.md。",
    )


def link_without_https(place: Place, target: str) -> Problem:
    """Warn of a link over plain HTTP."""
    return warning(
        place,
        "link-without-https",
        f"链接“{short(target)}”不是加密的 https。",
        "换成 https:// 开头的地址；对方确实没有的可以不改。",
    )


def link_target(place: Place, path: str, nearest: str | None) -> Problem:
    """Tell a link to a text that is not there."""
    return error(
        place,
        "link-target",
        f"链接指向的“{short(path)}”不是本刊的稿件或页面"
        + (f"，是否为“{nearest}”？" if nearest else "。"),
        "稿件按本文件的位置写，如 x.md 或 ../2023/x.md；支部、单位用 [[名称]]；"
        "别的网站写完整的地址，以 https:// 开头。",
    )


def link_to_unpublished(place: Place, path: str) -> Problem:
    """Warn of a link to a draft or a future item."""
    return warning(
        place,
        "link-to-unpublished",
        f"链接指向的“{short(path)}”还没有公开，读者看到的是不带链接的文字。",
        "等它公开后自然会有链接；不要就删掉。",
    )


def unknown_fragment(place: Place, fragment: str, nearest: str | None) -> Problem:
    """Tell a link to a heading that is not there."""
    return error(
        place,
        "unknown-fragment",
        f"链接里的小标题“#{fragment}”不存在" + (f"，是否为“#{nearest}”？" if nearest else "。"),
        "照那篇文章里的小标题写，空格写成 -。",
    )


def outside_content(place: Place, target: str) -> Problem:
    """Tell a path that leaves the content folder."""
    return error(
        place,
        "outside-content",
        f"“{short(target)}”指到了稿件文件夹外面，或不是相对路径。",
        "图片放 images/、附件放 files/，再写 ../../images/2022/文件名 这样的相对路径，"
        "用 / 不用 \\。",
    )


def picture_without_alternative(place: Place, target: str) -> Problem:
    """Tell a picture without an alternative text."""
    return error(
        place,
        "picture-without-alternative",
        f"图片“{short(target)}”没有替代文字，听网页的读者不知道画面上是什么。",
        "在方括号里写画面内容：![会议现场](…)。",
    )


def missing_file(place: Place, path: str, nearest: str | None, kind: str) -> Problem:
    """Tell a picture or attachment that is not there."""
    return error(
        place,
        "missing-file",
        f"找不到文件“{short(path)}”" + (f"，是否为“{nearest}”？" if nearest else "。"),
        f"把文件放进 {kind}/，或改正文件名（区分大小写）。",
    )


def svg_picture(place: Place, name: str) -> Problem:
    """Tell an SVG, which can carry scripts."""
    return error(
        place,
        "svg-picture",
        f"“{short(name)}”是 SVG 图，里面可能带有程序，不能发布。",
        "另存为 PNG 或 JPEG。",
    )


def not_a_picture(place: Place, name: str) -> Problem:
    """Tell a file that is no picture."""
    return error(
        place,
        "not-a-picture",
        f"“{short(name)}”不是能用的图片。",
        "换成 JPEG、PNG 或 WebP 图片；只改扩展名没有用，要另存为。",
    )


def damaged_picture(place: Place, name: str) -> Problem:
    """Tell a picture that is cut off or broken."""
    return error(
        place,
        "damaged-picture",
        f"图片“{short(name)}”坏了，打不开或不完整。",
        "换一份完好的图片。",
    )


def picture_too_large(place: Place, name: str, width: int, height: int) -> Problem:
    """Tell a picture of more pixels than can be handled; how many is not always known."""
    size = f"：{width}×{height} 像素" if width else ""
    return error(
        place,
        "picture-too-large",
        f"图片“{short(name)}”太大{size}。",
        "缩小到长边 6000 像素以内。",
    )


def attachment_type(place: Place, name: str, types: list[str]) -> Problem:
    """Tell an attachment of a type that is not published."""
    return error(
        place,
        "attachment-type",
        f"附件“{short(name)}”的类型不能发布。",
        f"换成这些类型之一：{'、'.join(types)}。",
    )


def too_many_cells(place: Place, columns: int, cells: int) -> Problem:
    """Tell a row of a Markdown table of which the last cells would be lost."""
    return error(
        place,
        "too-many-cells",
        f"这一行有 {cells} 格，表头只有 {columns} 格，多出的不会显示。",
        "给表头补上一列，或去掉多出的竖线；文字里的竖线写成 \\|。",
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


def draft_not_public(place: Place) -> Problem:
    """Note an item that waits because it is a draft."""
    return info(
        place, "draft-not-public", "这篇是草稿，没有公开。", "写好了，把“状态”改成 发布 或删掉。"
    )


def dated_ahead(place: Place, day: str) -> Problem:
    """Note an item that waits for its day."""
    return info(
        place,
        "dated-ahead",
        f"这篇的日期是 {day}，到那一天才公开。",
        "要现在公开，把日期改成今天或以前。",
    )
