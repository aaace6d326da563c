"""verify as a function: what it says where the proof cannot even be tried."""

from __future__ import annotations

import re

import pytest

from harness import TALK
from memcon.conversion import convert
from memcon.fidelity import TranscriptReference
from memcon.verification import verify

MADE = convert(TALK.encode(), "talk.txt").value
assert MADE is not None
SOURCE = MADE[0].data.decode()


def codes(source: str, transcript: bytes = TALK.encode(), encoding: str | None = None) -> list[str]:
    def load(named: TranscriptReference) -> tuple[str, bytes]:
        assert named.path == "talk.txt"
        return "talk.txt", transcript

    found = verify(source.encode(), "talk.xml", load, encoding).diagnostics
    assert all(each.location.line >= 1 for each in found)
    return [each.rule.code for each in found]


def test_a_proof_that_holds() -> None:
    assert codes(SOURCE) == []


@pytest.mark.parametrize("transcript", [None, b"words", TALK.encode() + b"\nMore.\n"])
def test_what_is_wrong_with_the_transcript_stands_where_it_is_named(transcript: bytes | None) -> None:
    def load(_named: TranscriptReference) -> tuple[str, bytes]:
        if transcript is None:
            raise FileNotFoundError(2, "No such file or directory")
        return "talk.txt", transcript

    found = verify(SOURCE.encode(), "talk.xml", load).diagnostics
    assert {each.rule.code for each in found} <= {"MC104", "MC110", "MC112"}
    line = SOURCE[: SOURCE.index('<ptr target="talk.txt')].count("\n") + 1
    assert {each.location.line for each in found} == {line}


def test_another_encoding_of_the_transcript() -> None:
    assert codes(SOURCE, TALK.encode("utf-16")) == ["MC110"]
    assert codes(SOURCE, TALK.encode("cp037")) != []
    assert codes(SOURCE, TALK.encode("cp037"), "cp037") == ["MC110"]


@pytest.mark.parametrize(
    ("transcript", "code"), [(b"", "MC101"), (b"\xff\xff", "MC102"), (b"a\x00", "MC103"), (b"words", "MC112")]
)
def test_a_transcript_that_became_something_else(transcript: bytes, code: str) -> None:
    assert code in codes(SOURCE, transcript)


@pytest.mark.parametrize("target", ["", "#line=0,3", "talk.txt#page=3", "talk.txt#line=3", "talk.txt#line=a,b"])
def test_no_transcript_is_named(target: str) -> None:
    made = SOURCE.replace(f'target="talk.txt#line=0,{TALK.count(chr(10))}"', f'target="{target}"')
    assert made != SOURCE
    assert codes(made) == ["MC112"]


def test_a_transcript_that_cannot_be_loaded() -> None:
    def load(_named: TranscriptReference) -> tuple[str, bytes]:
        raise PermissionError(13, "Permission denied", "talk.txt")

    (found,) = verify(SOURCE.encode(), "talk.xml", load).diagnostics
    assert found.rule.code == "MC104"
    assert "talk.txt cannot be read: Permission denied" in found.message
    assert "--transcripts" in found.hint


def test_no_text_no_proof() -> None:
    source = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><standOff/></TEI>'
    assert codes(source) == ["MC111"]
    assert codes("<TEI/>") == ["MC403"]


def alone(source: str) -> list[tuple[str, int, int]]:
    """What is said of a file whose transcript is lost: the codes and places."""

    def load(named: TranscriptReference) -> tuple[str, bytes]:
        raise FileNotFoundError(2, "No such file or directory", named.path)

    found = verify(source.encode(), "talk.xml", load).diagnostics
    return [(each.rule.code, each.location.line, each.location.column) for each in found[1:]]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Let us begin.", "Let us begin<note resp='#edition' type='editorial'>A toast.</note>."),
        ("Let us begin.", "<hi>Let us</hi>\n   begin."),
        ("Let us begin.", "Let us <choice><sic>begin</sic><corr resp='#edition'>start</corr></choice>."),
        ("Good morning. We have", "Good morning.</p>\n<p>We have"),
    ],
)
def test_a_file_tells_without_its_transcript_that_its_print_is_whole(before: str, after: str) -> None:
    assert before in SOURCE
    assert alone(SOURCE) == []
    assert alone(SOURCE.replace(before, after)) == []


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("Let us begin.", "Let us start.", "Bell:</speaker>"),
        ("We have come a long way.", "", "Dorn:</speaker>"),
        ("I agree.", "I agree. We all do.", "We all do.</p>"),
    ],
)
def test_a_file_tells_without_its_transcript_where_its_print_was_changed(before: str, after: str, shown: str) -> None:
    edited = SOURCE.replace(before, after)
    assert edited != SOURCE
    ((code, line, column),) = alone(edited)
    assert code == "MC115"
    assert edited.splitlines()[line - 1][column - 1 :] == shown


def test_a_file_without_checksums_has_no_more_to_say() -> None:
    bare = re.sub(r' print="[^"]*"', "", SOURCE)
    assert bare != SOURCE
    assert alone(bare.replace("Let us begin.", "Let us start.")) == []
