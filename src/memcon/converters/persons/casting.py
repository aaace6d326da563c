"""Who speaks under each label: persons who only speak join the list as they are met."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise

from memcon.converters.heads.somebody import is_body, plain_surname
from memcon.converters.labels.jointlabels import joint_names, may_be_joint
from memcon.converters.labels.labelforms import Label
from memcon.converters.labels.labeltraits import is_collective, is_voice
from memcon.converters.labels.misreadlabels import looks
from memcon.converters.labels.selfnamed import self_named
from memcon.converters.persons.headlines import names_above
from memcon.converters.persons.identities import Resolution, is_initials, person_of, resolve
from memcon.converters.persons.presiding import defined_above, holder_above
from memcon.converters.persons.remaining import remaining
from memcon.converters.persons.scenes import Scene
from memcon.converters.words.names import (
    PrintedName,
    fold,
    has_title,
    is_office,
    key_of,
    may_hold,
    read_name,
    same_name,
    words_of,
)
from memcon.converters.words.offices import generic, holder, initialed_holder
from memcon.decisions import LabelDecision
from memcon.diagnostics import Diagnostic
from memcon.model import Authority, Person

_PRESS = re.compile(r"\b(?:press|news|interview|briefing|remarks|statement)\b", re.I)


_IN_BRACKETS = re.compile(r" \[(?P<name>[^\W\d_a-z][^\W\d_]+(?: [^\W\d_a-z][^\W\d_]+){0,2})\][ \t]*[:：]\Z")
_ASKED = ("q", "a", "answer")
_ALIKE = 0.85  # ratio above which a rare label is a damaged form of a common one


class Casting:
    """Resolves labels one after the other; persons who only speak join the list as they are met."""

    def __init__(
        self, scene: Scene, persons: list[Person], labels: list[Label], anybody: bool, listed: dict[int, str]
    ) -> None:
        self.scene, self.persons, self.labels, self.anybody = scene, persons, labels, anybody
        self.listed = listed
        self.names = {label.key: label.name for label in labels}
        self._headed()
        self.aliases = (
            self._named() | self._holders() | {key_of(label.alias): label.name for label in labels if label.alias}
        )
        self.times = Counter(label.key for label in labels)
        first: dict[str, Label] = {}
        for label in labels:
            first.setdefault(label.key, label)
        self.common = [label for key, label in first.items() if self.times[key] > 1]
        self.split = _split_surnames(labels)
        self.self_named = self_named(scene.transcript, labels)
        self.settled: dict[str, tuple[str, ...]] = {}
        self.corrections: dict[int, str] = {}
        self.diagnostics: list[Diagnostic] = []

    @cached_property
    def _above(self) -> str:
        """What the memorandum prints above the first turn."""
        return self.scene.text[: max(self.labels[0].span.start - self.scene.span.start, 0)] if self.labels else ""

    def _headed(self) -> None:
        """Where nobody is listed and initials speak, those whom the lines above the first turn name with titles."""
        if self.persons or not any(is_initials(name) for name in self.names.values()):
            return
        for name in names_above(self._above):
            self._join(person_of(name, self.scene.authority, {p.identifier for p in self.persons}))

    def _named(self) -> dict[str, str]:
        """Who is named by his part above the first turn, by the key of its label; each takes part."""
        for _, name in self.scene.holders:
            fits = resolve(name, self.persons, self.scene.authority)
            if fits.person is not None and fits.unlisted:
                self._join(fits.person)
        named = {key_of(part): name for part, name in self.scene.holders}
        above = self._above
        offices = {name for name in self.names.values() if is_office(name)}
        named |= {key_of(office): name for office in offices if (name := holder_above(office, above))}
        letters = {name for name in self.names.values() if is_initials(name)}
        named |= {key_of(each): name for each in letters if (name := defined_above(each, above))}
        return named | {f"the-{key}": name for key, name in named.items()}

    def _holders(self) -> dict[str, str]:
        """Who stands behind an office in the labels (`The Chair (Sir Carl Aalto):`), by the key of the label; nobody
        where several do."""
        found: dict[str, set[str]] = {}
        for label in self.labels:
            office = is_office(label.name)
            if not office and not label.name.lower().startswith("the "):
                continue
            said = self.scene.transcript.text(label.aside).strip("() ") if label.aside else ""
            if office and (named := _IN_BRACKETS.search(self.scene.transcript.text(label.span))) is not None:
                found.setdefault(label.key, set()).add(named["name"])
            elif said and may_hold(said) and (has_title(said.split()[0]) or (office and self._takes_part(said))):
                found.setdefault(label.key, set()).add(said)
        return {key: names.pop() for key, names in found.items() if len(names) == 1}

    def speakers(self, label: Label) -> tuple[str, ...]:
        """The ids of who speaks under a label; a damaged form of a common label is corrected to it."""
        if label.key == "q" and (asker := self.scene.asks.asking(label.span.start)):
            label = label._replace(name=asker, key=key_of(asker))
        common = self._common_form(label)
        if common is not None:
            self.corrections[label.span.start] = common.name + (label.delimiter[:1] or "")
            label = common._replace(span=label.span)
        if label.key not in self.settled:
            self.settled[label.key] = self._resolve(label)
        return self.settled[label.key]

    def _common_form(self, label: Label) -> Label | None:
        """The common label that a rare one is a damaged form of."""
        nobody = label.withheld or is_collective(label.name)
        if nobody or self.times[label.key] > 2 or len(label.key) < 6 or _initialed(label) in self.split:
            return None
        for other in self.common:
            misread = is_office(other.name) and not is_office(label.name) and label.name[:4] == other.name[:4]
            wanted = self.times[label.key] * (1 if misread and label.name[:4].lower() == "the " else 2)
            if (
                other.key != label.key
                and not other.withheld
                and not is_collective(other.name)
                and self.times[other.key] >= wanted
                and _damaged(label.key, other.key)
            ):
                same = resolve(label.name, self.persons, self.scene.authority)
                return None if same.person is not None and not same.unlisted and "all but" not in same.how else other
        return None

    def _resolve(self, label: Label) -> tuple[str, ...]:
        decided = next((d for d in self.scene.decisions if d.person and _key(d.label) == label.key), None)
        if decided is not None:
            return (self._join(_decided(decided, self.persons, self.scene.authority)),)
        if label.withheld or is_collective(label.name) or is_voice(label.name):
            return ()
        if side := self._side(label.name):
            return side
        if jointly := self._jointly(label.name):
            return jointly
        fits = self._fits(self.aliases.get(label.key, label.name + "." * (label.delimiter == ".:")))
        if fits.person is None and (left := self._left(label)) is not None:
            message = f"{label.name!r} is taken for {left.name}, the other of the two who talk"
            self.diagnostics.append(self.scene.transcript.diagnostic("MC335", message, label.span))
            return (left.identifier,)
        if fits.person is None:
            hint = "add the person to the participants, or map the label under [[label]] in edition.toml"
            message = f"{label.name!r} cannot be resolved: {fits.how}"
            self.diagnostics.append(self.scene.transcript.diagnostic("MC301", message, label.span, hint))
            return ()
        if "on the date" in fits.how:
            day = f" on {self.scene.date}" if self.scene.date else ""
            message = f"{label.name!r} is taken for {fits.person.name}, who held the office{day}"
            self.diagnostics.append(self.scene.transcript.diagnostic("MC307", message, label.span))
        elif fits.unlisted and self.anybody and fits.person.role != "press":
            message = f"{label.name!r} is not among the participants"
            self.diagnostics.append(self.scene.transcript.diagnostic("MC302", message, label.span))
        return (self._join(fits.person),)

    def _left(self, label: Label) -> Person | None:
        return remaining(label.name, self.names.values(), self.persons, self.scene.authority)

    def _side(self, name: str) -> tuple[str, ...]:
        """Those at one end of the line, where a label names it: `Saigon: We are ready.`"""
        wanted = key_of(name)
        spans = [
            printed.span.start for printed in self.scene.first.names if printed.side and key_of(printed.side) == wanted
        ]
        return tuple(dict.fromkeys(self.listed[start] for start in spans if start in self.listed))

    def _jointly(self, label: str) -> tuple[str, ...]:
        """Who speaks under a label that names several of those who take part or speak elsewhere."""
        if not may_be_joint(label):
            return ()
        names = joint_names(label, self._speaks_but_as(label))
        if not names:  # one who takes part, and a surname that nobody lists
            stranger = joint_names(label, lambda name: self._takes_part(name) or _may_be_surname(name))
            names = stranger if any(map(self._takes_part, stranger)) else ()
        persons = [self._fits(name).person for name in names]
        found = {self._join(person): person for person in persons if person is not None}
        return tuple(found) if len(found) == len(names) > 1 else ()

    def _speaks_but_as(self, label: str) -> Callable[[str], bool]:
        """Whether a part of a label is somebody who takes part or speaks elsewhere."""
        return lambda name: self._takes_part(name) or (name != label and key_of(name) in self.times)

    def _takes_part(self, name: str) -> bool:
        fits = resolve(name, self.persons, self.scene.authority)
        return fits.person is not None and not fits.unlisted

    def _fits(self, name: str) -> Resolution:
        """Who a label means; an office that nobody is listed for is looked for in the document."""
        printed = read_name(name)
        if fold(printed.surname) in self.split and printed.given:
            return self._apart(name, printed)
        if name == "A" and self.scene.asks.starts:
            return Resolution(self._asked(), "nobody is said to answer")
        if fold(name) == "answer" and "question" in self.names and (asked := self._asked()) is not None:
            return Resolution(asked, "the one who is asked")
        fits = resolve(name, self.persons, self.scene.authority)
        if fits.person is not None and not fits.unlisted:
            told = self._told_apart(name, printed, fits)
            if told.person is not None:
                return told
            fits = told
        if part := self._part(name):
            return Resolution(next((p for p in self.persons if p.identifier == part.identifier), part), "a part", True)
        if fits.person is not None:
            return fits
        if name == "A" and fits.person is None and (asked := self._asked()) is not None:
            return Resolution(asked, "the one who is asked")
        if (said := self.self_named.get(key_of(name))) and not self._listed(said):
            person = person_of(said, self.scene.authority, {p.identifier for p in self.persons})
            return Resolution(person, "who says this name", unlisted=True)
        found = (
            (name, holder(printed.office, self.scene.date, self.scene.text))
            if not printed.surname and "fits" not in fits.how
            else initialed_holder(name, self.scene.date, self.scene.text) or (name, None)
        )
        office, held = found
        if held is None:
            return fits
        there = resolve(held.full, self.persons, self.scene.authority)
        person = there.person or person_of(held, self.scene.authority, {p.identifier for p in self.persons})
        text = self.scene.text.casefold()
        printed_office = office if all(word in text for word in office.casefold().split()) else ""
        person = replace(person, office=person.office or printed_office)
        return Resolution(person, "the holder of the office on the date", True)

    def _told_apart(self, name: str, printed: PrintedName, fits: Resolution) -> Resolution:
        """`The President` is not he whom the document calls `President Lindqvist` when he speaks."""
        person = fits.person
        wanted = set(words_of(printed.office)) - {"the"}
        if printed.surname or person is None:
            return fits
        if other := next((each for each in self._answered(name) if self._names(each, person)), ""):
            return Resolution(None, f"{other!r} speaks to him")
        if set(words_of(person.office or person.name)) - {"the"} == wanted:
            return fits
        times = next((self.times[key] for key, other in self.names.items() if other == name), 1)
        for key, other in self.names.items():
            also = read_name(other)
            same = also.surname and same_name(also, read_name(person.name)) and set(words_of(also.office)) >= wanted
            if same and wanted and self.times[key] > 1 and times <= self.times[key] * 2:
                return Resolution(None, f"{other!r} speaks under a label of his own")
        return fits

    def _answered(self, name: str) -> Iterator[str]:
        """The other labels that stand directly before or behind one, twice or more: nobody answers himself."""
        beside = Counter(
            b.name if a.name == name else a.name
            for a, b in pairwise(self.labels)
            if name in (a.name, b.name) and a.name != b.name
        )
        yield from (other for other, times in beside.items() if times > 1)

    @staticmethod
    def _names(label: str, person: Person) -> bool:
        """Whether a label names a person by the surname."""
        printed = read_name(label)
        return bool(printed.surname) and same_name(printed, read_name(person.name))

    def _asked(self) -> Person | None:
        """The witness; or the one person besides the press, where a label Q asks and nobody else speaks."""
        if called := self.scene.asks.witness:
            fits = resolve(called, self.persons, self.scene.authority)
            return fits.person
        witness = next((name for name in self.names.values() if fold(name).removeprefix("the ") == "witness"), "")
        if witness and "q" in self.names:
            return resolve(witness, self.persons, self.scene.authority).person
        asking = self.scene.asks.people
        talking = (p for p in self.persons if p.role in ("principal", "participant"))
        others = [p for p in talking if not any(same_name(name, read_name(p.name)) for name in asking)]
        named = [read_name(name) for key, name in self.names.items() if key not in _ASKED and not generic(name)]
        if len(others) != 1 or not {"q", "question"} & self.names.keys():
            return None
        return others[0] if all(same_name(name, read_name(others[0].name)) for name in named) else None

    def _listed(self, name: PrintedName) -> bool:
        return any(words_of(read_name(p.name).surname) == words_of(name.surname) for p in self.persons)

    def _part(self, name: str) -> Person | None:
        """Somebody who is only a part in the talk; Q is the press, unless those who talk are listed."""
        part = generic(name) or self._operator(name)
        asks = part is not None and part.role == "press" and len(name) == 1
        return None if asks and self.anybody and not _PRESS.search(self.scene.first.title) else part

    def _apart(self, name: str, printed: PrintedName) -> Resolution:
        """Who is meant by a surname that two people share: nobody who is known by the surname alone."""
        others = [p for p in self.persons if not _surname_alone(p, printed)]
        fits = resolve(name, others, self.scene.authority)
        if not fits.unlisted:
            return fits
        taken = {p.identifier for p in self.persons if p.name != printed.full}
        return Resolution(person_of(printed, self.scene.authority, taken), fits.how, unlisted=True)

    def _operator(self, name: str) -> Person | None:
        """`O` where the operator speaks, too."""
        return generic("operator") if name == "O" and "operator" in self.names else None

    def _join(self, person: Person) -> str:
        if person.identifier not in {p.identifier for p in self.persons}:
            self.persons.append(person)
        return person.identifier


def _split_surnames(labels: Sequence[Label]) -> frozenset[str]:
    """Surnames that stand with contradicting given names or initials in the labels: two people, never one."""
    given: dict[str, set[str]] = {}
    for label in labels:
        name = read_name(label.name)
        if name.given and not label.withheld:
            given.setdefault(fold(name.surname), set()).add(words_of(name.given)[0][0])
    return frozenset(surname for surname, initials in given.items() if len(initials) > 1)


def _surname_alone(person: Person, name: PrintedName) -> bool:
    """Whether a person is known by that surname and nothing else."""
    return words_of(person.name) == words_of(name.surname)


def _initialed(label: Label) -> str:
    return fold(read_name(label.name).surname)


def _damaged(rare: str, common: str) -> bool:
    if looks(rare) == looks(common):
        return True
    close = abs(len(rare) - len(common)) <= 2
    matcher = SequenceMatcher(None, rare, common, autojunk=False)
    return close and matcher.quick_ratio() > _ALIKE and matcher.ratio() > _ALIKE


def _key(label: str) -> str:
    return key_of(label.strip(" :.,").replace("[", "").replace("]", ""))


def _decided(decision: LabelDecision, persons: Sequence[Person], authority: Authority) -> Person:
    for person in persons:
        if person.identifier == decision.person:
            return person
    entry = authority.by_identifier(decision.person)
    if entry is not None:
        return Person(entry.identifier, entry.preferred, "participant", authority=True)
    return Person(decision.person, read_name(decision.label).full, "participant")


def _may_be_surname(name: str) -> bool:
    return plain_surname(read_name(name)) and not is_body(name)
