"""A small project, and previews of it that end with the test."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.preview.live_project import Preview, Project, Start, item, until

ROOT = Path(__file__).parents[2]
PREVIEW = """\
import argparse, signal, sys
from pathlib import Path
from plugins.preview.command import preview

signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may start jobs deaf to it

try:
    sys.exit(preview(argparse.Namespace(root=Path(sys.argv[1]), port=int(sys.argv[2]))))
except KeyboardInterrupt:
    sys.exit(130)
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Copy program, settings and theme, with two items for content."""
    made = Project(tmp_path / "project")
    left_out = shutil.ignore_patterns("bench")
    shutil.copytree(ROOT / "plugins", made.root / "plugins", ignore=left_out)
    shutil.copytree(ROOT / "theme", made.root / "theme")
    for name in ("pelicanconf.py", "requirements.lock"):
        shutil.copy2(ROOT / name, made.root)
    made.write("content/tables/columns.csv", "栏目名称,链接名\n党建动态,dynamics\n")
    made.write("content/news/2022/a.md", item("甲"))
    made.write("content/news/2022/b.md", item("乙", day=7))
    return made


@pytest.fixture
def start(project: Project, tmp_path: Path) -> Iterator[Start]:
    """Start a preview of the project on a port, any free one if none is named."""
    with ExitStack() as running:

        def run(port: int = 0) -> Preview:
            folder = tmp_path / f"preview-{len(list(tmp_path.iterdir()))}"
            folder.mkdir()
            said = running.enter_context((folder / "said.txt").open("w"))
            complained = running.enter_context((folder / "complained.txt").open("w"))
            process = running.enter_context(
                subprocess.Popen(
                    [sys.executable, "-X", "utf8", "-c", PREVIEW, str(project.root), str(port)],
                    cwd=project.root,
                    stdout=said,
                    stderr=complained,
                    encoding="utf-8",
                )
            )
            running.callback(process.kill)
            return Preview(process, folder)

        yield run
    until(lambda: not project.processes(), "processes are left behind")
