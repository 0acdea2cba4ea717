"""Problems as text for people, as JSON for programs and as annotations for CI."""

import json
from collections.abc import Sequence

from plugins.problems.problem import Level, Problem

LEVEL_NAMES = {Level.ERROR: "错误", Level.WARNING: "提醒", Level.INFO: "说明"}
COLOURS = {Level.ERROR: "31", Level.WARNING: "33", Level.INFO: "36"}
GITHUB_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}
GITHUB_ESCAPES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
SHOWN_AT_MOST = 200


def as_text(
    problems: Sequence[Problem], *, colour: bool = False, at_most: int = SHOWN_AT_MOST
) -> str:
    """Write problems for a person, in the order given, followed by their count.

    Errors are shown before anything is cut: a long list of notes never hides one.
    """
    if not problems:
        return ""
    shown = _most_important(problems, at_most)
    lines = [_line(problem, colour=colour) for problem in shown]
    if len(problems) > len(shown):
        lines.append(f"另有 {len(problems) - len(shown)} 条，用 check --format json 可看全部。")
    lines.append(count_line(problems))
    return "\n".join(lines) + "\n"


def count_line(problems: Sequence[Problem]) -> str:
    """Say in one line how many problems of each level there are."""
    counted = [
        f"{LEVEL_NAMES[level]} {sum(problem.level is level for problem in problems)} 处"
        for level in Level
        if any(problem.level is level for problem in problems)
    ]
    return "共 " + "，".join(counted) + "。" if counted else "没有发现问题。"


def as_json(problems: Sequence[Problem]) -> str:
    """Write problems as the JSON list that `check --format json` promises."""
    rows = [
        {
            "file": problem.place.file,
            "line": problem.place.line,
            "column": problem.place.column,
            "code": problem.code,
            "level": problem.level.value,
            "message": problem.message,
            "remedy": problem.remedy,
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def as_github(problems: Sequence[Problem]) -> str:
    """Write problems as GitHub workflow commands, which show beside the changed line."""
    return "".join(_github_line(problem) for problem in problems)


def _most_important(problems: Sequence[Problem], at_most: int) -> list[Problem]:
    ranks = list(Level)
    kept = sorted(range(len(problems)), key=lambda i: (ranks.index(problems[i].level), i))[:at_most]
    return [problems[i] for i in sorted(kept)]


def _line(problem: Problem, *, colour: bool) -> str:
    name = LEVEL_NAMES[problem.level]
    if colour:
        name = f"\x1b[{COLOURS[problem.level]}m{name}\x1b[0m"
    found = f"{problem.place}  {name}  {problem.message}"
    return f"{found}\n    怎样改：{problem.remedy}  [{problem.code}]"


def _github_line(problem: Problem) -> str:
    place = problem.place
    parts = [f"file={_escaped(place.file).replace(',', '%2C').replace(':', '%3A')}"]
    parts += [f"line={place.line}"] if place.line else []
    parts += [f"col={place.column}"] if place.column else []
    text = _escaped(f"{problem.message} 怎样改：{problem.remedy} [{problem.code}]")
    return f"::{GITHUB_COMMANDS[problem.level]} {','.join(parts)}::{text}\n"


def _escaped(text: str) -> str:
    for character, escape in GITHUB_ESCAPES.items():
        text = text.replace(character, escape)
    return text
