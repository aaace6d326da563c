"""Files from outside the call: the built schemas that come with the package, and files that other files point to."""

from __future__ import annotations

import errno
import os
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


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


def reason(error: OSError) -> str:
    """What went wrong, without the path, which the reader of the message knows."""
    return error.strerror or (os.strerror(error.errno) if error.errno else str(error))
