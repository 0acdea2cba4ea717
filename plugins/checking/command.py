"""`check`: the sources read and checked without building, told as text, JSON or CI annotations."""

import argparse
import sys
from datetime import date
from pathlib import Path

from plugins.checking import NOT_ALL_CHECKED
from plugins.checking.all_rules import check as check_rules
from plugins.checking.backup import mend_folder
from plugins.checking.changed_files import NoSuchRevisionError, changed_since
from plugins.domain.bulletin import Bulletin
from plugins.domain.dates import now_here, today_here
from plugins.problems import Problem, has_errors, in_order
from plugins.problems.report import as_github, as_json, count_line
from plugins.problems.telling import tell
from plugins.reading import Reading, read_bulletin

WRONG_CALL = 2


def check(arguments: argparse.Namespace) -> int:
    """Check `arguments.content`; return 1 where there is an error, 2 for an unknown revision."""
    content = Path(arguments.content).resolve()
    is_to_mend = arguments.fix and content.is_dir()
    unmended = _mend(content, Path(arguments.root)) if is_to_mend else []
    reading, problems = _checked(content, arguments.today)
    if arguments.since:
        try:
            changed = changed_since(content, arguments.since)
        except NoSuchRevisionError:
            sys.stderr.write(f"Git 里找不到版本“{arguments.since}”，或这里不是 Git 仓库。\n")
            return WRONG_CALL
        problems = [problem for problem in problems if problem.place.file in changed]
    problems = in_order([*problems, *unmended])
    _tell(problems, arguments.format)
    if reading.bulletin is None and content.is_dir() and arguments.format != "json":
        sys.stderr.write(f"{NOT_ALL_CHECKED}\n")
    return 1 if has_errors(problems) else 0


def sound_bulletin(content: Path, today: date | None) -> tuple[Bulletin | None, list[Problem]]:
    """Read and check a content folder, and return all Problems; what stops a build gives None."""
    reading, problems = _checked(content.resolve(), today)
    return None if has_errors(problems) else reading.bulletin, problems


def _checked(content: Path, today: date | None) -> tuple[Reading, list[Problem]]:
    """Return what was read, and all Problems in order; `today` is by default the day it is."""
    reading = read_bulletin(content, today or today_here())
    return reading, in_order([*reading.problems, *check_rules(content, reading)])


def _tell(problems: list[Problem], form: str) -> None:
    if form == "json":
        sys.stdout.write(as_json(problems))
    elif form == "github":
        sys.stdout.write(as_github(problems))
        sys.stderr.write(count_line(problems) + "\n")
    else:
        tell(problems, otherwise=count_line([]) + "\n")


def _mend(content: Path, root: Path) -> list[Problem]:
    """Mend what can be mended, say what was changed and where the old files are.

    Return what could not be mended.
    """
    mending = mend_folder(content, root / ".cache" / "backups", now_here())
    told = [f"已改好 {file.relative_to(content.parent)}" for file in mending.changed]
    count = len(mending.changed)
    if count:
        told.append(f"共改 {count} 个文件，原件存在 {mending.kept}；要退回，把它们复制回来。")
    elif not mending.problems:
        told.append("没有可以自动改的地方。")
    sys.stderr.write("".join(f"{line}\n" for line in told))
    return mending.problems
