"""validate: whatever lies in a folder, each thing that cannot be checked is one finding, and the rest is checked."""

from __future__ import annotations

import os
import shutil
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from harness import TALK, Ran, locked, memcon, spawned, talk

SOUND = '<TEI xmlns="http://www.tei-c.org/ns/1.0">{}</TEI>'
BOMB = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(10))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a sound file and one that has an error of the schema: both must be checked whatever happens."""
    memcon("convert", talk(tmp_path, "sound.txt"), talk(tmp_path, "unsound.txt"), "--out", tmp_path)
    path = tmp_path / "unsound.xml"
    path.write_text(path.read_text("utf-8").replace("agree.", "<b/>agree."), "utf-8")
    return tmp_path


def checked(folder: Path, *arguments: str | Path) -> Ran:
    """validate of a folder, in which both files were checked."""
    ran = memcon("validate", *(arguments or (folder,)), "--select", "MC404,MC405")
    assert ran.codes.count("MC404") == 1
    assert "Traceback" not in ran.err
    return ran


def one(ran: Ran, name: str) -> str:
    """The one line that is said of a file."""
    (line,) = [line for line in ran.out.splitlines() if f"/{name}:" in line]
    return line


BAD: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "MC401"),
    "space": (b" \n\t", "MC401"),
    "nul": (b"\0" * 1000, "MC401"),
    "png": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "MC401"),
    "zip": (b"PK\x03\x04" + bytes(500), "MC401"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "MC401"),
    "elf": (b"\x7fELF\x02\x01\x01" + bytes(range(255, 0, -1)), "MC401"),
    "text": (TALK.encode(), "MC401"),
    "toml": (b"[edition]\n", "MC401"),
    "json": (b'{"a": 1}', "MC401"),
    "html": (b"<!DOCTYPE html><p>x", "MC402"),
    "truncated": (SOUND.format("<text><body><p>We are")[:-10].encode(), "MC401"),
    "half-character": (SOUND.format("é").encode()[:44] + b"\xc3</TEI>", "MC401"),
    "declared-ascii": (('<?xml version="1.0" encoding="us-ascii"?>' + SOUND.format("é")).encode(), "MC401"),
    "latin-as-utf-8": (('<?xml version="1.0" encoding="utf-8"?>' + SOUND.format("é")).encode("latin-1"), "MC401"),
    "utf-8-as-utf-16": (('<?xml version="1.0" encoding="utf-16"?>' + SOUND.format("é")).encode(), ""),
    "no-such-encoding": (('<?xml version="1.0" encoding="no-such"?>' + SOUND.format("")).encode(), "MC401"),
    "wide-without-mark": (SOUND.format("").encode("utf-16-le"), ""),
    "half-of-utf-16": (SOUND.format("").encode("utf-16")[:-1], "MC401"),
    "control": (SOUND.format("\x08").encode(), "MC401"),
    "reference": (SOUND.format("&#8;").encode(), "MC401"),
    "entity": (SOUND.format("&nbsp;").encode(), "MC401"),
    "bomb": (f"<!DOCTYPE TEI [{BOMB}]>{SOUND.format('&a9;')}".encode(), "MC402"),
    "bomb-utf-16": (f"<!DOCTYPE TEI [{BOMB}]>{SOUND.format('&a9;')}".encode("utf-16"), "MC402"),
    "bomb-behind-a-comment": (f"<!-- x --><!DOCTYPE TEI [{BOMB}]>{SOUND.format('&a9;')}".encode(), "MC402"),
    "external": (b'<!DOCTYPE TEI SYSTEM "file:///etc/passwd"><TEI/>', "MC402"),
    "two-roots": (b"<TEI/><TEI/>", "MC401"),
    "other": (b"<project/>", "MC403"),
    "no-namespace": (b"<TEI/>", "MC403"),
    "deep": (b"<a>" * 3000, "MC407"),
    "attributes": (b'<a a="1" a="2"/>', "MC401"),
    "long-name": (b"<" + b"a" * 100_000 + b"/>", "MC407"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_tei(name: str, folder: Path) -> None:
    data, code = BAD[name]
    (folder / "bad.xml").write_bytes(data)
    ran = checked(folder)
    assert ran.code == 1
    assert f" error {code}" in one(ran, "bad.xml")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-16-le", "utf-16-be"])
def test_other_encodings_are_read_and_places_told_in_characters(encoding: str, folder: Path) -> None:
    text = (
        (folder / "unsound.xml")
        .read_text("utf-8")
        .replace('encoding="UTF-8"', 'encoding="UTF-16"' if "16" in encoding else 'encoding="UTF-8"')
    )
    before = one(checked(folder), "unsound.xml").split("unsound.xml:")[1]
    (folder / "unsound.xml").write_bytes(text.encode(encoding))
    assert one(checked(folder), "unsound.xml").split("unsound.xml:")[1] == before


# -- what is no file -------------------------------------------------------------------------------


def test_links_pipes_and_devices(folder: Path) -> None:
    (folder / "broken.xml").symlink_to(folder / "nothing")
    (folder / "loop.xml").symlink_to(folder / "loop.xml")
    (folder / "ping.xml").symlink_to(folder / "pong.xml")
    (folder / "pong.xml").symlink_to(folder / "ping.xml")
    (folder / "device.xml").symlink_to("/dev/zero")
    os.mkfifo(folder / "pipe.xml")
    (folder / "folder.xml").mkdir()
    with socket.socket(socket.AF_UNIX) as bound:
        os.chdir(folder)
        bound.bind("socket.xml")
        ran = checked(folder)
    assert ran.code == 2
    for name in ("broken", "loop", "ping", "pong", "device", "pipe", "socket"):
        assert " error MC105 cannot be read: " in one(ran, f"{name}.xml")
    assert "folder.xml" not in ran.out
    assert ran.codes.count("MC105") == 7


def test_streams_of_the_shell_are_read(folder: Path) -> None:
    script = f"{sys.executable} -m memcon validate <(cat {folder}/sound.xml) /dev/stdin < {folder}/sound.xml"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False, timeout=60)
    assert "cannot be read" not in done.stdout
    assert "2 files checked" in done.stderr


def test_a_folder_that_may_not_be_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may read everything, so the refusal is put in its place."""
    (folder / "locked").mkdir()
    locked(monkeypatch, "locked")
    for argument in (folder, f"{folder}/**/*.xml"):
        ran = checked(folder, argument)
        assert ran.code == 2
        assert f"{folder}/locked: error MC105 the folder cannot be read: Permission denied" in ran.out
    ran = memcon("validate", folder / "locked")
    assert (ran.code, ran.codes) == (2, ["MC105"])


