"""Where paragraphs begin in text that was never wrapped: a long line is a paragraph by itself.

A page saved as text may print every paragraph on one line with no blank line between them. Lines so long that hardly
any page holds them end a sentence there, again and again: where text is wrapped, most of its lines do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from memcon.transcript import Transcript

_LONG = 120  # characters that hardly any page holds in a line
_LEAST, _SHARE = 2, 2  # long lines that end a sentence, and how many for one that does not
_ENDED = re.compile(r"[.?!…”\"’'»)\]][”\"’'»)\]]{0,3}(?:\s?\[?\^?\d{1,3}\]?|\s?\([A-Z]{1,4}\)|↩|\*){0,4}\Z")
_TAIL = 24  # characters in which a line's end is told


class _Row(NamedTuple):
    number: int
    long: bool
    ended: bool
    leads: bool


def unwrapped(transcript: Transcript) -> frozenset[int]:
    """The numbers of the lines that open a paragraph: long ones that end a sentence, and what stands below these."""
    if not _may_be_unwrapped(transcript):
        return frozenset()
    rows = tuple(_rows(transcript))
    ended = sum(row.ended for row in rows)
    if ended < _LEAST or ended < _SHARE * (sum(row.long for row in rows) - ended):
        return frozenset()
    return frozenset(
        below.number for above, below in pairwise(rows) if above.ended or (below.ended and not above.leads)
    )


def _may_be_unwrapped(transcript: Transcript) -> bool:
    """Whether a long line and another stand together with no blank line between, as in most transcripts none do."""
    above = 0
    for start, end, _ in transcript.lines.bounds():
        length = end - start
        if (length > _LONG and above) or (above > _LONG and length):
            return True
        above = length
    return False


def _rows(transcript: Transcript) -> Iterator[_Row]:
    """The lines; a blank one is neither long nor ended, and one that leads on to the next ends with a colon."""
    printed = transcript.printed
    for number, (start, end, _) in enumerate(transcript.lines.bounds(), 1):
        tail = printed[max(start, end - _TAIL) : end].rstrip()
        long = end - start > _LONG
        yield _Row(number, long, long and _ENDED.search(tail) is not None, not long and tail.endswith(":"))
