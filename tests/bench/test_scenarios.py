"""What is done to the sources before each measured build."""

from datetime import date
from itertools import islice
from pathlib import Path

import pytest

from plugins.bench.builders import Builder, Workload
from plugins.bench.corpus import made_up_samples
from plugins.bench.our_builder import our_builder
from plugins.bench.scenarios import NEW_ITEMS, our_scenarios, shared_scenarios
from plugins.reading import read_bulletin

ROOT = Path(__file__).parents[2]
TODAY = date(2030, 1, 1)


@pytest.fixture
def builder(tmp_path: Path) -> Builder:
    """Copy the project, with a few items."""
    workload = Workload(tuple(islice(made_up_samples(), 10)))
    return our_builder(ROOT, workload, tmp_path / "ours")


def test_every_situation_leaves_content_without_fault(builder: Builder) -> None:
    """Each changes what its name says, and the folder still reads."""
    before = builder.item.read_text(encoding="utf-8")
    for scenario in (*shared_scenarios(), *our_scenarios()):
        scenario.change(builder)
    reading = read_bulletin(builder.folder / "content", TODAY)
    assert reading.problems == ()
    assert reading.bulletin is not None
    assert len(reading.bulletin.items) == 10 + NEW_ITEMS
    after = builder.item.read_text(encoding="utf-8")
    assert after == before.replace("标题: ", "标题: 新", 1) + "\n又写了一句。\n"


def test_the_theme_of_the_project_is_left_alone(builder: Builder) -> None:
    """The template is changed in the copy."""
    place = Path("theme/templates/base.html")
    before = (ROOT / place).read_bytes()
    assert (builder.folder / place).read_bytes() == before
    for scenario in our_scenarios():
        scenario.change(builder)
    assert (builder.folder / place).read_bytes() != before
    assert (ROOT / place).read_bytes() == before
