"""What differs between two sequences: of words and tags, or of checksums."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import takewhile
from typing import NamedTuple

_MOST = 20  # differences of one file that are told
_LARGE = 4000  # parts on either side beyond which only the first difference is told


class Hunk(NamedTuple):
    """A difference between two sequences: what of the first stands where what of the second does."""

    old: range
    new: range


def hunks(old: Sequence[object], new: Sequence[object]) -> Iterator[Hunk]:
    """What is otherwise in the second of two sequences, up to a bound."""
    first = sum(1 for _ in takewhile(_are_equal, zip(old, new, strict=False)))
    most = min(len(old), len(new)) - first
    last = min(most, sum(1 for _ in takewhile(_are_equal, zip(reversed(old), reversed(new), strict=False))))
    a, b = old[first : len(old) - last], new[first : len(new) - last]
    if len(a) > _LARGE or len(b) > _LARGE:
        yield Hunk(range(first, first + len(a)), range(first, first + len(b)))
        return
    matched = SequenceMatcher(None, a, b)  # what stands everywhere is no beginning of a match: else it takes long
    changed = [each for each in matched.get_opcodes() if each[0] != "equal"]
    for _, i, j, m, n in changed[:_MOST]:
        yield Hunk(range(first + i, first + j), range(first + m, first + n))


def _are_equal(pair: tuple[object, object]) -> bool:
    return pair[0] == pair[1]
