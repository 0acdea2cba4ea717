"""Every component keeps the rules of the theme, asked of its own examples."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from jinja2 import Environment

COMPONENTS = sorted(
    file.parent for file in Path(__file__).parents[2].glob("theme/components/*/examples.json")
)
EXAMPLES = [
    pytest.param(folder, example, id=f"{folder.name}: {example['name']}")
    for folder in COMPONENTS
    for example in json.loads((folder / "examples.json").read_text(encoding="utf-8"))["examples"]
]
FOLDERS = [pytest.param(folder, id=folder.name) for folder in COMPONENTS]
STATES = {"page", "large-type"}
WITH_THE_TITLE_OF_A_PAGE = {
    "edition_head",
    "masthead",
    "item_head",
    "page_title",
    "withdrawn_notice",
}
WORD = "[a-z0-9]+(?:-[a-z0-9]+)*"


def rendered(environment: Environment, folder: Path, example: dict) -> BeautifulSoup:
    """Return an example as a reader's browser parses it."""
    template = environment.get_template(f"components/{folder.name}/macro.html")
    macro = getattr(template.module, folder.name)
    return BeautifulSoup(str(macro(**example["arguments"])), "html.parser")


def block_of(folder: Path) -> str:
    """Return the class that all classes of a component begin with."""
    return folder.name.replace("_", "-")


def classes_written(folder: Path) -> set[str]:
    """Return the classes that the component's macro names, each by block, element and modifier."""
    text = (folder / "macro.html").read_text(encoding="utf-8")
    written = " ".join(re.findall(r'class="([^"]*)"', text))
    name = rf"(?<![\w-]){block_of(folder)}(?:__{WORD})?(?:--{WORD})?(?![\w-])"
    return set(re.findall(name, written))


def classes_styled(folder: Path) -> set[str]:
    """Return the classes that the component's style sheet names."""
    sheet = folder / "style.css"
    style = sheet.read_text(encoding="utf-8") if sheet.exists() else ""
    return set(re.findall(r"\.([a-z][\w-]*)", re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)))


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_component_says_what_each_of_its_examples_shows(folder: Path) -> None:
    """The examples document the component: each has a name of its own and one sentence."""
    written = json.loads((folder / "examples.json").read_text(encoding="utf-8"))
    names = [example["name"] for example in written["examples"]]
    assert written["macro"] == folder.name
    assert len(set(names)) == len(names) > 0
    assert all(example["says"].endswith(".") for example in written["examples"])


@pytest.mark.parametrize(("folder", "example"), EXAMPLES)
def test_an_example_renders_without_a_forgotten_value(
    environment: Environment, folder: Path, example: dict
) -> None:
    """A macro asks for nothing that its examples do not give."""
    rendered(environment, folder, example)


@pytest.mark.parametrize(("folder", "example"), EXAMPLES)
def test_nothing_is_inline(environment: Environment, folder: Path, example: dict) -> None:
    """No element carries a style, an event handler or a script; JSON-LD is data, not a script."""
    soup = rendered(environment, folder, example)
    attributes = {name for element in soup.find_all() for name in element.attrs}
    assert not {name for name in attributes if name == "style" or name.startswith("on")}
    assert soup.find("style") is None
    assert all(script["type"] == "application/ld+json" for script in soup.find_all("script"))


@pytest.mark.parametrize(("folder", "example"), EXAMPLES)
def test_headings_follow_one_another(environment: Environment, folder: Path, example: dict) -> None:
    """No level is skipped, and only components with a page's title bear an h1."""
    soup = rendered(environment, folder, example)
    levels = [int(heading.name[1]) for heading in soup.find_all(re.compile("^h[1-6]$"))]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert levels.count(1) <= (folder.name in WITH_THE_TITLE_OF_A_PAGE)


@pytest.mark.parametrize(("folder", "example"), EXAMPLES)
def test_a_link_has_words_and_a_picture_has_a_text_and_a_size(
    environment: Environment, folder: Path, example: dict
) -> None:
    """A reader who listens knows where a link leads; a page does not move while it loads."""
    soup = rendered(environment, folder, example)
    assert all(link.get_text(strip=True) for link in soup.find_all("a"))
    assert all(has_text_and_size(picture) for picture in soup.find_all("img"))


def has_text_and_size(picture: Tag) -> bool:
    """Tell whether a picture says what it shows and how large it is."""
    return all(picture.get(name) for name in ("alt", "width", "height"))


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_class_of_a_macro_is_styled(folder: Path) -> None:
    """A class that no rule names is forgotten or useless; only a block may bear its bare name."""
    assert classes_written(folder) - {block_of(folder)} <= classes_styled(folder)


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_styled_class_is_in_the_macro(folder: Path) -> None:
    """A component styles itself alone; a text that editors write may bring classes of its own."""
    brought = set()
    if folder.name == "prose":
        text = (folder / "examples.json").read_text(encoding="utf-8")
        brought = set(re.findall(r'class=\\"([\w-]+)\\"', text))
    assert classes_styled(folder) - STATES - brought <= classes_written(folder)


@pytest.mark.parametrize(("folder", "example"), EXAMPLES)
def test_every_class_that_shows_is_written_out_in_some_style_sheet(
    environment: Environment, folder: Path, example: dict
) -> None:
    """No class is put together from parts, so each can be searched for."""
    soup = rendered(environment, folder, example)
    shown = {name for element in soup.find_all(class_=True) for name in element["class"]}
    assert shown <= set().union(
        *(classes_styled(other) | {block_of(other)} for other in COMPONENTS)
    )
