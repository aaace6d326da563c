"""The parts of blocks and content, for passes that look at all of them alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_type_hints

from memcon.model import Footnote, Memorandum, NoteMark, Text
from memcon.transcript import Transcript


@cache
def _holding(kind: type) -> tuple[str, ...]:
    """The fields of a kind of block or of content that hold parts, from the last to the first: no strings or flags."""
    if kind is Text or not is_dataclass(kind):
        return ()
    hints = get_type_hints(kind)
    return tuple(each.name for each in reversed(fields(kind)) if _holds(hints[each.name]))


def _holds(hint: Any) -> bool:
    """Whether a type is that of parts, or of tuples of them."""
    return is_dataclass(hint) or any(map(_holds, get_args(hint)))


def parts(whole: object) -> Iterator[object]:
    """All parts of blocks, divisions, content or tuples of them, in printed order: each before those it holds."""
    waiting = [whole]
    while waiting:
        part = waiting.pop()
        if type(part) is Text:  # most are, and hold nothing
            yield part
        elif isinstance(part, tuple):
            waiting += reversed(part)
        elif part is not None:
            yield part
            kind: Any = type(part)
            if names := _holding(kind):
                waiting += [getattr(part, name) for name in names]


def leaves(whole: object) -> Iterator[Text]:
    """All printed characters of a part, in order."""
    return (part for part in parts(whole) if isinstance(part, Text))


def is_whole(transcript: Transcript, memorandum: Memorandum) -> bool:
    """Whether the parts of a memorandum hold the print of its stretch of the transcript, white space aside, and all of
    its calls lead to notes: what the proof and the schema will ask."""
    written: list[str] = []
    called: set[str] = set()
    notes: set[str] = set()
    for part in parts((memorandum.front, memorandum.body, memorandum.back)):
        match part:
            case Text(text):
                written += text.split()
            case NoteMark():
                called.add(part.note)
            case Footnote():
                notes.add(part.identifier)
    return "".join(written) == "".join(transcript.text(memorandum.span).split()) and called <= notes
