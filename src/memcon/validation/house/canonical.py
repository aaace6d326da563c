"""The form of the file: bytes as the serialiser writes them, and ids as the converter gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from memcon.diagnostics import Diagnostic
from memcon.tei.canonical import canonical
from memcon.tei.coding import Coding, decode
from memcon.tei.names import XML_ID, tei
from memcon.tei.serialising import serialise
from memcon.tei.stableids import stable_ids_of
from memcon.validation.survey import Survey

_COUNTED = frozenset(map(tei, ("sp", "note")))
_OF_TURNS = re.compile(r"[tn]\d+|source-\d+")
_SHOWN = 40  # characters of each side


def not_canonical(survey: Survey) -> Iterator[Diagnostic]:
    """MC580 for a file that is not spelt as the serialiser would spell it; the message says the first line."""
    if survey.untouched:
        return  # the serialiser wrote it
    data = survey.source.data
    if serialise(survey.tree) == data:
        return
    decoded = decode(data, survey.tree)
    text, coding = decoded or (data.decode("utf-8", "replace"), Coding())
    written = canonical(text, coding, survey.tree)
    if decoded is not None and coding.encode(written) == data:
        return
    ours, theirs = written.splitlines(), text.splitlines()
    pairs = enumerate(zip(ours, theirs, strict=False))
    line = next((number for number, (a, b) in pairs if a != b), min(len(ours), len(theirs)))
    shown = _from_difference(theirs[line] if line < len(theirs) else "", ours[line] if line < len(ours) else "")
    yield survey.finding("MC580", f"line {line + 1} {shown}", survey.root, "memcon fix writes it so")


def unstable_ids(survey: Survey) -> Iterator[Diagnostic]:
    """MC581 for an xml:id that is not the one the converter gives; of those that are counted for the first alone,
    since all that follow are shifted."""
    if survey.untouched:
        return
    shifted: set[str] = set()
    for element, wanted in stable_ids_of(survey.every("sp"), survey.every("note"), survey.every("respStmt")):
        identifier = element.get(XML_ID, "")
        if identifier != wanted and (kind := wanted.rstrip("0123456789")) not in shifted:
            shifted |= {kind} - {"n"}
            message = f"the xml:id is {identifier!r}, and this is {wanted}"
            written = "xml:id" if identifier else ""
            yield survey.finding("MC581", message, element, "memcon fix gives the ids", written)
    for element, identifier in survey.attribute(XML_ID) if not survey.pristine else ():
        if element.tag not in _COUNTED and _OF_TURNS.fullmatch(identifier):
            message = f"the xml:id {identifier!r} is one of those by which turns and notes are counted"
            yield survey.finding("MC581", message, element, attribute="xml:id")


def _from_difference(a: str, b: str) -> str:
    """Both sides of a line from where they differ."""
    at = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    start = max(at - _SHOWN // 2, 0)
    return f"has {a[start : start + _SHOWN]!r}, and the canonical form {b[start : start + _SHOWN]!r}"
