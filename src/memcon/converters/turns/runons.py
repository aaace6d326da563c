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
_SHORTEST = 4  # letters of a name in capitals that opens a turn wherever it stands with a colon
_AGAIN, _SPEAKERS, _TURNS = 2, 2, 4  # times that a label stands, and how many there are


def turns_apart(marks: Marks, paras: Sequence[Para]) -> Sequence[Para]:
    """The paragraphs, those of one long line that runs turns together cut before each label; the others before those
    in capitals."""
    if len(paras) > _PARAS or not any(map(_is_long, paras)):
        return paras
    found = {at: _starts(each.text) for at, each in enumerate(paras) if _is_long(each)}
    shouted = _shouted(paras) if any(name.isupper() for _, again in found.values() for name in again) else None
    return tuple(
        piece for at, each in enumerate(paras) for piece in _pieces(marks, each, found.get(at, ((), ()))[0], shouted)
    )


def _shouted(paras: Sequence[Para]) -> re.Pattern[str] | None:
    """Labels in capitals that stand twice or more, wherever they stand."""
    times = Counter(match["name"] for each in paras if len(each.lines) == 1 for match in _LABEL.finditer(each.text))
    again = [name for name, number in times.items() if number >= _AGAIN and name.isupper() and len(name) >= _SHORTEST]
    names = "|".join(re.escape(name) for name in sorted(again) if not _names_field(name))
    return re.compile(rf"(?<!\S)(?:{names}):(?=\s)") if names else None


def _is_long(para: Para) -> bool:
    return len(para.lines) == 1 and len(para.text) > _LONG


def _pieces(marks: Marks, whole: Para, starts: Sequence[int], shouted: re.Pattern[str] | None) -> Iterator[Para]:
    if shouted is not None and len(whole.lines) == 1:
        starts = sorted({*starts, *(match.start() for match in shouted.finditer(whole.text))})
    if not starts:
        yield whole
        return
    offset = whole.span.start
    bounds = [0, *(at for at in starts if at), len(whole.text)]
    for begin, end in pairwise(bounds):
        yield para(marks, [marks.paged.strip(Span(offset + begin, offset + end))])


def _starts(text: str) -> tuple[tuple[int, ...], frozenset[str]]:
    """Where labels stand in a text that recur in turn, and their names; one that stands once counts where what is above
    names it."""
    found = [match for match in _LABEL.finditer(text) if not _names_field(match["name"])]
    times = Counter(match["name"] for match in found)
    again = frozenset(name for name, number in times.items() if number >= _AGAIN)
    said = [match for match in found if match["name"] in again]
    changes = sum(a["name"] != b["name"] for a, b in pairwise(said))
    if len(again) < _SPEAKERS or len(said) < _TURNS or changes * 2 < len(said):
        return (), frozenset()
    above = text[: said[0].start()]
    return tuple(m.start("name") for m in found if m["name"] in again or m["name"].split()[-1] in above), again


def _names_field(name: str) -> bool:
    """Whether a name with a colon is that of a field, or a word that leads on to what follows."""
    return explicit_field(f"{name}: x") or not FALSE_FRIENDS.isdisjoint(fold(word) for word in name.split())
