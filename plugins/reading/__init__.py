"""From the content folder to a Bulletin: files read, references resolved, faults told."""

from plugins.reading.draft_cache import DraftCache, cache_file
from plugins.reading.reader import Reading, read_bulletin

__all__ = ["DraftCache", "Reading", "cache_file", "read_bulletin"]
