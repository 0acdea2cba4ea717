"""The tasks of this site: `python tasks.py TASK …`, or `inv TASK …`.

In: a command line, on a machine with nothing but Python 3.11 or newer. Out: the exit code of the
task: 0 well, 1 Problems, 2 a wrong call or a machine not ready, 130 after Ctrl+C.

The file first sees to `.venv` (the exact versions of requirements.lock), then starts itself again
in there, and only then imports the task's feature. Python 3.6 must still be able to parse it, so
that an old Python is answered in Chinese; `tests/test_tasks.py` holds this.
"""

import argparse
import contextlib
import hashlib
import importlib.util
import os
import re
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import IO, Any, NamedTuple, NoReturn

if sys.version_info < (3, 11):  # noqa: UP036 - whoever has an older one is to be told so
    sys.stderr.buffer.write("需要 Python 3.11 或更新的版本。\n".encode())
    sys.exit(2)

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "installed-lock"
INSTALL_LOG = VENV / "install.log"
ERROR_LOG = ROOT / ".cache" / "last-error.log"
STOPPED = 130
LAST_PORT = 65535


class Option(NamedTuple):
    """One argument of a task, as argparse takes it."""

    name: str
    settings: dict[str, Any]

    @property
    def key(self) -> str:
        """The name under which a task finds the value."""
        return self.name.lstrip("-").replace("-", "_")


class Task(NamedTuple):
    """One task: its line in the list, `module:function` in plugins/, and its options.

    Where `options` is None, everything after the task's name is passed on as `rest`.
    """

    summary: str
    target: str
    options: tuple[Option, ...] | None = ()


def option(name: str, text: str, **settings: object) -> Option:
    """Declare an option with its Chinese help."""
    return Option(name, {"help": text, **settings})


def calendar_day(text: str) -> date:
    """Read YYYY-MM-DD, and nothing looser: a task's day must mean the same everywhere."""
    with contextlib.suppress(ValueError):
        day = date.fromisoformat(text)
        if day.isoformat() == text:
            return day
    message = f"“{text}”不是日期，应写成 2022-03-09 的样子"
    raise argparse.ArgumentTypeError(message)


def port_number(text: str) -> int:
    """Read a port that a program may listen on."""
    if not text.isdecimal() or not 1 <= int(text) <= LAST_PORT:
        message = f"“{text}”不是端口号，应在 1 到 {LAST_PORT} 之间"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def positive_number(text: str) -> int:
    """Read a whole number from 1."""
    if not text.isdecimal() or int(text) < 1:
        message = f"“{text}”不是正整数"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def several_numbers(text: str) -> "list[int]":
    """Read whole numbers from 1, separated by commas."""
    return [positive_number(part) for part in text.split(",")]


def scheduler_address(text: str) -> str:
    """Read the address of a Dask scheduler."""
    if not re.fullmatch(r"(tcp|tls)://([^\s:/\[\]]+|\[[\da-fA-F:]+\]):\d{1,5}", text):
        message = f"“{text}”不是调度器的地址，应写成 tcp://192.168.1.5:8786 的样子"
        raise argparse.ArgumentTypeError(message)
    return text


CONTENT = option(
    "--content", "稿件与表格所在的目录", type=Path, metavar="目录", default=ROOT / "content"
)
TODAY = option(
    "--today",
    "把这一天当作今天，如 2022-03-09（默认为北京时间今天）",
    type=calendar_day,
    metavar="日期",
)

