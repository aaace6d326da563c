"""What was made of a file's bytes is kept, and found again by them: one SQLite database in a folder.

Nothing in it is trusted: an entry is JSON behind a digest of itself, and one that does not hold is as good as none. A
database that cannot be used costs nothing but the time it would have saved.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from collections.abc import Callable, Collection, Sequence
from hashlib import blake2b, sha256
from pathlib import Path
from types import TracebackType
from typing import Any, Self

_NAME = "memcon-1.sqlite3"
_SYSTEM = frozenset((
    sqlite3.SQLITE_PERM, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_INTERRUPT, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN,
))  # fmt: skip
"""Codes of SQLite for what the machine does not allow, and for no fault of the file."""
_FAULTS = (sqlite3.DatabaseError, UnicodeDecodeError)  # the second where a message quotes what is damaged
_LARGEST = 256 << 20  # bytes of entries that are kept
_MOST_STAMPS = 200_000
_PENDING = 1000  # entries written at a time
_DAY = 86_400
_RACE = 2_000_000_000  # nanoseconds: within them a file may change and keep its time, on the coarsest file systems
_TABLES = """
CREATE TABLE IF NOT EXISTS entries (key BLOB PRIMARY KEY, value BLOB, size INTEGER, used INTEGER) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS stamps (path BLOB PRIMARY KEY, stamp TEXT, digest BLOB, used INTEGER) WITHOUT ROWID;
"""


class Cache:
    """Texts by the bytes they were made of. `scope` is all else they depend on: other scopes see other entries."""

    def __init__(self, folder: Path, scope: bytes, largest: int = _LARGEST) -> None:
        self._path, self._scope, self._largest = folder / _NAME, scope, largest
        self._now = int(time.time())
        self._entries: list[tuple[bytes, bytes, int, int]] = []
        self._stamps: list[tuple[bytes, str, bytes, int]] = []
        self._database: sqlite3.Connection | None = None
        self._open()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def key(self, name: str, digest: bytes) -> bytes:
        """The key of an entry: the name by which a file is known to what is made of it, and the digest of its bytes."""
        return sha256(b"\0".join((self._scope, name.encode("utf-8", "surrogateescape"), digest))).digest()

    def digests(self, paths: Sequence[str]) -> list[bytes | None]:
        """The SHA-256 of each file that is as it was when it was noted; None where that is not sure."""
        stamps = {_absolute(path): _stamp(status) for path in paths if (status := _status(path)) is not None}
        rows = self._ask(f"SELECT path, stamp, digest FROM stamps WHERE path IN ({_marks(stamps)})", tuple(stamps))
        known = {path: digest for path, stamp, digest in rows if stamps.get(path) == stamp}
        found = (known.get(_absolute(path)) for path in paths)
        return [digest if isinstance(digest, bytes) else None for digest in found]

    def read(self, path: str, read: Callable[[str], bytes]) -> tuple[bytes, bytes]:
        """The bytes of a file, which `read` reads, and their SHA-256, which is noted. Raises what `read` raises."""
        before = _status(path)
        data = read(path)
        digest = sha256(data).digest()
        after = _status(path)
        if before and after and _stamp(before) == _stamp(after) and len(data) == after.st_size and _is_quiet(after):
            self._stamps.append((_absolute(path), _stamp(after), digest, self._now))
            self._write_if_many()
        return data, digest

    def get(self, key: bytes) -> str | None:
        """The text under a key."""
        return self.get_all((key,)).get(key)

    def get_all(self, keys: Sequence[bytes]) -> dict[bytes, str]:
        """The texts under those of the keys that have one."""
        found: dict[bytes, str] = {}
        if not keys:
            return found
        rows = self._ask(f"SELECT key, value, used FROM entries WHERE key IN ({_marks(keys)})", tuple(keys))
        for key, value, used in rows:
            if not isinstance(key, bytes) or not isinstance(value, bytes) or not isinstance(used, int):
                continue
            if self._now - used > _DAY:
                self._ask("UPDATE entries SET used = ? WHERE key = ?", (self._now, key))
            if _seal(key, value[16:]) == value[:16]:
                found[key] = value[16:].decode("ascii")
        return found

    def put(self, key: bytes, text: str) -> None:
        """Keep a text under a key."""
        value = text.encode("ascii")
        self._entries.append((key, _seal(key, value) + value, len(value), self._now))
        self._write_if_many()

    def close(self) -> None:
        """Write what was not written yet, and drop what was used longest ago where there is too much."""
        self._write()
        self._shrink()
        if self._database is not None:
            with contextlib.suppress(*_FAULTS):
                self._database.close()
            self._database = None

    def _write_if_many(self) -> None:
        if len(self._entries) + len(self._stamps) >= _PENDING:
            self._write()

    def _write(self) -> None:
        entries, stamps = self._entries, self._stamps
        self._entries, self._stamps = [], []

        def write(database: sqlite3.Connection) -> None:
            with database:
                database.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?)", entries)
                database.executemany("INSERT OR REPLACE INTO stamps VALUES (?, ?, ?, ?)", stamps)

        if entries or stamps:
            self._try(write)

    def _shrink(self) -> None:
        size = self._ask("SELECT coalesce(sum(size), 0), (SELECT count(*) FROM stamps) FROM entries", ())
        if not size:
            return
        if size[0][0] > self._largest:
            drop = (
                "DELETE FROM entries WHERE key IN (SELECT key FROM (SELECT key, sum(size) OVER "
                "(ORDER BY used DESC, key) AS upto FROM entries) WHERE upto > ?)"
            )
            self._ask(drop, (self._largest * 3 // 4,))
        if size[0][1] > _MOST_STAMPS:
            drop = "DELETE FROM stamps WHERE path IN (SELECT path FROM stamps ORDER BY used DESC LIMIT -1 OFFSET ?)"
            self._ask(drop, (_MOST_STAMPS * 3 // 4,))

    def _ask(self, sql: str, values: tuple[Any, ...]) -> list[tuple[Any, ...]]:
        def ask(database: sqlite3.Connection) -> list[tuple[Any, ...]]:
            with database:
                return database.execute(sql, values).fetchall()

        return self._try(ask) or []

    def _try(self, action: Callable[[sqlite3.Connection], Any]) -> Any:
        """What the action returns; None where the database cannot be used. A damaged one is made anew."""
        if self._database is None:
            return None
        try:
            return action(self._database)
        except _FAULTS as error:
            if _is_of_the_system(error):
                self._database = None
            else:
                self._discard()
                self._open()
        return None

    def _open(self) -> None:
        for _ in range(2):
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                self._database = sqlite3.connect(self._path, timeout=5)
                self._database.execute("PRAGMA journal_mode = WAL")
                self._database.execute("PRAGMA synchronous = NORMAL")
                self._database.executescript(_TABLES)
            except OSError:
                self._database = None
                return
            except _FAULTS as error:
                if _is_of_the_system(error):
                    self._database = None
                    return
                self._discard()
            else:
                return

    def _discard(self) -> None:
        if self._database is not None:
            with contextlib.suppress(*_FAULTS):
                self._database.close()
            self._database = None
        for end in ("", "-wal", "-shm"):
            with contextlib.suppress(OSError):
                self._path.with_name(self._path.name + end).unlink()


def _is_of_the_system(error: sqlite3.DatabaseError | UnicodeDecodeError) -> bool:
    """Whether the database is locked, read-only or out of room, and not damaged: then it is left as it is."""
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    return code & 0xFF in _SYSTEM


def _seal(key: bytes, value: bytes) -> bytes:
    return blake2b(value, digest_size=16, key=key).digest()


def _marks(values: Collection[object]) -> str:
    return ",".join("?" * len(values))


def _absolute(path: str) -> bytes:
    return os.fsencode(os.path.abspath(path))  # noqa: PTH100  # a tenth of the time that Path takes


def _status(path: str) -> os.stat_result | None:
    try:
        return os.stat(path)  # noqa: PTH116
    except (OSError, ValueError):
        return None


def _stamp(status: os.stat_result) -> str:
    parts = (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, status.st_dev)
    return ":".join(map(str, parts))


def _is_quiet(status: os.stat_result) -> bool:
    """Whether the last change is so long ago that another one would show."""
    return time.time_ns() - max(status.st_mtime_ns, status.st_ctime_ns) > _RACE
