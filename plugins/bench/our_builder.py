"""Our own build in a copy of the project, so that neither its theme nor its output is touched."""

import compileall
import os
import shutil
import sysconfig
import venv
from pathlib import Path

from plugins.bench.builders import ALONE, OURS, Builder, Workload
from plugins.bench.corpus import item_path, write_content

PARTS = ("plugins", "theme", "tasks.py", "pelicanconf.py", "requirements.lock")
ENVIRONMENT = ".venv"
STAMP = "installed-lock"
LAST_DAY = "2030-01-01"
SEARCH = "plugins.search.plugin"


class SearchMissingError(Exception):
    """The project has no search to leave out; the message says so in Chinese."""


def our_builder(project: Path, workload: Workload, folder: Path, *, alone: bool = False) -> Builder:
    """Copy the project to a folder, with the items as its content; `alone` is as in `ALONE`."""
    copy_project(project, folder)
    if not workload.search:
        leave_search_out(folder / "pelicanconf.py")
    content, samples = folder / "content", workload.samples
    write_content(content, samples, len(samples), domain=workload.domain)
    tasks, report = (str(_python(folder)), str(folder / "tasks.py")), folder / "report.json"
    rules = () if workload.rules and not alone else ("--no-rules",)
    workers = ("--workers", "1") if alone else ()
    return Builder(
        name=ALONE if alone else OURS,
        folder=folder,
        command=(*tasks, "build", "--today", LAST_DAY, "--report", str(report), *rules, *workers),
        item=content / item_path(samples[0]),
        output=folder / "output",
        leftovers=(folder / "output", folder / ".cache"),
        serve=None if alone else lambda port: (*tasks, "preview", "--port", str(port)),
        report=report,
        trace=folder / ".cache" / "last-error.log",
    )


def copy_project(project: Path, folder: Path) -> None:
    """Copy what a build needs; the modules are compiled, as they are where one works."""
    folder.mkdir(parents=True)
    for part in PARTS:
        copy = shutil.copytree if (project / part).is_dir() else shutil.copy2
        copy(project / part, folder / part)
    compileall.compile_dir(folder / "plugins", quiet=2)
    _make_environment(project / ENVIRONMENT, folder / ENVIRONMENT)


def leave_search_out(settings: Path) -> None:
    """Take the search out of PLUGINS; SearchMissingError where it is not among them."""
    lines = settings.read_text(encoding="utf-8").splitlines(keepends=True)
    rest = [line for line in lines if f'"{SEARCH}"' not in line]
    if rest == lines:
        message = f"{settings.name} 的 PLUGINS 里没有 {SEARCH}，没有搜索可测。"
        raise SearchMissingError(message)
    settings.write_text("".join(rest), encoding="utf-8")


def _make_environment(original: Path, place: Path) -> None:
    """Make an environment that borrows the packages of this process.

    A link to the project's own would be shorter, but a copy that finds it outdated would empty it.
    """
    venv.create(place, symlinks=os.name != "nt")
    packages = Path(sysconfig.get_path("purelib", "venv", vars={"base": str(place)}))
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    if (original / STAMP).is_file():
        shutil.copy2(original / STAMP, place / STAMP)


def _python(folder: Path) -> Path:
    return folder / ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
