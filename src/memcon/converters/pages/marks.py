"""Marks that an edition sets into the text: page marks (`[Page 212]`), footnotes and the marks that call them.

They interrupt words, labels and titles, so they are found first and hidden from the other passes: `Marks.seen` is the
transcript with blanks in their place, and in that of every other kind of space, all offsets unchanged.
 Where text is written, they come back as what they are.

Footnotes stand at the end, in a block of lines that open with a number (`[1] ...`, `[^1]: ...`, `1. ...`). A call is
believed only where a note answers it: numbers in brackets anywhere, numbers glued to a word only in their order.
Notes whose label repeats the call to the letter (`/1/`, `(1)`) stand behind any paragraph, each one by itself.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from heapq import merge
from itertools import pairwise
from typing import Literal
from unicodedata import decimal

from memcon.converters.pages.linenumbers import line_numbers
from memcon.converters.pages.noteblocks import SUPERIOR, Opening, note_block
from memcon.converters.pages.pagemarks import page_marks
from memcon.converters.pages.pagenotes import is_rule, page_notes
from memcon.converters.pages.pagination import Place, pagination
from memcon.converters.pages.scattered import scattered_notes
from memcon.converters.release.withheld import FEATURE_OPENS, GAP_OPENS
from memcon.model import FurnitureKind
from memcon.transcript import Span, Transcript

_SPACES = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_DIVIDES = re.compile(r"[-\f](?:(?<=\f)|(?=[ \t]*\r?\n))")  # a word at a line's end, or pages


_ELLIPSES = (".", "…")
_OPENS_NOTES = frozenset("[*†‡/(" + SUPERIOR)  # or a figure


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark in the running text: a page mark with its number, the call of a note with the note's id, page furniture
    (a line number among it) with its kind and place, or, with an empty span, a page's end that nothing prints."""

    span: Span
    page: str = ""
    note: str = ""
    in_word: bool = False
    kind: FurnitureKind | Literal[""] = ""
    place: Place = ""

    @property
    def ends_page(self) -> bool:
        """Whether the mark is the end of a page."""
        return self.span.start == self.span.end


@dataclass(frozen=True, slots=True)
class NoteOpening:
    """Where a footnote begins: the span of its printed label, its number, and its id, unique in the transcript."""

    label: Span
    n: str
    identifier: str


