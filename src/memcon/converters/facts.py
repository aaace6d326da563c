"""What the header of a memorandum says, gathered from its parts and from the editor's decisions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from memcon.converters.bodies import Taken
from memcon.converters.boundaries import Extent
from memcon.converters.classification import Marking, sentence
from memcon.converters.clocks import PrintedTime, find_time
from memcon.converters.dates import PrintedDate
from memcon.converters.dispatches import told_place
from memcon.converters.doubts import unknown_terms
from memcon.converters.footnotes import ReadNote
from memcon.converters.furniture import FurnitureFound, categories, custodies
from memcon.converters.genres import medium_of, opens_foreign_title
from memcon.converters.headings import is_dispatch
from memcon.converters.heads import Head
from memcon.converters.notedtimes import noted_time
from memcon.converters.offices import is_american
from memcon.converters.paragraphs import Para
from memcon.converters.places import is_locale
from memcon.converters.scenes import Cast
from memcon.converters.sourcenotes import SourceNote
from memcon.decisions import Edition, MemorandumDecision
from memcon.diagnostics import Diagnostic
from memcon.model import Custody, Facts, Moment, SourceStatement
from memcon.transcript import Span, Transcript

_ENDED = re.compile(
    r"\b(?:meeting|conversation|call|talk|session|president)\b[^.]{0,60}?\b(ended|adjourned|concluded|left|broke up)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Conversation:
    """All that is known of one memorandum when its header is drawn up."""

    transcript: Transcript
    seen: Transcript
    extent: Extent
    head: Head
    notes: tuple[SourceNote, ...]
    footnotes: tuple[ReadNote, ...]
    cast: Cast
    taken: Sequence[Taken]
    before: Moment | None

    @property
    def statements(self) -> tuple[SourceStatement, ...]:
        """What the source notes say, wherever they stand."""
        below = (note.statement for note in self.notes)
        apart = (read.statement for read in self.footnotes if read.statement is not None)
        return (*self.head.statements, *below, *apart)


def facts(known: Conversation, edition: Edition) -> tuple[Facts, tuple[Diagnostic, ...]]:
    """The facts of one memorandum, and a diagnostic for each that is missing or doubtful."""
    decision = next((d for d in edition.memoranda if d.line == known.extent.first_line), MemorandumDecision(""))
    moment, found = _moment(known, decision)
    place = decision.place or _told_place(known) or known.head.place
    room = "" if decision.place else known.head.room
    title = decision.title or known.head.title
    cast = known.cast
    persons = tuple(replace(p, role="principal") if p.identifier in decision.principals else p for p in cast.persons)
    translators = tuple(dict.fromkeys(t for said in known.statements for t in said.translators))
    about = next(iter(edition.transcripts), None)
    stated = Facts(
        title=title, title_decided=bool(decision.title), subject=known.head.subject, moment=moment,
        number=known.head.number, place="" if is_locale(place) and not room else place,
        place_decided=bool(decision.place), locale=room or (place if is_locale(place) else ""),
        medium=_medium(known, title, place), persons=persons, featured=decision.principals or _featured(cast),
        sources=known.statements, translators=translators,
        source_edition=_edition_name(known, about.source_edition if about else ""),
        custody=tuple(dict.fromkeys(_custody(known))), classification=_classification(known),
        excerpt=known.head.excerpt, original_language=about.original_language if about else "",
    )  # fmt: skip
    return stated, (*found, *_missing(known, stated))


def _told_place(known: Conversation) -> str:
    """Where the talk was that a telegram reports."""
    if not is_dispatch(known.head.title):
        return ""
    return told_place([t.para.text for t in known.taken if t.role in ("text", "label")])


def _moment(known: Conversation, decision: MemorandumDecision) -> tuple[Moment, list[Diagnostic]]:
    head, transcript = known.head, known.transcript
    time = _time(known)
    moment = Moment(start=time.at if time else "", end=time.until if time else "", offset=time.offset if time else "")
    if decision.date:
        return replace(moment, date=decision.date, decided=True), []
    if head.date is not None:
        iso = _iso(known, head.date)
        told = Moment(date=iso) if len(iso) == len("YYYY-MM") else replace(moment, date=iso)
        if time is None and len(iso) == len("YYYY-MM-DD") and not is_dispatch(head.title):
            told, noted = _noted(known, told)
            return told, [*_doubts(known, head.date, iso), *noted]
        return told, list(_doubts(known, head.date, iso))
    first = _start(known)
    if known.before is not None and known.before.date:
        message = f"no date is printed; {known.before.date} is taken over from the memorandum before"
        doubt = transcript.diagnostic("MC211", message, first)
        return replace(moment, date=known.before.date, inherited=True), [doubt]
    return moment, [transcript.diagnostic("MC202", "no date is printed", first, "add one under [[memorandum]]")]


def _noted(known: Conversation, moment: Moment) -> tuple[Moment, list[Diagnostic]]:
    """The moment with the time that only a source note tells, if one does."""
    found = noted_time(known.seen, known.footnotes, moment.date, known.head.place)
    if found is None:
        return moment, []
    message = f"{found.time.at[:5]} is taken from the source note"
    told = replace(moment, start=found.time.at, end=found.time.until, told_in=found.note)
    return told, [known.transcript.diagnostic("MC332", message, found.span)]


def _iso(known: Conversation, date: PrintedDate) -> str:
    """The ISO form of a date; of one in figures that has two readings the first, if the record is American and both
    are of one year."""
    if date.iso or not date.readings or date.readings[0][:4] != date.readings[-1][:4]:
        return date.iso
    lines = known.transcript.lines
    span = Span(lines[known.extent.first_line - 1].span.start, lines[known.extent.last_line - 1].span.end)
    return date.readings[0] if is_american(known.seen.text(span)) else ""


def _doubts(known: Conversation, date: PrintedDate, iso: str) -> Iterator[Diagnostic]:
    """What is doubtful about the date of the head."""
    transcript, start = known.transcript, known.head.when_at
    at = Span(start, start + date.end - date.start)
    printed, hint = transcript.text(at), "give the date under [[memorandum]] in edition.toml"
    if date.readings:
        meant = f"{iso} is meant, the record being American" if iso else "nothing says which"
        message = f"{printed!r} can be {' or '.join(date.readings)}: {meant}"
        yield transcript.diagnostic("MC308", message, at, hint)
    elif not iso:
        yield transcript.diagnostic("MC304", f"there is no {printed}", at)
    if date.circa:
        yield transcript.diagnostic("MC308", f"{printed!r} is printed as approximate", at, hint)
    if date.wrong_day is not None:
        day = Span(start + date.wrong_day[0], start + date.wrong_day[1])
        message = f"{iso} was no {transcript.text(day)}"
        yield transcript.diagnostic("MC309", message, day, hint)


def _time(known: Conversation) -> PrintedTime | None:
    """When the talk began and ended: as the head says (a telegram's says when it was sent), or its own first
    paragraphs; an end that only the last sentences tell completes it."""
    texts = [t.para.text for t in known.taken if t.role in ("text", "label")]
    time = None if is_dispatch(known.head.title) else known.head.time
    if time is None and is_dispatch(known.head.title):
        time = next((found for text in texts[:6] if (found := find_time(text)) and found.until), None)
    if time is None or time.until:
        return time
    closing = next((find_time(t.para.text) for t in known.taken if t.role == "closer"), None)
    if closing is not None:
        return replace(time, until=_after(time.at, closing.at))
    for text in reversed(texts[-4:]):
        ended = _ENDED.search(text)
        found = find_time(text, ended.end(1)) if ended else None
        if found is not None and found.start - ended.end(1) <= 12 if ended else False:
            assert found is not None
            return replace(time, until=_after(time.at, found.at))
    return time


def _after(start: str, end: str) -> str:
    """The end of a talk on the clock of its start: `12:25 p.m.` to `1:10` is 13:10."""
    hour = int(end[:2])
    return f"{hour + 12:02}{end[2:]}" if end < start and hour < 12 else end


def _start(known: Conversation) -> Span:
    line = known.transcript.lines[known.extent.first_line - 1]
    for at in range(line.number - 1, known.extent.last_line):
        span = known.transcript.strip(known.transcript.lines[at].span)
        if span.start < span.end:
            return span
    return line.span


def _medium(known: Conversation, title: str, place: str) -> Literal["in-person", "telephone", "teletype", ""]:
    """As the title or subject says; a conversation that is said to be neither by telephone nor by teletype,
    or that has a place, is one in person."""
    named = medium_of(title, known.head.subject)
    if named:
        return named
    met = re.search(r"conversation|meeting|talk|discussion", title, re.I) or opens_foreign_title(title)
    return "in-person" if place or met else ""


def _featured(cast: Cast) -> tuple[str, ...]:
    """Those who name the memorandum: whom the title names, else the principals, else the first speakers."""
    speakers = list(dict.fromkeys(s for ids in cast.speakers.values() for s in ids))
    if cast.one_sided:
        return (*(s for s in speakers if s not in cast.titled), *cast.titled)
    if cast.titled:
        return cast.titled
    principals = tuple(p.identifier for p in cast.persons if p.role == "principal")
    return principals or tuple(speakers[:3])


def _edition_name(known: Conversation, decided: str) -> str:
    return decided or next((said.edition for said in known.statements if said.edition), "")


def _furniture(known: Conversation) -> Iterator[tuple[Para, FurnitureFound]]:
    """All page furniture of the memorandum, that of its head and its footnotes included."""
    yield from known.head.furniture
    yield from ((t.para, t.furniture) for t in known.taken if t.furniture is not None)
    yield from (each for note in known.footnotes for each in note.furniture)


def _custody(known: Conversation) -> Iterator[Custody]:
    yield from (event for para, found in _furniture(known) for event in custodies(para, found))
    for _, said in classified_notes(known):
        yield Custody("classification", " ".join(said.text.split()), categories=said.categories)


def classified_notes(known: Conversation) -> Iterator[tuple[int, Marking]]:
    """The sentences of the source notes that say how the document was classified, and the offsets they begin at."""
    spans = [*known.head.sources, *(t.para.span for t in known.taken if t.role == "source-note")]
    spans += [read.span for read in known.footnotes if read.statement is not None]
    for span in spans:
        if found := sentence(known.seen.text(span)):
            yield span.start + found[0], found[1]


def _classification(known: Conversation) -> tuple[str, ...]:
    """The terms of classification and handling that banners, blocks and source notes name."""
    printed = (categories(para, found) for para, found in _furniture(known))
    stated = (said.categories for _, said in classified_notes(known))
    return tuple(dict.fromkeys(term for terms in (*printed, *stated) for term in terms))


def _missing(known: Conversation, stated: Facts) -> Iterator[Diagnostic]:
    transcript, start = known.transcript, _start(known)
    if not known.head.title and not stated.title:
        yield transcript.diagnostic(
            "MC203", "no title is printed; one is supplied", start, "add one under [[memorandum]]"
        )
    if not any(t.role == "label" for t in known.taken):
        yield transcript.diagnostic("MC201", "no speaker label was found; the text becomes paragraphs", start)
    for at, said in classified_notes(known):
        yield from unknown_terms(transcript, said.text, at)
    openings = [t.para.span for t in known.taken if t.role == "source-note"]
    for number, note in enumerate(known.notes):
        span = openings[number] if number < len(openings) else start
        if not note.parsed:
            yield transcript.diagnostic("MC207", "this source note names no repository that could be told", span)
        if not note.closed:
            yield transcript.diagnostic("MC208", "the bracket of this source note is never closed", span)
        if number:
            yield transcript.diagnostic("MC209", "this is not the only source note", span)
