"""Writing: aside, then renamed; never half, never over an edit."""

from __future__ import annotations

import errno
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from memcon.conversion import Document, convert
from memcon.diagnostics import Diagnostic
from memcon.writing import write_aside, write_document


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "c.xml"
    assert write_aside(path, b"words") is None
    assert path.read_bytes() == b"words"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("step", ["open", "replace"])
@pytest.mark.parametrize("fault", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_a_fault_at_any_step_leaves_what_was_there(
    step: str, fault: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(b"before")

    def failing(*_arguments: object, **_options: object) -> None:
        raise fault

    monkeypatch.setattr(Path, step, failing)
    if isinstance(fault, OSError):
        found = write_aside(path, b"after")
        assert found is not None
        assert (found.rule.code, found.message) == ("MC106", "cannot be written: No space left on device")
    else:
        with pytest.raises(KeyboardInterrupt):
            write_aside(path, b"after")
    monkeypatch.undo()
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_long_name_that_the_disk_takes_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("a" * 251 + ".xml")
    assert write_aside(path, b"words") is None
    assert path.read_bytes() == b"words"


def test_a_loop_of_links_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    found = write_aside(tmp_path / "a" / "c.xml", b"words")
    assert found is not None
    assert found.rule.code == "MC106"


@pytest.fixture
def document() -> Document:
    outcome = convert(b"Bell: Good.\n\nDorn: Yes.\n\nBell: No.\n", "talk.txt")
    assert outcome.value is not None
    return outcome.value[0]


def test_the_same_is_not_written_again(document: Document, tmp_path: Path) -> None:
    assert write_document(document, tmp_path) is None
    os.utime(tmp_path / "talk.xml", ns=(0, 0))
    assert write_document(document, tmp_path) is None
    assert (tmp_path / "talk.xml").stat().st_mtime_ns == 0


def test_a_pipe_in_the_place_of_a_target_does_not_hang(document: Document, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "talk.xml")
    found = write_document(document, tmp_path)
    assert found is not None
    assert found.rule.code == "MC106"


def test_threads_do_not_write_into_one_anothers_files(tmp_path: Path) -> None:
    def write(number: int) -> Diagnostic | None:
        return write_aside(tmp_path / f"{number}.xml", f"{number} ".encode() * 20_000)

    with ThreadPoolExecutor(8) as threads:
        assert set(threads.map(write, range(200))) == {None}
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(f"{number}.xml" for number in range(200))
    assert all(path.read_text() == f"{path.stem} " * 20_000 for path in tmp_path.iterdir())
