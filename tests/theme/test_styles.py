"""The style sheets keep to the tokens, the colours stay legible, and old browsers understand."""

import gzip
import re
from itertools import chain
from pathlib import Path

import pytest

LEAST_CONTRAST = 4.5
CSS_BUDGET = 12 * 1024
EARLY_BUDGET = 1024
JS_BUDGET = 8 * 1024
LARGE_TEXT = 18
LARGE_TARGET = 60
TEXT_COLOURS = ("ink", "soft", "red")
UNKNOWN_TO_CHROMIUM_86 = (
    r":has\(",
    r":is\(",
    r":where\(",
    r"@layer",
    r"@container",
    r"@property",
    r"\binset\s*:",
    r"aspect-ratio",
    r"(?:margin|padding)-(?:inline|block)\s*:",
    r"^\s*&",
    r"\d(?:dvh|svh|lvh)\b",
    r"color-mix",
    r"oklch",
    r"accent-color",
)


def sheets(theme: Path) -> dict[str, str]:
    """Return all style sheets by path, without their comments."""
    files = chain(theme.glob("styles/*.css"), theme.glob("components/*/style.css"))
    return {
        str(file.relative_to(theme)): re.sub(
            r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL
        )
        for file in sorted(files)
    }


def colours(theme: Path, *, night: bool) -> dict[str, str]:
    """Return the colours of the tokens by name, by day or by night."""
    day, dark = sheets(theme)["styles/tokens.css"].split("@media (prefers-color-scheme: dark)")
    text = dark.split("}")[0] if night else day
    return dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", text))


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour as WCAG 2 defines it."""
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("night", [False, True], ids=["day", "night"])
@pytest.mark.parametrize("name", TEXT_COLOURS)
def test_a_text_colour_can_be_read_on_paper(theme: Path, name: str, *, night: bool) -> None:
    """Text of any size keeps the contrast that WCAG asks of small text."""
    tokens = colours(theme, night=night)
    assert contrast(tokens[name], tokens["paper"]) >= LEAST_CONTRAST


def test_the_contrast_of_black_on_white_is_known() -> None:
    """The measure itself is right: black on white is 21, a colour on itself 1."""
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert contrast("#a3171a", "#a3171a") == 1


def test_colours_are_named_in_tokens_alone(theme: Path) -> None:
    """A component names a token, so that night and paper exchange all colours at once."""
    named = {
        path
        for path, text in sheets(theme).items()
        if re.search(r"#[0-9a-fA-F]{3,8}\b(?!\s*[:~])|\brgba?\(|\bhsla?\(", text)
    }
    assert named <= {"styles/tokens.css", "styles/print.css"}


def test_every_token_that_is_used_is_declared(theme: Path) -> None:
    """A misspelt token would silently fall back to nothing."""
    text = "".join(sheets(theme).values())
    assert set(re.findall(r"var\((--[\w-]+)", text)) <= set(re.findall(r"(--[\w-]+):", text))


@pytest.mark.parametrize("pattern", UNKNOWN_TO_CHROMIUM_86)
def test_old_browsers_understand_the_sheets(theme: Path, pattern: str) -> None:
    """The view inside WeChat may be Chromium 86; what it does not know would drop whole rules."""
    users = [path for path, text in sheets(theme).items() if re.search(pattern, text, re.MULTILINE)]
    assert users == []


def test_large_type_is_large_enough(theme: Path) -> None:
    """In 大字版 nothing is set smaller than 18, and nothing to press is lower than 60."""
    tokens = sheets(theme)["styles/tokens.css"]
    blocks = re.findall(r"\.large-type \.page \{([^}]*)\}", tokens)
    sizes = [int(size) for block in blocks for size in re.findall(r"calc\((\d+) \*", block)]
    targets = [int(size) for block in blocks for size in re.findall(r"--target: (\d+)px", block)]
    assert len(blocks) == 2
    assert min(sizes) >= LARGE_TEXT
    assert min(targets) >= LARGE_TARGET


def test_large_type_needs_no_script(theme: Path) -> None:
    """Whatever a remembered choice enlarges, the link `#large` enlarges too."""
    tokens = sheets(theme)["styles/tokens.css"]
    assert tokens.count(".large-type .page {") == tokens.count("#large:target ~ .page,")


def test_the_sheets_fit_their_budget(theme: Path) -> None:
    """A first visit on a phone loads little."""
    text = "".join(sheets(theme).values()).encode()
    assert len(gzip.compress(text)) <= CSS_BUDGET


def test_the_scripts_fit_their_budget(theme: Path) -> None:
    """Scripts only enhance, so they stay small."""
    scripts = [file.read_bytes() for file in sorted(theme.glob("components/*/script.js"))]
    assert len(gzip.compress(b"".join(scripts))) <= JS_BUDGET


def test_what_is_waited_for_is_small(theme: Path) -> None:
    """Nothing is drawn before it has come."""
    early = b"".join(file.read_bytes() for file in sorted(theme.glob("scripts/*.js")))
    assert 0 < len(gzip.compress(early)) <= EARLY_BUDGET


def test_nothing_is_fetched_from_elsewhere(theme: Path) -> None:
    """No font, picture or sheet comes from another host, nor any font at all."""
    for path, text in sheets(theme).items():
        assert not re.search(r"url\(|@import|@font-face", text), path
