"""The editors' guide lists exactly what may be written."""

from pathlib import Path

from plugins.domain.declared import declared_keys
from plugins.domain.news_item import NewsItemKeys
from plugins.reading.guide import GUIDE, with_current_lists

ROOT = Path(__file__).resolve().parents[2]


def test_the_committed_guide_is_current() -> None:
    """`python -m plugins.reading.guide` writes it anew where it is not."""
    guide = (ROOT / GUIDE).read_text(encoding="utf-8")
    assert with_current_lists(guide) == guide


def test_every_key_of_an_item_is_in_the_guide() -> None:
    """With its meaning, as it is declared."""
    guide = (ROOT / GUIDE).read_text(encoding="utf-8")
    for declared in declared_keys(NewsItemKeys):
        assert f"| {declared.name} |" in guide
        assert declared.meaning in guide
