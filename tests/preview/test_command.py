"""`preview`: builds, serves, starts its building process again, and ends with Ctrl+C."""

import gzip
import os
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request

import pytest

from tests.preview.live_project import Project, Start, item, until

pytestmark = pytest.mark.slow

BUILD = """\
import argparse, sys
from pathlib import Path
from plugins.press.command import build

root = Path(sys.argv[1])
folders = {"root": root, "content": root / "content", "output": root / "output"}
flags = dict.fromkeys(("clean", "paranoid", "no_rules"), False)
others = dict.fromkeys(("today", "workers", "scheduler", "explain", "report"))
sys.exit(build(argparse.Namespace(**folders, **flags, **others)))
"""


def fetched(address: str) -> str:
    """Fetch a page, whatever its status."""
    try:
        with urllib.request.urlopen(address, timeout=30) as response:  # noqa: S310 - our own server
            return str(response.read().decode())
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.read().decode()


def builder_of(project: Project) -> int:
    """Return the process that builds, as soon as there is one; two would write at once."""
    found: list[str] = []

    def is_there() -> bool:
        found[:] = [line for line in project.processes() if "preview.building" in line]
        assert len(found) <= 1
        return bool(found)

    until(is_there)
    return int(found[0].split()[0])


def built(project: Project) -> None:
    """Build what is to be published."""
    command = [sys.executable, "-X", "utf8", "-c", BUILD, str(project.root)]
    subprocess.run(command, cwd=project.root, capture_output=True, check=True)


def test_the_site_is_built_and_served_until_ctrl_c(project: Project, start: Start) -> None:
    """The address that is told leads to the home page; the end leaves no trace and no process."""
    preview = start()
    assert "甲" in fetched(preview.ready())
    assert (preview.stop(), preview.complained) == (130, "")
    assert project.processes() == []


def test_a_save_is_served_a_moment_later(project: Project, start: Start) -> None:
    """Of a text, of a table and of the theme."""
    preview = start()
    address = preview.ready()
    project.write("content/news/2022/a.md", item("甲", "新的字句。"))
    until(lambda: "新的字句" in fetched(f"{address}news/2022/a/"))
    project.write("content/tables/columns.csv", "栏目名称,链接名\n党建动态,dongtai\n")
    until(lambda: "乙" in fetched(f"{address}columns/dongtai/"))
    frame = project.root / "theme/templates/base.html"
    frame.write_text(frame.read_text(encoding="utf-8").replace("</main>", "新框</main>"))
    until(lambda: "新框" in fetched(address))


def test_what_is_published_stays_as_it_was(project: Project, start: Start) -> None:
    """A preview shows what nobody else may see yet: it never writes to output/."""
    kept = project.write("output/index.html", "上次发布的")
    start().ready()
    assert [file.read_text(encoding="utf-8") for file in (project.root / "output").iterdir()] == [
        kept.read_text(encoding="utf-8")
    ]


def test_a_draft_is_seen_in_the_preview_alone(project: Project, start: Start) -> None:
    """Marked there, on its page and in its column; a published site knows nothing of it."""
    draft = item("还在写").replace("---\n\n", "状态: 草稿\n---\n\n")
    project.write("content/news/2022/c.md", draft)
    project.write("content/news/2022/d.md", item("明天的").replace("2022-03-08", "2999-03-08"))
    address = start().ready()
    for path, mark in (("c", "草稿"), ("d", "未到日期")):
        assert f'class="draft-mark">{mark}<' in fetched(f"{address}news/2022/{path}/")
        assert f'class="draft-mark">{mark}<' in fetched(f"{address}columns/dynamics/")
    built(project)
    published = [file.read_text("utf-8") for file in (project.root / "output").rglob("*.html")]
    assert any("甲" in text for text in published)
    assert not any("还在写" in text or "明天的" in text for text in published)


def test_files_on_disk_bear_no_bar(project: Project, start: Start) -> None:
    """It is put on while a page is served."""
    address = start().ready()
    assert "<preview-bar" in fetched(address)
    for page in (project.root / ".cache/preview/site").rglob("*.html"):
        assert "preview-bar" not in page.read_text(encoding="utf-8")


