"""Footnotes at the foot of each page, between a rule and the end of the page, called from the page itself.

A rule above them or the end of the page below tells them from the points of a list; each is called above, by its number
glued to a word or in superior figures, behind the notes of the page before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from memcon.converters.pages.noteblocks import SUPERIOR, glued_call, lowered
from memcon.converters.pages.scattered import Scattered, ScatteredNotes
from memcon.transcript import Span, Transcript

_OPENING = re.compile(
    r"[ \t]*(?P<label>(?P<n>\d{1,3})[.)]?)(?=[ \t]+[\"“‘\[(]?[^\W\d_a-z])"
    rf"|[ \t]*(?P<raised>[{SUPERIOR}]{{1,3}})(?=[ \t]*[^\s{SUPERIOR}])"
)
_STROKES = frozenset("_—–-")
_RULE = re.compile(r"[ \t]*([_—–-])(?:[ \t]?\1){2,}[ \t\r]*\Z")


@dataclass(slots=True)
class _Foot:
    """The notes of a page as they are found, the rule above them, and where the last of them ends."""

    rule: Span | None
    notes: list[tuple[Span, str]] = field(default_factory=list)
    end: int = 0


def is_rule(text: str) -> bool:
    """Whether a line is a rule and nothing else."""
    return text.lstrip(" \t")[:1] in _STROKES and _RULE.match(text) is not None


def page_notes(transcript: Transcript, within: Span, furniture: Sequence[int]) -> ScatteredNotes | None:
    """The footnotes at the feet of pages, in order, and their calls; None where there are none, or where nothing but
    notes stands below the first foot. `furniture` are the offsets of page furniture, which the transcript hides."""
    notes: list[Scattered] = []
    calls: list[tuple[Span, str]] = []
    rules: list[Span] = []
    at = within.start
    for foot in _feet(transcript, within):
        if not (foot.rule or _ends_page(transcript, foot, within, furniture)):
            continue
        found = _calls(transcript, foot, Span(at, foot.notes[0][0].start))
        if found is None:
            continue
        calls += found
        rules += [foot.rule] if foot.rule else []
        ends = chain((label.start for label, _ in foot.notes[1:]), (foot.end,))
        notes += [
            Scattered(transcript.strip(Span(label.start, end)), label, n)
            for (label, n), end in zip(foot.notes, ends, strict=True)
        ]
        at = foot.end
    between = notes and transcript.text(Span(notes[0].span.end, within.end)).strip()
    told = sum(note.span.end - note.span.start for note in notes[1:])
    return ScatteredNotes(tuple(notes), tuple(calls), tuple(rules)) if between and len(between) > told + 1 else None


def _feet(transcript: Transcript, within: Span) -> Iterator[_Foot]:
    """What may be the notes of a page: paragraphs that open with a number, and each next number within them."""
    foot: _Foot | None = None
    blank = True
    rule: Span | None = None
    for line in transcript.lines_in(within):
        text = transcript.text(line.span)
        ruled = is_rule(text)
        if ruled or not text.strip():
            if foot is not None and ruled:
                yield foot
                foot = None
            blank, rule = True, transcript.strip(line.span) if ruled else rule
            continue
        match = _OPENING.match(text)
        n = lowered(match["n"] or match["raised"]) if match is not None else ""
        if foot is not None and blank and not (n and int(n) == int(foot.notes[-1][1]) + 1):
            yield foot
            foot = None
        if match is not None and (foot is not None or blank) and _counts(foot, int(n)):
            foot = foot or _Foot(rule)
            group = "label" if match["label"] else "raised"
            foot.notes.append((Span(line.span.start + match.start(group), line.span.start + match.end(group)), n))
        if foot is not None:
            foot.end = transcript.strip(line.span).end
        blank, rule = False, None
    if foot is not None:
        yield foot


def _counts(foot: _Foot | None, n: int) -> bool:
    return foot is None or n == int(foot.notes[-1][1]) + 1


def _ends_page(transcript: Transcript, foot: _Foot, within: Span, furniture: Iterable[int]) -> bool:
    """Whether a page ends below the notes."""
    rest = transcript.printed[foot.end : within.end]
    below = foot.end + len(rest) - len(rest.lstrip())
    return "\f" in rest[: below - foot.end] or any(foot.end <= offset < below for offset in furniture)


def _calls(transcript: Transcript, foot: _Foot, within: Span) -> list[tuple[Span, str]] | None:
    """The calls of all notes of a page, each behind the one before it; None where one is not called."""
    found: list[tuple[Span, str]] = []
    at = within.start
    for _, n in foot.notes:
        call = glued_call(transcript, n, Span(at, within.end))
        if call is None:
            return None
        found.append((call, n))
        at = call.end
    return found
