"""The search of the words of all sources: by whom it is done, and what is remembered of it."""

from hashlib import sha256
from pathlib import Path

import pytest

from plugins.checking.clean_sources import CleanSources
from plugins.checking.word_search import TEXTS_A_UNIT, problems_of_words
from plugins.domain.work import OwnWork, Work
from plugins.press import workforce
from plugins.press.workforce import Workforce

MOBILE = "13900000000"
FAULTY = ("0.md", f"{TEXTS_A_UNIT}.md")
WRONG = "2358家中的1336家，占50%。"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a content folder with more texts than one unit takes; two of them have faults."""
    news = tmp_path / "内容" / "news"
    news.mkdir(parents=True)
    for number in range(TEXTS_A_UNIT + 1):
        (news / f"{number}.md").write_text(f"第 {number} 篇\n", encoding="utf-8")
    (news / "0.md").write_text(f"电话 {MOBILE}\n", encoding="utf-8")
    (news / f"{TEXTS_A_UNIT}.md").write_text(WRONG, encoding="utf-8")
    return tmp_path / "内容"


def found(
    content: Path, clean: CleanSources, work: Work | None = None, phone: str = ""
) -> list[tuple[str, str]]:
    """Return what a search of all texts tells, and save what it has learnt."""
    told = list(problems_of_words(content, texts_of(content), phone, clean, work or OwnWork()))
    clean.save()
    return [(one.place.file, one.code) for one in told]


def texts_of(content: Path) -> dict[str, bytes]:
    """Return the digests of all texts by path, as reading does."""
    files = sorted((content / "news").iterdir())
    return {f"news/{file.name}": sha256(file.read_bytes()).digest() for file in files}


def test_helpers_find_the_same(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processes tell what one tells, in the same order."""
    monkeypatch.setattr(workforce, "PAYS", -1)
    alone = found(content, CleanSources())
    with Workforce(2) as work:
        assert found(content, CleanSources(), work) == alone
    assert alone == [
        ("内容/news/0.md", "private-number"),
        (f"内容/news/{TEXTS_A_UNIT}.md", "share-differs"),
    ]


def test_a_text_with_a_fault_is_searched_every_time(content: Path) -> None:
    """The others are not; their digests stand for what is in them."""
    clean = CleanSources()
    told, texts = found(content, clean), texts_of(content)
    for path in texts.keys() - {f"news/{name}" for name in FAULTY}:
        (content / path).write_text(WRONG, encoding="utf-8")
    again = problems_of_words(content, texts, "", clean, OwnWork())
    assert [(one.place.file, one.code) for one in again] == told
    assert len(told) == len(FAULTY)


def test_the_telephone_of_the_office_is_public_while_it_is_that(content: Path) -> None:
    """What was clean because of it is searched again when it has another one."""
    clean = CleanSources()
    assert len(found(content, clean, phone=MOBILE)) == 1
    assert ("内容/news/0.md", "private-number") in found(content, clean)


@pytest.mark.parametrize("saved", ["又一次保存\n", None])
def test_a_text_that_is_another_by_now_is_told(content: Path, saved: str | None) -> None:
    """What was read may hold a private number: it is not published, and nothing is learnt of it."""
    clean, texts = CleanSources(), texts_of(content)
    file = content / "news" / "1.md"
    if saved:
        file.write_text(saved, encoding="utf-8")
    else:
        file.unlink()
    told = list(problems_of_words(content, texts, "", clean, OwnWork()))
    codes = {one.place.file: one.code for one in told}
    assert codes["内容/news/1.md"] == "changed-meanwhile"
    assert len(codes) == 1 + len(FAULTY)
    assert len(clean.now) == len(texts) - len(codes)


def test_full_width_digits_are_read_as_half_width_ones(content: Path) -> None:
    """Days, times, shares and totals; what is told stands at its column."""
    lines = ("于４月３１日８时７５分占１２０%", "１０家中的５家，占４０%。", "")
    rows = ("| 甲 | 乙 |", "|---|---|", "| 丙 | １ |", "| 丁 | ２ |", "| 合计 | ４ |")
    (content / "news" / "0.md").write_text("\n".join((*lines, *rows)), encoding="utf-8")
    text = {"news/0.md": texts_of(content)["news/0.md"]}
    told = problems_of_words(content, text, "", CleanSources(), OwnWork())
    assert [(one.code, one.place.line, one.place.column) for one in told] == [
        ("no-such-day", 1, 2),
        ("no-such-time", 1, 7),
        ("share-differs", 2, 1),
        ("share-above-whole", 1, 12),
        ("total-differs", 8, 8),
    ]


def test_the_words_of_tables_are_searched_until_they_are_clean(content: Path) -> None:
    """Readers see them as they see texts; a comma between two cells is no mark of theirs."""
    table = content / "tables" / "mechanisms.csv"
    table.parent.mkdir()
    clean = CleanSources()
    texts = ("机制名称,说明\n甲,2月30日起，，试行《办法\n", "机制名称,说明\n甲,试行\n")
    for text, known in zip(texts, (False, True), strict=True):
        table.write_text(text, encoding="utf-8")
        codes = [code for path, code in found(content, clean) if path.startswith("内容/tables")]
        assert codes == ([] if known else ["no-such-day", "unpaired-mark", "doubled-mark"])
    assert sha256(table.read_bytes()).digest() in clean.last


def test_slips_and_contradictions_of_a_text_are_told_together(content: Path) -> None:
    """Each rule over words is asked, full-width digits or not."""
    text = (
        "习进平在２０２４年１１月２２日星期一由１２０名增长到９８名\n\n"
        "，提出三点：一是乙；二是丙。１1月2O日，2O24年\n"
    )
    (content / "news" / "0.md").write_text(text, encoding="utf-8")
    told = [code for path, code in found(content, CleanSources()) if path.endswith("/0.md")]
    assert told == [
        *("weekday-differs", "change-differs", "set-phrase"),
        *("scan-slip", "scan-slip", "torn-paragraph", "enumeration"),
    ]
