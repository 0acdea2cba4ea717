"""What the scripts and the keyboard do: 大字版, skip link, focus, sorting and filtering."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import DESK, PHONE, resize
from tests.browser.sites import BuiltSite

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FOCUSED = """() => {
  const here = document.activeElement;
  const ring = (part) => {
    const {outlineStyle, outlineWidth} = getComputedStyle(here, part);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  };
  const box = here.getBoundingClientRect();
  return {
    name: here.outerHTML.slice(0, 120),
    ringed: ring(null) || ring("::after"),
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    end: here === document.body,
  };
}"""
REACHABLE = """() => [...document.querySelectorAll("a[href], button, input, select, summary")]
  .filter((part) => part.checkVisibility({visibilityProperty: true})).length"""
CELLS = """(column) => [...document.querySelectorAll(".roll-table__row")]
  .map((row) => row.cells[column].dataset.sort)"""
SHIFTS = """window.shifted = 0;
new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) window.shifted += shift.value;
}).observe({type: "layout-shift", buffered: true});"""
SIZE_OF_TEXT = "() => parseFloat(getComputedStyle(document.querySelector('main')).fontSize)"


# 大字版


def test_large_type_is_remembered(
    look: "Callable[..., Page]", fullest: Callable[[str], str]
) -> None:
    """Chosen once, it stays from page to page until it is given back."""
    page = look(fullest("home"))
    before = page.evaluate(SIZE_OF_TEXT)
    page.click("text=大字版")
    assert page.evaluate(SIZE_OF_TEXT) > before
    for kind in ("item", "honours"):
        page.goto(fullest(kind))
        assert page.evaluate(SIZE_OF_TEXT) > before
    page.click("text=标准版")
    assert page.evaluate(SIZE_OF_TEXT) == before
    page.goto(fullest("home"))
    assert page.evaluate(SIZE_OF_TEXT) == before


def test_large_type_is_switched_by_keyboard(
    look: "Callable[..., Page]", fullest: Callable[[str], str]
) -> None:
    """After the switch the focus is on the way back, so that Enter takes it again."""
    page = look(fullest("home"))
    before = page.evaluate(SIZE_OF_TEXT)
    page.focus("text=大字版")
    page.keyboard.press("Enter")
    assert page.evaluate(SIZE_OF_TEXT) > before
    page.keyboard.press("Enter")
    assert page.evaluate(SIZE_OF_TEXT) == before


def test_address_of_large_type_can_be_passed_on(
    look: "Callable[..., Page]", fullest: Callable[[str], str]
) -> None:
    """An address with #large opens in 大字版 and can still be given back."""
    page = look(fullest("item") + "#large")
    large = page.evaluate(SIZE_OF_TEXT)
    page.click("text=标准版")
    assert page.evaluate(SIZE_OF_TEXT) < large


def test_large_type_is_there_before_anything_is_drawn(
    look: "Callable[..., Page]", fullest: Callable[[str], str]
) -> None:
    """A page that is drawn in small type first jumps before the eyes of who needs the large one."""
    page = look(fullest("home"))
    page.click("text=大字版")
    page.route("**/assets/site.*.js", lambda route: route.fulfill(body="void 0;"))
    page.goto(fullest("item"))
    assert page.evaluate("document.documentElement.className") == "large-type"


