"""What editors may write is declared once."""

import pytest

from plugins.domain.declared import Declared, Shape, declared_keys
from plugins.domain.news_item import NewsItemKeys
from plugins.domain.texts import EditionKeys, TextPageKeys
from plugins.reading.tables.content_tables import TABLES

MODELS = [NewsItemKeys, TextPageKeys, EditionKeys, *TABLES.values()]


@pytest.mark.parametrize("model", MODELS)
def test_every_key_says_what_it_means(model: type[Declared]) -> None:
    """The field lists of the guide come from here, so no meaning is empty and no name doubled."""
    keys = declared_keys(model)
    assert all(key.meaning for key in keys)
    assert len({key.name for key in keys}) == len(keys)


def test_the_shape_of_a_key_follows_from_its_type() -> None:
    """An editor's list of fields says how each value is written."""
    shapes = {key.name: key.shape for key in declared_keys(NewsItemKeys)}
    assert shapes["标题"] is Shape.TEXT
    assert shapes["日期"] is Shape.DATE
    assert shapes["体裁"] is Shape.CHOICE
    assert shapes["标签"] is Shape.LIST
    assert shapes["署名"] is Shape.BYLINES
    assert shapes["来源"] is Shape.ENTRY
    assert shapes["图片"] is Shape.ENTRIES


def test_what_must_be_written_is_declared() -> None:
    """These five keys are required, no other."""
    required = [key.name for key in declared_keys(NewsItemKeys) if key.required]
    assert required == ["标题", "日期", "栏目", "署名", "来源"]
