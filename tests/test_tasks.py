"""The bootstrap and the tasks, up to the point where a feature takes over.

Making a real environment takes a network and a minute, so here stand its decisions: what is
refused, what is told, when the environment counts as made.
"""

import argparse
import ast
import importlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from invoke.collection import Collection
from invoke.program import Program

import tasks

ROOT = Path(tasks.__file__).parent
LOCKS = (ROOT / "requirements.lock", ROOT / ".ci" / "requirements.lock")


@pytest.fixture
def empty_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the tasks take an empty folder for the site."""
    for name in ("ROOT", "VENV", "VENV_PYTHON", "LOCK", "STAMP", "INSTALL_LOG", "ERROR_LOG"):
        monkeypatch.setattr(tasks, name, tmp_path / getattr(tasks, name).relative_to(ROOT))
    (tmp_path / "requirements.lock").write_text("pelican==4.12.0", encoding="utf-8")
    return tmp_path


def make_environment(site: Path, lock: str) -> None:
    """Put into the folder what an environment made from `lock` would leave behind."""
    (site / "requirements.lock").write_text(lock, encoding="utf-8")
    tasks.VENV_PYTHON.parent.mkdir(parents=True)
    tasks.VENV_PYTHON.touch()
    tasks.STAMP.write_text(tasks.stamp(), encoding="utf-8")


def tasks_command(*argv: str) -> subprocess.CompletedProcess[str]:
    """Run tasks.py as an editor does, in an environment with nothing in it."""
    command = [sys.executable, str(ROOT / "tasks.py"), *argv]
    return subprocess.run(command, capture_output=True, encoding="utf-8", env={}, check=False)


# Parsing


def test_python_3_6_can_parse_the_file() -> None:
    """An old Python must get as far as the line that refuses it."""
    source = (ROOT / "tasks.py").read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 6))
    assert "from __future__" not in source


def test_no_task_lists_every_task_that_is_there() -> None:
    """Called with nothing, the file says what it can do and succeeds, without making `.venv`."""
    answer = tasks_command()
    assert (answer.returncode, answer.stderr) == (0, "")
    listed = re.findall(r"^  (\S+)", answer.stdout, re.MULTILINE)
    assert listed == ["build", "check", "test", "preview", "bench", "print", "search-export"]
    assert listed == list(tasks.TASKS)


def test_unknown_task_is_refused_with_the_nearest() -> None:
    """A mistyped task costs one line, not a search."""
    answer = tasks_command("bulid")
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr == "没有“bulid”这个任务。是不是想写“build”？\n"


def test_every_task_has_its_function() -> None:
    """No task is listed or proposed that cannot be done."""
    for task in tasks.TASKS.values():
        module, _, function = task.target.partition(":")
        assert callable(getattr(importlib.import_module(module), function))


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["build", "--colour"], "写法不对：不认识 --colour。"),
        (["build", "--content"], "写法不对：--content：后面要写一个值。"),
        (["build", "--clean=1"], "写法不对：--clean：后面不能写值 '1'。"),
        (["build", "--workers", "0"], "写法不对：--workers：“0”不是正整数。"),
        (["build", "--scheduler", "foo"], "写法不对：--scheduler：“foo”不是调度器的地址"),
        (["build", "--today", "2022-02-30"], "写法不对：--today：“2022-02-30”不是日期"),
        (["check", "--format", "xml"], "写法不对：--format：不能是 'xml'，只能是"),
        (["print", "a", "b"], "写法不对：不认识 b。"),
        (["search-export"], "写法不对：还缺少：目录。"),
    ],
)
def test_wrong_call_is_refused_in_chinese(
    argv: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every way of calling a task wrongly leaves with 2 and one Chinese line."""
    with pytest.raises(SystemExit) as left:
        tasks.main(argv)
    captured = capsys.readouterr()
    assert left.value.code == 2
    assert captured.err.startswith(told)
    assert captured.err.count("\n") == 1
    assert captured.out == ""


