"""What an editor wrote, as messages quote it: recognisable, but never a whole paragraph."""

QUOTED_AT_MOST = 80


def short(text: str) -> str:
    """Return a text, its middle left out where it is long."""
    if len(text) <= QUOTED_AT_MOST:
        return text
    half = QUOTED_AT_MOST // 2
    return f"{text[:half]}……{text[-half:]}"
