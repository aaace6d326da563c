"""Whom a printed name means, by the document's own participants, and what speaks against the person it points to.

A finding needs evidence in the document itself: the words of a name, an office or initials that fit another one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from memcon.converters.persons.identities import Resolution, resolve
from memcon.converters.words.names import HONORIFICS, OFFICES, words_of
from memcon.converters.words.offices import generic
from memcon.model import Authority, Person
from memcon.validation.conversation import Participant, bare, without_asides

_NOBODY = Authority()
_JOINT = re.compile(r"[/&,;+–—-]|\b(?:and|und|et|y|e|и)\b")
_NEARLY = "all but the name of a participant"  # as `resolve` says it
_INITIALS = 3  # letters: a longer word is a name


@dataclass(frozen=True)
class Cast:
    """The participants of a document, to be asked whom a printed name means."""

    participants: tuple[Participant, ...]

    @cached_property
    def by_identifier(self) -> Mapping[str, Participant]:
        """Each participant by the id."""
        return {each.identifier: each for each in self.participants}

    @cached_property
    def words(self) -> Mapping[str, set[str]]:
        """The ids of those whose name has a word."""
        found: dict[str, set[str]] = {}
        for each in self.participants:
            for name in each.names:
                for word in words_of(name):
                    found.setdefault(word, set()).add(each.identifier)
        return found

    @cached_property
    def surnames(self) -> Mapping[str, set[str]]:
        """The ids of those whose name ends with a word that is no title."""
        last = {word for each in self.participants for name in each.names for word in words_of(name)[-1:]}
        return {word: self.words[word] for word in last if word not in HONORIFICS and word not in OFFICES}

    @cached_property
    def _persons(self) -> tuple[Person, ...]:
        return tuple(
            Person(each.identifier, name, "participant", each.office)
            for each in self.participants
            for name in each.names
        )

    @cached_property
    def _by_first_name(self) -> tuple[Person, ...]:
        called = {person.identifier: person for person in reversed(self._persons)}
        return tuple(person for person in self._persons if called[person.identifier] is person)

    def named(self, words: Sequence[str]) -> frozenset[str]:
        """Those of whose names one of the words is a part."""
        return frozenset().union(*(self.words.get(word, ()) for word in words))

    def resolve(self, printed: str) -> Resolution:
        """Whom `convert` would take a printed name for, by the participants alone; nobody whom they do not list."""
        name = bare(without_asides(printed))
        found = resolve(name, self._persons, _NOBODY)
        if found.person is None:  # two names of one person may both fit
            found = resolve(name, self._by_first_name, _NOBODY)
        return Resolution(None, found.how) if found.unlisted else found

    def contradiction(self, printed: str, words: Sequence[str], who: Sequence[str]) -> str:
        """What speaks against a printed name's pointing to these participants; empty where nothing does."""
        named = self.named(words)
        joint = _JOINT.search(printed) is not None
        if named == frozenset(who):
            alone = self.resolve(printed).person if len(who) > 1 and not joint else None
            return f"it is {alone.name} alone" if alone is not None else ""
        if others := self._left_out(words, who):
            return f"it names {self.called(others)} too" if named & {*who} else f"it names {self.called(others)}"
        held = self._held if joint or not named & {*who} else self._is_named
        unnamed = [each for each in who if not held(words, each)]
        if unnamed and len(unnamed) < len(who):
            return f"it does not name {self.called(unnamed)}"
        if not unnamed and not (len(who) == 1 and named & {*who} and not joint):
            return ""
        return self._another(printed, words, who)

    def _another(self, printed: str, words: Sequence[str], who: Sequence[str]) -> str:
        """Whom a printed name means that has nothing in common with the names of `who`, or has with others too."""
        means = self.resolve(printed)
        if means.person is not None:
            if means.person.identifier not in who:
                return f"by {means.how} it is {self.called([means.person.identifier])}"
            return "the name is spelt otherwise" if means.how == _NEARLY else ""
        return ""

    def is_strange(self, printed: str, words: Sequence[str], who: Sequence[str]) -> bool:
        """Whether a printed name is a name, of nobody who is listed: neither initials nor an office nor a part."""
        if len(who) > 1 or not self.named(words).isdisjoint(who) or generic(bare(printed)) is not None:
            return False
        titles = all(len(word) <= _INITIALS or word in OFFICES or word in HONORIFICS for word in words)
        return not titles and self.resolve(printed).person is None

    def _left_out(self, words: Sequence[str], who: Sequence[str]) -> list[str]:
        """Those whose surname is printed, and who are not among `who`, nor is anybody else of that surname."""
        bearers = [self.surnames[word] for word in words if word in self.surnames]
        return sorted({each for ids in bearers if ids.isdisjoint(who) for each in ids})

    def _is_named(self, words: Sequence[str], identifier: str) -> bool:
        """Whether a participant has a word of the printed name in the name."""
        return any(identifier in self.words.get(word, ()) for word in words)

    def _held(self, words: Sequence[str], identifier: str) -> bool:
        """Whether a participant has a word of the printed name, in the name or in the office."""
        each = self.by_identifier.get(identifier)
        return each is None or not {*words}.isdisjoint(words_of(f"{each.office} {' '.join(each.names)}"))

    def called(self, identifiers: Sequence[str]) -> str:
        """Participants by their names, for a message."""
        known = self.by_identifier
        return " and ".join(known[each].name if each in known else f"#{each}" for each in identifiers)
