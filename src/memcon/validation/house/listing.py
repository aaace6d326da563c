"""The printed list of those who took part, and the title, read again: the header has their names and offices whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from lxml import etree

from memcon.converters.heads.titlenames import names_in_title
from memcon.converters.words.names import PrintedName, fold, nearly_same, read_name, words_of
from memcon.diagnostics import Diagnostic
from memcon.tei.names import tei
from memcon.validation.conversation import Participant, pointers, read_label
from memcon.validation.printing import words
from memcon.validation.survey import Survey

_NAME, _GAP, _OFFICE = tei("persName"), tei("gap"), tei("occupation")
_PARTS = ("interpreter", "notetaker")  # whose office may be but their part in the talk
_WORD = re.compile(r"\w+")
_FRAME = frozenset(("the", "of", "and", "for", "to", "a"))


def listings(survey: Survey) -> Iterator[Diagnostic]:
    """MC525 for a name of the list that points to nobody or of the title that nobody has, MC523 and MC569 where the
    header has less of a name or an office than these, MC547 where a part of a name stands outside."""
    if survey.pristine:
        return
    persons = {each.identifier: each for each in survey.participants}
    met: set[str] = set()
    for name in _listed(survey):
        pointed = [persons[each] for each in pointers(name.get("ref")) if each in persons]
        if name.get("ref") is None and next(name.iter(_GAP), None) is None:
            yield survey.finding("MC525", f"{_read(name)!r} is in the list, and points to nobody", name)
        for person in pointed:
            if person.identifier not in met:
                met.add(person.identifier)
                yield from _held(survey, person, name)
            yield from _outside(survey, person, name)
    yield from _titled(survey, met)


def _listed(survey: Survey) -> Iterator[etree._Element]:
    for each in survey.every("list"):
        if each.get("type") == "participants":
            yield from each.iter(_NAME)


def _titled(survey: Survey, listed: Set[str]) -> Iterator[Diagnostic]:
    """Those whom the title names, if the list does not."""
    title = next((each for each in survey.every("title") if each.get("type") == "main"), None)
    if title is None or not survey.participants:
        return
    known = {word for each in survey.participants for name in each.names for word in words_of(name)}
    for read in map(read_name, names_in_title(words(title))[0]):
        surname = words_of(read.surname)[-1:]
        if surname and known.isdisjoint(words_of(read.full)):
            yield survey.finding("MC525", f"{read.full!r} is in the title, and not in the header's list", title)
        fits = [each for each in survey.participants if surname and words_of(each.name)[-1:] == surname]
        if len(fits) == 1 and fits[0].identifier not in listed:
            yield from _named(survey, fits[0], read)


def _named(survey: Survey, person: Participant, read: PrintedName) -> Iterator[Diagnostic]:
    """Somebody of the title, who has his whole name in the header, and his office."""
    if not person.same_as and not _is_whole(words_of(person.name), words_of(read.full)):
        yield survey.finding("MC523", f"the title has {read.full!r}, the header {person.name!r}", person.element)
    listed, own = _words(read.office), _words(person.office)
    if len(own) < len(listed) and set(own) <= set(listed) and not _is_answered(person):
        message = f"the title has {read.office!r} as {person.name}'s office, the header {person.office or 'none'!r}"
        yield survey.finding("MC569", message, person.element)


def _read(name: etree._Element) -> str:
    return " ".join(read_label(name).split())


def _held(survey: Survey, person: Participant, printed: etree._Element) -> Iterator[Diagnostic]:
    read = read_name(_read(printed))
    if not read.surname:
        return  # an office alone, of which the edition may know who held it
    if not person.same_as and not _is_whole(words_of(person.name), words_of(read.full)):
        yield survey.finding("MC523", f"{read.full!r} is listed, and the header has {person.name!r}", person.element)
    elif not person.same_as and _is_respelt(person.name, read.full):
        yield survey.finding("MC523", f"{read.full!r} is listed, and not {person.name!r}", person.element)
    listed, own = _words(read.office), _words(person.office)
    lacking = [word for word in listed if word not in own]
    added = [word for word in own if word not in _words(_read(printed))] if listed else []
    if (lacking or added) and person.role not in _PARTS and not _is_answered(person):
        message = f"{read.office!r} is listed as {person.name}'s office, and the header has {person.office!r}"
        yield survey.finding("MC569", message, person.element)


def _is_answered(person: Participant) -> bool:
    """Whether somebody says how he knows an office that is not printed so."""
    office = person.element.find(_OFFICE)
    return office is not None and bool(office.get("cert") or office.get("resp"))


def _words(office: str) -> list[str]:
    return [word for word in _WORD.findall(fold(office)) if word not in _FRAME]


def _is_whole(ours: Sequence[str], printed: Sequence[str]) -> bool:
    """Whether a name has every word of the printed one, an initial of it perhaps in full, a slip perhaps mended."""
    left = list(ours)
    for word in printed:
        found = next((each for each in left if each == word or (len(word) == 1 and each.startswith(word))), None)
        found = found or next((each for each in left if nearly_same(each, word)), None)
        if found is None:
            return False
        left.remove(found)
    return True


def _is_respelt(name: str, printed: str) -> bool:
    """Whether a name has the printed words with other letters, large or small, or with marks that nobody sees."""
    return words_of(name) == words_of(printed) and name != printed and not printed.isupper()


def _outside(survey: Survey, person: Participant, name: etree._Element) -> Iterator[Diagnostic]:
    before, parent = name.getprevious(), name.getparent()
    ahead = before.tail if before is not None else parent.text if parent is not None else ""
    word = (ahead or "").rsplit(None, 1)[-1:] if not (ahead or "").rstrip().endswith((",", ";", ":")) else []
    own = words_of(person.name)
    if word and words_of(word[0]) and set(words_of(word[0])) <= set(own) and own[-1:] != words_of(word[0]):
        yield survey.finding("MC547", f"{word[0]!r} belongs to the name behind it", name)
