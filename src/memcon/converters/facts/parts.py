"""The parts of blocks and content, for passes that look at all of them alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, get_args, get_type_hints

from memcon.model import Footnote, NoteMark, Text
from memcon.transcript import squeezed_bytes


@cache
def _held_by(kind: type) -> Callable[[Any], tuple[object, ...]] | None:
    """What fetches the parts that a block or content of a kind holds, from the last field to the first; None for a
    kind that holds none. Strings and flags are no parts."""
    if kind is Text or not is_dataclass(kind):
        return None
    hints = get_type_hints(kind)
    names = [each.name for each in reversed(fields(kind)) if _holds(hints[each.name])]
    if len(names) == 1:
        only = attrgetter(*names)
        return lambda part: (only(part),)
    return attrgetter(*names) if names else None


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
            if held := _held_by(kind):
                waiting += held(part)


def leaves(whole: object) -> Iterator[Text]:
    """All printed characters of a part, in order."""
    return (part for part in parts(whole) if isinstance(part, Text))


def holds_all(found: Iterable[object], print_: str) -> bool:
    """Whether the parts of a memorandum hold its print, white space aside, and all of its calls lead to notes: what
    the proof and the schema will ask."""
    written: list[str] = []
    called: set[str] = set()
    notes: set[str] = set()
    for part in found:
        if isinstance(part, Text):
            written.append(part.text)
        elif isinstance(part, NoteMark):
            called.add(part.note)
        elif isinstance(part, Footnote):
            notes.add(part.identifier)
    return called <= notes and squeezed_bytes("".join(written)) == squeezed_bytes(print_)
