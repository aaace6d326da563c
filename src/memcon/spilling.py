"""A list of texts that takes no memory to speak of: the first of them are kept there, many lie in a temporary file."""

from __future__ import annotations

import io
import weakref
from array import array
from collections.abc import Sequence
from typing import IO, overload

_IN_MEMORY = 1 << 19  # bytes


class Texts(Sequence[str]):
    """Texts in the order in which they were added. Where there is no room for a temporary file all stay in memory."""

    def __init__(self, in_memory: int = _IN_MEMORY) -> None:
        self._ends = array("q", (0,))
        self._file: IO[bytes] = io.BytesIO()
        self._most: float = in_memory

    def append(self, text: str) -> None:
        """Add a text."""
        data = text.encode("utf-8", "surrogatepass")
        if self._ends[-1] + len(data) > self._most:
            self._spill()
        self._file.seek(self._ends[-1])
        self._file.write(data)
        self._ends.append(self._ends[-1] + len(data))

    def _spill(self) -> None:
        import tempfile  # it takes time to load, and few runs need it

        self._most = float("inf")
        try:
            file = tempfile.TemporaryFile(prefix="memcon-")  # noqa: SIM115  # it is open as long as the list is there
        except OSError:
            return
        file.write(self._file.getbuffer() if isinstance(self._file, io.BytesIO) else b"")
        weakref.finalize(self, file.close)
        self._file = file

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(len(self)))]
        number = range(len(self))[at]
        start, end = self._ends[number], self._ends[number + 1]
        self._file.seek(start)
        return self._file.read(end - start).decode("utf-8", "surrogatepass")
