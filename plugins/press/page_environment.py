"""The environment that templates of the theme run in: Jinja's, in half the time, to the same bytes.

A page prints some two hundred values by some thirty macros of twenty files. What Jinja does for
each of them and a template of the theme never needs is left out here; templates are as they were.
"""

from collections.abc import Callable, MutableMapping
from functools import cache, lru_cache, partial
from json import JSONEncoder
from keyword import iskeyword
from typing import Any

import markupsafe
from jinja2 import BaseLoader, BytecodeCache, Environment, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup

ALIKE_ON_MANY_PAGES = frozenset(
    {
        *("footer", "headline", "item_tools", "labels_of_place", "masthead"),
        *("news_row", "site_nav", "skip_link", "top_bar"),
    }
)
"""Macros that are often called with the same arguments: of the frame, of items in lists."""

REMEMBERED_CALLS = 16_384
"""How many of the answers of each an environment keeps; one is some hundred characters."""

WRITTEN_AS_JSON = JSONEncoder(sort_keys=True, ensure_ascii=False)
"""How `tojson` writes; Jinja would make another one for every value."""


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
    """Compiles templates to code that escapes and calls by what is in this module."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's name
        """Give names that the code uses, which Jinja imports first, another meaning."""
        super().visit_Template(node, frame)
        self.writeline(f"from {__name__} import escape, macro_of as Macro")

    def visit_Call(  # noqa: N802 - Jinja's name
        self,
        node: nodes.Call,
        frame: Frame,
        forward_caller: bool = False,  # noqa: FBT001, FBT002 - as Jinja calls it
    ) -> None:
        """Call at once; Jinja asks first who wants the context, and nothing here wants it."""
        names = [named.key for named in node.kwargs]
        if forward_caller or node.dyn_args or node.dyn_kwargs or any(map(iskeyword, names)):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        """Take what an environment has imported once; Jinja looks for it again on every page."""
        if node.with_context:
            super()._import_common(node, frame)
            return
        self.write("environment.imported(")
        self.visit(node.template, frame)
        self.write(")")


class PageMacro(Macro):
    """A macro as the theme has them, called without looking for what a theme has none of.

    It is a pure function: it sees its arguments and what is the same in all of an environment.
    """

    def __call__(self, *arguments: Any, **named: Any) -> str:
        """Return what the macro prints."""
        missed = self._argument_count - len(arguments)
        if named:
            left = self.arguments[len(arguments) :]
            values = [named.pop(name, missing) for name in left]
            if named:  # one too many, which is told as Jinja tells it
                known = zip(left, values, strict=True)
                named |= {name: value for name, value in known if value is not missing}
                return super().__call__(*arguments, **named)
            arguments += tuple(values)
        elif missed < 0:
            return super().__call__(*arguments)
        elif missed:
            arguments += (missing,) * missed
        return as_markup(self._func(*arguments))


class RememberedMacro(PageMacro):
    """A macro that is asked once for the same arguments."""

    def __init__(self, *made_of: Any) -> None:
        """Begin with no answers."""
        super().__init__(*made_of)
        # Typed, for `1` and `true`, or a text and its Markup, are equal and print differently.
        self.answers = lru_cache(REMEMBERED_CALLS, typed=True)(super().__call__)

    def __call__(self, *arguments: Any, **named: Any) -> str:
        """Return what the macro prints."""
        try:
            return self.answers(*arguments, **named)
        except TypeError:  # an argument without a hash; a fault of its own comes again
            return super().__call__(*arguments, **named)


as_markup: Callable[[str], Markup] = partial(str.__new__, Markup)


def macro_of(
    environment: Environment,
    function: Callable[..., str],
    name: str,
    arguments: list[str],
    *wants: bool,
) -> Macro:
    """Return the macro that Jinja's would be, which takes the same.

    What a macro `wants` is any more arguments, by name or not, and a caller; the last is escaping.
    """
    if any(wants[:-1]):
        return Macro(environment, function, name, arguments, *wants)
    kind = RememberedMacro if name in ALIKE_ON_MANY_PAGES else PageMacro
    return kind(environment, function, name, arguments, *wants)


class PageEnvironment(Environment):
    """Strict and escaping. One serves all pages that share a way to the root."""

    code_generator_class = PageCode

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
        self.policies["json.dumps_function"] = WRITTEN_AS_JSON.encode
        self.policies["json.dumps_kwargs"] = {}
        self.globals.update(shared)
        self.imported = cache(lambda name: self.get_template(name).module)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return a plain dict; Jinja's chain of two has every import compare all names by hand."""
        return {**self.globals, **d} if d else self.globals
