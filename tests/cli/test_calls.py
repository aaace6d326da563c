"""The command line: what is read, what is written where, and the exit code."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from conftest import TEI, TRANSCRIPTS
from harness import TALK, Ran, locked, memcon, talk
from memcon import __version__
from memcon.rules import RULES

VERBS = ["convert", "verify", "validate", "render"]


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A folder with talk.txt and the talk.xml made from it."""
    assert memcon("convert", talk(tmp_path), "--out", tmp_path).code == 0
    return tmp_path


# -- standard input and output ---------------------------------------------------------------------


def test_standard_input_to_standard_output() -> None:
    ran = memcon("convert", "-", stdin=TALK.encode())
    assert ran.code == 0
    assert ran.out.startswith("<?xml")
    assert ran.out.rstrip().endswith("</TEI>")
    validated = memcon("validate", "-", stdin=ran.out.encode())
    assert (validated.code, validated.out) == (0, "")
    page = memcon("render", "-", stdin=ran.out.encode())
    assert (page.code, page.out[:9].lower()) == (0, "<!doctype")
    text = memcon("render", "-", "--to", "text", "--diplomatic", stdin=ran.out.encode())
    assert "".join(text.out.split()) == "".join(TALK.split())


def test_a_file_to_standard_output_and_standard_input_to_a_folder(made: Path) -> None:
    assert memcon("render", made / "talk.xml", "--to", "text").out.count("Good morning") == 2
    assert memcon("convert", "-", "--out", made / "out", stdin=TALK.encode()).code == 0
    assert [path.suffix for path in (made / "out").iterdir()] == [".xml"]


def test_standard_input_goes_alone(tmp_path: Path) -> None:
    assert memcon("convert", "-", talk(tmp_path), stdin=TALK.encode()).code == 2
    assert memcon("convert", "-", "-", stdin=TALK.encode()).code == 0
    both = memcon("convert", "-", talk(tmp_path), "--out", tmp_path, stdin=TALK.replace("Bell", "Dell").encode())
    assert both.code == 0


def test_several_memoranda_do_not_fit_into_standard_output() -> None:
    ran = memcon("convert", "-", stdin=(TRANSCRIPTS / "gorbachev-calls-1991-02-23.md").read_bytes())
    assert (ran.code, ran.out) == (1, "")
    assert ran.codes.count("MC106") == 1


def test_several_pages_do_not_either(made: Path) -> None:
    memcon("convert", talk(made, "b.txt"), "--out", made)
    assert memcon("render", made).code == 2
    assert memcon("render", made, "--to", "text").code == 0


# -- folders ---------------------------------------------------------------------------------------


def test_a_folder_means_its_files(tmp_path: Path) -> None:
    inner = tmp_path / "in"
    talk(inner, "a.txt"), talk(inner, "b.md"), talk(inner, ".hidden.txt"), talk(inner / "deeper", "c.txt")
    assert memcon("convert", inner, inner / "a.txt", "--out", tmp_path / "out").code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.xml", "b.xml"]
    assert memcon("convert", inner, f"{inner}/../in/a.txt", "--out", tmp_path / "out").code == 0
    (tmp_path / "out" / "notes.txt").write_text("notes")
    (tmp_path / "out" / "deeper").mkdir()
    for verb, words in (("verify", []), ("validate", []), ("render", ["--out", str(tmp_path / "html")])):
        ran = memcon(verb, tmp_path / "out", *words)
        assert ran.code == 0, ran
        assert "2 " in ran.err
    assert sorted(path.name for path in (tmp_path / "html").iterdir()) == ["a.html", "b.html", "memcon.css"]