@pytest.mark.parametrize("text", ["2022-3-9", "20220309", "2022-W10-3", "２０２２-03-09", "今天"])
def test_day_is_read_in_one_form_only(text: str) -> None:
    """Forms that some Pythons would read are not days of a command line."""
    with pytest.raises(argparse.ArgumentTypeError):
        tasks.calendar_day(text)


def test_options_reach_the_task_typed() -> None:
    """A task gets paths, days and numbers, and the folder of the site."""
    read = tasks.parse("build", ["--content", "a b", "--today", "2022-03-09", "--workers", "2"])
    assert (read.root, read.content, read.output) == (ROOT, Path("a b"), ROOT / "output")
    assert (read.today.isoformat(), read.workers, read.clean) == ("2022-03-09", 2, False)


def test_arguments_of_test_are_passed_on_untouched() -> None:
    """Pytest's own options are none of ours."""
    assert tasks.parse("test", ["-k", "a or b", "--help"]).rest == ["-k", "a or b", "--help"]


def test_help_of_every_task_is_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    """No line of help falls back to argparse's English."""
    for name in (name for name, task in tasks.TASKS.items() if task.options is not None):
        with pytest.raises(SystemExit):
            tasks.parse(name, ["--help"])
        told = capsys.readouterr().out
        assert told.startswith("用法：tasks.py " + name)
        assert not re.search(r"usage|options:|show this", told)


# Dispatching


def test_ctrl_c_leaves_with_130(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Stopping a task is no fault and shows no trace."""

    def stop(_argv: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(tasks, "dispatch", stop)
    assert tasks.main(["build"]) == 130
    assert capsys.readouterr().err == "已停止。\n"


def test_fault_of_the_program_shows_no_trace(
    empty_site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An editor reads one Chinese line; the trace is kept for whoever mends it."""

    def fail(_argv: list[str]) -> int:
        message = "a programmer's mistake"
        raise LookupError(message)

    monkeypatch.setattr(tasks, "dispatch", fail)
    log = empty_site / ".cache" / "last-error.log"
    assert tasks.main(["build"]) == 2
    assert capsys.readouterr().err == f"程序自身出错，没有做完。请把 {log} 交给维护人员。\n"
    assert "a programmer's mistake" in log.read_text(encoding="utf-8")


def test_a_path_that_is_not_of_characters_is_told_all_the_same() -> None:
    """A Chinese path under `LC_ALL=C` is bytes; what is wrong must be told all the same."""
    path = os.fsencode("党").decode("ascii", "surrogateescape")
    program = f"import tasks; tasks.speak_utf8(); tasks.tell({path!r} + '读不了')"
    command = [sys.executable, "-c", program]
    told = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=ROOT, check=True)
    assert told.stderr == "\\udce5\\udc85\\udc9a读不了\n"


def test_child_keeps_its_exit_code() -> None:
    """What a task answers is what its caller gets."""
    assert tasks.run([sys.executable, "-c", "raise SystemExit(7)"]) == 7


def test_invoke_has_the_same_tasks() -> None:
    """`inv --list` names what tasks.py names."""
    command = [sys.executable, "-m", "invoke", "--list", "--list-format", "flat"]
    answer = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=ROOT, check=True)
    assert re.findall(r"^  ([\w-]+)", answer.stdout, re.MULTILINE) == sorted(tasks.TASKS)


