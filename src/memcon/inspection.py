"""What the converter saw: the transcript line by line, with what each line was taken for and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from memcon.conversion import Transcribed
from memcon.diagnostics import Diagnostic


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
    by_line: dict[int, list[Diagnostic]] = {}
    for doubt in doubts:
        if doubt.location.path == transcript.name:
            by_line.setdefault(doubt.location.line, []).append(doubt)
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
            _memorandum(transcribed, line.number), tuple(by_line.get(number, ())),
        )  # fmt: skip


def _memorandum(transcribed: Transcribed, line: int) -> int:
    """Which memorandum of the transcript the line belongs to, from 1."""
    ends = [m.lines[1] for m in transcribed.converted.memoranda]
    return next((n for n, end in enumerate(ends, 1) if line <= end), len(ends))
