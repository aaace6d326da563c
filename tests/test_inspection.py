"""What the converter saw."""

from __future__ import annotations

import json

from click.testing import CliRunner

from conftest import TRANSCRIPTS
from memcon.cli import main
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
