"""Labels within a line."""

from __future__ import annotations

from memcon.conversion import convert

TALK = """\
Lindqvist?: By whom?

(S) Lindqvist: All of them?

Many voices: Hear, hear.
1. Lindqvist: Are the nets ready?
"""


def test_what_is_a_label_behind_its_number_is_no_second_one_within_the_line() -> None:
    """The end of the line before is a sentence, and the name stands there as it opens lines elsewhere."""
    outcome = convert(TALK.encode(), "talk.txt")
    (made,) = outcome.value or ()
    assert made.data.count(b"Lindqvist:") == 2
    assert made.data.count(b"<sp ") == 4


RUN_ON = """\
Lindqvist: Where are the nets? Aalto: In the boat. Lindqvist: In which?
Aalto: In mine. Lindqvist: Good. Aalto: It is.
Lindqvist: Then we go.
Aalto: We go.
Lindqvist: Now.
Aalto: Then now.
"""


def test_a_label_within_a_line_follows_that_which_opens_the_line() -> None:
    (made,) = convert(RUN_ON.encode(), "talk.txt").value or ()
    assert made.data.count(b"<sp ") == 10
