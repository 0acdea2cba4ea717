"""Characters that the fonts of a print lack."""

from pathlib import Path

from plugins.editions.missing_glyphs import characters_missing, fonts_named, missing_glyphs

TOKENS = Path(__file__).parents[2] / "theme" / "styles" / "tokens.css"


def test_the_fonts_are_those_of_the_theme() -> None:
    """They are declared once; what stands for any font is none."""
    fonts = fonts_named(TOKENS.read_text("utf-8"))
    assert {"Noto Serif CJK SC", "Noto Sans CJK SC", "SimSun", "Microsoft YaHei"} <= fonts
    assert fonts.isdisjoint({"serif", "sans-serif", ""})


def test_what_another_font_had_to_draw_is_missing() -> None:
    """The computer's own choice may be an emoji or a Japanese shape; a blank is no matter."""
    drawn = {"Noto Serif CJK SC": {"党", "建"}, "Noto Color Emoji": {"😀", " "}}
    assert characters_missing(drawn, {"Noto Serif CJK SC"}) == {"😀"}


def test_a_missing_character_is_told_where_it_stands() -> None:
    """Each source once, with line and column; elsewhere for what a source writes as an escape."""
    sources = {"content/editions/a.md": ["---"], "content/news/a.md": ["---", "见😀😀", "😀"]}
    told = list(missing_glyphs({"😀", "𰻝"}, sources, "content/editions/a.md"))
    assert [(problem.code, str(problem.place)) for problem in told] == [
        ("glyph-missing", "content/news/a.md:2:2"),
        ("glyph-missing", "content/editions/a.md"),
    ]
    assert "“😀”（U+1F600）" in told[0].message
