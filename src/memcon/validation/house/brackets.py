"""Brackets and quotation marks that are opened and not closed, or closed and not opened.

Each passage is read across its inline elements. What a passage leaves open another one of the same turn, note or list
may close; quotation marks that go on over paragraphs are repeated at the head of each. Apostrophes and single quotation
marks cannot be told apart and are let alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.tei.names import tei
from memcon.validation.conversation import Passage
from memcon.validation.survey import Survey

_BRACKETS = re.compile(r"[()\[\]{}]")
_OTHER = bytes(set(range(256)).difference(b"()[]{}"))
_CLOSES = {")": "(", "]": "[", "}": "{"}
_ENUMERATOR = re.compile(r"(?:\A|[\s(])(?:\d{1,2}|[ivxIVX]{1,4}|[^\W\d_])\)")
_MARKS = re.compile('[“”„«»"]')
_INCHES = re.compile(r"\d\"")
_CLOSING = ")]}”»"
_OPENING = tuple('"“„«')
_SMALL = frozenset(map(tei, ("speaker", "label", "head", "stage")))  # what no other passage completes
_NOTE = tei("note")


@dataclass(frozen=True, slots=True)
class _Sign:
    """A bracket or quotation mark that has no other half, and the passage it stands in."""

    sign: str
    passage: Passage
    at: int

    @property
    def heads(self) -> bool:
        """Whether it opens its passage."""
        return self.sign not in _CLOSING and not self.passage.text[: self.at].strip()

    @property
    def shown(self) -> str:
        """The sign with the words behind it, or before it where it closes."""
        text = self.passage.text
        closes = self.sign in _CLOSING
        around = text[max(0, self.at - 30) : self.at + 1] if closes else text[self.at : self.at + 31]
        return " ".join(around.split())


def brackets(survey: Survey) -> Iterator[Diagnostic]:
    """MC530: a round, square or curly bracket without its other half."""
    for group in _groups(survey.passages_with(*"()[]{}")):
        for left in _unmatched(group):
            what = "is closed and was not opened" if left.sign in _CLOSES else "is opened and not closed"
            yield survey.finding("MC530", f"the bracket in {left.shown!r} {what}", left.passage.element)


def _groups(having: Sequence[Passage]) -> Iterator[tuple[Passage, ...]]:
    """The passages of one turn, note or list together."""
    for _, group in groupby(having, lambda passage: _container(passage.element)):
        yield tuple(group)


def _container(element: etree._Element) -> etree._Element | None:
    """What is read together: a turn, a list, a note; the parts of a source note stand side by side."""
    if element.tag in _SMALL:
        return element
    parent = element.getparent()
    if parent is not None and parent.tag == _NOTE:
        element, parent = parent, parent.getparent()
    return parent if element.tag != _NOTE or element.get("type") == "source" else element


def _unmatched(group: Sequence[Passage]) -> list[_Sign]:
    if _cancel(b"".join([passage.text.encode().translate(None, _OTHER) for passage in group]).decode()):
        return []
    open_: list[_Sign] = []
    stray: list[_Sign] = []
    for passage in group:
        skipped = {match.end() - 1 for match in _ENUMERATOR.finditer(passage.text)}
        for match in _BRACKETS.finditer(passage.text):
            sign = _Sign(match.group(), passage, match.start())
            partner = _CLOSES.get(sign.sign)
            if partner is None:
                open_.append(sign)
                continue
            at = next((n for n in range(len(open_) - 1, -1, -1) if open_[n].sign == partner), None)
            if at is not None:
                stray += open_[at + 1 :]
                del open_[at:]
            elif match.start() not in skipped:
                stray.append(sign)
    return [*stray, *open_]


def _cancel(signs: str) -> bool:
    """Whether brackets cancel each other out."""
    before = ""
    while signs != before:
        before, signs = signs, signs.replace("()", "").replace("[]", "").replace("{}", "")
    return not signs


def quotation_marks(survey: Survey) -> Iterator[Diagnostic]:
    """MC531: a quotation mark without its other half. Where most turns that open with one close it, it goes on over no
    turns."""
    found = [(group, list(_unquoted(group))) for group in _groups(survey.passages_with(*'"“”„«»'))]
    closed = sum(not left and group[0].text.lstrip()[:1] in _OPENING for group, left in found)
    over_turns = sum(bool(left) and left[-1].heads for _, left in found) >= closed
    carried: _Sign | None = None
    for group, left in found:
        if carried is not None and not (over_turns and _goes_on(carried, group)):
            yield _lonely(survey, carried)
        carried = left.pop() if left and left[-1].heads else None
        yield from (_lonely(survey, sign) for sign in left)
    if carried is not None:
        yield _lonely(survey, carried)


def _lonely(survey: Survey, sign: _Sign) -> Diagnostic:
    return survey.finding("MC531", f"the quotation mark in {sign.shown!r} has no other half", sign.passage.element)


def _goes_on(open_: _Sign, group: Sequence[Passage]) -> bool:
    """Whether the next turn or note opens with the mark that is still open: all of it is one quotation."""
    return group[0].text.lstrip().startswith(open_.sign)


def _unquoted(group: Sequence[Passage]) -> Iterator[_Sign]:
    """Quotation marks that are left over; one that opens the next passage repeats the one that is still open."""
    open_: _Sign | None = None
    for passage in group:
        inches = {match.end() - 1 for match in _INCHES.finditer(passage.text)} if '"' in passage.text else set()
        starts = len(passage.text) - len(passage.text.lstrip())
        for match in _MARKS.finditer(passage.text):
            sign = _Sign(match.group(), passage, match.start())
            if open_ is not None and _may_close(open_.sign, sign.sign):
                repeats = match.start() == starts and open_.passage is not passage
                open_ = sign if repeats and sign.sign == open_.sign else None
            elif sign.sign in "”" and open_ is None:
                yield sign
            elif match.start() not in inches:
                if open_ is not None and not (match.start() == starts and open_.passage is not passage):
                    yield open_
                open_ = sign
    if open_ is not None:
        yield open_


def _may_close(opened: str, sign: str) -> bool:
    """German opens with „ and closes with “; guillemets point either way; an ASCII mark closes any."""
    return sign in {"“": '”"', "„": '“”"', "«": "»", "»": "«", '"': '"”', "”": "”"}[opened]
