"""`preview`: builds the site and shows it on this computer until Ctrl+C."""

import argparse
import os
import sys
import webbrowser
from pathlib import Path

from plugins.press.command import build
from plugins.preview.server import NoFreePortError, PreviewServer, listen

PORTS_TRIED = 20
HIGHEST_PORT = 65535


def preview(arguments: argparse.Namespace) -> int:
    """Build the site of `arguments.root` and serve it; return 1 where there is nothing to show."""
    output = arguments.root / "output"
    code = build(_build_arguments(arguments.root, output))
    if code and not (output / "index.html").is_file():
        _say("没有生成成功，也没有以前生成的网站可看。")
        return code
    if code:
        _say("没有生成成功，下面显示的是上一次生成的网站。")
    return _serve(output, arguments.port)


def _build_arguments(root: Path, output: Path) -> argparse.Namespace:
    return argparse.Namespace(
        root=root, content=root / "content", output=output, today=None, clean=False, no_rules=False
    )


def _serve(output: Path, port: int) -> int:
    last = min(port + PORTS_TRIED, HIGHEST_PORT + 1)
    try:
        server = listen(output, range(port, last))
    except NoFreePortError:
        _say(f"端口 {port} 到 {last - 1} 都被占用，请用 --port 换一个。")
        return 1
    with server:
        _show(server)
        server.serve_forever()
    return 0


def _show(server: PreviewServer) -> None:
    address = f"http://127.0.0.1:{server.server_port}/"
    _say(f"预览地址：{address}（只有本机能看，按 Ctrl+C 结束）")
    if sys.stdout.isatty() and _has_window():
        webbrowser.open(address)


def _has_window() -> bool:
    """Tell whether a browser can open a window; else a text browser would take the terminal."""
    if os.name == "nt" or sys.platform == "darwin":
        return True
    return any(name in os.environ for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
