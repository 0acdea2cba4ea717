"""Problems of a build, told on standard error."""

import os
import sys
from collections.abc import Iterable

from plugins.problems import Problem, in_order
from plugins.problems.report import as_text


def tell(problems: Iterable[Problem]) -> list[Problem]:
    """Print problems for a person and return them in order; colour only on a terminal."""
    ordered = in_order(problems)
    colour = sys.stderr.isatty() and "NO_COLOR" not in os.environ
    sys.stderr.write(as_text(ordered, colour=colour))
    return ordered
