"""What the header of a memorandum says, gathered from its parts and from the editor's decisions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from memcon.converters.bodies import Taken
from memcon.converters.boundaries import Extent
from memcon.converters.footnotes import ReadNote
from memcon.converters.furniture import FurnitureFound, classification_code, custody
from memcon.converters.headings import is_locale, medium_of
from memcon.converters.heads import Head
from memcon.converters.paragraphs import Para
from memcon.converters.participants import Cast
from memcon.converters.sourcenotes import SourceNote
from memcon.decisions import Edition, MemorandumDecision
from memcon.diagnostics import Diagnostic
from memcon.model import Custody, Facts, Moment, SourceStatement
from memcon.transcript import Span, Transcript


@dataclass(frozen=True, slots=True)
class Conversation:
    """All that is known of one memorandum when its header is drawn up."""

    transcript: Transcript
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
    place = decision.place or known.head.place
    title = decision.title or known.head.title
    cast = known.cast
    persons = tuple(replace(p, role="principal") if p.identifier in decision.principals else p for p in cast.persons)
    translators = tuple(dict.fromkeys(t for said in known.statements for t in said.translators))
    about = next(iter(edition.transcripts), None)
    stated = Facts(
        title=title, title_decided=bool(decision.title), subject=known.head.subject, moment=moment,
        place="" if is_locale(place) else place, locale=place if is_locale(place) else "",
        medium=_medium(known, title, place), persons=persons, featured=decision.principals or _featured(cast),
        sources=known.statements, translators=translators,
        source_edition=_edition_name(known, about.source_edition if about else ""),
        custody=tuple(_custody(known)), classification=_classification(known),
        excerpt=known.head.excerpt, original_language=about.original_language if about else "",
    )  # fmt: skip
    return stated, (*found, *_missing(known, stated))


def _moment(known: Conversation, decision: MemorandumDecision) -> tuple[Moment, list[Diagnostic]]:
    head, transcript = known.head, known.transcript
    time = head.time
    moment = Moment(start=time.at if time else "", end=time.until if time else "", offset=time.offset if time else "")
    if decision.date:
        return replace(moment, date=decision.date), []
    if head.date is not None and head.date.iso:
        return replace(moment, date=head.date.iso), []
    if head.date is not None:
        at = Span(head.when_at, head.when_at + head.date.end - head.date.start)
        return moment, [transcript.diagnostic("MC304", f"there is no {transcript.text(at)}", at)]
    first = _start(known)
    if known.before is not None and known.before.date:
        message = f"no date is printed; {known.before.date} is taken over from the memorandum before"
        doubt = transcript.diagnostic("MC211", message, first)
        return replace(moment, date=known.before.date, inherited=True), [doubt]
    return moment, [transcript.diagnostic("MC202", "no date is printed", first, "add one under [[memorandum]]")]


def _start(known: Conversation) -> Span:
    line = known.transcript.lines[known.extent.first_line - 1]
    for later in known.transcript.lines[line.number - 1 : known.extent.last_line]:
        span = known.transcript.strip(later.span)
        if span.start < span.end:
            return span
    return line.span


def _medium(known: Conversation, title: str, place: str) -> Literal["in-person", "telephone", "teletype", ""]:
    """As the title or subject says; a conversation that is said to be neither by telephone nor by teletype,
    or that has a place, is one in person."""
    named = medium_of(title, known.head.subject)
    if named:
        return named
    return "in-person" if place or re.search(r"conversation|meeting|talk|discussion", title, re.I) else ""


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
    """All page furniture of the memorandum, that of its head included."""
    yield from known.head.furniture
    yield from ((t.para, t.furniture) for t in known.taken if t.furniture is not None)


def _custody(known: Conversation) -> Iterator[Custody]:
    return (event for para, found in _furniture(known) if (event := custody(para, found)))


def _classification(known: Conversation) -> tuple[str, ...]:
    banners = (para for para, found in _furniture(known) if found.role == "banner")
    return tuple(dict.fromkeys(code for para in banners if (code := classification_code(para.text))))


def _missing(known: Conversation, stated: Facts) -> Iterator[Diagnostic]:
    transcript, start = known.transcript, _start(known)
    if not known.head.title and not stated.title:
        yield transcript.diagnostic(
            "MC203", "no title is printed; one is supplied", start, "add one under [[memorandum]]"
        )
    if not any(t.role == "label" for t in known.taken):
        yield transcript.diagnostic("MC201", "no speaker label was found; the text becomes paragraphs", start)
    for number, note in enumerate(known.notes):
        span = _note_span(known, note)
        if not note.parsed:
            yield transcript.diagnostic("MC207", "this source note names no repository that could be told", span)
        if not note.closed:
            yield transcript.diagnostic("MC208", "the bracket of this source note is never closed", span)
        if number:
            yield transcript.diagnostic("MC209", "this is not the only source note", span)


def _note_span(known: Conversation, note: SourceNote) -> Span:
    openings = [t.para.span for t in known.taken if t.role == "source-note"]
    index = known.notes.index(note)
    return openings[index] if index < len(openings) else _start(known)
