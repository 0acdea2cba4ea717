"""Pages are made sooner than Jinja alone would make them, and are the same to the byte."""

import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import markupsafe
import pytest
from jinja2 import (
    BaseLoader,
    DictLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    UndefinedError,
)
from markupsafe import Markup

from plugins.domain.page import Page
from plugins.domain.views import DateView, Link, NewsRow, SiteView
from plugins.press.compiled_templates import CompiledTemplates
from plugins.press.page_environment import (
    ALIKE_ON_MANY_PAGES,
    PageEnvironment,
    TemplateDict,
    escape,
)
from plugins.press.rendering import Renderer
from plugins.problems import Place, Problem

WriteTheme = Callable[[dict[str, str]], Path]
THEME = Path(__file__).parents[2] / "theme"
COMPONENTS = sorted(file.parent for file in THEME.glob("components/*/examples.json"))
MACRO = re.compile(r"{%-? macro (\w+)\(")
MACRO_FILE = "components/footer/macro.html"
USES_FOOTER = f'{{% from "{MACRO_FILE}" import footer %}}'


class ShoutedText(str):
    """A text that is more than a text."""

    __slots__ = ()


class Drawing:
    """Something that knows how it is written in HTML."""

    def __html__(self) -> str:
        """Return a tag."""
        return "<svg/>"


@pytest.mark.parametrize(
    "value",
    [
        *("甲", "<", ">", "&amp;", '"', "'", "", ShoutedText("<i>"), Markup("<b>"), Markup("")),
        *(7, -1, True, None, 1.5, ("<", 1), Drawing()),
    ],
)
def test_values_are_escaped_as_ever(value: object) -> None:
    """A quicker way to escape must not be another one."""
    assert escape(value) == str(markupsafe.escape(value))


def plain_environment(loader: BaseLoader) -> Environment:
    """Return Jinja's environment, set up as ours is."""
    plain = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    plain.policies["json.dumps_kwargs"] = {"sort_keys": True, "ensure_ascii": False}
    return plain


def macro_of(environment: Environment, folder: Path) -> Callable[..., str]:
    """Return the macro of a component."""
    template = environment.get_template(f"components/{folder.name}/macro.html")
    return getattr(template.module, folder.name)  # type: ignore[no-any-return]


@pytest.mark.parametrize("folder", COMPONENTS, ids=lambda folder: folder.name)
def test_components_are_what_plain_jinja_makes_of_them(folder: Path) -> None:
    """Whatever is left out, remembered or replaced, a designer gets Jinja."""
    loader = FileSystemLoader([THEME / "templates", THEME])
    plain = plain_environment(loader)
    ours = PageEnvironment(loader, CompiledTemplates())
    written = (folder / "examples.json").read_text("utf-8")
    for example in json.loads(written, object_hook=TemplateDict)["examples"]:
        made = [
            macro_of(environment, folder)(**example["arguments"]) for environment in (plain, ours)
        ]
        assert made[0] == made[1]


MACROS = """\
{% macro plain(one, two="<二>", three=none) %}{{ one }}{{ two }}{{ three }}{% endmacro %}
{% macro more(one) %}{{ one }}{{ varargs|join }}{{ kwargs|length }}{% endmacro %}
{% macro around(one) %}{{ one }}{{ caller(one) }}{% endmacro %}
{% macro nothing() %}无{% endmacro %}
{% macro footer(one, two=2) %}{{ one }}{{ two }}{% endmacro %}
"""


