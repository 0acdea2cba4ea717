"""One classic script of all components' scripts, to be loaded with `defer`."""

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
