"""Where people begin to speak in a head that no blank line parts from the talk.

Text drawn from a page runs the last field, the list of participants or the dateline on into the first turn. What shows
that it begins is a label that stands again below, with sentences behind it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from memcon.converters.heads.masthead import explicit_field, is_fields
from memcon.converters.heads.rolefields import role_fields
from memcon.converters.labels.labelforms import Label, candidates, ends_sentence, in_capitals
from memcon.converters.labels.labeltraits import FALSE_FRIENDS, is_titled
from memcon.converters.pages.marks import Marks
from memcon.converters.pages.paragraphs import Para, split_at
from memcon.converters.words.names import fold
from memcon.transcript import Span, Transcript

_TOP = 12  # paragraphs of a document in which a head may be
_LINES = 4  # of a paragraph that holds the end of a head and two turns
_TURNS = 3  # lines with labels, one of which stands twice
_NUMBER = re.compile(r"(?:§[ ]?)?\(?\d{1,3}[.)]?[ ]+")
_SIGNS = (":", ".", "—", "Q")  # without one of which nothing is a label here


def talk_apart(marks: Marks, paras: Sequence[Para]) -> tuple[Para, ...]:
    """The paragraphs, those at the top cut above the first turn in them."""
    starts = frozenset(_starts(marks.seen, paras[:_TOP]))
    return split_at(marks, paras, starts) if starts else tuple(paras)


def _starts(transcript: Transcript, paras: Iterable[Para]) -> Iterator[int]:
    for para in paras:
        if len(para.lines) < _LINES or not any(sign in para.text for sign in _SIGNS):
            continue
        labels = [label for label in candidates(transcript, [para]) if _may_open(transcript, para, label)]
        first = _first(transcript, para, labels)
        start = _above(transcript, para, labels, first.span.start) if first is not None else para.span.start
        if start != para.span.start:
            yield start


def _may_open(transcript: Transcript, para: Para, label: Label) -> bool:
    """Whether a label stands at the head of a line as one of a turn does, and names no field."""
    if label.prefix is not None and not label.speech:
        return False
    if label.form == "colon":
        line = transcript.strip(transcript.line_at(label.span.start).span)
        text = transcript.text(line)
        return not explicit_field(text) and not role_fields([Para(line, (line,), text)]).starts
    if label.form == "gap":
        return label.prefix is None and ends_sentence(transcript.text(transcript.line_at(label.span.start).span))
    if label.form == "dash":
        return label.delimiter[:1] in ("—", ".")
    if label.form == "stop":
        return label.speech and not label.ends_line and (in_capitals(label.name) or is_titled(label.name))
    return label.form == "letter"


def _first(transcript: Transcript, para: Para, labels: Sequence[Label]) -> Label | None:
    """The first label of a turn: one that stands again, or one above it behind which a sentence stands."""
    times = Counter(label.key for label in labels)
    again = [at for at, label in enumerate(labels) if times[label.key] > 1]
    if len(labels) < _TURNS or not again or not _are_turns(transcript, para, labels[again[0] :]):
        return None
    first = again[0]
    while first and _is_turn(transcript, labels[first - 1], labels[first].span.start):
        first -= 1
    return labels[first]


def _above(transcript: Transcript, para: Para, labels: Sequence[Label], first: int) -> int:
    """Where the first line begins that opens with one of the labels, be the line above it finished or not."""
    printed = tuple(
        {f"{label.name}{label.delimiter} " for label in labels if label.strong and label.span.start >= first}
    )
    for line in para.lines:
        text = transcript.text(line)
        numbered = _NUMBER.match(text)
        if line.start < first and text.startswith(printed, numbered.end() if numbered else 0):
            return line.start
    return first


def _are_turns(transcript: Transcript, para: Para, labels: Sequence[Label]) -> bool:
    """Whether sentences begin behind most of these labels and end above the next, or most lines open with a label."""
    if len(labels) * 3 > 2 * sum(line.start >= labels[0].span.start for line in para.lines):
        return True
    ends = [*(label.span.start for label in labels[1:]), para.span.end]
    said = [a.speech and ends_sentence(transcript.text(Span(a.span.end, b))) for a, b in zip(labels, ends, strict=True)]
    return sum(said) * 2 > len(said)


def _is_turn(transcript: Transcript, label: Label, end: int) -> bool:
    """Whether a label opens a turn that ends at an offset."""
    said = transcript.text(Span(label.span.end, end)).rstrip()
    line = transcript.line_at(label.span.start).span
    friends = {fold(word) for word in label.name.split()} & FALSE_FRIENDS
    return label.speech and said[-1:] in (".", "?", "!", "…") and not friends and not _is_field(transcript, line)


def _is_field(transcript: Transcript, line: Span) -> bool:
    return is_fields(Para(line, (line,), transcript.text(line)))
