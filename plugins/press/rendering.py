"""From one Page to its bytes, by a template of the theme or by the page's own function.

In: a Page and the site view. Out: bytes, or the Problem that prevents them. A template sees
`view`, `site` and `root`, the way from the page to the site's root; nothing else.
"""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from jinja2 import BaseLoader, Environment, FileSystemLoader, Template

from plugins.domain import addresses
from plugins.domain.page import Maker, Page
from plugins.domain.views import SiteView
from plugins.press import messages
from plugins.press.compiled_templates import CompiledTemplates
from plugins.press.page_environment import PageEnvironment
from plugins.press.template_faults import TEMPLATE_FAULTS, template_fault
from plugins.problems import Problem

COMPILED = "templates"
"""Where in the cache compiled templates are kept."""


class Renderer:
    """Makes pages of one theme and one site view.

    A macro that is imported sees the globals of its environment and not the page's context; as
    `root` differs between depths, each depth has an environment of its own.
    """

    def __init__(
        self,
        theme: Path,
        site: SiteView,
        cache: Path | None = None,
        loader: BaseLoader | None = None,
    ) -> None:
        """Take the theme folder, what every page shows of the site, and where records are kept.

        With a `loader` the folder is only a name: templates come from elsewhere.
        """
        self.theme = theme
        self.site = site
        self._loader = loader or FileSystemLoader([theme / "templates", theme])
        self._compiled = CompiledTemplates(cache / COMPILED if cache else None)
        self._environments: dict[str, Environment] = {}
        self._templates: dict[tuple[str, str], Template] = {}

    def render(self, page: Page) -> bytes | Problem:
        """Return the bytes of a page, or what prevents them."""
        if isinstance(page.make, str):
            return self._from_template(page, page.make)
        return self._from_function(page, page.make)

    def _from_template(self, page: Page, name: str) -> bytes | Problem:
        try:
            return _encoded(self._template(page, name).render(view=page.view))
        except TEMPLATE_FAULTS as fault:
            return template_fault(fault, page, self.theme)

    def _from_function(self, page: Page, make: Maker) -> bytes | Problem:
        try:
            made = make(page.view, self.site)
        except OSError as fault:
            return messages.source_unreadable(page, fault)
        return made if isinstance(made, bytes) else _encoded(made)

    def _template(self, page: Page, name: str) -> Template:
        """Return the template of a page; Jinja is asked for it once at each depth."""
        root = addresses.root_from(page.path)
        template = self._templates.get((root, name))
        if template is None:
            template = self._templates[root, name] = self._environment(root).get_template(name)
        return template

    def _environment(self, root: str) -> Environment:
        if root not in self._environments:
            self._environments[root] = PageEnvironment(
                self._loader, self._compiled, root=root, site=self.site
            )
        return self._environments[root]


def compile_into(loader: BaseLoader, names: Iterable[str], cache: Path) -> None:
    """Compile templates ahead; those that cannot be are left to the pages that need them."""
    environment = PageEnvironment(loader, CompiledTemplates(cache / COMPILED))
    for name in names:
        with suppress(*TEMPLATE_FAULTS):
            environment.get_template(name)


def _encoded(text: str) -> bytes:
    if "\r" in text:  # seldom; to look is cheaper than to replace
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.encode()
