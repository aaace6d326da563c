"""Who takes part in a memorandum, in what role, and who speaks under each label.

First the printed participants, then those the title names, then those that a sentence says were present, then those who
speak; nobody is added twice, and nobody is merged by surname alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from memcon.converters.labels.labels import Weighed
from memcon.converters.persons.casting import Casting
from memcon.converters.persons.interviewed import add_interviewed
from memcon.converters.persons.listings import add_between, add_met, add_present, printed_participants, titled_persons
from memcon.converters.persons.scenes import Cast, Scene
from memcon.converters.words.forenames import FullName, forenames
from memcon.converters.words.names import fold, read_name
from memcon.diagnostics import Diagnostic
from memcon.model import Apart, Block, Content, ItemList, ListEntry, NameList, Person, PersonMention, Role
from memcon.transcript import Span


def cast_of(scene: Scene, labels: Sequence[Weighed]) -> Cast:
    """Everybody of a memorandum, and who speaks under each label."""
    spoken = [w.label.name for w in labels]
    persons, mentioned = printed_participants(scene, frozenset(spoken))
    told = titled_persons(scene, persons, spoken)
    titled, one_sided = told.identifiers, told.one_sided
    add_present(scene, persons)
    add_between(scene, persons)
    add_interviewed(scene, persons)
    if not labels:
        add_met(scene, persons)
    casting = Casting(scene, persons, [w.label for w in labels], bool(persons) and not one_sided, mentioned)
    speakers = {label.span.start: casting.speakers(label) for label in casting.labels}
    persons, titled = _told_by_initials(persons, titled, speakers, casting.split)
    ordered = _with_roles(tuple(persons), titled, mentioned, speakers)
    found = forenames(ordered, scene.text)
    ordered = tuple(replace(p, variants=(found[p.identifier].name,)) if p.identifier in found else p for p in ordered)
    doubts = (
        *told.doubts,
        *casting.diagnostics,
        *(_called(scene, p, found[p.identifier]) for p in ordered if p.variants),
    )
    return Cast(ordered, speakers, mentioned, titled, one_sided, casting.corrections, doubts)


def _called(scene: Scene, person: Person, name: FullName) -> Diagnostic:
    start = scene.span.start + name.at
    message = f"{person.name!r} is called {name.name!r} here"
    return scene.transcript.diagnostic("MC331", message, Span(start, start + len(name.name)))


def _told_by_initials(
    persons: list[Person], titled: tuple[str, ...], speakers: dict[int, tuple[str, ...]], split: frozenset[str]
) -> tuple[list[Person], tuple[str, ...]]:
    """Two of one surname whom the title names by it alone are those whom the labels tell apart, if they are as many."""
    spoken = {identifier for identifiers in speakers.values() for identifier in identifiers}
    for surname in sorted(split):
        same = [p for p in persons if fold(read_name(p.name).surname) == surname]
        bare = [p for p in same if p.identifier in titled and p.identifier not in spoken and fold(p.name) == surname]
        told = [p.identifier for p in same if p.identifier in spoken]
        if bare and len(bare) == len(told):
            gone = {p.identifier for p in bare}
            persons = [p for p in persons if p.identifier not in gone]
            titled = (*(each for each in titled if each not in gone), *told)
    return persons, titled


def _with_roles(
    persons: tuple[Person, ...],
    titled: tuple[str, ...],
    mentioned: dict[int, str],
    speakers: dict[int, tuple[str, ...]],
) -> tuple[Person, ...]:
    """Principals: those the title names; else the two participants, where the masthead lists just two."""
    listed_ids = [p.identifier for p in persons if p.role == "participant" and p.identifier in mentioned.values()]
    principals = set(titled) or set(listed_ids if len(listed_ids) == 2 else ())
    if len(titled) == 1:  # `with X`: the one who speaks to X is the other principal
        others = {s for ids in speakers.values() for s in ids} - set(titled)
        principals |= others if len(others) == 1 else set()
    role: Role = "principal"
    return tuple(
        replace(p, role=role) if p.identifier in principals and p.role == "participant" else p for p in persons
    )


def mentions(blocks: tuple[Block, ...], cast: Cast) -> tuple[Block, ...]:
    """The blocks with every printed participant pointing to the person it is."""
    return tuple(_with_mentions(block, cast) for block in blocks)


def _with_mentions(block: Block, cast: Cast) -> Block:
    if isinstance(block, Apart):
        return replace(block, item=_pointed((block.item,), cast)[0])
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
