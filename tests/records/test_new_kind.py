"""Adding a kind of record is what CONTRIBUTING says: a model, a table, a word, and nothing else."""

import csv
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

ROOT = Path(__file__).parents[2]
LINES_AT_MOST = 40
KINDS = "plugins/domain/record_kinds.py"
FILES = {
    "tables/columns.csv": "栏目名称,链接名\n要闻,yaowen\n",
    "tables/organisations.csv": "单位名称,链接名\n甲局,jiaju\n",
    "news/2022/zongshu.md": (
        "---\n标题: 综述\n日期: 2022-03\n栏目: 要闻\n署名: 未署名\n来源: 本刊\n---\n\n"
        "请看[[样例党课]]。\n"
    ),
}


def recipe() -> tuple[str, str]:
    """Return the model and the table that CONTRIBUTING shows."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    part = text.partition("**A kind of record.**")[2].partition("\n**")[0]
    model, table = re.findall(r"```(?:python|csv)\n(.*?)```", part, re.DOTALL)
    return model, table


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a small site with a copy of the program to which the recipe has been added."""
    root = tmp_path_factory.mktemp("recipe")
    for name in ("plugins", "theme"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "pelicanconf.py", root)
    write(root / "content", FILES)
    model, table = recipe()
    file = root / KINDS
    before, tuple_begins, after = file.read_text(encoding="utf-8").partition("RECORD_KINDS:")
    listed = after.replace("(\n", f"(\n    {model_name(model)},\n", 1)
    file.write_text(f"{before}{model}\n\n{tuple_begins}{listed}", encoding="utf-8")
    write(root / "content", {"tables/lectures.csv": table})
    run = subprocess.run(
        [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py"],
        env={**os.environ, "PYTHONUTF8": "1"},
        cwd=root,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return root / "output"


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write some files into a folder."""
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def model_name(model: str) -> str:
    """Return the name of the class that a model declares."""
    return model.partition("class ")[2].partition("(")[0]


def page(built: Path, address: str) -> BeautifulSoup:
    """Return a page of the build."""
    return BeautifulSoup((built / address / "index.html").read_bytes(), "html.parser")


def test_the_recipe_is_short() -> None:
    """Model, table and the line in RECORD_KINDS together."""
    model, table = recipe()
    assert len([*model.splitlines(), *table.splitlines(), "RECORD_KINDS"]) <= LINES_AT_MOST


@pytest.mark.slow
def test_the_new_kind_has_a_list(built: Path) -> None:
    """Grouped, introduced and reached from the index of mechanisms."""
    soup = page(built, "lectures")
    assert soup.h1.get_text(strip=True) == "党课"
    assert [link.get_text() for link in soup.select(".roll-table__link")] == ["样例党课"]
    assert [title.get_text() for title in soup.select(".roll-table__unit")] == ["田间"]
    index = page(built, "mechanisms")
    assert index.select_one("a[href='../lectures/']").get_text() == "党课"


@pytest.mark.slow
def test_the_new_record_has_a_page_that_texts_link_to(built: Path) -> None:
    """With its facts and its source, without what is internal."""
    soup = page(built, "lectures/yangli-dangke")
    labels = [label.get_text() for label in soup.select(".entity-facts__label")]
    assert labels == ["单位", "形式", "日期", "来源"]
    item = page(built, "news/2022/zongshu")
    assert item.select_one("a[href='../../../lectures/yangli-dangke/']").get_text() == "样例党课"


@pytest.mark.slow
def test_the_new_kind_can_be_downloaded(built: Path) -> None:
    """The same rows, again without what is internal."""
    with (built / "data/lectures.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["课题"] == "样例党课"
    assert row["日期"] == "2022-03"
    assert "评分" not in row
    assert (built / "data/lectures.json").is_file()
