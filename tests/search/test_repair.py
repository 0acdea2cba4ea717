"""What is proposed to a reader who found nothing, in a real browser from the real files."""

import gzip
import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from plugins.domain.bulletin import Bulletin
from plugins.domain.keeping import Keeper
from plugins.domain.page import Page, PageSet, expanded
from plugins.domain.tables import Synonym
from plugins.search import segments
from plugins.search.readings import readings
from plugins.search.repair_pages import repair_set
from plugins.search.segments import segments_of
from plugins.search.word_finder import frequent
from plugins.search.words import word_weights
from tests.builders import branch, bulletin, item, organisation
from tests.search.conftest import BASE, Engine

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MODULE = Path(__file__).parents[2] / "theme" / "components" / "search_box" / "repair.js"
ASK = """async ([base, query]) => {
    const { proposals } = await import(`${base}search/repair.js`);
    const load = async (name) => {
        const { body, ok } = await fetch(`${base}search/${name}.gz`);
        if (!ok) throw new Error(name);
        const inflated = body.pipeThrough(new DecompressionStream("gzip"));
        return new Uint8Array(await new Response(inflated).arrayBuffer());
    };
    return (await proposals(query, { load })).map((one) => [one.how, one.query]);
}"""
TITLES = (
    *("党支部换届选举", "机关党支部召开会议", "某党支部开展主题党日", "党支部组织义诊"),
    *("开展消防应急演练", "苹果园管理培训", "果树培训进乡村", "干部了解情况", "看着变化"),
    *("三八妇女节活动", "中央组织部印发通知", "支部书记讲党课", "粮食生产喜获丰收"),
)
Proposals = list[list[str]]
Ask = Callable[[str], Proposals]


def small() -> Bulletin:
    """Return a bulletin of some titles and names."""
    return bulletin(
        *(item(f"2022/a{number}", title=title) for number, title in enumerate(TITLES)),
        organisations=(organisation("市委直属机关工委", "gongwei", aliases=("市直机关工委",)),),
        branches=(branch("市某某局机关第一党支部", "zhibu"),),
        synonyms=(Synonym(word="中组部", others=("中央组织部",)),),
    )


@pytest.fixture(scope="module")
def ask(browser: "Browser") -> Iterator[Ask]:
    """Ask for proposals on a site of the small bulletin."""
    page = browser.new_page()
    yield asking(Engine(page), small())
    page.close()


def asking(engine: Engine, made: Bulletin) -> Ask:
    """Ask for proposals on a site of any bulletin."""
    engine.host(made)
    engine.page.goto(BASE)

    def proposals(query: str) -> Proposals:
        told: Proposals = engine.page.evaluate(ASK, [BASE, query])
        return told

    return proposals


@pytest.mark.browser
@pytest.mark.parametrize(
    ("query", "how", "proposed"),
    [
        ("瞭解", "variant", "了解"),
        ("看著", "variant", "看着"),
        ("黨支部換屆瞭", "variant", "党支部换届了"),
        ("中组部", "synonym", "中央组织部"),
        ("中央组织部 培训", "synonym", "中组部 培训"),
        ("市直机关工委", "synonym", "市委直属机关工委"),
        ("dangzhibu", "pinyin", "党支部"),
        ("DangZhiBu", "pinyin", "党支部"),
        ("dang zhi bu", "pinyin", "党支部"),
        ("dang'zhi'bu", "pinyin", "党支部"),
        ("dzb", "pinyin", "党支部"),
        ("dangzb", "pinyin", "党支部"),
        ("dangzhibuhuanjie", "pinyin", "党支部换届"),
        ("dangzhibuyizhen", "pinyin", "党支部 义诊"),
        ("苹果 gl", "pinyin", "苹果 管理"),
        ("shimoumoujujiguandiyidangzhibu", "pinyin", "市某某局机关第一党支部"),
        ("党知部", "sound", "党支部"),
        ("标题:党知部", "sound", "标题:党支部"),
        ("“党知部” 换届", "sound", "“党支部” 换届"),
        ("应急验练", "sound", "应急演练"),
        ("苹国园管理", "sound", "苹果园管理"),
        ("黨知部", "sound", "党支部"),
        ("党自部", "sound", "党支部"),
        ("市某某局机关弟一党支部", "sound", "市某某局机关第一党支部"),
        ("党文部", "spelling", "党支部"),
        ("党支郎", "spelling", "党支部"),
        ("安支部", "spelling", "党支部"),
        ("消防应及寅练", "sound", "消防应急寅练"),
        ("消防演练粮食寅产", "spelling", "消防演练粮食生产"),
    ],
)
def test_what_was_meant_is_proposed(ask: Ask, query: str, how: str, proposed: str) -> None:
    """The rest of the query stays as it was typed."""
    assert [how, proposed] in ask(query)


@pytest.mark.browser
@pytest.mark.parametrize(
    ("query", "first"),
    [("dangzhibu", "党支部"), ("dzb", "党支部"), ("党知部", "党支部"), ("瞭解", "了解")],
)
def test_the_likeliest_comes_first(ask: Ask, query: str, first: str) -> None:
    """The search takes the first that it finds."""
    assert ask(query)[0][1] == first


