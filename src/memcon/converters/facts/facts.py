"""What the header of a memorandum says, gathered from its parts and from the editor's decisions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from typing import Literal

from memcon.converters.facts.doubts import unknown_terms
from memcon.converters.facts.evidence import Conversation, Telling, start_of, telling
from memcon.converters.facts.furthertalks import further_talks
from memcon.converters.facts.moments import moment_of
from memcon.converters.heads.headings import is_record
from memcon.converters.heads.recordheads import INTRODUCES
from memcon.converters.lines.furniture import FurnitureFound, categories, custodies
from memcon.converters.pages.paragraphs import Para
from memcon.converters.persons.scenes import Cast
from memcon.converters.release.classification import Marking, sentence
from memcon.converters.talks.dispatches import told_place
from memcon.converters.talks.notedtimes import noted_place, noted_places
from memcon.converters.talks.places import is_locale, names_meeting
from memcon.converters.talks.tellings import met_in, told_medium
from memcon.converters.words.genres import medium_of, opens_foreign_title
from memcon.converters.words.names import fold
from memcon.decisions import Edition, MemorandumDecision
from memcon.diagnostics import Diagnostic
from memcon.model import Custody, Facts

_MET = re.compile(
    r"conversation|meeting|talk|discussion|interview|minutes|session|conference|luncheon|dinner|audience|contact\s+report|"
    r"deposition|hearing|remarks|interrogation|consultation|\bcall\s+(?:on|by|of)\b", re.I
)  # fmt: skip


def facts(known: Conversation, edition: Edition) -> tuple[Facts, tuple[Diagnostic, ...]]:
    """The facts of one memorandum, and a diagnostic for each that is missing or doubtful."""
    decision = next((d for d in edition.memoranda if d.line == known.extent.first_line), MemorandumDecision(""))
    said = telling(known)
    moment, found = moment_of(known, decision, said)
    place = decision.place or _told_place(known, said) or known.head.place
    title = decision.title or known.head.title
    place = place or _noted_place(known, medium_of(title, known.head.subject)) or _met_place(known)
    place, locale = _where(place, "" if decision.place else known.head.room)
    cast = known.cast
    persons = tuple(replace(p, role="principal") if p.identifier in decision.principals else p for p in cast.persons)
    translators = tuple(dict.fromkeys(t for said in known.statements for t in said.translators))
    about = next(iter(edition.transcripts), None)
    stated = Facts(
        title=title, title_decided=bool(decision.title), subject=known.head.subject, moment=moment,
        number=known.head.number, place=place, place_decided=bool(decision.place), locale=locale,
        medium=_medium(known, title, place or locale), persons=persons, featured=decision.principals or _featured(cast),
        sources=known.statements, translators=translators,
        source_edition=_edition_name(known, about.source_edition if about else ""),
        custody=tuple(dict.fromkeys(_custody(known))), classification=_classification(known),
        excerpt=known.head.excerpt, original_language=about.original_language if about else "",
    )  # fmt: skip
    return stated, (*found, *_missing(known, stated), *further_talks(known))


def _noted_place(known: Conversation, medium: str) -> str:
    """Where the talk was that prints no place, as its source note says; of a conference by teletype the place of each
    side."""
    if medium == "teletype":
        sides = (*(name.side for name in known.head.names if name.side), *noted_places(known.seen, known.footnotes))
        return " and ".join({fold(side): side for side in sides}.values())
    return noted_place(known.seen, known.footnotes) if medium != "telephone" else ""


def _met_place(known: Conversation) -> str:
    """The building in which people met, as what stands above the first turn says."""
    above = takewhile(lambda taken: taken.role != "label", known.taken)
    return met_in([taken.para.text for taken in above if taken.role == "text"])


def _where(place: str, room: str) -> tuple[str, str]:
    """The place, and the room or building in it, in whatever order two lines print them."""
    if not is_locale(place):
        return place, room
    if room and not is_locale(room):
        return room, place
    return "", ", ".join(filter(None, (place, room)))


def _told_place(known: Conversation, said: Telling | None) -> str:
    """Where the talk was that a telegram reports, or of which a sentence tells."""
    if said is not None and said.when.place is not None and not known.head.place:
        return " ".join(said.para.text[slice(*said.when.place)].split())
    if not (known.head.reports or (is_record(known.head.title) and not known.head.place)):
        return ""
    return told_place([t.para.text for t in known.taken if t.role in ("text", "label")])


def _medium(known: Conversation, title: str, place: str) -> Literal["in-person", "telephone", "teletype", ""]:
    """As the title or subject says; a conversation that is said to be neither by telephone nor by teletype,
    or that has a place, is one in person."""
    named = medium_of(title, known.head.subject, place)
    if named:
        return named
    introduced = (known.seen.text(span) for span, why in known.head.evidence if why == INTRODUCES)
    said = told_medium([*introduced, *(t.para.text for t in known.taken if t.role == "text")])
    if said == "telephone" and not known.head.place:
        return said
    met = _MET.search(title) or names_meeting(known.head.subject) or opens_foreign_title(title)
    spoken = len({t.label.key for t in known.taken if t.label is not None}) > 1
    return "in-person" if place or met or said or spoken else ""


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
    return tuple(dict.fromkeys(term for terms in (*printed, known.head.categories, *stated) for term in terms))


def _missing(known: Conversation, stated: Facts) -> Iterator[Diagnostic]:
    transcript, start = known.transcript, start_of(known)
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
