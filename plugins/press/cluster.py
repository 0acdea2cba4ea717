"""Helpers elsewhere: the workers of a Dask cluster. They get our code and plain data, no files.

A worker is used only where Python, zlib and the packages that make bytes are those of this
computer.
"""

import io
import logging
import sys
import warnings
import zipfile
from collections.abc import Sequence
from concurrent.futures import Future, wait
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from plugins.domain.packing import unpacked
from plugins.press import elsewhere
from plugins.press import workforce_messages as messages
from plugins.press.crew import NobodyThereError
from plugins.press.elsewhere import settle, versions, work
from plugins.problems import Problem

DECIDE_ABOUT_BYTES = (
    *("jinja2", "markdown", "markupsafe", "nh3", "pydantic", "pypinyin", "segno"),
)
SECONDS_TO_CONNECT = 5
SECONDS_TO_SETTLE = 30
SECONDS_BETWEEN_LOOKS = 5
AHEAD_AT_MOST = 60
CODE = Path(__file__).resolve().parent.parent


class Cluster:
    """The workers of a scheduler that would make the same bytes as this computer."""

    def __init__(self, scheduler: str) -> None:
        """Connect and hand out our code; NobodyThereError where no worker is of use."""
        self._scheduler = scheduler
        self._client = _connected(scheduler)
        archive = _archive(CODE)
        self._digest = sha256(archive).hexdigest()
        try:
            objections = self._objections(archive)
        except _signs_of_loss() as fault:
            self._client.close()
            raise NobodyThereError(messages.cluster_lost(scheduler, "")) from fault
        self._refused = [messages.worker_refused(*one) for one in objections.items() if one[1]]
        self._workers = {worker for worker, objection in objections.items() if not objection}
        self.ahead = min(3 * len(self._workers) + 2, AHEAD_AT_MOST)
        if not self._workers:
            self._client.close()
            raise NobodyThereError(messages.workers_unusable(scheduler, objections))
        self._executor = self._client.get_executor(workers=sorted(self._workers), pure=False)

    def submit(self, call: bytes) -> Future[Any]:
        """Hand out a unit; the future is a cancelled one where the scheduler has gone away."""
        digest = self._digest
        future: Future[Any] = Future()
        future.cancel()
        with suppress(*_signs_of_loss()):
            future = self._executor.submit(lambda: work(call, digest))
        return future

    def no_more(self) -> None:
        """Leave all as it is: the workers have what was handed out."""

    def take_back(self, _future: Future[Any]) -> bool:
        """Leave it: whether a worker has begun cannot be known here."""
        return False

    def failure(self, future: Future[Any]) -> Problem | None:
        """Wait for a unit as long as there are workers that could do it."""
        while not future.done() and self._present():
            wait([future], SECONDS_BETWEEN_LOOKS)
        if not future.done() or future.cancelled():
            return messages.cluster_lost(self._scheduler, "")
        fault = future.exception()
        return messages.cluster_lost(self._scheduler, f"（{fault!r}）") if fault else None

    def result(self, future: Future[Any]) -> Any:
        """Return the result of a unit that has one."""
        return unpacked(future.result())

    def leave(self) -> Sequence[Problem]:
        """Let go of the cluster; tell which workers were refused, and which went away."""
        present = self._present()
        lost = sorted(self._workers - present) if present else []
        with suppress(*_signs_of_loss()):
            self._executor.shutdown(wait=False)
        self._client.close()
        return [*self._refused, *map(messages.worker_lost, lost)]

    def _objections(self, archive: bytes) -> dict[str, str]:
        """Hand out our code; return what is wrong with each worker, empty where it is of use."""
        digest, packages = self._digest, DECIDE_ABOUT_BYTES
        answers: dict[str, Future[dict[str, str]]] = {
            worker: self._client.get_executor(workers=[worker], pure=False).submit(
                lambda: settle(archive, digest, packages)
            )
            for worker in self._client.nthreads()
        }
        wait(answers.values(), SECONDS_TO_SETTLE)
        return {worker: _objection(answer) for worker, answer in answers.items()}

    def _present(self) -> set[str]:
        """Return those of our workers that the scheduler still knows."""
        if self._client.status != "running":
            return set()
        try:
            return self._workers & set(self._client.nthreads())
        except _signs_of_loss():
            return set()


def _connected(scheduler: str) -> Any:
    """Return a client; what it would tell in English is told by us, in Chinese."""
    try:
        import cloudpickle  # noqa: PLC0415 - optional, and only this needs it
        from distributed import Client  # noqa: PLC0415
    except ModuleNotFoundError as missing:
        raise NobodyThereError(messages.package_missing(scheduler, sys.executable)) from missing
    cloudpickle.register_pickle_by_value(elsewhere)
    for name in ("distributed", "distributed.client"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return Client(scheduler, timeout=SECONDS_TO_CONNECT, set_as_default=False)
    except (OSError, ValueError) as fault:
        raise NobodyThereError(
            messages.scheduler_unreachable(scheduler, SECONDS_TO_CONNECT)
        ) from fault


def _signs_of_loss() -> tuple[type[Exception], ...]:
    """Return what a client raises when its scheduler has gone away."""
    from distributed.client import ClosedClientError  # noqa: PLC0415 - optional

    return ClosedClientError, OSError


def _archive(code: Path) -> bytes:
    """Pack our code; the same code always gives the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(code.rglob("*.py")):
            name = file.relative_to(code.parent).as_posix()
            archive.writestr(zipfile.ZipInfo(name), file.read_bytes())
    return packed.getvalue()


def _objection(answer: Future[dict[str, str]]) -> str:
    """Say why a worker is of no use, by what it has told of itself; empty where it is."""
    if not answer.done():
        return f"{SECONDS_TO_SETTLE} 秒内没有回答"
    if answer.cancelled():
        return "没有收下程序"
    if fault := answer.exception():
        return f"没有收下程序（{fault!r}）"
    theirs = answer.result()
    return "，".join(
        f"{name} 是 {theirs[name] or '没有安装的'}，应为 {ours}"
        for name, ours in versions(DECIDE_ABOUT_BYTES).items()
        if theirs[name] != ours
    )
