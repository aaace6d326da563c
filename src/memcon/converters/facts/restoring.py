"""Page furniture that no other pass has written is set back where it is printed, and so are footnotes among the text
and pages that begin between the fields of a head.

The passes read a text in which furniture is blank: a field, a note or a title goes on across it. What they write holds
the furniture that stands within a stretch of text. All other furniture, and the numbers of lines before the first word
of a block above all, comes back here: between blocks, or within what it interrupts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from memcon.converters.facts.parts import leaves
from memcon.model import (
    Apart,
    Block,
    Content,
    DateMention,
    Division,
    Emphasis,
    Footnote,
    Furniture,
    Inline,
    ItemList,
    ListEntry,
    NameList,
    Note,
    PageBreak,
    PersonMention,
    PlaceMention,
    Quotation,
    SourceNoteBlock,
    Stage,
    Supplied,
    TimeMention,
    Turn,
)

_Blocks = TypeVar("_Blocks", bound=Block)
_Item = Furniture | Footnote | PageBreak
Place = tuple[int, _Item]


def restored(
    front: tuple[Division, ...], blocks: tuple[Block, ...], places: Iterable[Place]
) -> tuple[tuple[Division, ...], tuple[Block, ...]]:
    """The divisions and blocks with all that is given, each with its offset; of the same offset, in order."""
    places = tuple(places)
    if not places:
        return front, blocks
    written = sorted((leaf.start, leaf.start + len(leaf.text)) for part in (*front, *blocks) for leaf in leaves(part))
    starts = [start for start, _ in written]
    missing = deque(place for place in places if not _covers(written, bisect_right(starts, place[0]) - 1, place[0]))
    if not missing:
        return front, blocks
    divisions = tuple(replace(division, blocks=_unwrapped(_blocks(division.blocks, missing))) for division in front)
    return divisions, _unwrapped((*_blocks(blocks, missing), *(Apart(item) for _, item in missing)))


def _unwrapped(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Footnotes between blocks are blocks."""
    return tuple(b.item if isinstance(b, Apart) and isinstance(b.item, Footnote) else b for b in blocks)


def _covers(written: list[tuple[int, int]], at: int, offset: int) -> bool:
    return at >= 0 and written[at][0] <= offset < written[at][1]


def _bounds(part: object) -> tuple[int, int]:
    """Where the print of a part begins and ends; (-1, -1) where it holds none."""
    found = [leaf for leaf in leaves(part) if leaf.text.strip()]
    return (found[0].start, found[-1].start + len(found[-1].text)) if found else (-1, -1)


def _due(missing: deque[Place], offset: int) -> Iterator[_Item]:
    """What stands before an offset."""
    while missing and missing[0][0] < offset:
        yield missing.popleft()[1]


def _blocks(blocks: tuple[_Blocks, ...], missing: deque[Place]) -> tuple[_Blocks | Apart, ...]:
    made: list[_Blocks | Apart] = []
    for block in blocks:
        start, end = _bounds(block)
        for item in _due(missing, start):
            made.insert(_above_break(made, item), Apart(item))
        made.append(_block(block, missing) if missing and missing[0][0] < end else block)
    return tuple(made)


def _above_break(made: Sequence[Block | Inline], item: _Item) -> int:
    """Where one of these goes behind what is made: what stands at the foot of a page, above the page's end."""
    at = len(made)
    ends = isinstance(item, Footnote) or (isinstance(item, Furniture) and item.place == "bottom")
    while ends and at and _is_break(made[at - 1]):
        at -= 1
    return at


def _is_break(part: Block | Inline) -> bool:
    return isinstance(part.item if isinstance(part, Apart) else part, PageBreak)


def _block(block: _Blocks, missing: deque[Place]) -> _Blocks:
    """A block with the furniture that stands in it."""

    def filled(content: Content) -> Content:
        return _content(content, missing)

    match block:
        case Turn():
            label = filled(block.label)
            directions = tuple(replace(stage, content=filled(stage.content)) for stage in block.directions)
            return replace(block, label=label, directions=directions, blocks=_blocks(block.blocks, missing))
        case ItemList():
            entries = (ListEntry(filled(entry.label), filled(entry.content)) for entry in block.entries)
            return replace(block, entries=tuple(entries))
        case Footnote():
            return replace(block, label=filled(block.label), paragraphs=tuple(map(filled, block.paragraphs)))
        case Quotation() | SourceNoteBlock():
            return replace(block, paragraphs=tuple(map(filled, block.paragraphs)))
        case Apart():
            return replace(block, item=_inline(block.item, missing))
        case _:
            return replace(block, content=filled(block.content))


def _content(content: Content, missing: deque[Place]) -> Content:
    made: list[Inline] = []
    for item in content:
        start, end = _bounds(item)
        for due in _due(missing, start):
            made.insert(_above_break(made, due), due)
        made.append(_inline(item, missing) if missing and missing[0][0] < end else item)
    return tuple(made)


def _inline(item: Inline, missing: deque[Place]) -> Inline:
    """A feature with the furniture that stands in it, if it can hold any."""
    match item:
        case NameList():
            return NameList(tuple(_content(entry, missing) for entry in item.entries))
        case Emphasis() | Supplied() | Stage() | Note() | Furniture() | DateMention() | TimeMention() | PlaceMention():
            return replace(item, content=_content(item.content, missing))
        case PersonMention():
            return replace(item, content=_content(item.content, missing))
        case _:
            return item
