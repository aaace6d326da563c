"""Who is who: printed names and labels -> persons, deterministically and within their scope.

The memorandum's own participants come first, then its title, then the authority file. Surnames alone never merge
two people; an office is resolved by the participants it can mean; what fits nobody or several stays unresolved.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from memcon.converters.labels.misreadlabels import looks
from memcon.converters.words.ideographs import is_han
from memcon.converters.words.names import (
    PrintedName,
    fold,
    has_title,
    is_office,
    nearly_same,
    read_name,
    same_name,
    slug,
    undotted,
    words_of,
)
from memcon.converters.words.shortnames import is_cut
from memcon.model import Authority, AuthorityName, Person
from memcon.vocabularies import vocabularies

_GIVEN = re.compile(
    r"edition|source-edition|(?:translator|declassification|source)-\d+|[tn]\d+(?:-\d+)?|m-.*|n(?:star|.*dagger).*"
)


def find(authority: Authority, name: PrintedName) -> AuthorityName | None:
    """The one person of the authority whose name or variant the printed name fits; None for nobody and for several."""
    if not name.surname:
        return None
    wanted = words_of(name.full)
    exact = [p for p in authority.persons if any(words_of(n) == wanted for n in p.names)]
    fits = exact or [p for p in authority.persons if any(same_name(name, read_name(n)) for n in p.names)]
    return fits[0] if len(fits) == 1 else None


def person_of(name: PrintedName, authority: Authority, taken: Iterable[str], printed_office: str = "") -> Person:
    """A new person for a printed name: the authority's where it knows the name, else one of the name's own."""
    if found := find(authority, name):
        return Person(found.identifier, found.preferred, "participant", printed_office or name.office, authority=True)
    base = slug(name.surname or name.office) or "person"
    base = base if base[0].isalpha() and not _is_given(base) else f"p-{base}"
    identifier, number = base, 1
    while identifier in taken or (authority.by_identifier(identifier) is not None):
        number += 1
        identifier = f"{base}-{number}"
    return Person(identifier, name.full, "participant", name.office if name.surname else "")


def _is_given(identifier: str) -> bool:
    """Whether something else of a document may bear an identifier: a vocabulary, a turn, a note, who answers for it."""
    return identifier in vocabularies() or _GIVEN.fullmatch(identifier) is not None


def listed(printed: Sequence[str], authority: Authority, before: Sequence[Person] = ()) -> tuple[Person, ...]:
    """The persons of a list of printed names, in order, nobody twice, those in `before` not repeated."""
    persons = list(before)
    for text in printed:
        name = read_name(text)
        if not name.full or any(_is(name, person) for person in persons):
            continue
        persons.append(person_of(name, authority, {p.identifier for p in persons}))
    found = persons[len(before) :]
    known = {p.identifier for p in before}
    return tuple(p for at, p in enumerate(found) if p.identifier not in known | {q.identifier for q in found[:at]})


def _is(name: PrintedName, person: Person) -> bool:
    return words_of(name.full) == words_of(person.name) and fold(name.office) == fold(person.office)


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who a label is: a person of the memorandum, or somebody it does not list (`unlisted`), or nobody known."""

    person: Person | None
    how: str
    unlisted: bool = False


def _by_characters(label: str, persons: Sequence[Person]) -> Person | None:
    """The one participant a part of whose name in Chinese characters begins with that of a label."""
    short = read_name(label).surname
    fits = [p for p in persons if short and is_han(p.name) and any(part.startswith(short) for part in p.name.split())]
    return fits[0] if len(fits) == 1 else None


