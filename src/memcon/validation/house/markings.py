"""Markings of classification: what @ana and the header say is what banners, portion marks and source notes print."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.tei.names import tei
from memcon.validation.printing import raw, words
from memcon.validation.survey import Survey

_PREFIX = "#classification."
_FW = tei("fw")


def markings(survey: Survey) -> Iterator[Diagnostic]:
    """MC565 for a marking whose @ana names other terms than it prints, MC566 for a portion mark above the banner."""
    for element in _marked(survey):
        read = _read(str(element.tag), raw(element).strip())
        said = element.get("ana", "")
        if not element.get("resp") and not (element.get("cert") and not said) and set(said.split()) not in read:
            meant = " ".join(sorted(read[0])) or "no term"
            message = f"{words(element)[:60]!r} is {meant}, and the mark-up says {said or 'nothing'}"
            yield survey.finding("MC565", message, element, attribute="ana" if said else "")
    yield from _above(survey)


def classes(survey: Survey) -> Iterator[Diagnostic]:
    """MC567 where the header's terms of classification are not those that are printed."""
    if not survey.every("text"):
        return
    referred = [each for each in survey.every("catRef") if each.get("scheme") == "#classification"]
    said = {each.get("target", "") for each in referred}
    printed: dict[str, etree._Element] = {}
    for element in (*survey.every("fw"), *survey.every("note")):
        for pointer in element.get("ana", "").split() if _is_statement(element) else ():
            printed.setdefault(pointer, element)
    for each in referred:
        if each.get("target") not in printed:
            message = f"{each.get('target')} is named by no banner, block or source note"
            yield survey.finding("MC567", message, each, attribute="target")
    for pointer, element in printed.items():
        if pointer not in said:
            yield survey.finding("MC567", f"{pointer} is printed here, and the header does not have it", element)


def _marked(survey: Survey) -> Iterator[etree._Element]:
    yield from (each for each in survey.every("fw") if _is_statement(each))
    yield from (each for each in survey.every("metamark") if each.get("function") == "portionMark")
    yield from (each for each in survey.every("note") if _is_statement(each))
    yield from (each for each in survey.every("custEvent") if each.get("type") == "classification")


def _is_statement(element: etree._Element) -> bool:
    """Whether an element states how the document, not a paragraph of it, is classified."""
    return element.get("type") == ("classification" if element.tag == _FW else "source")


@lru_cache(maxsize=512)
def _read(tag: str, printed: str) -> tuple[set[str], ...]:
    """The terms that a marking prints, as pointers; a banner and a block of fields may be read in either way."""
    from memcon.converters.release.classification import is_banner, marking, note_categories

    if tag == tei("note"):
        return (_pointers(note_categories(printed)),)
    if tag == tei("metamark") or (tag == _FW and is_banner(printed, struck=True)):
        return (_pointers(marking(printed).categories),)
    from memcon.converters.pages.stamps import is_classification_block, stated_categories

    if is_classification_block(printed):
        return (_pointers(stated_categories(printed)),)
    return (_pointers(marking(printed).categories), _pointers(stated_categories(printed)))


def _pointers(categories: tuple[str, ...]) -> set[str]:
    return {_PREFIX + each for each in categories}


@lru_cache(maxsize=1)
def _levels() -> tuple[str, ...]:
    """Pointers to the levels, the highest first."""
    from memcon.vocabularies import vocabularies

    levels = vocabularies()["classification"].categories[0]
    return tuple(f"#{each.identifier}" for each in levels.narrower)


def _above(survey: Survey) -> Iterator[Diagnostic]:
    """The first portion mark of each level that is higher than all that the document as a whole is said to be."""
    marks = [each for each in survey.every("metamark") if each.get("function") == "portionMark" and each.get("ana")]
    if not marks:
        return
    stated = [each for each in (*survey.every("fw"), *survey.every("note")) if _is_statement(each)]
    whole = _highest([*stated, *survey.every("catRef")])
    met: set[int] = set()
    for mark in marks:
        level = _highest([mark])
        if level < whole < len(_levels()) and level not in met:
            met.add(level)
            message = f"{words(mark)} is above {_levels()[whole].removeprefix(_PREFIX)}, which the document is marked"
            yield survey.finding("MC566", message, mark)


def _highest(elements: list[etree._Element]) -> int:
    """The place of the highest level that the elements name; behind the last where they name none."""
    named = {pointer for each in elements for pointer in (each.get("ana") or each.get("target") or "").split()}
    return next((number for number, level in enumerate(_levels()) if level in named), len(_levels()))
