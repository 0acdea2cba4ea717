"""Rules over the bulletin: what reading lets through and a proofreader would not."""

from plugins.checking.clean_sources import CleanSources, clean_sources_file
from plugins.checking.rules import check

__all__ = ["CleanSources", "check", "clean_sources_file"]
