"""Who takes part in a memorandum, in what role, and who speaks under each label.

First the printed participants, then those the title names, then those that a sentence says were present, then those who
speak; nobody is added twice, and nobody is merged by surname alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from functools import cached_property

from memcon.converters.attendance import plain_surname, surely_somebody
from memcon.converters.forenames import FullName, forenames
from memcon.converters.headings import names_in_title
from memcon.converters.heads import Head
from memcon.converters.identities import Resolution, listed, person_of, resolve
from memcon.converters.jointlabels import joint_names, may_be_joint
from memcon.converters.labelforms import Label
from memcon.converters.labels import Weighed
from memcon.converters.lexicon import caseless, occurrences_of
from memcon.converters.names import PrintedName, fold, is_office, read_name, same_name, slug, words_of
from memcon.converters.offices import generic, holder, named
from memcon.converters.selfnamed import self_named
from memcon.decisions import LabelDecision
from memcon.diagnostics import Diagnostic
from memcon.model import Authority, Block, Content, ItemList, ListEntry, NameList, Person, PersonMention, Role
from memcon.transcript import Span, Transcript

_PRESENT = re.compile(
    r"(?:\b(?:those\s+)?(?:present|participating|attending|in\s+attendance)\b[^.:()\n]{0,60}?\bwere\b\s*|"
    r"^[ \t]*\(?(?:those\s+)?(?:present|participants)\b[ \t]*:[ \t]*(?=\S)|\((?:present|participants)\b:?\s*)"
    r"(?P<names>(?:[^.()\n:\d]|(?<=\b[A-Z])\.|(?<=\bMr)\.|(?<=\bDr)\.|(?<=\bMrs)\.|(?<=\bGen)\.|\n(?!\s*\n)){4,400})",
    re.I | re.M,
)
_STEMS = ("present", "particip", "attend")  # one of which it holds
_LEADS = re.compile(
    r"(?:present|participating|attending|attendance)[^.:()\n]{0,180}?were|(?:present|participants)[ \t]*:"
)  # of a text without case, which may be longer
_IN_PARENTHESES = re.compile(r"^\((?P<names>[A-Z][^()\n:,]*+,[^()\n:,]*+,[^()\n:]*+)\)[ \t]*$", re.M)
_PAIR = re.compile(r"^TELCON\b[^\n]*\n[ \t]*([A-Z][^\n/]{1,40})/([A-Z][^\n/]{1,40})$", re.M | re.I)
_PRESS = re.compile(r"\b(?:press|news|interview|briefing|remarks|statement)\b", re.I)
_TOP = 1500  # characters: how far down the head of a memorandum reaches
_BETWEEN_NAMES = re.compile(r"(?<!\s)\s*(?:,\s*and\b|,|;|\band\b)\s*")
_MOST_LISTED = 1000  # names: a longer list is no list of who takes part
_ALIKE = 0.85  # ratio above which a rare label is a damaged form of a common one
_ROLE_WORDS: tuple[tuple[str, Role], ...] = (
    ("interpreter", "interpreter"), ("translator", "interpreter"), ("notetaker", "notetaker"),
    ("note-taker", "notetaker"), ("note taker", "notetaker"), ("notetakers", "notetaker"),
)  # fmt: skip


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
    memorandum prints (its notes included), the authority file, the editor's decisions, and the head."""

    transcript: Transcript
    span: Span
    authority: Authority
    decisions: tuple[LabelDecision, ...]
    first: Head

    @cached_property
    def text(self) -> str:
        """All that the memorandum prints."""
        return self.transcript.text(self.span)

    @property
    def date(self) -> str:
        """The printed date of the talk, empty where none is known."""
        return self.first.date.iso if self.first.date is not None else ""


def cast_of(scene: Scene, labels: Sequence[Weighed]) -> Cast:
    """Everybody of a memorandum, and who speaks under each label."""
    persons, mentioned = _printed_participants(scene)
    titled, one_sided = _titled(scene, persons)
    _present(scene, persons)
    casting = _Casting(scene, persons, [w.label for w in labels], bool(persons) and not one_sided)
    speakers = {label.span.start: casting.speakers(label) for label in casting.labels}
    persons, titled = _told_by_initials(persons, titled, speakers, casting.split)
    ordered = _with_roles(tuple(persons), titled, mentioned, speakers)
    found = forenames(ordered, scene.text)
    ordered = tuple(replace(p, variants=(found[p.identifier].name,)) if p.identifier in found else p for p in ordered)
    doubts = (*casting.diagnostics, *(_called(scene, p, found[p.identifier]) for p in ordered if p.variants))
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


# -- who is listed --------------------------------------------------------------------------------