TASKS = {
    "build": Task(
        "检查内容并生成网站，放进 output/",
        "plugins.press.command:build",
        (
            CONTENT,
            option(
                "--output", "网站放到哪个目录", type=Path, metavar="目录", default=ROOT / "output"
            ),
            TODAY,
            option("--clean", "不看上次的结果，全部重新生成", action="store_true"),
            option("--paranoid", "不信文件的大小和时间，逐个核对内容", action="store_true"),
            option("--no-rules", "暂不查文字与隐私（结构错误仍会拦下）", action="store_true"),
            option(
                "--workers",
                "同时用几个进程，连主进程在内（默认每个处理器一个）",
                type=positive_number,
                metavar="个数",
            ),
            option(
                "--scheduler",
                "请别的计算机帮忙：Dask 调度器的地址，如 tcp://192.168.1.5:8786",
                type=scheduler_address,
                metavar="地址",
            ),
            option("--explain", "说明某一页为什么重新生成", metavar="页面"),
            option("--report", "把各步数量与用时写进这个 JSON 文件", type=Path, metavar="文件"),
        ),
    ),
    "check": Task(
        "只检查内容，不生成网站",
        "plugins.checking.command:check",
        (
            CONTENT,
            option(
                "--format",
                "结果的写法：text、json 或 github",
                choices=("text", "json", "github"),
                default="text",
            ),
            option("--fix", "改好能放心自动改的地方", action="store_true"),
            option("--since", "只报告这个 Git 版本以后改动的文件", metavar="版本"),
            TODAY,
        ),
    ),
    "test": Task("运行程序自身的测试（后面的参数交给 pytest）", "tasks:test", None),
    "preview": Task(
        "在本机预览网站，保存后自动更新，草稿也能看到",
        "plugins.preview.command:preview",
        (option("--port", "端口号", type=port_number, metavar="端口", default=8000),),
    ),
    "bench": Task(
        "测量生成速度：从零、没有改动、改一篇……",
        "plugins.bench.command:bench",
        (
            option("--items", "稿件篇数", type=positive_number, metavar="篇数", default=1000),
            option(
                "--corpus",
                "语料文件（每行一篇的 .jsonl.gz），不够就变着样子重复；不给就自造",
                type=Path,
                metavar="文件",
            ),
            option("--domain", "给测量用的网站写上域名，于是有订阅和站点地图", metavar="域名"),
            option(
                "--search",
                "改测搜索：结果对不对、要传多少字节、多快、索引多大（要有 Chromium）",
                action="store_true",
            ),
            option(
                "--beside",
                "同样的稿件也用 Hugo 和原版 Pelican 生成；测搜索时同 Pagefind 比",
                action="store_true",
            ),
            option(
                "--pairs", "轮流测几轮，取中位数", type=positive_number, metavar="轮数", default=1
            ),
            option("--serve", "也测预览：保存以后多久看到新页", action="store_true"),
            option(
                "--growth",
                "不用 --items，依次测这些篇数，看用时怎样增长，如 1000,3000,10000",
                type=several_numbers,
                metavar="篇数",
            ),
            option("--chart", "把增长画成图，写进这个 SVG 文件", type=Path, metavar="文件"),
            option("--json", "把全部原始数字写进这个 JSON 文件", type=Path, metavar="文件"),
            option("--no-rules", "生成时暂不查文字与隐私", action="store_true"),
            option("--no-search", "生成时不做搜索的索引", action="store_true"),
        ),
    ),
    "print": Task(
        "把一个版做成可打印的 PDF",
        "plugins.editions.command:print_edition",
        (
            option("edition", "版的日期，如 2022-03；不写就列出现有的版", nargs="?", metavar="版"),
            CONTENT,
            option(
                "--output",
                "PDF 写到哪个文件（默认是当前目录的 edition-日期.pdf）",
                type=Path,
                metavar="文件",
            ),
            TODAY,
        ),
    ),
    "search-export": Task(
        "把能搜到的内容写成 OpenSearch 的导入文件（稿件多到要用服务器时）",
        "plugins.search.command:export",
        (option("folder", "写到哪个目录", type=Path, metavar="目录"), CONTENT, TODAY),
    ),
}


def test(arguments: argparse.Namespace) -> int:
    """Run the tests of the code."""
    return run([sys.executable, "-m", "pytest", *arguments.rest], directory=ROOT)


def main(argv: list[str]) -> int:
    """Run the task named in `argv` and return the exit code; nothing gets past it as a trace."""
    speak_utf8()
    try:
        return dispatch(argv)
    except NotReady as error:
        return refuse(str(error))
    except KeyboardInterrupt:
        tell("已停止。")
        return STOPPED
    except Exception:  # noqa: BLE001 - the last resort: an editor never sees a stack trace
        return refuse(f"程序自身出错，没有做完。请把 {keep_trace()} 交给维护人员。")


