"""What readers are told of an item's doubts (待核)."""

from collections.abc import Iterable

from plugins.domain.news_item import Doubt


def note_on(doubts: Iterable[Doubt]) -> str:
    """Tell readers in one neutral sentence what is in doubt; a subject is not named twice."""
    told = [
        doubt.reason if doubt.subject in doubt.reason else f"{doubt.subject}：{doubt.reason}"
        for doubt in doubts
    ]
    return f"{'；'.join(told)}。以上待核实。" if told else ""
