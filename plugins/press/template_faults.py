"""A fault in a template, told by template and line instead of by a stack trace."""

import traceback
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError

from plugins.domain.page import Page
from plugins.press import messages
from plugins.problems import Place, Problem

TEMPLATE_FAULTS = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)
"""What an expression in a template can raise; Jinja wraps none of Python's own errors."""


def template_fault(fault: Exception, page: Page, theme: Path) -> Problem:
    """Name the template and line where a page failed; a fault outside the theme is raised again."""
    place = _place(fault, page, theme)
    if place is None:
        raise fault
    return messages.template_fault(place, page, _reason(fault))


def _place(fault: Exception, page: Page, theme: Path) -> Place | None:
    if isinstance(fault, TemplateSyntaxError):
        return Place(_told(Path(fault.filename or str(fault.name)), theme), fault.lineno)
    found = [
        Place(_told(Path(frame.f_code.co_filename), theme), line)
        for frame, line in traceback.walk_tb(fault.__traceback__)
        if Path(frame.f_code.co_filename).is_relative_to(theme)
    ]
    if not found and isinstance(fault, TemplateNotFound):
        return Place(f"{theme.name}/templates/{page.make}")
    return found[-1] if found else None


def _told(file: Path, theme: Path) -> str:
    return file.relative_to(theme.parent).as_posix() if file.is_relative_to(theme) else str(file)


def _reason(fault: Exception) -> str:
    match fault:
        case TemplateSyntaxError():
            return f"写法不对（{fault.message}）"
        case TemplateNotFound():
            return f"找不到模板 {fault.name}"
        case UndefinedError() | AttributeError():
            return f"用到了没有给出的值（{fault}）"
        case _:
            return f"算不出来（{type(fault).__name__}: {fault}）"
