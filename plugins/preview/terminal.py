"""What the preview says on the terminal: each thing once, however often it is found again."""

import sys
from typing import Any

from plugins.preview.state import State
from plugins.problems.telling import tell

CLEARED = "\r\x1b[K"


class Terminal:
    """Lines for people; how far a build is stands in a line of its own that the next one takes."""

    def __init__(self) -> None:
        """Begin with nothing told."""
        self._told = State().problems
        self._is_ready = False
        self._has_step = False

    def line(self, text: str) -> None:
        """Say one line."""
        self._clear()
        sys.stdout.write(text + "\n")
        sys.stdout.flush()

    def step(self, text: str) -> None:
        """Show how far a build is, where somebody watches."""
        if sys.stdout.isatty():
            sys.stdout.write(f"{CLEARED}{text}……")
            sys.stdout.flush()
            self._has_step = True

    def built(self, state: State, built: dict[str, Any] | None) -> None:
        """Tell what a build came to: its problems if they are new, its numbers if it wrote."""
        self._clear()
        if state.problems != self._told:
            self._told = state.problems
            tell(state.problems, otherwise="没有问题了。\n")
            if state.has_errors:
                self.line("没有生成成功，预览里还是上一次的网站；改好保存后会自动更新。")
        if built and not state.has_errors and (built["written"] or not self._is_ready):
            self._is_ready = True
            self.line(_sentence(state, built))

    def _clear(self) -> None:
        if self._has_step:
            sys.stdout.write(CLEARED)
            sys.stdout.flush()
            self._has_step = False


def _sentence(state: State, built: dict[str, Any]) -> str:
    return (
        f"{state.built_at} 已生成 {built['pages']} 页，更新 {built['written']} 个文件，"
        f"用时 {built['seconds']:.1f} 秒。"
    )
