"""Edits of items, pages and editions: their keys, bodies, headings, links and files."""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests.press.file_edits import pick, replace, toggle, toggle_file
from tests.press.whole_site import WholeSite

Edit = Callable[[WholeSite, int], None]
ENGLISH = {"标题": "title", "日期": "date", "栏目": "column", "标签": "topics", "署名": "bylines"}
SELDOM_NAMED = 3
"""The place of an item that may go without an error; the first is named by many others."""

ITEM = """\
---
标题: 新稿{number}
日期: 2022-{month:02}-09
栏目: 要闻
标签: 志愿服务
署名: 通讯员 某甲{number}
来源: 本刊
系列: 换届进行时
---

某某党支部又有新消息，见[去年的结果](../2021/pingxing-jieguo.md#说明)。

## 名单

第{number}名。
"""
PAGE = "---\n标题: 新的一页\n---\n\n见[关于](about.md)和[旧稿](../news/2022/zongshu.md)。\n"
EDITION = (
    "---\n日期: 2022-0{month}-08\n标题: 新的一版\n稿件:\n- 2022/zongshu\n- 2022/tongzhi\n---\n"
)

KEYS: Mapping[str, Sequence[str]] = {
    "标题": ("改过的标题", "又一个标题", "标题：带冒号"),
    "摘要": ("改过的摘要。", "", "某某街道的摘要。"),
    "短标题": ("改短了", "", "再短"),
    "日期": ("2199-12-01", "2022-03-09", "2021-07", "2022", "2022-12-31", "2020-02-29"),
    "栏目": ("基层", "要闻", "没有的栏目"),
    "标签": ("志愿服务", "党建+、评星定级", ""),
    "系列": ("换届进行时", "", "另一个系列"),
    "署名": ("记者 某乙", "未署名", "通讯员 某乙、某丙（乙局）"),
    "单位": ("乙局", "甲局办公室、某某街道", "", "没有的单位"),
    "党组织": ("某某临时党支部", "", "某支部"),
    "状态": ("草稿", "撤稿", "发布"),
    "置顶至": ("2022-12-31", "2022-05-01", ""),
    "体裁": ("评论", "公示", ""),
    "发布时间": ("2022-12-30 10:00", ""),
    "编者按": ("看一看。", ""),
    "文号": ("某工发〔2022〕9号", ""),
    "待核": ("\n- 项目: 日期\n  原因: 版面看不清", ""),
    "更正": ("\n- 日期: 2022-12-30\n  原文: 旧\n  改为: 新", ""),
    "附件": ("\n- 文件: 2022/mingdan.txt\n  名称: 名单", ""),
    "图片": ("\n- 文件: 2022/jiuzhao.png\n  替代文字: 旧照", ""),
}


def items(site: WholeSite) -> list[Path]:
    """Return the files of all items."""
    return list(site.content.glob("news/*/*.md"))


def set_key(file: Path, key: str, value: str) -> None:
    """Give a key of a text another value; an empty one takes the key away."""
    head, fence, body = file.read_text(encoding="utf-8").removeprefix("---\n").partition("\n---\n")
    written = rf"\n(?:{key}|{ENGLISH.get(key, key)}):[^\n]*(?:\n[- ][^\n]*)*"
    new = f"\n{key}: {value}" if value else ""
    changed, found = re.subn(written, lambda _: new, f"\n{head}", count=1)
    head = (changed if found else changed + new).removeprefix("\n")
    file.write_text(f"---\n{head}{fence}{body}", encoding="utf-8")