def dispatch(argv: list[str]) -> int:
    """Answer what can be answered at once; take the rest into `.venv`."""
    if not argv or argv[0] in ("-h", "--help"):
        sys.stdout.write(task_list())
        return 0
    name, *rest = argv
    if name not in TASKS:
        return refuse(f"没有“{name}”这个任务。{hint(name)}")
    arguments = parse(name, rest)
    if prepare_environment() or not is_inside():
        return hand_over(argv)
    module, _, function = TASKS[name].target.partition(":")
    code: int = getattr(importlib.import_module(module), function)(arguments)
    return code


def task_list() -> str:
    """List the tasks, with what each is for."""
    lines = "\n".join(f"  {name:<15}{task.summary}" for name, task in TASKS.items())
    usage = "用法：python tasks.py 任务 [参数]"
    return f"{usage}\n\n任务：\n{lines}\n\n看某个任务的参数：python tasks.py 任务 --help\n"


def hint(name: str) -> str:
    """Name the task that was probably meant, or say where the list is."""
    from plugins.problems.nearest import nearest_of  # noqa: PLC0415 - only a mistyped task needs it

    near = nearest_of(name, TASKS)
    return f"是不是想写“{near}”？" if near else "可用的任务：" + "、".join(TASKS) + "。"


def parse(name: str, rest: list[str]) -> argparse.Namespace:
    """Read the options of a task; a task finds the folder of the site in `root`."""
    options = TASKS[name].options
    if options is None:
        return argparse.Namespace(root=ROOT, rest=rest)
    parser = ChineseParser(
        prog="tasks.py " + name,
        description=TASKS[name].summary,
        formatter_class=ChineseHelp,
        add_help=False,
        allow_abbrev=False,
    )
    group = parser.add_argument_group("参数")
    for item in options:
        group.add_argument(item.name, **item.settings)
    group.add_argument("-h", "--help", action="help", help="显示这段说明")
    return parser.parse_args(rest, argparse.Namespace(root=ROOT))


class ChineseHelp(argparse.HelpFormatter):
    """Help whose one English word is put into Chinese."""

    def add_usage(
        self,
        usage: str | None,
        actions: Any,
        groups: Any,
        prefix: str | None = None,
    ) -> None:
        """Say 用法 for usage."""
        super().add_usage(usage, actions, groups, prefix or "用法：")


class ChineseParser(argparse.ArgumentParser):
    """A parser that refuses a wrong call in one Chinese line."""

    wordings = (
        (r"argument (\S+): ", r"\1："),
        (r"the following arguments are required: (.+)", r"还缺少：\1"),
        (r"unrecognized arguments: (.+)", r"不认识 \1"),
        (r"expected (one|at least one) argument", "后面要写一个值"),
        (r"ignored explicit argument (.+)", r"后面不能写值 \1"),
        (r"invalid choice: (\S+?),?\s.*choose from (.+)\)", r"不能是 \1，只能是 \2"),
    )

    def error(self, message: str) -> NoReturn:
        """Put argparse's sentence into Chinese and leave with 2."""
        for english, chinese in self.wordings:
            message = re.sub(english, chinese, message)
        sys.exit(refuse(f"写法不对：{message}。看写法：python {self.prog} --help"))


def speak_utf8() -> None:
    """Make every stream and every child process speak UTF-8, whatever the system's code page.

    A path need not be of characters: under `LC_ALL=C` those of a Chinese name are its bytes.
    """
    os.environ["PYTHONUTF8"] = "1"
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]


def tell(line: str) -> None:
    """Print one line to standard error; standard output belongs to the tasks."""
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


def refuse(line: str) -> int:
    """Tell why the task did not run, and give the exit code of that."""
    tell(line)
    return 2


def keep_trace() -> Path:
    """Write the current exception to `.cache/last-error.log` for whoever mends it."""
    import traceback  # noqa: PLC0415 - only a fault pays for it

    with contextlib.suppress(OSError):  # a full disk must not hide the message behind its own
        ERROR_LOG.parent.mkdir(exist_ok=True)
        ERROR_LOG.write_text(traceback.format_exc(), encoding="utf-8")
    return ERROR_LOG


# The environment: made when the stamp in it does not match, written last, so that a half-made one
# is made again.


class NotReady(Exception):  # noqa: N818 - a state of the machine, told to its owner
    """The environment cannot be made; the message says in Chinese why and what to do."""


