"""A project of its own, and a preview of it in a real process."""

import re
import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 60.0
ITEM = """\
---
标题: {title}
日期: 2022-03-0{day}
栏目: 党建动态
署名: 通讯员 某甲
来源: 某报
---

{body}
"""


def item(title: str, body: str = "正文。", day: int = 8) -> str:
    """Return the source of an item."""
    return ITEM.format(title=title, body=body, day=day)


def until(claim: Callable[[], object], what: str = "") -> None:
    """Wait until a claim holds."""
    last = time.monotonic() + PATIENCE
    while not claim():
        assert time.monotonic() < last, what or "nothing happened"
        time.sleep(0.02)


@dataclass
class Project:
    """A project's root, written to as an editor does."""

    root: Path

    def write(self, path: str, text: str) -> Path:
        """Write a file in one go."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def processes(self) -> list[str]:
        """List the command lines of all processes that work for this project."""
        listed = subprocess.run(
            ["ps", "-ww", "-eo", "pid=,stat=,args="],
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        lines = listed.stdout.splitlines()
        return [one for one in lines if str(self.root) in one and " Z" not in one]


@dataclass
class Preview:
    """A running preview; what it says is kept in files, so that it is never held up."""

    process: subprocess.Popen[str]
    folder: Path

    @property
    def said(self) -> str:
        """All that it has said on standard output."""
        return (self.folder / "said.txt").read_text(encoding="utf-8")

    @property
    def complained(self) -> str:
        """All that it has said on standard error."""
        return (self.folder / "complained.txt").read_text(encoding="utf-8")

    @property
    def address(self) -> str:
        """The address that it names, once it does."""
        until(lambda: "预览地址" in self.said or self.process.poll() is not None)
        found = re.search(r"预览地址：(\S+?)（", self.said)
        assert found, self.complained
        return found[1]

    def ready(self) -> str:
        """Wait for the first site and return the address."""
        until(lambda: "已生成" in self.said, self.complained)
        return self.address

    def stop(self) -> int:
        """End it as an editor does, and return its exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


Start = Callable[..., Preview]
