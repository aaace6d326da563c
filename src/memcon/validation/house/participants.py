"""The participants of the header, against each other and against what is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from memcon.converters.words.names import fold, is_office, nearly_same, words_of
from memcon.diagnostics import Diagnostic
from memcon.tei.names import tei
from memcon.validation.conversation import Participant, pointers, read_label
from memcon.validation.survey import Survey

_PARTS = {
    "interpreter": re.compile(r"\b(?:int[eé]rpr[eèé]t|translator|dolmetsch|traduct|переводчи|tłumacz|tolk\b)", re.I),
    "notetaker": re.compile(
        r"\b(?:note[ -]?taker|notes? taken|took notes|protokollf|protokoll\)|recorder\b|rapporteur\b|записа)", re.I
    ),
}
_CALLED = {
    "operator": re.compile(r"\boperator|^[ \t]{0,40}O:", re.I | re.M),
    "press": re.compile(r"\b(?:press|question|reporter|correspondent|journalist|Q\b)|прес|журналист|вопрос", re.I),
}
_ALIKE = 0.7  # of the letters of two given names that may be one, misspelt
_UNNAMED = ("operator", "press", "unknown")  # who has no name, but is only a part in the talk
_MINOR = ("participant", "staff", "press", "operator", "unknown")
_SPEAK = ("principal", "participant")  # who is expected to say something


def silent_persons(survey: Survey) -> Iterator[Diagnostic]:
    """MC520: participants who say nothing, and are no interpreters or note-takers; MC521: somebody whom nothing in
    the text points to or names."""
    spoken = {person for turn in survey.turns for person in turn.who}
    mute = [person for person in survey.participants if person.identifier not in spoken]
    if not mute:
        return
    pointed = {target for element in survey.every("persName") for target in pointers(element.get("ref"))}
    for person in mute:
        if person.identifier not in pointed and not _is_printed(survey, person):
            message = f"nothing in the text points to {_called(person)}, or has the name"
            yield survey.finding("MC521", message, person.element)
    expected = [person for person in mute if person.role in _SPEAK]
    if expected and survey.turns:
        names = ", ".join(map(_called, expected))
        yield survey.finding("MC520", f"nothing is said by {names}", expected[0].element)


def _called(person: Participant) -> str:
    return person.name or person.identifier


def _is_printed(survey: Survey, person: Participant) -> bool:
    """Whether the print has the last word of one of the person's names."""
    return any(survey.prints(words[-1]) for name in person.names if (words := words_of(name)))


def doubled_persons(survey: Survey) -> Iterator[Diagnostic]:
    """MC522: two persons of the header have one name and office, or one @sameAs."""
    named: dict[tuple[tuple[str, ...], str], str] = {}
    linked: dict[str, str] = {}
    for person in survey.participants:
        other = named.setdefault((words_of(person.name), person.office), person.identifier)
        if other == person.identifier and person.same_as:
            other = linked.setdefault(person.same_as, person.identifier)
        if other != person.identifier:
            message = f"{person.identifier} and {other} have one name and office, or one @sameAs"
            yield survey.finding("MC522", message, person.element, "join them")


def spellings(survey: Survey) -> Iterator[Diagnostic]:
    """MC523: a name is printed, and otherwise than the header spells it. Persons of an authority file have their
    names there; a given name that is printed nowhere is the edition's knowledge."""
    persons = [each for each in survey.participants if not each.same_as and each.role not in _UNNAMED]
    for person in persons:
        for name in person.names:
            *given, surname = words_of(name) or ("",)
            message = ""
            if not survey.prints(surname) and not is_office(name) and not _is_known_by_office(survey, person, surname):
                message = f"the text does not have {surname!r} of {name!r}"
            elif lacking := [word for word in given if not survey.prints(word)]:
                message = _otherwise(lacking, surname, fold(survey.printed))
            if message:
                yield survey.finding("MC523", message, person.element)


