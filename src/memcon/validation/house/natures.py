"""Mark-up that says what words are, against the words: a name has a capital, a direction its brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.tei.children import child
from memcon.tei.names import XML_LANG, tei
from memcon.validation.conversation import flat
from memcon.validation.survey import Survey

_HI, _STAGE = tei("hi"), tei("stage")
_QUOTATION = frozenset("\"'“”„«»‘’‹›")
_INLINE = frozenset(map(tei, ("p", "item", "hi")))
_DIGIT = re.compile(r"\d")
_SHOWN = 40


def natures(survey: Survey) -> Iterator[Diagnostic]:
    """MC547 for words that are marked as something that they are not."""
    if survey.text is None:
        return
    for element in survey.every("persName", "orgName", "placeName"):
        text = flat(element)
        if (text.islower() or text == "I") and not element.get("resp") and survey.is_of_text(element):
            yield _not(survey, element, text, "name")
    for element in survey.every("stage", "note"):
        text = flat(element)
        aside = element.tag == _STAGE or element.get("type") == "remark"
        if aside and text[:1] not in ("", "(", "[") and not _is_set_apart(element):
            yield _not(survey, element, text, "aside")
    for element in survey.every("quote", "q"):
        parent, text = element.getparent(), flat(element)
        within = parent is not None and parent.tag in _INLINE
        if within and _QUOTATION.isdisjoint((*text, *_beside(element))) and not element.get("resp"):
            yield _not(survey, element, text, "quotation")
    for element in survey.every("metamark"):
        text = flat(element)
        if element.get("function") == "omission" and text[:1].isalnum() and not element.get("resp"):
            yield _not(survey, element, text, "sign of omission")
    for element in survey.every("ref"):
        text = flat(element)
        if element.get("type") == "resolution" and not _DIGIT.search(text) and not element.get("resp"):
            yield _not(survey, element, text, "resolution")


def unmarked_dates(survey: Survey) -> Iterator[Diagnostic]:
    """MC592 for a day or an hour that stands in a dateline, and no date or time is around it."""
    for line in survey.every("dateline"):
        for text in (line.text or "", *(each.tail or "" for each in line)):
            if _DIGIT.search(text) and _is_moment(text):
                message = f"{' '.join(text.split())!r} is printed as the date or time, and not marked so"
                yield survey.finding("MC592", message, line)


def passages_in_other_languages(survey: Survey) -> Iterator[Diagnostic]:
    """MC582 for a passage in a language that langUsage does not list."""
    used = {each.get("ident", "").partition("-")[0] for each in survey.every("language")}
    if survey.text is None or not used:
        return
    for element, value in survey.attribute(XML_LANG):
        if element is not survey.root and value.partition("-")[0] not in used:
            message = f"xml:lang is {value}, and langUsage does not list it"
            yield survey.finding("MC582", message, element, attribute="xml:lang")


def _is_moment(text: str) -> bool:
    """Whether there is a day or an hour in words."""
    from memcon.converters.dating.clocks import find_time
    from memcon.converters.dating.dates import find_date

    return (find_date(text) or find_time(text)) is not None


def _is_set_apart(element: etree._Element) -> bool:
    return bool(element.get("rend") or element.get("resp")) or child(element, _HI) is not None


def _beside(element: etree._Element) -> str:
    """The characters on either side of an element."""
    before, parent = element.getprevious(), element.getparent()
    ahead = before.tail if before is not None else parent.text if parent is not None else ""
    return (ahead or "")[-1:] + (element.tail or "")[:1]


def _not(survey: Survey, element: etree._Element, text: str, what: str) -> Diagnostic:
    return survey.finding("MC547", f"{text[:_SHOWN]!r} is no {what}", element)
