"""Faults of tables: files, headings, rows and cells."""

from collections.abc import Sequence

from plugins.problems import Place, Problem, error, info, warning
from plugins.reading.messages.quoting import short


def unknown_table(place: Place, name: str, nearest: str | None) -> Problem:
    """Tell a table that nothing reads."""
    return error(
        place,
        "unknown-table",
        f"没有叫“{short(name)}”的表" + (f"，是否为“{nearest}”？" if nearest else "。"),
        "照编辑须知里的表名改文件名；用不着就移走。",
    )


def table_name(place: Place, name: str, proposal: str) -> Problem:
    """Tell a table under a name that is not quite its own."""
    return error(
        place,
        "table-name",
        f"表格的文件名“{short(name)}”不对，没有读；它多半是 {proposal}。",
        f"改名为 {proposal}；用不着就移走。",
    )


def table_type(place: Place, name: str, proposal: str) -> Problem:
    """Tell a table as another program keeps it."""
    return error(
        place,
        "table-type",
        f"“{short(name)}”这种类型的表格读不了，只读 .xlsx 和 .csv。",
        f"在 Excel 或 WPS 里打开，另存为 {proposal}.xlsx 或“CSV UTF-8”，再删掉这个文件。",
    )


def table_twice(place: Place, other: str) -> Problem:
    """Tell a table that is there as CSV and as XLSX."""
    return error(
        place,
        "table-twice",
        f"同一张表有两个文件，另一个是“{other}”。",
        "只留一个。",
    )


def no_columns(place: Place) -> Problem:
    """Tell the one table that must be there."""
    return error(
        place,
        "no-columns",
        "没有栏目表。",
        "建立 tables/columns.csv，第一行写 栏目名称,链接名，下面每行一个栏目。",
    )


def broken_csv(place: Place) -> Problem:
    """Tell a CSV whose quotes do not match."""
    return error(
        place,
        "broken-csv",
        "这一行的引号不成对，从这里起读不下去。",
        "在 Excel 或 WPS 里打开，另存为“CSV UTF-8”；或改正双引号。",
    )


def broken_workbook(place: Place) -> Problem:
    """Tell a workbook that cannot be opened."""
    return error(
        place,
        "broken-workbook",
        "这个 XLSX 文件打不开：可能坏了、加了密码，或只是改了扩展名。",
        "在 Excel 或 WPS 里打开，取消密码，另存为 .xlsx 或 CSV。",
    )


def workbook_as_csv(place: Place, *, is_old: bool) -> Problem:
    """Tell a workbook under the name of a CSV; Notepad would destroy it."""
    return error(
        place,
        "workbook-as-csv",
        "这是 Excel、WPS 的工作簿，不是 CSV：只改了扩展名。",
        "在 Excel 或 WPS 里打开，取消密码，另存为 .xlsx 或“CSV UTF-8”；不要用记事本保存。"
        if is_old
        else "把扩展名改成 .xlsx，或在 Excel、WPS 里打开，另存为“CSV UTF-8”；不要用记事本保存。",
    )


def table_too_large(place: Place) -> Problem:
    """Tell a workbook that unpacks to too much."""
    return error(
        place,
        "table-too-large",
        "表格解开后太大，读不了。",
        "删掉空白的行、列和图片，另存一份。",
    )


def merged_cells(place: Place, where: str) -> Problem:
    """Tell merged cells."""
    return error(
        place,
        "merged-cells",
        f"{where} 是合并的单元格，分不清内容属于哪一行。",
        "选中它，点“取消合并单元格”，再把每一格填上。",
    )


def other_sheet(place: Place, title: str) -> Problem:
    """Warn of a sheet that is not read."""
    return warning(
        place,
        "other-sheet",
        f"工作表“{short(title)}”里也有内容；只读第一张工作表。",
        "把要的行移到第一张；不要的删掉。",
    )


def first_sheet_empty(place: Place, title: str) -> Problem:
    """Tell a workbook whose first sheet is empty, where there are others."""
    return error(
        place,
        "first-sheet-empty",
        f"第一张工作表是空的，后面还有工作表“{short(title)}”；只读第一张工作表。",
        "把要用的工作表移到最前面，或删掉空的那一张。",
    )


def hidden_row(place: Place) -> Problem:
    """Warn of a hidden row, which is read."""
    return warning(
        place,
        "hidden-row",
        "这一行是隐藏的，也照常读取。",
        "确认它该公开；不该公开就删掉，隐藏不等于删除。",
    )


def hidden_columns(place: Place, letters: Sequence[str]) -> Problem:
    """Warn of hidden columns, which are read."""
    return warning(
        place,
        "hidden-column",
        f"{'、'.join(letters)} 列是隐藏的，也照常读取。",
        "确认它该公开；不该公开就删掉，隐藏不等于删除。",
    )


def formula_cell(place: Place, value: str) -> Problem:
    """Tell a cell that holds a formula."""
    return error(
        place,
        "formula-cell",
        f"单元格里是公式“{short(value)}”，不是内容。",
        "复制后“选择性粘贴为数值”，再保存。",
    )


def error_cell(place: Place, value: str) -> Problem:
    """Tell a cell in which a formula has left its fault: what stood there is lost."""
    return error(
        place,
        "error-cell",
        f"单元格里是 Excel 的错误值“{short(value)}”，原来的内容已经没有了。",
        "照原始材料重新填上；没有内容的，清空这一格。",
    )


def date_changed_by_excel(place: Place, name: str, text: str) -> Problem:
    """Tell a date that a spreadsheet has turned into a form of its own."""
    return error(
        place,
        "excel-date",
        f"“{short(name)}”里的日期被 Excel 改成了“{short(text)}”，看不出原来写的是什么。",
        "先选中这一列，把单元格格式设成“文本”，再照 2021-07、2022-03-09 的样子重填；"
        "不先设成文本，重填了还会变。",
    )


