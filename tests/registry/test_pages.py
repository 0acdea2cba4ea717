"""All pages together: unique, linked to what exists, rendered by the theme's templates."""

import re
from itertools import chain
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from plugins.domain import addresses
from plugins.domain.attachments import PublishedAttachment
from plugins.domain.navigation import site_view
from plugins.domain.page import Page, expanded
from plugins.domain.tables import Change, Holding, Recipient
from plugins.registry.pages import registry_pages
from plugins.registry.plugin import pages_of_registry
from tests.builders import (
    body,
    branch,
    bulletin,
    day,
    honour,
    item,
    organisation,
    recognition,
)

STAR = honour("五星级党支部", "wuxing", description="授予党支部。")
PERSON = honour("党员示范岗", "shifan", "个人")
TOLD = bulletin(
    *(
        item(
            f"2022/a{number}",
            body=body(mentions=["branches/b0/", "honours/wuxing/", "organisations/jia/"]),
        )
        for number in range(25)
    ),
    honours=(STAR, PERSON, honour("空白荣誉", "kongbai")),
    organisations=(
        organisation("甲局", "jia", category="机关"),
        organisation("乙科", "yi", category="科室", parent="甲局", aliases=("乙",)),
        organisation("市委直属机关工委", "gongwei"),
    ),
    branches=tuple(
        branch(f"第{number}支部", f"b{number}", organisations=("甲局",), founded=day("2020-05"))
        for number in range(12)
    ),
    changes=(Change(date=day("2022-06-14"), kind="更名", before=("旧支部",), after=("第0支部",)),),
    recognitions=(
        recognition(
            "a",
            STAR.name,
            2020,
            announced=35,
            awarded_on=day("2020-07"),
            document_number="样发〔2020〕1号",
            source_item="2022/a0",
            doubt="样例",
        ),
        recognition("b", STAR.name, 2022),
        recognition("p", PERSON.name, 2022, announced=48),
    ),
    recipients=(
        *(Recipient(recognition="a", name=f"第{number}支部") for number in range(12)),
        Recipient(recognition="b", name="第0支部", name_then="旧支部"),
        Recipient(recognition="p", name="不公开者"),
    ),
    holdings=(Holding(name="第1支部", honour=STAR.name, as_of=day("2021"), source_item="2022/a1"),),
)
PAGES = {page.path: page for page in registry_pages(TOLD)}
HTML = [path for path in PAGES if path.endswith(".html")]
FEATURE = ("honours/", "branches/", "organisations/")
FOLDER = Path(__file__).parents[2] / "theme"
THEME = FileSystemLoader([FOLDER / "templates", FOLDER])