def test_a_folder_of_transcripts_may_be_that_of_their_tei(tmp_path: Path) -> None:
    """What is made in it, and edition.toml, are no transcripts; by name they are asked for."""
    talk(tmp_path)
    (tmp_path / "edition.toml").write_text("[edition]\ntitle = 'x'\n")
    words = ("--edition", tmp_path / "edition.toml", "--out", tmp_path)
    for _ in range(2):
        ran = memcon("convert", tmp_path, *words)
        assert (ran.code, ran.codes, "1 memorandum converted" in ran.err) == (0, [], True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["edition.toml", "talk.txt", "talk.xml"]
    assert memcon("convert", tmp_path / "talk.xml", *words).codes == ["MC113"]
    (tmp_path / "other.xml").write_text("<?xml version='1.0'?><other/>")
    assert memcon("convert", tmp_path, *words).codes == ["MC113"], "what is no TEI is not passed over"


def test_a_page_on_standard_output_needs_no_other_file(tmp_path: Path) -> None:
    memcon("convert", talk(tmp_path), "--out", tmp_path)
    ran = memcon("render", tmp_path / "talk.xml", "--to", "html")
    assert ran.code == 0
    assert "<style>" in ran.out
    assert 'rel="stylesheet"' not in ran.out


def test_an_empty_folder_and_a_loop_of_links(tmp_path: Path) -> None:
    (tmp_path / "loop.xml").symlink_to(tmp_path / "loop.xml")
    (tmp_path / "back").symlink_to(tmp_path)
    (tmp_path / "empty").mkdir()
    for verb in VERBS:
        done = memcon(verb, tmp_path / "empty")
        assert done.code == 2
        assert "nothing to do" in done.err
        assert memcon(verb, tmp_path / "loop.xml").code == 2


def test_what_is_wrong_with_a_folder_stops_nothing(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that may not be read, a link in one that leads nowhere: said, and the rest is done."""
    (made / "locked").mkdir()
    locked(monkeypatch, "locked")
    for verb, name, word in (
        ("convert", "talk.txt", "1 memorandum converted"),
        ("verify", "talk.xml", "1 memorandum proven"),
        ("render", "talk.xml", "1 memorandum rendered"),
    ):
        words = [] if verb == "verify" else ["--out", str(made / "out")]
        ran = memcon(verb, made / "locked", made / name, *words)
        assert (ran.code, word in ran.err) == (2, True), ran
        assert f"{made}/locked: error MC105 the folder cannot be read: Permission denied" in ran.err + ran.out
        assert memcon(verb, made / "locked", *words).codes == ["MC105"]
    for call in (["redactions"], ["people", "--mentions", "bell"]):
        ran = memcon(*call, made / "locked", made / "talk.xml")
        assert (ran.code, "MC105" in ran.err, "Usage" in ran.err) == (2, True, False)
    (made / "in").mkdir()
    (made / "in" / "lost.txt").symlink_to("nowhere.txt")
    ran = memcon("convert", made / "in", "--out", made / "out")
    assert (ran.code, ran.codes) == (2, ["MC105"])


def test_a_link_to_a_file_is_followed_and_kept(tmp_path: Path) -> None:
    talk(tmp_path / "real")
    (tmp_path / "talk.txt").symlink_to(tmp_path / "real" / "talk.txt")
    (tmp_path / "talk.xml").symlink_to(tmp_path / "real" / "talk.xml")
    assert memcon("convert", tmp_path / "talk.txt", "--out", tmp_path).code == 0
    assert (tmp_path / "talk.xml").is_symlink()
    assert (tmp_path / "real" / "talk.xml").is_file()
    assert memcon("verify", tmp_path).code == 0


def test_an_authority_file_is_passed_over(tmp_path: Path) -> None:
    for verb in ("verify", "render"):
        ran = memcon(verb, TEI / "persons.xml", *(["--to", "text"] if verb == "render" else []))
        assert (ran.code, ran.codes) == (0, ["MC111"])
        assert memcon(verb, TEI / "persons.xml", "--fail-on", "info").code == 1
    assert memcon("validate", TEI / "persons.xml").code == 0


def test_verify_looks_elsewhere_when_told(made: Path) -> None:
    moved = made / "elsewhere" / "talk.xml"
    moved.parent.mkdir()
    (made / "talk.xml").rename(moved)
    assert memcon("verify", moved).codes == ["MC104"]
    assert memcon("verify", moved, "--transcripts", made).code == 0
    assert memcon("verify", moved, "--transcripts", made / "none").code == 2


def test_a_transcript_that_changed_is_said_and_the_proof_repeated(made: Path) -> None:
    path = made / "talk.txt"
    path.write_text(TALK + "\n\n", "utf-8")
    assert memcon("verify", made / "talk.xml").codes == ["MC110"]
    assert memcon("verify", made / "talk.xml").code == 0
    path.write_text(TALK.replace("Good", "Bad"), "utf-8")
    ran = memcon("verify", made / "talk.xml")
    assert (ran.code, sorted(ran.codes)) == (1, ["MC109", "MC110"])


def test_pages_of_one_name_do_not_replace_each_other(made: Path) -> None:
    memcon("convert", talk(made / "b", text=TALK.replace("morning", "evening")), "--out", made / "b")
    ran = memcon("render", made / "talk.xml", made / "b" / "talk.xml", "--out", made / "html")
    assert (ran.code, ran.codes) == (1, ["MC106"])
    assert "morning" in (made / "html" / "talk.html").read_text("utf-8")


# -- exit codes and formats ------------------------------------------------------------------------


def test_fail_on(made: Path) -> None:
    text = "Memorandum of Conversation\n\nMay 3, 1975\n\nIt rained.\n"  # no speaker: a warning
    path = talk(made, "warned.txt", text)
    for severity, code in (("error", 0), ("warning", 1), ("info", 1)):
        assert memcon("convert", path, "--out", made, "--fail-on", severity).code == code
        assert (made / "warned.xml").exists()


@pytest.mark.parametrize("arguments", [["convert"], ["nonsense"], ["convert", "--nonsense", "x"], ["rule", "MC000"],
                                       ["convert", "x", "--format", "xml"], ["convert", "x", "--fail-on", "never"],
                                       ["render", "x", "--to", "pdf"], ["render", "x", "--width", "0"],
                                       ["render", "x", "--to", "html", "--diplomatic"]])  # fmt: skip
def test_faults_of_usage(arguments: list[str]) -> None:
    ran = memcon(*arguments)
    assert ran.code == 2
    assert "Error: " in ran.err
    assert "Traceback" not in ran.err


def reported(ran: Ran) -> list[dict[str, object]]:
    found = json.loads(ran.out)
    assert isinstance(found, list)
    return found


def test_json_is_all_there_is_on_standard_output(made: Path) -> None:
    (made / "bad.xml").write_text("<TEI>\n<é", "utf-8")
    (made / "empty.txt").write_text("")
    calls: tuple[tuple[str, Path, list[str]], ...] = (
        ("convert", made / "empty.txt", []), ("verify", made / "bad.xml", []), ("validate", made / "bad.xml", []),
        ("render", made / "bad.xml", ["--out", str(made / "html")]),
    )  # fmt: skip
    for verb, path, words in calls:
        (found,) = reported(memcon(verb, path, "--format", "json", *words))
        assert set(found) >= {"code", "name", "severity", "message", "path", "line", "column", "hint"}
        assert (found["severity"], found["path"]) == ("error", str(path))
    clean = memcon("verify", made / "talk.xml", "--format", "json")
    assert (reported(clean), clean.code) == ([], 0)
    none = memcon("validate", made / "none.xml", "--format", "json")
    assert (reported(none)[0]["code"], none.code) == ("MC105", 2)


def test_where_data_goes_to_standard_output_json_goes_to_the_other(made: Path) -> None:
    ran = memcon("convert", "-", "--format", "json", stdin=TALK.encode())
    assert ran.out.startswith("<?xml")
    assert isinstance(json.loads(ran.err), list)
    ran = memcon("render", made / "talk.xml", "--to", "text", "--format", "json")
    assert json.loads(ran.err) == []
    assert "Good morning" in ran.out


def test_the_formats_say_the_same(made: Path) -> None:
    (made / "bad.txt").write_bytes(b"one\ntw\xc3\xb6\x08")
    human = memcon("convert", "--format", "human", made / "bad.txt")
    assert "error[MC103] forbidden-character: the character U+0008 BACKSPACE" in human.err
    assert f"--> {made / 'bad.txt'}:2:4" in human.err
    assert "\n 2 | twö\ufffd\n   |    ^\n" in human.err
    assert "= help: " in human.err
    assert f"{made / 'bad.txt'}:2:4: error MC103 " in memcon("convert", "--format", "concise", made / "bad.txt").err


# -- rule, version, help ---------------------------------------------------------------------------


def test_rules_are_listed_and_explained() -> None:
    listed = memcon("rule")
    assert [line.split()[0] for line in listed.out.splitlines()] == list(RULES)
    for code in RULES:
        told = memcon("rule", code.lower())
        assert told.code == 0
        assert RULES[code].name in told.out
        assert RULES[code].explanation.split()[-1] in told.out
    assert memcon("rule", "MC101", "MC102").out.count("\n\n") >= 4


def test_version() -> None:
    assert memcon("--version").out == f"memcon {__version__}\n"


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_has_examples_for_every_verb(flag: str) -> None:
    overview = memcon(flag)
    assert overview.code == 0
    assert "Examples:\n" in overview.out
    for verb in [*VERBS, "rule"]:
        told = memcon(verb, flag)
        assert told.code == 0
        assert re.search(rf"\n +{verb} +[A-Z]", overview.out)
        assert re.search(rf"Examples:\n +memcon {verb} ", told.out)
        assert max(map(len, told.out.splitlines())) <= 80
