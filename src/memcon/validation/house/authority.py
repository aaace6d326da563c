"""An authority file by itself: each name is of one entry, and what is said there is not of one talk alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from memcon.converters.words.names import is_office, read_name, words_of
from memcon.diagnostics import Diagnostic
from memcon.tei.names import tei
from memcon.validation.conversation import Participant
from memcon.validation.conversation import participants as listed
from memcon.validation.survey import Survey


def authority_names(survey: Survey) -> Iterator[Diagnostic]:
    """MC598 for a name of an authority file that is that of two entries, or a variant that is of the name of another
    entry and not of its own; for a name that stands twice, or is none, and for an entry that has but variants, or two
    names."""
    if survey.text is not None:
        return
    entries = [(each, names) for each in listed(survey.every("person")) if (names := tuple(map(words_of, each.names)))]
    called: dict[tuple[str, ...], str] = {}
    owners: dict[str, str] = {}
    for person, (main, *_) in entries:
        other = called.setdefault(main, person.identifier)
        owners.setdefault(next(iter(main[-1:]), ""), person.identifier)
        if other != person.identifier:
            message = f"{person.name!r} is the name of {other} too"
            yield survey.finding("MC598", message, person.element, "join the entries, or tell the two apart")
    for person, (main, *_) in entries:
        if other := next((each.identifier for each, (full, *_) in entries if _shortens(main, full)), ""):
            message = f"{person.name!r} is a short form of the name of {other}, and an entry of its own"
            yield survey.finding("MC598", message, person.element, "join the entries, or tell the two apart")
    for person, (main, *variants) in entries:
        fuller = next((each for each in person.names[1:] if _has_given(each, main)), "")
        whole = next((text for each, text in zip(variants, person.names[1:], strict=True) if _spells(each, main)), "")
        if whole:
            message = f"{person.identifier} is called {person.name!r}, and {whole!r} is a variant of that"
            yield survey.finding("MC598", message, person.element, "the fullest form is the name")
        if len(main) == 1 and fuller:
            message = f"{person.identifier} is called {person.name!r} alone, and has the variant {fuller!r}"
            yield survey.finding("MC598", message, person.element)
        own = set(main).union(*(each for each in variants if not set(main).isdisjoint(each)))
        for variant, text in zip(variants, person.names[1:], strict=True):
            another = owners.get(next(iter(variant[-1:]), ""), person.identifier)
            if own.isdisjoint(variant) and another != person.identifier:
                yield survey.finding("MC598", f"{text!r} is a name of {another}, not of {person.name}", person.element)
        yield from _names(survey, person)


def _has_given(variant: str, main: Sequence[str]) -> bool:
    """Whether a variant has a given name beside the surname that is all of the main name."""
    read = read_name(variant)
    return words_of(read.surname) == tuple(main) and len(words_of(read.given)[:1] or "") > 0


def _shortens(name: Sequence[str], full: Sequence[str]) -> bool:
    """Whether a name is the surname of another one, alone or behind the initials of it."""
    given, whole = name[:-1], full[:-1]
    initials = all(len(short) == 1 < len(each) and each[0] == short for short, each in zip(given, whole, strict=False))
    return (
        name[-1:] == full[-1:] and any(len(each) > 1 for each in whole) and initials and all(len(g) == 1 for g in given)
    )


def _spells(variant: Sequence[str], main: Sequence[str]) -> bool:
    """Whether a variant has a given name of which the main name has but the initial."""
    pairs = list(zip(main, variant, strict=False))
    given = [(short, full) for short, full in pairs[:-1] if short != full]
    alike = len(main) == len(variant) and main[-1:] == variant[-1:]
    return alike and bool(given) and all(len(short) == 1 < len(full) and full[0] == short for short, full in given)


def _names(survey: Survey, person: Participant) -> Iterator[Diagnostic]:
    """The names of one entry."""
    if all(each.get("type") == "variant" for each in person.element.iterchildren(tei("persName"))):
        yield survey.finding("MC598", f"{person.identifier} has variants of a name, and no name", person.element)
    plain = [each for each in person.element.iterchildren(tei("persName")) if not each.attrib]
    if len(plain) > 1:
        message = f"{person.identifier} has two names, and neither is marked as a variant"
        yield survey.finding("MC598", message, plain[1], 'a further form has type="variant"')
    if (other := person.same_as).startswith("#"):
        message = f"{person.identifier} is said to be {other[1:]}, who has an entry"
        yield survey.finding("MC598", message, person.element, "join the entries")
    for number, name in enumerate(person.names):
        if not name:
            yield survey.finding("MC598", f"a name of {person.identifier} is empty", person.element)
        elif name in person.names[:number]:
            yield survey.finding("MC598", f"{name!r} stands twice in the entry {person.identifier}", person.element)
        elif name.split()[-1:] and name.split()[-1].islower() and name.split()[-1].isascii() and not is_office(name):
            yield survey.finding("MC598", f"{name!r} ends in a word without a capital, and is no name", person.element)


def parts(survey: Survey) -> Iterator[Diagnostic]:
    """MC597 for the part that somebody of an authority file has in a talk."""
    for person in survey.every("person") if survey.text is None else ():
        if role := person.get("role"):
            message = f"whether somebody is {role} is told of each talk, in its own header"
            yield survey.finding("MC597", message, person, attribute="role")