def rendered(page: Page) -> BeautifulSoup:
    """Return a page as a reader's browser parses it."""
    root = addresses.root_from(page.path)
    environment = Environment(
        loader=THEME,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["root"] = root
    template = environment.get_template(str(page.make))
    html = template.render(view=page.view, site=site_view(TOLD, {}))
    return BeautifulSoup(html, "html.parser")


@pytest.fixture(scope="module")
def soups() -> dict[str, BeautifulSoup]:
    """Every HTML page of the feature."""
    return {path: rendered(PAGES[path]) for path in HTML}


def test_every_path_is_unique() -> None:
    """No page overwrites another."""
    assert len(PAGES) == sum(1 for _ in registry_pages(TOLD))


def test_an_empty_bulletin_has_no_page() -> None:
    """An index of nothing is not published."""
    assert list(registry_pages(bulletin())) == []


def test_the_receiver_returns_the_pages_of_the_feature() -> None:
    """What the signal collects is what the core makes."""
    assert [page.path for page in expanded(pages_of_registry(TOLD))] == list(PAGES)


def test_every_link_of_the_feature_leads_to_a_page(soups: dict[str, BeautifulSoup]) -> None:
    """Entities, years, downloads and further pages all exist."""
    missing = set()
    for path, soup in soups.items():
        root = addresses.root_from(path)
        for link in soup.main.find_all("a", href=True):
            target = link["href"].removeprefix(root)
            file = addresses.file_of(target) if target.endswith("/") else target
            if target.startswith(FEATURE) and file not in PAGES:
                missing.add((path, target))
    assert missing == set()


def test_every_fragment_is_on_its_page(soups: dict[str, BeautifulSoup]) -> None:
    """A jump list jumps, a label has its field, a chart its title."""
    for soup in soups.values():
        ids = [element["id"] for element in soup.find_all(id=True)]
        named = [link["href"][1:] for link in soup.main.find_all("a", href=re.compile("^#"))]
        named += [label["for"] for label in soup.main.find_all("label")]
        for picture in soup.find_all("svg", attrs={"aria-labelledby": True}):
            named += picture["aria-labelledby"].split()
        assert set(named) <= set(ids)
        assert len(set(ids)) == len(ids)


def test_every_table_has_a_caption_and_scopes(soups: dict[str, BeautifulSoup]) -> None:
    """Whoever listens to a table knows what it holds and where a cell belongs."""
    for table in chain.from_iterable(soup.find_all("table") for soup in soups.values()):
        assert table.caption.get_text(strip=True)
        assert all(heading.get("scope") for heading in table.find_all("th"))


def test_the_chart_shows_the_numbers_of_its_table(soups: dict[str, BeautifulSoup]) -> None:
    """Year by year, what the bar is labelled with is what the table tells."""
    chart = soups["honours/wuxing/index.html"].find(class_="bar-chart")
    drawn = [text.get_text() for text in chart.svg.find_all("text")]
    cells = [row.find_all(["th", "td"]) for row in chart.tbody.find_all("tr")]
    told = [(row[0].get_text()[:4], row[1].get_text()) for row in cells]
    assert told == [("2020", "35"), ("2021", "本刊无记载"), ("2022", "公布数量未见记载")]
    assert drawn == ["2020", "35个", "2021", "本刊无记载", "2022", "公布数量未见记载"]


def test_all_start_years_stand_in_the_table(soups: dict[str, BeautifulSoup]) -> None:
    """Without a script nothing is missing, and nothing stands there that would do nothing."""
    answers = soups["honours/wuxing/index.html"].find(class_="since-answer")
    sentences = answers.find_all(class_="since-answer__sentence")
    assert [sentence.get_text()[:6] for sentence in sentences] == ["2020年以", "2022年以"]
    assert all(body.get("hidden") is None for body in answers.find_all("tbody"))
    assert all(button.has_attr("hidden") for button in answers.find_all("button"))


def test_a_doubt_is_a_neutral_note(soups: dict[str, BeautifulSoup]) -> None:
    """编者注 on the recognition's own page."""
    notes = {
        path: note.get_text(strip=True)
        for path, soup in soups.items()
        for note in soup.find_all("aside", attrs={"aria-label": "编者注"})
    }
    assert notes == {"honours/wuxing/2020/index.html": "编者注样例。以上待核实。"}


def test_a_roll_sorts_by_precomputed_keys(soups: dict[str, BeautifulSoup]) -> None:
    """Every cell of a row carries its key."""
    rows = soups["honours/wuxing/2020/index.html"].find_all(class_="roll-table__row")
    assert len(rows) == 12
    assert all(cell.has_attr("data-sort") for row in rows for cell in row.find_all(["th", "td"]))


def test_the_registers_lead_to_each_other(soups: dict[str, BeautifulSoup]) -> None:
    """党组织 has no entry of its own in the navigation."""
    found = {
        path: (link.get_text(), link["href"])
        for path, soup in soups.items()
        for link in soup.select(".see-also a")
    }
    assert found == {
        "branches/index.html": ("单位名录", "../organisations/"),
        "organisations/index.html": ("党组织名录", "../branches/"),
    }


def test_a_register_alone_leads_to_no_other() -> None:
    """There is no page of branches where there are no branches."""
    told = bulletin(organisations=(organisation("甲局", "jia"),))
    views = {page.path: page.view for page in registry_pages(told)}
    assert views["organisations/index.html"].other_register is None


def test_the_document_of_a_recognition_is_listed_under_it() -> None:
    """With its kind and size; of two documents on one page each has its own heading."""
    file = PublishedAttachment("files/jueding.pdf", "files/jueding.pdf", "表彰决定", 1_300_000, "0")
    given = [recognition(n, STAR.name, published_attachment=file) for n in ("a", "b")]
    told = bulletin(honours=(STAR,), recognitions=tuple(given))
    pages = {page.path: page for page in registry_pages(told)}
    soup = rendered(pages["honours/wuxing/2022/index.html"])
    links = [link.get_text("|") for link in soup.select(".attachment-list a")]
    assert links == ["表彰决定|PDF，1.2 MB"] * 2
    assert [title["id"] for title in soup.find_all("h3")] == [
        "batch-1-attachments",
        "batch-2-attachments",
    ]
