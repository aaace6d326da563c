"""How much structure a file may have: what is cut up or nested as no transcript is would take memory out of all
proportion to its length, and is refused by name.

A line, a paragraph, a mark costs about as much as a thousand characters, whatever it holds. So a large file is read
only where its text prevails; a small one may be anything.
"""

from __future__ import annotations

import re

from memcon.diagnostics import Diagnostic, Location
from memcon.rules import rule
from memcon.transcript import Transcript

FREE = 20_000
"""So many pieces a file may have, however short they are: the longest memoranda have a tenth of it."""

DEEPEST = 2_000
"""So many elements may be open at once. (Browsers stop at 512.)"""

_CHARACTERS = 40  # of print that a piece has on average
_BLANK = 16  # lines that cost what a printed one does, where they are blank
_SOURCE = 8  # characters of source to an element or a piece of text of a web page
_BRACKETED = re.compile(r"[\[(][^\[\]()\n]{1,60}[\])]")
_ELLIPSIS = re.compile(r"(?<!\S)(?:\.{3,4}|…|\.\s\.\s\.(?:\s\.)?)(?!\S)")  # each is a mark by itself
_HINT = "is it a transcript? if it is, divide the file"


def excessive(transcript: Transcript) -> Diagnostic | None:
    """MC114 where lines, paragraphs and marks are too many for the text; None where they are not."""
    length = len(transcript.printed)
    if not too_many(2 * len(transcript.lines) + len(transcript.styles) + length, length):
        return None  # as every short one: none of its characters need be counted
    marks = len(transcript.styles) + transcript.printed.count("\f")
    brackets = transcript.printed.count("]") + transcript.printed.count(")")
    omissions = transcript.printed.count("…") + transcript.printed.count(".") // 3
    if not too_many(2 * len(transcript.lines) + marks + brackets + omissions, length):
        return None
    told = (1 for pattern in (_BRACKETED, _ELLIPSIS) for _ in pattern.finditer(transcript.printed))
    pieces = marks + _lines_and_paragraphs(transcript) + sum(told)
    if not too_many(pieces, length):
        return None
    return refusal(f"{pieces} lines, paragraphs and marks in {length} characters", transcript.location(0))


def too_many(pieces: int, characters: int) -> bool:
    """Whether so many characters may not have so many pieces."""
    return pieces > max(FREE, characters // _CHARACTERS)


def _lines_and_paragraphs(transcript: Transcript) -> int:
    """How many lines are printed, and how many of them have a blank one above; of blank lines a part counts."""
    count, blank = len(transcript.lines) // _BLANK, True
    for line in transcript.lines:
        above, blank = blank, not transcript.text(line.span).strip()
        count += 0 if blank else 2 if above or line.heading else 1
    return count


def most_elements(source: str) -> int:
    """How many elements and pieces of text a web page of this length may have."""
    return max(FREE, len(source) // _SOURCE)


def refusal(message: str, place: Location) -> Diagnostic:
    """MC114 at a place."""
    return Diagnostic(rule("MC114"), f"{message}: no transcript has that", place, _HINT)
