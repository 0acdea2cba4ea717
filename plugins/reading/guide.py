"""The field lists of content/README.md, generated from the declared keys.

`python -m plugins.reading.guide` writes them anew between their marks; a test holds that the
committed guide is current.
"""

import re
import sys
from collections.abc import Sequence
from pathlib import Path

from plugins.domain.declared import Declared, DeclaredKey, Shape, declared_keys
from plugins.domain.news_item import NewsItemKeys
from plugins.domain.tables import Site
from plugins.domain.texts import EditionKeys, TextPageKeys
from plugins.reading.tables.content_tables import TABLES

TEXTS: dict[str, type[Declared]] = {
    "稿件": NewsItemKeys,
    "页面": TextPageKeys,
    "版": EditionKeys,
    "site 表的项目": Site,
}
GUIDE = Path("content") / "README.md"


def with_current_lists(guide: str) -> str:
    """Return the guide with every marked list generated anew."""
    for name, model in TEXTS.items():
        guide = _replaced(guide, name, key_list(declared_keys(model)))
    return _replaced(guide, "表格", table_list())


def key_list(keys: Sequence[DeclaredKey]) -> str:
    """Write keys as a Markdown table: name, whether it is required, how it is written, meaning."""
    rows = ["| 项目 | 必填 | 写法 | 意思 |", "|---|---|---|---|"]
    for declared in keys:
        required = "必填" if declared.required else ""
        rows.append(f"| {declared.name} | {required} | {_form(declared)} | {declared.meaning} |")
    return "\n".join(rows)


def table_list() -> str:
    """Write the headings of every table, the required ones in bold."""
    rows = ["| 文件 | 列名（粗体的必须有） |", "|---|---|"]
    for name, model in TABLES.items():
        headings = "、".join(
            f"**{declared.name}**" if declared.required else declared.name
            for declared in declared_keys(model)
        )
        rows.append(f"| tables/{name}.csv | {headings} |")
    return "\n".join(rows)


def _form(declared: DeclaredKey) -> str:
    if declared.shape is Shape.CHOICE:
        return "只能写：" + "、".join(declared.choices)
    if declared.entry is not None:
        names = "、".join(sub_key.name for sub_key in declared_keys(declared.entry))
        return f"{declared.shape.value}，每条可写：{names}"
    return declared.shape.value


def _replaced(guide: str, name: str, generated: str) -> str:
    start, end = f"<!-- 自动生成：{name} -->", f"<!-- 到此为止：{name} -->"
    pattern = re.compile(rf"{re.escape(start)}.*?{re.escape(end)}", re.DOTALL)
    return pattern.sub(lambda _: f"{start}\n\n{generated}\n\n{end}", guide)


if __name__ == "__main__":
    GUIDE.write_text(with_current_lists(GUIDE.read_text(encoding="utf-8")), encoding="utf-8")
    sys.stdout.write(f"{GUIDE} 已更新。\n")
