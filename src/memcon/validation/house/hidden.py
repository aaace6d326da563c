"""Mark-up that takes printed words out of the text in which they stand: furniture, notes and gaps that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.tei.names import tei
from memcon.validation.conversation import flat
from memcon.validation.house.dates import read_date, read_time
from memcon.validation.survey import Survey

_SP, _PB, _LABEL = tei("sp"), tei("pb"), tei("label")
_BESIDE = frozenset(map(tei, ("fw", "note", "lb")))  # what may stand between furniture and the page that it belongs to
_LINES = frozenset(map(tei, ("p", "item", "head", "quote", "sp")))
_BLOCKS = frozenset(map(tei, ("sp", "div", "body")))
_QUOTATION = frozenset("\"'“”„«»‘’‹›>")
_OF_PAGES = ("header", "footer", "stamp", "noise")
_OPENS = re.compile(r"[^\w\s]|\d")  # a bracket, a mark or a number, with which a printed note begins
_DIGIT = re.compile(r"\d")
_SHOWN, _BANNER = 40, 60  # characters
_WORDS = 5  # of a note that says that this is an excerpt


def hidden(survey: Survey) -> Iterator[Diagnostic]:
    """MC547 for words amid a paragraph that are said to be page furniture, a note or a date, and for a banner that is
    said to be a paragraph; what somebody answers for is let alone."""
    if survey.text is None or not survey.generated or survey.pristine:
        return
    for each in survey.every("fw"):
        if _is_amid_text(each) and _is_furniture(each) and not _is_at_page(each):
            yield from _not(survey, each, f"stands where no page ends: it is no {each.get('type')}")
    for each in survey.every("note"):
        kind = each.get("type", "editorial")
        if kind == "editorial" and not each.get("n") and each.find(_LABEL) is None and not _OPENS.match(flat(each)):
            yield from _not(survey, each, "has neither a number nor brackets: it is no note")
        elif kind == "extent" and len(flat(each).split()) > _WORDS:
            yield from _not(survey, each, "says more than that this is an excerpt")
    for each in survey.every("quote"):
        parent = each.getparent()
        if parent is not None and parent.tag in _BLOCKS and flat(each)[:1] not in _QUOTATION:
            yield from _not(survey, each, "begins with no quotation mark: it is no quotation")
    for each in survey.every("pc"):
        if any(map(str.isalnum, flat(each))):
            yield from _not(survey, each, "is no punctuation")
    for each in survey.every("date", "time"):
        text = flat(each)
        if text and not each.get("when") and not _DIGIT.search(text) and not (read_date(text) or read_time(text)):
            yield from _not(survey, each, f"is no {etree.QName(each).localname}")
    for each in survey.every("p"):
        if len(each) <= 1 and _is_banner(flat(each)):
            yield from _not(survey, each, "is a banner, and no paragraph")


def _not(survey: Survey, element: etree._Element, why: str) -> Iterator[Diagnostic]:
    if not element.get("resp"):
        yield survey.finding("MC547", f"{flat(element)[:_SHOWN]!r} {why}", element)


def _is_amid_text(element: etree._Element) -> bool:
    """Whether it stands in a paragraph, in a turn, or between two turns."""
    parent, before, behind = element.getparent(), element.getprevious(), element.getnext()
    between = before is not None and behind is not None and before.tag == behind.tag == _SP
    return between or (parent is not None and parent.tag in _LINES)


def _is_furniture(element: etree._Element) -> bool:
    """Whether it is of a kind that is at home on the edge of a page; a banner may also stand alone."""
    kind, text = element.get("type"), flat(element)
    if not any(map(str.isalpha, text)):
        return False
    if kind != "classification":
        return kind in _OF_PAGES
    from memcon.converters.release.classification import is_banner

    return not is_banner(text, struck=True)


def _is_at_page(furniture: etree._Element) -> bool:
    """Whether a page begins or ends beside furniture, perhaps with more of its like between them."""
    return _before(furniture) or _behind(furniture)


def _before(element: etree._Element) -> bool:
    other = element.getprevious()
    while other is not None and not (other.tail or "").strip():
        if other.tag == _PB:
            return True
        if other.tag not in _BESIDE:
            return False
        other = other.getprevious()
    return False


def _behind(element: etree._Element) -> bool:
    while not (element.tail or "").strip():
        other = element.getnext()
        if other is None or other.tag == _PB:
            return other is not None
        if other.tag not in _BESIDE:
            return False
        element = other
    return False


def _is_banner(text: str) -> bool:
    if not 0 < len(text) <= _BANNER or not text.isupper():
        return False
    from memcon.converters.release.classification import is_banner, names_level

    return is_banner(text) and names_level(text)
