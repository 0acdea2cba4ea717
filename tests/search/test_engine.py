"""The engine in a real browser finds exactly what a search by brute force finds."""

import gzip
import json
import random
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.assets.script import module
from plugins.domain.bulletin import Bulletin
from plugins.domain.bylines import Byline
from plugins.domain.news_item import Body, NewsItem
from plugins.domain.tables import Column
from plugins.search import segments
from plugins.search.documents import documents
from plugins.search.files import gzipped
from plugins.search.text import JOINT, normalised
from tests.builders import (
    branch,
    bulletin,
    honour,
    item,
    organisation,
    recognition,
    report,
)
from tests.search.conftest import BASE, MODULES, OPEN, Engine
from tests.search.queries import parsed, years

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

READ_ALIKE = json.loads((Path(__file__).parent / "cases.json").read_text(encoding="utf-8"))
CASES, YEARS = READ_ALIKE["queries"], READ_ALIKE["years"]
ALPHABET = "党建工作的支部一2a，。 "
TEXTS = st.text(ALPHABET, min_size=1, max_size=40)
QUERIES = st.lists(st.text(ALPHABET, min_size=1, max_size=6), min_size=1, max_size=3).map(" ".join)
ODD = (
    "",
    "   ",
    "的",
    "长" * 10_000,
    "\x00\x07\x1b",
    "\ud800",
    "党\udfff建",
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    ".*+?^${}()|[]\\",
    "😀",
    "——……",
    "-",
    "标题:",
    "年份:某年",
    "单位:",
    "“",
    "__proto__ constructor",
)


def text(plain: str) -> Body:
    """Return a body of one paragraph."""
    return Body(html=f"<p>{plain}</p>", text=plain, digest=plain)


def written(number: int, title: str, plain: str, **keys: object) -> NewsItem:
    """Return an item with a title and a text."""
    name, when = f"2022/i{number}", f"2022-{1 + number % 12:02}-{1 + number % 28:02}"
    return item(name, when, title=title, body=text(plain), **keys)


def truth(of: Bulletin, query: str) -> set[str]:
    """Return the addresses of the items that hold all parts of a query and none it excludes."""
    plan = parsed(query)
    return {
        one.address
        for one in documents(of)
        if one.kind == "items" and plan.parts
        for whole in [normalised(JOINT.join(one.text()))]
        if all(part in whole for part in plan.parts)
        and not any(part in whole for part in plan.excluded)
    }


SMALL = bulletin(
    written(1, "果树修剪进社区", "某局的果树能手在两个村讲修剪。培训一共三场。"),
    written(2, "社区志愿服务", "支部党员到社区义诊。义诊之后讲果树。"),
    written(3, "消防演练", "某煤矿组织演练，消防队到场。", organisation_slugs=("o",)),
    written(4, "5G网络进机关", "GDP增长8.5%，电话123-4567。\n第二段讲黨建。"),
    report("2021/old", "2021-05-01", title="旧闻果树", body=text("果树果树果树果树。")),
    organisations=(organisation("某农业农村局", "o", aliases=("农业局",)),),
    branches=(branch("某农业支部", "z"),),
    honours=(honour("农业先锋", "h"),),
    recognitions=(recognition("R", "农业先锋"),),
)


@pytest.fixture(scope="module")
def small(browser: "Browser") -> Iterator[Engine]:
    """Open the index of a few items, for all that only ask."""
    page = browser.new_page()
    yield Engine(page).open(SMALL)
    page.close()


@pytest.mark.parametrize("case", CASES, ids=lambda case: repr(case["query"]))
def test_a_query_is_taken_apart_as_in_python(small: Engine, case: dict[str, Any]) -> None:
    """One list of cases for both."""
    small.find(case["query"])  # loads the traditional characters where there may be one
    wanted = {"excluded": [], "fields": [], "barred": [], **case}
    del wanted["query"]
    found = small.call("parse", case["query"])
    assert {key: found[key] for key in wanted} == wanted


