"""One stylesheet of all styles, without comments and indentation; nothing else is touched."""

import re
from collections.abc import Iterable

STRING_OR_COMMENT = re.compile(
    r"""(?P<kept>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|url\([^"')]*\))|/\*.*?\*/""", re.DOTALL
)


def stylesheet(styles: Iterable[str]) -> str:
    """Join styles in the order given; a comment becomes a blank, as it parts what it stands in."""
    text = "\n".join(styles)
    bare = STRING_OR_COMMENT.sub(lambda found: found["kept"] or " ", text)
    lines = "\n".join(line for line in map(str.strip, bare.splitlines()) if line)
    charset = "" if lines.isascii() else '@charset "utf-8";\n'
    return f"{charset}{lines}\n" if lines else ""
