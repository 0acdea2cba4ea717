"""What is measured: a way to make the site from the same items, standing ready in a folder."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from plugins.bench.corpus import Sample
from plugins.bench.measuring import BuildFailedError, Usage, measure

OURS = "本项目"
ALONE = "本项目（单进程，不查规则）"
"""Our build as the others work: in one process, without a look at wording and privacy."""

Serve = Callable[[int], tuple[str, ...]]
"""Makes the command that starts a preview on a port."""


@dataclass(frozen=True, slots=True)
class Workload:
    """What every builder gets: the items, and the site's domain, empty for none.

    `rules` is whether our own build also looks at wording and privacy, which no other does,
    `search` whether it makes the index of the search, which is measured by itself.
    """

    samples: tuple[Sample, ...]
    domain: str = ""
    rules: bool = True
    search: bool = True

    def with_samples(self, samples: tuple[Sample, ...]) -> "Workload":
        """Return the same site with other items."""
        return replace(self, samples=samples)


@dataclass(frozen=True, slots=True)
class Builder:
    """A builder and its folder: what starts it, the source of the first item, what comes out.

    `leftovers` are what a build from nothing must not find. `report` is the file in which a build
    tells what it made, where it can; `trace` the one in which it leaves the trace of a fault.
    `serve` is there where a preview follows edits.
    """

    name: str
    folder: Path
    command: tuple[str, ...]
    item: Path
    output: Path
    leftovers: tuple[Path, ...]
    serve: Serve | None = None
    report: Path | None = None
    trace: Path | None = None
    environment: Mapping[str, str] = field(default_factory=dict)

    def forget(self) -> None:
        """Remove what earlier builds have left."""
        for path in self.leftovers:
            shutil.rmtree(path, ignore_errors=True)

    def build(self) -> Usage:
        """Build once; BuildFailedError, with the trace of a fault, if that fails."""
        log = self.folder.with_name(f"{self.folder.name}.log")
        try:
            return measure(self.command, self.folder, log, self.environment)
        except BuildFailedError as failure:
            # The folder will be gone before anyone could look the trace up.
            if self.trace is None or not self.trace.is_file():
                raise
            trace = self.trace.read_text(encoding="utf-8")
            message = f"{failure}\n{trace}"
            raise BuildFailedError(message) from failure


Prepare = Callable[[Path], Builder]
"""Makes the folder of a builder, and in it all that is needed."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the other builders take over from our site: frames by address, files beside pages."""

    frames: Mapping[str, Mapping[str, str]]
    assets: Path
