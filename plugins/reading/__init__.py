"""From the content folder to a Bulletin: files read, references resolved, faults told."""

from plugins.reading.reader import Reading, read_bulletin

__all__ = ["Reading", "read_bulletin"]
