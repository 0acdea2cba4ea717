"""An edition has one 头题: a second one would silently be none."""

from pathlib import Path

from plugins.problems import Problem
from tests.checking.tables import ITEM, problems

NAMES = ("jia", "jia-yi", "bing")


def told(folder: Path, *entries: str) -> list[Problem]:
    """Return what is told of an edition whose entries are these."""
    text = "---\n日期: 2022-03\n稿件:\n" + "".join(f"- {entry}\n" for entry in entries) + "---\n"
    items = {f"news/2022/{name}.md": ITEM.format("发布") for name in NAMES}
    for path, written in {**items, "editions/a.md": text}.items():
        file = folder / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(written, encoding="utf-8")
    return problems(folder)


def test_a_second_lead_is_told_at_its_line(tmp_path: Path) -> None:
    """The first stays on top; a name that begins as another is that of another line."""
    (problem,) = told(tmp_path, "头题: 2022/jia-yi", "2022/bing", "头题: 2022/jia")
    assert (problem.code, problem.place.line, problem.place.column) == ("second-lead", 6, 3)
    assert problem.message == ("一版只有一个头题，前面已经写了“2022/jia-yi”，这一篇不会排在头条。")
    assert problem.remedy == "只留一个头题，别的写成“- 2022/jia”。"


def test_every_further_lead_is_told(tmp_path: Path) -> None:
    """Each at its own line."""
    found = told(tmp_path, *(f"头题: 2022/{name}" for name in NAMES))
    assert [problem.place.line for problem in found] == [5, 6]


def test_one_lead_or_none_is_innocent(tmp_path: Path) -> None:
    """Wherever it stands among the items."""
    assert told(tmp_path / "one", "2022/jia", "头题: 2022/jia-yi") == []
    assert told(tmp_path / "none", "2022/jia", "2022/jia-yi") == []