def prepare_environment() -> bool:
    """Make `.venv` anew unless it is what requirements.lock asks for; tell whether it was made."""
    if is_current():
        return False
    try:
        with only_one():
            if not is_current():  # while this process waited, another may have made it
                make_environment()
    except OSError as error:
        raise NotReady(failure(str(error))) from error
    return True


def is_current() -> bool:
    """Compare the stamp with requirements.lock and the Python that would run."""
    try:
        return VENV_PYTHON.exists() and STAMP.read_text(encoding="utf-8") == stamp()
    except FileNotFoundError:
        return False


def stamp() -> str:
    """Name the lock by its digest, and the Python."""
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    return "{} {}.{}.{}".format(digest, *sys.version_info)


def is_inside() -> bool:
    """Tell whether this process runs in `.venv`."""
    return Path(sys.prefix).samefile(VENV)


@contextlib.contextmanager
def only_one() -> Iterator[None]:
    """Let one process at a time make the environment; the others wait.

    The system itself lets go of the lock when its holder ends, however it ends: it is never stale.
    """
    folder = ROOT / ".cache"
    folder.mkdir(exist_ok=True)
    with (folder / "setup.lock").open("w") as handle:
        if not takes_lock(handle):
            tell("另一个命令正在准备运行环境，请稍候……")
            while not takes_lock(handle):
                time.sleep(0.5)
        yield


