"""`check` as it is called: forms of telling, exit codes, changes since a revision."""

import argparse
import json
import subprocess
from datetime import date
from pathlib import Path

import pytest

from plugins.checking.command import check

ITEM = """---
标题: 甲单位开会
日期: 2022-03-09
栏目: 要闻
署名: 未署名
来源: 某报
---

正文一段。
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return the root of a tiny site without a fault."""
    write(tmp_path, "tables/columns.csv", "栏目名称,链接名\n要闻,yao-wen\n")
    write(tmp_path, "news/2022/a.md", ITEM)
    return tmp_path


def write(root: Path, path: str, text: str) -> None:
    """Write a file of the content folder."""
    file = root / "content" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="")


def run(root: Path, **options: object) -> int:
    """Call `check` as tasks.py does."""
    settings = {"fix": False, "since": None, "format": "text", "today": date(2022, 4, 1)}
    return check(argparse.Namespace(root=root, content=root / "content", **{**settings, **options}))


def git(root: Path, *arguments: str) -> None:
    """Run Git in the site."""
    identity = ["-c", "user.name=a", "-c", "user.email=a@example.cn"]
    subprocess.run(["git", *identity, *arguments], cwd=root, check=True, capture_output=True)


def test_a_sound_site_passes(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing found is said, not left to be guessed."""
    assert run(site) == 0
    assert capsys.readouterr().err == "没有发现问题。\n"


def test_an_error_is_told_with_place_and_remedy(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The place, what was found, what to do; exit 1."""
    write(site, "news/2022/b.md", ITEM.replace("标题:", "标提:"))
    assert run(site) == 1
    told = capsys.readouterr().err
    assert "content/news/2022/b.md:2:1  错误  没有“标提”这一项，是否为“标题”？" in told
    assert "怎样改：改成“标题”" in told
    assert told.endswith("共 错误 1 处。\n有错误时，整刊的几项还没有查，改好后请再查一遍。\n")


def test_rules_are_told_together_with_faults_of_form(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody mends one fault only to be told the next."""
    write(site, "news/2022/b.md", ITEM.replace("标题:", "标提:") + "电话13800000000。\n")
    assert run(site) == 1
    told = capsys.readouterr().err
    assert "[unknown-key]" in told
    assert "[private-number]" in told


def test_json_has_every_key(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Programs get the whole of every problem on standard output."""
    write(site, "news/2022/b.md", ITEM.replace("2022-03-09", "2022-02-30"))
    assert run(site, format="json") == 1
    written = capsys.readouterr()
    assert written.err == ""
    told = json.loads(written.out)
    assert told == [
        {
            "file": "content/news/2022/b.md",
            "line": 3,
            "column": 5,
            "code": "bad-date",
            "level": "error",
            "message": "日历上没有“2022-02-30”这一天。",
            "remedy": told[0]["remedy"],
        }
    ]


def test_github_gets_workflow_commands(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An annotation names file, line and column."""
    write(site, "news/2022/b.md", ITEM.replace("栏目: 要闻", "栏目: 要问"))
    run(site, format="github")
    assert capsys.readouterr().out.startswith("::error file=content/news/2022/b.md,line=4,col=5::")


def test_since_leaves_out_files_that_did_not_change(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A fault that was there before is not told; one in a new file is."""
    write(site, "news/2022/b.md", ITEM.replace("标题:", "标提:"))
    git(site, "init", "-q")
    git(site, "add", ".")
    git(site, "commit", "-qm", "a")
    assert run(site, since="HEAD") == 0
    write(site, "news/2022/c.md", ITEM.replace("标题:", "标提:"))
    assert run(site, since="HEAD") == 1
    told = capsys.readouterr().err
    assert "c.md" in told
    assert "b.md" not in told


def test_an_unknown_revision_is_a_wrong_call(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Outside a repository there is nothing to compare with."""
    assert run(site, since="no-such-revision") == 2
    assert "no-such-revision" in capsys.readouterr().err


def test_fix_mends_and_then_checks(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A missing slug is filled in, the old table kept, and the site passes."""
    write(site, "tables/columns.csv", "栏目名称,链接名\n要闻,\n")
    assert run(site) == 1
    assert "填上 yao-wen" in capsys.readouterr().err
    assert run(site, fix=True) == 0
    assert "要闻,yao-wen" in (site / "content/tables/columns.csv").read_text(encoding="utf-8")
    kept = list((site / ".cache/backups").rglob("columns.csv"))
    assert [file.read_text(encoding="utf-8") for file in kept] == ["栏目名称,链接名\n要闻,\n"]


def test_fix_mends_the_sure_slips_of_a_text(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is warned of as certain needs no editor; the old text is kept."""
    written = ITEM.replace("甲单位开会", "甲单位开会。").replace("正文", "其中,正文")
    write(site, "news/2022/a.md", written)
    assert run(site) == 0
    told = capsys.readouterr().err
    assert "[title-full-stop]" in told
    assert "[half-width-mark]" in told
    assert run(site, fix=True) == 0
    assert capsys.readouterr().err.endswith("没有发现问题。\n")
    mended = (site / "content/news/2022/a.md").read_text(encoding="utf-8")
    assert mended == ITEM.replace("正文", "其中，正文")
    (kept,) = (site / ".cache/backups").rglob("a.md")
    assert kept.read_text(encoding="utf-8") == written


def test_a_folder_that_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong path is one clear line."""
    assert run(tmp_path) == 1
    told = capsys.readouterr().err
    assert "找不到稿件文件夹" in told
    assert told.endswith("共 错误 1 处。\n")


def test_fix_tells_what_it_could_not_mend_and_what_it_has_mended(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One file that is locked does not hide where the copies of the others are; exit 1."""
    write(site, "tables/columns.csv", "栏目名称,链接名\n要闻,\n")
    write(site, "news/2022/a.md", ITEM.replace("\n", "\r\n"))
    (site / "content/news/2022/.~a.md").mkdir()
    assert run(site, fix=True) == 1
    told = capsys.readouterr().err
    assert "已改好 content/tables/columns.csv\n共改 1 个文件" in told
    assert str(site / ".cache" / "backups") in told
    assert "content/news/2022/a.md  错误  这个文件没有能自动改" in told
    assert "[not-mended]" in told
