"""Values that follow from the rest of the file: who supplied words, how certain a conclusion is, what a mark is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType

from lxml import etree

from memcon.converters.words.names import nearly_same, read_name, slug
from memcon.diagnostics import Diagnostic
from memcon.tei.names import XML_ID, tei
from memcon.validation.conversation import Participant, flat
from memcon.validation.survey import Survey

_FW, _PB, _P, _DEL = tei("fw"), tei("pb"), tei("p"), tei("del")
_SPEAKER = tei("speaker")
_BODY = tei("body")
_TEXT = frozenset((_PB, _P, _SPEAKER, _BODY))
_DATE = tei("date")
_CLASSIFIED = MappingProxyType({
    tei("fw"): "classification", tei("note"): "source", tei("custEvent"): "classification",
    **dict.fromkeys(map(tei, ("metamark", "p", "div", "seg")), ""),
})  # fmt: skip
"""What may be of a class, and of what type it is then."""
_OF_THE_TALK = ("#medium.", "#date.")  # what textClass and the date of the talk point into
_NUMBERED = re.compile(r"-\d+\Z")
_EDITION = "#edition"
_SUPPLIERS = ("#source-edition", "#translator-")
_CERTAINTIES = ("high", "medium", "low")


def derived(survey: Survey) -> Iterator[Diagnostic]:
    """MC597 for a value that contradicts what it is derived from."""
    if survey.text is None or survey.pristine:
        return
    yield from _suppliers(survey)
    for page in survey.every("pb"):
        if message := _conclusion(page):
            yield survey.finding("MC597", message, page, attribute="cert" if page.get("cert") else "")
    for corr in survey.every("corr"):
        if corr.get("resp", "").startswith(_SUPPLIERS):
            yield survey.finding("MC597", "the edition corrects, not who printed or translated", corr, attribute="resp")
    for mark in survey.every("metamark"):
        struck = mark.find(_DEL) if mark.get("function") == "portionMark" and mark.get("ana") else None
        if struck is not None and struck.get("type") != "declassified":
            yield survey.finding("MC597", "a portion mark that is struck is declassified", struck)
    for element, value in survey.attribute("ana"):
        if _says_nothing(element, value):
            yield survey.finding("MC597", f"{value} says nothing of this element", element, attribute="ana")
    yield from _places(survey)
    yield from _persons(survey)


def _says_nothing(element: etree._Element, value: str) -> bool:
    """Whether terms are such as are not said of an element: the medium of anything but the talk, a classification of
    something that is none."""
    if value.startswith(_OF_THE_TALK):
        return element.tag != _DATE
    if not value.startswith("#classification."):
        return False
    kind = _CLASSIFIED.get(str(element.tag))
    return kind is None or (kind != "" and element.get("type") != kind)


def _suppliers(survey: Survey) -> Iterator[Diagnostic]:
    """Words in printed brackets are the translator's where one is named, and else those of whoever printed it."""
    supplied = [each for each in survey.every("supplied") if each.get("resp", "").startswith(_SUPPLIERS)]
    if not supplied:
        return
    statements = (each.get(XML_ID, "") for each in survey.every("respStmt"))
    translators = [f"#{each}" for each in statements if each.startswith("translator-")]
    meant = translators[0] if len(translators) == 1 else _SUPPLIERS[0]
    for each in supplied:
        if each.get("resp") != meant and not each.get("cert"):
            named = f"{len(translators)} translators are named" if len(translators) != 1 else "one translator is named"
            message = f"{named}: what stands in brackets is of {meant}; for another @cert says how certain that is"
            yield survey.finding("MC597", message, each, attribute="resp")


def _conclusion(page: etree._Element) -> str:
    """What is wrong with the grounds that a page break in a paragraph states."""
    parent, cert = page.getparent(), page.get("cert")
    if cert is None or page.get("n") or parent is None or parent.tag != _P:
        return ""
    if page.get("resp") != _EDITION:
        return "that a page ends here is concluded, and by the edition"
    if cert not in _CERTAINTIES:
        return f"the certainty is {cert}"
    before = page.getprevious()
    behind = (page.tail or "").lstrip()[:1]
    ahead = ((parent.text if before is None else before.tail) or "").rstrip()[-1:]
    if cert == "low" and (behind.islower() or ahead == ","):
        return "the sentence goes on behind the break, which makes it more than of low certainty"
    if cert == "medium" and behind.isupper() and ahead and ahead != ",":
        return "the next word begins with a capital, which makes the break of low certainty"
    return ""


def _places(survey: Survey) -> Iterator[Diagnostic]:
    """Furniture at the top of a page has no text of the page before it, that at the bottom none behind it."""
    if survey.text is None or not any(each.get("place") in ("top", "bottom") for each in survey.every("fw")):
        return
    within = survey.text.find(_BODY)  # what stands before the body are heads and covers, at the top as well
    elements = list((survey.text if within is None else within).iter(_FW, *_TEXT))
    for number, each in enumerate(elements):
        place = each.get("place")
        if each.tag != _FW or place not in ("top", "bottom") or not any(map(str.isalnum, flat(each))):
            continue
        aside = range(number - 1, -1, -1) if place == "top" else range(number + 1, len(elements))
        if _prints(elements[at] for at in aside):
            beyond = "before" if place == "top" else "behind"
            message = f"it is said to stand at the {place} of its page, and text of the page stands {beyond} it"
            yield survey.finding("MC597", message, each, attribute="place")


def _prints(elements: Iterator[etree._Element]) -> bool:
    """Whether text comes before the next page break; heads may stand above furniture at the top."""
    return next((each.tag == _SPEAKER or each.tag == _P for each in elements if each.tag in _TEXT), False)


def _persons(survey: Survey) -> Iterator[Diagnostic]:
    """Somebody of the authority file has the id that he has there, everybody else one that is made from the name."""
    generated = survey.generated
    for person in survey.participants:
        _, _, there = person.same_as.partition("#")
        if not there and generated and not _is_of(person):
            message = f"the xml:id {person.identifier} is made neither from {person.name!r} nor from an office"
            yield survey.finding("MC597", message, person.element, attribute="xml:id")
        if there and there != person.identifier:
            message = f"{person.identifier} is {there} in the authority file"
            yield survey.finding("MC597", message, person.element, attribute="xml:id")


def _is_of(person: Participant) -> bool:
    """Whether an id is that of a surname, a name or an office, perhaps with a number, or as good as that."""
    name, office = read_name(person.name), read_name(person.office)
    made = {slug(each) for each in (name.surname or name.office, person.name, person.office, office.office) if each}
    identifier = person.identifier.removeprefix("p-")
    base = _NUMBERED.sub("", identifier)
    return not made or any(each in (base, identifier) or nearly_same(each, base) for each in made)
