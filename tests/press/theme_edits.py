"""Edits of pictures, attachments, templates, styles, scripts and settings, and of the day."""

import io
import shutil
from collections.abc import Callable, Mapping
from datetime import date

from PIL import Image

from tests.press.file_edits import pick, replace, toggle, toggle_file
from tests.press.whole_site import LAST_DAY, WholeSite

Edit = Callable[[WholeSite, int], None]
DAYS = (date(2022, 3, 9), date(2022, 3, 20), date(2021, 8, 1), date(2199, 6, 1), LAST_DAY)
COLOURS = ("red", "blue", "grey")
SIZES = ((40, 30), (60, 20), (900, 10))


def picture(number: int, form: str) -> bytes:
    """Draw a picture of one colour."""
    file = io.BytesIO()
    Image.new("RGB", SIZES[number % 3], COLOURS[number // 3 % 3]).save(file, form)
    return file.getvalue()


def replace_picture(site: WholeSite, number: int) -> None:
    """Put another picture in the place of one; every seventh is damaged."""
    file = pick(site.content.glob("images/2022/*"), number)
    form = "JPEG" if file.suffix == ".jpg" else "PNG"
    file.write_bytes(b"no picture" if number % 7 == 6 else picture(number // 3, form))


def add_picture(site: WholeSite, number: int) -> None:
    """Add a picture that nobody shows, or delete it."""
    toggle_file(site.content / "images" / "2022" / f"tu-{number % 2}.png", picture(number, "PNG"))


def delete_picture(site: WholeSite, number: int) -> None:
    """Delete a picture, whoever shows it."""
    pictures = list(site.content.glob("images/2022/*"))
    if len(pictures) > 1:
        pick(pictures, number).unlink()


def edit_attachment(site: WholeSite, number: int) -> None:
    """Change what a file to download says, or delete it."""
    file = site.content / "files" / "2022" / "mingdan.txt"
    if number % 5 == 4:
        file.unlink(missing_ok=True)
    else:
        file.write_text(f"名单 {number % 3}\n", encoding="utf-8")


def add_attachment(site: WholeSite, number: int) -> None:
    """Add a file that nobody offers, or delete it."""
    toggle_file(site.content / "files" / "2022" / f"wen-{number % 2}.txt", b"text")


def edit_guide(site: WholeSite, _: int) -> None:
    """Change what is no part of the site."""
    toggle(site.content / "README.md", "另一段。\n")
    toggle(site.content / "wording" / "titles.csv", "工做,工作\n")


def edit_template(site: WholeSite, number: int) -> None:
    """Add a word to the template of a kind of page."""
    block = "{% block main %}"
    files = site.theme.glob("templates/*/*.html")
    pages = [file for file in files if block in file.read_text(encoding="utf-8")]
    replace(pick(pages, number), block, f"{block}<!-- word -->")


def edit_frame(site: WholeSite, _: int) -> None:
    """Change the template that stands around every page."""
    replace(site.theme / "templates" / "base.html", "<body", "<body data-word")


def edit_macro(site: WholeSite, number: int) -> None:
    """Change the macro of a component."""
    file = pick(site.theme.glob("components/*/macro.html"), number)
    replace(file, "-%}\n<", "-%}\n<!-- word --><")


def break_template(site: WholeSite, number: int) -> None:
    """Leave a template or a macro half written."""
    files = [*site.theme.glob("templates/**/*.html"), *site.theme.glob("components/*/macro.html")]
    toggle(pick(files, number), ("{% if", "{{ nothing }}")[number % 2])


def edit_style(site: WholeSite, number: int) -> None:
    """Change a style sheet."""
    files = [*site.theme.glob("styles/*.css"), *site.theme.glob("components/*/style.css")]
    toggle(pick(files, number), ".word { color: red; }\n")


def edit_script(site: WholeSite, number: int) -> None:
    """Change the script of a component."""
    toggle(pick(site.theme.glob("components/*/script.js"), number), "void 0;\n")


def edit_image(site: WholeSite, number: int) -> None:
    """Change an image of the theme."""
    toggle(pick(site.theme.glob("images/*.svg"), number), "<!-- word -->\n")


def edit_static_file(site: WholeSite, number: int) -> None:
    """Change a file that is published as it is, or delete it."""
    toggle_file(site.theme / "static" / f"word-{number % 2}.txt", b"word")


def edit_component(site: WholeSite, _: int) -> None:
    """Add a component with a style, or delete it."""
    folder = site.theme / "components" / "word"
    if folder.exists():
        shutil.rmtree(folder)
    else:
        toggle_file(folder / "style.css", b".word { color: blue; }\n")


def edit_quality(site: WholeSite, number: int) -> None:
    """Change how pictures are encoded."""
    change = (('"webp_quality": 80', '"webp_quality": 60'), ('_quality": 82', '_quality": 70'))
    replace(site.settings, *change[number % 2])


def change_day(site: WholeSite, number: int) -> None:
    """Let time pass, or go back."""
    site.today = DAYS[number % len(DAYS)]


THEME_EDITS: Mapping[str, Edit] = {
    "a picture": replace_picture,
    "a picture more": add_picture,
    "a picture less": delete_picture,
    "an attachment": edit_attachment,
    "an attachment more": add_attachment,
    "the guide": edit_guide,
    "a template": edit_template,
    "the frame": edit_frame,
    "a macro": edit_macro,
    "half a template": break_template,
    "a style": edit_style,
    "a script": edit_script,
    "an image of the theme": edit_image,
    "a static file": edit_static_file,
    "a component": edit_component,
    "the quality of pictures": edit_quality,
    "another day": change_day,
}
