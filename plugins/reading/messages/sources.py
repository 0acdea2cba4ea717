"""Faults of files: where they lie, what they are called, how their bytes are written."""

from plugins.problems import Place, Problem, error, info
from plugins.reading.messages.quoting import short


def no_content_folder(place: Place) -> Problem:
    """Tell that the content folder is not there."""
    return error(
        place,
        "no-content-folder",
        "找不到稿件文件夹。",
        "检查 --content 后面的路径，或在项目文件夹里运行。",
    )


def empty_file(place: Place) -> Problem:
    """Tell a file without a character in it."""
    return error(
        place,
        "empty-file",
        "文件是空的。",
        "写上内容；不要这个文件就删掉它。",
    )


def not_text(place: Place) -> Problem:
    """Tell bytes that are no text in an encoding we read."""
    return error(
        place,
        "not-text",
        "文件不是文本，或用了读不了的编码。",
        "在记事本里“另存为”，编码选 UTF-8；Word、WPS 文档请先另存为纯文本。",
    )


def damaged_text(place: Place) -> Problem:
    """Tell a UTF-8 text of which some bytes are lost."""
    return error(
        place,
        "damaged-text",
        "从这一行起有几个字节坏了，读不出是什么字。",
        "打开文件，找到显示为方块或问号的地方，重新输入，另存为 UTF-8。",
    )


def byte_order_mark(place: Place) -> Problem:
    """Note a byte order mark."""
    return info(
        place,
        "byte-order-mark",
        "文件开头有 BOM 标记，已照常读取。",
        "不改也行；check --fix 可以去掉。",
    )


def windows_line_ends(place: Place) -> Problem:
    """Note CRLF line ends."""
    return info(
        place,
        "windows-line-ends",
        "换行是 Windows 式的（CRLF），已照常读取。",
        "不改也行；check --fix 可以统一。",
    )


def gb18030(place: Place) -> Problem:
    """Note an older Chinese encoding."""
    return info(
        place,
        "gb18030",
        "文件是 GB18030（GBK）编码，已照常读取。",
        "建议另存为 UTF-8；check --fix 可以转换。",
    )


def utf16(place: Place) -> Problem:
    """Note the encoding that Notepad calls Unicode."""
    return info(
        place,
        "utf-16",
        "文件是 UTF-16 编码（记事本里叫 Unicode），已照常读取。",
        "建议另存为 UTF-8；check --fix 可以转换。",
    )


def symbolic_link(place: Place) -> Problem:
    """Tell a symbolic link or other thing that is no file."""
    return error(
        place,
        "symbolic-link",
        "这是一个链接（快捷方式），不是文件；链接可能指到稿件文件夹外面，不读。",
        "把文件本身复制到这里，删掉链接。",
    )


def unknown_file(place: Place) -> Problem:
    """Tell a file that has no place in the content folder."""
    return error(
        place,
        "unknown-file",
        "不认识这个文件：它不在规定的文件夹里，或类型不对。",
        "稿件放 news/年份/，表格放 tables/，图片放 images/，附件放 files/；用不着就移走。",
    )


def text_type(place: Place, name: str, proposal: str) -> Problem:
    """Tell a text as a word processor keeps it."""
    return error(
        place,
        "text-type",
        f"“{short(name)}”这种类型的稿件读不了，只读 .md 的纯文本。",
        f"在 Word 或 WPS 里打开，另存为“纯文本”（编码选 UTF-8），文件名改成 {proposal}，"
        "开头照编辑须知写上标题、日期；再删掉这个文件。",
    )


def text_ending(place: Place, name: str, proposal: str) -> Problem:
    """Tell a plain text of which only the name is wrong."""
    return error(
        place,
        "text-ending",
        f"“{short(name)}”没有读：稿件的文件名要用 .md 结尾。",
        f"改名为 {proposal}，里面的文字不用动。",
    )


def capital_ending(place: Place, name: str, proposal: str) -> Problem:
    """Tell a file in its place of which only the ending is in capitals."""
    return error(
        place,
        "capital-ending",
        f"“{short(name)}”没有读：扩展名要用小写字母。",
        f"扩展名改成小写：{proposal}。",
    )


def copied_file(place: Place, name: str, proposal: str) -> Problem:
    """Tell a file that is named as the copy of another: it would be published twice."""
    return error(
        place,
        "copied-file",
        f"“{short(name)}”没有读：看文件名，像是另一个文件的副本。",
        f"先打开看看：和原来的一样，就删掉它；确是另一个文件，才改名，例如 {proposal}。",
    )


def bad_file_name(place: Place, name: str, proposal: str) -> Problem:
    """Tell a file name that would not survive as a URL."""
    return error(
        place,
        "bad-file-name",
        f"文件名“{name}”不能用作网址：只能用小写字母、数字和连字符。",
        f"改名，例如 {proposal}。",
    )


def long_file_name(place: Place, length: int, most: int) -> Problem:
    """Tell a file name that other systems could not hold."""
    return error(
        place,
        "long-file-name",
        f"文件名有 {length} 个字符，太长，最多 {most} 个。",
        "改成短一些的名字。",
    )


def year_folder(place: Place, name: str, year: str) -> Problem:
    """Tell a folder of news/ that is not named by a year, proposing the `year` if it holds one."""
    return error(
        place,
        "year-folder",
        f"文件夹名“{short(name)}”不对：news/ 里面的文件夹只用四位数的年份作名字。",
        f"文件夹改名为 {year}。" if year else "稿件移到它那一年的文件夹里，如 news/2026/。",
    )


def backup_file(place: Place, name: str) -> Problem:
    """Tell a file that is an earlier state of another."""
    return error(
        place,
        "backup-file",
        f"“{short(name)}”没有读：看扩展名，它是备份。",
        "移到稿件文件夹外面；用不着就删掉。",
    )


def names_alike(place: Place, other: str) -> Problem:
    """Tell two names that differ only in case."""
    return error(
        place,
        "names-alike",
        f"文件名与“{other}”只差大小写，在 Windows 上会互相覆盖。",
        "给其中一个改名。",
    )


def merge_conflict(place: Place) -> Problem:
    """Tell the marks of an unfinished merge."""
    return error(
        place,
        "merge-conflict",
        "这里有 Git 合并冲突的记号，两个人的修改还没有合到一起。",
        "留下要的文字，删掉 <<<<<<<、|||||||、======= 和 >>>>>>> 这些行。",
    )


def changed_meanwhile(place: Place) -> Problem:
    """Tell a file that was saved or taken away while it was at work on."""
    return error(
        place,
        "changed-meanwhile",
        "读过以后，这个文件又被保存或移走了，还没有按新的内容检查。",
        "再来一次。",
    )


def unreadable(place: Place, reason: str) -> Problem:
    """Tell a file that the system does not let us read."""
    return error(
        place,
        "unreadable",
        f"这个文件读不了（{reason}）：多半是没有权限，或正被别的程序打开。",
        "关闭打开它的程序（如 Excel、WPS），检查权限，再试一次。",
    )


def not_mended(place: Place, reason: str) -> Problem:
    """Tell a file that could not be mended, or no copy of it kept."""
    return error(
        place,
        "not-mended",
        f"这个文件没有能自动改（{reason}）：读不了、写不进，或原件存不下；它还是原来的样子。",
        "关闭打开它的程序（如 Excel、WPS），检查文件和文件夹的权限，再试一次。",
    )