@dataclass(frozen=True)
class Marks:
    """All marks of a transcript in order, and the transcript as the other passes see it.

    `paged` hides page marks and furniture alone: it tells where paragraphs begin and end. `furniture` is what is set
    back where no other pass has written it. `noted` are the blocks of footnotes, one at
    most for each memorandum, from the first note to the memorandum's end. `told` is whether any were looked for.
    """

    transcript: Transcript
    seen: Transcript
    paged: Transcript
    marks: tuple[Mark, ...]
    notes: tuple[NoteOpening, ...]
    noted: tuple[Span, ...]
    furniture: tuple[Mark, ...] = ()
    told: bool = True

    @property
    def none(self) -> bool:
        """Whether nothing was found, so that all of the transcript is text."""
        return not (self.marks or self.notes or self.furniture)

    def in_notes(self, offset: int) -> bool:
        """Whether the character at an offset stands in a block of footnotes."""
        at = bisect_right(self._noted_starts, offset) if self.noted else 0
        return at > 0 and offset < self.noted[at - 1].end

    @cached_property
    def _noted_starts(self) -> tuple[int, ...]:
        return tuple(block.start for block in self.noted)

    def is_plain(self, span: Span) -> bool:
        """Whether nothing but print stands in a span: no mark, nothing that can be a gap, no word or page that ends."""
        return bisect_left(self._begun, span.start) == bisect_left(self._begun, span.end)

    @cached_property
    def _begun(self) -> array[int]:
        """Where anything else than print can begin, in order."""
        gaps = (at for at in self._opened if GAP_OPENS.match(self.seen.printed, at))
        divided = (match.start() for match in _DIVIDES.finditer(self.paged.printed))
        told = (each for each in (self._starts, self._furniture_starts, array("q", gaps), array("q", divided)) if each)
        return array("q", merge(*told))  # they may be very many

    def may_hold_features(self, span: Span) -> bool:
        """Whether brackets, ellipses or anything else but words can stand in a span. An ellipsis at its very beginning
        is one whatever stands before it."""
        first, end = bisect_left(self._opened, span.start), bisect_left(self._opened, span.end)
        return first < end or self.seen.printed.startswith(_ELLIPSES, span.start)

    @cached_property
    def _opened(self) -> array[int]:
        """Where such features can open, in order: those that gaps open with among them."""
        return array("q", (match.start() for match in FEATURE_OPENS.finditer(self.seen.printed)))

    @cached_property
    def paged_by_marks(self) -> bool:
        """Whether marks in the text say where its pages begin."""
        return any(mark.page for mark in self.marks)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(mark.span.start for mark in self.marks)

    @cached_property
    def _furniture_starts(self) -> tuple[int, ...]:
        return tuple(mark.span.start for mark in self.furniture)

    def within(self, span: Span) -> tuple[Mark, ...]:
        """The page marks and the calls of notes in a span."""
        if not self.marks:
            return ()
        return self.marks[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def furniture_in(self, span: Span) -> tuple[Mark, ...]:
        """The page furniture in a span."""
        if not self.furniture:
            return ()
        first, end = (bisect_left(self._furniture_starts, offset) for offset in span)
        return self.furniture[first:end]


def marks(transcript: Transcript, text: frozenset[int] = frozenset()) -> Marks:
    """Find all marks of a transcript that holds one memorandum, or is not known to hold more. `text` are lines of the
    source that an editor decided to be no furniture."""
    transcript = _spaced(transcript)
    pages = tuple(_pages(transcript))
    furniture = tuple(_furniture(_hidden(transcript, pages), text))
    paged = _hidden(transcript, sorted((*pages, *furniture), key=lambda mark: mark.span))
    return _noted(Marks(transcript, paged, paged, pages, (), (), furniture), ())


def parted(found: Marks, starts: Sequence[int]) -> Marks:
    """The same marks once it is known where the second memorandum and those behind it begin: a note is called in its
    own memorandum alone. The very same where that changes nothing."""
    if not found.told:
        return found
    again = _noted(found, starts)
    return found if (again.marks, again.notes, again.noted) == (found.marks, found.notes, found.noted) else again


def _noted(known: Marks, starts: Sequence[int]) -> Marks:
    """The marks with the footnotes and their calls, found anew in each of the memoranda."""
    transcript, paged = known.transcript, known.paged
    pages = tuple(mark for mark in known.marks if mark.page)
    furniture = tuple(mark for mark in known.furniture if not is_rule(transcript.text(mark.span)))
    if len(furniture) < len(known.furniture):  # rules above notes that were found before
        paged = _hidden(transcript, sorted((*pages, *furniture), key=lambda mark: mark.span))
    furnished = [mark.span.start for mark in furniture if mark.kind not in ("", "lineNum")]
    notes: list[NoteOpening] = []
    noted: list[Span] = []
    calls: list[Mark] = []
    rules: list[Mark] = []
    begin = transcript.front_matter.end if transcript.front_matter is not None else 0  # where no figure calls a note
    for start, end in pairwise([begin, *starts, len(transcript.printed)]):
        if not _may_hold_notes(paged, Span(start, end)):
            continue
        if scattered := scattered_notes(paged, Span(start, end)) or page_notes(paged, Span(start, end), furnished):
            openings = tuple(_identified(Opening(note.label, note.n) for note in scattered.notes))
            notes += openings
            noted += [note.span for note in scattered.notes]
            calls += _called(openings, scattered.calls)
            rules += [Mark(rule, kind="footer", place="bottom") for rule in scattered.rules]
            continue
        if block := note_block(paged, Span(start, end)):
            openings = tuple(_identified(block.openings))
            notes += openings
            noted.append(Span(openings[0].label.start, end))
            calls += _called(openings, block.calls)
    if rules:
        paged = _hidden(paged, rules)
        furniture = tuple(sorted((*furniture, *rules), key=lambda mark: mark.span))
    seen = _hidden(paged, calls)
    every = tuple(sorted((*pages, *calls), key=lambda mark: mark.span))
    return Marks(transcript, seen, paged, every, tuple(notes), tuple(noted), furniture)


def _may_hold_notes(transcript: Transcript, within: Span) -> bool:
    """Whether any line begins with a figure or a sign, as all notes do, or a list draws the figures: most texts have
    no such line."""
    if transcript.items:
        return True
    lines = (transcript.text(line.span).lstrip(" \t")[:1] for line in transcript.lines_in(within))
    return any(first in _OPENS_NOTES or first.isdecimal() for first in lines)


def unmarked(transcript: Transcript) -> Marks:
    """For a transcript whose marks contradict each other: none are told, and all of it is text."""
    transcript = _spaced(transcript)
    return Marks(transcript, transcript, transcript, (), (), (), (), told=False)


def _spaced(transcript: Transcript) -> Transcript:
    """The transcript with a blank for each other space: no-break spaces and their like part words as blanks do."""
    printed = _SPACES.sub(" ", transcript.printed)
    return replace(transcript, printed=printed) if printed != transcript.printed else transcript


def _pages(transcript: Transcript) -> Iterator[Mark]:
    text = transcript.printed
    for match in page_marks(text):
        in_word = text[match.start() - 1 : match.start()].isalpha() and text[match.end() : match.end() + 1].isalpha()
        yield Mark(Span(*match.span()), page=match["n"], in_word=in_word)


def _furniture(transcript: Transcript, text: frozenset[int]) -> Iterator[Mark]:
    """The numbers of lines and the furniture of pages, in order."""
    numbers = [Mark(span, kind="lineNum") for span in line_numbers(transcript)]
    found = pagination(_hidden(transcript, numbers))
    lines = [
        Mark(line.span, kind=line.kind, place=line.place)
        for line in found.lines
        if not text or transcript.source_line(line.span.start) not in text
    ]
    ends = [Mark(Span(offset, offset)) for offset in found.breaks]
    yield from sorted((*numbers, *lines, *ends), key=lambda mark: mark.span)


def _hidden(transcript: Transcript, marks: Sequence[Mark]) -> Transcript:
    """The transcript with blanks instead of these marks, which come in order."""
    if not marks:
        return transcript
    parts: list[str] = []
    at = 0
    for start, end in (mark.span for mark in marks):
        parts += [transcript.printed[at:start], " " * (end - start)]
        at = end
    parts.append(transcript.printed[at:])
    return replace(transcript, printed="".join(parts))


# -- notes ----------------------------------------------------------------------------------------


def _identified(found: Iterable[Opening]) -> Iterator[NoteOpening]:
    seen: dict[str, int] = {}
    for label, n in found:
        key = (
            "".join(str(decimal(c, c)) for c in n)
            if n.isalnum()
            else {"*": "star", "†": "dagger", "‡": "double-dagger"}[n[0]] + "-more" * (len(n) - 1)
        )
        seen[key] = seen.get(key, 0) + 1
        yield NoteOpening(label, n, f"n{key}" if seen[key] == 1 else f"n{key}-{seen[key]}")


def _called(openings: Iterable[NoteOpening], calls: Iterable[tuple[Span, str]]) -> Iterator[Mark]:
    """The calls of notes among the text: each calls the next note of its number, else the first of all."""
    by_number: dict[str, list[NoteOpening]] = {}
    for opening in openings:
        by_number.setdefault(opening.n, []).append(opening)
    for span, n in calls:
        same = by_number[n]
        at = bisect_left(same, span, key=lambda opening: opening.label)
        yield Mark(span, note=same[at if at < len(same) else 0].identifier)