@pytest.fixture(scope="module")
def of_many_years(browser: "Browser") -> Iterator[Engine]:
    """Open the index of one item a year."""
    page = browser.new_page()
    yield Engine(page).open(
        bulletin(*(item(f"{year}/a", f"{year}-03") for year in range(2018, 2027)))
    )
    page.close()


@pytest.mark.parametrize("case", YEARS, ids=lambda case: case["text"])
def test_years_are_read_as_in_python(of_many_years: Engine, case: dict[str, Any]) -> None:
    """Single ones, spans, and spans that are open at one end."""
    assert years(case["text"]) == case["spans"]
    wanted = {
        f"news/{year}/a/"
        for year in map(str, range(2018, 2027))
        if any(first <= year <= last for first, last in case["spans"])
    }
    assert set(of_many_years.find(f"年份:{case['text']}")["urls"]) == wanted


READ = """(plane) => {
    const read = [];
    for (let code = plane * 65536; code < (plane + 1) * 65536; code++) {
        const isHalf = code >= 0xd800 && code < 0xe000;
        read.push(isHalf ? "" : engine.parse(`"a${String.fromCodePoint(code)}b"`).parts[0]);
    }
    return read;
}"""


@pytest.mark.slow
@pytest.mark.parametrize("plane", [0, 1, 2, 3])
def test_every_character_is_read_as_in_python(small: Engine, plane: int) -> None:
    """But those that this Python does not know yet, and what a query cannot hold: quotes, lines."""
    small.find("長")  # loads the traditional characters
    read = small.page.evaluate(READ, plane)
    wrong = [
        (hex(code), form, normalised(f"a{chr(code)}b"))
        for code, form in enumerate(read, start=plane * 0x10000)
        if unicodedata.category(chr(code)) not in {"Cn", "Cs", "Co"}
        and not (chr(code) in '"“”\n' or form == normalised(f"a{chr(code)}b"))
    ]
    assert wrong == []


@pytest.mark.parametrize("cost", ["0", "2000", "1e9"])
@settings(
    max_examples=4,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=40),
    st.lists(QUERIES, min_size=20, max_size=30),
    st.randoms(use_true_random=False),
)
def test_what_is_found_is_what_is_there(
    engine: Engine,
    cost: str,
    texts: list[tuple[str, str]],
    queries: list[str],
    chance: random.Random,
) -> None:
    """Whatever the texts and queries, in whatever order they are asked, by places or by texts."""
    of = bulletin(*(written(n, title, plain) for n, (title, plain) in enumerate(texts)))
    opened = engine.open(of, cost)
    expected = {query: truth(of, query) for query in queries}
    for asked in (queries, chance.sample(queries, len(queries))):
        for query in asked:
            found = opened.find(query)
            if expected[query] or not found["told"]:
                assert set(found["urls"]) == expected[query], query
                assert found["total"] == len(expected[query])
                assert len(found["urls"]) == found["total"]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("果树", ["old", "i1", "i2"]),
        ("果树 社区", ["i1", "i2"]),
        ("果树 -社区", ["old"]),
        ("“进机关”", ["i4"]),
        ("標題", []),
        ("黨建", ["i4"]),
        ("标题:果树", ["old", "i1"]),
        ("果树 年份:2021", ["old"]),
        ("年份:2021-2022 演练", ["i3"]),
        ("单位:农业局", ["i3"]),
        ("栏目:综合 果树", ["old"]),
        ("署名:甲 义诊", ["i2"]),
        ("123-45", ["i4"]),
        ("dp增", ["i4"]),
        ("8.5%", ["i4"]),
        ("树", ["i1", "old", "i2"]),
    ],
)
def test_the_query_language(small: Engine, query: str, names: list[str]) -> None:
    """Titles first, then what says it most often, then the newest."""
    found = small.find(query)
    assert [url.split("/")[-2] for url in found["urls"]] == names
    assert found["total"] == len(names)


