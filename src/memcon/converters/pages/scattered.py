"""Footnotes that stand among the text, each in a paragraph of its own behind the one that calls it.

Label and call are alike to the letter: `/1/Text` is called by `/1/` anywhere, `(1) Text` by `(1)` that is glued to a
word or a stop, for numbers in parentheses that stand apart count the points of a speech.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from memcon.transcript import Span, Transcript

_STYLES = (  # what opens a note, what calls one, and what both hold
    (
        re.compile(r"(?<![ \t])[ \t]*(?P<label>/(?P<n>\d{1,3})/)(?=[ \t]*\S)"),
        re.compile(r"(?<![\d/])/\d{1,3}/(?![\d/])"),
        re.compile(r"/\d{1,3}/"),
    ),
    (
        re.compile(r"(?<![ \t])[ \t]*(?P<label>\((?P<n>\d{1,3})\))(?=[ \t]+\S)"),
        re.compile(r"(?<=[^\W\d_]|[.,;:!?”\"’')\]])\(\d{1,3}\)(?!\w)"),
        re.compile(r"\(\d{1,3}\)"),
    ),
)


class Scattered(NamedTuple):
    """A footnote among the text: all of it, its label and its number."""

    span: Span
    label: Span
    n: str


@dataclass(frozen=True, slots=True)
class ScatteredNotes:
    """The footnotes among the text of a memorandum, their calls with the number of the note, and the rules that part
    them from the text above."""

    notes: tuple[Scattered, ...]
    calls: tuple[tuple[Span, str], ...]
    rules: tuple[Span, ...] = ()


def scattered_notes(transcript: Transcript, within: Span) -> ScatteredNotes | None:
    """The footnotes that are labelled as they are called, and called before they come; None where there are none, or
    where a label is called by nothing."""
    for opening, call, held in _STYLES:
        notes = tuple(_notes(transcript, within, opening)) if held.search(transcript.printed, *within) else ()
        if not notes:
            continue
        labels, known = {note.label for note in notes}, {note.n for note in notes}
        found = (
            (Span(*match.span()), match.group().strip("/()")) for match in call.finditer(transcript.printed, *within)
        )
        calls = [(span, n) for span, n in found if span not in labels and n in known]
        if _answered(notes, calls):
            return ScatteredNotes(notes, tuple(calls))
    return None


def _notes(transcript: Transcript, within: Span, opening: re.Pattern[str]) -> Iterator[Scattered]:
    """What opens a paragraph like a note, up to the next blank line or the next of its kind."""
    found: re.Match[str] | None = None
    blank = True
    end = within.start
    for line in transcript.lines_in(within):
        text = transcript.strip(line.span)
        if text.start == text.end:
            blank = True
            continue
        match = opening.match(transcript.printed, line.span.start, line.span.end)
        if found and (blank or match):
            yield _note(found, end)
            found = None
        if match and (blank or found is None):
            found = match
        blank, end = False, text.end
    if found:
        yield _note(found, end)


def _note(opening: re.Match[str], end: int) -> Scattered:
    return Scattered(Span(opening.start("label"), end), Span(*opening.span("label")), opening["n"])


def _answered(notes: Sequence[Scattered], calls: Sequence[tuple[Span, str]]) -> bool:
    """Whether each note is called before it stands."""
    first: dict[str, int] = {}
    for span, n in calls:
        first.setdefault(n, span.start)
    return all(first.get(note.n, note.label.end) < note.label.start for note in notes)
