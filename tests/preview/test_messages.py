"""Problems of the preview itself."""

from pathlib import Path

import pytest

from plugins.preview import messages
from plugins.problems import Place

ROOT = Path("/site")
LOG = ROOT / ".cache/last-error.log"
TRACE = """\
Traceback (most recent call last):
  File "<frozen runpy>", line 198, in _run_module_as_main
  File "/site/plugins/news/plugin.py", line 12, in pages_of_news
    return list(news_pages(bulletin))
  File "/site/plugins/news/home.py", line 40, in home_page
    raise KeyError(lead)
  File "/site/.venv/lib/jinja2/environment.py", line 9, in render
KeyError: 'lead'
"""


@pytest.mark.parametrize(
    ("trace", "place"),
    [
        (TRACE, Place("plugins/news/home.py", 40)),
        ('Traceback\n  File "/elsewhere/a.py", line 3\nOSError: no', Place("plugins")),
    ],
)
def test_a_fault_stands_at_the_last_line_of_our_own(trace: str, place: Place) -> None:
    """Libraries are not where a programmer looks first."""
    assert messages.program_fault(trace, ROOT, LOG).place == place


def test_a_fault_is_told_in_the_programs_words() -> None:
    """They are for programmers; the remedy is for editors."""
    problem = messages.program_fault(TRACE, ROOT, LOG)
    assert problem.message == "程序自身出错：KeyError: 'lead'"
    assert str(LOG) in problem.remedy


@pytest.mark.parametrize(("code", "how"), [(-9, "信号 9"), (1, "代码 1")])
def test_an_end_without_a_word_is_told_by_its_code(code: int, how: str) -> None:
    """A system that kills leaves no trace."""
    assert how in messages.builder_ended(code).message
