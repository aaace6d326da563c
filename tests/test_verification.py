"""verify as a function: what it says where the proof cannot even be tried."""

from __future__ import annotations

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
