"""The persons whom a title in another language names, known from the labels, the participants, or the title alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from memcon.converters.persons.identities import person_of
from memcon.converters.persons.scenes import Scene
from memcon.converters.words.foreignnames import Party, parties
from memcon.converters.words.names import HONORIFICS, OFFICES, PrintedName, fold, read_name
from memcon.diagnostics import Diagnostic
from memcon.model import Person
from memcon.transcript import Span

_CASES = ("", "s", "es", "n", "en")  # of a German office
_FEW = 4  # words of an office with a name behind it


@dataclass(frozen=True, slots=True)
class Titled:
    """The ids of those whom a title names, whether it names one side alone, and what is doubtful about it."""

    identifiers: tuple[str, ...] = ()
    one_sided: bool = False
    doubts: tuple[Diagnostic, ...] = ()


def foreign_persons(scene: Scene, persons: list[Person], labels: Sequence[str]) -> Titled:
    """Those whom a title in another language names; who is not yet among the persons is added to them."""
    found, one_sided = parties(scene.first.title)
    identifiers: list[str] = []
    doubts: list[Diagnostic] = []
    for party in found:
        person = _known(party, persons) or _new(scene, party, persons, labels)
        if party.declined and (person is None or person.name.endswith(party.surnames[:1])):
            doubts += _declined(scene, party)
        if person is None:
            continue
        if person.identifier not in {p.identifier for p in persons}:
            persons.append(person)
        identifiers.append(person.identifier)
    return Titled(tuple(dict.fromkeys(identifiers)), one_sided, tuple(doubts))


def _known(party: Party, persons: Sequence[Person]) -> Person | None:
    """The one person listed whose surname the title prints."""
    fits = [p for p in persons if party.is_called(read_name(p.name).surname)]
    return fits[0] if len(fits) == 1 else None


def _new(scene: Scene, party: Party, persons: Sequence[Person], labels: Sequence[str]) -> Person | None:
    """Somebody the participants do not list: by the name under which he speaks, else by that of the title."""
    spoken = [name for label in labels if (name := read_name(label)).surname and party.is_called(name.surname)]
    found = _with_forenames(party, spoken[0]) if spoken else _printed(party)
    return person_of(found, scene.authority, {p.identifier for p in persons}) if found is not None else None


def _with_forenames(party: Party, name: PrintedName) -> PrintedName:
    """The name of a label, with the initials of the title, or its forenames where they are not declined."""
    if party.declined or party.initials:
        return PrintedName(name.surname, name.given or party.initials, name.office)
    words = list(reversed(party.surnames))
    at = next((at for at, word in enumerate(words) if fold(word) == fold(name.surname)), 0)
    bare = _undeclined(replace(party, surnames=tuple(reversed(words[: at + 1]))))
    return PrintedName(name.surname, name.given or bare.given, name.office or bare.office)


def _printed(party: Party) -> PrintedName | None:
    """The name as the title alone prints it; None where nobody can tell which of the words are one."""
    if party.initials:
        return PrintedName(party.surnames[0], party.initials)
    if party.declined:
        return None
    if party.told:
        return PrintedName(party.surnames[0], " ".join(reversed(party.surnames[1:])))
    name = _undeclined(party)
    plain = len(party.printed.split()) <= _FEW and all(word[:1].isupper() for word in party.printed.split())
    return name if name.surname and plain else None


def _undeclined(party: Party) -> PrintedName:
    """The name, its offices as they are where they are not declined."""
    office: list[str] = []
    name: list[str] = []
    for word in reversed(party.surnames):
        form = next((stem for case in _CASES if (stem := _without(word, case)) and fold(stem) in _TITLES), "")
        (office if form else name).append(form or word)
    return PrintedName(name[-1] if name else "", " ".join(name[:-1]), " ".join(office))


_TITLES = OFFICES | HONORIFICS


def _without(word: str, case: str) -> str:
    return word[: len(word) - len(case)] if word.endswith(case) else ""


def _declined(scene: Scene, party: Party) -> tuple[Diagnostic, ...]:
    """That nothing tells what somebody is called whom the title names."""
    last = party.printed.split()[-1]
    at = scene.text.find(last)
    if at < 0 or not any(word[:1].isupper() for word in party.printed.split()[1:]):
        return ()
    message = f"nothing tells how {party.printed!r} is called in the first case"
    span = Span(scene.span.start + at, scene.span.start + at + len(last))
    return (scene.transcript.diagnostic("MC334", message, span, "name the person in persons.xml and under [[label]]"),)
