"""When and where a talk was, as only the footnote that names the source tells it: `The conversation took place at about
8 p.m. in the Oval Office.`

Of two clocks (`8 p.m. Oslo time, or 9 a.m. February 5 Hanoi time`) the one of the dateline's place counts, else the
first. A time of another day, or of another talk (`an earlier conversation`), is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from memcon.converters.dating.clocks import PrintedTime, times
from memcon.converters.lines.footnotes import ReadNote
from memcon.converters.talks.places import is_locale
from memcon.converters.words.months import MONTH_NUMBERS
from memcon.converters.words.names import fold
from memcon.transcript import Span, Transcript

_BEGAN = re.compile(
    r"\b(?:The|the|This|this)\s+(?:telephone\s+)?(?:conversation|meeting|call|talks?|discussion|conference|session)\s+"
    r"(?:apparently\s+|probably\s+)?(?:took\s+place|was\s+held|occurred|began|started|was\s+placed)\b"
)
_WHERE = re.compile(
    r"[^.;]{0,80}?\s(?:in|at|aboard)\s(?:the\s)?(?P<place>[^\W\d_a-z][\w’'.-]*(?:\s(?:of\s|the\s)*[^\W\d_a-z][\w’'-]*){0,5})"
)
_WAS_IN = re.compile(
    r"[^\W\d_a-z][\w’'-]+\swas\sin\s(?P<place>[^\W\d_a-z][\w’'-]+(?:\s[^\W\d_a-z][\w’'-]+)?)(?=[;.,]|\sand\s)"
)
_REACH = 120  # characters behind these words
_BETWEEN = re.compile(r"(?:[^.;]|(?<=\b[A-Z])\.){0,60}")
_CLOCK_OF = re.compile(r"(?<!\w)(?P<place>[^\W\d_a-z]\w*(?:\s[^\W\d_a-z]\w*)?)\s+time\b")
_PARTING = re.compile(r",|\bor\b")
_DAY = re.compile(r"(?P<month>[^\W\d_]{3,9})\s+(?P<day>\d{1,2})\b|(?P<day2>\d{1,2})\s+(?P<month2>[^\W\d_]{3,9})\b")


@dataclass(frozen=True, slots=True)
class NotedTime:
    """A time, the stretch of the note that tells it, and the note's id."""

    time: PrintedTime
    span: Span
    note: str


def noted_time(transcript: Transcript, notes: Iterable[ReadNote], iso: str, place: str) -> NotedTime | None:
    """The time that the first of the source notes to say one tells, for a talk of an ISO date at a place."""
    for note in notes:
        if note.statement is None:
            continue
        text = transcript.text(note.span)
        for began in _BEGAN.finditer(text) if "time" in text or "m." in text or "noon" in text else ():
            behind = text[began.end() : began.end() + _REACH]
            found = _of_place(behind, list(times(behind)), place)
            if found is not None and _same_day(_PARTING.split(behind[: found.start])[-1], iso):
                start = note.span.start
                told = Span(start + began.start(), start + began.end() + found.end)
                return NotedTime(found, told, note.note.identifier)
    return None


def noted_place(transcript: Transcript, notes: Iterable[ReadNote]) -> str:
    """The building that the first of the source notes to say so names as where people met; empty where none does."""
    for note in notes:
        text = " ".join(transcript.text(note.span).split()) if note.statement is not None else ""
        for began in _BEGAN.finditer(text):
            where = _WHERE.match(text, began.end())
            if where is not None and is_locale(where["place"]):
                return where["place"].rstrip(".")
    return ""


def noted_places(transcript: Transcript, notes: Iterable[ReadNote]) -> tuple[str, ...]:
    """Where those were who talked from afar, as a source note says of each: `Lund was in Oslo; Ek was in Rome.`"""
    texts = (transcript.text(note.span) for note in notes if note.statement is not None)
    return tuple(match["place"] for text in texts if " was in " in text for match in _WAS_IN.finditer(text))


def _of_place(text: str, found: list[PrintedTime], place: str) -> PrintedTime | None:
    """Of the times of one sentence the one on the clock of a place, else the first."""
    first = next((each for each in found if _BETWEEN.fullmatch(text[: each.start])), None)
    if first is None:
        return None
    for each in found:
        clock = _CLOCK_OF.search(text[each.end : each.end + 40])
        if clock is not None and place and fold(clock["place"]).split()[-1] in fold(place):
            return each
    return first


def _same_day(text: str, iso: str) -> bool:
    """Whether no other day than that of an ISO date is printed."""
    for match in _DAY.finditer(text):
        month = MONTH_NUMBERS.get(fold(match["month"] or match["month2"]))
        if month is not None and iso[5:] != f"{month:02}-{int(match['day'] or match['day2']):02}":
            return False
    return True
