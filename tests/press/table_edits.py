"""Edits of the tables: rows and cells, as CSV and as a workbook."""

from collections.abc import Callable, Mapping, Sequence

from openpyxl import load_workbook

from tests.press.file_edits import pick, replace, toggle
from tests.press.whole_site import WholeSite

Edit = Callable[[WholeSite, int], None]
ROWS: Mapping[str, Sequence[str]] = {
    "columns": ("4,人物,renwu,工作动态,写人。,,",),
    "topics": ("组织生活,zuzhi-shenghuo,,归档,导语。", "党建,dangjian,,,"),
    "organisations": ("社区,shequ,社区,某某街道,志愿者,,", "党支部办,zhibu-ban,,甲局,大会,,2021"),
    "branches": (
        "社区党支部,shequ-dangzhibu,党支部,某某街道,,,2021,",
        "某党委,mou-dangwei,党委,,,支部,,",
    ),
    "honours": ("先锋岗,xianfeng-gang,党组织,市级,新设。",),
    "recognitions": ("2022-wxj,五星级党支部,2022,某某工委,2022-07-01,1,,,,2022/zongshu,",),
    "recipients": ("2021-yx,某乙,,乙局,有效,,公示,", "2022-wxj,甲局党委,,甲局,有效,,,"),
    "changes": ("2021-05,更名,某某党支部,某某党支部,,",),
    "synonyms": ("支部,党支部", "会场,现场"),
    "figures": (
        "党员,,队伍,乙局,,2022,,存量,12,,名,2022/zongshu,,,",
        "会场,huichang,,甲局,,2022,,存量,3,,处,2022/tongzhi,,,",
    ),
}
CELLS: Mapping[str, Sequence[tuple[str, str]]] = {
    "columns": (
        ("某某工委的要闻。", "换了说明。"),
        ("jiceng", "jiceng-x"),
        ("要闻,", "头条,"),
        (",30,", ",90,"),
    ),
    "topics": (
        ("党建同业务结合。", "换了说明。"),
        ("进行中", "归档"),
        ("zhiyuan-fuwu", "zhiyuan"),
        ("评星定级,", "评星,"),
    ),
    "organisations": (
        *(("2015-01-01", "2022-08-01"), (",2020-12", ",2023-01"), ("科室", "内设机构")),
        *(("市直机关,,工委", "市直机关,,本刊"), ("甲、甲管理局", "甲")),
        ("甲、甲管理局", "甲、会场"),
    ),
    "branches": (
        *((",某支部,", ",某支部、大会,"), ("2015-03", "2019-09"), (",2020-12-31", ",")),
        *(("甲局党委,某支部", ",某支部"), ("yiju-dangzongzhi", "yiju-zongzhi")),
    ),
    "honours": (("授予党支部。", "换了说明。"), ("五星级党支部,", "五星支部,"), ("党组织", "单位")),
    "recognitions": (
        (",3,", ",4,"),
        ("2024-07", "2022-08"),
        ("2022/mingdan.txt", ""),
        ("2021-07,3", "2021-08,3"),
    ),
    "recipients": (
        ("公示名单", ""),
        ("复核", "撤销"),
        ("张某", "某丁"),
        (",某支部,甲局", ",,甲局"),
    ),
    "synonyms": (("中央组织部、", ""),),
    "changes": (("2018-05", "2018-06"), ("更名", "换届"), (",2021/pingxing-jieguo", ",")),
    "figures": (
        *(
            ("存量,40,,名,2022/zongshu,,,\n", "存量,41,,名,2022/zongshu,,,\n"),
            ("2022-03-05", "2022-03-06"),
        ),
        *(("canjia-huodong", "canjia"), ("增量,2,约", "增量,2,"), ("两次所说不一", "两说不一")),
        *(("300,余", "310,余"), ("某县,2020,", "某某街道,2020,")),
    ),
    "site": (
        *(("dangjian.example.cn", ""), ("口号甲 口号乙", "口号丙"), ("某某党建", "某报")),
        *(("000-00000000", "000-00000001"), ("承办单位,甲局", "承办单位,乙局")),
    ),
}


def row_edit(table: str, rows: Sequence[str]) -> Edit:
    """Return the edit that adds one of these rows to a table, or takes it away."""

    def edit(site: WholeSite, number: int) -> None:
        toggle(site.content / "tables" / f"{table}.csv", f"{rows[number % len(rows)]}\n")

    return edit


def cell_edit(table: str, changes: Sequence[tuple[str, str]]) -> Edit:
    """Return the edit that changes one of these cells of a table."""

    def edit(site: WholeSite, number: int) -> None:
        replace(site.content / "tables" / f"{table}.csv", *changes[number % len(changes)])

    return edit


def delete_row(site: WholeSite, number: int) -> None:
    """Delete one row of one table."""
    file = pick(site.content.glob("tables/*.csv"), number + 1)
    heading, *rows = file.read_text(encoding="utf-8").splitlines(keepends=True)
    if rows:
        del rows[number % len(rows)]
    file.write_text("".join([heading, *rows]), encoding="utf-8")


def swap_rows(site: WholeSite, number: int) -> None:
    """Put the last row of one table first."""
    file = pick(site.content.glob("tables/*.csv"), number)
    heading, *rows = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join([heading, *rows[-1:], *rows[:-1]]), encoding="utf-8")


def edit_workbook(site: WholeSite, number: int) -> None:
    """Change a cell of the table that is a workbook."""
    file = site.content / "tables" / "holdings.xlsx"
    if file.exists():
        book = load_workbook(file)
        assert book.active is not None
        book.active["A2"] = ("甲局党委", "某某联合党支部", "没有的党支部")[number % 3]
        book.save(file)


def workbook_as_text(site: WholeSite, number: int) -> None:
    """Hand in the workbook as CSV; with an odd number beside it, which is an error."""
    tables = site.content / "tables"
    text = "获得者,荣誉名称,截至,来源稿件\n甲局党委,五星级党支部,2021-10-01,2021/pingxing-jieguo\n"
    (tables / "holdings.csv").write_text(text, encoding="utf-8")
    if number % 2 == 0:
        (tables / "holdings.xlsx").unlink(missing_ok=True)


def table_aside(site: WholeSite, number: int) -> None:
    """Move a whole table away, or back again as it was."""
    file = site.content / "tables" / f"{sorted(CELLS)[(number + 1) % len(CELLS)]}.csv"
    aside = site.folder / file.name
    if file.exists():
        file.rename(aside)
    elif aside.exists():
        aside.rename(file)


TABLE_EDITS: Mapping[str, Edit] = {
    **{f"a row of {table}": row_edit(table, rows) for table, rows in ROWS.items()},
    **{f"a cell of {table}": cell_edit(table, changes) for table, changes in CELLS.items()},
    "a row less": delete_row,
    "rows in another order": swap_rows,
    "the workbook": edit_workbook,
    "a workbook as text": workbook_as_text,
    "a table aside": table_aside,
}
