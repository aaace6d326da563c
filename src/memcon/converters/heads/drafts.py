"""The head of a memorandum while it is read: what it was found to hold so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from memcon.converters.dating.clocks import PrintedTime
from memcon.converters.dating.dates import PrintedDate
from memcon.converters.lines.furniture import FurnitureFound
from memcon.converters.pages.paragraphs import Para
from memcon.converters.talks.datelines import When
from memcon.diagnostics import Diagnostic
from memcon.model import (
    Block,
    Role,
    SourceStatement,
)
from memcon.transcript import Span


@dataclass(frozen=True, slots=True)
class PrintedPerson:
    """A participant as the masthead prints the name; `field_role` where the field's name says the role, `side` where it
    says who is at which end: `PARTICIPANTS IN SAIGON`."""

    span: Span
    field_role: Role | None
    side: str = ""


@dataclass(slots=True)
class Draft:
    """The head while it is read."""

    above: list[Block] = field(default_factory=list)
    cover: bool = False
    cable: bool = False
    sent: bool = False
    blocks: list[Block] = field(default_factory=list)
    fields: bool = False
    titled: Span | None = None
    number: str = ""
    title: str = ""
    subject: str = ""
    date: PrintedDate | None = None
    time: PrintedTime | None = None
    when_at: int = 0
    above_when: list[tuple[str, When, int]] = field(default_factory=list)
    subject_when: list[tuple[str, When, int]] = field(default_factory=list)
    place: str = ""
    room: str = ""
    excerpt: bool = False
    names: list[PrintedPerson] = field(default_factory=list)
    statements: list[SourceStatement] = field(default_factory=list)
    sources: list[Span] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    furniture: list[tuple[Para, FurnitureFound]] = field(default_factory=list)
    categories: tuple[str, ...] = ()
    holders: tuple[tuple[str, str], ...] = ()
    evidence: list[tuple[Span, str]] = field(default_factory=list)

    @property
    def opening(self) -> bool:
        """Whether the head has a title, or stands at its very start."""
        return bool(self.title or self.above or not self.blocks)


def settle_when(draft: Draft) -> None:
    """Complete date, time and place by what stands above the title, the nearest first; where no date is printed below
    it, that of a talk which the subject names comes first. What is of another day does not count."""
    for text, when, start in (*draft.subject_when, *reversed(draft.above_when)):
        same = draft.date is None or (when.date is not None and when.date.iso == draft.date.iso)
        if same or when.date is None:
            note_when(draft, text, when, start)


def note_when(draft: Draft, text: str, when: When | None, start: int) -> None:
    """Keep the first date, time and place that the head states."""
    if when is None:
        return
    if when.date is not None and draft.date is None:
        draft.date, draft.when_at = when.date, start + when.date.start
    draft.time = draft.time or when.duration
    if when.place is not None and not draft.place:
        draft.place = " ".join(text[when.place[0] : when.place[1]].split())
        if when.room is not None:
            draft.room = draft.room or " ".join(text[slice(*when.room)].split())
