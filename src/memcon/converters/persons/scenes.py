"""What the persons of a memorandum are known from, and who they are."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from memcon.converters.heads.heads import Head
from memcon.converters.labels.answers import Examiners
from memcon.decisions import LabelDecision
from memcon.diagnostics import Diagnostic
from memcon.model import Authority, Person
from memcon.transcript import Span, Transcript


@dataclass(frozen=True, slots=True)
class Cast:
    """The persons of a memorandum.

    `speakers` maps the offset of a label to the ids of who speaks (none: unresolved); `mentioned` the offset of a
    printed participant to an id; `titled` are those the title names, `one_sided` whether it names one side alone;
    `corrections` the offset of a damaged label to its common form.
    """

    persons: tuple[Person, ...]
    speakers: dict[int, tuple[str, ...]] = field(default_factory=dict)
    mentioned: dict[int, str] = field(default_factory=dict)
    titled: tuple[str, ...] = ()
    one_sided: bool = False
    corrections: dict[int, str] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()

    def name_of(self, identifiers: tuple[str, ...]) -> str:
        """The name of the person, where there is just one."""
        names = [p.name for p in self.persons if p.identifier in identifiers]
        return names[0] if len(identifiers) == 1 and names else ""


@dataclass(frozen=True)
class Scene:
    """What the persons of a memorandum are known from: the transcript as it is understood, the stretch of it that the
    memorandum prints (its notes included), the authority file, the editor's decisions, the head, the date of the
    memorandum before, who asks the questions, who is named by the part that he holds, and whom sentences, where no list
    does, name as present."""

    transcript: Transcript
    span: Span
    authority: Authority
    decisions: tuple[LabelDecision, ...]
    first: Head
    dated_before: str
    asks: Examiners
    holders: tuple[tuple[str, str], ...]
    present: tuple[str, ...]

    @cached_property
    def text(self) -> str:
        """All that the memorandum prints."""
        return self.transcript.text(self.span)

    @property
    def date(self) -> str:
        """The printed date of the talk, else that of the memorandum before; empty where none is known."""
        return self.first.date.iso if self.first.date is not None else self.dated_before
