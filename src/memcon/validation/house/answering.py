"""Who answers for what the mark-up says beyond the print: acts of the edition, judgements of certainty, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.tei.names import XML_ID, tei
from memcon.validation.conversation import flat
from memcon.validation.printing import words
from memcon.validation.survey import Survey

_EDITION = "#edition"
_PRINTERS = ("#source-edition", "#translator-")
_PERSON_NAME, _SPEAKER, _PB, _NOTE, _CHOICE, _CORR = (
    tei(name) for name in ("persName", "speaker", "pb", "note", "choice", "corr")
)
_ANSWERED_BY_PRINTERS = frozenset(
    map(tei, ("supplied", "note", "sic", "corr", "gap", "stage", "ellipsis", "metamark", "pb"))
)
_JUDGED = frozenset(map(tei, ("pb", "gap", "metamark")))  # whose @cert other rules look at
_DECIDED = frozenset(map(tei, ("title", "placeName", "locale", "date")))  # which edition.toml may decide
_CERTAINTY, _DATE = tei("certainty"), tei("date")
_GROUNDS = ("resp", "evidence")
_SHOWN, _NEAR = 40, 12  # characters
_HINT = "name who decided in a respStmt of the header, or tell of it in revisionDesc"


def is_signed(survey: Survey) -> bool:
    """Whether the header tells who decides in the edition's name, or what was decided: by a person who answers for the
    edition, or by a change with its day."""
    statement = survey.identifiers.get(_EDITION[1:])
    named = statement is not None and any(map(words, statement.iterchildren(_PERSON_NAME)))
    return named or any(each.get("when") and words(each) for each in survey.every("change"))


def acts(survey: Survey) -> Iterator[Diagnostic]:
    """MC509 for a correction, a note or another addition in the name of the edition that nobody answers for, and for a
    certainty of nobody; what the converter concludes by itself it tells in editorialDecl."""
    if survey.text is None or not survey.generated or survey.pristine:
        return
    signed = is_signed(survey)
    for element in survey.every("sic") if not signed else ():
        if not _is_founded(element):
            message = f"{flat(element)[:_SHOWN]!r} is judged a misprint, and nobody says by whom"
            yield survey.finding("MC509", message, element, _HINT)
    for element, value in survey.attribute("resp") if not signed else ():
        if value.split() == [_EDITION] and element.tag not in _DECIDED and not _is_concluded(element):
            message = f"this {_name(element)} is the edition's, and nobody says who decided: {flat(element)[:_SHOWN]!r}"
            yield survey.finding("MC509", message, element, _HINT, "resp")
    for element in _grounded(survey) if not signed else ():
        message = f"{_name(element)} is known from elsewhere, and nobody says to whom"
        yield survey.finding("MC509", message, element, _HINT)
    for element, value in survey.attribute("cert"):
        if element.tag in _JUDGED or any(map(element.get, _GROUNDS)):
            continue
        if not signed or (element.tag != _CERTAINTY and _is_in_text(survey, element)):
            message = f"the certainty is {value}, and nobody says whose judgement that is"
            yield survey.finding("MC509", message, element, "add @resp", "cert")


def _grounded(survey: Survey) -> Iterator[etree._Element]:
    """Dates of the text that rest on something else than the print, and events of the header whose day is but bounded;
    the converter writes neither."""
    for name in ("source", "evidence"):
        for element, _ in survey.attribute(name):
            said = element.get("resp") or (name == "evidence" and element.get("source"))
            if element.tag == _DATE and not said and _is_in_text(survey, element):
                yield element
    for event in survey.every("custEvent"):
        if not event.get("resp") and (event.get("notBefore") or event.get("notAfter")):
            yield event


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname


def attributions(survey: Survey) -> Iterator[Diagnostic]:
    """MC597 for words that are said to be those of whoever printed or translated the transcript, as all of it is, and
    for a number that is not printed where it is given."""
    if survey.text is None or not survey.generated or survey.pristine:
        return
    for element, value in survey.attribute("resp"):
        printers = all(each.startswith(_PRINTERS) for each in value.split())
        if printers and element.tag not in _ANSWERED_BY_PRINTERS and _is_in_text(survey, element):
            message = f"{value} answers for all that is printed, and for nothing of it in particular"
            yield survey.finding("MC597", message, element, attribute="resp")
    for note in survey.every("note"):
        if note.get("place") not in (None, "end") and not note.get("n") and not note.get("resp"):
            message = f"that a note stands {note.get('place')} is told of those that have a number"
            yield survey.finding("MC597", message, note, attribute="place")
    for change in survey.every("change"):
        if change.get("who", "").startswith((*_PRINTERS, "#declassification")):
            message = f"{change.get('who')} changes nothing in this file"
            yield survey.finding("MC597", message, change, attribute="who")
    called = {value for _, value in survey.attribute("target")}
    for element, value in survey.attribute("n"):
        if element.tag == _PB or element.get("resp") or f"#{element.get(XML_ID)}" in called:
            continue  # other rules look at these
        if not _is_printed(element, value):
            yield survey.finding("MC597", f"no number {value} is printed here", element, attribute="n")


def _is_in_text(survey: Survey, element: etree._Element) -> bool:
    assert survey.text is not None
    return survey.numbers[element] > survey.numbers[survey.text]


def _is_founded(sic: etree._Element) -> bool:
    """Whether a misprint has its correction, a printed [sic] behind it, or somebody who judges it."""
    parent, behind = sic.getparent(), sic.getnext()
    corrected = parent is not None and parent.tag == _CHOICE
    printed = behind is not None and behind.tag == _NOTE and behind.get("subtype") == "sic"
    return corrected or printed or bool(sic.get("resp"))


def _is_concluded(element: etree._Element) -> bool:
    """Whether it is what the converter concludes: a page break in a paragraph, a label that is a misprint."""
    if element.tag == _PB:
        return bool(element.get("cert"))
    return element.tag == _CORR and not element.get("cert") and any(True for _ in element.iterancestors(_SPEAKER))


def _is_printed(element: etree._Element, number: str) -> bool:
    """Whether an element begins with a number, or one stands beside it."""
    before, behind = element.getprevious(), element.getnext()
    text = (_text(before)[-_NEAR:], _text(element)[:_NEAR], _text(behind)[:_NEAR])
    return re.search(rf"(?<!\w){re.escape(number)}(?!\w)", " ".join(text)) is not None


def _text(element: etree._Element | None) -> str:
    return flat(element) if element is not None and isinstance(element.tag, str) else ""
