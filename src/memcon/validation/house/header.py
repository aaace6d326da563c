"""What the header repeats from the print, and what it says of languages, against the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from memcon.converters.names import fold, nearly_same
from memcon.diagnostics import Diagnostic
from memcon.tei.names import XML_LANG, tei
from memcon.validation.survey import Survey

_WORD = re.compile(r"[^\W_]+")
_STATEMENT, _DATE, _ACTIVITY, _NAME = (tei(name) for name in ("titleStmt", "date", "activity", "msName"))
_MAIN_LANGUAGE = ("TEI", "text", "body", "div")  # what has another language within is a quotation


def titles(survey: Survey) -> Iterator[Diagnostic]:
    """MC546: the title or the subject has a word that is not printed. One that the edition supplies says so."""
    if survey.text is None:
        return
    for title in survey.every("title"):
        parent = title.getparent()
        if title.get("type") in ("main", "subject") and parent is not None and parent.tag == _STATEMENT:
            value = _flat(title)
            if value in survey.printed:
                continue
            if lacking := [word for word in _WORD.findall(fold(value)) if not survey.prints(word)]:
                message = f"the text does not have {' '.join(lacking)!r} of the title {value!r}"
                yield survey.finding("MC546", message, title)


def misspelt(survey: Survey) -> Iterator[Diagnostic]:
    """MC528: an office, a place or a part of the shelfmark is printed, and the header has it otherwise by a slip."""
    if survey.text is None:
        return
    for element in _repetitions(survey):
        value = _flat(element)
        if value in survey.printed:
            continue
        words = _WORD.findall(fold(value))
        lacking = [word for word in words if not survey.prints(word)]
        if lacking and (message := _slip(lacking, len(lacking) < len(words), fold(survey.printed))):
            yield survey.finding("MC528", message, element)
    yield from _other_places(survey)


def _repetitions(survey: Survey) -> Iterator[etree._Element]:
    """The elements of the header whose words are for the most part those of the print."""
    for parent in survey.every("msIdentifier", "setting"):
        for child in parent.iterchildren(etree.Element):
            if child.tag not in (_DATE, _ACTIVITY, _NAME):
                yield child
    yield from survey.every("occupation")


def _slip(lacking: list[str], others: bool, printed: str) -> str:
    """What is printed instead of words that lack: nearly the same one, or the others of them without the number."""
    every = set(_WORD.findall(printed))
    for word in lacking:
        if word.isdigit():
            return f"the text does not have the number {word}, but the words round it" if others else ""
        near = sorted(each for each in every if each[0] == word[0] and nearly_same(word, each))
        if near:
            return f"the text does not have {word!r}, but {near[0]!r}"
    return ""


def _other_places(survey: Survey) -> Iterator[Diagnostic]:
    """The place of the talk, where places are marked in the text and none of them is that one."""
    setting = next(iter(survey.every("setting")), None)
    place = setting.find(tei("placeName")) if setting is not None else None
    if place is None or survey.text is None:
        return
    printed = [fold(_flat(each)) for each in survey.text.iter(tei("placeName"))]
    words = _WORD.findall(fold(_flat(place)))
    if printed and words and not any(word in each for word in words for each in printed):
        yield survey.finding("MC528", f"the text does not have {_flat(place)!r}, but {printed[0]!r}", place)


def languages(survey: Survey) -> Iterator[Diagnostic]:
    """MC545: the document, or a division of it, is in a language that langUsage does not name."""
    declared = [each.get("ident", "") for each in survey.every("language")]
    known = {each.partition("-")[0] for each in declared}
    for element in survey.every(*_MAIN_LANGUAGE) if declared else ():
        language = element.get(XML_LANG)
        if language is None and element is survey.root:
            yield survey.finding("MC545", "the document does not say in what language it is", element)
        if language is not None and language.partition("-")[0] not in known:
            message = f"xml:lang is {language}, and langUsage names {', '.join(declared)}"
            yield survey.finding("MC545", message, element)


def _flat(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())
