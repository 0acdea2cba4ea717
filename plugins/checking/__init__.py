"""Rules over the bulletin: what reading lets through and a proofreader would not."""

from plugins.checking.rules import check

__all__ = ["check"]
