"""Why a file could not be written, in words for whoever wanted it written."""

import errno

WHY = {
    errno.ENOSPC: "磁盘空间不足",
    errno.EDQUOT: "磁盘配额用完了",
    errno.EFBIG: "文件超过了系统允许的大小",
    errno.EROFS: "那里是只读的",
    errno.EACCES: "没有写入权限，或文件正被别的程序打开",
    errno.EPERM: "系统不允许写入",
    errno.EISDIR: "那里已有一个同名的目录",
    errno.ENOENT: "没有这个目录",
    errno.ENOTDIR: "路上有一个同名的文件",
    errno.ELOOP: "路上有符号链接，可能写到别处去",
    errno.ENAMETOOLONG: "路径太长",
}


def why_not_written(fault: OSError) -> str:
    """Say what prevented it; in the system's own words where it is none of the usual."""
    return WHY.get(fault.errno or 0, fault.strerror or str(fault))
