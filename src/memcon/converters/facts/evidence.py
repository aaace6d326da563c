"""All that is known of one memorandum when its header is drawn up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile

from memcon.converters.dating.dates import PrintedDate, dates
from memcon.converters.heads.boundaries import Extent
from memcon.converters.heads.heads import Head
from memcon.converters.lines.footnotes import ReadNote
from memcon.converters.lines.sourcenotes import SourceNote
from memcon.converters.pages.paragraphs import Para
from memcon.converters.persons.scenes import Cast
from memcon.converters.talks.datelines import When, read_dateline
from memcon.converters.talks.places import is_place
from memcon.converters.talks.tellings import talked_on, told, told_day
from memcon.converters.talks.years import with_year
from memcon.converters.turns.bodies import Taken
from memcon.model import Moment, SourceStatement
from memcon.transcript import Span, Transcript

_NEAR = 100  # characters before a day
_TOP = 2500  # characters above the first turn
_LATER = (
    "release",
    "classif",
    "approved",
    "accessed",
    "publish",
    "posted",
    "retriev",
    "updated",
    "opened",
    "copyright",
    "copied",
)
_FIRST = 8  # paragraphs in which a sentence may tell when the talk was


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


@dataclass(frozen=True, slots=True)
class Telling:
    """The paragraph in which a sentence tells when and where the talk was, and what it tells, counted in its text."""

    para: Para
    when: When


def telling(known: Conversation) -> Telling | None:
    """What a sentence tells of when and where the talk was, where the head has no date, or a line with its date where
    the head has no place; what a telegram reports is found in its own way."""
    if known.head.reports:
        return None
    if known.head.date is not None:
        line = _line_above(known) if not known.head.place else None
        same = line is not None and line.when.date is not None and line.when.date.iso == known.head.date.iso
        return line if same else None
    paras = [taken.para for taken in known.taken if taken.role == "text"]
    texts = [para.text for para in paras[:_FIRST]]
    found = told(texts)
    if found is not None:
        return Telling(paras[found[0]], found[1])
    at, day = told_day(texts) or (0, None)
    whole = with_year(day, paras) if day is not None else None
    if whole is not None and whole.iso:
        return Telling(paras[at], When(whole, None, None))
    return _line_above(known)


def _line_above(known: Conversation) -> Telling | None:
    """The first line above the turns that is a dateline with its day, where a head is printed among other matter; with
    the place that the line above it names."""
    for taken in takewhile(lambda taken: taken.role != "label", known.taken):
        start, above = 0, Span(0, 0)
        for line in taken.para.text.split("\n") if taken.role == "text" else ():
            when = read_dateline(line)
            if when is not None and when.date is not None and len(when.date.iso) == len("YYYY-MM-DD"):
                named = when.place is None and is_place(taken.para.text[above.start : above.end])
                found = when.moved(start)
                return Telling(taken.para, replace(found, place=(above.start, above.end)) if named else found)
            above, start = Span(start, start + len(line)), start + len(line) + 1
    return None


def clock_above(known: Conversation) -> Telling | None:
    """The paragraph above the turns that is a time, or the day of the talk and a time, and nothing else."""
    above = list(takewhile(lambda taken: taken.role != "label", known.taken))
    for taken in above if len(above) < len(known.taken) else ():
        when = read_dateline(taken.para.text) if taken.role == "text" else None
        if when is None or when.time is None or when.place is not None:
            continue
        if when.date is None or (known.head.date is not None and when.date.iso == known.head.date.iso):
            return Telling(taken.para, replace(when, date=None))
    return None


def date_above(known: Conversation) -> Telling | None:
    """The only day that is printed above the first turn, release stamps and the like apart: in the title, or in a line
    of the page."""
    labels = [taken.para.span.start for taken in known.taken if taken.role == "label"]
    start = start_of(known).start
    if not labels or labels[0] - start > _TOP:
        return None
    text = known.seen.text(Span(start, labels[0]))
    found = [day for day in dates(text) if len(day.iso) == len("YYYY-MM-DD") and not _is_later(text, day)]
    titled = [day for day in found if day.iso in {each.iso for each in dates(known.head.title)}][:1]
    if not titled and len({day.iso for day in found}) != 1:
        return None
    return Telling(Para(Span(start, labels[0]), (), text), When((titled or found)[0], None, None))


def _is_later(text: str, day: PrintedDate) -> bool:
    """Whether a day is that on which the papers were released, or printed."""
    before = text[max(day.start - _NEAR, 0) : day.start].lower()
    return any(word in before for word in _LATER)


@dataclass(frozen=True, slots=True)
class Reported:
    """The day of a talk that a telegram reports, and the sentence that tells it."""

    iso: str
    telling: Telling


def reported_day(known: Conversation, sent: str) -> Reported | None:
    """The day on which a telegram, sent on an ISO date, says that people talked: with its year or without, not later
    and not long before."""
    if len(sent) != len("YYYY-MM-DD"):
        return None
    paras = [taken.para for taken in known.taken if taken.role == "text"][:_FIRST]
    for para in paras:
        found = talked_on(para.text, date.fromisoformat(sent))
        if found is not None:
            return Reported(found.iso, Telling(para, When(found, None, None)))
    return None


def start_of(known: Conversation) -> Span:
    """Where the print of a memorandum begins: its first line that is not empty."""
    line = known.transcript.lines[known.extent.first_line - 1]
    for at in range(line.number - 1, known.extent.last_line):
        span = known.transcript.strip(known.transcript.lines[at].span)
        if span.start < span.end:
            return span
    return line.span
