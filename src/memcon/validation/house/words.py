"""Words and spaces: what a slip of the hand leaves behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from memcon.diagnostics import Diagnostic
from memcon.tei.names import tei
from memcon.validation.survey import Survey

_SIC = re.compile(r"\[sic\b\.?!?\s*\]|\(sic\b\.?!?\s*\)", re.I)
_SPACES = re.compile(r"(?<=\S)  +(?=\S)")
_NOTE, _P, _SP = tei("note"), tei("p"), tei("sp")


def printed_sic(survey: Survey) -> Iterator[Diagnostic]:
    """MC532: a printed [sic] that is no note on a marked word."""
    printed = survey.printed
    if "[sic" not in printed and "(sic" not in printed and "[SIC" not in printed:
        return
    for passage in survey.passages:
        if _SIC.search(passage.text) and not (passage.tag == _NOTE and passage.element.get("type") == "editorial"):
            hint = 'put the word before it into sic, and [sic] into note type="editorial" subtype="sic"'
            yield survey.finding("MC532", "a printed [sic] is not encoded as one", passage.element, hint)


def doubled_blanks(survey: Survey) -> Iterator[Diagnostic]:
    """MC537: several blanks amid a line; what is generated has one."""
    for passage in survey.passages_with("  ") if not survey.untouched else ():
        element = passage.element
        for text in (element.text, *(child.tail for child in element)):
            if text and (match := _SPACES.search(text)):
                shown = text[max(0, match.start() - 15) : match.end() + 15]
                yield survey.finding("MC537", f"several blanks in {shown!r}", element)


def cut_paragraphs(survey: Survey) -> Iterator[Diagnostic]:
    """MC549: a paragraph stops in mid-sentence, and the next one of the turn goes on in lower case."""
    before = None
    for passage in survey.passages:
        if passage.tag != _P:
            continue
        parent = passage.element.getparent()
        if parent is None or parent.tag != _SP:
            continue
        text = passage.text.strip()
        beside = before is not None and before.element.getparent() is parent
        if beside and before is not None and text[:1].islower() and before.text.rstrip()[-1:].isalpha():
            stop = before.text.rstrip()[-20:]
            message = f"the paragraph goes on where the one before it stops: {stop!r} {text[:20]!r}"
            yield survey.finding("MC549", message, passage.element, "join them, with pb if a page ends there")
        before = passage
