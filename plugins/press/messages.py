"""What the press tells, each fault in one place: code, what was found, what to do."""

import errno
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.problems import Place, Problem, error, info, warning
from plugins.problems.writing_faults import why_not_written

if TYPE_CHECKING:  # problems are told also where no page was made
    from plugins.domain.page import Page

REMEDIES = {
    errno.ENOSPC: "清理磁盘后再生成一次",
    errno.EDQUOT: "清理磁盘后再生成一次",
    errno.EFBIG: "请管理员放宽限制，或换一个输出目录",
    errno.EROFS: "换一个能写入的输出目录",
    errno.EACCES: "关闭打开它的程序，检查目录权限，再生成一次",
    errno.EPERM: "检查目录权限，再生成一次",
    errno.EISDIR: "把这个目录移到别处，再生成一次",
    errno.ENOTDIR: "把这个文件移到别处，再生成一次",
    errno.ELOOP: "删除这个符号链接，再生成一次",
    errno.ENAMETOOLONG: "换一个路径较短的输出目录",
}
HALF_WRITTEN = "output-half-written"
"""The code of the one fault after which the old site is no longer as it was."""

OTHER_REMEDY = "检查输出目录后再生成一次"


def output_unwritable(fault: OSError, folder: Path) -> Problem:
    """Tell why output/ could not be written; `fault.filename` names the file if one is known."""
    place, remedy = Place(str(fault.filename or folder)), _remedy(fault)
    return error(place, "output-unwritable", f"网站没有写成：{why_not_written(fault)}", remedy)


def output_not_ours(folder: Path) -> Problem:
    """Refuse a folder that holds something else than a site made by this program."""
    return error(
        Place(str(folder)),
        "output-not-ours",
        "输出目录里有别的东西，又没有 SHA256SUMS，不像是本程序生成的网站，没有动它",
        "换一个空目录，或先把里面的东西移走",
    )


def output_half_written(fault: OSError, folder: Path) -> Problem:
    """Tell that writing was broken off after the first files of the new site were in place."""
    place, remedy = Place(str(fault.filename or folder)), _remedy(fault)
    found = f"网站只换了一部分文件，新旧混在一起：{why_not_written(fault)}"
    return error(place, HALF_WRITTEN, found, f"{remedy}，会补完；在那以前不要发布")


def report_unwritable(fault: OSError, file: Path) -> Problem:
    """Tell that the numbers of a build could not be written; the site is there."""
    found = f"网站已经写好，只是 --report 的文件没有写成：{why_not_written(fault)}"
    return error(Place(str(file)), "report-unwritable", found, "--report 换一个能写入的文件名")


def output_misplaced(folder: Path, source: Path) -> Problem:
    """Refuse to write among what a site is made of, or around it."""
    return error(
        Place(str(folder)),
        "output-misplaced",
        f"输出目录与 {source} 重叠",
        "把输出目录放在内容目录、主题目录和程序目录之外",
    )


def manifest_damaged(file: Path, line: int) -> Problem:
    """Refuse a manifest that lists what no build could have written."""
    return error(
        Place(str(file), line),
        "manifest-damaged",
        "这一行不是“校验值  路径”的样子，清单被改动过",
        "从备份恢复 SHA256SUMS，或清空输出目录后再生成",
    )


def output_busy(folder: Path, owner: str) -> Problem:
    """Refuse a second build on the same output."""
    return error(
        Place(str(folder)),
        "output-busy",
        f"另一个生成正在写这个目录（{owner}）",
        "等它做完再生成",
    )


def foreign_file(folder: Path, path: str) -> Problem:
    """Mention a file in output/ that no build has written."""
    return warning(
        Place(f"{folder.name}/{path}"),
        "foreign-file",
        "输出目录里的这个文件不是本程序生成的，没有动它；整个目录发布时它会一起公开",
        "确认它该公开；不需要就删除",
    )


def page_conflict(path: str, first: str, second: str) -> Problem:
    """Tell that two pages want one file, or one a file where the other needs a folder."""
    return error(
        Place(path),
        "page-conflict",
        f"两个页面要写到同一处：{first} 与 {second}",
        "给其中一个换一个链接名或文件名",
    )


def device_in_path(path: str, name: str) -> Problem:
    """Tell a page or file that cannot be written on Windows; editors name some folders freely."""
    return error(
        Place(path),
        "device-in-path",
        f"“{name}”是 Windows 留给设备的名字，那里写不出 {path}",
        "给这个文件、目录或链接名换一个名字",
    )


def page_missing(file: str, path: str) -> Problem:
    """Tell that something public has got no page."""
    return error(
        Place(file),
        "page-missing",
        f"公开的内容没有页面：应有 {path}",
        "请维护人员查看 pelicanconf.py 的 PLUGINS 是否齐全",
    )


def source_unreadable(page: "Page", fault: OSError) -> Problem:
    """Tell that a file could not be made because what it is made from could not be read."""
    return error(
        Place(str(fault.filename or page.path)),
        "source-unreadable",
        f"做不出 {page.path}：{fault.strerror or fault}",
        "检查这个文件能不能打开，换一个好的再生成",
    )


def template_fault(place: Place, page: "Page", reason: str) -> Problem:
    """Tell a fault of the theme; `page` is the first page that met it."""
    return error(
        place,
        "template-fault",
        f"模板有错，做不出 {page.path}：{reason}",
        "请维护人员改正模板；与稿件无关",
    )


def plugin_not_loaded(name: str) -> Problem:
    """Tell that Pelican went on without a plugin."""
    return error(
        Place("pelicanconf.py"),
        "plugin-not-loaded",
        f"插件 {name} 没有装上，原因见上面的英文信息",
        "请维护人员改正后再生成",
    )


def content_missing(folder: Path) -> Problem:
    """Tell that there is nothing to read."""
    return error(
        Place(str(folder)),
        "content-missing",
        "没有这个内容目录",
        "检查 --content 后面写的目录",
    )


def record_damaged(file: Path) -> Problem:
    """Say that the record of the last build was of no use; nothing is lost but time."""
    return info(
        Place(str(file)),
        "record-damaged",
        "上次生成的记录读不出来，这次全部重新生成，并写了新的记录",
        "不用处理；经常出现时请检查磁盘",
    )


def _remedy(fault: OSError) -> str:
    return REMEDIES.get(fault.errno or 0, OTHER_REMEDY)