def _printed_participants(scene: Scene) -> tuple[list[Person], dict[int, str]]:
    persons: list[Person] = []
    mentioned: dict[int, str] = {}
    if len(scene.first.names) > _MOST_LISTED:
        return persons, mentioned
    for printed in scene.first.names:
        text = " ".join(scene.transcript.text(printed.span).split())
        bare = re.sub(r"\((?:note-?\s?takers?|interpreter|translator)\)", "", text, flags=re.I)
        new = listed([bare], scene.authority, persons)
        if new:
            person = replace(new[0], role=printed.field_role or _role(text))
            persons.append(named(person, scene.date, scene.text) if is_office(person.name) else person)
        identifier = new[0].identifier if new else _same(bare, persons)
        if identifier:
            mentioned[printed.span.start] = identifier
    return persons, mentioned


def _role(text: str) -> Role:
    folded = fold(text)
    return next((role for word, role in _ROLE_WORDS if word in folded), "participant")


def _same(text: str, persons: Sequence[Person]) -> str:
    fits = resolve(text, persons, Authority())
    return fits.person.identifier if fits.person is not None else ""


def _titled(scene: Scene, persons: list[Person]) -> tuple[tuple[str, ...], bool]:
    """Those the title names; two of one surname stay two."""
    names, one_sided = names_in_title(scene.first.title)
    if not names and (pair := _PAIR.search(scene.text, 0, _TOP)):
        names = (pair[1], pair[2])
    titled: list[str] = []
    before = tuple(persons)
    for printed in names:
        name = read_name(printed)
        fits = resolve(printed, before, scene.authority) if before else Resolution(None, "")
        person = fits.person or person_of(name, scene.authority, {p.identifier for p in persons})
        if not name.surname and is_office(printed):
            person = fits.person or named(person, scene.date, scene.text)
        if person.identifier in titled:
            person = replace(person, identifier=f"{person.identifier}-{len(titled) + 1}", authority=False)
        if person.identifier not in {p.identifier for p in persons}:
            persons.append(replace(person, office=name.office))
        titled.append(person.identifier)
    return tuple(titled), one_sided


def _present(scene: Scene, persons: list[Person]) -> None:
    """Those a sentence says were present, where no list names participants."""
    if scene.first.names:
        return
    alone = _IN_PARENTHESES.search(scene.text, 0, _TOP)
    for match in [alone] if alone is not None else _listings(scene.text):
        for printed in _BETWEEN_NAMES.split(" ".join(match["names"].split())):
            name = read_name(printed)
            if not surely_somebody(printed) and not (len(printed.split()) == 1 and plain_surname(name)):
                continue
            person = person_of(name, scene.authority, {p.identifier for p in persons})
            person = named(person, scene.date, scene.text) if is_office(printed) else person
            if not any(same_name(read_name(person.name), read_name(p.name)) or p.name == person.name for p in persons):
                persons.append(replace(person, role=_role(printed)))
        return


def _listings(text: str) -> Iterator[re.Match[str]]:
    """What may say who was present; the pattern is tried only where one of its words stands before `were` or a colon,
    or behind a parenthesis."""
    folded = caseless(text)
    near = (
        folded[at - 1 : at] == "(" or _LEADS.match(folded, at) is not None
        for stem in _STEMS
        for at in occurrences_of(stem, folded)
    )
    yield from _PRESENT.finditer(text) if any(near) else ()


# -- who speaks -----------------------------------------------------------------------------------


