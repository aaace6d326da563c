"""MC577: a room and its building, printed on two lines, are the place that the header names."""

from __future__ import annotations

import pytest

from memcon.conversion import convert
from memcon.validation import validate

TALK = """MEMORANDUM OF CONVERSATION

PARTICIPANTS:   Anna Bell
                Carl Dorn

DATE AND TIME:  Monday, October 20, 1975

PLACE:          The Oval Office
                The White House

Bell: We welcome you.

Dorn: Thank you.
"""


@pytest.mark.parametrize(
    ("locale", "wrong"),
    [
        ("The Oval Office, The White House", False),
        ("The Oval Office", False),
        ("The Oval Room, The White House", True),
        ("The White House, The Oval Office", True),
    ],
)
def test_two_lines_of_a_place(locale: str, wrong: bool) -> None:
    made = convert(TALK.encode(), "talk.txt").value
    assert made is not None
    said = "<locale>The Oval Office, The White House</locale>"
    source = made[0].data.decode()
    assert said in source
    found = validate(source.replace(said, f"<locale>{locale}</locale>").encode(), "talk.xml").diagnostics
    assert ("MC577" in {each.rule.code for each in found}) == wrong
