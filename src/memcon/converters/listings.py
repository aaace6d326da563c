"""Who takes part, as it is printed: those listed, those the title names, those a sentence says were there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from memcon.converters.attendance import plain_surname, surely_somebody
from memcon.converters.headings import names_in_title
from memcon.converters.identities import Resolution, listed, person_of, resolve
from memcon.converters.lexicon import caseless, occurrences_of
from memcon.converters.names import fold, is_office, read_name, same_name
from memcon.converters.offices import named
from memcon.converters.scenes import Scene
from memcon.model import Authority, Person, Role

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


_TOP = 1500  # characters: how far down the head of a memorandum reaches


_BETWEEN_NAMES = re.compile(r"(?<!\s)\s*(?:,\s*and\b|,|;|\band\b)\s*")


_MOST_LISTED = 1000  # names: a longer list is no list of who takes part


_ROLE_WORDS: tuple[tuple[str, Role], ...] = (
    ("interpreter", "interpreter"), ("translator", "interpreter"), ("notetaker", "notetaker"),
    ("note-taker", "notetaker"), ("note taker", "notetaker"), ("notetakers", "notetaker"),
)  # fmt: skip


def printed_participants(scene: Scene) -> tuple[list[Person], dict[int, str]]:
    """Those the fields of the head list, and the offset of each printed name with the id of who it is."""
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


def titled_persons(scene: Scene, persons: list[Person]) -> tuple[tuple[str, ...], bool]:
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


def add_present(scene: Scene, persons: list[Person]) -> None:
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
