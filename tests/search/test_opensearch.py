"""The export for a search server has the form of a bulk request."""

import json
from datetime import date
from pathlib import Path

import pytest

from plugins.domain.news_item import Body
from plugins.search.command import export
from plugins.search.documents import documents
from plugins.search.opensearch import INDEX, MAPPING, bulk_lines
from tasks import parse
from tests.builders import bulletin, item, organisation
from tests.conftest import WriteContent

OF = bulletin(
    item("2022/a", kicker="引题", body=Body(html="", text="第一段。\n第二段。", digest="")),
    item("2022/b", "2022-03"),
    organisations=(organisation("某局", "o", aliases=("局",)),),
)
SITE = Path(__file__).parents[1] / "site"
SMALL = {
    "tables/site.csv": "项目,内容\n刊名,某某党建\n",
    "tables/columns.csv": "栏目名称,链接名\n党建动态,dongtai\n",
}
ITEM = "---\n标题: 甲\n日期: 2022-03-09\n栏目: 党建动态\n署名: 通讯员 甲\n来源: 本刊\n---\n\n{}\n"


def test_every_document_is_two_lines() -> None:
    """Where it goes, and what it is, under names that the mapping knows."""
    lines = [json.loads(line) for line in bulk_lines(OF)]
    places, sources = lines[::2], lines[1::2]
    assert [place["index"]["_id"] for place in places] == [one.address for one in documents(OF)]
    assert {place["index"]["_index"] for place in places} == {INDEX}
    assert all(source.keys() <= MAPPING["mappings"]["properties"].keys() for source in sources)
    first = next(source for source in sources if source["url"] == "news/2022/a/")
    assert first["titles"] == ["标题a", "引题"]
    assert first["text"] == "第一段。\n第二段。"
    dates = {source["url"]: source.get("date") for source in sources}
    assert dates["news/2022/b/"] == "2022-03"
    assert dates["organisations/o/"] is None


def test_the_mapping_finds_phrases_by_pairs_of_characters() -> None:
    """By the analyser that every OpenSearch has, with no words left out."""
    analyser = MAPPING["settings"]["analysis"]["analyzer"]["pairs"]
    assert analyser == {"type": "cjk", "stopwords": "_none_"}
    properties = MAPPING["mappings"]["properties"]
    assert all(properties[name]["analyzer"] == "pairs" for name in ("titles", "text"))


def test_the_command_writes_both_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And says how much it has written."""
    called = parse(
        "search-export",
        [str(tmp_path / "out"), "--content", str(SITE / "valid"), "--today", "2026-01-01"],
    )
    assert called.today == date(2026, 1, 1)
    assert export(called) == 0
    lines = (tmp_path / "out" / "documents.ndjson").read_text(encoding="utf-8").splitlines()
    assert f"已写出 {len(lines) // 2} 篇" in capsys.readouterr().out
    assert json.loads((tmp_path / "out" / "mapping.json").read_text(encoding="utf-8")) == MAPPING
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == [
        "documents.ndjson",
        "mapping.json",
    ]


def test_an_error_in_the_content_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is told as everywhere."""
    broken = SITE / "broken" / "synonym-of-itself"
    called = parse("search-export", [str(tmp_path / "out"), "--content", str(broken)])
    assert export(called) == 1
    assert "synonyms" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_what_stops_a_build_stops_an_export(
    write_content: WriteContent, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A private number that no page may show is in no file for a server either."""
    content = write_content({**SMALL, "news/2022/a.md": ITEM.format("电话13800138000。")})
    called = parse("search-export", [str(tmp_path / "out"), "--content", str(content)])
    assert export(called) == 1
    told = capsys.readouterr().err
    assert "[private-number]" in told
    assert not told.endswith("\n\n")
    assert not (tmp_path / "out").exists()


def test_a_warning_is_told_and_the_files_are_written(
    write_content: WriteContent, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As a build does."""
    content = write_content({**SMALL, "news/2022/a.md": ITEM.format("正文，，一段。")})
    called = parse("search-export", [str(tmp_path / "out"), "--content", str(content)])
    assert export(called) == 0
    assert "a.md:9:3  提醒  " in capsys.readouterr().err
    assert (tmp_path / "out" / "documents.ndjson").exists()


def test_a_folder_that_cannot_be_written_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In one line."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    called = parse("search-export", [str(tmp_path / "file"), "--content", str(SITE / "valid")])
    assert export(called) == 1
    assert "写不进" in capsys.readouterr().err
