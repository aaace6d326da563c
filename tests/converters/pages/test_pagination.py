"""What pages print over and under their text, and what only looks like it."""

from __future__ import annotations

import pytest

from memcon.converters.pages.pagination import pagination
from memcon.readers import read
from memcon.transcript import Transcript

SPEECH = "They spoke of herring and of nothing else until the evening came, said the clerk.\n"


def transcript(text: str) -> Transcript:
    value = read(text.encode(), "t.txt").value
    assert value is not None
    return value


def found(text: str) -> list[tuple[str, str, str]]:
    value = transcript(text)
    return [(value.text(line.span), line.kind, line.place) for line in pagination(value).lines]


def pages(*furniture: str, lines: int = 25) -> str:
    """Pages of speech with these lines between them."""
    return (SPEECH * lines).join(["", *furniture, ""])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            pages("\nSECRET/NODIS    Page 1 of 3\n", "\nSECRET/NODIS    Page 2 of 3\n"),
            [("SECRET/NODIS", "classification"), ("Page 1 of 3", "pageNum")],
        ),
        (
            pages("Talks on Herring     2\n", "Talks on Herring     3\n", "Talks on Herring     4\n"),
            [("Talks on Herring", "header"), ("2", "pageNum")],
        ),
        (pages("\n- 1 -\n\n", "\n- 2 -\n\n", "\n- 3 -\n\n"), [("- 1 -", "pageNum")]),
        (pages("12\n", "13\n", "14\n"), [("12", "pageNum")]),
        (pages(*["\nCAPITAL REPORTING, INC.\n"] * 4), [("CAPITAL REPORTING, INC.", "header")]),
        (
            pages("CONFIDENTIAL     2\n", "CONFIDENTIAL     3\n"),
            [("CONFIDENTIAL", "classification"), ("2", "pageNum")],
        ),
        (pages("4    Talks on Herring\n", "6    Talks on Herring\n", "8    Talks on Herring\n"), [("4", "pageNum")]),
    ],
)
def test_furniture(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(printed, kind) for printed, kind, _ in found(text)][: len(expected)] == expected


def test_a_form_feed_tells_top_from_bottom() -> None:
    sheet = f"{SPEECH * 9}\nHerring Archives\n\n- %d -\n\f\nTALKS ON HERRING\n\n"
    lines = found("".join(sheet % n for n in range(1, 5)) + SPEECH)
    assert lines[:3] == [
        ("Herring Archives", "footer", "bottom"),
        ("- 1 -", "pageNum", "bottom"),
        ("TALKS ON HERRING", "header", "top"),
    ]
    assert pagination(transcript("".join(sheet % n for n in range(1, 5)) + SPEECH)).breaks == ()


@pytest.mark.parametrize(
    "text",
    [
        pages("Yes.\n", "Yes.\n", "Yes.\n", "Yes.\n", "Yes.\n"),  # said again and again
        pages("\nARTICLE 1\n\n", "\nARTICLE 2\n\n", "\nARTICLE 3\n\n", lines=11),  # headings that count
        pages("\nLindqvist:\n", "\nLindqvist:\n", "\nLindqvist:\n", "\nLindqvist:\n", lines=21),  # labels
        pages("1956\n", "1957\n", lines=4),  # a line that a year ends
        "\n".join(f"Wheat      {n}" for n in range(1, 9)) + "\n",  # a table
        "\n".join(f"{n}      Wheat" for n in range(1, 9)) + "\n",
        SPEECH * 3 + "12\n",  # the last line
    ],
)
def test_speech_is_no_furniture(text: str) -> None:
    assert found(text) == []
