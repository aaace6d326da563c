"""memcon fix: what is written, shown and told, and how the call ends."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any

import pytest

from corpora import memorandum, write
from harness import Ran, memcon, spawned, talk
from memcon.fixing import fix

TURN = '<sp xml:id="{}"><speaker>A:</speaker><p>Yes.</p></sp>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one generated file, which lacks what a repair adds, and blanks at two line ends."""
    memcon("convert", talk(tmp_path), "--out", tmp_path)
    return tmp_path


def damage(folder: Path, *pairs: tuple[str, str], name: str = "talk.xml") -> Path:
    path = folder / name
    text = path.read_bytes().decode()
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path.write_bytes(text.encode())
    return path


def test_a_sound_file_is_not_touched(folder: Path) -> None:
    path = folder / "talk.xml"
    before = path.stat()
    ran = memcon("fix", folder)
    assert (ran.code, ran.out, ran.err) == (0, "", "0 of 1 file mended\n")
    assert path.stat().st_mtime_ns == before.st_mtime_ns


def test_a_damaged_file_is_mended_and_keeps_its_permissions(folder: Path) -> None:
    sound = (folder / "talk.xml").read_bytes()
    path = damage(folder, ("<TEI ", "<TEI  "), ("\n", "\r\n"))
    path.chmod(0o640)
    assert memcon("fix", path).err == "1 of 1 file mended\n"
    assert path.read_bytes() == sound.replace(b"\n", b"\r\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert sorted(each.name for each in folder.iterdir()) == ["talk.txt", "talk.xml"]
    assert memcon("fix", path).err == "0 of 1 file mended\n"


def test_check_names_the_files_and_writes_nothing(folder: Path) -> None:
    path = damage(folder, ("<TEI ", "<TEI  "), ("</sp>\n", "</sp> \n"))
    before = path.read_bytes()
    ran = memcon("fix", "--check", folder)
    assert (ran.code, ran.out) == (1, f"{path}: MC580, MC591\n")
    assert ran.err == "1 of 1 file would be mended\n"
    assert path.read_bytes() == before
    memcon("fix", folder)
    assert memcon("fix", "--check", folder).code == 0


def test_diff_shows_what_would_be_changed(folder: Path) -> None:
    path = damage(folder, ('<date when="1975-05-03">', "<date>"))
    before = path.read_bytes()
    ran = memcon("fix", "--diff", path)
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[:2] == [f"--- {path}", f"+++ {path}"]
    changed = [line for line in lines[2:] if line[0] in "+-"]
    assert [line[0] for line in changed] == ["-", "+"]
    assert '<date when="1975-05-03">' in changed[1]
    assert path.read_bytes() == before
    assert "\x1b[32m+" in memcon("fix", "--diff", path, "--color", "always").out
    assert memcon("fix", "--diff", "--check", path).code == 1


def test_a_diff_cannot_steer_the_terminal(folder: Path) -> None:
    path = damage(folder, ("Good morning. We", "\u009b31m We"), ("</sp>", "</sp >"))
    assert "\u009b" not in memcon("fix", "--diff", path).out


def test_the_name_of_a_file_cannot_either(folder: Path) -> None:
    damage(folder, ("<TEI ", "<TEI  "))
    (folder / "talk.xml").rename(folder / "a\n\x1b[31m.xml")
    assert memcon("fix", "--check", folder).out == f"{folder}/a\ufffd\ufffd[31m.xml: MC580\n"


def test_repairs_are_chosen_by_code(folder: Path) -> None:
    damage(folder, ("<TEI ", "<TEI  "), ("</sp>\n", "</sp> \n"), ('<date when="1975-05-03">', "<date>"))

    def told(*options: str) -> str:
        return memcon("fix", "--check", folder, *options).out.partition(": ")[2].strip()

    assert told() == "MC580, MC592, MC591"
    assert told("--select", "mc591,MC592") == "MC592, MC591"
    assert told("--select", "MC59", "--ignore", "MC592") == "MC591"
    assert told("--ignore", "MC58", "--ignore", "MC592") == "MC591"
    assert told("--select", "trailing-blanks,unpaired-date") == told("--select", "MC591,MC592")
    for wrong in ("MC1", "MC999", "edited", ""):
        ran = memcon("fix", folder, "--select", wrong)
        assert ran.code == 2
        assert "is the code of no repair" in ran.err


def test_standard_input_goes_to_standard_output(folder: Path) -> None:
    sound = (folder / "talk.xml").read_bytes()
    for given in (sound, sound.replace(b"<TEI ", b"<TEI  ")):
        ran = memcon("fix", "-", stdin=given)
        assert (ran.code, ran.out.encode()) == (0, sound)
    assert memcon("fix", "-", "--check", stdin=sound.replace(b"<TEI ", b"<TEI  ")).out == "-: MC580\n"
    assert spawned("fix", "-", stdin=sound.replace(b"<TEI ", b"<TEI  ")).out.encode() == sound


def test_bad_input_is_said_and_the_rest_is_mended(folder: Path) -> None:
    damage(folder, ("<TEI ", "<TEI  "))
    bad = write(folder / "bad.xml", "<TEI>")
    (folder / "loop.xml").symlink_to("loop.xml")
    ran = memcon("fix", folder / "talk.xml", bad, folder / "none.xml", folder / "loop.xml")
    assert ran.code == 2
    assert sorted(ran.codes) == ["MC105", "MC105", "MC401"]
    assert bad.read_bytes() == b"<TEI>"
    assert memcon("fix", "--check", folder / "talk.xml").code == 0


def test_what_cannot_be_written_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = damage(folder, ("<TEI ", "<TEI  "))
    before = path.read_bytes()

    def failing(*_arguments: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", failing)
    ran = memcon("fix", path)
    assert (ran.code, ran.codes) == (1, ["MC106"])
    assert "0 of 1 file mended" in ran.err
    assert path.read_bytes() == before


def test_a_file_that_is_edited_meanwhile_is_left_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = damage(folder, ("<TEI ", "<TEI  "))

    def edited_meanwhile(*arguments: Any) -> Any:
        path.write_bytes(b"edited")
        return fix(*arguments)

    monkeypatch.setattr("memcon.cli.fix.fix_document", edited_meanwhile)
    ran = memcon("fix", path)
    assert (ran.code, ran.codes) == (1, ["MC593"])
    assert path.read_bytes() == b"edited"


def test_findings_are_not_mixed_with_data(folder: Path) -> None:
    bad = write(folder / "bad.xml", "<TEI>")
    assert memcon("fix", "-", bad, "--format", "json", stdin=(folder / "talk.xml").read_bytes()).out.endswith(
        "</TEI>\n"
    )
    assert memcon("fix", "--check", bad, "--format", "json").out == ""


def lacking(folder: Path) -> Path:
    """A file that names no schema."""
    return write(folder / "a.xml", memorandum("a", TURN.format("t1")))


def test_schemas_are_where_the_edition_says(tmp_path: Path) -> None:
    path = lacking(tmp_path)
    assert memcon("fix", path).err == "0 of 1 file mended\n", "nobody says where they are"
    edition = write(tmp_path / "more" / "edition.toml", '[edition]\nschemas = "../my schemas/"\n')
    memcon("fix", path, "--edition", edition)
    assert 'href="../my%20schemas/memcon.rng"' in path.read_text("utf-8")
    path = lacking(edition.parent)
    memcon("fix", edition.parent)
    assert 'href="../my%20schemas/memcon.sch"' in path.read_text("utf-8")


def test_schemas_are_where_the_neighbours_say(folder: Path) -> None:
    write(folder / "0.xml", "<no")
    path = lacking(folder)
    memcon("fix", path)
    assert 'href="schemas/memcon.rng"' in path.read_text("utf-8")


def test_a_broken_edition_is_said(tmp_path: Path) -> None:
    lacking(tmp_path)
    write(tmp_path / "edition.toml", "[editoin]")
    ran = memcon("fix", tmp_path)
    assert (ran.code, ran.codes) == (1, ["MC901"])


def two(folder: Path) -> tuple[Path, Path]:
    """Two files; the second points to a turn of the first, which needs another id."""
    one = write(folder / "a.xml", memorandum("a", TURN.format("t1") + TURN.format("t5")))
    return one, write(folder / "b.xml", memorandum("b", TURN.format("t1").replace("<p>", '<p corresp="a.xml#t5">')))


def test_ids_are_changed_in_all_files_together(tmp_path: Path) -> None:
    one, other = two(tmp_path)
    ran = memcon("fix", tmp_path)
    assert (ran.code, ran.err) == (0, "2 of 2 files mended\n")
    assert 'xml:id="t2"' in one.read_text("utf-8")
    assert 'corresp="a.xml#t2"' in other.read_text("utf-8")
    assert memcon("fix", tmp_path).err == "0 of 2 files mended\n"


def test_an_interrupted_run_leaves_ids_and_pointers_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = [each.read_bytes() for each in two(tmp_path)]

    def interrupted(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("memcon.cli.fix._Run.finish", interrupted)
    assert memcon("fix", tmp_path).code == 130
    assert [each.read_bytes() for each in sorted(tmp_path.glob("*.xml"))] == before


def test_ids_that_another_file_points_to_are_not_changed_without_it(tmp_path: Path) -> None:
    one, _ = two(tmp_path)
    before = one.read_bytes()
    ran = memcon("fix", one)
    assert (ran.code, ran.codes) == (1, ["MC593"])
    assert one.read_bytes() == before


def test_ids_are_changed_from_wherever_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = two(tmp_path)
    monkeypatch.chdir(tmp_path)
    ran: Ran = memcon("fix", "./a.xml", other)
    assert ran.code == 0
    assert 'corresp="a.xml#t2"' in other.read_text("utf-8")
    assert os.fspath(one).endswith("a.xml")
