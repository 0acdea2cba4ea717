"""What the workforce tells: helpers that were not to be had or got lost. No page is ever lost."""

from collections.abc import Mapping

from plugins.problems import Place, Problem, warning

HERE_INSTEAD = "这次由本机完成，网站不受影响"
SAME_PACKAGES = (
    "在工作机上用同样版本的 Python 和 zlib 安装同一份 requirements.lock，再启动 dask worker"
)


def process_lost(reason: str) -> Problem:
    """Tell that a process of this computer did not bring its result."""
    return warning(
        Place("--workers"),
        "process-lost",
        f"辅助进程中途退出{reason}，没做完的已由本进程补做，网站不受影响",
        "不用处理；经常出现时多半是内存不足，可用 --workers 1 只用一个进程",
    )


def package_missing(scheduler: str, python: str) -> Problem:
    """Tell that the optional package for work elsewhere is not installed."""
    return warning(
        Place(scheduler),
        "scheduler-package-missing",
        f"用 --scheduler 需要 distributed，现在没有安装；{HERE_INSTEAD}",
        f"运行 {python} -m pip install distributed",
    )


def scheduler_unreachable(scheduler: str, seconds: int) -> Problem:
    """Tell that nobody answers at the address of the scheduler."""
    return warning(
        Place(scheduler),
        "scheduler-unreachable",
        f"{seconds} 秒内连不上这个调度器；{HERE_INSTEAD}",
        "检查地址和网络，确认 dask scheduler 正在运行",
    )


def workers_unusable(scheduler: str, objections: Mapping[str, str]) -> Problem:
    """Tell that no worker of a cluster would make the same bytes."""
    told = "；".join(f"{worker}：{objection}" for worker, objection in objections.items())
    return warning(
        Place(scheduler),
        "workers-unusable",
        f"这个调度器没有能用的工作机（{told or '一台也没有连上'}）；{HERE_INSTEAD}",
        SAME_PACKAGES,
    )


def worker_refused(worker: str, objection: str) -> Problem:
    """Tell that one worker would not make the same bytes and got no work."""
    return warning(Place(worker), "worker-refused", f"没有用这台工作机：{objection}", SAME_PACKAGES)


def worker_lost(worker: str) -> Problem:
    """Tell that a worker went away while it was needed."""
    return warning(
        Place(worker),
        "worker-lost",
        "这台工作机中途断开，没做完的已由别处补做，网站不受影响",
        "不用处理；经常出现时检查它的内存和网络",
    )


def cluster_lost(scheduler: str, reason: str) -> Problem:
    """Tell that a cluster did not bring a result, and that this computer went on without it."""
    return warning(
        Place(scheduler),
        "cluster-lost",
        f"与这个调度器的合作中断了{reason}；{HERE_INSTEAD}",
        "不用处理；经常出现时检查调度器、工作机和网络",
    )
