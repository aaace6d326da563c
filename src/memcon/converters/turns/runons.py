"""Transcripts that lost their lines: title, labels and what was said run on in one long line.

Text drawn from a page by a program may have no line break at all. What shows that people speak are labels with a colon
that recur behind ends of sentences, two or more of them in turn: each begins a paragraph.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from memcon.converters.heads.masthead import explicit_field
from memcon.converters.labels.labeltraits import FALSE_FRIENDS
from memcon.converters.pages.marks import Marks
from memcon.converters.pages.paragraphs import Para, para
from memcon.converters.words.names import fold
from memcon.transcript import Span

_LONG = 600  # characters of a line that holds several turns
_PARAS = 40  # paragraphs of a document that lost its lines
_LABEL = re.compile(
    r"(?:\A|(?<=[.?!…”\"’)\]\d])[ ]{0,2}[^\W\d_a-zA-Z]?[ ])"
    r"(?P<name>[^\W\d_a-z][\w.’'-]{0,24}(?:[ ][^\W\d_a-z][\w.’'-]{0,24}){0,3})(?::|\.[—–-](?=[ ]))"
    r"(?=[ ]{0,3}(?:[^\W\d_a-z]|[.…\[(“\"]))"
)
_AGAIN, _SPEAKERS, _TURNS = 2, 2, 4  # times that a label stands, and how many there are


def turns_apart(marks: Marks, paras: Sequence[Para]) -> Sequence[Para]:
    """The paragraphs, those of one long line that runs turns together cut before each label."""
    if len(paras) > _PARAS or not any(len(each.lines) == 1 and len(each.text) > _LONG for each in paras):
        return paras
    return tuple(piece for each in paras for piece in _pieces(marks, each))


def _pieces(marks: Marks, whole: Para) -> Iterator[Para]:
    starts = _starts(whole.text) if len(whole.lines) == 1 and len(whole.text) > _LONG else ()
    if not starts:
        yield whole
        return
    offset = whole.span.start
    bounds = [0, *(at for at in starts if at), len(whole.text)]
    for begin, end in pairwise(bounds):
        yield para(marks, [marks.paged.strip(Span(offset + begin, offset + end))])


def _starts(text: str) -> tuple[int, ...]:
    """Where labels stand in a text that recur in turn; one that stands once counts where what is above names it."""
    found = [match for match in _LABEL.finditer(text) if not _names_field(match["name"])]
    times = Counter(match["name"] for match in found)
    again = {name for name, number in times.items() if number >= _AGAIN}
    said = [match for match in found if match["name"] in again]
    changes = sum(a["name"] != b["name"] for a, b in pairwise(said))
    if len(again) < _SPEAKERS or len(said) < _TURNS or changes * 2 < len(said):
        return ()
    above = text[: said[0].start()]
    return tuple(m.start("name") for m in found if m["name"] in again or m["name"].split()[-1] in above)


def _names_field(name: str) -> bool:
    """Whether a name with a colon is that of a field, or a word that leads on to what follows."""
    return explicit_field(f"{name}: x") or not FALSE_FRIENDS.isdisjoint(fold(word) for word in name.split())