def number_changed_by_excel(place: Place, name: str, text: str, form: str) -> Problem:
    """Tell a number that the format of its cell has turned into a date or a percentage."""
    return error(
        place,
        "excel-number",
        f"“{short(name)}”应是一个数，读到的却是{form}“{short(text)}”：多半是单元格的格式成了{form}。",
        "选中这一列，把单元格格式设为“常规”，再重新输入数字；不先改格式，重填了还会变。",
    )


def break_in_cell(place: Place, name: str, read: str) -> Problem:
    """Note a cell of several lines, which is read as one."""
    return info(
        place,
        "line-in-cell",
        f"“{short(name)}”这一格里有换行，已连成一行，读作“{short(read)}”。",
        "删去格里的换行（Excel 里是 Alt+Enter 打的）。",
    )


def break_in_list(place: Place, name: str) -> Problem:
    """Tell a cell that may hold several names, or one that was broken."""
    return error(
        place,
        "line-in-list",
        f"“{short(name)}”这一格里有换行，分不清是一个还是几个。",
        "几个的用顿号“、”分开，写成一行；本是一个的，删去格里的换行。",
    )


def title_line(place: Place, text: str) -> Problem:
    """Tell a line above the headings."""
    return error(
        place,
        "title-line",
        f"“{short(text)}”这一行在列名上面；第一行必须是列名。",
        "删掉这一行。",
    )


def total_row(place: Place, word: str) -> Problem:
    """Tell a row that adds up the others."""
    return error(
        place,
        "total-row",
        f"这一行是“{short(word)}”，不是一条内容。",
        "删掉这一行；合计由网站自己算。",
    )


def wrong_separator(place: Place, separator: str) -> Problem:
    """Tell a table whose cells are not parted by commas."""
    return error(
        place,
        "wrong-separator",
        f"各列是用{separator}分开的，分不出列；CSV 只用半角逗号。",
        "在 Excel 或 WPS 里分列打开，另存为“CSV UTF-8”或 .xlsx。",
    )


def unknown_heading(place: Place, name: str, nearest: str | None, known: Sequence[str]) -> Problem:
    """Tell a heading that is not declared."""
    return error(
        place,
        "unknown-heading",
        (f"没有“{short(name)}”这一列" if name else "第一行有一列没有列名")
        + (f"，是否为“{nearest}”？" if nearest else "。"),
        f"这张表的列名只能是：{'、'.join(known)}。",
    )


def duplicate_heading(place: Place, name: str) -> Problem:
    """Tell a heading that stands twice."""
    return error(
        place,
        "duplicate-heading",
        f"“{short(name)}”这一列有两个。",
        "只留一列。",
    )


def missing_heading(place: Place, name: str) -> Problem:
    """Tell a required heading that is not there."""
    return error(
        place,
        "missing-heading",
        f"缺少“{short(name)}”这一列。",
        f"在第一行加上“{short(name)}”。",
    )


def long_row(place: Place, expected: int, found: int) -> Problem:
    """Tell a row with more cells than headings."""
    return error(
        place,
        "long-row",
        f"这一行有 {found} 格，列名只有 {expected} 个。",
        "多半是内容里有逗号：给这一格加上双引号，或删掉多出的格。",
    )


def short_row(place: Place, expected: int, found: int, *, has_comma: bool) -> Problem:
    """Note a row whose last cells are missing, perhaps as a comma in it is full-width."""
    return info(
        place,
        "short-row",
        f"这一行只有 {found} 格，应有 {expected} 格；后面的按空格读取。",
        "有一格里有全角逗号“，”：分格的改成半角“,”；确是话里的逗号，就在行末补上半角逗号。"
        if has_comma
        else "不改也行；在行末补上逗号更清楚。",
    )


def cells_joined(place: Place, expected: int, found: int) -> Problem:
    """Tell a row that cannot be read, as a comma between two of its cells is full-width."""
    return error(
        place,
        "cells-joined",
        f"这一行应有 {expected} 格，只有 {found} 格，多半是分格的逗号打成了全角“，”。",
        "把分格的“，”改成半角“,”；确是话里的逗号，就补上缺的那一格。",
    )


def value_twice(place: Place, heading: str, value: str, first_line: int) -> Problem:
    """Tell a name that two rows bear."""
    return error(
        place,
        "value-twice",
        f"“{heading}”里“{short(value)}”用了两次，第一次在第 {first_line} 行。",
        "改成不同的；同一个事物只写一行。",
    )


def name_sounds_alike(
    place: Place, heading: str, value: str, other: str, other_line: int
) -> Problem:
    """Warn of a name that differs from another by a character of the same sound."""
    return warning(
        place,
        "name-sounds-alike",
        f"“{heading}”里“{short(value)}”和第 {other_line} 行的“{short(other)}”只差一个同音字。",
        "是同一个，就改正错字，只留一行；确是两个，可以不改。",
    )


def synonym_of_itself(place: Place, word: str) -> Problem:
    """Tell a word that stands among its own synonyms."""
    return error(
        place,
        "synonym-of-itself",
        f"“{short(word)}”写成了自己的同义词。",
        "删掉它；“同义词”里只写别的说法。",
    )


def missing_slug(place: Place, proposal: str) -> Problem:
    """Tell a row without its name in URLs, and propose one."""
    return error(
        place,
        "missing-slug",
        "缺少“链接名”，这一行没有网址。",
        f"填上 {proposal}（或别的小写拼音，定了不改）；check --fix 可以代填。",
    )
