"""Pydantic's complaints about a declared model, told in Chinese at the place of the value."""

from collections.abc import Callable
from typing import Any

from pydantic import ValidationError

from plugins.problems import Place, Problem
from plugins.reading import messages

Location = tuple[str | int, ...]


def validation_problems(
    failure: ValidationError, place_of: Callable[..., Place], faulty: set[Location]
) -> list[Problem]:
    """Tell each complaint once, but for those about values that are `faulty` and already told."""
    return [
        _problem(complaint, place_of)
        for complaint in failure.errors(include_url=False)
        if not any(
            complaint["loc"][: length + 1] in faulty for length in range(len(complaint["loc"]))
        )
    ]


def _problem(complaint: Any, place_of: Callable[..., Place]) -> Problem:
    location, context = complaint["loc"], complaint.get("ctx", {})
    name = next(part for part in reversed(location) if isinstance(part, str))
    found, place = complaint["input"], place_of(*location)
    match complaint["type"]:
        case "missing" | "string_too_short" | "too_short":
            problem = messages.missing_key(place, name)
        case "string_too_long":
            problem = messages.too_long(place, name, len(found), context["max_length"])
        case "device_name":
            problem = messages.device_name(place, found)
        case "greater_than_equal":
            problem = messages.out_of_range(place, name, found, f"不小于 {context['ge']}")
        case "less_than_equal":
            problem = messages.out_of_range(place, name, found, f"不大于 {context['le']}")
        case _:
            problem = messages.bad_form(place, name, str(found))
    return problem
