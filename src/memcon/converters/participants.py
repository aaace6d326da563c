"""Who takes part in a memorandum, in what role, and who speaks under each label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from memcon.converters.headings import names_in_title
from memcon.converters.heads import Head
from memcon.converters.identities import listed, person_of, resolve
from memcon.converters.labels import Label, Weighed
from memcon.converters.names import read_name, slug
from memcon.decisions import Edition, LabelDecision
from memcon.diagnostics import Diagnostic
from memcon.model import (
    Authority,
    Block,
    Content,
    ItemList,
    ListEntry,
    NameList,
    Person,
    PersonMention,
    Role,
)
from memcon.transcript import Transcript


@dataclass(frozen=True, slots=True)
class Cast:
    """The persons of a memorandum.

    `speakers` maps the offset of a label to a person's id (None: unresolved); `mentioned` the offset of a printed
    participant; `titled` are those the title names, `one_sided` whether it names one side alone.
    """

    persons: tuple[Person, ...]
    speakers: dict[int, str | None] = field(default_factory=dict)
    mentioned: dict[int, str] = field(default_factory=dict)
    titled: tuple[str, ...] = ()
    one_sided: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()

    def name_of(self, identifier: str | None) -> str:
        """The name of the person of that id."""
        return next((p.name for p in self.persons if p.identifier == identifier), "")


def cast_of(
    transcript: Transcript, authority: Authority, edition: Edition, first: Head, labels: Sequence[Weighed]
) -> Cast:
    """Everybody of a memorandum: the printed participants, those the title names, those who speak."""
    persons, mentioned = _printed_participants(transcript, authority, first)
    names, one_sided = names_in_title(first.title)
    titled: list[str] = []
    for name in names:
        fits = resolve(name, persons, authority)
        person = fits.person or person_of(read_name(name), authority, {p.identifier for p in persons})
        if person.identifier not in {p.identifier for p in persons}:
            persons.append(replace(person, office=read_name(name).office))
        titled.append(person.identifier)
    speakers: dict[int, str | None] = {}
    diagnostics: list[Diagnostic] = []
    anybody = bool(persons) and not one_sided
    aliases: dict[str, str] = {}
    seen: set[str] = set()
    for weighed in labels:
        label = weighed.label
        name = aliases.get(label.key, label.name)
        if label.alias:
            aliases[slug(label.alias)] = label.name
        speaker, doubt = _speaker(transcript, authority, edition.labels, persons, label, name, anybody)
        diagnostics += doubt if label.key not in seen else []
        seen.add(label.key)
        if speaker is not None and speaker.identifier not in {p.identifier for p in persons}:
            persons.append(speaker)
        speakers[label.span.start] = speaker.identifier if speaker else None
    ordered = _with_roles(tuple(persons), tuple(titled), mentioned, speakers)
    return Cast(ordered, speakers, mentioned, tuple(titled), one_sided, tuple(diagnostics))


def _printed_participants(
    transcript: Transcript, authority: Authority, first: Head
) -> tuple[list[Person], dict[int, str]]:
    persons: list[Person] = []
    mentioned: dict[int, str] = {}
    for printed in first.names:
        text = " ".join(transcript.text(printed.span).split())
        new = listed([text], authority, persons)
        if new:
            persons.append(replace(new[0], role=printed.field_role or "participant"))
        identifier = new[0].identifier if new else _same(text, persons)
        if identifier:
            mentioned[printed.span.start] = identifier
    return persons, mentioned


def _same(text: str, persons: Sequence[Person]) -> str:
    fits = resolve(text, persons, Authority())
    return fits.person.identifier if fits.person is not None else ""


def _speaker(
    transcript: Transcript, authority: Authority, decisions: tuple[LabelDecision, ...], persons: Sequence[Person],
    label: Label, name: str, anybody: bool,
) -> tuple[Person | None, list[Diagnostic]]:  # fmt: skip
    """Who speaks under one label, and the diagnostics for it."""
    decided = next((d for d in decisions if d.person and slug(d.label.strip(" :.,")) == label.key), None)
    if decided is not None:
        return _decided(decided, persons, authority), []
    fits = resolve(name, persons, authority)
    if fits.person is None:
        hint = "add the person to the participants, or map the label under [[label]] in edition.toml"
        message = f"{label.name!r} cannot be resolved: {fits.how}"
        return None, [transcript.diagnostic("MC301", message, label.span, hint)]
    if fits.unlisted and anybody:
        message = f"{label.name!r} is not among the participants"
        return fits.person, [transcript.diagnostic("MC302", message, label.span)]
    return fits.person, []


def _decided(decision: LabelDecision, persons: Sequence[Person], authority: Authority) -> Person:
    for person in persons:
        if person.identifier == decision.person:
            return person
    entry = authority.by_identifier(decision.person)
    if entry is not None:
        return Person(entry.identifier, entry.preferred, "participant", authority=True)
    return Person(decision.person, read_name(decision.label).full, "participant")


def _with_roles(
    persons: tuple[Person, ...], titled: tuple[str, ...], mentioned: dict[int, str], speakers: dict[int, str | None]
) -> tuple[Person, ...]:
    """Principals: those the title names; else the two participants, where the masthead lists just two."""
    listed_ids = [p.identifier for p in persons if p.role == "participant" and p.identifier in mentioned.values()]
    principals = set(titled) or set(listed_ids if len(listed_ids) == 2 else ())
    if len(titled) == 1:  # `with X`: the one who speaks to X is the other principal
        principals |= (
            {s for s in speakers.values() if s}
            if len({s for s in speakers.values() if s} - set(titled)) == 1
            else set()
        )
    role: Role = "principal"
    return tuple(
        replace(p, role=role) if p.identifier in principals and p.role == "participant" else p for p in persons
    )


def mentions(blocks: tuple[Block, ...], cast: Cast) -> tuple[Block, ...]:
    """The blocks with every printed participant pointing to the person it is."""
    return tuple(_with_mentions(block, cast) for block in blocks)


def _with_mentions(block: Block, cast: Cast) -> Block:
    if not isinstance(block, ItemList):
        return block
    return replace(block, entries=tuple(ListEntry(e.label, _pointed(e.content, cast)) for e in block.entries))


def _pointed(content: Content, cast: Cast) -> Content:
    return tuple(
        replace(item, entries=tuple(_pointed(entry, cast) for entry in item.entries)) if isinstance(item, NameList)
        else replace(item, person=cast.mentioned.get(getattr(item.content[0], "start", -1), ""))
        if isinstance(item, PersonMention) else item
        for item in content
    )  # fmt: skip