def takes_lock(handle: IO[str]) -> bool:
    """Lock the file for this process, unless another one holds it; tell whether that went."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - exists on Windows only

            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - does not exist on Windows

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def make_environment() -> None:
    """Make `.venv` from nothing, install the lock, write the stamp."""
    if importlib.util.find_spec("ensurepip") is None:
        package = "python{}.{}-venv".format(*sys.version_info)
        message = f"这台机器的 Python 缺少 venv 组件，请先安装 python3-venv（或 {package}）。"
        raise NotReady(message)
    tell("正在准备运行环境，第一次约需一分钟……")
    install([interpreter(), "-I", "-m", "venv", "--clear", str(VENV)])
    pip = [str(VENV_PYTHON), "-I", "-X", "utf8", "-m", "pip", "install", *PIP_OPTIONS]
    install([*pip, "--requirement", str(LOCK)])
    STAMP.write_text(stamp(), encoding="utf-8")
    tell("运行环境已备好。")


# Wheels only: building a source package would fetch build tools that no hash covers.
PIP_OPTIONS = (
    *("--require-hashes", "--no-deps", "--only-binary", ":all:"),
    *("--no-input", "--disable-pip-version-check", "--progress-bar", "off"),
)


def interpreter() -> str:
    """Find this Python; it does not know its own path when started without PATH (`env -i`)."""
    import shutil  # noqa: PLC0415 - only a bootstrap pays for it

    return sys.executable or shutil.which("python3", path=os.defpath) or "python3"


def install(command: list[str]) -> None:
    """Run one step of the installation and keep what it said in `.venv/install.log`.

    The owner's settings count as to where packages come from, not as to where they go.
    """
    import subprocess  # noqa: PLC0415 - only a bootstrap pays for it

    elsewhere = {"PIP_TARGET", "PIP_PREFIX", "PIP_ROOT"}
    environment = {key: value for key, value in os.environ.items() if key not in elsewhere}
    done = subprocess.run(  # noqa: S603 - our own commands
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        env={**environment, "PIP_USER": "0"},
        check=False,
    )
    VENV.mkdir(exist_ok=True)
    INSTALL_LOG.write_text(done.stdout, encoding="utf-8")
    if done.returncode:
        message = f"{failure(done.stdout)}安装记录：{INSTALL_LOG}"
        raise NotReady(message)


# Why an installation failed: what pip or the system says, and what the owner is told. The first
# that is found counts: pip says "from versions: none" also when it could reach no index at all.
PINNED = r"(?P<name>[\w.-]+)==(?P<version>[^\s;]+)"
UNREACHABLE = (
    r"connection broken by|Could not fetch URL|Read timed out|Max retries exceeded|SSLError"
    r"|name resolution|\b40[137] Client Error|\b5\d\d Server Error"
)
FAILURES = {
    r"No space left on device|Disk quota exceeded|WinError 112": "磁盘空间不足，请清理后重试",
    rf"DO NOT MATCH THE HASHES.*\n\s+{PINNED}": (
        "{name} {version} 的哈希不符，下载到的不是登记的文件，"
        "请运行 pip cache purge 后重试，仍不行请换镜像"
    ),
    rf"satisfies the requirement {PINNED}.*\(from versions: (?!none\))": (
        "镜像缺少 {name} {version}（或没有适合这个 Python 的安装包），请换镜像或等它同步"
    ),
    UNREACHABLE: "网络不通，请检查网络、代理和 pip 镜像设置",
    rf"satisfies the requirement {PINNED}": (
        "镜像缺少 {name} {version}，或者连不上镜像，请检查网络和 pip 镜像设置"
    ),
    r"Permission denied|Access is denied|Read-only file system|WinError (?:5|32)\b": (
        "没有写入权限，或文件正被占用，请关闭正在运行的预览，检查目录权限后重试"
    ),
}


def failure(output: str) -> str:
    """Say why the environment was not made, and what to do."""
    reason = "原因不明，请交给维护人员"
    for pattern, wording in FAILURES.items():
        found = re.search(pattern, output)
        if found:
            reason = wording.format(**found.groupdict())
            break
    return f"运行环境没有装好：{reason}。"


def hand_over(argv: list[str]) -> int:
    """Start this file again in `.venv`."""
    command = [str(VENV_PYTHON), str(ROOT / "tasks.py"), *argv]
    # Windows cannot replace a process, and `inv` may have further tasks to run in this one.
    if os.name != "nt" and "invoke" not in sys.modules:
        os.execv(command[0], command)  # noqa: S606 - our own command
    return run(command)


def run(command: list[str], directory: Path | None = None) -> int:
    """Run a command to its end and give its exit code; it hears Ctrl+C itself and ends in order."""
    import subprocess  # noqa: PLC0415 - handing over by execv does not need it

    stopped = False
    with subprocess.Popen(command, cwd=directory) as process:  # noqa: S603 - our own commands
        while process.poll() is None:
            try:
                process.wait()
            except KeyboardInterrupt:
                stopped = True
    return STOPPED if stopped else process.returncode


def invoke_task(name: str, task: Task) -> Any:
    """Wrap a task for `inv`: its options become parameters, and those a command line again."""
    import inspect  # noqa: PLC0415 - only `inv` pays for it

    from invoke.context import Context  # noqa: PLC0415
    from invoke.tasks import Task as InvokeTask  # noqa: PLC0415

    def body(context: Context, **values: str | bool | None) -> None:
        argv = [part for item in options for part in spelt(item, values[item.key])]
        # `inv` itself hands on what stands behind `--` as one text, from which quotes are gone.
        rest = sys.argv[sys.argv.index("--") + 1 :] if context.remainder else []
        code = main([name, *argv, *rest])
        if code:
            sys.exit(code)

    options = task.options or ()
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    parameters = [inspect.Parameter(item.key, kind, default=unset(item)) for item in options]
    context = inspect.Parameter("context", kind)
    body.__signature__ = inspect.Signature([context, *parameters])  # type: ignore[attr-defined]
    body.__doc__ = task.summary
    texts = {item.key: item.settings["help"] for item in options}
    return InvokeTask(body, name=name, help=texts, auto_shortflags=False)


def unset(item: Option) -> Any:
    """Return what `inv` takes an option for that was not given; what must be has nothing."""
    import inspect  # noqa: PLC0415 - only `inv` pays for it

    if item.name.startswith("-") or item.settings.get("nargs") == "?":
        return False if "action" in item.settings else None
    return inspect.Parameter.empty


def spelt(item: Option, value: str | bool | None) -> list[str]:  # noqa: FBT001 - as `inv` gives it
    """Write an option and its value as on a command line."""
    if value is None or value is False:
        return []
    name = [item.name] if item.name.startswith("-") else []
    return name if value is True else [*name, str(value)]


if "invoke" in sys.modules:
    from invoke.collection import Collection

    namespace = Collection(*[invoke_task(name, task) for name, task in TASKS.items()])

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
