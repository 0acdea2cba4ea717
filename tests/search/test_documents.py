"""What can be found beside the items: all that has a name and a page of its own."""

from decimal import Decimal

from plugins.domain.figures import Figure, FigureKind
from plugins.domain.mechanisms import Mechanism
from plugins.domain.record_kinds import Feedback, Project
from plugins.domain.texts import Edition, EditionEntry
from plugins.search.documents import KINDS, Document, other_documents
from plugins.search.text import JOINT
from tests.builders import bulletin, day, item

SOURCE = "2022/chahua"
FIGURE = Figure(
    metric="五星级党支部授予数",
    slug="wuxing",
    category="评先",
    scope="市直机关",
    until=day("2021-07"),
    kind=FigureKind.INCREMENT,
    value=Decimal(35),
    unit="个",
    source_item=SOURCE,
)
OF = bulletin(
    item(SOURCE),
    figures=(FIGURE, FIGURE.model_copy(update={"until": day("2022-06"), "value": Decimal(23)})),
    mechanisms=(
        Mechanism(
            name="网格化管理",
            slug="wangge",
            category="治理",
            aliases=("四步法",),
            description="把社区分成网格。",
            written_steps="收→疏→议→决",
            items=(SOURCE,),
        ),
    ),
    records=(
        Project(name="一次办", slug="yiciban", organisation="某局", source_item=SOURCE, score="91"),
        Feedback(
            name="路灯不亮",
            slug="ludeng",
            raised_on=day("2022-03-07"),
            state="办结",
            source_item=SOURCE,
        ),
    ),
    editions=(
        Edition(
            date=day("2022-03"),
            slogan="加强机关党建",
            entries=(EditionEntry(item=SOURCE),),
            file="editions/2022-03.md",
        ),
    ),
)


def found() -> dict[str, Document]:
    """Return all documents but items, by address."""
    return {document.address: document for document in other_documents(OF)}


def test_everything_that_has_a_page_can_be_found() -> None:
    """By its name; of a kind of which readers see totals alone, nothing."""
    titles = {document.address: document.title for document in found().values()}
    assert titles["figures/wuxing/"] == "五星级党支部授予数"
    assert titles["mechanisms/wangge/"] == "网格化管理"
    assert titles["projects/yiciban/"] == "一次办"
    assert titles["editions/2022-03/"] == "2022年3月版"
    assert not [title for title in titles.values() if "路灯" in title]


def test_every_kind_has_a_name_and_stands_together() -> None:
    """The engine tells the kind of a document by its number."""
    kinds = [document.kind for document in found().values()]
    assert set(kinds) <= KINDS.keys()
    assert len(set(kinds)) == sum(one != other for one, other in zip(["", *kinds], kinds))  # noqa: B905


def test_a_metric_is_found_by_its_numbers() -> None:
    """One document a metric, with all of them."""
    text = JOINT.join(found()["figures/wuxing/"].text())
    assert "35个" in text
    assert "23个" in text


def test_a_mechanism_is_found_by_its_other_names_and_steps() -> None:
    """The other names count as titles."""
    titles, rest = found()["mechanisms/wangge/"].text()
    assert "四步法" in titles
    assert "疏" in rest


def test_what_is_internal_is_not_searched() -> None:
    """Unless there are grounds to publish it."""
    assert "91" not in JOINT.join(found()["projects/yiciban/"].text())
