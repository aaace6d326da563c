"""Dates, times and places of a line, marked where they are printed."""

from __future__ import annotations

from memcon.converters.lines.inlines import Reading
from memcon.converters.talks.datelines import When
from memcon.model import Content, DateMention, Inline, PlaceMention, TimeMention
from memcon.transcript import Span


def mentioned(reading: Reading, span: Span, when: When) -> Content:
    """A line as content in which date, time and place are marked."""
    spans: list[tuple[int, int, DateMention | TimeMention | PlaceMention]] = []
    base = span.start
    if when.date is not None:
        content = reading.plain(Span(base + when.date.start, base + when.date.end))
        spans.append((when.date.start, when.date.end, DateMention(content, when.date.iso)))
    for time in (when.time, when.end):
        if time is not None:
            content = reading.plain(Span(base + time.start, base + time.end))
            spans.append((time.start, time.end, TimeMention(content, time.at, time.until)))
    for place in (when.place, when.room):
        if place is not None:
            spans.append((*place, PlaceMention(reading.plain(Span(base + place[0], base + place[1])))))
    items: list[Inline] = []
    at = 0
    for start, end, mention in sorted(spans, key=lambda s: s[0]):
        items += reading.raw(Span(base + at, base + start))
        items.append(mention)
        at = end
    return (*items, *reading.raw(Span(base + at, span.end)))
