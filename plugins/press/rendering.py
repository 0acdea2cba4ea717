"""From one Page to its bytes, by a template of the theme or by the page's own function.

In: a Page and the site view. Out: bytes, or the Problem that prevents them. A template sees
`view`, `site` and `root`, the way from the page to the site's root; nothing else.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

from plugins.domain import addresses
from plugins.domain.page import Maker, Page
from plugins.domain.views import SiteView
from plugins.press import messages
from plugins.press.template_faults import TEMPLATE_FAULTS, template_fault
from plugins.problems import Problem

if TYPE_CHECKING:
    from types import CodeType


class CompiledTemplates(BytecodeCache):
    """Compiled templates, shared by the environments of all depths."""

    def __init__(self) -> None:
        """Begin with none."""
        self._compiled: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template that another depth has compiled."""
        bucket.code = self._compiled.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that was compiled just now."""
        if bucket.code:
            self._compiled[bucket.key, bucket.checksum] = bucket.code


class Renderer:
    """Makes pages of one theme and one site view.

    A macro that is imported sees the globals of its environment and not the page's context; as
    `root` differs between depths, each depth has an environment of its own.
    """

    def __init__(self, theme: Path, site: SiteView) -> None:
        """Take the theme folder and what every page shows of the site."""
        self.theme = theme
        self.site = site
        self._loader = FileSystemLoader([theme / "templates", theme])
        self._compiled = CompiledTemplates()
        self._environments: dict[str, Environment] = {}

    def render(self, page: Page) -> bytes | Problem:
        """Return the bytes of a page, or what prevents them."""
        if isinstance(page.make, str):
            return self._from_template(page, page.make)
        return self._from_function(page, page.make)

    def _from_template(self, page: Page, name: str) -> bytes | Problem:
        environment = self._environment(addresses.root_from(page.path))
        try:
            return _encoded(environment.get_template(name).render(view=page.view))
        except TEMPLATE_FAULTS as fault:
            return template_fault(fault, page, self.theme)

    def _from_function(self, page: Page, make: Maker) -> bytes | Problem:
        try:
            made = make(page.view, self.site)
        except OSError as fault:
            return messages.source_unreadable(page, fault)
        return made if isinstance(made, bytes) else _encoded(made)

    def _environment(self, root: str) -> Environment:
        if root not in self._environments:
            self._environments[root] = self._new_environment(root)
        return self._environments[root]

    def _new_environment(self, root: str) -> Environment:
        environment = Environment(
            loader=self._loader,
            bytecode_cache=self._compiled,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,  # a theme that changes during a build is built again
            cache_size=-1,
        )
        environment.policies["json.dumps_kwargs"] = {"sort_keys": True, "ensure_ascii": False}
        environment.globals["root"] = root
        environment.globals["site"] = self.site
        return environment


def _encoded(text: str) -> bytes:
    return text.replace("\r\n", "\n").replace("\r", "\n").encode()
