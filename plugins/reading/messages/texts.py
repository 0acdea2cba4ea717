"""Faults of bodies: characters, HTML, headings, links and pictures."""

from plugins.problems import Place, Problem, error, info, warning
from plugins.reading.messages.quoting import short

CHARACTER_KINDS = {
    "control": "控制字符",
    "invisible": "看不见的字符",
    "private": "自造字或私用区字符",
    "lost": "读不出的字符",
}
REMEDY_OF_BREAKS = "删掉它；要另起一段的，在这里空一行。"
REMEDY_OF_UNPRINTED = "删掉它，字不会少。"
MANUAL_BREAK = ("Word 的手动换行", REMEDY_OF_BREAKS)
FOREIGN_BREAK = ("网页或 Word 里的换行", REMEDY_OF_BREAKS)
FIELD_MARK = ("Word 域代码的记号", "删掉它和后面的代码，只留要印的字。")
LEFTOVERS = {
    "\x0b": MANUAL_BREAK,
    **dict.fromkeys("\u2028\u2029", FOREIGN_BREAK),
    **dict.fromkeys("\x13\x14\x15", FIELD_MARK),
    "\x07": ("Word 表格单元格的记号", "删掉它；是表格就写成 | 甲 | 乙 | 的样子。"),
    "\x0c": ("Word 的分页符", "删掉它；前后两段之间空一行。"),
    "\x1e": ("Word 的不间断连字符", "删掉它，需要的连字符重新输入一遍。"),
    "\x1f": ("Word 的可选连字符", REMEDY_OF_UNPRINTED),
    "\u00ad": ("可选连字符", REMEDY_OF_UNPRINTED),
    "\u200b": ("零宽空格", REMEDY_OF_UNPRINTED),
    "\u2060": ("零宽连接符", REMEDY_OF_UNPRINTED),
    "\ufeff": ("多余的 BOM", REMEDY_OF_UNPRINTED),
    **dict.fromkeys("\u200e\u200f", ("文字方向的记号", REMEDY_OF_UNPRINTED)),
    "\ufffc": (
        "图片、公式或表格留下的空位",
        "删掉它；图片放进 images/，在正文里写 ![替代文字](图片)，表格和公式重新输入。",
    ),
}
SYMBOL_FONTS = range(0xF000, 0xF100)
SYMBOL_OF_A_FONT = (
    "Word 的项目符号或符号字体",
    "是项目符号，就把每行写成“- 内容”，前后空一行；是别的符号，就重新输入。",
)


def forbidden_character(
    place: Place, kind: str, character: str, *, is_mended: bool = False
) -> Problem:
    """Tell a character that may not stand in a source; `kind` is a key of CHARACTER_KINDS.

    Where it `is_mended`, `check --fix` can delete it.
    """
    usual = ("多半从 Word 或网页带来", "删掉它，需要的字重新输入一遍。")
    if ord(character) in SYMBOL_FONTS:
        usual = SYMBOL_OF_A_FONT
    source, remedy = LEFTOVERS.get(character, usual)
    return error(
        place,
        "forbidden-character",
        f"这里有{CHARACTER_KINDS[kind]}（U+{ord(character):04X}，{source}）。",
        f"{remedy}check --fix 可以替你删掉。" if is_mended else remedy,
    )


def raw_html(place: Place, tag: str) -> Problem:
    """Tell HTML in a text; nothing of it is passed on or dropped."""
    return error(
        place,
        "raw-html",
        f"正文里有 HTML 代码“{short(tag)}”。",
        "删掉它和后面的 </…>：小标题用 ##，加粗用 **文字**，图片用 ![替代文字](../../images/文件)；"
        "要写尖括号本身，用《》或〈〉。",
    )


def page_number(place: Place, line: str) -> Problem:
    """Warn of the number of a page, which a PDF has left in a text."""
    return warning(
        place,
        "page-number",
        f"“{short(line.strip())}”单独成一段，像是从 PDF 带来的页码。",
        "删去；前后本是一段的，接成一段。",
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
        "小标题从 ## 起；不是标题、就要印出 # 的，在它前面加反斜线，写成 \\#。",
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


def link_without_address(place: Place) -> Problem:
    """Tell a link or a picture whose round brackets are empty."""
    return error(
        place,
        "link-without-address",
        "链接或图片的圆括号里没有地址。",
        "补上地址：[文字](https://…) 或 ![替代文字](../../images/文件)；不要链接就只留文字。",
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
        "图片写成 ![替代文字](地址)，前面是半角的感叹号。"
        if path.startswith("images/")
        else "稿件按本文件的位置写，如 x.md 或 ../2023/x.md；支部、单位用 [[名称]]；"
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


def backslash_in_path(place: Place) -> Problem:
    """Tell a path as Windows writes it, or one on the editor's own computer."""
    return error(
        place,
        "backslash-in-path",
        "路径里有“\\”，网页上找不到这个文件。",
        "文件先放进 images/ 或 files/，路径里的“\\”都改成“/”，如 ../../images/2022/文件名。",
    )


def picture_from_elsewhere(place: Place, target: str) -> Problem:
    """Tell a picture that is not in the content folder."""
    return error(
        place,
        "picture-from-elsewhere",
        f"图片“{short(target)}”不在本刊的文件夹里；别的网站和电脑上的图片，读者看不到。",
        "先把图片另存到 images/2022/ 这样的文件夹，再写 ![替代文字](../../images/2022/文件名)。",
    )


def path_from_root(place: Place, target: str, right: str) -> Problem:
    """Tell a path that would be right in another folder."""
    return error(
        place,
        "path-from-root",
        f"“{short(target)}”要从这个文件所在的文件夹写起，这样写找不到。",
        f"改成 {right}。",
    )


def quotes_of_caption(place: Place, caption: str) -> Problem:
    """Tell a caption behind a path whose quotes are full-width ones."""
    return error(
        place,
        "quotes-of-caption",
        f"图片或链接的说明{short(caption)}外面用了全角引号，会被当作文件名。",
        '外面的引号改成半角：![替代文字](路径 "说明")。',
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


def file_to_rename(place: Place, path: str) -> Problem:
    """Tell a file that is there, under a name that cannot be published."""
    return error(
        place,
        "file-to-rename",
        f"“{short(path)}”在，只是这个文件名不能用。",
        "照那个文件的提示先改名，再把这里的名字改成一样的。",
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


def empty_upload(place: Place, name: str) -> Problem:
    """Tell a picture or an attachment without a byte in it, as a copy that failed leaves it."""
    return error(
        place,
        "empty-upload",
        f"“{short(name)}”是空的（0 字节），多半是没有复制完。",
        "重新复制一份，打开看看内容在不在。",
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
