"""Marks that an edition sets into the text: page marks (`[Page 212]`), footnotes and the marks that call them.

They interrupt words, labels and titles, so they are found first and hidden from the other passes: `Marks.seen` is the
transcript with blanks in their place, and in that of every other kind of space, all offsets unchanged.
 Where text is written, they come back as what they are.

Footnotes stand at the end, in a block of lines that open with a number (`[1] ...`, `[^1]: ...`, `1. ...`). A call is
believed only where a note answers it: numbers in brackets anywhere, numbers glued to a word only in their order.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from memcon.transcript import Span, Transcript

_PAGE = re.compile(r"\[\s*[Pp](?:age|\.)\s*(\w{1,8})\s*\]")
_OPENINGS = (
    re.compile(r"[ \t]*(?P<label>\[\^?(?P<n>\d{1,3}|[a-z]|\*{1,3}|†|‡)\]:?)(?=[ \t]+\S)"),
    re.compile(r"[ \t]*(?P<label>(?P<n>\d{1,3})[.)])(?=[ \t]+\S)"),
    re.compile(r"[ \t]*(?P<label>(?P<n>\d{1,3}))(?=[ \t]+[\"“‘\[(]?[^\W\d_a-z])"),
    re.compile(r"[ \t]*(?P<label>(?P<n>\*{1,3}|†|‡))(?=[ \t]*\S)"),
)
_BRACKETED = 0
_SPACES = dict.fromkeys((0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")
_GLUED = r"(?:(?<=[^\W\d_])|(?<=[.,;:?!”’\"'\)\]])|(?<=\b(?:19|20)\d\d)){}(?![\w.]?\d|\w)"
_BESIDE = r"(?m:(?<=[^\W\d_][ ]){0}(?=\s|\Z)|(?<=[\w.][ ]){0}(?=[ ]?\d{{0,2}}[ ]*$))"


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark in the running text: a page mark with its number, or the call of a note with the note's id."""

    span: Span
    page: str = ""
    note: str = ""
    in_word: bool = False


@dataclass(frozen=True, slots=True)
class NoteOpening:
    """Where a footnote begins: the span of its printed label, its number, and its id, unique in the transcript."""

    label: Span
    n: str
    identifier: str


@dataclass(frozen=True)
class Marks:
    """All marks of a transcript in order, and the transcript as the other passes see it.

    `paged` hides page marks alone: it tells where paragraphs begin and end. `notes_start` is where the block of
    footnotes begins (the transcript's end where there is none).
    """

    seen: Transcript
    paged: Transcript
    marks: tuple[Mark, ...]
    notes: tuple[NoteOpening, ...]
    notes_start: int

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(mark.span.start for mark in self.marks)

    def within(self, span: Span) -> tuple[Mark, ...]:
        """The marks in a span."""
        return self.marks[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]


def marks(transcript: Transcript) -> Marks:
    """Find all marks of a transcript."""
    transcript = _spaced(transcript)
    pages = tuple(_pages(transcript))
    paged = _hidden(transcript, tuple(mark.span for mark in pages))
    notes, style = _notes(paged)
    start = notes[0].label.start if notes else len(transcript.printed)
    calls = tuple(_calls(paged, notes, start, bracketed=style == _BRACKETED)) if notes else ()
    found = tuple(sorted((*pages, *calls), key=lambda mark: mark.span))
    seen = _hidden(paged, tuple(mark.span for mark in calls))
    return Marks(seen, paged, found, notes, start)


def _spaced(transcript: Transcript) -> Transcript:
    """The transcript with a blank for each other space: no-break spaces and their like part words as blanks do."""
    printed = transcript.printed.translate(_SPACES)
    return replace(transcript, printed=printed) if printed != transcript.printed else transcript


def _pages(transcript: Transcript) -> Iterator[Mark]:
    text = transcript.printed
    for match in _PAGE.finditer(text):
        in_word = text[match.start() - 1 : match.start()].isalpha() and text[match.end() : match.end() + 1].isalpha()
        yield Mark(Span(*match.span()), page=match[1], in_word=in_word)