@pytest.mark.parametrize(
    "call",
    [
        *("{{ plain(1) }}", "{{ plain('<', '甲') }}", "{{ plain(1, three=3) }}", "{{ plain() }}"),
        *("{{ plain(two=2) }}", "{{ plain(1, 2, 3, 4) }}", "{{ plain(1, one=2) }}"),
        *("{{ plain(1, four=4) }}", "{{ plain(*[1, 2]) }}", "{{ plain(**{'one': 1}) }}"),
        *("{{ plain(1, class=2) }}", "{{ more(1, class=2) }}", "{{ more(1, 2, '<', x=3) }}"),
        *("{% call(it) around('<') %}[{{ it }}]{% endcall %}", "{{ around(1) }}"),
        *("{% call nothing() %}甲{% endcall %}", "{{ nothing() ~ '<' }}", "{{ nothing()|e }}"),
        *("{{ footer(1) }}{{ footer(1, two='<') }}", "{{ footer() }}", "{{ footer(two=1) }}"),
        *("{{ plain(footer([1]), nothing()) }}", "{{ footer([1], [2]) }}", "{{ nobody(1) }}"),
        "{% for one in '甲乙' %}{{ plain(one, loop.index) }}{{ loop.cycle('a', 'b') }}{% endfor %}",
        "{% set all = namespace(list=[]) %}{% set all.list = [nothing()] %}{{ all.list }}",
        *("{{ {'a': 1}.a }}", "{{ {'a': [{'b': '<'}]}.a[0].b }}", "{{ {'a': 1}['a'] }}"),
        *("{{ {'class': 1}.class }}", "{{ {'a': {'b': nothing()}}.a.b }}", "{{ {'a': 1}|length }}"),
        *("{{ 1.real }}", "{{ ('甲' ~ '乙').isascii() }}", "{{ (1 if nobody else 2).real }}"),
        "{% set it = {'b': 1, 'a': '<'} %}{{ it }}{{ it|tojson }}{{ it.items()|list }}",
    ],
)
def test_calls_give_what_they_give_in_plain_jinja(call: str) -> None:
    """Arguments by place and by name, too few of them, too many, defaults, and callers."""
    names = "plain, more, around, nothing, footer"
    page = f'{{% from "macros.html" import {names} %}}{call}'
    loader = DictLoader({"macros.html": MACROS, "page.html": page})
    told = []
    for environment in (plain_environment(loader), PageEnvironment(loader, CompiledTemplates())):
        try:
            told.append(environment.get_template("page.html").render())
        except (TypeError, UndefinedError) as fault:
            told.append(type(fault).__name__)
    assert told[0] == told[1]


def test_what_is_remembered_is_a_macro_of_the_theme() -> None:
    """One that gets another name is not forgotten here, and no two have the same."""
    files = (folder / "macro.html" for folder in COMPONENTS)
    named = Counter(name for file in files for name in MACRO.findall(file.read_text("utf-8")))
    assert {name: named[name] for name in ALIKE_ON_MANY_PAGES} == dict.fromkeys(
        ALIKE_ON_MANY_PAGES, 1
    )


def rendered(theme: Path, site: SiteView, view: Any = None, path: str = "a.html") -> Any:
    """Return what becomes of one page."""
    return Renderer(theme, site).render(Page(path, "a.html", view))


def test_an_answer_is_given_for_the_same_arguments_only(
    write_theme: WriteTheme, site: SiteView
) -> None:
    """Values that are equal for Python, but not in print, are told apart."""
    calls = "footer(1), footer(true), footer('<'), footer('<'|safe), footer('<'), footer(1.0)"
    theme = write_theme(
        {
            MACRO_FILE: "{% macro footer(it) %}{{ it }}{% endmacro %}",
            "templates/a.html": f"{USES_FOOTER}{{{{ [{calls}]|join(' ') }}}}",
        }
    )
    assert rendered(theme, site) == b"1 True &lt; < &lt; 1.0"


@pytest.mark.parametrize("asked", ["view.nobody", "{'a': 1}.nobody", "view.title.nobody"])
def test_a_value_that_is_not_given_is_told_by_its_name(
    asked: str, write_theme: WriteTheme, site: SiteView
) -> None:
    """It is never taken for an empty one, not even where it is only asked whether there is one."""
    theme = write_theme({"templates/a.html": f"{{% if {asked} %}}甲{{% endif %}}"})
    problem = rendered(theme, site, Link("题", "a/"))
    assert isinstance(problem, Problem)
    assert "用到了没有给出的值" in problem.message
    assert "nobody" in problem.message


