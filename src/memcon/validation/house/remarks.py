"""Comments and processing instructions: they say nothing of the memorandum, and must not stand in its way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.tei.names import tei
from memcon.validation.survey import Survey

_MODEL, _STYLE, _OURS = "xml-model", "xml-stylesheet", "memcon"
_REVIEW = re.compile(r"oxy_(?:insert|delete|comment|attributes|custom|content|options)")
_ELSEWHERE = re.compile(r"""href\s*=\s*["']\s*(?:[a-z][a-z0-9+.-]*:|//)""", re.I)
_TO_DO = re.compile(r"\b(?:TODO|FIXME|TBD)\b|\A\s*XXX\b")  # elsewhere XXX is the number of a volume
_NAMES = frozenset(map(tei, (
    "persName orgName title publisher idno resp licence placeName repository settlement collection term occupation"
).split()))  # fmt: skip
_MARK_UP = re.compile(r"</?[A-Za-z][\w.-]*(?:\s[^<>]*)?/?>")


def remarks(survey: Survey) -> Iterator[Diagnostic]:
    """MC410 for a processing instruction that is to change what is read, or that nobody here knows; MC411 for a comment
    in a word or in a name of the header, round mark-up, or of what an editor has still to do."""
    if survey.pristine:  # the converter writes no comment, and its own instructions
        return
    root = survey.root
    for node in root.itersiblings(preceding=True):
        if isinstance(node, etree._ProcessingInstruction) and (why := _before_root(survey, node)):
            yield survey.finding("MC410", f"<?{node.target}?> {why}", root)
    for each in root.iter(etree.ProcessingInstruction):
        assert isinstance(each, etree._ProcessingInstruction)
        target = each.target
        why = "is a change that was proposed, and is not decided" if _REVIEW.match(target) else "stands in the text"
        yield _found(survey, "MC410", each, f"<?{target}?> {why}")
    for each in root.iter(etree.Comment):
        text = each.text or ""
        if _MARK_UP.search(text):
            yield _found(survey, "MC411", each, f"mark-up is commented out: {' '.join(text.split())[:40]!r}")
        elif found := _TO_DO.search(text):
            yield _found(survey, "MC411", each, f"{found[0].strip()}: something is still to be done")
        elif (parent := each.getparent()) is not None and parent.tag in _NAMES and _is_of_header(survey, parent):
            yield _found(survey, "MC411", each, f"a comment stands in a name: {' '.join(text.split())[:40]!r}")
        elif _ahead(each)[-1:].isalnum() and (each.tail or "")[:1].isalnum():
            yield _found(survey, "MC411", each, f"a comment stands in a word, behind {_ahead(each)[-12:]!r}")


def _before_root(survey: Survey, node: etree._ProcessingInstruction) -> str:
    """What is wrong with an instruction before the root element; those of editors are theirs."""
    if node.target == _STYLE and _ELSEWHERE.search(node.text or ""):
        return "fetches a style sheet from elsewhere, by which the file would be shown"
    earlier = [each for each in node.itersiblings(preceding=True) if _target(each) == node.target]
    if (earlier and node.target == _OURS) or any(each.text == node.text for each in earlier):
        return "stands twice"
    return ""


def _is_of_header(survey: Survey, element: etree._Element) -> bool:
    return survey.text is None or survey.numbers[element] < survey.numbers[survey.text]


def _target(node: etree._Element) -> str:
    return node.target or "" if isinstance(node, etree._ProcessingInstruction) else ""


def _ahead(node: etree._Element) -> str:
    before, parent = node.getprevious(), node.getparent()
    return (before.tail if before is not None else parent.text if parent is not None else "") or ""


def _found(survey: Survey, code: str, node: etree._Element, message: str) -> Diagnostic:
    """A finding about a node that is no element, at the element that it stands in."""
    parent = node.getparent()
    return survey.finding(code, message, survey.root if parent is None else parent)