@pytest.mark.parametrize("kind", ["item", "figures", "organisations", "honour", "search"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_page_does_not_move_while_it_loads(
    kind: str, size: tuple[int, int], look: "Callable[..., Page]", fullest: Callable[[str], str]
) -> None:
    """What the scripts show has its room before they come; half of what is called good is left."""
    page = look(fullest("home"), size)
    page.add_init_script(SHIFTS)
    page.goto(fullest(kind))
    page.wait_for_timeout(300)
    assert page.evaluate("window.shifted") <= 0.05


# Keyboard


def test_skip_link_comes_first(look: "Callable[..., Page]", fullest: Callable[[str], str]) -> None:
    """One Tab and Enter lead past the head to the text."""
    page = look(fullest("item"))
    page.keyboard.press("Tab")
    assert page.inner_text(":focus") == "跳到正文"
    assert page.evaluate(FOCUSED)["inside"]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('main')")


@pytest.mark.parametrize("kind", ["home", "item", "honour", "organisations"])
def test_focus_is_always_seen(
    kind: str, look: "Callable[..., Page]", fullest: Callable[[str], str]
) -> None:
    """Whoever goes by Tab reaches everything that can be pressed and sees where the focus is."""
    page = look(fullest(kind), DESK)
    wanted = page.evaluate(REACHABLE)
    visited, faults = 0, []
    while visited <= wanted:
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused["end"]:
            break
        visited += 1
        if not (focused["ringed"] and focused["inside"]):
            faults.append(focused)
    assert faults == []
    assert visited == wanted


def test_wide_table_is_pushed_by_keyboard(
    look: "Callable[..., Page]", fullest: Callable[[str], str]
) -> None:
    """On a phone a table too wide for it takes the focus and moves; on a desk it needs neither."""
    page = look(fullest("item with everything"))
    table = page.locator(".prose table")
    table.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.prose table').scrollLeft > 0")
    resize(page, DESK)
    page.wait_for_function("!document.querySelector('.prose table[tabindex]')")


# Rolls


@pytest.mark.parametrize("press", ["click", "Enter", "Space"])
def test_roll_is_sorted(
    press: str, look: "Callable[..., Page]", fullest: Callable[[str], str]
) -> None:
    """Heading after heading sorts up, then down, and says so; no row is lost."""
    page = look(fullest("organisations"), DESK)
    buttons = page.locator("thead button")
    headings = page.locator("thead th")
    rows = page.locator(".roll-table__row").count()
    for column in range(buttons.count()):
        for _ in range(2):
            button = buttons.nth(column)
            button.click() if press == "click" else button.press(press)
            order = headings.nth(column).get_attribute("aria-sort")
            cells = page.evaluate(CELLS, column)
            assert len(cells) == rows
            assert cells == sorted(cells, reverse=order == "descending")
            assert page.locator("thead th[aria-sort]").count() == 1


def test_sorting_is_shown(look: "Callable[..., Page]", fullest: Callable[[str], str]) -> None:
    """An arrow stands at the sorted heading and at no other."""
    page = look(fullest("organisations"), DESK)
    shown = """() => [...document.querySelectorAll("thead button")].map((button) => {
      const {content, visibility} = getComputedStyle(button, "::after");
      return content !== "none" && visibility === "visible" ? content[1] : "";
    })"""
    buttons = page.locator("thead button")
    buttons.nth(0).click()
    first = page.evaluate(shown)
    buttons.nth(0).click()
    second = page.evaluate(shown)
    assert (first[0], second[0]) == ("↑", "↓")
    assert not any(first[1:] + second[1:])


def test_roll_is_filtered_and_counted(
    look: "Callable[..., Page]", fullest: Callable[[str], str]
) -> None:
    """Characters and pinyin find the same row; the count is told; an empty field shows all."""
    page = look(fullest("branches"))
    rows = page.locator(".roll-table__row")
    every = rows.count()
    name = rows.first.locator("th").inner_text()
    pinyin = rows.first.locator("th").get_attribute("data-sort") or ""
    initials = "".join(syllable[0] for syllable in pinyin.split())
    for words in (name, pinyin, initials):
        page.fill(".roll-table__input", words)
        seen = page.locator(".roll-table__row:visible").count()
        assert 1 <= seen < every
        assert rows.first.is_visible()
        assert page.inner_text(".roll-table__count").startswith(f"显示{seen}")
    page.fill(".roll-table__input", "没有这样的名称")
    assert page.locator(".roll-table__row:visible").count() == 0
    assert page.inner_text(".roll-table__count").startswith("显示0")
    page.fill(".roll-table__input", "")
    assert page.locator(".roll-table__row:visible").count() == every


def test_filter_that_nothing_fits_says_so_and_leads_back(
    look: "Callable[..., Page]", fullest: Callable[[str], str]
) -> None:
    """One press brings all rows back and the field for other words."""
    page = look(fullest("branches"))
    rows = page.locator(".roll-table__row:visible")
    told = page.locator(".filter-none")
    every = rows.count()
    page.fill(".roll-table__input", "党")
    assert rows.count() > 0
    assert not told.is_visible()
    page.fill(".roll-table__input", "没有这样的名称")
    assert told.is_visible()
    page.click(".filter-none__clear")
    assert rows.count() == every
    assert not told.is_visible()
    assert page.evaluate("document.activeElement.value") == ""


def test_numbers_sort_from_the_largest(
    look: "Callable[..., Page]", fullest: Callable[[str], str]
) -> None:
    """Whoever sorts by numbers asks who has most; names and dates begin at their beginning."""
    page = look(fullest("organisations"), DESK)
    buttons = page.locator("thead button")
    buttons.last.click()
    cells = page.evaluate(CELLS, buttons.count() - 1)
    assert cells == sorted(cells, reverse=True)
    assert page.locator("thead th").last.get_attribute("aria-sort") == "descending"
    buttons.first.click()
    assert page.locator("thead th").first.get_attribute("aria-sort") == "ascending"


def test_number_stands_beside_its_name_in_any_order(
    look: "Callable[..., Page]", fullest: Callable[[str], str]
) -> None:
    """On a phone a row of the ledger keeps its two lines when it is sorted by another column."""
    page = look(fullest("figures"))
    page.locator("thead button").first.click()
    row = page.locator(".roll-table__row").first
    name = row.locator(".roll-table__cell--name").bounding_box()
    number = row.locator(".roll-table__cell--number").bounding_box()
    group = row.locator(".roll-table__cell--group").bounding_box()
    assert name is not None
    assert number is not None
    assert group is not None
    assert number["y"] < name["y"] + name["height"]
    assert group["y"] >= name["y"] + name["height"]


FOLDED = ".roll-folds__button[aria-expanded=false]"


@pytest.mark.parametrize("press", ["click", "Enter", "Space"])
def test_long_ledger_is_folded_on_a_phone(
    press: str, look: "Callable[..., Page]", fullest: Callable[[str], str]
) -> None:
    """Its groups are its list of ways in, each with its number of rows; each opens and closes."""
    page = look(fullest("figures"))
    rows = page.locator(".roll-table__row:visible")
    groups = page.locator("tbody")
    assert rows.count() == 0
    assert page.locator(FOLDED).count() == groups.count()
    group = groups.nth(1)
    every = group.locator(".roll-table__row").count()
    button = group.locator(".roll-folds__button")
    assert f"{every}项" in button.inner_text()
    for seen in (every, 0):
        button.click() if press == "click" else button.press(press)
        assert rows.count() == seen
        assert button.get_attribute("aria-expanded") == str(seen > 0).lower()


def test_ledger_is_whole_where_it_is_filtered_sorted_wide_or_printed(
    look: "Callable[..., Page]", fullest: Callable[[str], str]
) -> None:
    """What is folded away is nowhere else hidden."""
    page = look(fullest("figures"))
    rows = page.locator(".roll-table__row")
    every = rows.count()
    name = rows.last.locator("th").inner_text()
    page.fill(".roll-table__input", name)
    assert rows.last.is_visible()
    assert page.locator(FOLDED).count() == 0
    page.fill(".roll-table__input", "")
    assert page.locator(".roll-table__row:visible").count() == 0
    page.locator("thead button").first.click()
    assert page.locator(".roll-table__row:visible").count() == every
    page.locator("thead button").nth(1).click()
    page.emulate_media(media="print")
    assert page.locator(".roll-table__row:visible").count() == every
    page.emulate_media(media="screen")
    resize(page, DESK)
    assert page.locator(".roll-table__row:visible").count() == every


def test_address_of_a_group_opens_it(
    look: "Callable[..., Page]", fullest: Callable[[str], str]
) -> None:
    """A link to a category leads to its rows, from elsewhere and on the page."""
    page = look(f"{fullest('figures')}#figures-2")
    assert page.locator("#figures-2 .roll-table__row:visible").count() > 0
    assert page.locator("#figures-1 .roll-table__row:visible").count() == 0
    page.evaluate("location.hash = 'figures-1'")
    page.wait_for_selector("#figures-1 .roll-table__row", state="visible")


def test_long_register_is_folded_and_one_of_single_rows_is_not(
    look: "Callable[..., Page]", fullest: Callable[[str], str]
) -> None:
    """A heading for each row would be longer than the rows."""
    page = look(fullest("organisations"))
    assert page.locator(".roll-table__row:visible").count() == 0
    assert page.locator(FOLDED).count() == page.locator("tbody").count()
    page = look(fullest("branches"))
    assert page.locator(".roll-table__row:visible").count() == page.locator("tbody tr + tr").count()


def test_ledger_is_whole_where_its_script_does_not_come(
    look: "Callable[..., Page]", fullest: Callable[[str], str]
) -> None:
    """What is folded before the script has come is not folded for ever."""
    page = look(fullest("home"))
    page.route("**/assets/site.*.js", lambda route: route.fulfill(body="void 0;"))
    page.goto(fullest("figures"))
    page.wait_for_selector(".roll-table__row >> nth=-1", state="visible")
    assert page.locator(".starting").count() == 0


def test_ledger_is_whole_without_a_script(
    look: "Callable[..., Page]", fullest: Callable[[str], str]
) -> None:
    """Nothing is folded that could not be opened, and the list of categories leads in."""
    page = look(fullest("figures"), java_script_enabled=False)
    rows = page.locator(".roll-table__row")
    assert page.locator(".roll-table__row:visible").count() == rows.count() > 0
    assert page.locator(".jump-list").is_visible()


def test_filter_survives_sorting(
    look: "Callable[..., Page]", fullest: Callable[[str], str]
) -> None:
    """Sorting what was found shows nothing else."""
    page = look(fullest("organisations"), DESK)
    name = page.locator(".roll-table__row th").first.inner_text()
    page.fill(".roll-table__input", name)
    seen = page.locator(".roll-table__row:visible").count()
    page.locator("thead button").first.click()
    assert page.locator(".roll-table__row:visible").count() == seen


def test_since_answer_tells_one_year_at_a_time(
    built: Callable[[str], BuiltSite], look: "Callable[..., Page]"
) -> None:
    """The chosen start year's sentence is shown, the others wait."""
    site = built("real")
    page = look(site.url + site.of_kind("honour")[0])
    chosen = page.locator(".since-answer__choice select")
    years = chosen.locator("option").evaluate_all("all => all.map((one) => one.value)")
    assert years
    for year in years:
        if len(years) > 1:
            chosen.select_option(year)
        shown = page.locator(".since-answer__answer:visible")
        assert shown.count() == 1
        assert shown.get_attribute("data-start") == year


def test_item_can_be_printed_and_shared_only_with_a_script(
    look: "Callable[..., Page]", fullest: Callable[[str], str]
) -> None:
    """The buttons appear where they work, and are not there where they would not."""
    address = fullest("item")
    assert look(address).locator(".item-tools__button--print").is_visible()
    assert not look(address, java_script_enabled=False).locator(".item-tools").is_visible()
