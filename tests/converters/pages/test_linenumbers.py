"""Numbers of lines in the margin, and numbers that are the text's own."""

from __future__ import annotations

import pytest

from memcon.converters.pages.linenumbers import line_numbers
from memcon.readers import read
from memcon.transcript import Transcript


def transcript(text: str) -> Transcript:
    value = read(text.encode(), "t.txt").value
    assert value is not None
    return value


def found(text: str) -> list[int]:
    value = transcript(text)
    return [int(value.text(span)) for span in line_numbers(value)]


def numbered(last: int, form: str = "{:>2}   they spoke of herring\n") -> str:
    return "".join(form.format(n) for n in range(1, last + 1))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (numbered(25) + "\n" + numbered(25) + "\n" + numbered(3), [*range(1, 26), *range(1, 26), 1, 2, 3]),
        (numbered(12, "{} they spoke\n"), [*range(1, 13)]),
        (numbered(9) + "10\n" + numbered(3), [*range(1, 11), 1, 2, 3]),
        ("SECRET   1\n\n" + numbered(25) + "\fSECRET   2\n\n" + numbered(25), [*range(1, 26)] * 2),
        (("      they spoke\n" * 4 + " 5    of herring\n" + "      and spoke\n" * 4 + "10    of cod\n"
          + "      and spoke\n" * 4 + "15    again\n") * 2, [5, 10, 15, 5, 10, 15]),
    ],
)  # fmt: skip
def test_line_numbers(text: str, numbers: list[int]) -> None:
    assert found(text) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "They met.\n" * 20 + numbered(12, "{} kroner were paid\n") + "They left.\n" * 20,  # a table in the text
        numbered(12, "{}. a point of the agenda\n"),  # an agenda
        "".join(f"{1950 + n} was a year of herring\n" for n in range(0, 40, 3)),  # a chronicle
        "5 kroner\n10 kroner\n15 kroner\n" * 2,
    ],
)
def test_numbers_of_the_text(text: str) -> None:
    assert found(text) == []
