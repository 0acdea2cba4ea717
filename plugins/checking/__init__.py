"""Rules over the bulletin: what reading lets through and a proofreader would not."""

from plugins.checking.all_rules import check
from plugins.checking.clean_sources import CleanSources, clean_sources_file

__all__ = ["CleanSources", "check", "clean_sources_file"]
