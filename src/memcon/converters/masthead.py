"""The masthead: letterhead, and the block of SUBJECT, PARTICIPANTS, DATE AND PLACE fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from memcon.converters.lexicon import words
from memcon.converters.marks import Marks
from memcon.converters.names import HONORIFICS, OFFICES, fold, read_name
from memcon.converters.paragraphs import Para
from memcon.model import Role
from memcon.transcript import Span, Transcript

FieldKind = Literal["subject", "participants", "when", "place", "other"]

_FIELD = re.compile(r"(?P<label>[^\W\d_][\w ,/&.'’()-]{0,40}?)[ \t]*[:;](?=\s|\Z)")
_VOCABULARY = words(
    """
    subject subjects re participants participant present attendees attending those the and meeting date dates
    time place location date/time interpreter interpreters notetaker notetakers note-taker note-takers note
    taker takers distribution copies copy to from via drafted cleared approved by reference ref of conversation
    also others other us u.s american soviet russian side for telephone call list
    """
)
_OPENERS = words(
    """
    subject re participants participant present attendees date time place location from to
    """
)
_LETTERHEAD = re.compile(r"[^a-zа-я]*")
_STAFF: dict[str, Role] = {
    "interpreter": "interpreter",
    "notetaker": "notetaker",
    "note-taker": "notetaker",
    "note": "notetaker",
}


@dataclass(frozen=True, slots=True)
class Field:
    """One field: the span of its label (colon included) and the spans of its value's lines."""

    kind: FieldKind
    role: Role | None
    label: Span
    values: tuple[Span, ...]


def is_letterhead(para: Para) -> bool:
    """Whether a paragraph before the title is a letterhead: a few lines in capitals, without a colon."""
    return (
        len(para.lines) <= 5
        and len(para.text) <= 200
        and bool(_LETTERHEAD.fullmatch(para.text))
        and ":" not in para.text
    )


def opens_fields(para: Para) -> bool:
    """Whether a paragraph opens the block of fields."""
    match = _FIELD.match(para.text)
    return match is not None and _is_field(match["label"]) and bool(_words(match["label"]) & _OPENERS)


def is_fields(para: Para) -> bool:
    """Whether a paragraph goes on with the block of fields."""
    match = _FIELD.match(para.text)
    return match is not None and _is_field(match["label"])


def fields(marks: Marks, paras: Sequence[Para]) -> Iterator[Field]:
    """The fields of consecutive paragraphs; a line without a field name continues the field above it."""
    label: Span | None = None
    values: list[Span] = []
    for para in paras:
        for line in para.lines:
            match = _FIELD.match(marks.seen.text(line))
            if match is not None and _is_field(match["label"]):
                if label is not None:
                    yield _field(marks.seen, label, values)
                label, values = Span(line.start, line.start + match.end()), []
                line = marks.paged.strip(Span(label.end, line.end))
            if line.start < line.end:
                values.append(line)
    if label is not None:
        yield _field(marks.seen, label, values)


def _words(label: str) -> set[str]:
    return {fold(w) for w in re.findall(r"[\w./-]+", label)}


def _is_field(label: str) -> bool:
    words = _words(label)
    return bool(words) and words <= _VOCABULARY


def _field(transcript: Transcript, label: Span, values: list[Span]) -> Field:
    words = _words(transcript.text(label))
    role = next((role for word, role in _STAFF.items() if word in words or word + "s" in words), None)
    kind: FieldKind = "other"
    if role is not None or words & {"participants", "participant", "present", "attendees", "attending"}:
        kind = "participants"
    elif words & {"subject", "subjects", "re"}:
        kind = "subject"
    elif words & {"date", "time", "date/time"}:
        kind = "when"
    elif words & {"place", "location"}:
        kind = "place"
    return Field(kind, role, label, tuple(values))


def printed_names(transcript: Transcript, field: Field) -> Iterator[Span]:
    """The printed participants of a field: one a line, or several in a line where commas part plain names."""
    for line in field.values:
        text = transcript.text(line)
        pieces = [m for m in re.finditer(r"[^,;]+", text) if m.group().strip()]
        if len(pieces) > 1 and all(_plain_name(piece.group()) for piece in pieces):
            for piece in pieces:
                yield transcript.strip(Span(line.start + piece.start(), line.start + piece.end()))
        elif read_name(text).full:
            yield transcript.strip(Span(line.start, line.end - (text[-1:] in ",;")))


def _plain_name(text: str) -> bool:
    words = text.split()
    titled = [w for w in words if fold(w.strip(".")) in OFFICES and fold(w.strip(".")) not in HONORIFICS]
    return 1 <= len(words) <= 4 and not titled and all(w[:1].isupper() for w in words)
