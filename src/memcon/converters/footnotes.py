"""The block of footnotes at the end of a transcript -> footnotes, each where it is printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from memcon.converters.classification import note_categories
from memcon.converters.inlines import Reading
from memcon.converters.marks import NoteOpening
from memcon.converters.paragraphs import Para, split_at
from memcon.converters.sourcenotes import read_source_note
from memcon.model import Content, Footnote, SourceStatement
from memcon.transcript import Span

_SOURCE = re.compile(r"(?:\A|(?<=[.”)\]] ))Sources?:")


@dataclass(frozen=True, slots=True)
class ReadNote:
    """A footnote and, where it is the source note, what it says."""

    note: Footnote
    span: Span
    statement: SourceStatement | None


def footnotes(reading: Reading, paras: Iterable[Para]) -> tuple[ReadNote, ...]:
    """The footnotes in these paragraphs, which all lie in the block of notes."""
    openings = {note.label.start: note for note in reading.marks.notes}
    groups: list[tuple[NoteOpening, list[Para]]] = []
    for para in split_at(reading.marks, paras, frozenset(openings)):
        if opening := openings.get(para.span.start):
            groups.append((opening, [para]))
        elif groups:
            groups[-1][1].append(para)
    return tuple(_note(reading, opening, found) for opening, found in groups)


def _note(reading: Reading, opening: NoteOpening, paras: Sequence[Para]) -> ReadNote:
    first = reading.transcript.strip(Span(opening.label.end, paras[0].span.end))
    spans = [first, *(para.span for para in paras[1:])]
    texts = [reading.seen(span).lstrip(" :") for span in spans]
    source = next((text[at.start() :] for text in texts if (at := _SOURCE.search(text))), "")
    label = reading.plain(opening.label)
    contents: tuple[Content, ...] = tuple(reading.content(span) for span in spans)
    stated = note_categories(source)
    note = Footnote(label, opening.n, opening.identifier, contents, bool(source), stated)
    span = Span(opening.label.start, paras[-1].span.end)
    return ReadNote(note, span, read_source_note(source) if source else None)
