"""What runs on a Dask worker. These functions travel there whole; the rest of our code follows.

A worker is left as it was found, but for folders with our code beside its own files. It holds
the code of one build at a time.
"""

import importlib
import io
import platform
import sys
import zipfile
import zlib
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGE = "plugins"
FOLDER = "dangjian-news-"


def settle(archive: bytes, digest: str, packages: Iterable[str]) -> dict[str, str]:
    """Unpack our code beside the files of this worker; return the versions of what is there."""
    from dask.utils import SerializableLock  # noqa: PLC0415 - only a worker needs it

    with SerializableLock(FOLDER), zipfile.ZipFile(io.BytesIO(archive)) as code:
        code.extractall(_place(digest))
    return versions(packages)


def versions(packages: Iterable[str]) -> dict[str, str]:
    """Return the versions of Python, zlib and packages; empty for one that is not installed."""
    own = {"Python": platform.python_version(), "zlib": zlib.ZLIB_RUNTIME_VERSION}
    return {**own, **{name: _version(name) for name in packages}}


def work(call: bytes, digest: str) -> bytes:
    """Call a function of ours with a unit; both arrive packed, as the result leaves.

    The threads of a worker take turns, which they would have to do anyway, so that no build
    meets the code of another.
    """
    from dask.utils import SerializableLock  # noqa: PLC0415 - only a worker needs it

    with SerializableLock(FOLDER):
        _load(_place(digest))
        from plugins.domain.packing import called  # noqa: PLC0415 - our code is here only now

        return called(call)


def _place(digest: str) -> Path:
    from distributed import get_worker  # noqa: PLC0415 - only a worker needs it

    return Path(get_worker().local_directory, FOLDER + digest)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _load(place: Path) -> None:
    """See to it that our code is that of this build: the worker may have served another."""
    loaded = sys.modules.get(PACKAGE)
    if loaded is not None and list(loaded.__path__) == [str(place / PACKAGE)]:
        return
    for name in [name for name in sys.modules if name.partition(".")[0] == PACKAGE]:
        del sys.modules[name]
    others = [path for path in sys.path if not Path(path).name.startswith(FOLDER)]
    sys.path[:] = [str(place), *others]
    importlib.invalidate_caches()
