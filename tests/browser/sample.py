"""The valid site of the tests, and on top what strains a page: long titles, lists of several pages.

`tests/site/valid` brings a domain, a withdrawn item, a draft and an item of the future.
"""

import shutil
from pathlib import Path

from PIL import Image

VALID = Path(__file__).parents[1] / "site" / "valid"
MANY = 45
"""More items of one month and column than fit two pages of a list."""

LONG = "机关党支部“两学一做”学习教育常态化制度化工作推进情况与下一步打算综述暨经验交流材料汇编"
FULL_HEAD = f"""\
标题: {LONG}
引题: 深入学习 认真贯彻
副题: 市直机关各级党组织以“书记项目”为抓手推动党建工作与中心工作深度融合纪实
日期: 2026-03-09 08:30
活动日期: 2026-03-07
发布时间: 2026-03-09 09:00
栏目: 要闻
体裁: 通讯
置顶至: 2099-12-31
系列: 机关党建纪实
署名: 记者 甲某、乙某（某某单位）；摄影 丙某；责编 丁某
来源:
  - 名称: 某报
    网址: https://example.org/a.html
    原题: 机关党建工作综述
    原日期: 2026-03-01
    转载: 是
摘要: 一句话说清楚这篇稿件讲了什么，再用一句话补充说明背景和结果。
编者按: 这是编者在正文前面写的一段话。
供稿单位: 某某单位
文号: 市直工委发〔2026〕1号
图片:
  - 文件: 2026/huichang.jpg
    替代文字: 会场全景，前排坐满了人
    说明: 3月7日，会议现场。
    摄影: 丙某
  - 文件: 2026/zhanban.png
    替代文字: 走廊里的展板
附件:
  - 文件: 2026/tongzhi.txt
    名称: 会议通知
更正:
  - 日期: 2026-03-10
    原文: 200名
    改为: 210名
    依据: 主办单位来函
待核:
  - 项目: 日期
    原因: 日期据版面推定
"""
FULL_BODY = """\
第一段，后面有脚注[^1]，也有[站外的链接](https://example.org/b.html)。

## 一个小标题

| 类别 | 一月 | 二月 | 三月 | 四月 | 五月 | 六月 | 合计 |
|---|---|---|---|---|---|---|---|
| 学习次数 | 100 | 200 | 300 | 400 | 500 | 600 | 2100 |

1. 第一项
2. 第二项

### 更小的标题

> 引用的一段话。

![走廊里的展板](../../images/2026/zhanban.png "正文里的图")

[^1]: 脚注的内容。
"""
REPEATING = """\
---
标题: 机关“再会演练”活动接连举行
日期: 2026-02-10
栏目: 要闻
署名: 未署名
来源: 机关党建专版
摘要: 全市机关再会演练三次并总结经验。
---

2月10日，全市机关再会演练三次并总结经验，甲局参加。
"""
"""Its text begins as its summary does."""

PLAIN_HEAD = """\
标题: {title}
日期: {date}
栏目: 要闻
署名: 未署名
来源: 机关党建专版
"""


def write_sample(folder: Path) -> Path:
    """Write the content of the sample into a new folder, and return it."""
    shutil.copytree(VALID, folder)
    _add_pictures(folder / "images" / "2026")
    _write(folder / "files" / "2026" / "tongzhi.txt", "会议通知\n")
    news = folder / "news" / "2026"
    _write(news / "everything.md", f"---\n{FULL_HEAD}---\n\n{FULL_BODY}")
    _write(news / "repeating.md", REPEATING)
    for number in range(1, MANY + 1):
        _add_plain(news / f"plain-{number:02}.md", f"第{number}次集体学习", "2026-03")
    _add_plain(news / "series.md", "纪实之二", "2026-03-08", "系列: 机关党建纪实\n")
    return folder


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _add_plain(file: Path, title: str, date: str, more: str = "") -> None:
    head = PLAIN_HEAD.format(title=title, date=date) + more
    _write(file, f"---\n{head}---\n\n{title}的正文。\n")


def _add_pictures(folder: Path) -> None:
    folder.mkdir(parents=True)
    Image.new("RGB", (1600, 1067), "#886644").save(folder / "huichang.jpg")
    Image.new("RGB", (700, 900), "#446688").save(folder / "zhanban.png")