def key_edit(key: str, values: Sequence[str]) -> Edit:
    """Return the edit that gives a key of one item one of these values."""

    def edit(site: WholeSite, number: int) -> None:
        set_key(pick(items(site), number // len(values)), key, values[number % len(values)])

    return edit


def edit_body(site: WholeSite, number: int) -> None:
    """Add a sentence that names what may become a link, or one that names nothing."""
    sentences = ("乙局和甲局办公室都来了。", "没有别的。", "[[先进单位]]也在。", "[[没有的名称]]。")
    toggle(pick(items(site), number // 4), f"\n{sentences[number % 4]}\n")


def edit_letter(site: WholeSite, number: int) -> None:
    """Change one letter, so that the file keeps its size."""
    file = pick(items(site), number)
    replace(file, "支部", "文部") if number % 2 else replace(file, "。\n", "！\n")


def add_item(site: WholeSite, number: int) -> None:
    """Write a new item that links to another one by its heading."""
    file = site.content / "news" / "2022" / f"xin-gao-{number % 7}.md"
    file.write_text(ITEM.format(number=number % 7, month=number % 12 + 1), encoding="utf-8")


def delete_item(site: WholeSite, number: int) -> None:
    """Delete an item, whoever refers to it."""
    if len(items(site)) > 1:
        pick(items(site), number + SELDOM_NAMED).unlink()


def rename_item(site: WholeSite, number: int) -> None:
    """Give an item's file another name, whoever refers to it."""
    file = pick(items(site), number + SELDOM_NAMED)
    file.rename(file.with_name(f"{file.stem}-x.md"))


def rename_item_everywhere(site: WholeSite, number: int) -> None:
    """Give an item's file another name, also in the texts and tables that refer to it."""
    file = pick(items(site), number + SELDOM_NAMED)
    rename_item(site, number)
    for other in (*site.content.rglob("*.md"), *site.content.rglob("*.csv")):
        text = other.read_text(encoding="utf-8")
        new = re.sub(rf"\b{file.parent.name}/{file.stem}\b", r"\g<0>-x", text)
        if new != text:
            other.write_text(new, encoding="utf-8")


def exchange_items(site: WholeSite, number: int) -> None:
    """Let two files exchange their names; each keeps its time."""
    one, other = pick(items(site), number), pick(items(site), number + 1)
    aside = site.folder / "aside.md"
    if one == other:
        return
    for source, target in ((one, aside), (other, one), (aside, other)):
        source.rename(target)


def edit_heading(site: WholeSite, number: int) -> None:
    """Add, rename, remove or move headings that another text links to by their #fragment."""
    file = site.content / "news" / "2021" / "pingxing-jieguo.md"
    changes = (
        ("\n## 说明", "\n## 另\n\n## 说明"),
        ("## 名单", "## 名册"),
        ("## 说明", "## 名单"),
        ("## 名单\n", "\n"),
    )
    replace(file, *changes[number % len(changes)])


def edit_link(site: WholeSite, number: int) -> None:
    """Link to a heading, a whole text, a page, a file, or to nothing that is there."""
    targets = ("../2021/pingxing-jieguo.md#说明", "zongshu.md", "tongzhi.md#没有", "che-gao.md")
    more = ("../../pages/about.md", "../../files/2022/mingdan.txt", "../2199/jianglai.md")
    links = (*targets, *more)
    file = pick(items(site), number // len(links))
    toggle(file, f"\n见[这里]({links[number % len(links)]})。\n")


def edit_page(site: WholeSite, number: int) -> None:
    """Change title, text or address of a page; the address may be taken already."""
    file = pick(site.content.glob("pages/*.md"), number // 4)
    if number % 4 == 0:
        toggle(file, "\n乙局也看[通知](../news/2022/tongzhi.md)。\n")
    else:
        set_key(
            file, *(("标题", "改名的一页"), ("链接名", "about"), ("摘要", "一句。"))[number % 4 - 1]
        )


def add_page(site: WholeSite, number: int) -> None:
    """Write a new page, or take it away again."""
    toggle_file(site.content / "pages" / f"ye-{number % 3}.md", PAGE.encode())


def delete_page(site: WholeSite, number: int) -> None:
    """Delete a page, whoever links to it."""
    pages = list(site.content.glob("pages/*.md"))
    if len(pages) > 1:
        pick(pages, number + 1).unlink()


def edit_edition(site: WholeSite, number: int) -> None:
    """Change title, slogan, date or order of an edition."""
    file = pick(site.content.glob("editions/*.md"), number // 4)
    changes = (("标题", "改名的版"), ("口号", "口号丁"), ("日期", "2022-06-01"))
    if number % 4 == 3:
        replace(file, "- 2022/zhiyuan-fuwu\n", "- 2022/zongshu\n- 2022/zhiyuan-fuwu\n")
    else:
        set_key(file, *changes[number % 4])


def add_edition(site: WholeSite, number: int) -> None:
    """Write a new edition, or take it away again."""
    month = number % 3 + 1
    text = EDITION.format(month=month)
    toggle_file(site.content / "editions" / f"ban-{month}.md", text.encode())


TEXT_EDITS: Mapping[str, Edit] = {
    **{f"the key {key}": key_edit(key, values) for key, values in KEYS.items()},
    "a sentence": edit_body,
    "a letter": edit_letter,
    "a heading": edit_heading,
    "a link": edit_link,
    "a new item": add_item,
    "an item less": delete_item,
    "an item renamed": rename_item,
    "an item renamed everywhere": rename_item_everywhere,
    "two items exchanged": exchange_items,
    "a page": edit_page,
    "a page more": add_page,
    "a page less": delete_page,
    "an edition": edit_edition,
    "an edition more": add_edition,
}
