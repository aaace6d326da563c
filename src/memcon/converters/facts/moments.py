"""When a talk was: as the head says, as a note or a sentence tells, or as an editor decided; and what is doubtful."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from memcon.converters.dating.clocks import PrintedTime, find_time
from memcon.converters.dating.dates import PrintedDate
from memcon.converters.facts.evidence import Conversation, Telling, clock_above, date_above, reported_day, start_of
from memcon.converters.heads.headings import is_record
from memcon.converters.pages.paragraphs import Para
from memcon.converters.talks.datelines import When
from memcon.converters.talks.notedtimes import noted_time
from memcon.converters.talks.tellings import began, ended
from memcon.converters.words.offices import is_american
from memcon.decisions import MemorandumDecision
from memcon.diagnostics import Diagnostic
from memcon.model import Moment
from memcon.transcript import Span


def moment_of(
    known: Conversation, decision: MemorandumDecision, said: Telling | None
) -> tuple[Moment, list[Diagnostic]]:
    """The date, the beginning and the end of a talk, and a diagnostic for what is doubtful about them; `said` is the
    sentence that tells them where the head has no date."""
    head, transcript = known.head, known.transcript
    time, found = _time(known, said)
    moment = _at(Moment(), time)
    if decision.date:
        return replace(moment, date=decision.date, decided=True), found
    if head.date is not None:
        iso = _iso(known, head.date)
        told = Moment(date=iso) if len(iso) == len("YYYY-MM") else replace(moment, date=iso)
        if time is None and len(iso) == len("YYYY-MM-DD") and not head.reports:
            told, noted = _noted(known, told)
            return told, [*_doubts(known, head.date, iso), *noted]
        reported = reported_day(known, iso) if head.reports or is_record(head.title) else None
        if reported is not None:
            return replace(told, date=reported.iso), [*_from_text(known, reported.telling, "the date")]
        return told, [*_doubts(known, head.date, iso), *found]
    if said is not None and said.when.date is not None and said.when.date.iso:
        return replace(moment, date=said.when.date.iso), [*_from_text(known, said, "the date"), *found]
    if known.before is None and (only := date_above(known)) is not None and only.when.date is not None:
        return replace(moment, date=only.when.date.iso), [*_from_text(known, only, "the date"), *found]
    first = start_of(known)
    if known.before is not None and known.before.date:
        message = f"no date is printed; {known.before.date} is taken over from the memorandum before"
        doubt = transcript.diagnostic("MC211", message, first)
        return replace(moment, date=known.before.date, inherited=True), [doubt, *found]
    return moment, [transcript.diagnostic("MC202", "no date is printed", first, "add one under [[memorandum]]"), *found]


def _at(moment: Moment, time: PrintedTime | None) -> Moment:
    return replace(moment, start=time.at, end=time.until, offset=time.offset) if time is not None else moment


def _from_text(known: Conversation, said: Telling, what: str) -> Iterator[Diagnostic]:
    """That only a sentence tells something."""
    parts = [part for part in (said.when.date, said.when.time) if part is not None]
    start = known.seen.strip(said.para.span).start
    at = Span(start + min(part.start for part in parts), start + max(part.end for part in parts))
    yield known.transcript.diagnostic("MC333", f"{what} of the talk is taken from this sentence", at)


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
    if date.day:
        meant = f"{iso[:4]} is taken from other dates of the record" if iso else "nothing says in which year"
        yield transcript.diagnostic("MC308", f"{printed!r} is printed without a year: {meant}", at, hint)
    elif date.readings:
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


def _time(known: Conversation, said: Telling | None) -> tuple[PrintedTime | None, list[Diagnostic]]:
    """When the talk began and ended: as the head says (a telegram's says when it was sent), or its own first
    paragraphs; an end that only the last sentences tell completes it."""
    paras = [t.para for t in known.taken if t.role in ("text", "label")]
    texts = [para.text for para in paras]
    if known.head.reports or (known.head.time is None and is_record(known.head.title)):
        times = (find_time(text) for text in texts[:6])
        whole = next((time for time in times if time is not None and time.until), None)
        opening = began(texts) if whole is None and not known.head.reports else None
        return (whole, []) if opening is None else (opening[1], list(_begun(known, paras, opening)))
    time = known.head.time or (said.when.time if said is not None else None)
    found: list[Diagnostic] = []
    if time is None and (opening := began(texts)) is not None:
        time = opening[1]
        found = list(_begun(known, paras, opening))
    if time is None and (clock := clock_above(known)) is not None:
        time, found = clock.when.time, list(_from_text(known, clock, "the time"))
    if time is None or time.until:
        return time, found
    closing = next((find_time(t.para.text) for t in known.taken if t.role == "closer"), None) or ended(texts)
    return (replace(time, until=_after(time.at, closing.at)) if closing is not None else time), found


def _begun(known: Conversation, paras: Sequence[Para], opening: tuple[int, PrintedTime]) -> Iterator[Diagnostic]:
    """That only a sentence tells when a talk began."""
    at, time = opening
    yield from _from_text(known, Telling(paras[at], When(None, time, None)), "the time")


def _after(start: str, end: str) -> str:
    """The end of a talk on the clock of its start: `12:25 p.m.` to `1:10` is 13:10."""
    hour = int(end[:2])
    return f"{hour + 12:02}{end[2:]}" if end < start and hour < 12 else end
