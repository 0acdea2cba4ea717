"""The manifest of output/."""

import shutil
import subprocess
from pathlib import Path

import pytest

from plugins.press import manifest
from plugins.press.paths import RESERVED

DIGEST = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_a_manifest_is_sorted_and_reads_back() -> None:
    """What is written is read again."""
    text = manifest.written({"b": DIGEST, "a": DIGEST}).decode()
    assert text == f"{DIGEST}  a\n{DIGEST}  b\n"
    assert manifest.read(text) == {"a": DIGEST, "b": DIGEST}


@pytest.mark.parametrize(
    "line",
    [
        *("", "words", f"{DIGEST} a", f"{DIGEST}  ../a", f"{DIGEST}  /a", "0" * 63 + "  a"),
        *(f"{DIGEST}  {name}" for name in (*RESERVED, ".staging/new")),
    ],
)
def test_a_line_that_no_build_wrote_is_damage(line: str) -> None:
    """A path that leads outside is refused: files are deleted by this list."""
    with pytest.raises(manifest.DamagedManifestError) as damage:
        manifest.read(f"{DIGEST}  fine\n{line}\n{DIGEST}  fine\n")
    assert damage.value.line == 2


@pytest.mark.parametrize("text", [f"{DIGEST}  a\n{DIGEST}  b/ind", "0" * 9])
def test_a_manifest_whose_end_is_cut_off_is_damaged(text: str) -> None:
    """What is left of the last path may be that of another file."""
    with pytest.raises(manifest.DamagedManifestError) as damage:
        manifest.read(text)
    assert damage.value.line == text.count("\n") + 1


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="no sha256sum here")
def test_sha256sum_reads_it(tmp_path: Path) -> None:
    """Whoever mirrors the site can check it without our program."""
    (tmp_path / "a.html").touch()
    (tmp_path / "SHA256SUMS").write_bytes(manifest.written({"a.html": DIGEST}))
    command = ["sha256sum", "--strict", "-c", "SHA256SUMS"]
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode == 0