def resolve(label: str, persons: Sequence[Person], authority: Authority) -> Resolution:
    """Who speaks under a label, among the memorandum's persons first and the authority file next."""
    if is_han(label) and (called := _by_characters(label, persons)) is not None:
        return Resolution(called, "the name of a participant, cut short")
    named = [p for p in persons if words_of(label) == words_of(read_name(p.name).surname)]
    if len(named) == 1:
        return Resolution(named[0], "the surname of a participant")  # a Major Major, a Mr. King
    if (styled := _SHORT_STYLES.get(label.replace(".", "").strip())) is not None:
        held = _by_office(styled, persons)
        if held.person is not None:
            return held
    initials = _by_initials(label, persons)
    word = len(label.strip(" .:")) > 2 and "." not in label  # `RUSK` may be a name
    if initials is not None and (initials.person is not None or not (is_office(label) or word)):
        return initials
    if is_office(label):
        held = _by_office(read_name(label).office, persons)
        short = _cut_short(label, persons) if held.person is None else None
        return held if short is None else Resolution(short, "the office of a participant, cut short")
    name = read_name(label)
    if len(name.surname) == 1 and not name.given and has_title(label.split()[0]):
        return _by_initials(name.surname, persons) or Resolution(None, "fits nobody")  # `Sen. V`
    fits = [p for p in persons if same_name(name, read_name(p.name))]
    if not fits and not name.given and _LETTERS_ALONE.fullmatch(name.surname) and has_title(label.split()[0]):
        initials = _by_initials(name.surname, persons)  # `Cde. NL`
        if initials is not None and initials.person is not None:
            return initials
    if not fits and (plain := undotted(label)) != label:
        return resolve(plain, persons, authority)
    if len(fits) > 1:
        fits = [p for p in fits if p.office and fold(p.office) == fold(name.office)] or fits
    if len(fits) > 1 and name.office.endswith("."):  # `Amb. Berg`
        fits = [p for p in fits if fold(p.office).startswith(fold(name.office.removesuffix(".")))] or fits
    if len(fits) > 1 and name.office:  # `Adm. Berg`, who is `Vice Adm. Carl Berg`
        fits = [p for p in fits if set(words_of(name.office)) <= set(words_of(p.office))] or fits
    if len(fits) == 1:
        return Resolution(fits[0], "the name of a participant")
    if len(fits) > 1:
        return Resolution(None, f"fits {len(fits)} participants")
    if short := _cut_short(label, persons):
        return Resolution(short, "the name or office of a participant, cut short")
    near = [p for p in persons if _nearly(name.surname, read_name(p.name).surname)]
    if len(near) == 1:
        return Resolution(near[0], "all but the name of a participant")
    part = [
        p for p in persons if name.surname and not name.given and set(words_of(name.surname)) <= set(words_of(p.name))
    ]
    if len(part) == 1:
        return Resolution(part[0], "a part of the name of a participant")
    beginning = [p for p in persons if is_cut(label, read_name(p.name).surname)]
    if len(beginning) == 1:
        return Resolution(beginning[0], "the surname of a participant, cut short")
    variants = [p for p in persons if p.authority and _variant(name, authority.by_identifier(p.identifier))]
    if len(variants) == 1:
        return Resolution(variants[0], "a variant of a participant's name")
    return _unlisted(label, name, persons, authority)


def _nearly(surname: str, other: str) -> bool:
    """Whether two surnames differ by a slip, or by letters that recognition takes for one another."""
    misread = len(other) > _SHORTEST and looks(surname) == looks(other) and words_of(surname) != words_of(other)
    return misread or nearly_same(surname, other)


def _cut_short(label: str, persons: Sequence[Person]) -> Person | None:
    """The one participant a word of whose name or office begins like a label that ends with a full stop, or cuts an
    office short without one."""
    printed = fold(label.removesuffix(".")).replace("'", "")
    beginning = _CONTRACTED.get(printed, printed)
    cut = label.endswith(".") or printed in _CUT
    if not cut or len(beginning) < _SHORTEST or not beginning.isalpha():
        return None
    named = [(p, (*words_of(p.name), *words_of(p.office), fold(p.role))) for p in persons]
    fits = [p for p, said in named if any(word.startswith(beginning) for word in said)]
    return fits[0] if len(fits) == 1 else None


_SHORTEST = 3  # letters of a word cut short
_CONTRACTED = {"secy": "secretary", "chmn": "chairman", "pr": "president"}
_CUT = frozenset("pr pres sec secy min amb chmn dir gov sen".split())  # offices, as notes cut them short
_TOGETHER = frozenset(("all", "both", "everybody", "everyone", "several", "others"))
_CAPITALS = re.compile(r"[A-Z]{2,4}")  # `HAK`, of whom no more is told
_LETTERS_ALONE = re.compile(r"[^\W\d_a-zа-я]{2,3}")
_LETTERS = 3  # of initials; four in capitals are a name
_PART = re.compile(
    r"the\s+[^\W\d_]+(?:\s+clerk)?|aides?|staff|clerk|usher|registrar|moderator|host", re.I
)  # nobody by name
_INITIALS = re.compile(r"(?:[A-Z]\.?){1,4}|Ma?c[A-Z]{1,2}|[A-Z][a-z]{0,2}[A-Z]")


def is_initials(label: str) -> bool:
    """Whether a label is one to four letters that stand for a name."""
    return _INITIALS.fullmatch(label.strip(" :")) is not None


