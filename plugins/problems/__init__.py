"""How a fault is told: its place, code, level, message, remedy, and its printed forms."""

from plugins.problems.nearest import nearest_of
from plugins.problems.problem import (
    Level,
    Place,
    Problem,
    ProblemError,
    error,
    has_errors,
    in_order,
    info,
    warning,
)

__all__ = [
    "Level",
    "Place",
    "Problem",
    "ProblemError",
    "error",
    "has_errors",
    "in_order",
    "info",
    "nearest_of",
    "warning",
]
