"""What the authority file lacks: persons, forms of names, and near matches, as rows for an editor to review."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from memcon.converters.words.names import read_name, slug, words_of
from memcon.model import Authority
from memcon.people.linking import Register
from memcon.people.matching import Candidates, Near, bare_surname, comparable, near
from memcon.people.records import Document, Listed, Mention
from memcon.people.table import Row

_KINDS = {"speaker": "speaker label", "participant": "list of participants", "name": "name in the text"}
_SHOWN = 6  # documents that a cell names
_NUMBER = re.compile(r"-[0-9]+\Z")

Key = tuple[tuple[str, ...], tuple[str, ...], int]


@dataclass(slots=True)
class _Seen:
    """How often something was met, in which documents, and as what."""

    count: int = 0
    documents: dict[str, None] = field(default_factory=dict)
    kinds: dict[str, None] = field(default_factory=dict)

    def add(self, document: Document, kind: str = "") -> None:
        self.count += 1
        self.note(document, kind)

    def note(self, document: Document, kind: str = "") -> None:
        self.documents[document.identifier or document.path] = None
        if kind:
            self.kinds[kind] = None

    def row(self, row: Row, evidence: Iterable[str] = ()) -> Row:
        """The row with the documents, the count and the evidence in it."""
        names = sorted(self.documents)
        more = f"; … ({len(names)} documents)" if len(names) > _SHOWN else ""
        found = [_KINDS[kind] for kind in _KINDS if kind in self.kinds]
        return replace(
            row,
            evidence="; ".join([*found, *evidence]),
            documents="; ".join(names[:_SHOWN]) + more,
            count=str(self.count),
        )


@dataclass(slots=True)
class _Newcomer:
    """A person whom no @sameAs leads to the authority file."""

    name: str
    ids: Counter[str] = field(default_factory=Counter)
    dangling: bool = False
    seen: _Seen = field(default_factory=_Seen)
    forms: dict[str, _Seen] = field(default_factory=dict)


class Gatherer:
    """Gathers the people of one document after the other; what it holds grows with the number of names alone."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self._newcomers: dict[Key, _Newcomer] = {}
        self._linked: dict[tuple[str, str], _Seen] = {}
        self._alike: dict[tuple[str, str], _Seen] = {}
        self._loose: dict[str, _Seen] = {}

    def add(self, document: Document) -> None:
        """Take note of a document's persons and of the forms in which it prints their names."""
        owners: dict[str, str | _Newcomer] = {}
        unlinked: set[str] = set()
        met: Counter[object] = Counter()
        for listed in document.persons:
            if listed.role == "unknown":
                continue  # a part or a name that is withheld: nobody to propose
            if found := self.register.person(document, listed):
                owners[listed.identifier] = found.identifier
            elif found := self.register.named_like(listed):
                owners[listed.identifier] = found.identifier
                unlinked.add(listed.identifier)
            else:
                owners[listed.identifier] = self._newcomer(document, listed, met)
        for mention in document.mentions:
            self._mention(document, mention, owners, unlinked)

    def _newcomer(self, document: Document, listed: Listed, met: Counter[object]) -> _Newcomer:
        """Persons of one full name in several documents are proposed as one; of one surname alone, only where the
        office is the same too; two of one document are two."""
        name = read_name(listed.name)
        office = () if name.given else words_of(listed.office)
        words = words_of(listed.name)
        met[words, office] += 1
        one = self._newcomers.setdefault((words, office, met[words, office]), _Newcomer(listed.name))
        dangling = self.register.linked(document, listed.same_as)
        one.ids[dangling or listed.identifier] += 1
        one.dangling = one.dangling or bool(dangling)
        one.seen.note(document)
        return one

    def _mention(
        self, document: Document, mention: Mention, owners: dict[str, str | _Newcomer], unlinked: set[str]
    ) -> None:
        """A joint label is nobody's name."""
        if len(mention.targets) > 1:
            return
        target = mention.targets[0] if mention.targets else ""
        owner = owners.get(target[1:]) if target.startswith("#") else self.register.linked(document, target)
        if isinstance(owner, _Newcomer):
            owner.seen.add(document, mention.kind)
        if not mention.name:
            return
        if isinstance(owner, _Newcomer):
            owner.forms.setdefault(mention.name, _Seen()).add(document, mention.kind)
        elif owner:
            kept = self._alike if target[1:] in unlinked else self._linked
            kept.setdefault((owner, mention.name), _Seen()).add(document, mention.kind)
        elif not target:
            self._loose.setdefault(mention.name, _Seen()).add(document, mention.kind)

    def proposals(self) -> tuple[Row, ...]:
        """The rows: new persons by name, each with its forms and what he may be instead; then forms of the names of
        persons that the authority file has; then names of nobody known that come near to somebody's."""
        authority = self.register.authority
        people = sorted(self._newcomers.values(), key=lambda p: (words_of(p.name), p.name, sorted(p.ids)))
        book = _Book(authority, _identifiers(people, authority), [p.name for p in people])
        rows: list[Row] = []
        for identifier, person in zip(book.new, people, strict=True):
            rows += _person(identifier, person, book)
        return (*rows, *self._variants(authority), *self._near(book))

    def _variants(self, authority: Authority) -> Iterator[Row]:
        for kept, action, doubt in (
            (self._linked, "variant", ()),
            (self._alike, "variant?", ("not linked with @sameAs",)),
        ):
            for (identifier, form), seen in sorted(kept.items(), key=lambda item: item[0]):
                entry = authority.by_identifier(identifier)
                if entry is not None and form not in entry.names:
                    yield seen.row(Row(action, identifier, entry.preferred, form), doubt)

    def _near(self, book: _Book) -> Iterator[Row]:
        for form, seen in sorted(self._loose.items()):
            found = near(form, book.candidates)
            if found and found.clear and form not in book.names_of(found.identifier):
                row = Row("variant?", found.identifier, book.names_of(found.identifier)[0], form)
                yield seen.row(_scored(row, found), ["resolved to nobody"])


