"""From HTML to a PDF: the paper, the size of type, and where files come from."""

from pathlib import Path

import pytest

from plugins.editions.paper import A3, A4, Setting, settings_of

pytestmark = pytest.mark.usefixtures("print_tools")

PAPERS = [settings_of(A4)[0], settings_of(A3)[0]]
PARAGRAPH = "<p>市直机关压实党建责任，推动工作落实。</p>"


def nothing(path: str) -> bytes:
    """Have no file."""
    raise FileNotFoundError(None, "没有", path)


def text(paragraphs: int) -> str:
    """Return a document of some length."""
    return f'<html lang="zh-Hans"><title>版</title><body>{PARAGRAPH * paragraphs}'


@pytest.mark.slow
def test_the_smallest_paper_that_holds_all_is_taken_with_the_largest_type() -> None:
    """A short edition is no corner of a large sheet; nobody reads small type for nothing."""
    from plugins.editions.printing import printed_file  # noqa: PLC0415 - may not be installed

    short = printed_file(PAPERS, lambda _: text(3), "", nothing)
    assert (short.pages, short.setting) == (1, PAPERS[0][0])
    longer = printed_file(PAPERS, lambda _: text(45), "", nothing)
    assert (longer.pages, longer.setting.paper) == (1, A3)
    many = printed_file(PAPERS, lambda _: text(250), "", nothing)
    assert (many.pages > 1, many.setting.paper) == (True, A3)


@pytest.mark.slow
@pytest.mark.parametrize(
    "address", ["images/a.jpg", "https://example.org/a.jpg", "file:///etc/hosts"]
)
def test_nothing_is_fetched_but_the_files_of_the_site(address: str) -> None:
    """A print asks neither the network nor the disk, and goes on without no picture."""
    from plugins.editions.printing import printed_file  # noqa: PLC0415 - may not be installed

    asked: list[str] = []

    def read(path: str) -> bytes:
        asked.append(path)
        return nothing(path)

    with pytest.raises(FileNotFoundError):
        printed_file(PAPERS, lambda _: f'<img src="{address}" alt="图">', "", read)
    assert set(asked) <= {"images/a.jpg"}


def test_columns_fill_the_sheet_whatever_the_size_of_type() -> None:
    """The size follows from the number of characters, so that lines of Chinese are full."""
    for settings in (*settings_of(A4), *settings_of(A3)):
        for one in settings:
            inner = (one.paper.width - 2 * one.paper.margin) / 25.4 * 72
            assert one.size * one.measure.width == pytest.approx(inner)
            assert 9 <= one.size <= 12


def test_settings_go_from_the_roomiest_to_the_closest() -> None:
    """The first that fits is the best."""
    (settings,) = settings_of(A4)
    rooms = [one.size * one.size * one.leading for one in settings]
    assert rooms == sorted(rooms, reverse=True)
    assert isinstance(settings[0], Setting)


def test_the_print_has_no_style_of_its_own_kind_of_colour() -> None:
    """Colours are those of the theme."""
    theme = Path(__file__).parents[2] / "theme" / "templates" / "editions" / "print.css"
    assert "#" not in theme.read_text("utf-8")
