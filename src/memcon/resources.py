"""Files from outside the call: the built schemas that come with the package, and files that other files point to."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import stat
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_OPEN_STREAMS = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")


def schema_file(name: str) -> Traversable:
    """A built schema: from the installed package, or from the checkout's schemas/ beside src/."""
    folder: Traversable = Path(__file__).parent
    if not folder.is_dir():
        from importlib.resources import files  # it takes long to load, and is needed where the package is no folder

        folder = files("memcon")
    packaged = folder / "schemas" / name
    if packaged.is_file():
        return packaged
    return folder / ".." / ".." / "schemas" / name


def read_linked(path: str | Path) -> bytes:
    """The bytes of a file that another file names. A pointer may say anything: OSError where there is no regular file,
    also where the name cannot be one, or leads to a device or a pipe that may never end."""
    if "\0" in str(path):
        raise OSError(errno.EINVAL, "a name cannot hold U+0000")
    mode = Path(path).stat().st_mode
    if not stat.S_ISREG(mode):
        raise OSError(errno.EISDIR if stat.S_ISDIR(mode) else errno.EINVAL, "not a file")
    return Path(path).read_bytes()


class Outside:
    """What is looked at beside the files of a call."""

    def read(self, path: str) -> bytes:
        """The bytes of a file that another file names; OSError as `read_linked` raises it."""
        return read_linked(path)

    def names(self, folder: str) -> Sequence[str]:
        """The names of what is in a folder, in order; none where it cannot be read."""
        try:
            return sorted(each.name for each in Path(folder).iterdir())
        except (OSError, ValueError):
            return ()


class Noted(Outside):
    """The same, and it is noted, so that it can be told later whether anything changed."""

    def __init__(self) -> None:
        self._files: dict[str, bytes] = {}
        self._folders: dict[str, bytes] = {}

    def read(self, path: str) -> bytes:
        """The bytes of a file that another file names; OSError as `read_linked` raises it."""
        self._files[path] = b""
        data = super().read(path)
        self._files[path] = sha256(data).digest()
        return data

    def names(self, folder: str) -> Sequence[str]:
        """The names of what is in a folder, in order; none where it cannot be read."""
        names = super().names(folder)
        self._folders[folder] = sha256("/".join(names).encode("utf-8", "surrogateescape")).digest()
        return names

    def seen(self) -> str:
        """What was looked at, and how it was, in one line."""
        told = [{path: digest.hex() for path, digest in noted.items()} for noted in (self._files, self._folders)]
        return json.dumps(told, separators=(",", ":"))

    @classmethod
    def is_as(cls, seen: str) -> bool:
        """Whether all that was `seen` is as it was; ValueError where the text is something else."""
        now = cls()
        match json.loads(seen):
            case [dict(known), dict(folders)]:
                for path in known:
                    with contextlib.suppress(OSError):
                        now.read(path)
                for folder in folders:
                    now.names(folder)
            case _:
                raise ValueError("not what was seen")
        return now.seen() == seen


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