def test_everything_with_a_name_is_found_and_grouped(small: Engine) -> None:
    """Kind by kind, with true counts."""
    groups = small.find("农业")["groups"]
    assert [(group["name"], group["total"]) for group in groups] == [
        ("单位", 1),
        ("党组织", 1),
        ("荣誉称号", 1),
        ("表彰", 1),
    ]
    assert groups[0]["results"] == [{"url": "organisations/o/", "title": "某农业农村局"}]
    assert small.find("农业", kind="branches")["urls"] == ["branches/z/"]


def test_hits_are_marked_as_pieces_of_text(small: Engine) -> None:
    """Never as markup; also where a text is written in another way than the query."""
    (found,) = small.find("党建 进机关")["results"]
    assert ["黨建", True] in found["snippet"]
    assert found["title"] == [["5G网络", False], ["进机关", True]]
    assert (found["kind"], found["date"], found["column"]) == ("items", "2022-05-05", "党建动态")
    assert found["traditional"] == "黨党"


def test_facets_count_what_is_found(small: Engine) -> None:
    """Each without its own filter, under those of the others."""
    facets = small.call("facets", "果树", {"year": "2022"})
    assert [(one["value"], one["total"]) for one in facets["years"]] == [("2022", 2), ("2021", 1)]
    assert facets["columns"] == [{"value": "dongtai", "name": "党建动态", "total": 2}]
    assert small.find("果树", year="2022")["total"] == 2
    assert small.find("果树", column="zonghe")["urls"] == ["news/2021/old/"]
    assert small.find("演练", organisation="o")["total"] == 1
    assert small.call("facets", "演练", {})["organisations"] == [
        {"value": "o", "name": "某农业农村局", "total": 1}
    ]


@pytest.mark.parametrize(
    ("query", "first", "shown"),
    [
        ("果树培训", "i1", ["果树", "培训"]),
        ("社区义诊果树", "i2", None),
        ("消防演练煤矿", "i3", None),
    ],
)
def test_words_typed_without_blanks_find_their_item(
    small: Engine, query: str, first: str, shown: list[str] | None
) -> None:
    """They are no part of any text; the answer says how they were taken apart."""
    found = small.find(query)
    assert found["urls"][0].split("/")[-2] == first
    assert found["told"]["how"] == "split"
    assert shown is None or found["told"]["shown"] == shown


@pytest.mark.parametrize(
    ("query", "halves"),
    [
        ("12371平台", ["12", "371平台"]),
        ("1921年学习", ["19", "21年学习"]),
        ("iPhone摄影", ["ip", "hone摄影"]),
        ("ABC三类", ["ab", "c三类"]),
    ],
)
def test_numbers_and_latin_words_are_not_cut(engine: Engine, query: str, halves: list[str]) -> None:
    """Their halves mean nothing, wherever they stand."""
    found = engine.open(bulletin(written(1, "题", "，".join(halves)))).find(query)
    assert found["told"] is None or not {*halves} & {*found["told"]["shown"]}


@pytest.mark.parametrize("query", ["2019", "12371", "iPhone"])
def test_a_number_or_a_latin_word_alone_stays_one(engine: Engine, query: str) -> None:
    """It is there as it stands, or it is not there."""
    assert (
        engine.open(bulletin(written(1, "题", "20和19，12和371，ip和hone"))).find(query)["total"]
        == 0
    )


@pytest.mark.parametrize("sign", ["、", "，", ",", ";"])
def test_words_with_a_comma_between_are_several(small: Engine, sign: str) -> None:
    """Where the text has them otherwise; a quoted phrase is one."""
    found = small.find(f"义诊{sign}果树")
    assert [url.split("/")[-2] for url in found["urls"]] == ["i2"]
    assert (found["told"]["how"], found["told"]["shown"]) == ("split", ["义诊", "果树"])
    assert small.find(f"“义诊{sign}果树”")["total"] == 0
    assert small.find(f"义诊{sign}果树 年份:2021")["total"] == 0


def test_a_quoted_phrase_is_not_taken_apart(small: Engine) -> None:
    """Whoever quotes it means it."""
    assert small.find("“果树培训”")["told"] is None
    assert small.find("“果树培训”")["total"] == 0