@pytest.mark.parametrize(
    ("argv", "called"),
    [
        (["print"], ["print"]),
        (["print", "--edition", "2022-03"], ["print", "2022-03"]),
        (["search-export", "out"], ["search-export", "out"]),
        (["test", "--", "-k", "colon and fence"], ["test", "-k", "colon and fence"]),
    ],
)
def test_invoke_calls_a_task_as_a_command_line_does(
    argv: list[str], called: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What may be left out may be so here too, and what is quoted stays one argument."""
    heard: list[list[str]] = []
    monkeypatch.setattr(tasks, "main", heard.append)
    monkeypatch.setattr(sys, "argv", ["inv", *argv])
    found = [tasks.invoke_task(name, task) for name, task in tasks.TASKS.items()]
    Program(namespace=Collection(*found)).run(exit=False)
    assert heard == [called]


def test_invoke_spells_options_as_on_a_command_line() -> None:
    """Flags stand alone, values follow their name, what was not given is left out."""
    flag, valued, place = tasks.option("--fix", ""), tasks.TODAY, tasks.option("edition", "")
    assert tasks.spelt(flag, value=True) == ["--fix"]
    assert tasks.spelt(flag, value=False) == []
    assert tasks.spelt(valued, "2022-03-09") == ["--today", "2022-03-09"]
    assert tasks.spelt(valued, None) == []
    assert tasks.spelt(place, "2022-03-09") == ["2022-03-09"]


# The environment


@pytest.mark.usefixtures("empty_site")
def test_no_environment_is_not_current() -> None:
    """A fresh clone has to be set up."""
    assert not tasks.is_current()


def test_environment_of_the_lock_is_current(empty_site: Path) -> None:
    """Nothing is installed twice."""
    make_environment(empty_site, "pelican==4.12.0")
    assert tasks.is_current()
    assert not tasks.prepare_environment()


def test_changed_lock_makes_the_environment_stale(empty_site: Path) -> None:
    """Whoever pulls a new lock gets its versions without being told."""
    make_environment(empty_site, "pelican==4.12.0")
    (empty_site / "requirements.lock").write_text("pelican==4.12.1", encoding="utf-8")
    assert not tasks.is_current()


def test_environment_of_another_python_is_stale(
    empty_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A package built for one Python is not used by the next."""
    make_environment(empty_site, "pelican==4.12.0")
    monkeypatch.setattr(sys, "version_info", (3, 14, 9, "final", 0))
    assert not tasks.is_current()


def test_half_made_environment_is_stale(empty_site: Path) -> None:
    """The stamp is written last; without it the folder is no environment."""
    make_environment(empty_site, "pelican==4.12.0")
    tasks.STAMP.unlink()
    assert not tasks.is_current()


@pytest.mark.usefixtures("empty_site")
def test_missing_ensurepip_names_the_package(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Debian's Python comes without venv: the line says what to install."""
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    assert tasks.main(["check"]) == 2
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    told = f"这台机器的 Python 缺少 venv 组件，请先安装 python3-venv（或 {package}）。\n"
    assert capsys.readouterr().err == told


@pytest.mark.skipif(sys.platform == "win32", reason="flock is of POSIX")
@pytest.mark.usefixtures("empty_site")
def test_one_process_at_a_time_makes_the_environment() -> None:
    """A second process finds the lock held, and free again afterwards."""
    with tasks.only_one(), (tasks.ROOT / ".cache" / "setup.lock").open("w") as second:
        assert not tasks.takes_lock(second)
    with (tasks.ROOT / ".cache" / "setup.lock").open("w") as second:
        assert tasks.takes_lock(second)


# Why an installation failed: pip's words as pip 22 to 26 writes them

MISSING_VERSION = """\
ERROR: Could not find a version that satisfies the requirement nh3==0.3.8 \
(from versions: 0.2.1, 0.3.0)
ERROR: No matching distribution found for nh3==0.3.8
"""
MISSING_PACKAGE = """\
ERROR: Could not find a version that satisfies the requirement colorama==0.4.6; \
sys_platform == "win32" (from versions: none)
ERROR: No matching distribution found for colorama==0.4.6; sys_platform == "win32"
"""
NO_CONNECTION = """\
WARNING: Retrying (Retry(total=0, connect=None, read=None, redirect=None, status=None)) after \
connection broken by 'NewConnectionError('<HTTPSConnection object>: Failed to establish a new \
connection: [Errno -3] Temporary failure in name resolution')': /simple/annotated-types/
ERROR: Could not find a version that satisfies the requirement \
annotated-types==0.8.0 (from versions: none)
ERROR: No matching distribution found for annotated-types==0.8.0
"""
SLOW_BUT_CONNECTED = (
    "WARNING: Retrying (Retry(total=4)) after connection broken by 'ReadTimeoutError'\n"
    + MISSING_VERSION
)
WRONG_HASH = """\
ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have updated the \
package versions, please update the hashes. Otherwise, examine the package contents carefully; \
someone may have tampered with them.
    blinker==1.9.0 from https://mirror.example/blinker-1.9.0-py3-none-any.whl:
        Expected sha256 0000
             Got        ba0e
"""
NO_SPACE = (
    "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device\n"
)
IN_USE = (
    "ERROR: Could not install packages due to an OSError: [WinError 5] Access is denied: 'x.pyd'\n"
)
ODD = "Traceback (most recent call last):\n  …\nAssertionError\n"


@pytest.mark.parametrize(
    ("output", "told"),
    [
        (MISSING_VERSION, "镜像缺少 nh3 0.3.8（"),
        (MISSING_PACKAGE, "镜像缺少 colorama 0.4.6，或者连不上镜像，"),
        (NO_CONNECTION, "网络不通，"),
        (SLOW_BUT_CONNECTED, "镜像缺少 nh3 0.3.8（"),
        (WRONG_HASH, "blinker 1.9.0 的哈希不符，"),
        (NO_SPACE, "磁盘空间不足，"),
        (IN_USE, "没有写入权限，或文件正被占用，"),
        (ODD, "原因不明，"),
    ],
)
def test_failed_installation_is_told_with_its_reason(output: str, told: str) -> None:
    """The owner learns what to mend, and no address of a mirror is shown."""
    line = tasks.failure(output)
    assert line.startswith("运行环境没有装好：" + told)
    assert "\n" not in line
    assert "https:" not in line


@pytest.mark.usefixtures("empty_site")
def test_failed_installation_keeps_its_log() -> None:
    """What pip said in full stays beside the environment it could not make."""
    said = "ERROR: something odd"
    with pytest.raises(tasks.NotReady, match=f"安装记录：{re.escape(str(tasks.INSTALL_LOG))}$"):
        tasks.install([sys.executable, "-c", f"raise SystemExit({said!r})"])
    assert said in tasks.INSTALL_LOG.read_text(encoding="utf-8")
    assert not tasks.is_current()


def test_system_error_is_told_like_pips() -> None:
    """A full disk may stop our own writing before it stops pip's."""
    error = OSError(28, os.strerror(28), "pyvenv.cfg")
    assert tasks.failure(str(error)).startswith("运行环境没有装好：磁盘空间不足，")


# The locks


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: str(lock.relative_to(ROOT)))
def test_lock_is_hashed_throughout_and_names_no_address(lock: Path) -> None:
    """Any index may serve the packages; none may change them."""
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*-(?!-hash)", text, re.MULTILINE)
    pins = re.findall(r"^[a-z0-9-]+==[^\s\\]+.*(?:\n    --hash=.*)*", text, re.MULTILINE)
    assert pins
    for pin in pins:
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", pin), pin


def test_locks_agree_on_the_packages_they_share() -> None:
    """Both are installed into one environment."""
    pattern = re.compile(r"^([a-z0-9-]+==[^\s\\]+(?: ;[^\\]*)?)", re.MULTILINE)
    site, ci = (pattern.findall(lock.read_text(encoding="utf-8")) for lock in LOCKS)
    names = {pin.partition("==")[0] for pin in site}
    shared = [pin for pin in ci if pin.partition("==")[0] in names]
    assert set(shared) <= set(site)
