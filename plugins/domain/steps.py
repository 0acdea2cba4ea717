"""Steps and rules as editors write them in one cell, taken apart."""

STEPS = "→"
RULES = "；"


def parts_of(text: str, separator: str) -> tuple[str, ...]:
    """Return what stands between separators, without blanks and empty parts."""
    return tuple(part.strip() for part in text.split(separator) if part.strip())
