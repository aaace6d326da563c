"""Paragraphs whose speaker stands at their end: `“When will it open?” (Aalto)`, `When will it open? —Aalto`.

They are not made turns, since what comes before may be of several people; where two or more of those who take part are
named so, each is pointed out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from memcon.converters.turns.bodies import Taken
from memcon.converters.words.names import read_name, same_name
from memcon.diagnostics import Diagnostic
from memcon.model import Person
from memcon.transcript import Span, Transcript

_NAMED = re.compile(
    r"[.?!…”\"][ ]{0,2}(?:\((?P<enclosed>[^\W\d_a-z][^()\n]{1,40})\)|"
    r"[—–]{1,2}[ ]?(?P<dashed>[^\W\d_a-z][^—–\n.?!]{1,40}))\Z"
)
_TAIL = 60  # characters
_SEVERAL = 2


def named_at_end(transcript: Transcript, taken: Sequence[Taken], persons: Sequence[Person]) -> tuple[Diagnostic, ...]:
    """A diagnostic for each paragraph without a label that ends with the name of somebody who takes part."""
    found = tuple(_named(taken, persons))
    return tuple(_said(transcript, span) for span in found) if len(found) >= _SEVERAL else ()


def _said(transcript: Transcript, span: Span) -> Diagnostic:
    message = f"{transcript.text(span)!r} may be who says what stands before the name"
    hint = "if it is so, encode the turn in the TEI by hand"
    return transcript.diagnostic("MC231", message, span, hint)


def _named(taken: Sequence[Taken], persons: Sequence[Person]) -> Iterator[Span]:
    known = [read_name(person.name) for person in persons]
    for each in taken:
        text = each.para.text
        if each.role != "text" or not (text.endswith(")") or "—" in text[-_TAIL:] or "–" in text[-_TAIL:]):
            continue
        match = _NAMED.search(text[-_TAIL:])
        if match is not None and any(same_name(read_name(match["enclosed"] or match["dashed"]), p) for p in known):
            group = "enclosed" if match["enclosed"] else "dashed"
            start = each.para.span.end - min(len(text), _TAIL)
            yield Span(start + match.start(group), start + match.end(group))
