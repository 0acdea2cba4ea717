"""One stylesheet of all styles."""

import pytest

from plugins.assets.stylesheet import stylesheet


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("a {\n  color: red;\n}\n\n", "a {\ncolor: red;\n}\n"),
        ("/* why */\na { }", "a { }\n"),
        ("a/* why */b { }", "a b { }\n"),
        ("/* one\n * two **/a { }", "a { }\n"),
        ('a { content: "/* no comment */"; }', 'a { content: "/* no comment */"; }\n'),
        (r'a { content: "\"/*"; } /* x */', 'a { content: "\\"/*"; }\n'),
        ("a { content: '/*'; } b { }", "a { content: '/*'; } b { }\n"),
        ("/* it's */ a { } /* that's */", "a { }\n"),
        ("a { background: url(x/*.png); }", "a { background: url(x/*.png); }\n"),
        ('a { content: "“"; }', '@charset "utf-8";\na { content: "“"; }\n'),
        ("/* only a comment */", ""),
    ],
)
def test_only_comments_and_indentation_go(written: str, published: str) -> None:
    """Strings and addresses are kept as they are."""
    assert stylesheet([written]) == published


def test_styles_keep_their_order() -> None:
    """What comes later overrides what came before."""
    assert stylesheet(["a { }", "b { }"]) == "a { }\nb { }\n"
