"""What the page of an organisation says of its figures, mechanisms and records."""

from typing import Any

from plugins.domain.linked_records import LinkGroup
from plugins.domain.mechanisms import Mechanism
from plugins.domain.record_kinds import Project
from plugins.domain.views import Link
from plugins.registry.pages import registry_pages
from tests.builders import bulletin, item, organisation, views_by_path
from tests.figures.ledger import figure


def test_a_unit_leads_to_its_figures_mechanisms_and_records() -> None:
    """Those of its own scope, those that it practises, those that refer to it."""
    project = Project.model_construct(
        name="某项目", slug="mou", source_item="2022/chahua", organisation="甲局"
    )
    of = bulletin(
        item(),
        organisations=(organisation("甲局", "jia"), organisation("乙局", "yi")),
        figures=(figure(scope="甲局"), figure(scope="全市")),
        mechanisms=(
            Mechanism(
                name="评星定级", slug="pingxing", category="支部", description="评星。",
                organisations=("甲局",), items=("2022/chahua",),
            ),
        ),
        records=(project,),
    )  # fmt: skip
    views: Any = views_by_path(registry_pages(of))
    view = views["organisations/jia/index.html"]
    assert [row.further[-1].url for row in view.figures.rows] == ["news/2022/chahua/"]
    assert view.mechanisms == (Link("评星定级", "mechanisms/pingxing/"),)
    assert view.records == (LinkGroup(project.title, (Link("某项目", project.address),)),)
    other = views["organisations/yi/index.html"]
    assert (other.figures.rows, other.mechanisms, other.records) == ((), (), ())
