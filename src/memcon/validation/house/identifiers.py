"""Identifiers that others have given: each is of the form that those of its kind have, and of one person alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.tei.names import XML_ID, tei
from memcon.validation.printing import words
from memcon.validation.survey import Survey

_PERSON = tei("person")
_FORMS = {
    "VIAF": re.compile(r"[1-9]\d{1,21}"),
    "Wikidata": re.compile(r"Q[1-9]\d*"),
    "LCNAF": re.compile(r"n[a-z]? ?\d{8,10}"),
    "DOI": re.compile(r"(?:doi:|https://doi\.org/)?10\.\d{4,9}/\S+"),
    "Handle": re.compile(r"(?:hdl:|https?://hdl\.handle\.net/)?(?<![\d.])[\d.]++/\S+"),
    "URL": re.compile(r"https?://[^\s.]\S*"),
    "ISSN": re.compile(r"\d{4}-?\d{3}[\dXx]"),
    "ISBN": re.compile(r"(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx]"),
}
_OF_PEOPLE = ("VIAF", "Wikidata", "LCNAF")


def identifiers(survey: Survey) -> Iterator[Diagnostic]:
    """MC312 for an identifier that is of no form which those of its type have, for one that two persons have,
    and for a second one of a person."""
    owners: dict[tuple[str, str], str] = {}
    given: dict[tuple[str, str], str] = {}
    for each in survey.every("idno") if not survey.pristine else ():
        kind, text, parent = each.get("type", ""), words(each), each.getparent()
        form = _FORMS.get(kind)
        if form is not None and not form.fullmatch(text):
            yield survey.finding("MC312", f"{text[:60]!r} is no {kind}", each)
        elif not kind and _is_of_person(each):
            yield survey.finding("MC312", f"nothing says whose identifier {text[:60]!r} is", each, "add @type")
        elif kind == "ISBN" and not _adds_up(text):
            yield survey.finding("MC312", f"the last figure of {text!r} does not follow from the others", each)
        if kind in _OF_PEOPLE and parent is not None and _is_of_person(each):
            person = parent.get(XML_ID, "")
            owner = owners.setdefault((kind, text), person)
            other = given.setdefault((kind, person), text)
            if owner != person:
                yield survey.finding("MC312", f"{kind} {text} is that of {owner} too", each)
            elif other != text:
                yield survey.finding("MC312", f"{person} is {kind} {other} already", each)


def _is_of_person(idno: etree._Element) -> bool:
    parent = idno.getparent()
    return parent is not None and parent.tag == _PERSON


def _adds_up(isbn: str) -> bool:
    """Whether the check digit is right (ISO 2108)."""
    figures = [10 if c in "Xx" else int(c) for c in isbn if c.isdigit() or c in "Xx"]
    if len(figures) > 10:
        return sum(figure * (3 if at % 2 else 1) for at, figure in enumerate(figures)) % 10 == 0
    return sum(figure * (10 - at) for at, figure in enumerate(figures)) % 11 == 0
