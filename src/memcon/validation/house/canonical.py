"""The form of the file: bytes as the serialiser writes them, and ids as the converter gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.tei.names import XML_ID, tei
from memcon.tei.serialising import serialise
from memcon.validation.printing import words
from memcon.validation.survey import Survey

_SHOWN = 40  # characters of each side


def canonical(survey: Survey) -> Iterator[Diagnostic]:
    """MC580 for a file that is not written as the serialiser would write it; the message says the first line."""
    written, data = serialise(survey.tree), survey.source.data
    if written == data:
        return
    ours, theirs = written.split(b"\n"), data.split(b"\n")
    pairs = enumerate(zip(ours, theirs, strict=False))
    line = next((number for number, (a, b) in pairs if a != b), min(len(ours), len(theirs)))
    shown = _from_difference(theirs[line] if line < len(theirs) else b"", ours[line] if line < len(ours) else b"")
    yield survey.finding("MC580", f"line {line + 1} {shown}", survey.root, "memcon fix writes it so")


def stable_ids(survey: Survey) -> Iterator[Diagnostic]:
    """MC581 for an xml:id that is not the one the converter gives: t1, t2, ... for turns, source-1, ... for source
    notes, translator-1, ... and declassification-1, ... in the header, n and the number for footnotes."""
    yield from _counted(survey, "t", survey.every("sp"))
    notes = survey.every("note")
    yield from _counted(survey, "source-", [n for n in notes if n.get("type") == "source" and not n.get("place")])
    for kind in ("translator", "declassification"):
        statements = [each for each in survey.every("respStmt") if words(each.find(tei("resp"))) == kind]
        yield from _counted(survey, f"{kind}-", statements)
    for note in notes:
        identifier, n = note.get(XML_ID, ""), note.get("n", "")
        if note.get("place") == "end" and n.isascii() and n.isalnum() and not _is_note(identifier, n):
            yield survey.finding("MC581", f"footnote {n} has the xml:id {identifier!r}", note, f"n{n}", _written(note))


def _counted(survey: Survey, prefix: str, elements: Sequence[etree._Element]) -> Iterator[Diagnostic]:
    for number, element in enumerate(elements, 1):
        identifier = element.get(XML_ID, "")
        if identifier != f"{prefix}{number}":
            message = f"the xml:id is {identifier!r}, and this is {prefix}{number}"
            yield survey.finding("MC581", message, element, attribute=_written(element))
            return  # all that follow are shifted


def _is_note(identifier: str, n: str) -> bool:
    return identifier == f"n{n}" or re.fullmatch(rf"n{re.escape(n)}-\d+", identifier) is not None


def _written(element: etree._Element) -> str:
    return "xml:id" if element.get(XML_ID) else ""


def _from_difference(theirs: bytes, ours: bytes) -> str:
    """Both sides of a line from where they differ."""
    a, b = theirs.decode("utf-8", "replace"), ours.decode("utf-8", "replace")
    at = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    start = max(at - _SHOWN // 2, 0)
    return f"has {a[start : start + _SHOWN]!r}, and the canonical form {b[start : start + _SHOWN]!r}"
