"""The scripts of rolls and of “how many since …?” in a browser, and the same without them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from plugins.domain.rolls import Cell, Heading, Roll, RollGroup
from plugins.registry.views import SinceAnswer

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

THEME = Path(__file__).parents[2] / "theme"
COMPONENTS = ("jump_list", "roll_table", "since_answer")
SCRIPT_BUDGET = 2048
PHONE = (360, 780)
DESK = (1280, 900)
HEADINGS = (Heading("获得者", "name"), Heading("单位", "group"), Heading("年份", "detail"))
Open = Callable[..., "Page"]


def row(name: str, key: str, unit: str, unit_key: str, year: str) -> tuple[Cell, ...]:
    """Return a row: name, unit and year, with their keys."""
    return Cell(name, key), Cell(unit, unit_key), Cell(f"{year}年", year)


ROLL = Roll(
    "roll",
    "历年获得者",
    "个",
    HEADINGS,
    (
        RollGroup(
            "roll-1",
            "长安处",
            (
                row("重庆路支部", "chong qing lu zhi bu", "长安处", "chang an chu", "2021"),
                row("甲支部", "jia zhi bu", "长安处", "chang an chu", "2019"),
            ),
        ),
        RollGroup("roll-2", "甲局", (row("安支部", "an zhi bu", "甲局", "jia ju", "2020"),)),
        RollGroup("roll-3", "乙局", (row("乙支部", "yi zhi bu", "乙局", "yi ju", "2021"),)),
    ),
)
ANSWERS = (
    SinceAnswer(2021, 2, 58, 3, 2, 3, "", "2021年以来共58个。"),
    SinceAnswer(2022, 1, 23, 1, 1, 1, "", "2022年以来共23个。"),
)


def written(folder: Path, roll: Roll) -> str:
    """Write a page with both components, their sheets and scripts; return its URL."""
    environment = Environment(
        loader=FileSystemLoader(THEME),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    page = environment.from_string(
        '<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>甲</title>'
        '<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">'
        '<link rel="stylesheet" href="page.css"><script src="page.js" defer></script>'
        '<body><div class="page"><main class="sheet">'
        '{% from "components/roll_table/macro.html" import roll_table %}'
        '{% from "components/since_answer/macro.html" import since_answer %}'
        '{{ roll_table(roll, "./", filter_from=3) }}{{ since_answer(answers, "个") }}'
        "</main></div></body></html>"
    )
    sheets = [THEME / "styles" / f"{name}.css" for name in ("tokens", "base", "layout")]
    sheets += [THEME / "components" / name / "style.css" for name in COMPONENTS]
    scripts = [THEME / "components" / name / "script.js" for name in COMPONENTS[1:]]
    (folder / "page.css").write_text("".join(sheet.read_text("utf-8") for sheet in sheets))
    (folder / "page.js").write_text("".join(script.read_text("utf-8") for script in scripts))
    (folder / "index.html").write_text(page.render(roll=roll, answers=ANSWERS))
    return (folder / "index.html").as_uri()


@pytest.fixture
def address(tmp_path: Path) -> str:
    """Write the page with its roll; return its URL."""
    return written(tmp_path, ROLL)


def names(page: "Page") -> list[str]:
    """Return the names of the rows that show, from top to bottom."""
    shown = page.locator(".roll-table__row:not([hidden]) .roll-table__cell--name")
    return [text.strip() for text in shown.all_inner_texts()]


def test_the_script_of_rolls_fits_its_budget() -> None:
    """At most 2 KB as it is written."""
    assert (THEME / "components/roll_table/script.js").stat().st_size <= SCRIPT_BUDGET


def test_a_heading_sorts_up_then_down(look: Open, address: str) -> None:
    """By the key, not by the letters; the direction is told."""
    page = look(address, DESK)
    button = page.get_by_role("button", name="获得者")
    button.click()
    assert names(page) == ["安支部", "重庆路支部", "甲支部", "乙支部"]
    assert page.locator("th[aria-sort=ascending]").inner_text() == "获得者"
    button.click()
    assert names(page) == ["乙支部", "甲支部", "重庆路支部", "安支部"]


def test_rows_of_one_key_keep_their_order(look: Open, address: str) -> None:
    """Two of 2021 stand as they stood."""
    page = look(address, DESK)
    page.get_by_role("button", name="年份").click()
    assert names(page) == ["甲支部", "安支部", "重庆路支部", "乙支部"]


def test_the_keyboard_sorts(look: Open, address: str) -> None:
    """A heading is a button like any other, and keeps the focus."""
    page = look(address, DESK)
    page.get_by_role("button", name="年份").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    assert names(page)[0] == "重庆路支部"


def test_sorting_by_unit_brings_the_groups_back(look: Open, address: str) -> None:
    """On a phone groups have headings again, and the jump list leads to them."""
    page = look(address, PHONE)
    page.get_by_role("button", name="年份").click()
    assert not page.get_by_role("rowheader", name="长安处").is_visible()
    page.get_by_role("button", name="单位").click()
    assert names(page) == ["重庆路支部", "甲支部", "安支部", "乙支部"]
    assert page.get_by_role("rowheader", name="长安处").is_visible()


def test_a_roll_of_single_rows_has_no_groups_in_any_order(look: Open, tmp_path: Path) -> None:
    """As many headings as rows would tell nothing: each row names its unit."""
    groups = tuple(replace(group, rows=group.rows[:1]) for group in ROLL.groups)
    page = look(written(tmp_path, replace(ROLL, groups=groups)), PHONE)
    assert page.locator(".jump-list").count() == 0
    for _ in range(3):
        assert not page.get_by_role("rowheader", name="乙局").is_visible()
        assert page.get_by_role("cell", name="乙局").is_visible()
        page.get_by_role("button", name="单位").click()


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("乙", ["乙支部"]),
        ("chongqing", ["重庆路支部"]),
        ("chong qing", ["重庆路支部"]),
        ("2021 长安", ["重庆路支部"]),
        ("２０２１　ＣＨＯＮＧ", ["重庆路支部"]),
        ("没有", []),
        ("", ["重庆路支部", "甲支部", "安支部", "乙支部"]),
    ],
)
def test_the_filter_knows_names_years_units_and_pinyin(
    look: Open, address: str, typed: str, left: list[str]
) -> None:
    """Every word typed must be there; the number that is left is told."""
    page = look(address, PHONE)
    page.get_by_label("筛选").fill(typed)
    page.get_by_label("筛选").press("End")
    assert names(page) == left
    if typed:
        assert page.locator("output").inner_text() == f"显示{len(left)}个"


def test_the_filter_waits_while_an_input_method_composes(look: Open, address: str) -> None:
    """Letters that are to become Chinese find nothing yet."""
    page = look(address, DESK)
    field = page.get_by_label("筛选")
    field.evaluate(
        """field => {
          field.value = "yi'z";
          field.dispatchEvent(new InputEvent("input", {isComposing: true, bubbles: true}));
        }"""
    )
    assert len(names(page)) == 4
    field.evaluate(
        """field => {
          field.value = "乙支";
          field.dispatchEvent(new CompositionEvent("compositionend", {bubbles: true}));
        }"""
    )
    assert names(page) == ["乙支部"]


def test_a_group_without_a_row_hides_its_heading(look: Open, address: str) -> None:
    """No heading stands over nothing."""
    page = look(address, PHONE)
    page.get_by_label("筛选").fill("乙")
    assert not page.get_by_role("rowheader", name="长安处").is_visible()
    assert page.get_by_role("rowheader", name="乙局").is_visible()


def test_a_row_is_two_lines_on_a_phone(look: Open, address: str) -> None:
    """Name, then year; the unit is said once, above; nothing scrolls sideways."""
    page = look(address, PHONE)
    cells = page.locator(".roll-table__row").first.locator("th, td")
    boxes = [cells.nth(place).bounding_box() for place in range(3)]
    assert boxes[1] is None
    assert boxes[2]["y"] >= boxes[0]["y"] + boxes[0]["height"]
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]


def test_a_roll_keeps_its_roles_on_a_phone(look: Open, address: str) -> None:
    """Whoever listens still has a table with rows and headings."""
    page = look(address, PHONE)
    assert page.get_by_role("table", name="历年获得者").is_visible()
    assert page.get_by_role("row").count() >= 4 + 3
    assert page.get_by_role("rowheader", name="重庆路支部").is_visible()


def test_paper_has_the_wide_table_with_its_head(look: Open, address: str) -> None:
    """The head is one that browsers repeat on every sheet; the filter is not printed."""
    page = look(address, PHONE)
    page.emulate_media(media="print")
    head = page.locator(".roll-table__head")
    assert head.evaluate("head => getComputedStyle(head).display") == "table-header-group"
    assert not page.get_by_label("筛选").is_visible()


def test_one_start_year_shows_at_a_time(look: Open, address: str) -> None:
    """The earliest first, then the one chosen."""
    page = look(address, PHONE)
    assert page.get_by_text("2021年以来共58个。").is_visible()
    page.get_by_label("从哪年起").select_option("2022")
    assert page.get_by_text("2022年以来共23个。").is_visible()
    assert not page.get_by_text("2021年以来共58个。").is_visible()


def test_a_sentence_is_copied(look: Open, address: str) -> None:
    """Where the clipboard refuses, the sentence is selected, to be copied by hand."""
    page = look(address, DESK)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(Error()); }")
    page.get_by_role("button", name="复制这句话").click()
    page.get_by_text("句子已选中，请复制").wait_for()
    assert page.evaluate("String(getSelection())") == "2021年以来共58个。"


def test_without_a_script_everything_is_there(look: Open, address: str) -> None:
    """All rows in their groups, all start years; no control that would do nothing."""
    page = look(address, PHONE, java_script_enabled=False)
    assert names(page) == ["重庆路支部", "甲支部", "安支部", "乙支部"]
    assert page.get_by_text("2021年以来共58个。").is_visible()
    assert page.get_by_text("2022年以来共23个。").is_visible()
    for control in ("button", "input", "select"):
        assert not any(found.is_visible() for found in page.locator(control).all())
