"""The environment that templates of the theme run in: Jinja's, in half the time, to the same bytes.

A page prints some two hundred values by some thirty macros of twenty files. What Jinja does for
each of them and a template of the theme never needs is left out here; templates are as they were.
"""

from collections.abc import Callable, MutableMapping
from contextlib import suppress
from functools import lru_cache
from typing import Any

import markupsafe
from jinja2 import BaseLoader, BytecodeCache, Environment, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, Macro
from markupsafe import Markup

ALIKE_ON_MANY_PAGES = frozenset(
    {"footer", "item_tools", "masthead", "news_row", "skip_link", "top_bar"}
)
"""Components that many pages call with the same arguments: those of the frame, items in lists."""

REMEMBERED_CALLS = 16_384
"""How many of their answers an environment keeps; one is some hundred characters."""


def escape(value: object) -> str:
    """Escape a value as MarkupSafe does, but return it as it is where nothing has to be escaped."""
    if type(value) is Markup:
        return value
    if type(value) is int:
        return str(value)
    if type(value) is not str or (
        "&" in value or "<" in value or ">" in value or '"' in value or "'" in value
    ):
        return markupsafe.escape(value)
    return value


class PageCode(CodeGenerator):
    """Compiles templates to code that escapes by the function above."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's name
        """Give the name that the code escapes by, which Jinja imports first, another meaning."""
        super().visit_Template(node, frame)
        self.writeline(f"from {__name__} import escape")


class PageContext(Context):
    """Calls macros without asking what else they want; some of them once for the same arguments.

    A macro is a pure function: it sees its arguments and what is the same in all of an environment.
    """

    environment: "PageEnvironment"

    def call(self, called: Callable[..., Any], /, *arguments: Any, **named: Any) -> Any:
        """Return what something that a template calls gives."""
        if type(called) is not Macro:
            return super().call(called, *arguments, **named)
        named.pop("_block_vars", None)
        named.pop("_loop_vars", None)
        if called.name in ALIKE_ON_MANY_PAGES:
            with suppress(TypeError):  # an argument without a hash; a fault of its own comes again
                return self.environment.remembered(called, *arguments, **named)
        return called(*arguments, **named)


class PageEnvironment(Environment):
    """Strict and escaping. One serves all pages that share a way to the root."""

    code_generator_class = PageCode
    context_class = PageContext

    def __init__(self, loader: BaseLoader, compiled: BytecodeCache, **shared: Any) -> None:
        """Take where templates come from, and what all of them see."""
        super().__init__(
            loader=loader,
            bytecode_cache=compiled,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,  # a theme that changes during a build is built again
            cache_size=-1,
        )
        self.policies["json.dumps_kwargs"] = {"sort_keys": True, "ensure_ascii": False}
        self.globals.update(shared)
        # Typed, for `1` and `true`, or a text and its Markup, are equal and print differently.
        self.remembered = lru_cache(REMEMBERED_CALLS, typed=True)(_answer)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return a plain dict; Jinja's chain of two has every import compare all names by hand."""
        return {**self.globals, **d} if d else self.globals


def _answer(macro: Macro, /, *arguments: Any, **named: Any) -> str:
    return macro(*arguments, **named)