def _is_known_by_office(survey: Survey, person: Participant, surname: str) -> bool:
    """Whether somebody speaks under an office alone, and has a name that is nothing like it: the edition knows who held
    the office."""
    turns = [turn for turn in survey.turns if person.identifier in turn.who]
    alike = any(nearly_same(surname, word) for turn in turns for word in turn.words)
    return bool(turns) and not alike and all(is_office(turn.label) for turn in turns)


def _otherwise(lacking: Sequence[str], surname: str, printed: str) -> str:
    """What is printed before a surname instead of a given name, but for a letter or two."""
    before = set(re.findall(rf"([^\W\d_]{{3,}})[\s.]+(?:[^\W\d_]\.?\s+)?{re.escape(surname)}\b", printed))
    for word in lacking:
        alike = [each for each in sorted(before) if SequenceMatcher(None, word, each, autojunk=False).ratio() >= _ALIKE]
        if alike:
            return f"the text has {alike[0]!r} before {surname!r}, the header {word!r}"
    return ""


def roles(survey: Survey) -> Iterator[Diagnostic]:
    """MC524: the print says that somebody interpreted, took notes or is named in the title, and the role is another,
    or somebody has such a role and the print does not say so."""
    printed: dict[str, list[str]] = {}
    for element in survey.every("persName"):
        for person in pointers(element.get("ref")):
            printed.setdefault(person, []).append(read_label(element))
    for label in survey.every("label"):
        if any(words.search(label.text or "") for words in _PARTS.values()) and (item := label.getnext()) is not None:
            for element in item.iter(tei("persName")):
                for person in pointers(element.get("ref")):
                    printed.setdefault(person, []).append(label.text or "")
    titled = _titled(survey)
    for each in survey.participants:
        if message := _another_part(survey, each, printed.get(each.identifier, ())) or _another_place(each, titled):
            yield survey.finding("MC524", f"{each.name}: {message}, the role is {each.role}", each.element)


def _another_part(survey: Survey, person: Participant, printed: Sequence[str]) -> str:
    said = " ".join((person.office, *printed))
    parts = [role for role, words in _PARTS.items() if words.search(said)]
    if parts and person.role not in (*parts, "staff"):
        return f"printed as {parts[0]}"
    words = _PARTS.get(person.role) or _CALLED.get(person.role)
    if not parts and words is not None and words.search(survey.printed) is None:
        return f"no {person.role} is printed"
    return ""


def _another_place(person: Participant, titled: Sequence[Participant]) -> str:
    """Where the title names several people as principals, those whom it names are just they."""
    principals = [each for each in titled if each.role == "principal"]
    if person in titled and person.role in _MINOR and principals:
        return "named in the title as principals are"
    if person not in titled and person.role == "principal" and len(principals) > 1:
        return "not named in the title as other principals are"
    return ""


def _titled(survey: Survey) -> tuple[Participant, ...]:
    """The participants whose last name the main title has."""
    title = next((each.text or "" for each in survey.every("title") if each.get("type") == "main"), "")
    words = frozenset(words_of(title))
    return tuple(each for each in survey.participants if not words.isdisjoint(words_of(each.name)[-1:]))


def named_persons(survey: Survey) -> Iterator[Diagnostic]:
    """MC525 for a name in the text that points to nobody though the header has the person, MC526 for one that points
    to somebody else."""
    names = survey.every("persName")
    cast = survey.cast
    for element in names:
        if not survey.is_of_text(element):
            continue
        printed = " ".join(read_label(element).split())
        words, to = words_of(printed), pointers(element.get("ref"))
        if to and (why := cast.contradiction(printed, words, to)):
            yield survey.finding("MC526", f"{printed!r} points to {cast.called(to)}: {why}", element)
        elif (
            len(words) > 1 and _is_elsewhere(element.get("ref")) and (means := cast.resolve(printed).person) is not None
        ):
            hint = f'add ref="#{means.identifier}"'
            yield survey.finding("MC525", f"{printed!r} points to nobody, and is {means.name}", element, hint)


def _is_elsewhere(pointer: str | None) -> bool:
    """Whether a name points nowhere, or to the web alone."""
    return pointer is None or all("://" in each for each in pointer.split())
