"""The block of footnotes at the end of a transcript -> footnotes, each where it is printed.

Page furniture stands in the block as it does in the text: within the paragraph of a note that goes on behind it, else
between the notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from memcon.converters.lines.furniture import FurnitureFound, furniture
from memcon.converters.lines.inlines import Reading
from memcon.converters.lines.pages import bridged, feeds, furnished
from memcon.converters.lines.sourcenotes import flowing, read_source_note
from memcon.converters.pages.marks import NoteOpening
from memcon.converters.pages.paragraphs import Para, split_at, with_furniture
from memcon.converters.release.classification import note_categories
from memcon.model import Apart, Block, Content, Footnote, Furniture, Inline, SourceStatement, Text
from memcon.transcript import Span

_SOURCE = re.compile(r"(?:\A|(?<=[.”)\]] ))(?:Sources?|SOURCES?):")


@dataclass(frozen=True, slots=True)
class ReadNote:
    """A footnote and the page furniture behind it; what it says where it is the source note."""

    note: Footnote
    apart: tuple[Apart, ...]
    span: Span
    furniture: tuple[tuple[Para, FurnitureFound], ...]
    statement: SourceStatement | None

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The note and the furniture as blocks, in printed order."""
        return (self.note, *self.apart)

    @property
    def places(self) -> tuple[tuple[int, Footnote | Furniture], ...]:
        """The note and the furniture behind it, each with the offset where it is printed."""
        furniture = (each.item for each in self.apart if isinstance(each.item, Furniture))
        behind = ((leaf.start, item) for item in furniture for leaf in item.content[:1] if isinstance(leaf, Text))
        return ((self.span.start, self.note), *behind)


@dataclass(slots=True)
class _Open:
    """The note that is being filled; `loose` furniture waits to see whether its paragraph goes on."""

    opening: NoteOpening
    paragraphs: list[list[Inline]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    loose: list[Inline] = field(default_factory=list)
    last: Para | None = None
    found: list[tuple[Para, FurnitureFound]] = field(default_factory=list)


def footnotes(reading: Reading, paras: Iterable[Para], within: Span) -> tuple[ReadNote, ...]:
    """The footnotes in these paragraphs, which all lie in the block of notes, a part of a stretch of print."""
    openings = {note.label.start: note for note in reading.marks.notes}
    return tuple(_finished(reading, note) for note in _notes(reading, paras, openings, within))


def _notes(reading: Reading, paras: Iterable[Para], openings: dict[int, NoteOpening], within: Span) -> Iterator[_Open]:
    note: _Open | None = None
    before: Para | None = None
    split = split_at(reading.marks, paras, frozenset(openings))
    for para in with_furniture(reading.marks, split, within):
        if note is not None and before is not None:
            note.loose += feeds(reading, before, para)
        before = para
        if opening := openings.get(para.span.start):
            if note is not None:
                yield note
            note = _Open(opening)
            _append(reading, note, para, reading.transcript.strip(Span(opening.label.end, para.span.end)))
        elif note is not None and (found := furniture(para)):
            note.loose += furnished(reading, para, found)
            note.found.append((para, found))
        elif note is not None:
            _append(reading, note, para, para.span)
    if note is not None:
        yield note


def _append(reading: Reading, note: _Open, para: Para, span: Span) -> None:
    """One more paragraph of a note; behind a page break it may go on with the one before."""
    text, content = reading.seen(span), reading.content(span)
    if note.last is not None and note.loose and _goes_on(note.last, para):
        before = note.paragraphs[-1]
        before[-1:] = bridged(before[-1], note.last.text, para, note.loose, "high")
        before += content
        note.texts[-1] += "\n" + text
    else:
        if note.paragraphs:
            note.paragraphs[-1] += note.loose
        note.paragraphs.append(list(content))
        note.texts.append(text.lstrip(" :"))
    note.loose, note.last = [], para


def _goes_on(before: Para, para: Para) -> bool:
    """Whether the paragraph before a page break cannot end there."""
    return not before.closed or para.text[0].islower()


def _finished(reading: Reading, note: _Open) -> ReadNote:
    assert note.last is not None
    source = next((text[at.start() :] for text in note.texts if (at := _SOURCE.search(text))), "")
    contents: tuple[Content, ...] = tuple(map(tuple, note.paragraphs))
    opening = note.opening
    made = Footnote(
        reading.plain(opening.label), opening.n, opening.identifier, contents, bool(source), note_categories(source)
    )
    span = Span(opening.label.start, note.last.span.end)
    apart = tuple(Apart(item) for item in note.loose)
    statement = read_source_note(flowing(source)) if source else None
    return ReadNote(made, apart, span, tuple(note.found), statement)
