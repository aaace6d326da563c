"""What the paragraphs at the end of a memorandum are taken for."""

from __future__ import annotations

import re

import pytest

from memcon.conversion import convert

TALK = "Haddad: Good.\n\nAalto: Yes.\n\nHaddad: So be it.{call}\n\nDistribution: All\n\nNotes\n{notes}"


@pytest.mark.parametrize(
    ("call", "notes", "expected"),
    [("", "", ["p", "p"]), ("[1]", "\n[1] Not printed.\n", ["trailer", "p"])],
    ids=["a last word", "above the notes"],
)
def test_a_line_that_may_head_notes_is_text_where_there_are_none(call: str, notes: str, expected: list[str]) -> None:
    """A trailer has no text behind it."""
    outcome = convert(TALK.format(call=call, notes=notes).encode(), "talk.txt")
    (made,) = outcome.value or ()
    source = made.data.decode()
    told = [re.search(rf"<(\w+)[^>]*>{words}", source) for words in ("Distribution: All", "Notes")]
    assert [each[1] for each in told if each is not None] == expected