@contextmanager
def as_somebody() -> Iterator[None]:
    """As a user whom permissions bind: root, who may read every file, is somebody else meanwhile."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def test_files_and_folders_without_permission(folder: Path) -> None:
    checked(folder)  # what is loaded at the first call may itself lie where only root may read
    with TemporaryDirectory() as name:  # the folders above tmp_path are the user's alone
        open_to_all = Path(name)
        open_to_all.chmod(0o755)
        for path in folder.glob("*.xml"):
            shutil.copy(path, open_to_all)
        (open_to_all / "sound.xml").chmod(0)
        (open_to_all / "locked").mkdir(mode=0)
        with as_somebody():
            ran = checked(open_to_all)
    assert (ran.code, ran.codes.count("MC105")) == (2, 2)


# -- what changes while it is looked at ------------------------------------------------------------


def test_a_file_that_vanishes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the walk through the folder and its turn."""
    (folder / "a.xml").write_text("<TEI/>")
    real = os.open

    def vanishing(path: Any, flags: int, *more: Any) -> int:
        if str(path).endswith("a.xml"):
            (folder / "a.xml").unlink(missing_ok=True)
        return real(path, flags, *more)

    monkeypatch.setattr("memcon.resources.os.open", vanishing)
    ran = checked(folder)
    assert ran.code == 2
    assert "MC105 cannot be read: No such file or directory" in one(ran, "a.xml")


@pytest.mark.parametrize("change", ["longer", "same length"])
def test_a_file_that_changes(change: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder / "a.xml"
    path.write_text("<TEI/>")
    real, states = os.fstat, []

    def meddling(number: int) -> os.stat_result:
        state = real(number)
        if stat.S_ISREG(state.st_mode) and state.st_ino == path.stat().st_ino:
            states.append(state)
            if len(states) == 1:
                path.write_text("<TEI/> " if change == "longer" else "<TEX/>")
                os.utime(path, ns=(0, 0))
        return state

    monkeypatch.setattr("memcon.resources.os.fstat", meddling)
    ran = checked(folder)
    assert (ran.code, len(states)) == (2, 2)
    assert "MC105 cannot be read: it changed while it was read" in one(ran, "a.xml")


def test_an_edition_or_a_baseline_that_is_a_pipe_does_not_hang(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    ran = memcon("validate", folder / "sound.xml", "--edition", folder / "pipe")
    assert (ran.code, "MC105" in ran.codes) == (2, True)
    ran = memcon("validate", folder / "sound.xml", "--baseline", folder / "pipe")
    assert (ran.code, "cannot be read" in ran.err) == (2, True)


# -- size ------------------------------------------------------------------------------------------

MEMORY = """
import resource, sys
from memcon.cli import main
try:
    main(sys.argv[1:], prog_name="memcon")
finally:
    print("PEAK", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("opening", "code"),
    [(b"<a>", "MC407"), (b"<TEI><p>" + b"x" * 50, "MC407"), (b"<a/>", "MC401"), (b"&#65;", "MC401"), (b"\0", "MC401")],
)
def test_two_hundred_megabytes(opening: bytes, code: str, folder: Path) -> None:
    """Refused, and the memory is that of the file and a small multiple of what a memorandum takes."""
    size = 200_000_000
    with (folder / "bad.xml").open("wb") as file:
        for _ in range(200):
            file.write(opening * (size // 200 // len(opening)))
    done = subprocess.run(
        [sys.executable, "-c", MEMORY, "validate", str(folder), "--format", "concise", "--select", "MC404"],
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    ran = Ran(done.returncode, done.stdout, done.stderr)
    assert f" error {code} " in one(ran, "bad.xml")
    assert ran.codes.count("MC404") == 1
    peak = int(next(line.split()[1] for line in done.stdout.splitlines() if line.startswith("PEAK")))
    assert peak < 700, f"{peak} MB"


def test_a_process_of_its_own_ends_with_the_code(folder: Path) -> None:
    (folder / "bad.xml").write_bytes(b"\x89PNG")
    ran = spawned("validate", str(folder), "none.xml", "--format", "concise")
    assert (ran.code, "Traceback" in ran.err) == (2, False)
    assert {"MC105", "MC401", "MC404"} <= set(ran.codes)
