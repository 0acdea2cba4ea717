"""`build`: one run of Pelican in this process, told in Chinese; none where nothing has changed."""

import argparse
import logging
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.press import messages
from plugins.press.garbage import keep_to_the_end, no_collections
from plugins.press.paths import MANIFEST
from plugins.press.record import answer_file, record_file
from plugins.press.summary import PRESSED, Summary, summary_of_unchanged
from plugins.press.unchanged import Answer, Inputs, last_answer, look_at, remember, stat_of
from plugins.problems.telling import tell

if TYPE_CHECKING:  # what loads pydantic and Pelican is loaded when something has changed
    from plugins.press.building import Built
    from plugins.press.crew import Crew

SETTINGS = "pelicanconf.py"
CACHE = ".cache"
MANY_TEXTS = 2_000
"""Of so many, half a second is worth sparing by calling helpers before all else."""

OURS = "plugins."
"""Where our plugins are; the code of others is not looked at, so their builds are always made."""


def build(arguments: argparse.Namespace) -> int:
    """Build the site of `arguments.root`; return 0, or 1 where a Problem has stopped it."""
    if not arguments.content.is_dir():
        tell([messages.content_missing(arguments.content)])
        return 1
    with no_collections():
        summary, inputs = _unchanged(arguments)
        if summary is None:
            with _called_ahead(arguments) as helpers:
                summary = _changed(arguments, inputs, helpers)
        keep_to_the_end()
    if summary is None:
        return 1
    return _report(summary, arguments.report)


def run(read: dict[str, Any]) -> list[tuple[Summary, "Built"]]:
    """Run Pelican once and return what the press has sent: one result, if it ran at all.

    `read` are settings as `settings` reads them.
    """
    import blinker  # noqa: PLC0415 - slow to load, and not needed where nothing has changed
    from pelican import Pelican  # noqa: PLC0415

    results: list[tuple[Summary, Built]] = []

    def keep(summary: Summary, *, built: "Built") -> None:
        results.append((summary, built))

    with blinker.signal(PRESSED).connected_to(keep), only_warnings():
        Pelican(read).run()
    return results


def load_plugins(read: dict[str, Any]) -> None:
    """Let Pelican load the plugins of some settings, without a run."""
    from pelican import Pelican  # noqa: PLC0415

    with only_warnings():
        Pelican(read)


def settings(root: Path, content: Path, output: Path, **press: object) -> dict[str, Any]:
    """Read pelicanconf.py; `press` are the settings of the press that this build has of its own."""
    from pelican.settings import read_settings  # noqa: PLC0415

    places = {"PATH": str(content.resolve()), "OUTPUT_PATH": str(output.resolve())}
    read: dict[str, Any] = read_settings(str(root / SETTINGS), override=places)
    read["PRESS"] = {**read["PRESS"], **press}
    return read


@contextmanager
def only_warnings() -> Iterator[None]:
    """Show Pelican's warnings and errors, but not its account of articles that it never had."""
    from pelican.log import console  # noqa: PLC0415

    handler = logging.StreamHandler(sys.stderr)
    handler.setLevel(logging.WARNING)
    logging.getLogger().addHandler(handler)
    was_quiet, console.quiet = console.quiet, True
    try:
        yield
    finally:
        console.quiet = was_quiet
        logging.getLogger().removeHandler(handler)


def _unchanged(arguments: argparse.Namespace) -> tuple[Summary | None, Inputs | None]:
    """Give the answer of the last build again if this one would give the same."""
    if arguments.clean or arguments.paranoid or arguments.explain:
        return None, None
    begun = time.perf_counter()
    file, options = _answer_file(arguments), _options(arguments)
    answer, inputs = last_answer(file, options, arguments.output)
    if answer is None:
        return None, inputs
    tell(answer.problems)
    summary = summary_of_unchanged(answer, arguments.output, time.perf_counter() - begun)
    sys.stdout.write(summary.sentence() + "\n")
    return summary, inputs


@contextmanager
def _called_ahead(arguments: argparse.Namespace) -> Iterator["Crew | None"]:
    """Call helpers while Pelican loads, where there is nothing of a last build and much to do."""
    record = record_file(arguments.root / CACHE, arguments.content, arguments.output)
    is_new = arguments.clean or not record.exists()
    texts = islice(arguments.content.glob("news/*/*.md"), MANY_TEXTS) if is_new else ()
    if arguments.scheduler or sum(1 for _ in texts) < MANY_TEXTS:
        yield None
        return
    from plugins.press.workforce import helpers_called_ahead  # noqa: PLC0415 - as above

    helpers = helpers_called_ahead(arguments.workers or 0, checks=not arguments.no_rules)
    try:
        yield helpers
    finally:
        if helpers:  # a build that begins sends them home itself
            helpers.leave()


def _changed(
    arguments: argparse.Namespace, inputs: Inputs | None, helpers: "Crew | None"
) -> Summary | None:
    """Build; None where a Problem has stopped it, which is told.

    `inputs` are what was looked at already, `helpers` have been called ahead.
    """
    begun, read = time.time(), _settings(arguments, helpers)
    places = _places(arguments.root, read)
    if inputs is None or inputs.places != places:
        with suppress(OSError):  # a build will tell what is wrong with it
            inputs = look_at(places, _options(arguments))
    try:
        results = run(read)
    except SystemExit:
        return None
    if not results:
        tell([messages.plugin_not_loaded("plugins.press.plugin")])
        return None
    summary, built = results[-1]
    pressed = built.pressed
    are_ours = all(name.startswith(OURS) for name in read["PRESS"]["plugins"])
    if inputs and are_ours and pressed and pressed.outcome and not pressed.problems:
        files = tuple((page.path, page.size, page.modified) for page in pressed.pages)
        listed = stat_of(arguments.output, MANIFEST)
        seen = pressed.outcome.foreign.seen
        answer = Answer(built.problems, built.sources, (*files, listed), seen, begun, built.until)
        remember(_answer_file(arguments), inputs, answer)
    return summary


def _settings(arguments: argparse.Namespace, helpers: "Crew | None") -> dict[str, Any]:
    """Read pelicanconf.py with the arguments of the command in their place."""
    return settings(
        arguments.root,
        arguments.content,
        arguments.output,
        today=arguments.today,
        rules=not arguments.no_rules,
        clean=arguments.clean,
        workers=arguments.workers or 0,
        scheduler=arguments.scheduler or "",
        paranoid=arguments.paranoid,
        explain=arguments.explain or "",
        helpers=helpers,
    )


def _places(root: Path, read: dict[str, Any]) -> tuple[str, ...]:
    """Return all that a build depends on: content, settings, theme, and our own code."""
    code = str(Path(__file__).resolve().parent.parent)
    return (read["PATH"], str(root / SETTINGS), read["THEME"], code)


def _options(arguments: argparse.Namespace) -> list[str]:
    return [str(arguments.content), str(arguments.today), str(arguments.no_rules)]


def _answer_file(arguments: argparse.Namespace) -> Path:
    return answer_file(arguments.root / CACHE, arguments.content, arguments.output)


def _report(summary: Summary, file: Path | None) -> int:
    if file is None:
        return 0
    try:
        file.write_text(summary.as_json(), encoding="utf-8")
    except OSError as fault:
        tell([messages.report_unwritable(fault, file)])
        return 1
    return 0