def test_a_problem_is_told_once(project: Project, start: Start) -> None:
    """A build that finds the same again has nothing to say of it; one that finds nothing does."""
    preview = start()
    preview.ready()
    project.write("content/news/2022/a.md", item("甲").replace("标题:", "标提:"))
    until(lambda: "a.md:2:1  错误" in preview.complained)
    project.write("content/pages/more.md", "---\n标题: 另一页\n---\n\n正文。\n")
    project.write("content/news/2022/a.md", item("丙"))
    until(lambda: "丙" in fetched(f"{preview.address}news/2022/a/"))
    until(lambda: "没有问题了。" in preview.complained)
    assert preview.complained.count("[unknown-key]") == 1


def test_without_a_good_site_the_problems_are_shown(project: Project, start: Start) -> None:
    """The first build fails: the page that waits says why, and the preview goes on."""
    source = project.write("content/news/2022/a.md", item("甲").replace("标题: 甲\n", ""))
    preview = start()
    until(lambda: "缺少“标题”" in fetched(preview.address))
    assert "还没有生成成功" in fetched(preview.address)
    source.write_text(item("甲"), encoding="utf-8")
    until(lambda: "还没有生成成功" not in fetched(preview.address))


def test_the_content_folder_may_go_and_come_back(project: Project, start: Start) -> None:
    """A folder that is exchanged takes its watch with it; saves in the new one count."""
    preview = start()
    address = preview.ready()
    (project.root / "content").rename(project.root / "elsewhere")
    until(lambda: "[content-missing]" in preview.complained)
    assert "甲" in fetched(address)
    (project.root / "elsewhere").rename(project.root / "content")
    until(lambda: "没有问题了。" in preview.complained)
    project.write("content/news/2022/a.md", item("换回来以后"))
    until(lambda: "换回来以后" in fetched(f"{address}news/2022/a/"))


def test_a_fault_of_the_program_is_a_problem(project: Project, start: Start) -> None:
    """With its file and line; mending it is enough to go on, and the pages are served all along."""
    preview = start()
    address = preview.ready()
    plugin = project.root / "plugins/news/plugin.py"
    sound = plugin.read_text(encoding="utf-8")
    plugin.write_text(f"{sound}\ndef (\n", encoding="utf-8")
    line = len(sound.splitlines()) + 2
    until(lambda: f"plugins/news/plugin.py:{line}  错误  程序自身出错" in preview.complained)
    assert "甲" in fetched(address)
    assert "SyntaxError" in (project.root / ".cache/last-error.log").read_text(encoding="utf-8")
    plugin.write_text(sound, encoding="utf-8")
    until(lambda: "没有问题了。" in preview.complained)


def test_a_changed_program_makes_the_pages(project: Project, start: Start) -> None:
    """The building process starts again by itself."""
    preview = start()
    address = preview.ready()
    before = builder_of(project)
    file = project.root / "plugins/domain/views.py"
    file.write_text(file.read_text(encoding="utf-8").replace("未到日期", "还没到日期"))
    until(lambda: preview.said.count("已生成") >= 1 and builder_of(project) != before)
    project.write("content/news/2022/a.md", item("甲", "程序换过以后。"))
    until(lambda: "程序换过以后" in fetched(f"{address}news/2022/a/"))


def test_a_building_process_killed_at_work_is_told(project: Project, start: Start) -> None:
    """Short of memory a system kills; the next save builds again."""
    preview = start()
    os.kill(builder_of(project), signal.SIGKILL)
    until(lambda: "[builder-ended]" in preview.complained)
    project.write("content/news/2022/a.md", item("甲", "重新开始。"))
    until(lambda: "重新开始" in fetched(f"{preview.ready()}news/2022/a/"))


