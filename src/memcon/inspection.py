"""What the converter saw: the transcript line by line, with what each line was taken for and why."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from memcon.conversion import Transcribed
from memcon.diagnostics import Diagnostic
from memcon.transcript import Transcript


@dataclass(frozen=True, slots=True)
class SeenLine:
    """A line of the print and its number in the source (from 1), what it was taken for, the evidence, who speaks,
    and the doubts about it.

    A line that goes on with what the line before began has the same role and no evidence; a blank one no role.
    """

    number: int
    text: str
    role: str
    evidence: str
    person: str
    memorandum: int
    doubts: tuple[Diagnostic, ...]


def inspect(transcribed: Transcribed, doubts: tuple[Diagnostic, ...]) -> Iterator[SeenLine]:
    """Every line of a transcript in order; `doubts` are the diagnostics of its conversion, some of which may be about
    other files."""
    transcript, converted = transcribed.transcript, transcribed.converted
    starts = sorted(converted.takings, key=lambda taking: (taking.span.start, -taking.span.end))
    beside = _beside(transcript, doubts)
    ends = [memorandum.lines[1] for memorandum in converted.memoranda]
    at = -1
    for line in transcript.lines:
        text = transcript.text(line.span)
        number = transcript.source_line(line.span.start)
        end = max(line.span.end, line.span.start + 1)
        here = [t for t in starts[at + 1 : at + 9] if line.span.start <= t.span.start < end]
        at += len(here)
        current = starts[at] if at >= 0 and starts[at].span.end > line.span.start and text.strip() else None
        shown = here[0] if here else current
        yield SeenLine(
            number, text, shown.role if shown else "", here[0].evidence if here else "", shown.person if shown else "",
            min(bisect_left(ends, line.number) + 1, len(ends)), tuple(beside.get(line.number, ())),
        )  # fmt: skip


def _beside(transcript: Transcript, doubts: Iterable[Diagnostic]) -> dict[int, list[Diagnostic]]:
    """The doubts about a transcript by the numbers of its lines. One line of a web page's source may hold many lines of
    print: the last that begins before the place is meant."""
    found: dict[int, list[Diagnostic]] = {}
    starts: dict[int, list[tuple[int, int]]] = {}
    for line in transcript.lines:
        place = transcript.location(line.span.start)
        blank = not transcript.text(line.span).strip()
        if not blank or place.line not in starts:
            starts.setdefault(place.line, []).append((place.column, line.number))
    for doubt in doubts:
        if doubt.location.path == transcript.name and (lines := starts.get(max(doubt.location.line, 1))):
            at = bisect_right(lines, doubt.location.column, key=lambda start: start[0])
            found.setdefault(lines[max(at - 1, 0)][1], []).append(doubt)
    return found
