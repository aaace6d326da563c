"""Turns: their numbers, what is said in them, how they follow each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.tei.names import tei
from memcon.validation.survey import Survey

_SPEAKER, _P = tei("speaker"), tei("p")
_BEFORE_LABEL = frozenset(map(tei, ("pb", "lb", "fw", "certainty")))
_FURNITURE = frozenset(map(tei, ("pb", "lb", "fw")))
_SAYS = frozenset(map(tei, ("gap", "stage", "ellipsis", "note", "quote", "list", "floatingText")))
_OUTER = frozenset(map(tei, ("sp", "div")))
_LONGEST = 20_000  # characters: about seven printed pages
_LONG = 4_000  # below it no turn is long
_TIMES = 40  # the median
_REPEATED = 60  # characters from which on nothing is said twice in the same words


def labels_first(survey: Survey) -> Iterator[Diagnostic]:
    """MC518: something is printed in a turn before its label."""
    for turn in survey.turns:
        for child in turn.element.iterchildren(etree.Element):
            if child.tag == _SPEAKER:
                break
            if child.tag not in _BEFORE_LABEL:
                name = etree.QName(child).localname
                yield survey.finding("MC518", f"{name} stands before the label of {turn.identifier}", child)


def empty_turns(survey: Survey) -> Iterator[Diagnostic]:
    """MC515: nothing is said in a turn, and nothing else stands for it."""
    for turn in survey.turns:
        element = turn.element
        if len(element) and (last := element[-1]).tag == _P and last.text and not last.text.isspace():
            continue
        said = (child for child in element.iterchildren(etree.Element) if child.tag != _SPEAKER)
        if not any(child.tag in _SAYS or _says(child) for child in said):
            yield survey.finding("MC515", f"nothing is said in {turn.identifier} ({turn.label})", element)


def _says(element: etree._Element) -> bool:
    if element.text and not element.text.isspace():
        return True
    if element.tag in _FURNITURE or not len(element):
        return False
    return any(child.tag in _SAYS for child in element.iter(etree.Element)) or any(
        text and not text.isspace() for text in element.itertext()
    )


def same_speaker(survey: Survey) -> Iterator[Diagnostic]:
    """MC514: two turns in a row by one speaker, with nothing printed between them."""
    for before, turn in pairwise(survey.turns):
        if turn.who and turn.who == before.who and _follows(turn.element, before.element):
            message = f"{turn.identifier} and {before.identifier} before it are both by {turn.label}"
            yield survey.finding("MC514", message, turn.element)


def _follows(element: etree._Element, before: etree._Element) -> bool:
    previous = element.getprevious()
    while previous is not None and previous.tag in _FURNITURE:
        previous = previous.getprevious()
    return previous is before


def lengths(survey: Survey) -> Iterator[Diagnostic]:
    """MC517: a turn is many times as long as the others of its document, or longer than anybody speaks."""
    if len(survey.printed) < _LONG:
        return
    length: Counter[etree._Element | None] = Counter()
    for passage in survey.passages:
        parent = passage.element.getparent()
        while parent is not None and parent.tag not in _OUTER:
            parent = parent.getparent()
        length[parent] += len(passage.text)
    sizes = [length[turn.element] for turn in survey.turns]
    if not sizes or max(sizes) < _LONG:
        return
    half = len(sizes) // 2
    usual = (sorted(sizes)[half] + sorted(sizes)[~half]) / 2  # the module for statistics takes longer to load
    for turn, size in zip(survey.turns, sizes, strict=True):
        if size > _LONGEST or (size > _LONG and size > _TIMES * usual and len(sizes) > 2):
            message = f"{turn.identifier} has {size} characters, the turns of this document about {usual:.0f}"
            yield survey.finding("MC517", message, turn.element, "is a label in it that was not taken for one?")


def printed_twice(survey: Survey) -> Iterator[Diagnostic]:
    """MC516: a passage that stands in the document twice, in the same words."""
    seen: set[str] = set()
    for passage in survey.passages:
        if passage.tag == _P and len(passage.text) >= _REPEATED:
            if passage.text in seen:
                shown = " ".join(passage.text.split())[:40]
                yield survey.finding("MC516", f"these words are printed twice: {shown!r}…", passage.element)
            seen.add(passage.text)
