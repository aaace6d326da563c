"""What the converter saw."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click import unstyle
from click.testing import CliRunner

from conftest import TRANSCRIPTS
from memcon.cli import main
from memcon.cli.inspect import shown
from memcon.conversion import Settings, transcribe
from memcon.inspection import inspect

TALK = """Memorandum of Conversation between Anna Lindqvist and Omar Haddad
12 March 1983

Lindqvist: Good morning.

It is late.

First. There is a point.

[Source: Archive of Sweden]
"""


def test_every_line_is_shown_with_what_it_was_taken_for() -> None:
    outcome = transcribe(TALK.encode(), "talk.txt", Settings())
    assert outcome.value is not None
    lines = list(inspect(outcome.value, outcome.diagnostics))
    assert [line.number for line in lines] == list(range(1, 11))
    assert [line.role for line in lines] == ["head", "head", "", "label", "", "text", "", "text", "", "source-note"]
    assert lines[3].person == "lindqvist"
    assert "names somebody who takes part" in lines[3].evidence
    assert [line.text for line in lines] == TALK.splitlines()


def test_every_printed_line_of_the_transcripts_has_a_role() -> None:
    for path in TRANSCRIPTS.iterdir():
        outcome = transcribe(path.read_bytes(), path.name, Settings())
        assert outcome.value is not None
        for line in inspect(outcome.value, outcome.diagnostics):
            assert bool(line.role) == bool(line.text.strip()) or not line.evidence


def test_doubts_stand_at_their_lines() -> None:
    path = TRANSCRIPTS / "clinton-yeltsin-1997-11-22.md"
    outcome = transcribe(path.read_bytes(), path.name, Settings())
    assert outcome.value is not None
    lines = inspect(outcome.value, outcome.diagnostics)
    doubts = {line.number: [d.rule.code for d in line.doubts] for line in lines if line.doubts}
    assert doubts == {46: ["MC205"], 58: ["MC205"], 70: ["MC205"], 108: ["MC205", "MC206"]}


def test_the_verb() -> None:
    path = str(TRANSCRIPTS / "gorbachev-kissinger-1989-01-17.txt")
    shown = CliRunner().invoke(main, ["inspect", path])
    assert shown.exit_code == 0
    assert "label" in shown.output
    as_json = CliRunner().invoke(main, ["inspect", path, "--json", "--doubts"])
    objects = [json.loads(line) for line in as_json.stdout.splitlines()]
    assert [o["line"] for o in objects] == [25]
    assert objects[0]["doubts"][0]["code"] == "MC212"


DOUBTED = """Memorandum of Conversation between Anna Lindqvist and Omar Haddad
12 March 1983

Lindqvist: Good morning.

Haddad: Good morning.

Lindqvists: It is late, and there is so much to be said of the herring that it will not be said on this line alone.

Haddad: It is.
"""


@pytest.fixture
def doubted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("talk.txt").write_text(DOUBTED, "utf-8")
    return tmp_path


def test_what_is_not_about_a_line_is_told_with_its_own_place(doubted: Path) -> None:
    """A decision that nothing answers to stands on a line of edition.toml, and on none of the transcript."""
    Path("edition.toml").write_text('[[line]]\ntranscript = "talk.txt"\nline = 90\nrole = "text"\n')
    ran = CliRunner().invoke(main, ["inspect", "talk.txt", "--edition", "edition.toml"])
    assert "MC902" not in ran.stdout
    assert "--> edition.toml:1:1" in ran.stderr
    assert "MC212" not in ran.stderr, "what was told beside its line is not told again"
    assert "inspected: 1 warning, 1 note" in ran.stderr


def test_doubts_count_and_go_into_reports(doubted: Path) -> None:
    assert CliRunner().invoke(main, ["inspect", "talk.txt"]).exit_code == 0
    words = ["inspect", "talk.txt", "--fail-on", "info", "--format", "json=seen.json"]
    ran = CliRunner().invoke(main, words)
    assert ran.exit_code == 1
    assert "inspected: 1 note" in ran.stderr
    assert [each["code"] for each in json.loads(Path("seen.json").read_text())] == ["MC212"]
    ran = CliRunner().invoke(main, ["inspect", "talk.txt", "--format", "jsonl", "--json"])
    assert all("role" in json.loads(line) for line in ran.stdout.splitlines()), "the listing is the answer"
    assert json.loads(ran.stderr)["code"] == "MC212"


def test_colour_is_that_of_the_option(doubted: Path) -> None:
    assert "\x1b[32mlabel" in CliRunner().invoke(main, ["inspect", "talk.txt", "--color", "always"], color=True).stdout
    assert "\x1b" not in CliRunner().invoke(main, ["inspect", "talk.txt"], color=True).stdout


def test_an_encoding_nobody_knows(doubted: Path) -> None:
    ran = CliRunner().invoke(main, ["inspect", "talk.txt", "--encoding", "hex"])
    assert (ran.exit_code, "no text encoding" in ran.stderr) == (2, True)


def test_how_a_doubt_is_settled_stands_below_it() -> None:
    outcome = transcribe(b"Bell: a\n\nDorn: b\n\nBell: c\n\nDorn: d\n\nFalk: e\n", "talk.txt", Settings())
    assert outcome.value is not None
    doubted = [line for line in inspect(outcome.value, outcome.diagnostics) if line.doubts]
    hint = next(doubt.hint for line in doubted for doubt in line.doubts if doubt.hint)
    assert any(hint in row for line in doubted for row in shown(line, 0))


@pytest.mark.parametrize("columns", [0, 200, 120, 80, 50, 1])
def test_a_line_fits_into_the_terminal(columns: int) -> None:
    outcome = transcribe(DOUBTED.encode(), "talk.txt", Settings())
    assert outcome.value is not None
    for line in inspect(outcome.value, outcome.diagnostics):
        rows = list(shown(line, columns))
        if columns >= 50:
            assert all(len(unstyle(row)) <= columns for row in rows), rows
        told = " ".join(" ".join(map(unstyle, rows)).split())
        for words in (line.evidence, line.text[:12], *(doubt.message for doubt in line.doubts)):
            assert " ".join(words.split()) in told


def test_a_doubt_stands_at_its_own_line_of_a_page_on_one_line() -> None:
    """A web page may be one line of source: the column tells which of its paragraphs is meant."""
    page = "<html><body>" + "".join(f"<p>{line}</p>" for line in DOUBTED.splitlines() if line) + "</body></html>"
    outcome = transcribe(page.encode(), "talk.html", Settings())
    assert outcome.value is not None
    assert outcome.diagnostics
    lines = list(inspect(outcome.value, outcome.diagnostics))
    assert {line.number for line in lines} == {1}
    assert [line.text[:10] for line in lines for _ in line.doubts] == ["Lindqvists"]
