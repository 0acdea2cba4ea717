"""Content folders of one column and item, and what all rules tell of the tables beside them."""

from datetime import date
from pathlib import Path

from plugins.checking.all_rules import check
from plugins.problems import Level, Problem
from plugins.reading import read_bulletin

TODAY = date(2026, 11, 23)
HEAD = "标题: 甲\n日期: 2022-03-09\n栏目: 要闻\n署名: 未署名\n来源: 某报"
ITEM = f"---\n{HEAD}\n状态: {{}}\n---\n\n正文。\n"
PLAIN = {
    "tables/columns.csv": "栏目名称,链接名\n要闻,yao-wen\n",
    "tables/organisations.csv": "单位名称,链接名\n甲局,jia-ju\n",
    "tables/honours.csv": "荣誉名称,链接名,授予对象\n五星级党支部,wu-xing,党组织\n",
    "news/2022/a.md": ITEM.format("发布"),
    "news/2022/b.md": ITEM.format("草稿"),
}


def problems(folder: Path, *, with_waiting: bool = False, **files: str) -> list[Problem]:
    """Return what the rules tell of tables, given by their names; rows are parted by blanks."""
    content = folder / "content"
    tables = {f"tables/{name}.csv": "\n".join(rows.split()) for name, rows in files.items()}
    for path, text in {**PLAIN, **tables}.items():
        file = content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    reading = read_bulletin(content, TODAY, with_waiting=with_waiting)
    assert reading.bulletin is not None, reading.problems
    told = check(content, reading)
    assert {problem.level for problem in told} <= {Level.WARNING}
    return told


def places(folder: Path, **files: str) -> list[tuple[str, str, int | None, int | None]]:
    """Return the code of each problem, its table, line and column."""
    return [
        (one.code, Path(one.place.file).stem, one.place.line, one.place.column)
        for one in problems(folder, **files)
    ]
