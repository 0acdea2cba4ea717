"""The search box and the search page, in a real browser on a built site."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import parse_qs, quote

import pytest

from plugins.domain.bylines import MAKERS, Role
from tests.browser.conftest import DESK, PHONE, resize, set_large
from tests.browser.sites import BuiltSite, QuietHandler, served
from tests.browser.test_accessibility import AXE, SMALL_TARGETS, TAGS, TARGET
from tests.browser.test_layout import NARROW, TOO_WIDE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MANY = "集体学习"
"""What more items of the sample have than fit one page of results."""

NAMES_ONLY = "乙局党总支"
"""What stands in the name of a branch of the sample, and in no item."""

ANSWERED = """() => {
  const seen = (id) => document.getElementById(`search-${id}`).checkVisibility();
  const told = document.getElementById("search-count").textContent;
  return seen("archives") || (seen("results") && told && !told.startsWith("正在"));
}"""
OPTION = ".search-box__option"
ROW = "#search-list article"
PAUSE = 500
"""Longer than the box waits before it suggests, in milliseconds."""

STRICT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
STRICT_POLICY += "connect-src 'self'; form-action 'self'; base-uri 'none'"
ODD_QUERIES = {
    "nothing": "",
    "blanks": " \u3000\t ",
    "ten thousand characters": "abc " * 2500,
    "one long word": "学" * 5000,
    "control characters": "学\x00\x01习\x7f",
    "signs of regular expressions": r"(.*[+?^$|\\{学",
    "only regular signs": ".*",
    "emoji": "👨‍👩‍👧学习🎉",
    "a frequent character": "的",
    "an open quotation": "“学习",
    "only an exclusion": "-学习",
    "an empty field": "标题:",
    "percent signs": "%E0%A4%A 100%",
}
HINTED = {
    "only what is not wanted": ("-学习", "这里只写了不要的词", ""),
    "a lone quotation mark": ('"', "这里只有符号", ""),
    "a lone Chinese quotation mark": ("“", "这里只有符号", ""),
    "years turned round": (
        "2026 年份:2026-2022",
        "年份从2026到2022，前后写反了",
        "2026 年份:2022-2026",
    ),
    "no year": ("年份:abc", "“年份:”后面要写四位数字", ""),
    "a field of another name": ("作者:某人", "“作者:”不能限定范围", "署名:某人"),
    "a field that there is not": ("页码:某页", "“页码:”不能限定范围", ""),
    "a field without a word": ("标题:", "“标题:”后面要紧接着写词", ""),
    "a field with an empty phrase": ("标题:“”", "“标题:”后面要紧接着写词", ""),
    "a blank behind a field": ("标题：\u3000学习", "“标题:”后面要紧接着写词", "标题:学习"),
    "a byline with its role": (
        "署名:通讯员 张三",
        "“署名:”后面只写姓名，不写“通讯员”",
        "署名:张三",
    ),
    "a role in a phrase": ("学习 署名:“本报记者：张三”", "“署名:”后面只写姓名", "学习 署名:“张三”"),
    "a role alone": ("署名:记者 标题:学习", "“署名:”后面只写姓名，不写“记者”", ""),
    "more than is read": ("学 " * 300, "这里写得太长，只用前500个字符查找", ""),
    "a month": ("年份:2026-03", "“2026-03”只按年份2026查，月份没有用上", ""),
    "a month in words": ("年份:2026年3月", "“2026年3月”只按年份2026查，月份没有用上", ""),
    "half a year": ("年份:2022-26", "“2022-26”只按年份2022查。", "年份:2022-2026"),
    "a day": ("年份:20260309", "“年份:”后面要写四位数字", "年份:2026"),
    "more than a year": ("年份:2026级", "“2026级”只按年份2026查，其余的字没有用上", ""),
    "a year beside none": ("年份:2026、去年", "“去年”不是四位数字的年份，没有用上", ""),
}
"""What a query is, what the page says of it, and the query that it offers instead."""
UNDERSTOOD = (MANY, f"标题:{MANY}", "学习 -通知", "年份:2022-2026", "“标题: 学习”", "10:30", "学习")
UNDERSTOOD += ("年份:2026,2022", "年份:2022、2026", "年份:2022或2026", "年份:2022-", "年份:-2026")
UNDERSTOOD += ("年份:2022以来", "標題：學習", "欄目:要闻")

Search = Callable[..., "Page"]


class StrictHost(QuietHandler):
    """A host that lets pages load what is its own, and run nothing that stands in them."""

    def end_headers(self) -> None:
        """Send the policy with every file."""
        self.send_header("Content-Security-Policy", STRICT_POLICY)
        super().end_headers()


@pytest.fixture
def sample(built: Callable[[str], BuiltSite]) -> BuiltSite:
    """Return the sample, which has a list of several pages."""
    return built("sample")


@pytest.fixture
def search(look: "Callable[..., Page]", sample: BuiltSite) -> Search:
    """Open the search page with a query and what else its address says; wait for the answer."""

    def run(query: str, more: str = "", size: tuple[int, int] = DESK) -> "Page":
        page = look(f"{sample.url}search/?q={quote(query)}{more}", size)
        page.wait_for_function(ANSWERED)
        return page

    return run


@pytest.fixture
def fallible(browser: "Browser") -> "Iterator[Callable[..., Page]]":
    """Make a page of which requests may fail, but nothing may go wrong in a script."""
    faults: list[str] = []
    context = browser.new_context()

    def make() -> "Page":
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        return page

    yield make
    context.close()
    assert faults == []


def number_in(text: str) -> int:
    """Return the first number in a text."""
    found = re.search(r"\d+", text)
    assert found, text
    return int(found[0])


def count(page: "Page") -> str:
    """Return what the page says of how many were found."""
    return page.inner_text("#search-count")


# The box


def test_a_key_leads_to_the_box(look: "Callable[..., Page]", sample: BuiltSite) -> None:
    """A slash from anywhere but a field, Ctrl+K from everywhere; in a field a slash is a slash."""
    page = look(sample.url, DESK)
    here = "document.activeElement.id"
    page.keyboard.press("/")
    assert page.evaluate(here) == "search-words"
    page.keyboard.type("a/b")
    assert page.input_value("#search-words") == "a/b"
    page.keyboard.press("Tab")
    assert page.evaluate(here) != "search-words"
    page.keyboard.press("Control+k")
    assert page.evaluate(here) == "search-words"
    page.keyboard.type("c")
    assert page.input_value("#search-words") == "c"


def test_a_suggestion_is_chosen_by_keyboard(look: "Callable[..., Page]", sample: BuiltSite) -> None:
    """Down and up walk the list and out of it, Escape closes it, Enter opens the page."""
    page = look(sample.url, DESK)
    box = page.locator("#search-words")
    box.type(MANY)
    page.wait_for_selector(OPTION)
    options = page.locator(OPTION)
    assert box.get_attribute("aria-expanded") == "true"
    told = page.locator(".search-box__told")
    assert told.text_content() == f"{options.count()}条建议，用上下键选择"
    page.keyboard.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    assert options.first.get_attribute("aria-selected") == "true"
    page.keyboard.press("ArrowUp")
    assert box.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowUp")
    assert options.last.get_attribute("aria-selected") == "true"
    page.keyboard.press("Escape")
    assert not page.locator(OPTION).count()
    assert told.text_content() == ""
    assert (box.get_attribute("aria-expanded"), box.input_value()) == ("false", MANY)
    page.keyboard.press("ArrowDown")
    page.wait_for_selector(OPTION)
    page.keyboard.press("ArrowDown")
    title = options.first.evaluate("one => one.firstChild.data")
    page.keyboard.press("Enter")
    page.wait_for_url("**/news/**")
    assert title in page.inner_text("h1")


def test_enter_leads_to_what_was_found(look: "Callable[..., Page]", sample: BuiltSite) -> None:
    """The box is a plain form: its words stand in the address of the search page."""
    page = look(sample.url)
    page.fill("#search-words", MANY)
    page.press("#search-words", "Enter")
    page.wait_for_url(f"{sample.url}search/?q={quote(MANY)}")
    page.wait_for_selector(ROW)
    assert page.input_value("#search-words") == MANY


def test_nothing_is_searched_while_an_input_method_composes(
    look: "Callable[..., Page]", sample: BuiltSite
) -> None:
    """What is on its way to characters is no query yet, and its Enter is not ours."""
    page = look(sample.url, DESK)
    page.focus("#search-words")
    keyboard = page.context.new_cdp_session(page)
    composed = {"text": MANY, "selectionStart": 0, "selectionEnd": len(MANY)}
    keyboard.send("Input.imeSetComposition", composed)
    page.wait_for_timeout(PAUSE)
    assert page.locator(OPTION).count() == 0
    page.keyboard.press("Enter")
    page.dispatch_event("#search-words", "keydown", {"key": "Enter", "isComposing": True})
    page.dispatch_event("#search-words", "keydown", {"key": "Enter", "keyCode": 229})
    page.wait_for_timeout(PAUSE)
    assert page.url == sample.url
    page.fill("#search-words", "")
    keyboard.send("Input.imeSetComposition", composed)
    keyboard.send("Input.insertText", {"text": MANY})
    page.wait_for_selector(OPTION)


# What was found


def test_what_was_found_is_shown_with_its_words_marked(search: Search) -> None:
    """Ten a page, each with title, date, column, and the words in the title or the snippet."""
    page = search(MANY)
    assert page.locator(ROW).count() == 10
    assert page.get_attribute("#search-count", "role") == "status"
    assert number_in(count(page)) > 20
    for row in page.locator(ROW).all():
        assert MANY in row.locator("mark").all_inner_texts()
        assert re.search(r"\d年", row.locator("time").inner_text())
        assert row.locator(".news-row__column").inner_text()
    assert MANY in page.title()


def test_pages_are_links_and_the_way_back_restores_them(search: Search) -> None:
    """A page of results has an address; back and forward show what stood there, where it stood."""
    page = search(MANY)
    first = page.locator(ROW).all_inner_texts()
    page.click("#search-pages >> text=下一页")
    page.wait_for_function(ANSWERED)
    second = page.locator(ROW).all_inner_texts()
    assert "page=2" in page.url
    assert not set(first) & set(second)
    page.reload()
    page.wait_for_function(ANSWERED)
    assert page.locator(ROW).all_inner_texts() == second
    page.go_back()
    page.wait_for_function(ANSWERED)
    assert page.locator(ROW).all_inner_texts() == first
    assert page.evaluate("scrollY") > 0
    page.locator(f"{ROW} a").first.click()
    page.wait_for_url("**/news/**")
    page.go_back()
    page.wait_for_function(ANSWERED)
    assert page.locator(ROW).all_inner_texts() == first


def test_a_new_query_is_one_step_in_the_history(search: Search) -> None:
    """Back leads to the query before, in the field as well as in the list."""
    page = search(MANY)
    page.fill("#search-words", "没有这样的词语")
    page.press("#search-words", "Enter")
    page.wait_for_function("document.getElementById('search-count').textContent.startsWith('没')")
    page.go_back()
    page.wait_for_selector(ROW)
    assert page.input_value("#search-words") == MANY


def test_results_are_sorted_by_date(search: Search) -> None:
    """The newest first, and the chosen order is marked."""
    page = search("学习")
    page.click("text=按时间")
    page.wait_for_url("**sort=date**")
    page.wait_for_function(ANSWERED)
    dates = page.locator(f"{ROW} time").evaluate_all("all => all.map((one) => one.dateTime)")
    assert dates == sorted(dates, reverse=True)
    assert page.inner_text("#search-order [aria-current]") == "按时间"


def test_the_count_of_a_facet_is_what_it_leads_to(search: Search) -> None:
    """Every choice says truly how many there are, and can be taken back."""
    page = search("学习", size=DESK)
    every = count(page)
    page.wait_for_selector("[data-key=year] a")
    for key in ("column", "year", "organisation"):
        choices = page.locator(f"[data-key={key}] a")
        if not choices.count():
            continue
        choice = choices.last
        expected = number_in(choice.locator("span").inner_text())
        choice.click()
        page.wait_for_function(ANSWERED)
        assert number_in(count(page)) == expected
        assert f"{key}=" in page.url
        page.click("text=不限范围")
        page.wait_for_function(ANSWERED)
        assert count(page) == every
        page.wait_for_selector(f"[data-key={key}] a")


def test_other_kinds_are_found_beside_the_items(search: Search) -> None:
    """A group shows its first names, each a link to its page."""
    page = search("党支部")
    links = page.locator("#search-groups a")
    assert links.count()
    links.first.click()
    page.wait_for_load_state()
    assert "党支部" in page.inner_text("h1")


def test_items_come_soon_where_many_kinds_hold_the_words(search: Search) -> None:
    """Three kinds are shown, the others are told and folded; a query that few hold folds none."""
    page = search("党")
    more = page.locator("#search-more")
    assert page.locator("#search-groups p").count() == 3
    assert page.locator("#search-list li").first.is_visible()
    others = more.locator("p")
    assert not others.first.is_visible()
    counts = [number_in(line) for line in others.all_text_contents()]
    assert more.locator("summary").inner_text() == f"另有{len(counts)}类，共{sum(counts)}条"
    more.locator("summary").click()
    assert others.first.is_visible()
    assert not search("星级党支部").locator("#search-more").is_visible()


def test_where_nothing_is_found_there_is_advice_and_news(search: Search) -> None:
    """A reader is not left alone: the newest items stand below."""
    page = search("饕餮饕餮")
    assert count(page).startswith("没有找到")
    assert page.locator("#search-nothing li").first.is_visible()
    assert page.locator("#search-nothing article").count() == 5


def test_what_was_searched_instead_is_told_with_a_way_back(search: Search) -> None:
    """Words run together that no text has so: the page says how it took them, and offers them."""
    page = search("集体学习正文")
    told = page.inner_text("#search-told")
    assert told.startswith("没有找到“集体学习正文”，分成“")
    assert page.locator(ROW).count() == 10
    back = page.locator("#search-told a")
    assert back.get_attribute("href") == f"?q={quote('“集体学习正文”')}"


@pytest.mark.parametrize(
    ("query", "said", "back"),
    [
        ("COVID学习", "没有找到“COVID学习”", "“COVID学习”"),
        ("集体学习正文 年份:2026 -通知", "没有找到“集体", "“集体学习正文” 年份:2026 -通知"),
        ("甲某 纪实", "没有找到“甲某 纪实”，改按署名“甲某”，连同其余条件查找。", "“甲某” “纪实”"),
    ],
)
def test_what_was_typed_is_told_as_it_was_typed(
    search: Search, query: str, said: str, back: str
) -> None:
    """With its capitals; the way back keeps fields, and takes each word as it stands."""
    page = search(query)
    assert page.inner_text("#search-told").startswith(said)
    (link,) = page.locator("#search-told a").evaluate_all("all => all.map(one => one.search)")
    assert parse_qs(link.removeprefix("?"))["q"] == [back]


def test_a_byline_that_was_found_by_another_name_is_told_once(search: Search) -> None:
    """That a field is unknown needs no words where what it meant was looked for."""
    told = search("作者:甲某").inner_text("#search-told")
    assert told.startswith("没有找到“作者:甲某”，改按署名“甲某”查找。")
    assert "不能限定" not in told


def test_what_was_searched_instead_is_announced(search: Search) -> None:
    """By a region that is there before, and not together with the count, which is one itself."""
    page = search(MANY)
    region = page.locator("[role=status]:has(#search-told)")
    assert region.evaluate("one => getComputedStyle(one).display") != "none"
    assert page.locator("[role=status]:has(#search-count)").count() == 0
    assert region.locator("#search-count, [role=status]").count() == 0


def test_suggestions_never_come_after_the_answer(
    look: "Callable[..., Page]", sample: BuiltSite
) -> None:
    """Whoever presses Enter at once sees the list of results, not a list over it."""
    page = look(f"{sample.url}search/", DESK)
    page.locator("#search-words").type(MANY)
    page.wait_for_selector(OPTION)
    page.keyboard.type("的")
    page.keyboard.press("Enter")
    page.wait_for_selector(ROW)
    page.wait_for_timeout(PAUSE)
    assert page.locator(OPTION).count() == 0


def test_fields_are_written_as_a_query(search: Search) -> None:
    """高级检索 shows what it asks, in the words that the box understands."""
    page = search("")
    page.click("summary")
    page.fill("[name=all]", "学习  会议")
    page.fill("[name=phrase]", "两学 一做")
    page.fill("[name=without]", "通知")
    page.fill("[name=title]", "党建")
    page.fill("[name=organisation]", "某 局")
    page.select_option("[name=column]", "要闻")
    page.select_option("[name=from]", "2022年")
    page.click("text=按这些条件搜索")
    page.wait_for_url("**/search/?q=%*")
    wanted = "学习 会议 “两学 一做” 标题:党建 单位:某局 栏目:要闻 年份:2022-2026 -通知"
    assert page.input_value("#search-words") == wanted


def test_a_phrase_in_a_field_stays_one_word(search: Search) -> None:
    """What is not wanted is excluded as it was quoted, and an open quotation takes in no more."""
    page = search("")
    page.click("summary")
    page.fill("[name=all]", "学习 -“第1次 集体”会议")
    page.fill("[name=without]", '“主题 党日” 通知 "第2次 集体学习"')
    page.fill("[name=title]", "“集 体")
    page.fill("[name=organisation]", "“某 局”")
    page.click("text=按这些条件搜索")
    page.wait_for_url("**/search/?q=%*")
    wanted = "学习 -“第1次 集体” 会议 标题:“集 体” 单位:某局 -“主题 党日” -通知 -“第2次 集体学习”"
    assert page.input_value("#search-words") == wanted


def test_words_are_parted_by_commas_too(search: Search) -> None:
    """As names are; phrases, fields and numbers stay whole."""
    page = search("")
    page.click("summary")
    page.fill("[name=all]", "学习、安全，会议,通知;要求 “甲、乙” 年份:2022、2026 3,000人")
    page.click("text=按这些条件搜索")
    page.wait_for_url("**/search/?q=%*")
    wanted = "学习 安全 会议 通知 要求 “甲、乙” 年份:2022、2026 3,000人"
    assert page.input_value("#search-words") == wanted


@pytest.mark.parametrize(
    ("byline", "written"),
    [
        ("张三", "署名:张三"),
        ("通讯员 张　三", "署名:张三"),
        ("通讯员 张三、李四（某局）", "署名:张三 署名:李四"),
        *((name, f"署名:{name}") for name in ("编辑部", "校对组", "摄影家协会", "评论员")),
        *((f"{role}：张三", "署名:张三") for role in MAKERS - {Role.COLLECTIVE}),
    ],
)
def test_a_byline_is_asked_for_by_its_names(search: Search, byline: str, written: str) -> None:
    """Names are in the index without their roles; the field says so before anybody types."""
    page = search("")
    page.click("summary")
    assert "姓名" in str(page.get_attribute("[name=byline]", "placeholder"))
    page.fill("[name=byline]", byline)
    page.click("text=按这些条件搜索")
    page.wait_for_url("**/search/?q=%*")
    assert page.input_value("#search-words") == written


def test_filters_that_leave_nothing_can_be_taken_off(search: Search) -> None:
    """The words are there: whoever came too narrow is told how many, and widens step by step."""
    every = number_in(count(search("学习")))
    page = search("学习", "&column=yaowen&year=2026&organisation=nosuch")
    assert count(page) == f"在选定的范围里没有，不限范围有{every}篇"
    assert not page.is_visible("#search-advice")
    scope = page.inner_text("#search-scope")
    assert all(name in scope for name in ("栏目“要闻”", "年份“2026年”", "单位“nosuch”"))
    assert page.locator("#search-scope a").all_inner_texts() == ["不限栏目", "不限年份", "不限单位"]
    page.click("text=不限单位")
    page.wait_for_selector(ROW)
    assert "organisation" not in page.url
    assert "column=yaowen&year=2026" in page.url
    assert page.locator("#search-scope a").all_inner_texts() == ["不限栏目", "不限年份"]


def test_words_that_are_nowhere_are_told_so_under_filters_too(search: Search) -> None:
    """Then no filter is to blame, and advice is in place; names that hold them are still shown."""
    page = search("饕餮饕餮", "&year=2026")
    assert count(page) == "没有找到“饕餮饕餮”"
    assert page.is_visible("#search-advice")
    named = search(NAMES_ONLY, "&year=2026")
    assert count(named) == "没有找到稿件"
    assert named.locator("#search-groups a").count()


@pytest.mark.parametrize("page_number", ["99", "9" * 400])
def test_behind_the_last_page_the_last_is_shown(search: Search, page_number: str) -> None:
    """A shared address may be older than the site; going back leads to no dead end either."""
    page = search(MANY, f"&sort=date&page={page_number}")
    last = (number_in(count(page)) + 9) // 10
    assert f"sort=date&page={last}" in page.url
    assert page.text_content("#search-pages [aria-current]") == f"第{last}页"
    assert page.locator(ROW).count()


@pytest.mark.parametrize("page_number", ["-1", "0", "abc", "1.5", "2.5", "2x", ""])
def test_a_page_that_is_no_number_is_the_first(search: Search, page_number: str) -> None:
    """Whatever a hand wrote into the address."""
    first = search(MANY).locator(ROW).all_inner_texts()
    assert search(MANY, f"&page={page_number}").locator(ROW).all_inner_texts() == first


def test_a_kind_that_there_is_not_is_passed_over(search: Search) -> None:
    """Items are shown, and the address says no more than that."""
    first = search(MANY).locator(ROW).all_inner_texts()
    for kind in ("nosuch", "branches"):
        page = search(MANY, f"&kind={kind}")
        assert page.locator(ROW).all_inner_texts() == first
        assert "kind" not in page.url
    assert search("党支部", "&kind=branches").url.endswith("&kind=branches")


def test_what_was_done_with_a_long_query_is_told_in_short(search: Search) -> None:
    """A word is named once, and not more than some are."""
    page = search(" ".join([*["学习"] * 40, "集体学习正文"]))
    told = page.inner_text("#search-told").partition("分成")[2]
    assert told.count("“学习”") == 1
    page = search(" ".join([*(f"第{number}次" for number in range(1, 12)), "集体学习正文"]))
    assert page.inner_text("#search-told").count("“") < 20


def test_beside_few_results_the_parts_can_be_looked_for(search: Search) -> None:
    """A run that hardly any item holds as it stands is offered in parts, with what they find."""
    page = search("第1次集体学习")
    assert page.locator(ROW).count() == 1
    page.wait_for_selector("#search-further a")
    told = page.inner_text("#search-further a")
    page.click("#search-further a")
    page.wait_for_function(ANSWERED)
    page.wait_for_url("**/search/?q=%*+%*")
    number = int(told.rpartition("，")[2].removesuffix("篇"))
    assert page.inner_text("#search-count") == f"找到{number}篇稿件"
    assert number > 1
    assert page.locator("#search-further").is_hidden()


# Bad input


def test_a_query_is_only_text(search: Search) -> None:
    """Neither the list nor the title nor the box makes HTML of it."""
    attack = "<img src=x onerror='window.hit=1'>“\"><script>window.hit=1</script>学习"
    page = search(attack)
    page.fill("#search-words", attack)
    page.press("#search-words", "Enter")
    page.wait_for_timeout(PAUSE)
    assert page.evaluate("window.hit") is None
    assert page.locator("main img").count() == 0
    assert page.locator("main script").count() == 1


@pytest.mark.parametrize("query", ODD_QUERIES.values(), ids=ODD_QUERIES)
def test_every_query_has_an_answer(search: Search, query: str) -> None:
    """Whatever was typed or pasted, the page says something, no wider than the screen."""
    page = search("")
    page.evaluate("query => { document.getElementById('search-words').value = query; }", query)
    page.press("#search-words", "Enter")
    page.wait_for_function(ANSWERED)
    page.goto(page.url)
    page.wait_for_function(ANSWERED)
    resize(page, NARROW)
    assert page.evaluate(TOO_WIDE) == []


@pytest.mark.parametrize(("query", "said", "instead"), HINTED.values(), ids=HINTED)
def test_a_query_that_says_something_else_is_explained(
    search: Search, query: str, said: str, instead: str
) -> None:
    """One sentence in place of general advice, and a link only where the meaning is sure."""
    page = search(query)
    assert page.inner_text("#search-told").startswith(said)
    assert not page.locator("#search-advice").is_visible()
    links = page.locator("#search-told a").evaluate_all(
        "all => all.map(one => one.search.slice(1))"
    )
    assert [parse_qs(link)["q"] for link in links[:1]] == ([[instead]] if instead else [])


@pytest.mark.parametrize("query", UNDERSTOOD)
def test_a_query_that_is_understood_needs_no_hint(search: Search, query: str) -> None:
    """Minus, colons and years that mean what they say are passed over in silence."""
    page = search(query)
    assert "找到" in count(page)
    told = page.text_content("#search-told") or ""
    assert told == "" or told.startswith("没有找到")


def test_hints_say_what_the_engine_does(search: Search) -> None:
    """What is read of a long query and the fields that there are stand in two modules."""
    page = search("")
    read, names = page.evaluate("""async () => {
      const engine = await import("./engine.js");
      const { hints } = await import("./hints.js");
      const nothing = { total: 0, groups: [], told: null };
      const told = async (query) => {
        const [first] = await hints(query, engine.parse(query), nothing);
        return first?.text ?? "";
      };
      const read = engine.parse("学".repeat(600)).parts[0].length;
      const more = await told("学".repeat(read + 1));
      const names = (await told("页码:某页")).match(/能用的是(.+?)，/)[1].split("、");
      const isField = (name) => engine.parse(`${name}:学`).fields.length > 0;
      return [
        [await told("学".repeat(read)), more.includes(`前${read}个字符`)],
        Object.fromEntries(names.map((name) => [name, isField(name)])),
      ];
    }""")
    assert read == ["", True]
    assert names == dict.fromkeys(("标题", "单位", "栏目", "署名", "年份"), True)


@pytest.mark.parametrize("half", ["%ED%A0%80", "%F0%9F"])
def test_half_a_character_in_the_address_has_an_answer(
    half: str, look: "Callable[..., Page]", sample: BuiltSite
) -> None:
    """A cut address is no reason to stop; a lone surrogate can also be typed."""
    page = look(f"{sample.url}search/?q={half}&page=-3&sort=no&year=x&column=y")
    page.wait_for_function(ANSWERED)
    page.evaluate("document.getElementById('search-words').value = '\\ud800学习'")
    page.press("#search-words", "Enter")
    page.wait_for_function(ANSWERED)


# Bad days


def test_a_reader_who_is_offline_is_told_and_can_try_again(
    fallible: "Callable[..., Page]", sample: BuiltSite
) -> None:
    """No spinner without end: a message and a button, which works as soon as the line does."""
    page = fallible()
    page.goto(f"{sample.url}search/")
    page.context.set_offline(True)
    page.fill("#search-words", MANY)
    page.press("#search-words", "Enter")
    page.wait_for_selector("#search-retry")
    assert "网络" in page.inner_text("#search-fault")
    page.click("#search-retry")
    page.wait_for_selector("#search-retry")
    page.context.set_offline(False)
    page.click("#search-retry")
    page.wait_for_selector(ROW)
    assert not page.is_visible("#search-fault")


@pytest.mark.parametrize("stalled", ["**/search/recent/*.gz", "**/search/meant.js*"])
def test_what_does_not_come_is_asked_for_again(
    fallible: "Callable[..., Page]", sample: BuiltSite, stalled: str
) -> None:
    """A request without an answer is given up; the button makes another."""
    page = fallible()

    def impatient(route: "Route") -> None:
        text = route.fetch().text()
        assert "STALLED = 15000" in text
        text = text.replace("STALLED = 15000", "STALLED = 1000")
        route.fulfill(body=text, content_type="text/javascript")

    page.route("**/engine.js*", impatient)
    page.route(stalled, lambda _: None)
    page.goto(f"{sample.url}search/?q={quote('集体学习正文')}")
    page.wait_for_selector("#search-retry")
    page.unroute(stalled)
    page.click("#search-retry")
    page.wait_for_selector(ROW)


def test_a_long_paste_is_told_to_be_cut(search: Search) -> None:
    """The box takes more than is read, so that the page can say so."""
    page = search("")
    page.focus("#search-words")
    page.keyboard.insert_text("学" * 5000)
    page.keyboard.press("Enter")
    page.wait_for_function(ANSWERED)
    assert "只用前500个字符" in page.inner_text("#search-told")


def test_suggestions_come_once_the_line_is_back(
    fallible: "Callable[..., Page]", sample: BuiltSite
) -> None:
    """What could not be loaded is asked for again."""
    page = fallible()
    page.goto(sample.url)
    page.context.set_offline(True)
    page.fill("#search-words", MANY)
    page.wait_for_timeout(PAUSE)
    assert not page.locator(OPTION).count()
    page.context.set_offline(False)
    page.fill("#search-words", "")
    page.fill("#search-words", MANY)
    page.wait_for_selector(OPTION)


def test_after_trying_again_the_focus_is_at_the_results(
    fallible: "Callable[..., Page]", sample: BuiltSite
) -> None:
    """The button goes when it has worked; whoever pressed it by keyboard is not thrown out."""
    page = fallible()
    here = "document.activeElement.id"
    page.route("**/search/*/*.gz", lambda route: route.abort())
    page.goto(f"{sample.url}search/?q={quote(MANY)}")
    page.wait_for_selector("#search-retry")
    page.focus("#search-retry")
    page.keyboard.press("Enter")
    page.wait_for_function(ANSWERED)
    assert page.evaluate(here) == "search-retry"
    page.unroute("**/search/*/*.gz")
    page.keyboard.press("Enter")
    page.wait_for_selector(ROW)
    page.wait_for_function(f"{here} === 'search-count'")


def test_a_missing_file_of_the_index_is_told(
    fallible: "Callable[..., Page]", sample: BuiltSite
) -> None:
    """A host that lost a file gives no half answer."""
    page = fallible()
    page.route("**/search/*/*.gz", lambda route: route.abort())
    page.goto(f"{sample.url}search/?q={quote(MANY)}")
    page.wait_for_selector("#search-retry")
    page.unroute("**/search/*/*.gz")
    page.click("#search-retry")
    page.wait_for_selector(ROW)


@pytest.mark.parametrize("answer", [None, "export const hints = () => { throw 1; };", ""])
def test_results_do_not_wait_for_hints(
    fallible: "Callable[..., Page]", sample: BuiltSite, answer: str | None
) -> None:
    """Whether their file is on its way for ever, is broken, or is another one."""
    page = fallible()
    page.route(
        "**/hints.js",
        lambda route: (
            answer is not None and route.fulfill(body=answer, content_type="text/javascript")
        ),
    )
    page.goto(f"{sample.url}search/?q={quote(f'{MANY} 年份:2000-2099')}")
    page.wait_for_selector(ROW)
    assert "找到" in count(page)


def test_an_old_browser_gets_the_archives(
    fallible: "Callable[..., Page]", sample: BuiltSite
) -> None:
    """What cannot be searched can still be found."""
    page = fallible()
    page.add_init_script("delete window.DecompressionStream")
    page.goto(f"{sample.url}search/?q={quote(MANY)}")
    page.wait_for_selector("#search-unsupported")
    assert page.locator("#search-archives a").first.is_visible()
    assert not page.is_visible("#search-retry")


def test_search_works_under_a_strict_policy(look: "Callable[..., Page]", sample: BuiltSite) -> None:
    """Nothing inline, nothing evaluated, nothing from elsewhere; the console would tell."""
    with served(sample.folder.parent, StrictHost) as url:
        page = look(url, DESK)
        page.fill("#search-words", MANY)
        page.wait_for_selector(OPTION)
        page.press("#search-words", "Enter")
        page.wait_for_selector(ROW)
        page.locator(f"{ROW} a").first.click()
        page.wait_for_selector("main mark >> visible=true")


def test_without_a_script_the_archives_are_complete(
    look: "Callable[..., Page]", sample: BuiltSite
) -> None:
    """The box leads to a page that says so and offers columns, years and organisations."""
    page = look(sample.url, java_script_enabled=False)
    page.fill("#search-words", MANY)
    page.click(".search-box__go")
    page.wait_for_url("**/search/?q=*")
    assert "JavaScript" in page.inner_text("#search-needs")
    links = page.locator("#search-archives a").evaluate_all("all => all.map((one) => one.href)")
    offered = {link.removeprefix(sample.url) for link in links}
    assert {at for at in sample.pages if re.fullmatch(r"archive/\d{4}/", at)} <= offered
    assert any(link.startswith("columns/") for link in offered)
    assert any(link.startswith("organisations/") for link in offered)
    assert not page.is_visible("#search-form")
    assert not page.is_visible("#search-results")


# The page that was found


def test_the_words_are_marked_where_the_result_leads(search: Search) -> None:
    """The first is in sight, the line tells what is marked, and 清除 leaves the text as it was."""
    page = search(MANY)
    page.locator(f"{ROW} a").first.click()
    page.wait_for_selector(".search-hit__line")
    marks = page.locator("mark:not(.search-hit__line mark)")
    assert set(marks.all_inner_texts()) == {MANY}
    assert marks.first.evaluate("one => one.getBoundingClientRect().bottom < innerHeight")
    assert MANY in page.inner_text(".search-hit__line")
    text = page.inner_text("article, main h1")
    page.click("text=清除")
    assert marks.count() == 0
    assert not page.is_visible(".search-hit__line")
    assert page.inner_text("article, main h1") == text
    assert "#" not in page.url


def test_a_word_is_marked_across_links_and_widths(
    look: "Callable[..., Page]", built: Callable[[str], BuiltSite]
) -> None:
    """A name may be linked in the middle of a phrase, and letters and figures be wide."""
    site = built("real")
    at, link = next(
        (at, link)
        for at in site.of_kind("item")
        for link in site.pages[at].select(".prose p a")
        if re.search(r"[\w，]{2}$", str(link.previous_sibling or ""))
    )
    before, name = str(link.previous_sibling)[-2:], link.get_text()
    page = look(f"{site.url}{at}#find={quote(before + name[:2])}")
    page.wait_for_selector(".search-hit__line")
    marked = page.locator("mark:not(.search-hit__line mark)").all_inner_texts()
    assert (before + name[:2]) in "".join(marked)
    assert name in page.locator(".prose p a").all_inner_texts()


def test_a_phrase_is_marked_with_the_punctuation_in_it(
    look: "Callable[..., Page]", built: Callable[[str], BuiltSite]
) -> None:
    """The engine tells a phrase with a point for every sign; the mark covers what stands there."""
    site, sign = built("real"), "，"
    at = next(
        at for at in site.of_kind("item") if sign in site.pages[at].select(".prose p")[0].get_text()
    )
    before, _, after = site.pages[at].select(".prose p")[0].get_text().partition(sign)
    page = look(f"{site.url}{at}#find={quote(before[-2:] + '·' + after[:2])}")
    page.wait_for_selector(".search-hit__line")
    marked = page.locator("mark:not(.search-hit__line mark)").all_inner_texts()
    assert (before[-2:] + sign + after[:2]) in "".join(marked)


def test_words_are_marked_in_whatever_characters_they_were_typed(search: Search) -> None:
    """A reader who writes traditional characters lands on a text of simplified ones."""
    page = search("集體學習")
    page.locator(f"{ROW} a").first.click()
    page.wait_for_selector(".search-hit__line")
    marked = page.locator("mark:not(.search-hit__line mark)").all_inner_texts()
    assert set(marked) == {MANY}


def test_traditional_characters_of_a_text_are_marked(
    look: "Callable[..., Page]", built: Callable[[str], BuiltSite]
) -> None:
    """The result tells which the text has: here its first two stand for two others."""
    site = built("real")
    at, one, other = next(
        (at, *text[:2])
        for at in site.of_kind("item")
        for text in [site.pages[at].select(".prose p")[0].get_text()]
        if re.match(r"[\u4e00-\u9fff]{2}", text)
    )
    told = f"#find={quote('黨建')}&traditional={quote(f'{one}黨{other}建')}"
    page = look(f"{site.url}{at}{told}")
    page.wait_for_selector(".search-hit__line")
    marked = page.locator("mark:not(.search-hit__line mark)").all_inner_texts()
    assert one + other in marked


@pytest.mark.parametrize("words", ["", "%", "没有的词", "<b>x</b>", "a+b+%20"])
def test_an_address_with_other_words_marks_nothing(
    words: str, look: "Callable[..., Page]", sample: BuiltSite
) -> None:
    """What is not on the page is not told either."""
    page = look(f"{sample.url}news/2026/plain-01/#find={words}")
    assert not page.is_visible(".search-hit__line")
    assert page.locator("mark >> visible=true").count() == 0


def test_large_type_and_marks_go_together(search: Search) -> None:
    """The choice of 大字版 is remembered on a page that was found, and marks stay."""
    page = search(MANY)
    page.click("text=大字版")
    page.locator(f"{ROW} a").first.click()
    page.wait_for_selector(".search-hit__line")
    assert page.evaluate("document.documentElement.classList.contains('large-type')")
    page.click("text=标准版")
    assert page.is_visible(".search-hit__line")


# How results read


def test_a_snippet_says_nothing_twice(search: Search) -> None:
    """A text often begins as its summary does: then the summary is enough, as in every list."""
    page = search("再会演练")
    told = page.locator(".news-row__summary").first
    assert told.inner_text() == "全市机关再会演练三次并总结经验。"
    assert told.locator("mark").all_inner_texts() == ["再会演练"]


def test_a_headline_among_results_breaks_as_elsewhere(search: Search) -> None:
    """A short quotation and the last two characters stay whole, marked or not."""
    page = search("再会演练")
    title = page.locator(f"{ROW} a").first
    whole = title.locator(".headline__whole").all_inner_texts()
    assert title.inner_text() == "机关“再会演练”活动接连举行"
    assert whole == ["“再会演练”", "举行"]


def test_groups_that_go_on_fade_at_their_end(search: Search) -> None:
    """On a phone they are one line each; all of it can be scrolled to, clear of what fades."""
    page = search("党", size=PHONE)
    group = page.locator("#search-groups p").first
    assert "gradient" in group.evaluate("one => getComputedStyle(one).webkitMaskImage")
    end = (
        "one => { one.scrollLeft = 9999; return one.lastElementChild.getBoundingClientRect().right"
    )
    right = group.evaluate(
        f"{end} - one.getBoundingClientRect().right + "
        "parseFloat(getComputedStyle(one).paddingRight); }"
    )
    assert right <= 1
    resize(page, DESK)
    assert group.evaluate("one => getComputedStyle(one).webkitMaskImage") == "none"


# For everyone


@pytest.mark.parametrize("type_size", ["large", "doubled"])
def test_the_way_to_a_page_takes_more_lines_where_it_needs_them(
    look: "Callable[..., Page]", fullest: Callable[[str], str], type_size: str
) -> None:
    """A narrow phone with large type shows every step, and nothing behind its edge."""
    page = look(fullest("record"), (320, 740))
    set_large(page, on=type_size == "large")
    if type_size == "doubled":
        page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
    ends = page.locator(".breadcrumbs__list > *").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().right)"
    )
    assert max(ends) <= 320


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_are_seen_in_forced_colours(search: Search, scheme: Literal["light", "dark"]) -> None:
    """The system's own colours replace those of the sheet; the chosen suggestion has a ring."""
    page = search(MANY)
    page.emulate_media(forced_colors="active", color_scheme=scheme)
    mark = page.locator(f"{ROW} mark").first
    colours = "one => [getComputedStyle(one).backgroundColor, getComputedStyle(one).color]"
    system = page.evaluate(
        f"""() => {{
          const one = document.body.appendChild(document.createElement("p"));
          one.style.background = "Mark";
          one.style.color = "MarkText";
          return ({colours})(one);
        }}"""
    )
    assert mark.evaluate(colours) == system
    page.fill("#search-words", "学")
    page.wait_for_selector(OPTION)
    page.keyboard.press("ArrowDown")
    ring = page.locator(f"{OPTION}[aria-selected=true]").evaluate(
        "one => [getComputedStyle(one).outlineStyle, getComputedStyle(one).outlineWidth]"
    )
    assert ring == ["solid", "2px"]


@pytest.mark.node
@pytest.mark.parametrize("query", [MANY, "党支部", "饕餮饕餮"])
def test_results_have_no_violation(search: Search, axe: Path, query: str) -> None:
    """What a script made is as accessible as what was written; so is the list of suggestions."""
    page = search(query)
    page.click("summary >> nth=0")
    page.add_script_tag(path=axe)
    found = []
    for size in (PHONE, DESK):
        resize(page, size)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            found += page.evaluate(AXE, {"type": "tag", "values": TAGS})
        found += page.evaluate(SMALL_TARGETS, TARGET) + page.evaluate(TOO_WIDE)
    page.fill("#search-words", "学")
    page.wait_for_selector(OPTION)
    page.keyboard.press("ArrowDown")
    found += page.evaluate(AXE, {"type": "tag", "values": TAGS})
    assert found == []
