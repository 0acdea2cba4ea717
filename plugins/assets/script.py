"""One classic script of all components' scripts, to be loaded with `defer`; and ES modules."""

from collections.abc import Iterable

WRAPPED = """\
// {name}
try {{
  (function () {{
{text}
  }})();
}} catch (error) {{
  setTimeout(function () {{ throw error; }});
}}
"""


def script(scripts: Iterable[tuple[str, str]]) -> str:
    """Join scripts (name, text), each in a scope of its own.

    One that fails is told to the console like any other and leaves the next ones alone.
    """
    return "".join(
        WRAPPED.format(name=name, text=text.replace("\r\n", "\n").rstrip("\n"))
        for name, text in scripts
    )


def module(text: str) -> str:
    """Return an ES module without indentation, empty lines and lines of comment.

    A text in backticks that goes over several lines would lose its own: such a module stays as it
    is.
    """
    lines = [line.strip() for line in text.splitlines()]
    if any(line.count("`") % 2 for line in lines):
        return text
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))