def _hidden(transcript: Transcript, spans: tuple[Span, ...]) -> Transcript:
    """The transcript with blanks instead of these spans."""
    if not spans:
        return transcript
    parts: list[str] = []
    at = 0
    for start, end in spans:
        parts += [transcript.printed[at:start], " " * (end - start)]
        at = end
    parts.append(transcript.printed[at:])
    return replace(transcript, printed="".join(parts))


# -- notes ----------------------------------------------------------------------------------------


def _notes(transcript: Transcript) -> tuple[tuple[NoteOpening, ...], int]:
    """The footnotes at the end of a transcript and the style of their labels (an index of `_OPENINGS`)."""
    for style, pattern in enumerate(_OPENINGS):
        openings = [
            (match, line.span.start)
            for line in transcript.lines
            if (match := pattern.match(transcript.text(line.span)))
        ]
        found = _block(openings, ordered=style != _BRACKETED)
        if found and _answered(transcript, found, style):
            return tuple(_identified(found)), style
    return (), -1


def _block(openings: list[tuple[re.Match[str], int]], ordered: bool) -> list[tuple[Span, str]]:
    """The last run of openings that begins with 0 or 1; in an ordered run numbers neither leap nor fall back."""
    run: list[tuple[Span, str]] = []
    last = -1
    for match, start in openings:
        n = match["n"]
        number = int(n) if n.isdigit() else max(last, 0)
        first = not n.isdigit() or number <= 1
        follows = last - 1 <= number <= last + 2 if ordered else True
        if (run and follows and number not in (0, 1)) or (run and last == 0 and number == 1):
            pass
        elif first:
            run = []
        else:
            run, last = [], -1
            continue
        run.append((Span(start + match.start("label"), start + match.end("label")), n))
        last = number
    return run


def _answered(transcript: Transcript, found: list[tuple[Span, str]], style: int) -> bool:
    """Whether the text before calls the notes; a block that opens with `Source:` needs no call."""
    first = found[0][0]
    text = transcript.printed[: first.start]
    after = transcript.printed[first.end : first.end + 40].lstrip(" :")
    if style == _BRACKETED:
        called = sum(1 for _, n in found if re.search(rf"\[\^?{re.escape(n)}\]", text))
    else:
        called = sum(1 for _, n in found if re.search(_GLUED.format(re.escape(n)), text))
    return (called * 2 >= len(found) and (called > 0)) or bool(re.match(r"Source\b", after))


def _identified(found: list[tuple[Span, str]]) -> Iterator[NoteOpening]:
    seen: dict[str, int] = {}
    for label, n in found:
        key = n if n.isalnum() else {"*": "star", "†": "dagger", "‡": "double-dagger"}[n[0]] + "-more" * (len(n) - 1)
        seen[key] = seen.get(key, 0) + 1
        yield NoteOpening(label, n, f"n{key}" if seen[key] == 1 else f"n{key}-{seen[key]}")


def _calls(transcript: Transcript, notes: tuple[NoteOpening, ...], end: int, bracketed: bool) -> Iterator[Mark]:
    """The calls of the notes: bracketed ones wherever they stand, glued ones in the order of the notes."""
    by_number: dict[str, str] = {}  # of doubled numbers the first is meant
    for note in notes:
        by_number.setdefault(note.n, note.identifier)
    text = transcript.printed
    if bracketed:
        for match in re.finditer(r"\[\^?(\d{1,3}|[a-z]|\*{1,3}|†|‡)\]", text[:end]):
            if match[1] in by_number:
                yield Mark(Span(*match.span()), note=by_number[match[1]])
        return
    at = 0
    for n, identifier in by_number.items():
        glued, beside = (re.compile(pattern.format(re.escape(n))) for pattern in (_GLUED, _BESIDE))
        if found := glued.search(text, at, end) or beside.search(text, at, end):
            yield Mark(Span(*found.span()), note=identifier)
            at = found.end()
