"""Running the command line in the tests: in this process where that is enough, in one of its own where it is not."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from memcon.cli import main

TALK = """Memorandum of Conversation between Anna Bell and Carl Dorn

Moscow, May 3, 1975

Bell: Good morning. We have come a long way.

Dorn: Good morning, Ms. Bell.

Bell: Let us begin.

Dorn: I agree.

[Source: Archive of the Foundation. Fond 1, Opis 2.]
"""


@dataclass(frozen=True)
class Ran:
    """How a call of memcon ended."""

    code: int
    out: str
    err: str

    @property
    def codes(self) -> list[str]:
        """The codes in concise output, in order."""
        lines = [*self.out.splitlines(), *self.err.splitlines()]
        return [word for line in lines for word in line.split()[1:4] if word[:2] == "MC" and word[2:].isdigit()]


def memcon(*arguments: str | Path, stdin: bytes = b"") -> Ran:
    """A call in this process, with findings one a line."""
    words = [str(word) for word in arguments]
    if words and words[0] in ("convert", "verify", "validate", "fix", "render") and "--format" not in words:
        words[1:1] = ["--format", "concise"]
    result = CliRunner().invoke(main, words, input=stdin, prog_name="memcon")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Ran(result.exit_code, result.stdout_bytes.decode(), result.stderr_bytes.decode())


def spawned(
    *arguments: str | bytes | Path, stdin: bytes = b"", folder: Path | None = None, env: dict[str, str] | None = None
) -> Ran:
    """A call in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "memcon", *arguments], input=stdin, capture_output=True, cwd=folder, check=False,
        env={**os.environ, **(env or {})}, timeout=60,
    )  # fmt: skip
    return Ran(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))


def interruptible() -> None:
    """For `preexec_fn`: Ctrl-C is heard, also where whoever started the tests had it ignored (a job of `nohup`)."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def talk(folder: Path, name: str = "talk.txt", text: str = TALK) -> Path:
    """A transcript in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def locked(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Folders of this name may not be read from now on; whoever runs the tests may read everything."""
    scandir = os.scandir

    def refusing(path: str | Path) -> Any:
        if str(path).endswith(name):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr("os.scandir", refusing)
