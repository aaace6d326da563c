"""Bad input: a diagnostic with file, line and column; nothing half-written, nothing lost, the others are made."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from harness import TALK, memcon, talk
from memcon.diagnostics import Diagnostic, Location
from memcon.fidelity import prove
from memcon.rules import rule
from memcon.tei.parsing import Tree
from memcon.transcript import Span, Transcript


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


# -- transcripts that are refused ------------------------------------------------------------------

REFUSED = {
    "empty": (b"", "MC101", "1:1", "nothing is printed"),
    "blank": (" \t\r\n\n\f\u2028\u00a0".encode(), "MC101", "1:1", "nothing is printed"),
    "a mark alone": (b"\xef\xbb\xbf", "MC101", "1:1", "nothing is printed"),
    "not UTF-8": (b"Bell: ca\n\xe9", "MC102", "2:1", "byte 0xE9 at offset 9 is not UTF-8"),
    "not UTF-8 behind a mark": (b"\xef\xbb\xbfab\xff", "MC102", "1:3", "byte 0xFF at offset 5 is not UTF-8"),
    "cut in a character": ("Bell: caf\u00e9".encode()[:-1], "MC102", "1:10", "byte 0xC3 at offset 9"),
    "half a character of UTF-16": (b"\xff\xfea\x00\n\x00b", "MC102", "2:1", "is not UTF-16-LE"),
    "a surrogate": (b"ab\xed\xa0\x80", "MC102", "1:3", "byte 0xED"),
    "a surrogate in UTF-16": (b"\xff\xfea\x00\x00\xd8b\x00", "MC102", "1:2", "is not UTF-16-LE"),
    "NUL": (b"one\r\ntwo\x00", "MC103", "2:4", "U+0000 NULL"),
    "backspace": (b"one\rt\x08wo", "MC103", "2:2", "U+0008 BACKSPACE"),
    "escape": (b"\x1b[31mred", "MC103", "1:1", "U+001B ESCAPE"),
    "a separator": (b"one\x1ctwo", "MC103", "1:4", "U+001C INFORMATION SEPARATOR FOUR"),
    "a noncharacter": ("a\uffffb".encode(), "MC103", "1:2", "U+FFFF"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_transcript_is_refused_with_its_place_and_the_others_are_made(name: str, tmp_path: Path) -> None:
    data, code, place, words = REFUSED[name]
    bad = tmp_path / "bad.txt"
    bad.write_bytes(data)
    ran = memcon("convert", bad, talk(tmp_path), "--out", tmp_path / "out")
    assert ran.code == 1
    (line,) = [line for line in ran.err.splitlines() if " error " in line]
    assert line.startswith(f"{bad}:{place}: error {code} ")
    assert words in line
    assert files(tmp_path / "out") == ["talk.xml"]


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        ("Bell: Привет, как дела? Хорошо. ".encode("koi8-r") * 20, "koi8"),
        ("Ça va très bien, merci. Où êtes-vous allés hier soir? ".encode("cp1252") * 20, "--encoding"),
        ("Bell: Good morning.\n".encode("utf-16-le"), "--encoding utf-16-le"),
        ("Bell: Good morning.\n".encode("utf-16-be"), "--encoding utf-16-be"),
        (b"\x00\x01\x02\x03\xff\x00\x00", "is it a text file"),
    ],
)
def test_an_encoding_is_offered(data: bytes, hint: str, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(data)
    ran = memcon("convert", "--format", "human", tmp_path / "bad.txt", "--out", tmp_path)
    assert ran.code == 1
    assert hint in ran.err
    assert files(tmp_path) == ["bad.txt"]
    if "--encoding " in ran.err and "is it" not in ran.err:  # what is offered does decode the file
        offered = ran.err.split("try --encoding ")[1].split(",")[0]
        assert memcon("convert", tmp_path / "bad.txt", "--out", tmp_path, "--encoding", offered).code == 0


@pytest.mark.parametrize(
    ("encoding", "option"),
    [("utf-8", ""), ("utf-8-sig", ""), ("utf-16", ""), ("utf-32", ""), ("koi8-r", "koi8-r"), ("utf-16-le", "UTF_16LE")],
)
def test_encodings_that_are_read(encoding: str, option: str, tmp_path: Path) -> None:
    """A mark is obeyed, and dropped; all give the same text."""
    text = TALK.replace("Good", "Добро")
    (tmp_path / "talk.txt").write_bytes(text.encode(encoding))
    words = ["--encoding", option] if option else []
    assert memcon("convert", tmp_path / "talk.txt", "--out", tmp_path, *words).code == 0
    made = (tmp_path / "talk.xml").read_text("utf-8")
    assert "Добро morning" in made
    assert "\ufeff" not in made
    assert memcon("verify", tmp_path / "talk.xml", *words).code == 0


def test_a_file_tells_the_encoding_of_its_transcript(tmp_path: Path) -> None:
    """In the words of RFC 5147: nobody has to say it again."""
    text = TALK.replace("Good", "Größte").replace("\n", "\r\n")
    (tmp_path / "talk.txt").write_bytes(text.encode("cp1252"))
    assert memcon("convert", tmp_path / "talk.txt", "--out", tmp_path, "--encoding", "cp1252").code == 0
    made = (tmp_path / "talk.xml").read_text("utf-8")
    assert f'target="talk.txt#line=0,13;length={len(TALK.replace("Good", "Größte"))},windows-1252"' in made
    assert memcon("verify", tmp_path / "talk.xml").code == 0
    assert memcon("verify", tmp_path / "talk.xml", "--encoding", "cp437").codes == ["MC109"], "who says it is believed"
    assert memcon("fix", tmp_path / "talk.xml").code == 0
    assert memcon("validate", tmp_path, "--fail-on", "warning").codes == []


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "utf-8-sig", "utf-16"])
def test_what_every_reader_finds_out_is_not_told(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "talk.txt").write_bytes(TALK.encode(encoding))
    assert memcon("convert", tmp_path / "talk.txt", "--out", tmp_path, "--encoding", encoding).code == 0
    assert 'target="talk.txt#line=0,13"' in (tmp_path / "talk.xml").read_text("utf-8")


def test_each_transcript_has_the_encoding_that_is_decided_for_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TALK.replace("Good", "Größte").encode("cp1252"))
    (tmp_path / "b.txt").write_bytes(TALK.replace("Good", "Größte").encode("utf-8"))
    ran = memcon("convert", "--format", "human", tmp_path / "a.txt", tmp_path / "b.txt", "--out", tmp_path)
    assert ran.code == 1
    assert 'or encoding = "cp1252" under [[transcript]] in edition.toml' in ran.err
    (tmp_path / "edition.toml").write_text('[[transcript]]\nfile = "a.txt"\nencoding = "cp1252"\n')
    words = ("--edition", tmp_path / "edition.toml", "--out", tmp_path)
    assert memcon("convert", tmp_path / "a.txt", tmp_path / "b.txt", *words).code == 0
    assert all("Größte" in (tmp_path / name).read_text("utf-8") for name in ("a.xml", "b.xml"))
    assert memcon("verify", tmp_path / "a.xml", tmp_path / "b.xml").code == 0
    assert memcon("convert", tmp_path / "a.txt", *words, "--encoding", "koi8-r").code == 0
    assert "Größte" in (tmp_path / "a.xml").read_text("utf-8")


def test_an_encoding_nobody_knows_is_a_fault_of_usage(tmp_path: Path) -> None:
    for name in ("no-such", "hex", ""):
        ran = memcon("convert", talk(tmp_path), "--encoding", name)
        assert ran.code == 2
        assert "no text encoding" in ran.err
    assert files(tmp_path) == ["talk.txt"]


def test_a_paragraph_larger_than_libxml2_holds_is_refused_at_its_place(tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text("Bell: Good morning.\n\nDorn: " + "word " * 2_100_000 + "\n\nBell: Goodbye.\n")
    ran = memcon("convert", bad, talk(tmp_path), "--out", tmp_path / "out")
    assert ran.code == 1
    assert f"{bad}:3:1: error MC108 " in ran.err
    assert files(tmp_path / "out") == ["talk.xml"]


def test_an_input_that_is_not_there_or_a_folder(tmp_path: Path) -> None:
    ran = memcon("convert", tmp_path / "none.txt", talk(tmp_path), "--out", tmp_path / "out")
    assert (ran.code, ran.codes.count("MC105")) == (2, 1)
    assert files(tmp_path / "out") == ["talk.xml"]
    for verb in ("verify", "validate", "render"):
        out = ["--out", str(tmp_path / "html")] if verb == "render" else []
        ran = memcon(verb, tmp_path / "none.xml", tmp_path / "out" / "talk.xml", "--transcripts", tmp_path, *out) if (
            verb == "verify"
        ) else memcon(verb, tmp_path / "none.xml", tmp_path / "out" / "talk.xml", *out)  # fmt: skip
        assert (ran.code, ran.codes.count("MC105")) == (2, 1), verb
    assert files(tmp_path / "html") == ["memcon.css", "talk.html"]


# -- the proof -------------------------------------------------------------------------------------


def test_a_proof_that_fails_keeps_the_file_from_being_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:

    def failing(tree: Tree, data: bytes, path: str, transcript: Transcript, span: Span) -> tuple[Diagnostic, ...]:
        if path == "bad.xml":
            return (Diagnostic(rule("MC109"), "planted", Location("bad.xml", 1, 1)),)
        return prove(tree, data, path, transcript, span)

    monkeypatch.setattr("memcon.conversion.prove", failing)
    ran = memcon("convert", talk(tmp_path, "bad.txt"), talk(tmp_path), "--out", tmp_path / "out")
    assert (ran.code, ran.codes.count("MC109")) == (1, 1)
    assert files(tmp_path / "out") == ["talk.xml"]


# -- identifiers -----------------------------------------------------------------------------------


def test_two_memoranda_of_one_identifier(tmp_path: Path) -> None:
    first, second = talk(tmp_path, "a.txt"), talk(tmp_path, "a.md", TALK.replace("morning", "evening"))
    ran = memcon("convert", first, second, "--out", tmp_path / "out")
    assert (ran.code, ran.codes.count("MC303")) == (1, 1)
    assert f"{second}:1:1: error MC303" in ran.err
    assert f"{first}:1" in ran.err
    assert "morning" in (tmp_path / "out" / "a.xml").read_text("utf-8")
    assert files(tmp_path / "out") == ["a.xml"]


def test_two_memoranda_decided_to_be_one(tmp_path: Path) -> None:
    edition = tmp_path / "edition.toml"
    edition.write_text(
        "".join(f'[[memorandum]]\ntranscript = "{name}.txt"\nline = 1\nidentifier = "x"\n' for name in "ab")
    )
    ran = memcon(
        "convert", talk(tmp_path, "a.txt"), talk(tmp_path, "b.txt"), "--edition", edition, "--out", tmp_path / "out"
    )
    assert (ran.code, ran.codes.count("MC303")) == (1, 1)
    assert files(tmp_path / "out") == ["x.xml"]


def test_a_target_generated_from_another_transcript(tmp_path: Path) -> None:
    """Also where the other one bears the same name in another folder."""
    out = tmp_path / "out"
    assert memcon("convert", talk(tmp_path / "one", "a.txt"), "--out", out).code == 0
    before = (out / "a.xml").read_bytes()
    for other in (talk(tmp_path, "a.md", TALK + "\nx"), talk(tmp_path / "two", "a.txt", TALK + "\nx")):
        ran = memcon("convert", other, "--out", out)
        assert (ran.code, ran.codes.count("MC303")) == (1, 1)
        assert (out / "a.xml").read_bytes() == before
    (tmp_path / "one" / "a.txt").rename(tmp_path / "a.txt")  # moved: it is that transcript still
    assert memcon("convert", tmp_path / "a.txt", "--out", out).code == 0
    assert (out / "a.xml").read_bytes() != before


# -- targets ---------------------------------------------------------------------------------------


def test_a_file_edited_by_hand_is_left_alone(tmp_path: Path) -> None:
    path, target = talk(tmp_path), tmp_path / "talk.xml"
    assert memcon("convert", path, "--out", tmp_path).code == 0
    edited = target.read_text("utf-8").replace("Good morning", "Good evening", 1)
    target.write_text(edited, "utf-8")
    ran = memcon("convert", path, talk(tmp_path, "other.txt"), "--out", tmp_path)
    assert (ran.code, ran.codes.count("MC107")) == (1, 1)
    assert target.read_text("utf-8") == edited
    assert (tmp_path / "other.xml").exists()
    assert memcon("convert", path, "--out", tmp_path, "--replace-edited").code == 0
    assert "Good evening" not in target.read_text("utf-8")


@pytest.mark.parametrize("content", [b"", b"not XML", b"<TEI xmlns='http://www.tei-c.org/ns/1.0'/>", b"\xff\xfe"])
def test_a_file_that_was_never_generated_is_left_alone(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "talk.xml").write_bytes(content)
    ran = memcon("convert", talk(tmp_path), "--out", tmp_path)
    assert (ran.code, ran.codes.count("MC107")) == (1, 1)
    assert (tmp_path / "talk.xml").read_bytes() == content


def test_an_output_folder_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file")
    for verb in ("convert", "render"):
        given = talk(tmp_path) if verb == "convert" else tmp_path / "talk.xml"
        ran = memcon(verb, given, "--out", tmp_path / "file" / "out")
        assert ran.code == 1
        assert "MC106" in ran.codes
        assert memcon(verb, given, "--out", tmp_path / "file").code == 2  # click knows that much
        assert (tmp_path / "file").read_text() == "a file"
        assert memcon("convert", talk(tmp_path), "--out", tmp_path).code == 0
    assert memcon("convert", talk(tmp_path, "b.txt"), "--out", "/proc/none/such").code == 1


def test_a_target_that_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "talk.xml").mkdir()
    ran = memcon("convert", talk(tmp_path), talk(tmp_path, "b.txt"), "--out", tmp_path)
    assert (ran.code, ran.codes.count("MC106")) == (1, 1)
    assert files(tmp_path) == ["b.txt", "b.xml", "talk.txt", "talk.xml"]


def test_a_disk_that_fills_half_way_leaves_what_was_there(tmp_path: Path) -> None:
    """In a process whose files may have no more than 4000 bytes."""
    path, target = talk(tmp_path), tmp_path / "talk.xml"
    assert memcon("convert", path, "--out", tmp_path).code == 0
    before = target.read_bytes()
    assert len(before) > 4000
    talk(tmp_path, text=TALK + "\n\nBell: Goodbye.\n")
    done = subprocess.run(
        [sys.executable, "-m", "memcon", "convert", str(path), "--out", str(tmp_path), "--format", "concise"],
        capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000)),
    )  # fmt: skip
    assert done.returncode == 1
    assert f"{target}: error MC106" in done.stderr
    assert "Traceback" not in done.stderr
    assert target.read_bytes() == before
    assert files(tmp_path) == ["talk.txt", "talk.xml"]


# -- warnings: written all the same ----------------------------------------------------------------

WARNED = {
    "MC201": "Memorandum of Conversation\n\nMay 3, 1975\n\nThe Secretary said that it rained.\n",
    "MC202": "Memorandum of Conversation between Anna Bell and Carl Dorn\n\nBell: Yes.\n\nDorn: No.\n\nBell: Yes.\n",
    "MC203": "May 3, 1975\n\nBell: Yes.\n\nDorn: No.\n\nBell: Yes.\n\nDorn: No.\n",
    "MC204": TALK.replace("long way.", "long way. And it was a long way that we have come, I think, so to speak in")
    + "\n".join(["", "Moscow it was cold.", ""]),
    "MC207": TALK.replace("Archive of the Foundation. Fond 1, Opis 2.", "x"),
    "MC301": TALK.replace("Dorn: I agree.", "The Secretary: I agree.\n\nThe Secretary: Yes.\n\nThe Secretary: No."),
}


@pytest.mark.parametrize("code", WARNED)
def test_a_doubt_is_a_warning_and_the_file_is_written(code: str, tmp_path: Path) -> None:
    text = WARNED[code]
    if code == "MC204":
        text = (
            "Bell: Good. We have come a long way, and it was a long way that we have come, so to speak in"
            "\n\nMoscow it was cold.\n\nDorn: Yes.\n\nBell: No.\n\nDorn: Yes.\n"
        )
    ran = memcon("convert", talk(tmp_path, text=text), "--out", tmp_path)
    assert code in ran.codes, ran.err
    assert ran.code == 0
    assert memcon("verify", tmp_path / "talk.xml").code == 0
    assert memcon("convert", tmp_path / "talk.txt", "--out", tmp_path, "--fail-on", "warning").code == 1


# -- XML that is refused ---------------------------------------------------------------------------

BAD_XML = {
    "MC401": "<TEI>\n<p></TEI>",
    "MC402": '<!DOCTYPE TEI [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n<TEI>&a;</TEI>',
    "MC403": "<html/>",
    "MC407": "<p>" * 300 + "</p>" * 300,
}


@pytest.mark.parametrize("verb", ["verify", "validate", "render"])
@pytest.mark.parametrize("code", BAD_XML)
def test_bad_xml_is_said_and_the_others_are_done(code: str, verb: str, tmp_path: Path) -> None:
    memcon("convert", talk(tmp_path), "--out", tmp_path)
    (tmp_path / "bad.xml").write_text(BAD_XML[code])
    words = ["--out", str(tmp_path / "out")] if verb == "render" else []
    ran = memcon(verb, tmp_path, *words)
    assert (ran.code, ran.codes.count(code)) == (1, 1)
    assert f"{tmp_path / 'bad.xml'}:" in ran.out + ran.err
    assert "root:" not in ran.out + ran.err
    if verb == "render":
        assert files(tmp_path / "out") == ["memcon.css", "talk.html"]
    elif verb == "verify":
        assert "1 memorandum proven" in ran.err


def test_a_transcript_that_is_gone_or_not_a_file(tmp_path: Path) -> None:
    path = talk(tmp_path)
    memcon("convert", path, "--out", tmp_path)
    path.unlink()
    assert memcon("verify", tmp_path / "talk.xml").codes == ["MC104"]
    assert "MC104" in memcon("validate", tmp_path / "talk.xml").codes
    path.mkdir()
    assert memcon("verify", tmp_path / "talk.xml").codes == ["MC104"]
    source = (tmp_path / "talk.xml").read_text("utf-8")
    for target in ("%00", "/dev/zero", "../" * 3000, "talk.xml%0A", "a" * 5000, "%FF"):
        (tmp_path / "talk.xml").write_text(
            source.replace("talk.txt#", f"{target}#").replace('"talk.txt"', f'"{target}"')
        )
        for verb in ("verify", "validate"):
            ran = memcon(verb, tmp_path / "talk.xml")
            assert ran.code == 1, (verb, target)
            assert "MC104" in ran.codes, (verb, target)
