"""`preview`: shows the site on this computer, and keeps it up to date until Ctrl+C."""

import argparse
import os
import sys
import threading
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from plugins.preview.live_server import live_handler
from plugins.preview.server import NoFreePortError, PreviewServer, listen
from plugins.preview.state import Board
from plugins.preview.supervisor import Supervisor
from plugins.preview.terminal import Terminal
from plugins.preview.watching import Watcher

PORTS_TRIED = 20
HIGHEST_PORT = 65535
SITE = Path(".cache/preview/site")


def preview(arguments: argparse.Namespace) -> int:
    """Serve and rebuild the site of `arguments.root`; return 1 where no port is free."""
    root: Path = arguments.root.resolve()
    board, terminal = Board(), Terminal()
    last = min(arguments.port + PORTS_TRIED, HIGHEST_PORT + 1)
    try:
        server = listen(live_handler(root / SITE, board), range(arguments.port, last))
    except NoFreePortError:
        terminal.line(f"端口 {arguments.port} 到 {last - 1} 都被占用，请用 --port 换一个。")
        return 1
    with _serving(server):
        _show(server, terminal)
        _keep_up_to_date(root, board, terminal)
    return 0


@contextmanager
def _serving(server: PreviewServer) -> Iterator[None]:
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    with server:
        try:
            yield
        finally:
            server.shutdown()


def _show(server: PreviewServer, terminal: Terminal) -> None:
    address = f"http://127.0.0.1:{server.server_port}/"
    terminal.line(f"预览地址：{address}（只有本机能看，按 Ctrl+C 结束）")
    terminal.line("正在生成网站，以后每次保存都会自动更新；草稿只在预览里能看到。")
    if sys.stdout.isatty() and _has_window():
        webbrowser.open(address)


def _keep_up_to_date(root: Path, board: Board, terminal: Terminal) -> None:
    """Watch and build until Ctrl+C, and leave no process behind."""
    events: SimpleQueue[Any] = SimpleQueue()
    watcher = Watcher(root, events)
    supervisor = Supervisor(root, root / SITE, board, terminal, events)
    watcher.start()
    try:
        supervisor.run()
    finally:
        supervisor.stop()
        watcher.stop()


def _has_window() -> bool:
    """Tell whether a browser can open a window; else a text browser would take the terminal."""
    if os.name == "nt" or sys.platform == "darwin":
        return True
    return any(name in os.environ for name in ("DISPLAY", "WAYLAND_DISPLAY"))