def _by_initials(label: str, persons: Sequence[Person]) -> Resolution | None:
    """`K`, `LBJ`, `McN`: initials against the names of those who take part; None where the label is none."""
    letters = label.strip(" .:").replace(".", "")
    if not is_initials(label):
        return None
    folded = fold(letters)
    names = [(p, words_of(p.name)) for p in persons if words_of(p.name)]
    for fits in (
        [p for p, words in names if "".join(w[0] for w in words) == folded],
        [p for p, words in names if len(folded) > 1 and words[-1].startswith(folded)],
        [p for p, words in names if len(words) > 1 and words[0].startswith(folded[:-1]) and words[-1][0] == folded[-1]],
        [p for p, words in names if _may_be_initials(folded, words)],
        [p for p in persons if len(folded) == 1 and _CAPITALS.fullmatch(p.name) and fold(p.name)[-1] == folded],
        [p for p in persons if len(folded) > 1 and "".join(w[0] for w in words_of(p.office)).startswith(folded)],
        [p for p in persons if len(folded) == 1 and _is_one_word(p.office) and fold(p.office).startswith(folded)],
    ):
        if len({p.identifier for p in fits}) == 1:
            return Resolution(fits[0], "the initials of a participant")
        if fits:
            return Resolution(None, f"the initials fit {len(fits)} participants")
    return Resolution(None, "the initials fit nobody")


def _is_one_word(office: str) -> bool:
    return bool(office) and " " not in office


def _may_be_initials(letters: str, words: tuple[str, ...]) -> bool:
    """The last letter is the surname's; the first one is the given name's, where both are known."""
    return words[-1][0] == letters[-1] and (len(letters) == 1 or len(words) == 1 or words[0][0] == letters[0])


def _unlisted(label: str, name: PrintedName, persons: Sequence[Person], authority: Authority) -> Resolution:
    if found := find(authority, name):
        person = next((p for p in persons if p.identifier == found.identifier), None)
        new = Person(found.identifier, found.preferred, "participant", name.office, authority=True)
        return Resolution(person or new, "the authority file", unlisted=person is None)
    if fold(name.full) in _TOGETHER:
        return Resolution(None, "names nobody in particular")
    if fold(label.rstrip(".")) in _CUT:
        return Resolution(None, "the office of nobody who is listed, cut short")
    titled = label.isupper() and " " in label and has_title(label.split()[0])  # `MR. LEE`
    initials = _INITIALS.fullmatch(name.full) is not None and len(name.full) <= _LETTERS and not titled
    if len(words_of(name.surname)) and len(name.surname.rstrip(".")) > 1 and not initials:
        person = person_of(name, authority, {p.identifier for p in persons})
        if _PART.fullmatch(label):
            return Resolution(
                replace(_capitalised(person), role="unknown"), "a part that nothing else mentions", unlisted=True
            )
        return Resolution(_capitalised(person), "a name that nothing else mentions", unlisted=True)
    return Resolution(None, "fits nobody")


def _capitalised(person: Person) -> Person:
    """`DOBRYNIN` in a label is Dobrynin in a list of persons, and `MCCURRY` McCurry."""
    if not re.sub(r"\b(?:Mc|Mac)(?=[A-Z]{2})", "", person.name).isupper():
        return person
    name = re.sub(r"\bMc([a-z])(?=[a-z]{2})", lambda m: f"Mc{m[1].upper()}", person.name.title())
    return replace(person, name=name)


def _variant(name: PrintedName, entry: AuthorityName | None) -> bool:
    return entry is not None and any(same_name(name, read_name(n)) for n in entry.names)


_REGAL = frozenset(("king", "queen", "shah", "sultan", "emir", "amir"))  # which stand within names
_SHORT_STYLES = {"HM": "majesty", "HIM": "majesty", "HRH": "highness", "HE": "excellency"}
_STYLED = {
    "majesty": frozenset(("king", "queen", "shah", "shahanshah", "emperor", "sultan", "majesty")),
    "highness": frozenset(("prince", "princess", "amir", "emir", "sheikh", "sultan", "highness")),
    "holiness": frozenset(("pope", "patriarch")),
    "excellency": frozenset(("president", "minister", "ambassador")),
}  # who is spoken of so


def _by_office(office: str, persons: Sequence[Person]) -> Resolution:
    """`THE PRESIDENT` is the participant whose printed office is just that; a qualified one (`Russian President`)
    is meant only where no other fits."""
    wanted = [w for w in words_of(office) if w != "the"]
    offices = [
        (p, [w for w in words_of(p.office or p.name) if w != "the"]) for p in persons if p.office or is_office(p.name)
    ]
    for fits in (
        [p for p, _ in offices if fold(p.office or p.name) == fold(office)],
        [p for p, words in offices if words == wanted],
        [p for p, words in offices if words[: len(wanted)] == wanted],
        [p for p, words in offices if set(wanted) <= set(words)],
        [p for p, words in offices if set(words) & _STYLED.get(wanted[-1], frozenset())] if wanted else [],
        [p for p in persons if len(wanted) == 1 and wanted[0] in _REGAL and wanted[0] in words_of(p.name)],
    ):
        if len({p.identifier for p in fits}) == 1:
            return Resolution(fits[0], f"the participant who is {office}")
        if fits:
            return Resolution(None, f"the office fits {len(fits)} participants")
    return Resolution(None, "nobody listed holds the office")
