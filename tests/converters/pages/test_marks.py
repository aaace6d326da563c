"""Footnotes, their calls, page marks."""

from __future__ import annotations

import pytest

from memcon.converters.pages.marks import marks
from memcon.converters.pages.paragraphs import paragraphs
from memcon.readers import read
from memcon.transcript import Transcript


def transcript(text: str) -> Transcript:
    value = read(text.encode(), "t.txt").value
    assert value is not None
    return value


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("A talk[1]\n\nHe left.[2]\n\n[1] Source: here.\n\n[2] In May.\n", ["[1]", "[2]"]),
        ("A talk[^1]\n\nHe left.[^2]\n\n[^1]: Source: here.\n\n[^2]: In May.\n", ["[^1]", "[^2]"]),
        ("A talk1\n\nHe left in May.2\n\n  1. Source: here.\n  2. In May.\n", ["1", "2"]),
        ("Notes, May 5, 19561\n\nWhy?2 So.\n\n  1. Source: here.\n  2. Not found.\n", ["1", "2"]),
        ("A talk0\n\nHe left.1\n\n  0. Source: here.\n  1. In May.\n", ["0", "1"]),
        ("A talk*\n\nHe left.\n\n* Source: here, box 4.\n", ["*"]),
        ("He left.*\n\nWhy?**\n\nSo.†\n\n* In May.\n** Unknown.\n† Or not.\n", ["*", "**", "†"]),
        ("A talk [1] here.\n\nHe left[2] then.\n\n1. In May.\n2. Or June.\n", ["[1]", "[2]"]),
        ("A talk¹ here.\n\nHe left.²\n\n1. In May.\n2. Or June.\n", ["¹", "²"]),
        ("A talk¹ here.\n\nHe left.²\n\n¹ In May.\n² Or June.\n", ["¹", "²"]),
        ("A talk (1).\n\nHe left (2).\n\n1. In May.\n2. Or June.\n", ["(1)", "(2)"]),
        ("A talk (1) here.\n\nHe left.\n\nNotes:\n1. In May.\n", ["(1)"]),
        ("He left.1\n\n_____\n1 In May.\n\n- 2 -\n\nWhy?2 So.\n\n_____\n2 Or June.\n\n- 3 -\n\nOh.\n", ["1", "2"]),
    ],
)
def test_calls(text: str, calls: list[str]) -> None:
    value = transcript(text)
    found = marks(value)
    assert [value.text(mark.span) for mark in found.marks if mark.note] == calls
    assert "Source" not in found.seen.printed[: found.noted[0].start]
    assert all(mark.note in {note.identifier for note in found.notes} for mark in found.marks)


@pytest.mark.parametrize(
    "text",
    [
        "Points:\n\n1. We met.\n\n2. We left.\n",
        "A talk about [1] thing\n\nand no notes\n",
        "Two points: (1) the nets, and (2) the price.\n\n1. The nets are wide.\n2. The price is low.\n",
        "He left 10² times.\n\n1. The first point is long.\n\n2. The second.\n\n3. The third.\n\n4. The last.\n",
        "He left.\n\n_____\n1 In May.\n\n- 2 -\n\nWhy? So.\n",
        "In 1956 there were 2 men.\n\n1. The first point is long.\n2. The second.\n",
    ],
)
def test_lists_are_no_notes(text: str) -> None:
    assert marks(transcript(text)).notes == ()


def test_doubled_and_disordered_notes() -> None:
    text = "A[1] b[11] c[2] d[2]\n\n[1] One.\n\n[11] Eleven.\n\n[2] Two.\n\n[2] Two again.\n"
    found = marks(transcript(text))
    assert [note.identifier for note in found.notes] == ["n1", "n11", "n2", "n2-2"]
    assert [mark.note for mark in found.marks] == ["n1", "n11", "n2", "n2"]


def test_page_marks_in_words_and_apart() -> None:
    value = transcript("[Page 1]\n\nThis is recom[Page 67]mended.\n\n[p. 68]\n")
    found = marks(value)
    assert [(mark.page, mark.in_word) for mark in found.marks] == [("1", False), ("67", True), ("68", False)]
    assert [(p.page, p.text.strip()) for p in paragraphs(found)] == [
        ("1", ""), ("", "This is recom         mended."), ("68", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("One {12} two {13} three {14} four", ["12", "13", "14"]),
        ("One [л. 8] two [л. 9] three [л. 10] four", ["8", "9", "10"]),
        ("One |3| two |4| three |5| four", ["3", "4", "5"]),
        ("One (p. 3) two (p. 4) three (p. 5) four", ["3", "4", "5"]),
        ("See it (p. 3), and him (p. 34), and her (p. 5).", []),
        ("One {12} two {14} three {15} four", []),
        ("| 1 | one\n| 2 | two\n| 3 | three\n", []),
        ("It is known/1/ and seen/2/ and said/3/ here.", []),
    ],
)
def test_other_page_marks_count(text: str, pages: list[str]) -> None:
    assert [mark.page for mark in marks(transcript(text)).marks] == pages


def test_nothing_moves() -> None:
    value = transcript("A talk[1] on[Page 2]ward\n\n[1] Source: here.\n")
    assert len(marks(value).seen.printed) == len(value.printed)


def test_indented_first_lines_part_paragraphs() -> None:
    text = "    First begins\nand goes on.\n    Second begins\nand goes on.\n    Third.\n    Fourth begins\nhere.\n"
    found = paragraphs(marks(transcript(text)))
    assert [p.text.split()[0] for p in found] == ["First", "Second", "Third.", "Fourth"]
