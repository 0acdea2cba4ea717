"""What runs a build beside our own source: Python, and the packages that are installed."""

import os
import site
import sys
from contextlib import suppress

Installed = tuple[str, list[list[str]]]
"""The version of Python, and of each folder of packages their names with versions."""


def installed() -> Installed:
    """Look up what is installed; quick enough for a build that has nothing to do."""
    return sys.version, [_packages(folder) for folder in site.getsitepackages()]


def _packages(folder: str) -> list[str]:
    with suppress(FileNotFoundError), os.scandir(folder) as entries:
        return sorted(entry.name for entry in entries if entry.name.endswith("-info"))
    return []
