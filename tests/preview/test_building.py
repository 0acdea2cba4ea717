"""The building process: what may wait for the saved page is made, whatever comes between."""

import gzip
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from plugins.press.writing import Staging
from tests.preview.live_project import Project, item

pytestmark = pytest.mark.slow

PROCESS = """\
import sys
from pathlib import Path
from plugins.preview.building.command import Answer, Site, Steps

answer = Answer()
site = Site(Path(sys.argv[1]), Path(sys.argv[2]), Steps(answer))
for line in sys.stdin:
    if line == "build\\n":
        told = [problem["code"] for problem in site.build()["problems"]]
    else:
        problems = site.finish()
        told = None if problems is None else [problem.code for problem in problems]
    answer.send({"late": site.is_late, "may_finish": site.may_finish, "told": told})
"""
SITE = ".cache/preview/site"
Ask = Callable[[str], dict[str, Any]]


@pytest.fixture
def ask(project: Project) -> Iterator[Ask]:
    """Start a process that builds or finishes when asked, and says how the site stands then."""
    command = [sys.executable, "-X", "utf8", "-c", PROCESS, str(project.root)]
    pipe: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(
        [*command, str(project.root / SITE)], cwd=project.root, **pipe
    ) as process:

        def asked(what: str) -> dict[str, Any]:
            process.stdin.write(f"{what}\n")
            process.stdin.flush()
            answers = map(json.loads, process.stdout)
            return next(answer for answer in answers if "step" not in answer)

        yield asked
        process.stdin.close()


def is_found(project: Project, words: str) -> bool:
    """Tell whether the search of the preview has some words."""
    texts = (project.root / SITE / "search/text/2022").glob("*.gz")
    return any(words in gzip.decompress(one.read_bytes()).decode("gbk") for one in texts)


def saved_late(project: Project, ask: Ask) -> None:
    """Save new words in an item, whose page is made at once."""
    ask("build")
    project.write("content/news/2022/a.md", item("甲", "葡萄架下。"))
    assert ask("build") == {"late": True, "may_finish": True, "told": []}
    assert "葡萄架下" in project.root.joinpath(SITE, "news/2022/a/index.html").read_text("utf-8")
    assert not is_found(project, "葡萄架下")


def test_an_error_elsewhere_does_not_make_the_rest_forgotten(project: Project, ask: Ask) -> None:
    """It waits for the save that mends it, and costs nothing meanwhile."""
    saved_late(project, ask)
    project.write("content/news/2022/b.md", item("乙").replace("标题:", "标提:"))
    failed = {"late": True, "may_finish": False, "told": ["unknown-key"]}
    assert ask("build") == failed
    assert ask("finish") == failed
    project.write("content/news/2022/b.md", item("乙", day=7))
    assert ask("build")["may_finish"]
    assert ask("finish") == {"late": False, "may_finish": False, "told": []}
    assert is_found(project, "葡萄架下")


def test_another_process_at_work_does_not_make_the_rest_forgotten(
    project: Project, ask: Ask
) -> None:
    """It is tried again when the folder is free."""
    saved_late(project, ask)
    with Staging(project.root / SITE):
        assert ask("finish") == {"late": True, "may_finish": True, "told": None}
    assert ask("finish") == {"late": False, "may_finish": False, "told": []}
    assert is_found(project, "葡萄架下")


def test_a_missing_content_folder_does_not_make_the_rest_forgotten(
    project: Project, ask: Ask
) -> None:
    """As it is for a moment when a folder is exchanged."""
    saved_late(project, ask)
    content, elsewhere = Path(project.root / "content"), Path(project.root / "elsewhere")
    content.rename(elsewhere)
    assert ask("build") == {"late": True, "may_finish": False, "told": ["content-missing"]}
    elsewhere.rename(content)
    assert ask("build")["may_finish"]


def test_what_is_found_at_the_end_is_told(project: Project, ask: Ask) -> None:
    """A build in haste looks for no files of others."""
    saved_late(project, ask)
    project.write(f"{SITE}/news/2022/a/own.html", "别人的")
    assert ask("finish") == {"late": False, "may_finish": False, "told": ["foreign-file"]}
