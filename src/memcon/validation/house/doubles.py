"""What the header says twice, and notes that do not say what they are."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.tei.children import child
from memcon.tei.names import XML_ID, tei
from memcon.validation.survey import Survey


def doubled_in_header(survey: Survey) -> Iterator[Diagnostic]:
    """MC564 for an element of the header that says what the one before it says; one that is empty says nothing."""
    header = child(survey.root, tei("teiHeader")) if not survey.untouched else None
    for before, element in _beside(survey, header) if header is not None else ():
        says = len(element) or element.attrib or _text(element.text)
        if says and _same(before, element):
            name = etree.QName(element).localname
            yield survey.finding("MC564", f"this {name} says what the one before it says", element)


def _beside(survey: Survey, header: etree._Element) -> Iterator[tuple[etree._Element, etree._Element]]:
    """Each two elements of one name within the header that stand side by side."""
    numbers, behind = survey.numbers, next(header.itersiblings(etree.Element), None)
    start, end = numbers[header], numbers[behind] if behind is not None else len(numbers)
    for some in survey.by_tag.values():
        for before, element in pairwise(some) if len(some) > 1 and numbers[some[1]] < end else ():
            if numbers[element] >= end:
                break
            if _before(element) is before and numbers[before] > start:
                yield before, element


def _before(element: etree._Element) -> etree._Element | None:
    """The element before another one; comments do not count."""
    before = element.getprevious()
    while before is not None and not isinstance(before.tag, str):
        before = before.getprevious()
    return before


def untyped_notes(survey: Survey) -> Iterator[Diagnostic]:
    """MC529 for a note that has neither a type nor a place."""
    for note in survey.every("note"):
        if not note.get("type") and not note.get("place"):
            yield survey.finding("MC529", "this note does not say what it is", note)


def _same(one: etree._Element, other: etree._Element) -> bool:
    """Whether two elements are alike, white space between their parts aside."""
    if one.tag != other.tag or len(one) != len(other) or one.get(XML_ID) != other.get(XML_ID):
        return False
    if (one.text or "").split(None, 2)[:2] != (other.text or "").split(None, 2)[:2]:
        return False  # as most do, and the whole of it need not be looked at
    if _text(one.text) != _text(other.text) or dict(one.attrib) != dict(other.attrib):
        return False
    pairs = list(zip(one, other, strict=True))
    return all(_same(a, b) and _text(a.tail) == _text(b.tail) for a, b in pairs)


def _text(text: str | None) -> str:
    return " ".join((text or "").split())
