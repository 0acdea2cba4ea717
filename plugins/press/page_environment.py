"""The environment that templates of the theme run in: Jinja's, in half the time, to the same bytes.

A page prints some two hundred values by some thirty macros of twenty files. What Jinja does for
each of them and a template of the theme never needs is left out here; templates are as they were.
"""

from collections.abc import Callable, MutableMapping
from functools import cache, lru_cache, partial, wraps
from json import JSONEncoder
from keyword import iskeyword
from typing import Any

import markupsafe
from jinja2 import BaseLoader, BytecodeCache, Environment, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

Macro = Callable[..., Markup]

ALIKE_ON_MANY_PAGES = frozenset(
    {
        *("footer", "headline", "item_tools", "labels_of_place", "masthead"),
        *("news_row", "site_nav", "skip_link", "timeline_entry", "top_bar"),
    }
)
"""Macros that are often called with the same arguments: of the frame, of items in lists."""

REMEMBERED_CALLS = 16_384
"""How many of the answers of each an environment keeps; one is some hundred characters."""

TAKEN = frozenset({"as_markup", "macro"})
"""Names that the code of a macro gives another meaning than a template can."""

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


class TemplateDict(dict[str, Any]):
    """A dict of a template: what is in it can be asked for as an attribute, as Jinja has it."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        """Return the item of that name."""
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None


class _TemplateDicts(NodeTransformer):
    """Makes the dicts of a template values with attributes."""

    def visit_Dict(self, node: nodes.Dict) -> nodes.Call:  # noqa: N802 - Jinja's name
        """Have what is written as a dict made one whose items are attributes."""
        self.generic_visit(node)
        made_by = nodes.ImportedName(f"{__name__}.{TemplateDict.__name__}", lineno=node.lineno)
        return nodes.Call(made_by, [node], [], None, None, lineno=node.lineno)


class PageCode(CodeGenerator):
    """Compiles templates to code that escapes and calls by what is in this module."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's name
        """Give names that the code uses, which Jinja imports first, another meaning."""
        super().visit_Template(_TemplateDicts().visit(node), frame)
        self.writeline(f"from {__name__} import as_markup, escape, macro_of")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Take an attribute; Jinja asks a function, which looks for an item where there is none."""
        if node.ctx != "load" or iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

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

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Make a macro a function of Python; Jinja's sorts its arguments by hand at every call."""
        node = macro_ref.node
        names = [argument.name for argument in node.args]
        wants = macro_ref.accesses_caller, macro_ref.accesses_kwargs, macro_ref.accesses_varargs
        taken = any(iskeyword(name) or name in TAKEN for name in names)
        if isinstance(node, nodes.CallBlock) or any(wants) or taken:
            super().macro_def(macro_ref, frame)
            return
        parameters = ", ".join(f"{name}=missing" for name in names)
        function = f"lambda {parameters}: as_markup(macro({', '.join(names)}))"
        self.write(f"macro_of({node.name!r}, (lambda macro: {function})(macro))")

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        """Take what an environment has imported once; Jinja looks for it again on every page."""
        if node.with_context:
            super()._import_common(node, frame)
            return
        self.write("environment.imported(")
        self.visit(node.template, frame)
        self.write(")")


as_markup: Callable[[str], Markup] = partial(str.__new__, Markup)


def macro_of(name: str, function: Macro) -> Macro:
    """Return a macro of the theme, which bears its name where it is called amiss.

    It is a pure function: it sees its arguments and what is the same in all of an environment.
    """
    function.__name__ = function.__qualname__ = name
    return remembered(function) if name in ALIKE_ON_MANY_PAGES else function


def remembered(function: Macro) -> Macro:
    """Return a macro that is asked once for the same arguments."""
    # Typed, for `1` and `true`, or a text and its Markup, are equal and print differently.
    answers = lru_cache(REMEMBERED_CALLS, typed=True)(function)

    @wraps(answers)
    def remembering(*arguments: Any, **named: Any) -> Markup:
        try:
            return answers(*arguments, **named)
        except TypeError:  # an argument without a hash; a fault of its own comes again
            return function(*arguments, **named)

    return remembering


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