def test_a_phrase_goes_on_behind_a_sign(engine: Engine) -> None:
    """Where a letter stands instead of a sign, that is another phrase."""
    signs = "，之。》。乎也……，"
    of = bulletin(
        *(written(n, "题", f"党建{signs[n % 9]}工作{signs[n % 4]}某") for n in range(90)),
        *(written(n, "题", f"党建{signs[n % 5]}{signs[n % 7]}工作，{n}") for n in range(90, 150)),
    )
    opened = engine.open(of, "1e9")
    for query in ("党建，工作", "党建。》工作", "党建，工", "工作，某", "工作，9", "工作，12"):
        assert set(opened.find(query)["urls"]) == truth(of, query), query


def test_months_go_on_from_one_part_of_the_index_to_the_next(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every text is found under its own name on both sides of where the parts meet."""
    monkeypatch.setattr(segments, "ITEMS_A_STEP", 8)
    some = [written(n, f"第{n}篇", "果树培训") for n in range(29)]
    year = item("2022/i29", "2022", title="第29篇", body=text("果树"))
    of = bulletin(*some, year)
    opened = engine.open(of)
    for number in range(30):
        assert opened.find(f"第{number}篇")["urls"] == [f"news/2022/i{number}/"]
    assert set(opened.find("果树")["urls"]) == truth(of, "果树")


def test_a_long_text_comes_in_two_parts(engine: Engine) -> None:
    """The list needs its beginning; the snippet from further on is asked for afterwards."""
    lead, deep = "开头的话。" * 60, "中间的话。" * 120 + "果树在深处。" + "后面的话。" * 60
    opened = engine.open(bulletin(written(1, "长稿", lead + deep), written(2, "短稿", "有果树。")))
    found = opened.find("果树")
    assert found["total"] == 2
    assert not any("-rest" in path for path in opened.asked)
    shown = {one["url"]: one["snippet"] for one in found["results"]}
    assert shown["news/2022/i1/"][-1] == ["…", False]
    assert not any(is_hit for _, is_hit in shown["news/2022/i1/"])
    deeper = opened.call("snippets", "果树", {})
    places = [one["url"] for one in found["results"]]
    assert deeper[places.index("news/2022/i2/")] is None
    assert ["果树", True] in deeper[places.index("news/2022/i1/")]
    assert opened.find("“话。果树在深处。后”")["total"] == 1


def test_characters_as_a_pdf_has_them_are_read_as_others(engine: Engine) -> None:
    """Radicals and enclosed characters whose usual form is a traditional one."""
    odd = "车间成⾧进步，某⾞㈶政，樂天。"
    engine.open(bulletin(written(1, "某题", odd), written(2, "别题", "成长")))
    for query in ("某车", "财", "乐天", "樂天"):
        assert engine.find(query)["urls"] == ["news/2022/i1/"], query
    for query in ("成长", "成長", "成⾧"):
        assert set(engine.find(query)["urls"]) == {"news/2022/i1/", "news/2022/i2/"}, query


def test_a_text_that_lacks_what_it_was_found_by_is_shown_all_the_same(engine: Engine) -> None:
    """Loading everything anew would not help; a site that cannot be searched is worse."""
    engine.open(bulletin(written(1, "某题", "果树"), written(2, "别题", "果木")))
    one, other = (path for path in engine.files if "/text/2022/" in path)
    engine.files[one], engine.files[other] = engine.files[other], engine.files[one]
    assert engine.find("果树")["total"] == 1


@pytest.mark.parametrize("cost", ["0", "1e9"])
def test_a_phrase_that_stands_a_thousand_times_is_in_no_title(engine: Engine, cost: str) -> None:
    """However often: a title is more, and nothing else is one."""
    often = written(1, "通讯录", "某某党支部书记，" * 1100)
    titled = written(2, "党支部书记培训", "报名。")
    more = [written(number, "别的", "党支部和书记") for number in range(3, 30)]
    engine.open(bulletin(often, titled, *more), cost)
    assert engine.find("标题:党支部书记")["urls"] == ["news/2022/i2/"]
    assert engine.find("党支部书记")["urls"] == ["news/2022/i2/", "news/2022/i1/"]


def test_a_phrase_may_stand_in_a_text_without_measure(engine: Engine) -> None:
    """More often than a call can have arguments."""
    more = [written(number, "别的", "党建和工作") for number in range(2, 40)]
    engine.open(bulletin(written(1, "通讯录", "党建工作，" * 130_000), *more), "1e9")
    assert engine.find("党建工作")["urls"] == ["news/2022/i1/"]


def test_what_is_loaded_does_not_count(engine: Engine) -> None:
    """A run of one character stands in itself; texts and places count it alike."""
    items = [
        written(number, "题", "的" * (3 + number % 9) + "，" + "学习的。" * (number % 5))
        for number in range(1, 40)
    ]
    answers = []
    for cost, before in (("2000", ()), ("0", ()), ("1e9", ()), ("2000", ("题", "学习的"))):
        engine.open(bulletin(*items), cost)
        for query in before:
            engine.find(query)
        answers.append(engine.find("的的的")["urls"])
    assert all(answer == answers[0] for answer in answers)


@pytest.mark.parametrize("cost", ["0", "2000", "1e9"])
def test_a_title_counts_where_only_some_places_are_known(engine: Engine, cost: str) -> None:
    """What follows the last character is one of many: lists with places, and short ones without."""
    titled = written(1, "测血糖，解读", "测血糖，解放。")
    often = written(2, "别的", "测血糖，解放。测血糖，解放。")
    more = [written(number, "别的", "测血糖，又解放") for number in range(3, 30)]
    engine.open(bulletin(titled, often, *more), cost)
    assert engine.find("测血糖，解")["urls"] == ["news/2022/i1/", "news/2022/i2/"]


def test_words_do_not_go_on_in_another_paragraph(engine: Engine) -> None:
    """A page shows and marks what is found, so it must stand there."""
    engine.open(bulletin(written(1, "题", "学习载体\n党员小书包"), written(2, "题", "载体党员")))
    assert engine.find("载体党员")["urls"] == ["news/2022/i2/"]


def test_a_hit_in_a_line_above_the_title_has_its_snippet(engine: Engine) -> None:
    """A list shows no such line; what it shows is to tell why an item is there."""
    long = "开头的话。" * 200 + "果树在深处。"
    engine.open(bulletin(written(1, "长稿", long, kicker="果树"), written(2, "短稿", "果树")))
    urls = [one["url"] for one in engine.find("果树")["results"]]
    deeper = engine.call("snippets", "果树", {})
    assert ["果树", True] in deeper[urls.index("news/2022/i1/")]


@pytest.mark.parametrize(
    ("query", "urls"),
    [
        ("果树 -标题:果树", {"i2"}),
        ("果树 -标题:旧闻。", {"i1", "i2"}),
        ("果树 -年份:2022", {"old"}),
        ("果树 -栏目:没有", {"i1", "i2", "old"}),
        ("演练 单位:农业局。", {"i3"}),
        ("演练 -单位:农业局", set()),
    ],
)
def test_a_field_may_be_barred(small: Engine, query: str, urls: set[str]) -> None:
    """As a word may; stops around a field's words do not count."""
    found = {url.split("/")[-2] for url in small.find(query)["urls"]}
    assert found == urls


@pytest.mark.parametrize("query", ["某小甲", "记者 某小甲", "通讯员：某小甲"])
def test_the_name_of_who_signed_finds_what_they_signed(engine: Engine, query: str) -> None:
    """It stands on every page of theirs, and in no text; whoever is in a text is found there."""
    own = written(1, "甲题", "乙", bylines=(Byline("记者", ("某小甲",)),))
    engine.open(bulletin(own, written(2, "别题", "丙")))
    found = engine.find(query)
    assert found["urls"] == ["news/2022/i1/"]
    assert (found["told"]["how"], found["told"]["shown"]) == ("byline", ["某小甲"])
    assert engine.find("某小乙")["urls"] == []
    engine.open(bulletin(own, written(2, "别题", f"丙{query}")))
    assert engine.find(query)["urls"] == ["news/2022/i2/"]


@pytest.mark.parametrize(
    ("query", "urls", "names"),
    [
        ("某小甲 年份:2022", {"i1", "i2"}, ["某小甲"]),
        ("某小甲 书记", {"i2"}, ["某小甲"]),
        ("记者 某小甲 书记", {"i2"}, ["某小甲"]),
        ("某小甲 某小乙", {"i2"}, ["某小甲", "某小乙"]),
        ("某小甲 -书记", {"i1"}, ["某小甲"]),
        ("某小甲 年份:2021", set(), None),
    ],
)
def test_who_signed_is_known_beside_other_words(
    engine: Engine, query: str, urls: set[str], names: list[str] | None
) -> None:
    """The other words and fields hold as well."""
    both = (Byline("记者", ("某小甲", "某小乙")),)
    engine.open(
        bulletin(
            written(1, "甲题", "乙", bylines=(Byline("记者", ("某小甲",)),)),
            written(2, "书记讲课", "丙", bylines=both),
            written(3, "书记讲课", "丁"),
        )
    )
    found = engine.find(query)
    assert {url.split("/")[-2] for url in found["urls"]} == urls
    assert (found["told"] and found["told"]["shown"]) == names


def test_a_filter_that_only_looks_like_one_finds_nothing(small: Engine) -> None:
    """The name of what every object has."""
    assert small.find("果树", organisation="constructor")["total"] == 0


def test_suggestions_are_of_several_kinds_the_nearest_first(engine: Engine) -> None:
    """Many branches do not hide a unit, nor a name that begins otherwise one that is meant."""
    engine.open(
        bulletin(
            written(1, "某局党支部", "甲"),
            organisations=(organisation("市党支部工作局", "j"), organisation("党支部", "p")),
            branches=tuple(branch(f"党支部第{number}组", f"b{number}") for number in range(9)),
            honours=(honour("五星级党支部", "h"),),
        )
    )
    told = [(one["kind"], one["title"]) for one in engine.call("suggest", "党支部")]
    assert told[0] == ("organisations", "党支部")
    assert [kind for kind, _ in told].count("branches") == 3
    assert {"honours", "items"} <= {kind for kind, _ in told}


def test_suggestions_begin_with_names(small: Engine) -> None:
    """Names of units and branches before titles."""
    told = [(one["kind"], one["title"]) for one in small.call("suggest", "农业")]
    assert told[0][0] != "items"
    assert [one["title"] for one in small.call("suggest", "消防")] == ["消防演练"]


@pytest.mark.parametrize("query", ODD, ids=ascii)
def test_an_odd_query_is_answered(small: Engine, query: str) -> None:
    """With something or nothing, but without an error."""
    found = small.find(query)
    assert isinstance(found["total"], int)
    assert (
        set(found["urls"]) == truth(SMALL, query.encode("utf-8", "replace").decode())
        or found["told"]
        or parsed(query.encode("utf-8", "replace").decode()).fields
    )


def test_a_site_published_anew_is_noticed(engine: Engine) -> None:
    """Numbers of documents have changed under a reader who has the old list of files."""
    assert engine.open(SMALL).find("果树")["total"] == 3
    engine.host(bulletin(written(1, "消防知识", "全新的内容。"), written(2, "别的", "消防培训。")))
    found = engine.find("消防")
    assert set(found["urls"]) == {"news/2022/i1/", "news/2022/i2/"}


def many(first: int) -> Bulletin:
    """Return twenty items with a word, in two columns by turns; that of number 0 lacks the word."""
    columns = (Column(name="综合", slug="zonghe"), Column(name="要闻", slug="yaowen"))
    items = [
        item(
            f"2022/i{number}",
            f"2022-03-{number + 1:02}",
            body=text(f"果树的第{number}次培训" if number else "旧稿"),
            column_slug=columns[number % 2].slug,
        )
        for number in range(first, 20)
    ]
    return bulletin(*items, columns=columns)


def test_texts_and_filters_of_a_site_published_anew_are_not_taken_for_the_old_ones(
    engine: Engine,
) -> None:
    """An older item that was put in has moved the numbers of all others."""
    for options, wanted in (
        ({"page": 2}, {f"news/2022/i{number}/" for number in range(1, 10)}),
        ({"column": "zonghe"}, {f"news/2022/i{number}/" for number in range(2, 20, 2)}),
    ):
        engine.open(many(1))
        ask = "async ([query, options]) => (await engine.find(query, options)).results"
        assert len(engine.page.evaluate(ask, ["果树", {}])) == 10
        engine.host(many(0))
        found = engine.page.evaluate(ask, ["果树", options])
        assert {one["url"] for one in found} == wanted


def test_a_missing_file_is_told_and_asked_for_again(engine: Engine) -> None:
    """The next try is a new one."""
    kept = engine.open(SMALL).files
    engine.files = {path: data for path, data in kept.items() if "recent/" not in path}
    with pytest.raises(Exception, match="network"):
        engine.find("果树")
    engine.files = kept
    assert engine.find("果树")["total"] == 3


def test_a_file_that_does_not_come_is_given_up_and_asked_for_again(engine: Engine) -> None:
    """The one of before may never come."""
    engine.host(SMALL)
    script = engine.files["search/engine.js"]
    assert b"const STALLED = 15000" in script
    engine.files["search/engine.js"] = script.replace(b"STALLED = 15000", b"STALLED = 300")
    engine.page.goto(BASE)
    engine.page.evaluate(OPEN, BASE)
    engine.page.route("**/recent/**", lambda _: None)
    with pytest.raises(Exception, match="network"):
        engine.find("果树")
    engine.page.unroute("**/recent/**")
    assert engine.find("果树")["total"] == 3


def test_a_site_published_anew_is_noticed_after_a_fault_of_the_network(engine: Engine) -> None:
    """Whatever was loaded again since."""
    kept = engine.open(many(1)).files
    engine.files = {path: data for path, data in kept.items() if "recent/" not in path}
    with pytest.raises(Exception, match="network"):
        engine.find("果树")
    engine.files = kept
    ask = "async (page) => (await engine.find('果树', { page })).results"
    assert len(engine.page.evaluate(ask, 1)) == 10
    engine.host(many(0))
    found = engine.page.evaluate(ask, 2)
    assert {one["url"] for one in found} == {f"news/2022/i{number}/" for number in range(1, 10)}


def test_what_is_loaded_stays_while_there_is_no_network(engine: Engine) -> None:
    """A new query cannot be answered then, those of before can."""
    engine.open(SMALL).find("果树")
    engine.files = {}
    with pytest.raises(Exception, match="network"):
        engine.find("消防演练")
    assert engine.find("果树")["total"] == 3


def test_a_host_may_inflate_the_files_itself(engine: Engine) -> None:
    """Some do, by the ending of the name."""
    engine.open(SMALL)
    engine.files = {
        path: gzip.decompress(data) if path.endswith(".gz") else data
        for path, data in engine.files.items()
    }
    assert engine.find("果树")["total"] == 3


def test_compressed_files_are_what_gzip_reads() -> None:
    """And the same on every system."""
    data = "党建".encode() * 100
    assert gzip.decompress(gzipped(data)) == data
    assert gzipped(data)[:10] == b"\x1f\x8b\x08\0\0\0\0\0\2\xff"


def test_a_browser_without_inflating_is_told(browser: "Browser") -> None:
    """Readers are sent to the archives."""
    page = browser.new_page()
    page.add_init_script("delete globalThis.DecompressionStream")
    try:
        with pytest.raises(Exception, match="unsupported"):
            Engine(page).open(SMALL)
    finally:
        page.close()


def test_the_engine_is_small() -> None:
    """Every first search loads it."""
    script = module((MODULES / "engine.js").read_text("utf-8"))
    assert len(gzip.compress(script.encode())) <= 8192