class _Casting:
    """Resolves labels one after the other; persons who only speak join the list as they are met."""

    def __init__(self, scene: Scene, persons: list[Person], labels: list[Label], anybody: bool) -> None:
        self.scene, self.persons, self.labels, self.anybody = scene, persons, labels, anybody
        self.aliases = {slug(label.alias): label.name for label in labels if label.alias}
        self.times = Counter(label.key for label in labels)
        first: dict[str, Label] = {}
        for label in labels:
            first.setdefault(label.key, label)
        self.common = [label for key, label in first.items() if self.times[key] > 1]
        self.names = {label.key: label.name for label in labels}
        self.split = _split_surnames(labels)
        self.self_named = self_named(scene.transcript, labels)
        self.settled: dict[str, tuple[str, ...]] = {}
        self.corrections: dict[int, str] = {}
        self.diagnostics: list[Diagnostic] = []

    def speakers(self, label: Label) -> tuple[str, ...]:
        """The ids of who speaks under a label; a damaged form of a common label is corrected to it."""
        common = self._common_form(label)
        if common is not None:
            self.corrections[label.span.start] = common.name + (label.delimiter[:1] or "")
            label = replace(common, span=label.span)
        if label.key not in self.settled:
            self.settled[label.key] = self._resolve(label)
        return self.settled[label.key]

    def _common_form(self, label: Label) -> Label | None:
        """The common label that a rare one is a damaged form of."""
        if label.withheld or self.times[label.key] > 2 or len(label.key) < 6 or _initialed(label) in self.split:
            return None
        wanted = self.times[label.key] * 2
        for other in self.common:
            if (
                other.key != label.key
                and not other.withheld
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
        if label.withheld:
            return ()
        if jointly := self._jointly(label.name):
            return jointly
        fits = self._fits(self.aliases.get(label.key, label.name))
        if fits.person is None:
            hint = "add the person to the participants, or map the label under [[label]] in edition.toml"
            message = f"{label.name!r} cannot be resolved: {fits.how}"
            self.diagnostics.append(self.scene.transcript.diagnostic("MC301", message, label.span, hint))
            return ()
        if "on the date" in fits.how:
            message = f"{label.name!r} is taken for {fits.person.name}, who held the office on {self.scene.date}"
            self.diagnostics.append(self.scene.transcript.diagnostic("MC307", message, label.span))
        elif fits.unlisted and self.anybody:
            message = f"{label.name!r} is not among the participants"
            self.diagnostics.append(self.scene.transcript.diagnostic("MC302", message, label.span))
        return (self._join(fits.person),)

    def _jointly(self, label: str) -> tuple[str, ...]:
        """Who speaks under a label that names several of those who take part or speak elsewhere."""
        if not may_be_joint(label):
            return ()
        names = joint_names(label, lambda name: self._takes_part(name) or (name != label and slug(name) in self.times))
        persons = [self._fits(name).person for name in names]
        found = {self._join(person): person for person in persons if person is not None}
        return tuple(found) if len(found) == len(names) > 1 else ()

    def _takes_part(self, name: str) -> bool:
        fits = resolve(name, self.persons, self.scene.authority)
        return fits.person is not None and not fits.unlisted

    def _fits(self, name: str) -> Resolution:
        """Who a label means; an office that nobody is listed for is looked for in the document."""
        printed = read_name(name)
        if fold(printed.surname) in self.split and printed.given:
            return self._apart(name, printed)
        fits = resolve(name, self.persons, self.scene.authority)
        if fits.person is not None and not fits.unlisted:
            return self._told_apart(name, printed, fits)
        if part := self._part(name):
            return Resolution(next((p for p in self.persons if p.identifier == part.identifier), part), "a part", True)
        if fits.person is not None:
            return fits
        if name == "A" and fits.person is None and (asked := self._asked()) is not None:
            return Resolution(asked, "the one who is asked")
        if (said := self.self_named.get(slug(name))) and not self._listed(said):
            person = person_of(said, self.scene.authority, {p.identifier for p in self.persons})
            return Resolution(person, "who says this name", unlisted=True)
        found = (
            holder(printed.office, self.scene.date, self.scene.text)
            if not printed.surname and "fits" not in fits.how
            else None
        )
        if found is None:
            return fits
        there = resolve(found.full, self.persons, self.scene.authority)
        person = there.person or person_of(found, self.scene.authority, {p.identifier for p in self.persons})
        return Resolution(replace(person, office=person.office or name), "the holder of the office on the date", True)

    def _told_apart(self, name: str, printed: PrintedName, fits: Resolution) -> Resolution:
        """`The President` is not he whom the document calls `President Lindqvist` when he speaks."""
        person = fits.person
        wanted = set(words_of(printed.office)) - {"the"}
        if printed.surname or person is None or set(words_of(person.office or person.name)) - {"the"} == wanted:
            return fits
        times = next((self.times[key] for key, other in self.names.items() if other == name), 1)
        for key, other in self.names.items():
            also = read_name(other)
            same = also.surname and same_name(also, read_name(person.name)) and set(words_of(also.office)) >= wanted
            if same and wanted and self.times[key] > 1 and times <= self.times[key] * 2:
                return Resolution(None, f"{other!r} speaks under a label of his own")
        return fits

    def _asked(self) -> Person | None:
        """The one person besides the press, where a label Q asks and nobody else speaks."""
        others = [p for p in self.persons if p.role in ("principal", "participant")]
        named = [read_name(name) for key, name in self.names.items() if key not in ("q", "a") and not generic(name)]
        if len(others) != 1 or "q" not in self.names:
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
    close = abs(len(rare) - len(common)) <= 2
    matcher = SequenceMatcher(None, rare, common, autojunk=False)
    return close and matcher.quick_ratio() > _ALIKE and matcher.ratio() > _ALIKE


def _key(label: str) -> str:
    return slug(label.strip(" :.,").replace("[", "").replace("]", ""))


def _decided(decision: LabelDecision, persons: Sequence[Person], authority: Authority) -> Person:
    for person in persons:
        if person.identifier == decision.person:
            return person
    entry = authority.by_identifier(decision.person)
    if entry is not None:
        return Person(entry.identifier, entry.preferred, "participant", authority=True)
    return Person(decision.person, read_name(decision.label).full, "participant")


# -- roles and mentions ---------------------------------------------------------------------------


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
