"""The machine on which something was measured, and how busy it was."""

import os
import platform
from pathlib import Path

CPU_FACTS = Path("/proc/cpuinfo")


def machine() -> dict[str, str]:
    """Return what figures depend on, by Chinese names."""
    return {
        "处理器": _processor(),
        "核数": str(os.cpu_count() or "未知"),
        "系统": f"{platform.system()} {platform.release()}",
        "Python": platform.python_version(),
    }


def load() -> str:
    """Say how busy the machine has been for 1, 5 and 15 minutes."""
    if not hasattr(os, "getloadavg"):
        return "未知"
    return "、".join(f"{one:.1f}" for one in os.getloadavg())


def _processor() -> str:
    """Name the processor; only Linux needs its own file for that."""
    if CPU_FACTS.is_file():
        for line in CPU_FACTS.read_text(encoding="utf-8", errors="replace").splitlines():
            name, _, value = line.partition(":")
            if name.strip() == "model name":
                return value.strip()
    return platform.processor() or platform.machine()
