"""What the header repeats from the print, against the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from memcon.converters.names import fold, nearly_same
from memcon.diagnostics import Diagnostic
from memcon.tei.names import tei
from memcon.validation.survey import Survey

_WORD = re.compile(r"[^\W_]+")
_DATE, _ACTIVITY, _NAME = (tei(name) for name in ("date", "activity", "msName"))


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


def _flat(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())
