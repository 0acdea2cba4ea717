"""From the content folder to a Bulletin: files read, references resolved, faults told."""

from plugins.reading.reader import Reading, read_bulletin, unreadable_source
from plugins.reading.text_store import DamagedStoreError, TextStore, store_file

__all__ = [
    "DamagedStoreError",
    "Reading",
    "TextStore",
    "read_bulletin",
    "store_file",
    "unreadable_source",
]
