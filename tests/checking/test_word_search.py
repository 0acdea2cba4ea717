"""The search of the words of all sources: by whom it is done, and what is remembered of it."""

from hashlib import sha256
from pathlib import Path

import pytest

from plugins.checking import CleanSources
from plugins.checking.word_search import TEXTS_A_UNIT, problems_of_words
from plugins.domain.work import OwnWork, Work
from plugins.press import workforce
from plugins.press.workforce import Workforce

MOBILE = "13900000000"
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
    texts = {file.relative_to(content).as_posix(): file.name.encode() for file in texts_of(content)}
    told = list(problems_of_words(content, texts, phone, clean, work or OwnWork()))
    clean.save()
    return [(one.place.file, one.code) for one in told]


def texts_of(content: Path) -> list[Path]:
    """List the texts."""
    return sorted((content / "news").iterdir())


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
    found(content, clean)
    for file in texts_of(content):
        file.write_text(WRONG, encoding="utf-8")
    assert len(found(content, clean)) == len(("0.md", f"{TEXTS_A_UNIT}.md"))


def test_the_telephone_of_the_office_is_public_while_it_is_that(content: Path) -> None:
    """What was clean because of it is searched again when it has another one."""
    clean = CleanSources()
    assert len(found(content, clean, phone=MOBILE)) == 1
    assert ("内容/news/0.md", "private-number") in found(content, clean)


def test_a_text_that_is_gone_is_passed_over(content: Path) -> None:
    """It was there when the bulletin was read; nothing is learnt of it."""
    clean = CleanSources()
    texts = {"news/0.md": b"0", "news/gone.md": b"1", "news/1.md": b"2"}
    told = list(problems_of_words(content, texts, "", clean, OwnWork()))
    assert [one.place.file for one in told] == ["内容/news/0.md"]
    assert len(clean.now) == 1


def test_full_width_digits_are_read_as_half_width_ones(content: Path) -> None:
    """Days, times, shares and totals; what is told stands at its column."""
    lines = ("于４月３１日８时７５分占１２０%", "１０家中的５家，占４０%。", "")
    rows = ("| 甲 | 乙 |", "|---|---|", "| 丙 | １ |", "| 丁 | ２ |", "| 合计 | ４ |")
    (content / "news" / "0.md").write_text("\n".join((*lines, *rows)), encoding="utf-8")
    told = problems_of_words(content, {"news/0.md": b"0"}, "", CleanSources(), OwnWork())
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
