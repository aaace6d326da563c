"""The kind that an element says it is of, against the print it holds and the place where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.tei.children import child, children
from memcon.tei.names import tei
from memcon.validation.conversation import flat
from memcon.validation.survey import Survey

_PAGE = re.compile(r"\d|\b[ivxlc]+\b", re.I)
_BARE_NUMBER = re.compile(r"\W*(?:page\s+)?\d{1,4}\W*", re.I)
_NUMBERED = ("pageNum", "lineNum")
_UNTOLD = ("noise", "stamp")  # furniture that may be anything
_OF_NOTES = ("foot", "end")  # places of notes
_NAMED = f"{tei('item')}/{tei('persName')}"
_WITH_LABELS = ("fields", "ordered", "bulleted")
_SOURCE = re.compile(r"\W*Source\s*:")
_OPENING = 20  # characters of a note
_LONGEST = 6  # words round a page number
_CHOICE, _SIC, _CORR, _LABEL, _DIV, _SPEAKER, _BACK, _P = map(
    tei, ("choice", "sic", "corr", "label", "div", "speaker", "back", "p")
)


def lists(survey: Survey) -> Iterator[Diagnostic]:
    """MC547 for a list whose labels are of another kind than the list, or that has labels where it has none."""
    for each in survey.every("list"):
        kind = each.get("type")
        labels = [flat(label) for label in children(each, _LABEL)]
        message = ""
        if kind in _WITH_LABELS and not labels:
            message = f"the list is {kind}, and its items have no labels"
        elif kind is None and not labels and survey.generated and not survey.pristine and not each.get("resp"):
            message = "neither a kind nor labels are given: nothing is printed that makes this a list"
        elif kind is None and labels:
            message = "the items of the list have labels, and it does not say of what kind they are"
        elif kind == "participants" and not any(True for _ in each.iterfind(_NAMED)):
            message = "the list is participants, and none of its items is a name"
        elif kind in ("ordered", "bulleted"):
            numbered = [any(map(str.isalnum, label)) for label in labels]
            if (kind == "ordered") not in numbered:
                message = f"the list is {kind}, and {labels[0]!r} is printed"
        if message:
            yield survey.finding("MC547", message, each, attribute="type" if kind else "")


def furniture(survey: Survey) -> Iterator[Diagnostic]:
    """MC547 for a page or line number without a figure, and for a mere number that is said to be something else."""
    for each in survey.every("fw"):
        kind, text = each.get("type", ""), flat(each)
        if kind in _NUMBERED and any(map(str.isalpha, text)) and not _PAGE.search(text):
            yield survey.finding("MC547", f"there is no number in {text!r}", each, attribute="type")
        elif kind in _NUMBERED and len(text.split()) > _LONGEST and not each.get("resp"):
            yield survey.finding("MC547", f"there is more than a number in {text!r}", each, attribute="type")
        elif each.get("place") in _OF_NOTES:
            yield survey.finding("MC547", f"{text!r} stands where notes do", each, attribute="place")
        elif kind not in _NUMBERED and kind not in _UNTOLD and _BARE_NUMBER.fullmatch(text):
            yield survey.finding("MC547", f"{text!r} is a number, and no {kind}", each, attribute="type")


def asides(survey: Survey) -> Iterator[Diagnostic]:
    """MC547 for a direction within a turn that is said to stand between turns, or the reverse, for words that the
    print supplies without brackets, and for a correction that changes nothing."""
    for each in survey.every("stage"):
        parent = each.getparent()
        between = parent is not None and parent.tag == _DIV
        if each.get("type") == ("delivery" if between else "business"):
            where = "between turns" if between else "within a turn"
            yield survey.finding("MC547", f"{flat(each)!r} stands {where}", each, attribute="type")
    for each in survey.every("supplied"):
        text = flat(each)
        if each.get("resp") != "#edition" and not (text[:1] == "[" and text[-1:] == "]"):
            yield survey.finding("MC547", f"supplied by the print, and not in brackets: {text!r}", each)
    for each in survey.every("choice"):
        sic, corr = child(each, _SIC), child(each, _CORR)
        if sic is not None and corr is not None and flat(sic) == flat(corr):
            yield survey.finding("MC547", f"{flat(sic)!r} is corrected to itself", each)
    yield from _labels(survey)
    if survey.text is not None:
        for each in (p for back in survey.text.iterchildren(_BACK) for p in back.iterchildren(_P)):
            if _SOURCE.match(text := flat(each)[:_OPENING]):
                yield survey.finding("MC547", f"{text!r} is a source note, and no paragraph", each)
    for each in survey.every("note"):
        kind, text = each.get("type", ""), flat(each)[:_OPENING]
        if kind in ("editorial", "remark", "extent") and not each.get("resp") and _SOURCE.match(text):
            yield survey.finding("MC547", f"{text!r} is a source note, and no {kind}", each, attribute="type")


def _labels(survey: Survey) -> Iterator[Diagnostic]:
    """A label that is corrected becomes one of those that the same person has elsewhere."""
    if not survey.every("corr"):
        return
    corrected: dict[etree._Element, etree._Element] = {}
    for corr in survey.every("corr"):
        choice = corr.getparent()
        speaker = choice.getparent() if choice is not None and choice.tag == _CHOICE else None
        if speaker is not None and speaker.tag == _SPEAKER:
            corrected.setdefault(speaker, corr)
    if not corrected:
        return
    usual: dict[str, set[str]] = {}
    for speaker in survey.every("speaker"):
        if child(speaker, _CHOICE) is None and (turn := speaker.getparent()) is not None:
            usual.setdefault(turn.get("who", ""), set()).add(flat(speaker))
    for speaker, corr in corrected.items():
        turn = speaker.getparent()
        labels = usual.get(turn.get("who", "") if turn is not None else "", set())
        if labels and flat(corr) not in labels:
            yield survey.finding("MC547", f"{flat(corr)!r} is no label of this speaker; {min(labels)!r} is", corr)
