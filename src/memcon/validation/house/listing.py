"""The printed list of those who took part, read again: the header has their names and offices as whole as it has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from memcon.converters.names import fold, nearly_same, read_name, words_of
from memcon.diagnostics import Diagnostic
from memcon.tei.names import tei
from memcon.validation.conversation import Participant, pointers, read_label
from memcon.validation.survey import Survey

_NAME, _GAP = tei("persName"), tei("gap")
_PARTS = ("interpreter", "notetaker")  # whose office may be but their part in the talk
_FRAME = frozenset(("the", "of", "and", "for", "to", "a"))


def listings(survey: Survey) -> Iterator[Diagnostic]:
    """MC525 for a name of the list that points to nobody, MC523 and MC569 where the header has less of a name or an
    office than the list, MC547 where a part of a name stands outside."""
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


def _listed(survey: Survey) -> Iterator[etree._Element]:
    for each in survey.every("list"):
        if each.get("type") == "participants":
            yield from each.iter(_NAME)


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
    lacking = [word for word in _words(read.office) if word not in _words(person.office)]
    if lacking and person.role not in _PARTS:
        message = (
            f"{read.office!r} is listed as the office of {person.name}, and the header does not have {lacking[0]!r}"
        )
        yield survey.finding("MC569", message, person.element)


def _words(office: str) -> list[str]:
    return [word for word in fold(office).replace(",", " ").split() if word not in _FRAME]


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
