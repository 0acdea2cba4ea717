"""A process that can be ended together with all that it has started."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from typing import Any


def apart() -> dict[str, Any]:
    """Return the options that start a process as the head of a tree, deaf to Ctrl+C."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}


def end_tree(head: int) -> None:
    """End a process that was started `apart`, and its children; also the one that calls."""
    if sys.platform == "win32":
        subprocess.run(  # noqa: S603 - the system's own command
            ["taskkill", "/T", "/F", "/PID", str(head)],  # noqa: S607 - found by the system
            capture_output=True,
            check=False,
        )
    else:
        with suppress(ProcessLookupError):
            os.killpg(head, signal.SIGKILL)
