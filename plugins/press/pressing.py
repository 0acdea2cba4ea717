"""From Pages to a written site: checked, rendered, staged, committed. Knows no Pelican.

In: the Bulletin, the Pages of all features, the theme and output folders. Out: what was done, or
the Problems that prevented it; in that case the old site stays as it was.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.domain.bulletin import Bulletin
from plugins.domain.navigation import site_view
from plugins.domain.page import Page
from plugins.press import messages
from plugins.press.collecting import asset_paths, conflicts, missing
from plugins.press.output_folder import refusal
from plugins.press.output_lock import OutputBusyError
from plugins.press.rendering import Renderer
from plugins.press.summary import Stopwatch
from plugins.press.writing import Outcome, Staging
from plugins.problems import Problem, has_errors


@dataclass(frozen=True, slots=True)
class Pressed:
    """The result: `outcome` is None exactly when an error among the problems has stopped it."""

    outcome: Outcome | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Folders:
    """Where templates are read from and where the site is written to."""

    theme: Path
    output: Path


def press(
    bulletin: Bulletin,
    pages: Sequence[Page],
    folders: Folders,
    watch: Stopwatch,
    *,
    everything: bool = False,
) -> Pressed:
    """Make every page and bring the output folder to that state; `everything` writes all files."""
    output = folders.output
    problems = [*conflicts(pages), *missing(bulletin, pages)]
    if refused := refusal(output, bulletin.content):
        problems.append(refused)
    if has_errors(problems):
        return Pressed(None, tuple(problems))
    renderer = Renderer(folders.theme, site_view(bulletin, asset_paths(pages)))
    try:
        return _press(pages, renderer, Staging(output, everything=everything), watch)
    except OutputBusyError as busy:
        return Pressed(None, (messages.output_busy(output, str(busy)),))
    except OSError as fault:
        return Pressed(None, (messages.output_unwritable(fault, output),))


def _press(
    pages: Sequence[Page], renderer: Renderer, staging: Staging, watch: Stopwatch
) -> Pressed:
    with staging:
        with watch.phase("rendering"):
            problems = _stage(pages, renderer, staging)
        if problems:
            return Pressed(None, problems)
        with watch.phase("writing"):
            outcome = staging.commit()
    found = (messages.foreign_file(staging.folder, path) for path in outcome.foreign)
    return Pressed(outcome, tuple(found))


def _stage(pages: Sequence[Page], renderer: Renderer, staging: Staging) -> tuple[Problem, ...]:
    """Stage the bytes of every page; a fault that many pages share is told once, by its place."""
    problems: dict[tuple[object, str], Problem] = {}
    for page in pages:
        made = renderer.render(page)
        if isinstance(made, Problem):
            problems.setdefault((made.place, made.code), made)
        elif not problems:
            staging.add(page.path, made)
    return tuple(problems.values())
