"""Problems told to a person on standard error."""

import os
import sys
from collections.abc import Iterable

from plugins.problems.problem import Problem, in_order
from plugins.problems.report import as_text


def tell(problems: Iterable[Problem], otherwise: str = "") -> list[Problem]:
    """Print problems in order and return them so; colour only on a terminal that may have it.

    Where there are none, `otherwise` is printed.
    """
    ordered = in_order(problems)
    colour = sys.stderr.isatty() and "NO_COLOR" not in os.environ
    sys.stderr.write(as_text(ordered, colour=colour) or otherwise)
    sys.stderr.flush()
    return ordered
