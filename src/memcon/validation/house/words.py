"""Words and spaces: what a slip of the hand leaves behind."""

from __future__ import annotations

import operator
import re
from collections.abc import Iterator
from itertools import pairwise

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.tei.names import tei
from memcon.validation.survey import Survey

_SIC = re.compile(r"\[\s*sic\b\.?!?\s*\]|\(\s*sic\b\.?!?\s*\)", re.I)
_SPACES = re.compile(r"(?<=\S)  +(?=\S)")
_NOTE, _P, _SP = tei("note"), tei("p"), tei("sp")
_SAID_TWICE = frozenset("had that is very no yes so".split())  # what English says twice running


def printed_sic(survey: Survey) -> Iterator[Diagnostic]:
    """MC532: a printed [sic] that is no note on a marked word."""
    if _SIC.search(survey.printed) is None:
        return
    for passage in survey.passages:
        if _SIC.search(passage.text) and not (
            passage.element.tag == _NOTE and passage.element.get("type") == "editorial"
        ):
            hint = 'put the word before it into sic, and [sic] into note type="editorial" subtype="sic"'
            yield survey.finding("MC532", "a printed [sic] is not encoded as one", passage.element, hint)


def doubled_words(survey: Survey) -> Iterator[Diagnostic]:
    """MC538: a word stands twice running."""
    words = survey.printed.split()
    if not any(map(operator.eq, words, words[1:])):
        return
    for passage in survey.passages:
        words = passage.text.split()
        for first, second in pairwise(words):
            if first == second and first.isalpha() and first.lower() not in _SAID_TWICE:
                yield survey.finding("MC538", f"{first!r} is printed twice running", passage.element)
                break


def doubled_blanks(survey: Survey) -> Iterator[Diagnostic]:
    """MC537: several blanks amid a line; what is generated has one."""
    if survey.text is None or _SPACES.search(survey.printed) is None:
        return
    for element in survey.text.iter(etree.Element):
        for text, of in ((element.text, element), (element.tail, element.getparent())):
            if text and of is not None and (match := _SPACES.search(text)):
                shown = text[max(0, match.start() - 15) : match.end() + 15]
                yield survey.finding("MC537", f"several blanks in {shown!r}", of)


def cut_paragraphs(survey: Survey) -> Iterator[Diagnostic]:
    """MC549: a paragraph stops in mid-sentence, and the next one of the turn goes on in lower case."""
    before = None
    for passage in survey.passages:
        parent = passage.element.getparent()
        if passage.element.tag != _P or parent is None or parent.tag != _SP:
            continue
        text = passage.text.strip()
        beside = before is not None and before.element.getparent() is parent
        if beside and before is not None and text[:1].islower() and before.text.rstrip()[-1:].isalpha():
            stop = before.text.rstrip()[-20:]
            message = f"the paragraph goes on where the one before it stops: {stop!r} {text[:20]!r}"
            yield survey.finding("MC549", message, passage.element, "join them, with pb if a page ends there")
        before = passage
