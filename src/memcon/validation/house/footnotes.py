"""Footnotes: their numbers, their calls, and the marks that are printed at either place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from unicodedata import normalize

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.tei.children import child
from memcon.tei.names import XML_ID, tei
from memcon.validation.conversation import flat, pointers
from memcon.validation.survey import Survey

_LABEL, _REF = tei("label"), tei("ref")
_MARK = re.compile(r"\d+|[*†‡§¶#]+|[^\W\d_]")


def note_numbers(survey: Survey) -> Iterator[Diagnostic]:
    """MC542: footnotes are printed out of order, one number stands twice, or one is left out."""
    numbered = [(note, note.get("n", "")) for note in survey.every("note")]
    notes = [(note, int(n)) for note, n in numbered if n.isascii() and n.isdigit()]
    there = {number for _, number in notes}
    for (_, before), (note, number) in pairwise(notes):
        if number <= before:
            yield survey.finding("MC542", f"note {number} follows note {before}", note)
        elif number > before + 1 and not there.issuperset(range(before + 1, number)):
            yield survey.finding("MC542", f"no note stands between note {before} and note {number}", note)


_WORDS = re.compile(r"\w+")


def note_calls(survey: Survey) -> Iterator[Diagnostic]:
    """MC543: a numbered note that nothing calls."""
    called = {target for ref in survey.every("ref") for target in pointers(ref.get("target"))}
    for note in survey.every("note"):
        identifier = note.get(XML_ID)
        if identifier and note.get("n") and note.get("type") != "source" and identifier not in called:
            hint = 'mark its call in the text with ref type="noteMark"'
            yield survey.finding("MC543", f"nothing in the text calls note {note.get('n')}", note, hint)


def note_marks(survey: Survey) -> Iterator[Diagnostic]:
    """MC544: a note's number differs from its printed mark, or the mark of a call from that of its note."""
    for note in survey.every("note"):
        label = child(note, _LABEL)
        if label is None:
            continue
        n = note.get("n")
        if n is None and note.get("place") == "end":
            yield survey.finding("MC544", f"the printed mark is {flat(label)!r}, and the note has no number", note)
        elif n and not _same(n, flat(label)):
            yield survey.finding("MC544", f"the note is numbered {n}, its printed mark is {flat(label)!r}", note)
    calls = [(ref, n) for ref in survey.every("ref") if ref.get("type") == "noteMark" and (n := _called(survey, ref))]
    counted_on = _are_counted_on(calls)
    for ref, n in calls:
        if not counted_on and not _same(n, flat(ref)):
            yield survey.finding("MC544", f"the mark {flat(ref)!r} leads to note {n}", ref)
        elif len(_WORDS.findall(flat(ref))) > 1:
            yield survey.finding("MC544", f"{flat(ref)!r} is more than a mark", ref)


def _called(survey: Survey, ref: etree._Element) -> str:
    """The number of the note that is called."""
    note = survey.identifiers.get((ref.get("target") or "#")[1:])
    return (note.get("n") or "") if note is not None else ""


def _are_counted_on(calls: Sequence[tuple[etree._Element, str]]) -> bool:
    """Whether the text counts on from the notes of what was printed before it, and its notes are counted from 1: all
    marks are away from their notes by one number."""
    numbers = [(n, flat(ref).strip()) for ref, n in calls]
    if len(numbers) < 2 or not all(n.isdecimal() and mark.isdecimal() for n, mark in numbers):
        return False
    return len({int(mark) - int(n) for n, mark in numbers}) == 1


def _same(n: str, printed: str) -> bool:
    found = _MARK.search(normalize("NFKC", printed))  # raised figures are figures
    return found is None or found.group() == n or n in printed
