"""Files from outside the call: the built schemas that come with the package, and files that other files point to."""

from __future__ import annotations

import errno
import os
import stat
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

_OPEN_STREAMS = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")


def schema_file(name: str) -> Traversable:
    """A built schema: from the installed package, or from the checkout's schemas/ beside src/."""
    packaged = files("memcon") / "schemas" / name
    if packaged.is_file():
        return packaged
    return files("memcon") / ".." / ".." / "schemas" / name


def read_linked(path: str | Path) -> bytes:
    """The bytes of a file that another file names. A pointer may say anything: OSError where there is no regular file,
    also where the name cannot be one, or leads to a device or a pipe that may never end."""
    if "\0" in str(path):
        raise OSError(errno.EINVAL, "a name cannot hold U+0000")
    if Path(path).exists() and not Path(path).is_file():
        raise OSError(errno.EISDIR if Path(path).is_dir() else errno.EINVAL, "not a file")
    return Path(path).read_bytes()


def read_input(path: str | Path) -> bytes:
    """The bytes of a file that a call names. OSError where there is no regular file (a pipe or a device may never
    end, and is not even waited for), or where it changed while it was read: half of one state and half of another is
    no file. Streams that are open already, such as a shell's <(...), are read to their end."""
    if str(path).startswith(_OPEN_STREAMS):
        return Path(path).read_bytes()
    with open(path, "rb", opener=_at_once) as file:  # Path.open takes no opener
        before = os.fstat(file.fileno())
        if not stat.S_ISREG(before.st_mode):
            raise OSError(errno.EISDIR if stat.S_ISDIR(before.st_mode) else errno.EINVAL, "not a regular file")
        data = file.read()
        after = os.fstat(file.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise OSError(errno.EAGAIN, "it changed while it was read")
    return data


def _at_once(path: str, flags: int) -> int:
    """Opens without waiting for another end of a pipe."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def reason(error: OSError) -> str:
    """What went wrong, without the path, which the reader of the message knows."""
    return error.strerror or (os.strerror(error.errno) if error.errno else str(error))