@pytest.mark.browser
@pytest.mark.parametrize(
    "query",
    [
        *(
            "",
            " ",
            "的",
            "!!!",
            "2022",
            "<b>党</b>",
            "([a-z]+)*$",
            "😀😀",
            "\ud800",
            "\x00\x01",
            "q",
        ),
        *("党" * 10_000, "dang" * 3_000, "d" * 10_000, "党支部", "vvv", "'''", "ü"),
    ],
)
def test_whatever_is_typed_is_answered(ask: Ask, query: str) -> None:
    """A query that cannot be repaired has few proposals or none, and none is itself."""
    told = ask(query)
    assert len(told) <= 8
    assert query not in [proposed for _, proposed in told]


@pytest.mark.browser
def test_a_bulletin_without_any_item_has_no_proposals(engine: Engine) -> None:
    """There are no words, yet no file is missing."""
    ask = asking(engine, bulletin(columns=()))
    assert ask("dzb") == ask("党知部") == []


@pytest.mark.browser
def test_only_what_is_needed_is_loaded(engine: Engine) -> None:
    """Pinyin needs no characters, simplified ones no table of traditional ones."""
    ask = asking(engine, small())
    ask("dzb")
    assert "search/sounds.gz" not in engine.asked
    ask("党知部")
    assert "search/sounds.gz" in engine.asked
    assert "search/simplified.gz" not in engine.asked


@pytest.mark.browser
def test_every_word_is_found_by_its_sound(ask: Ask) -> None:
    """Of words that sound alike, up to eight are proposed."""
    some = sorted(word_weights(small(), frequent([])))
    words = random.Random(1).sample(some, 60)  # noqa: S311 - the same each time
    sound_of = readings(Keeper()).of_word
    missed = [word for word in words if ["pinyin", word] not in ask("".join(sound_of(word)))]
    assert missed == []


@pytest.mark.browser
@pytest.mark.parametrize(
    ("query", "how", "shown"),
    [
        ("党知部", "sound", "党支部"),
        ("dangzhibu", "pinyin", "党支部"),
        ("dzb", "pinyin", "党支部"),
        ("中组部", "synonym", "中央组织部"),
        ("看著变化", "variant", "看着变化"),
    ],
)
def test_the_search_takes_a_proposal_and_says_so(
    engine: Engine, query: str, how: str, shown: str
) -> None:
    """What is shown instead is found; the reader can go back to what was typed."""
    found = engine.open(small()).find(query)
    assert found["told"] == {"how": how, "shown": [shown], "missing": []}
    assert found["total"] == sum(shown in title for title in TITLES) > 0


def test_a_site_is_repaired_alike_on_every_day() -> None:
    """The bytes of each file depend on the bulletin alone."""
    first, second = (made_files(repair_of(small())) for _ in range(2))
    assert first == second
    assert all(data[4:8] == b"\0\0\0\0" for data in first.values())


def test_the_newest_items_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many items only the older ones count, so that an edit leaves the set alone."""
    monkeypatch.setattr(segments, "ITEMS_A_STEP", 2)
    one, other, edited = (
        bulletin(item("2022/a", "2022-01-01"), item("2022/b", "2022-01-02"), item(**newest))
        for newest in ({"title": "党课"}, {"title": "义诊"}, {"summary": "甲"})
    )
    assert repair_of(one).inputs == repair_of(other).inputs == repair_of(edited).inputs
    assert repair_of(one).inputs != repair_of(small()).inputs


def test_files_of_words_stay_small() -> None:
    """A reader loads only those for the initials in question, whole groups of them."""
    chance = random.Random(2)  # noqa: S311 - the same each time
    usual = [chr(number) for number in range(ord("一"), ord("龥"))]
    titles = ["".join(chance.choices(usual, k=20)) for _ in range(300)]
    items = [item(f"2022/a{number}", title=title) for number, title in enumerate(titles)]
    files = made_files(repair_of(bulletin(*items)))
    words = {path: data for path, data in files.items() if path.startswith("search/words-")}
    assert len(words) > 10
    assert max(map(len, words.values())) < 12_000
    firsts = json.loads(gzip.decompress(files["search/words.gz"]))["firsts"]
    assert len(firsts) == len(words)
    assert firsts == sorted(set(firsts))


def test_the_module_is_small() -> None:
    """It is loaded by those who found nothing, often on a telephone."""
    assert len(gzip.compress(MODULE.read_bytes())) <= 2560


def repair_of(made: Bulletin) -> PageSet:
    """Return the files of repair of a bulletin."""
    return repair_set(made, next(segments_of(made)))


def made_files(parts: Any) -> dict[str, bytes]:
    """Make the files of a set, by path."""

    def made(page: Page) -> bytes:
        assert callable(page.make)
        data = page.make(page.view, None)  # type: ignore[arg-type]
        assert isinstance(data, bytes)
        return data

    return {page.path: made(page) for page in expanded([parts])}
