"""validate --watch: a change is told at once, also to the files that point to what changed; Ctrl-C ends it."""

from __future__ import annotations

import queue
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from conftest import TEI
from harness import interruptible, memcon
from validation.test_foreign import GOOD, RNG

PATIENCE = 30.0
KOHL = "1991-02-23-gorbachev-kohl"


class Watcher:
    """memcon validate --watch in a process of its own."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.lines: queue.Queue[str] = queue.Queue()
        assert process.stdout is not None
        threading.Thread(target=self._read, args=(process.stdout,), daemon=True).start()

    def _read(self, stream: Iterator[str]) -> None:
        for line in stream:
            self.lines.put(line.rstrip("\n"))

    def round(self) -> list[str]:
        """The lines of the next round, up to the one that says how long it took."""
        said: list[str] = []
        while not any("waiting for changes" in line for line in said):
            said.append(self.lines.get(timeout=PATIENCE))
        return said

    def until(self, words: str) -> list[str]:
        """The lines of the round that says these words; rounds before it are passed over."""
        said = self.round()
        while not any(words in line for line in said):
            said = self.round()
        return said

    def end(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@contextmanager
def watching(*arguments: str | Path) -> Iterator[Watcher]:
    command = [sys.executable, "-m", "memcon", "validate", "--watch", "--format", "concise", *map(str, arguments)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, preexec_fn=interruptible
    ) as process:
        try:
            yield Watcher(process)
        finally:
            process.kill()


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    pytest.importorskip("watchfiles", reason="watchfiles is not installed")
    folder = tmp_path / "tei"
    (folder / "transcripts").mkdir(parents=True)
    for name in (f"{KOHL}.xml", "persons.xml", "transcripts/gorbachev-calls-1991-02-23.md"):
        shutil.copy(TEI / name, folder / name)
    return folder


def test_what_changes_is_told_and_the_code_is_that_of_the_last_state(edition: Path) -> None:
    with watching(edition) as watcher:
        assert not any("error" in line for line in watcher.round())
        (edition / "bad.xml").write_text("<TEI>")
        said = watcher.until("3 files checked: ")
        assert any(f"{edition / 'bad.xml'}:1:" in line and "MC401" in line for line in said)
        (edition / "bad.xml").unlink()
        watcher.until("2 files checked")
        assert watcher.end() == 0


def test_a_file_is_told_of_what_it_points_to(edition: Path) -> None:
    with watching(edition / f"{KOHL}.xml") as watcher:
        assert not any("error" in line for line in watcher.round())
        persons = edition / "persons.xml"
        persons.write_text(persons.read_text("utf-8").replace('xml:id="kohl"', 'xml:id="cabbage"'), "utf-8")
        said = watcher.until("MC503")
        assert any(f"{KOHL}.xml:" in line and "no xml:id 'kohl'" in line for line in said)
        (edition / "transcripts" / "gorbachev-calls-1991-02-23.md").unlink()
        assert any("transcript" in line and "MC104" in line for line in watcher.until("MC104"))
        assert watcher.end() == 1


def test_reports_that_are_written_are_no_changes(edition: Path) -> None:
    with watching(edition, "--format", f"junit={edition / 'report.xml'}", "--ignore", "MC4,MC5") as watcher:
        watcher.round()
        with pytest.raises(queue.Empty):
            watcher.lines.get(timeout=1)


def test_another_schema_that_changes(tmp_path: Path) -> None:
    pytest.importorskip("watchfiles", reason="watchfiles is not installed")
    (tmp_path / "schemas").mkdir()
    schema, talk = tmp_path / "schemas" / "talk.rng", tmp_path / "talk.xml"
    schema.write_text(RNG)
    talk.write_text(GOOD)
    with watching(talk, "--schema", schema) as watcher:
        assert not any("error" in line for line in watcher.round())
        schema.write_text(RNG.replace('name="q"', 'name="question"'))
        assert any("talk.xml:4:3: error MC404" in line for line in watcher.until("MC404"))
        schema.write_text("<grammar")
        watcher.until("MC409")
        schema.write_text(RNG)
        watcher.until("1 file checked")
        assert watcher.end() == 0


def test_there_is_nothing_to_watch_in_standard_input() -> None:
    ran = memcon("validate", "--watch", "-")
    assert ran.code == 2
    assert "standard input" in ran.err


def test_without_watchfiles_it_is_said_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    ran = memcon("validate", "--watch", tmp_path)
    assert ran.code == 2
    assert "pip install 'memcon[watch]'" in ran.err
