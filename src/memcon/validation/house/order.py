"""The order of what stands side by side in a generated header: it is told by the kinds of things, or by the print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType

from lxml import etree

from memcon.converters.words.names import words_of
from memcon.diagnostics import Diagnostic
from memcon.tei.formulas import ANSWERS
from memcon.tei.names import XML_ID, tei
from memcon.validation.conversation import Participant, pointers
from memcon.validation.survey import Survey
from memcon.vocabularies import vocabularies

_ORDERS: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "titleStmt": ("title", "title subject", *ANSWERS),
    "respStmt": ("resp", "persName", "orgName"),
    "sourceDesc": ("msDesc", "biblStruct", "bibl"),
    "msIdentifier": ("settlement", "repository", "collection", "idno", "altIdentifier"),
    "bibl": ("ptr", "idno sha256", "idno document"),
    "imprint": ("pubPlace", "publisher", "date", "biblScope volume", "biblScope page"),
    "person": ("persName", "persName variant", "occupation"),
    "setting": ("placeName", "locale", "date"),
    "textClass": ("catRef classification", "catRef medium", "keywords"),
})  # fmt: skip
"""The children of elements of the header, in the order in which the converter writes them: names, each with its type,
scheme or id where that tells."""


def order(survey: Survey) -> Iterator[Diagnostic]:
    """MC508 for parts of a generated header that stand in another order than the converter gives them."""
    if survey.text is None or not survey.generated or survey.pristine:
        return
    for name, wanted in _ORDERS.items():
        for parent in survey.every(name):
            yield from _children(survey, parent, wanted)
    yield from _vocabularies(survey)
    yield from _persons(survey)


def _children(survey: Survey, parent: etree._Element, wanted: tuple[str, ...]) -> Iterator[Diagnostic]:
    """The first child that stands behind one that it should stand before."""
    ranked = [(rank, child) for child in parent.iterchildren(etree.Element) if (rank := _rank(child, wanted)) >= 0]
    for (before, _), (rank, child) in pairwise(ranked):
        if rank < before:
            message = f"{wanted[rank]} stands behind {wanted[before]}"
            yield survey.finding("MC508", message, child, "memcon writes it before that")
            return


def _rank(element: etree._Element, wanted: tuple[str, ...]) -> int:
    """Where an element belongs; -1 for one of which nothing is said."""
    name = etree.QName(element).localname
    kind = element.get("type") or element.get("unit") or element.get("scheme", "").removeprefix("#")
    identifier = element.get(XML_ID, "").rstrip("0123456789").removesuffix("-") if name == "respStmt" else ""
    return next((wanted.index(each) for each in (identifier, f"{name} {kind}", name) if each in wanted), -1)


def _vocabularies(survey: Survey) -> Iterator[Diagnostic]:
    known = list(vocabularies())
    given = [each for each in survey.every("taxonomy") if each.get(XML_ID) in known]
    for before, each in pairwise(given):
        if known.index(each.get(XML_ID, "")) < known.index(before.get(XML_ID, "")):
            message = f"the vocabulary {each.get(XML_ID)} stands behind {before.get(XML_ID)}"
            yield survey.finding("MC508", message, each)


def _persons(survey: Survey) -> Iterator[Diagnostic]:
    """Participants stand as they are printed, in the list of them and in the title, or else as they speak."""
    if len(survey.participants) < 2:
        return
    listed = _first(target for name in _listed(survey) for target in pointers(name.get("ref")))
    spoken = _first(person for turn in survey.turns for person in turn.who)
    printed = (title for title in survey.every("title")[:1] if title.get("type") == "main")
    titled = _first(word for title in printed for word in words_of(title.text or ""))
    placed = [(place, each) for each in survey.participants if (place := _place(each, listed, titled))]
    by_turns = [spoken.get(each.identifier, len(spoken)) for each in survey.participants]
    if len(placed) < len(by_turns) and by_turns == sorted(by_turns):
        return
    for (before, _), (behind, each) in pairwise(placed):
        if behind[0] == before[0] and behind < before:
            message = f"{each.name} is printed before the participant who stands before"
            yield survey.finding("MC508", message, each.element)
            return


def _listed(survey: Survey) -> Iterator[etree._Element]:
    for each in survey.every("list"):
        if each.get("type") in ("participants", "fields"):
            yield from each.iter(tei("persName"))


def _first(names: Iterator[str]) -> dict[str, int]:
    """Where each name stands first."""
    found: dict[str, int] = {}
    for name in names:
        found.setdefault(name, len(found))
    return found


def _place(person: Participant, listed: dict[str, int], titled: dict[str, int]) -> tuple[int, int] | None:
    """Where the print has somebody; None where it only lets him speak."""
    if person.identifier in listed:
        return 0, listed[person.identifier]
    surname = next(iter(words_of(person.name)[-1:]), "")
    return (1, titled[surname]) if surname in titled else None
