"""The parts of blocks and content, for passes that look at all of them alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import TypeVar

from memcon.model import Footnote, Memorandum, NoteMark, Text
from memcon.transcript import Transcript

_Part = TypeVar("_Part")


@cache
def field_names(kind: type) -> tuple[str, ...]:
    """The names of the fields of a kind of block or of content, in order."""
    return tuple(each.name for each in fields(kind))


def leaves(part: object) -> Iterator[Text]:
    """All printed characters of a part, in order."""
    if isinstance(part, Text):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from leaves(each)
    elif is_dataclass(part):
        for name in field_names(part.__class__):
            yield from leaves(getattr(part, name))


def is_whole(transcript: Transcript, memorandum: Memorandum) -> bool:
    """Whether the parts of a memorandum hold the print of its stretch of the transcript, white space aside, and all of
    its calls lead to notes: what the proof and the schema will ask."""
    parts = (memorandum.front, memorandum.body, memorandum.back)
    written = "".join("".join(leaf.text.split()) for leaf in leaves(parts))
    called = {mark.note for mark in _of(NoteMark, parts)}
    return (
        written == "".join(transcript.text(memorandum.span).split())
        and called <= {note.identifier for note in _of(Footnote, parts)}
    )  # fmt: skip


def _of(kind: type[_Part], part: object) -> Iterator[_Part]:
    """All parts of a kind, in order."""
    if isinstance(part, kind):
        yield part
    if isinstance(part, tuple):
        for each in part:
            yield from _of(kind, each)
    elif is_dataclass(part) and not isinstance(part, Text):
        for name in field_names(part.__class__):
            yield from _of(kind, getattr(part, name))