def test_a_remembered_row_is_made_once(write_theme: WriteTheme, site: SiteView) -> None:
    """The item in another list is the same row, though it may have come from another process."""
    theme = write_theme(
        {
            "row.html": "{% macro news_row(row) %}{{ row.url }}{% endmacro %}",
            "templates/a.html": '{% from "row.html" import news_row %}'
            "{% for row in view %}{{ news_row(row) }} {% endfor %}",
        }
    )
    environment = PageEnvironment(
        FileSystemLoader([theme / "templates", theme]), CompiledTemplates(), site=site
    )
    rows = [
        NewsRow(url, "题", DateView("2022", "2022年"), Link("栏", "columns/lan/"))
        for url in ("news/a/", "news/b/", "news/a/")
    ]
    template = environment.get_template("a.html")
    assert template.render(view=rows) == "news/a/ news/b/ news/a/ "
    assert environment.imported("row.html").news_row.__wrapped__.cache_info().misses == 2


def test_a_macro_that_sees_the_page_is_not_taken_for_that_of_another(
    write_theme: WriteTheme, site: SiteView
) -> None:
    """Neither one imported with the page's context nor one that the page defines itself."""
    theme = write_theme(
        {
            MACRO_FILE: "{% macro footer() %}{{ view }}{% endmacro %}",
            "templates/a.html": USES_FOOTER.replace("footer %", "footer with context %")
            + "{{ footer() }}",
            "templates/b.html": "{% macro footer() %}{{ view }}{% endmacro %}{{ footer() }}",
        }
    )
    renderer = Renderer(theme, site)
    pages = [
        Page(f"{number}.html", make, number) for number in range(9) for make in ("a.html", "b.html")
    ]
    assert [renderer.render(page) for page in pages] == [str(page.view).encode() for page in pages]


def test_an_answer_does_not_leave_its_depth(write_theme: WriteTheme, site: SiteView) -> None:
    """The way to the root is in it."""
    theme = write_theme(
        {
            MACRO_FILE: "{% macro footer() %}{{ root }}{% endmacro %}",
            "templates/a.html": USES_FOOTER + "{{ footer() }}",
        }
    )
    renderer = Renderer(theme, site)
    paths = ["a.html", "b/a.html", "a.html", "b/c/a.html"]
    made = [renderer.render(Page(path, "a.html", None)) for path in paths]
    assert made == [b"./", b"../", b"./", b"../../"]


def test_arguments_that_cannot_be_remembered_are_taken_as_well(
    write_theme: WriteTheme, site: SiteView
) -> None:
    """A designer may hand a list to any component."""
    theme = write_theme(
        {
            MACRO_FILE: "{% macro footer(links) %}{{ links|join('、') }}{% endmacro %}",
            "templates/a.html": USES_FOOTER + "{{ footer(['甲', '乙']) }}",
        }
    )
    assert rendered(theme, site) == "甲、乙".encode()


@pytest.mark.parametrize("macro", ["footer", "other"])
def test_a_macro_called_amiss_is_told_by_its_name(
    macro: str, write_theme: WriteTheme, site: SiteView
) -> None:
    """A designer does not know what a macro is compiled to."""
    theme = write_theme(
        {
            MACRO_FILE: f"{{% macro {macro}(it) %}}{{{{ it }}}}{{% endmacro %}}",
            "templates/a.html": f'{{% from "{MACRO_FILE}" import {macro} %}}\n'
            f"{{{{ {macro}(one=1) }}}}",
        }
    )
    problem = rendered(theme, site)
    assert isinstance(problem, Problem)
    assert problem.place == Place("theme/templates/a.html", 2)
    assert f"{macro}() got an unexpected keyword argument 'one'" in problem.message


def test_a_fault_in_a_remembered_macro_is_told_at_its_place(
    write_theme: WriteTheme, site: SiteView
) -> None:
    """Nor is the fault of one page remembered for the next."""
    theme = write_theme(
        {
            MACRO_FILE: "{% macro footer(it) %}\n{{ it + 1 }}{% endmacro %}",
            "templates/a.html": USES_FOOTER + "{{ footer(view) }}",
        }
    )
    renderer = Renderer(theme, site)
    problem = renderer.render(Page("a.html", "a.html", "甲"))
    assert isinstance(problem, Problem)
    assert problem.place == Place(f"theme/{MACRO_FILE}", 2)
    assert renderer.render(Page("a.html", "a.html", 1)) == b"2"
