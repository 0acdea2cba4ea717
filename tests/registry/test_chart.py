"""The chart: a bar a year, silent years among them, numbers equal to those of the table."""

from plugins.domain.bulletin import Bulletin
from plugins.domain.tables import Recipient
from plugins.registry.chart import chart_of
from plugins.registry.ledger import ledger_of
from plugins.registry.views import Chart
from tests.builders import bulletin, honour, recognition

STAR = honour("五星级党支部", "wuxing")
TOLD = bulletin(
    honours=(STAR,),
    recognitions=(
        recognition("a", STAR.name, 2020, announced=20),
        recognition("b", STAR.name, 2022, announced=30),
        recognition("c", STAR.name, 2022, announced=10),
        recognition("d", STAR.name, 2023),
    ),
    recipients=(
        Recipient(recognition="b", name="甲支部"),
        Recipient(recognition="c", name="乙支部", state="撤销"),
    ),
)


def chart(of: Bulletin = TOLD) -> Chart:
    """Return the chart of 五星级党支部."""
    drawn = chart_of(STAR, ledger_of(of).by_honour[STAR.name])
    assert drawn is not None
    return drawn


def test_a_bar_adds_the_batches_of_its_year() -> None:
    """30 and 10 in 2022 are 40, of which two are listed and one is valid."""
    bar = chart().bars[2]
    assert (bar.year, bar.value, bar.listed, bar.valid) == (2022, 40, 2, 1)


def test_the_longest_bar_is_the_largest_number() -> None:
    """Lengths are shares of the largest."""
    assert [bar.share for bar in chart().bars] == [50.0, 0.0, 100.0, 0.0]


def test_a_silent_year_has_no_bar_and_says_so() -> None:
    """Nothing is known of 2021, which is no zero; 2023's total was not announced."""
    assert [(bar.value, bar.note) for bar in chart().bars] == [
        (20, ""),
        (None, "本刊无记载"),
        (40, ""),
        (None, "公布数量未见记载"),
    ]


def test_a_year_leads_to_its_roll() -> None:
    """Where there is one."""
    urls = [bar.url for bar in chart().bars]
    assert urls[:2] == ["honours/wuxing/2020/", ""]


def test_the_description_tells_the_bars_in_words() -> None:
    """Who cannot see the bars hears the same."""
    assert (
        chart().description == "2020年20个，2021年本刊无记载，2022年40个，2023年公布数量未见记载。"
    )


def test_an_honour_without_a_recognition_has_no_chart() -> None:
    """There is nothing to draw."""
    assert chart_of(STAR, ()) is None
