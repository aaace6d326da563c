"""Text that was never wrapped: which of its lines open paragraphs."""

from __future__ import annotations

from memcon.converters.pages.longlines import unwrapped
from memcon.readers import read

LONG = "The harbour is in a poor state, and nobody knows when the sheds will be ready. " * 2
NAMES = "Secretary Anna Holt; Mr. Emil Ames; General Carl Brand; Foreign Minister Dorn; " * 2


def opening(text: str) -> frozenset[int]:
    made = read(text.encode(), "talk.txt").value
    assert made is not None
    return unwrapped(made)


def test_long_lines_that_end_sentences_are_paragraphs() -> None:
    assert opening(f"{LONG}\n{LONG}\nHolt said so.\n") == {2, 3}


def test_wrapped_lines_are_none() -> None:
    assert opening("The harbour is in a poor state,\nand nobody knows when.\n") == frozenset()


def test_what_a_line_with_a_colon_leads_on_to_stays_below_it() -> None:
    text = f"PARTICIPANTS:\n{NAMES}Mr. Coe.\n\n{LONG}\n{LONG}\n"
    assert opening(text) == {3, 4, 5}
    assert opening(text.replace(":", "")) == {2, 3, 4, 5}
