"""Problems of the preview itself: the building process has failed, or fits its sources no more."""

import re
from pathlib import Path

from plugins.problems import Place, Problem, error, warning

FRAME = re.compile(r'^\s*File "(.+)", line (\d+)', re.MULTILINE)
TRACE = "Traceback (most recent call last):"
PROGRAM = "plugins"
BUSY = "output-busy"
"""What a build says where another one is writing to the same folder."""

LOCK = "requirements.lock"


def program_fault(trace: str, root: Path, log: Path) -> Problem:
    """Tell a fault of the program: the last place of the trace that is in the project."""
    said = trace.strip().splitlines()[-1].strip()
    return error(
        _place(trace, root),
        "program-fault",
        f"程序自身出错：{said}",
        f"改好程序后会自动重新生成；若没有改过程序，请把 {log} 交给维护人员。",
    )


def builder_ended(code: int) -> Problem:
    """Tell that the building process is gone without a word."""
    how = f"信号 {-code}" if code < 0 else f"代码 {code}"
    return error(
        Place(PROGRAM),
        "builder-ended",
        f"生成网站的进程意外停止（{how}）。",
        "改动任何稿件或模板都会重新生成；反复出现时，请看内存和磁盘是否够用。",
    )


def builder_not_started(reason: str) -> Problem:
    """Tell that the system starts no building process."""
    return error(
        Place(PROGRAM),
        "builder-not-started",
        f"无法启动生成网站的进程：{reason}。",
        "关掉一些别的程序，再改动任何稿件，就会重新生成。",
    )


def content_missing() -> Problem:
    """Tell that there is nothing to make a site from."""
    return error(
        Place("content"),
        "content-missing",
        "没有 content 目录，稿件和表格都应在里面。",
        "把它放回项目目录，就会自动重新生成。",
    )


def lock_changed() -> Problem:
    """Tell that the preview runs with other packages than the project asks for."""
    return warning(
        Place(LOCK),
        "packages-changed",
        "所用软件的清单变了，预览还在用原来的。",
        "按 Ctrl+C 结束预览，再运行一次 python tasks.py preview。",
    )


def polling() -> Problem:
    """Tell that the system reports no changes, so that they are looked for now and then."""
    return warning(
        Place("content"),
        "changes-polled",
        "系统不能即时报告文件的改动，改为每隔一两秒查看一次。",
        "不影响使用；若稿件放在网络盘上，放到本机会快得多。",
    )


def _place(trace: str, root: Path) -> Place:
    for file, line in reversed(FRAME.findall(trace)):
        if Path(file).is_relative_to(root) and not Path(file).is_relative_to(root / ".venv"):
            return Place(Path(file).relative_to(root).as_posix(), int(line))
    return Place(PROGRAM)
