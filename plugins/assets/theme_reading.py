"""Reads what of the theme folder becomes files of the site.

In: the theme folder. Out: ThemeFiles, or a ProblemError with the file that cannot be read.
"""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from plugins.assets.copies import SourceFile
from plugins.assets.theme_files import ThemeFiles
from plugins.problems import Place, ProblemError, error

CLASSIC_SCRIPT = "script.js"
EARLY_SCRIPT = "scripts/early.js"
"""The script of a component that every page loads; all others beside it are ES modules."""


def read_theme(theme: Path) -> ThemeFiles:
    """Read the files of a theme; the order is that of the names."""
    try:
        return _read(theme)
    except OSError as fault:
        found = f"读不了（{fault.strerror or fault}）"
        remedy = "再来一次；还是这样，请维护人员检查主题"
        raise _fault(theme, Path(fault.filename or theme), found, remedy) from fault


def _read(theme: Path) -> ThemeFiles:
    return ThemeFiles(
        styles={file.stem: _text(theme, file) for file in _sorted(theme, "styles/*.css")},
        early_script="".join([_text(theme, file) for file in _sorted(theme, EARLY_SCRIPT)]),
        component_styles=_by_component(theme, "style.css"),
        component_scripts=_by_component(theme, CLASSIC_SCRIPT),
        modules=dict(_modules(theme)),
        images={file.name: file.read_bytes() for file in _sorted(theme, "images/*")},
        static=dict(_static_files(theme / "static")),
    )


def _by_component(theme: Path, name: str) -> dict[str, str]:
    files = _sorted(theme, f"components/*/{name}")
    return {file.parent.name: _text(theme, file) for file in files}


def _modules(theme: Path) -> Iterator[tuple[tuple[str, str], str]]:
    for file in _sorted(theme, "components/*/*.js"):
        if file.name != CLASSIC_SCRIPT:
            yield (file.parent.name, file.name), _text(theme, file)


def _static_files(folder: Path) -> Iterator[tuple[str, SourceFile]]:
    for file in _sorted(folder, "**/*"):
        path = file.relative_to(folder).as_posix()
        yield path, SourceFile(path, sha256(file.read_bytes()).hexdigest(), folder)


def _sorted(folder: Path, pattern: str) -> list[Path]:
    """List files by their path; hidden ones (.gitkeep, .DS_Store) belong to no site."""
    files = (file for file in folder.glob(pattern) if file.is_file())
    return sorted((file for file in files if not file.name.startswith(".")), key=Path.as_posix)


def _text(theme: Path, file: Path) -> str:
    data = file.read_bytes()
    try:
        return data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        remedy = "请维护人员用 UTF-8 另存；与稿件无关"
        raise _fault(theme, file, "不是 UTF-8 文本", remedy, line) from fault


def _fault(
    theme: Path, file: Path, found: str, remedy: str, line: int | None = None
) -> ProblemError:
    path = file.relative_to(theme.parent) if file.is_relative_to(theme) else file
    place = Place(path.as_posix(), line)
    return ProblemError(error(place, "theme-file", f"主题里的这个文件{found}", remedy))
