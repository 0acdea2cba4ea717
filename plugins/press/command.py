"""`build`: one run of Pelican in this process, told in Chinese."""

import argparse
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import blinker
from pelican import Pelican
from pelican.log import console
from pelican.settings import read_settings

from plugins.press import messages
from plugins.press.summary import PRESSED, Summary
from plugins.press.telling import tell

SETTINGS = "pelicanconf.py"
NOT_YET = {
    "scheduler": "--scheduler",
}


def build(arguments: argparse.Namespace) -> int:
    """Build the site of `arguments.root`; return 0, or 1 where a Problem has stopped it."""
    if not arguments.content.is_dir():
        tell([messages.content_missing(arguments.content)])
        return 1
    for name, option in NOT_YET.items():
        if getattr(arguments, name, None):
            sys.stderr.write(f"{option} 还没有做好，这次不起作用。\n")
    try:
        summaries = run(arguments)
    except SystemExit as stopped:
        return int(stopped.code or 0)
    if not summaries:
        tell([messages.plugin_not_loaded("plugins.press.plugin")])
        return 1
    return _report(summaries[-1], getattr(arguments, "report", None))


def run(arguments: argparse.Namespace) -> list[Summary]:
    """Run Pelican once and return the summaries that the press has sent: one, if it ran at all."""
    summaries: list[Summary] = []

    def remember(summary: Summary) -> None:
        summaries.append(summary)

    with blinker.signal(PRESSED).connected_to(remember), only_warnings():
        Pelican(settings(arguments)).run()
    return summaries


def settings(arguments: argparse.Namespace) -> dict[str, object]:
    """Read pelicanconf.py and put the arguments of the command in their place."""
    places = {"PATH": str(arguments.content), "OUTPUT_PATH": str(arguments.output)}
    absolute = {key: str(Path(place).resolve()) for key, place in places.items()}
    read: dict[str, object] = read_settings(str(arguments.root / SETTINGS), override=absolute)
    read["PRESS"] = {
        **read["PRESS"],  # type: ignore[dict-item]
        "today": arguments.today,
        "rules": not arguments.no_rules,
        "clean": bool(arguments.clean),
        "workers": getattr(arguments, "workers", None) or 0,
        "paranoid": bool(getattr(arguments, "paranoid", False)),
        "explain": getattr(arguments, "explain", None) or "",
    }
    return read


@contextmanager
def only_warnings() -> Iterator[None]:
    """Show Pelican's warnings and errors, but not its account of articles that it never had."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setLevel(logging.WARNING)
    logging.getLogger().addHandler(handler)
    was_quiet, console.quiet = console.quiet, True
    try:
        yield
    finally:
        console.quiet = was_quiet
        logging.getLogger().removeHandler(handler)


def _report(summary: Summary, file: Path | None) -> int:
    if file is None:
        return 0
    try:
        file.write_text(summary.as_json(), encoding="utf-8")
    except OSError as fault:
        tell([messages.output_unwritable(fault, file)])
        return 1
    return 0