class _Book:
    """Everybody a name may be: the persons of the authority file, and the new ones in their order."""

    def __init__(self, authority: Authority, new: list[str], names: list[str]) -> None:
        self.authority = authority
        self.new = {identifier: n for n, identifier in enumerate(new)}
        self._names = {p.identifier: p.names for p in authority.persons} | {
            identifier: (name,) for identifier, name in zip(new, names, strict=True)
        }
        self.candidates = Candidates((identifier, name) for identifier, all_ in self._names.items() for name in all_)

    def names_of(self, identifier: str) -> tuple[str, ...]:
        """The names of a person, the preferred one first."""
        return self._names[identifier]

    def before(self, identifier: str) -> Callable[[str], bool]:
        """Who comes before a new person: two new ones are compared once."""
        place = self.new[identifier]
        return lambda other: self.new.get(other, -1) < place


def _person(identifier: str, person: _Newcomer, book: _Book) -> Iterator[Row]:
    """The rows of a new person: the person, whom he may be instead, and the other forms of the name."""
    yield person.seen.row(Row("person", identifier, person.name), _evidence(identifier, person, book))
    found = near(person.name, book.candidates, book.before(identifier))
    if found and found.clear and person.name not in book.names_of(found.identifier):
        row = Row("variant?", found.identifier, book.names_of(found.identifier)[0], person.name)
        yield person.seen.row(_scored(row, found), [f"instead of the new person {identifier}"])
    for form, seen in sorted(person.forms.items()):
        if form != person.name:
            yield seen.row(Row("variant", identifier, person.name, form))


def _evidence(identifier: str, person: _Newcomer, book: _Book) -> Iterator[str]:
    if book.authority.persons:
        yield "no such entry in the authority file" if person.dangling else "not linked with @sameAs"
    if not read_name(person.name).given:
        yield "a surname alone: is it one person in all documents?"
    for local in sorted(person.ids):
        if other := book.authority.by_identifier(local):
            yield f"the id {local} is that of {other.preferred}"
    alike = [i for i in book.candidates.of_surname(comparable(person.name).surname) if i != identifier]
    if alike:
        yield f"same surname: {', '.join(alike)}"


def _scored(row: Row, found: Near) -> Row:
    second = f"{found.second} {found.second_score:g}" if found.second else ""
    return replace(row, score=f"{found.score:g}", second_best=second)


def _identifiers(people: Iterable[_Newcomer], authority: Authority) -> list[str]:
    """An id for each new person: the one the documents use most, or one made from the surname where that is not in it
    (an office was printed before the name was known); with a number where it is taken."""
    taken = {p.identifier for p in authority.persons}
    made = []
    for person in people:
        wanted = min(person.ids, key=lambda i: (-person.ids[i], i))
        surname = slug(bare_surname(person.name))
        if not person.dangling and surname[:1].isalpha() and surname not in slug(wanted):
            wanted = surname
        identifier, number = wanted, 1
        while identifier in taken:
            number += 1
            identifier = f"{_NUMBER.sub('', wanted)}-{number}"
        taken.add(identifier)
        made.append(identifier)
    return made


def propose(documents: Iterable[Document], register: Register) -> tuple[Row, ...]:
    """What the authority file lacks, of these documents."""
    gathered = Gatherer(register)
    for document in documents:
        gathered.add(document)
    return gathered.proposals()


def keep_decisions(rows: Iterable[Row], before: Iterable[Row], authority: Authority) -> tuple[Row, ...]:
    """The rows of a new table with the decisions of the one before it; decided rows that are not proposed any more
    stay at the end, unless the authority file shows that they were carried out."""
    decided = {row.key: row for row in before if row.decision}
    kept = [replace(row, decision=decided.pop(row.key).decision) if row.key in decided else row for row in rows]
    return (*kept, *(row for row in decided.values() if not _carried_out(row, authority)))


def _carried_out(row: Row, authority: Authority) -> bool:
    decision = row.decision.casefold()
    entry = authority.by_identifier(row.id if decision == "yes" else row.decision)
    return decision != "no" and entry is not None and (row.variant or row.name) in entry.names