def test_a_building_process_killed_while_idle_is_replaced_in_silence(
    project: Project, start: Start
) -> None:
    """The site is as it should be; only one that dies again and again has a fault to be told."""
    preview = start()
    address = preview.ready()
    killed = builder_of(project)
    os.kill(killed, signal.SIGKILL)
    until(lambda: builder_of(project) != killed)
    project.write("content/news/2022/a.md", item("甲", "重新开始。"))
    until(lambda: "重新开始" in fetched(f"{address}news/2022/a/"))
    assert (preview.complained, preview.said.count("没有生成成功")) == ("", 0)
    os.kill(builder_of(project), signal.SIGKILL)
    until(lambda: "[builder-ended]" in preview.complained)


def test_what_is_found_after_the_saved_page_is_told(project: Project, start: Start) -> None:
    """Files of others are looked for when the page is there to be seen."""
    preview = start()
    preview.ready()
    project.write(".cache/preview/site/news/2022/a/own.html", "别人的")
    project.write("content/news/2022/a.md", item("甲", "新的一句。"))
    until(lambda: "[foreign-file]" in preview.complained)


def test_a_killed_preview_leaves_no_process_behind(project: Project, start: Start) -> None:
    """A closed terminal window ends it without a word; the building process hears that."""
    preview = start()
    preview.ready()
    preview.process.kill()
    preview.process.wait()
    until(lambda: project.processes() == [])


def test_new_packages_are_told(project: Project, start: Start) -> None:
    """Nobody can exchange them under a running program."""
    preview = start()
    preview.ready()
    with (project.root / "requirements.lock").open("a") as lock:
        lock.write("# newer\n")
    until(lambda: "[packages-changed]" in preview.complained)


def test_two_previews_get_a_port_each_and_both_keep_up(project: Project, start: Start) -> None:
    """They write to one folder in turn."""
    first = start()
    second = start(int(first.address.rstrip("/").rpartition(":")[2]))
    assert first.ready() != second.ready()
    project.write("content/news/2022/a.md", item("甲", "两边都有。"))
    for preview in (first, second):
        until(lambda: "两边都有" in fetched(f"{preview.address}news/2022/a/"))  # noqa: B023
    project.write("content/news/2022/a.md", item("甲", "再改一次。"))
    until(lambda: "再改一次" in fetched(f"{second.address}news/2022/a/"))
    assert "output-busy" not in first.complained + second.complained


def test_a_full_disk_is_told_and_outlived(project: Project, start: Start) -> None:
    """A file stands where the folder of the preview must be: as little can be written."""
    (project.root / ".cache").mkdir()
    blocked = project.write(".cache/preview", "")
    preview = start()
    until(lambda: "[output-unwritable]" in preview.complained)
    blocked.unlink()
    project.write("content/news/2022/a.md", item("甲", "又有地方了。"))
    until(lambda: "又有地方了" in fetched(f"{preview.address}news/2022/a/"))


def test_every_port_may_be_taken(start: Start) -> None:
    """The last port there is has no next one."""
    first = start(65535)
    until(lambda: "预览地址" in first.said or first.process.poll() is not None)
    second = start(65535)
    assert second.process.wait(60) == 1
    assert re.search(r"端口 65535 到 65535 都被占用，请用 --port 换一个。", second.said)


def test_ctrl_c_in_the_middle_of_a_build_leaves_nothing(project: Project, start: Start) -> None:
    """Neither a process nor a lock: the next preview builds."""
    preview = start()
    builder_of(project)
    assert preview.stop() == 130
    assert project.processes() == []
    assert preview.complained == ""
    assert "甲" in fetched(start().ready())


def test_the_search_follows_the_saved_page(project: Project, start: Start) -> None:
    """It is made when the page is there to be seen, without another save."""
    start().ready()
    project.write("content/news/2022/a.md", item("甲", "全新的一句。"))
    texts = project.root / ".cache/preview/site/search/text/2022"
    until(
        lambda: any(
            "全新的一句" in gzip.decompress(file.read_bytes()).decode("gbk")
            for file in texts.glob("*.gz")
        ),
        "the search still has the old text",
    )
