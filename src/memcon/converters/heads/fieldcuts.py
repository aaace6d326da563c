"""Blocks of fields that no blank line parts from what stands above them: they become paragraphs of their own.

A paragraph in the head of a document may open with a letterhead, a call number or the title, and go on with
`Date: ... Place: ... Participants: ...`, line below line or all on one line. Two names of fields are the evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from memcon.converters.heads.cables import cable_field
from memcon.converters.heads.headings import is_title
from memcon.converters.heads.masthead import explicit_field, fields_within, opens_fields
from memcon.converters.lines.furniture import furniture
from memcon.converters.pages.marks import Marks
from memcon.converters.pages.paragraphs import Para, para
from memcon.transcript import Span

_FURTHEST = 60  # paragraphs of a document in which heads are looked for
_LEAST, _DEEPEST = 2, 600  # colons, and the characters among which they stand
_FIRST = re.compile(r"1\.\s+\S")  # paragraph of a cable
_ROUTING = 40  # lines that may stand above the fields of a cable
_ENDED = re.compile(r"(?:[?!;,]|(?<!m)(?<!\b[A-Z])\.)\s*\Z")
_LINES, _SHORT = 10, 90  # lines that may stand above the fields, and their characters


def fields_apart(marks: Marks, paras: Iterable[Para]) -> tuple[Para, ...]:
    """The paragraphs, those that hold fields below or behind something else cut before the first field."""
    found: list[Para] = []
    for at, each in enumerate(paras):
        found += _cut(marks, each) if at < _FURTHEST else (each,)
    return tuple(found)


def _cut(marks: Marks, whole: Para) -> Iterator[Para]:
    few = whole.text.count(":", 0, _DEEPEST) < _LEAST and whole.text[:1] != "|"
    if few or whole.page or whole.mark is not None or opens_fields(whole) or furniture(whole):
        yield whole
        return
    texts = [marks.seen.text(line) for line in whole.lines]
    named = [at for at, text in enumerate(texts) if explicit_field(text) or cable_field(text)]
    routed = bool(named) and 0 < named[0] <= _ROUTING and cable_field(texts[named[0]]) is not None
    if len(named) > 1 and (routed or _may_stand_above(texts[: named[0]])):
        body = next((at for at in range(named[-1] + 1, len(texts)) if _FIRST.match(texts[at])), 0) if routed else 0
        if named[0]:
            yield para(marks, list(whole.lines[: named[0]]), whole.heading)
        yield para(marks, list(whole.lines[named[0] : body or None]))
        if body:
            yield para(marks, list(whole.lines[body:]))
        return
    yield from _cut_line(marks, whole)


def _may_stand_above(lines: list[str]) -> bool:
    """Whether lines can stand above a block of fields: few, short, and no sentences; an hour may end them."""
    few = 0 < len(lines) <= _LINES and all(len(line) <= _SHORT for line in lines)
    return few and not any(_ENDED.search(line) for line in lines)


def _cut_line(marks: Marks, whole: Para) -> Iterator[Para]:
    """A title with two fields or more behind it on its own line, cut between them."""
    first = whole.lines[0]
    text = marks.seen.text(first)
    names = fields_within(text)
    title = marks.paged.strip(Span(first.start, first.start + names[0])) if len(names) > 1 else None
    if title is None or not is_title(para(marks, [title])):
        yield whole
        return
    behind = marks.paged.strip(Span(first.start + names[0], first.end))
    yield replace(para(marks, [title]), heading=whole.heading)
    yield para(marks, [behind, *whole.lines[1:]])
