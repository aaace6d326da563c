"""What each paragraph of a memorandum is taken for, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from memcon.converters.heads.heads import Head
from memcon.converters.labels.labels import Weighed
from memcon.converters.labels.misreadlabels import misprint
from memcon.converters.lines.furniture import furniture
from memcon.converters.lines.inlines import is_direction, is_omission
from memcon.converters.lines.sourcenotes import SourceNote, opens_source_note, source_note
from memcon.converters.pages.marks import Marks
from memcon.converters.pages.paragraphs import Para, with_furniture
from memcon.converters.persons.scenes import Cast
from memcon.converters.turns.bodies import Taken
from memcon.converters.turns.closings import closing_time, heads_notes, is_trailer
from memcon.transcript import Span


class Taking(NamedTuple):
    """What a stretch of the transcript was taken for and why, for people to see: `person` is who speaks."""

    span: Span
    role: str
    evidence: str
    person: str = ""


def source_notes(paras: Sequence[Para], start: int) -> Iterator[SourceNote]:
    """The source notes among the paragraphs from `start` on."""
    at = start
    while at < len(paras):
        if opens_source_note(paras[at]):
            note = source_note(paras, at, frozenset())
            yield note
            at = note.last
        at += 1


def taken_for(
    paras: Sequence[Para], start: int, notes: Sequence[SourceNote], labels: dict[int, Weighed], cast: Cast, headed: bool
) -> Iterator[Taken]:
    """What each paragraph of the body is taken for, and why; `headed` where footnotes follow."""
    openings = {note.first for note in notes}
    noted = {at for note in notes for at in range(note.first, note.last + 1)}
    heading = len(paras) - 1 if headed and start < len(paras) and heads_notes(paras[-1]) else -1  # of the footnotes
    text = _last_text(paras, start, noted | {heading})
    for at in range(start, len(paras)):
        para = paras[at]
        if at in noted:
            yield Taken(
                para, "source-note" if at in openings else "note-continues", "opens with Source:, or continues it"
            )
        elif weighed := labels.get(para.span.start):
            offset = weighed.label.span.start
            persons = cast.speakers.get(offset, ())
            correction = cast.corrections.get(offset, "") or misprint(weighed.label, cast.name_of(persons))
            yield Taken(para, "label", "; ".join(weighed.evidence), None, weighed.label, persons, correction)
        elif found := furniture(para):
            yield Taken(para, "furniture", found.evidence, found)
        elif start <= text < at and is_trailer(para):
            yield Taken(para, "trailer", "says that the conversation ends, who recorded it or who was sent it")
        elif start <= text < at and closing_time(para):
            yield Taken(para, "closer", "a time below the last word: the end of the conversation")
        elif at == heading:
            yield Taken(para, "notes-head", "stands above the footnotes")
        else:
            yield Taken(para, "text", _why_text(para))


def between_turns(taken: Iterable[Taken], offsets: frozenset[int]) -> Iterator[Taken]:
    """What was taken, the text at these offsets told to stand between turns."""
    for each in taken:
        apart = each.role == "text" and each.para.span.start in offsets
        yield Taken(each.para, "heading", "says who asks, or stands above that") if apart else each


def furnished(marks: Marks, taken: Sequence[Taken], within: Span) -> Iterator[Taken]:
    """What was taken, and the lines of page furniture between; a source note goes on across them."""
    known = {each.para.span.start: each for each in taken}
    loose: list[Taken] = []
    for para in with_furniture(marks, [each.para for each in taken], within):
        found = furniture(para)
        if para.mark is not None and found is not None:
            loose.append(Taken(para, "furniture", found.evidence, found))
            continue
        each = known[para.span.start]
        yield from () if each.role == "note-continues" else loose
        yield each
        loose = []
    yield from loose


def _why_text(para: Para) -> str:
    if is_omission(para.text):
        return "a sign of omission"
    return "a direction in brackets" if is_direction(para.text) else "running text"


def _last_text(paras: Sequence[Para], start: int, noted: set[int]) -> int:
    """The last paragraph that is text, those that are noted as something else apart; -1 where none is."""
    return next((n for n in reversed(range(start, len(paras))) if n not in noted and not _below(paras[n])), -1)


def _below(para: Para) -> bool:
    return furniture(para) is not None or is_trailer(para) or closing_time(para) is not None


def takings_of(first: Head, taken: Sequence[Taken]) -> Iterator[Taking]:
    """The head and the paragraphs as what they were taken for, for people to see."""
    for span, evidence in first.evidence:
        yield Taking(span, "head", evidence)
    for each in taken:
        role = each.furniture.role if each.furniture is not None else each.role
        span = each.label.span if each.label is not None else each.para.span
        yield Taking(span, role, each.evidence, " ".join(each.persons))
        if each.label is not None and each.para.span.end > each.label.span.end:
            yield Taking(Span(each.label.span.end, each.para.span.end), "speech", "behind the label")
