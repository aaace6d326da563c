"""Memorandum -> TEI text: front, body and back, in printed order."""

from __future__ import annotations

from collections.abc import Iterator

from memcon import model
from memcon.tei.elements import Child, Element, element
from memcon.tei.inline import encode, encoded, markings, mixed


def text(memorandum: model.Memorandum) -> Element:
    """The text element. Turns are numbered t1, t2, ..., source notes source-1, source-2, ..."""
    numbers = _Numbers()
    parts = []
    if memorandum.front:
        parts.append(element("front", *(_division(d, numbers) for d in memorandum.front)))
    excerpt = "unknown" if memorandum.facts.excerpt else ""
    blocks = _encoded(memorandum.body, numbers) or [element("p")]
    parts.append(element("body", element("div", *blocks, type="memorandum", sample=excerpt)))
    if memorandum.back:
        parts.append(element("back", *_encoded(memorandum.back, numbers)))
    return element("text", *parts)


class _Numbers:
    """Counts turns and source notes in document order."""

    def __init__(self) -> None:
        self.turns = self.notes = 0

    def turn(self) -> str:
        self.turns += 1
        return f"t{self.turns}"

    def note(self) -> str:
        self.notes += 1
        return f"source-{self.notes}"


def _division(division: model.Division, numbers: _Numbers) -> Element:
    blocks = _encoded(division.blocks, numbers)
    excerpt = any(isinstance(b, model.Apart) and _is_extent(b.item) for b in division.blocks)
    return element("div", *blocks, type=division.kind, sample="unknown" if excerpt else "")


def _is_extent(item: model.Inline) -> bool:
    return isinstance(item, model.Note) and item.kind == "extent"


def _encoded(blocks: tuple[model.Block, ...], numbers: _Numbers) -> list[Child]:
    """Blocks in order. Headings and datelines stand at the top of a division (Guidelines, 4.2); further down they
    are paragraphs."""
    made: list[Child] = []
    top = True
    for block in blocks:
        if not top and isinstance(block, model.Heading | model.Dateline):
            made.append(encoded("p", block.content))
        else:
            made += _block(block, numbers)
        listed = isinstance(block, model.Apart) and isinstance(block.item, model.NameList)
        top = top and not listed and isinstance(block, model.Heading | model.Dateline | model.Apart)
    return made


def _block(block: model.Block, numbers: _Numbers) -> Iterator[Child]:
    match block:
        case model.Turn():
            yield _turn(block, numbers)
        case model.Heading(content):
            yield encoded("head", content)
        case model.Dateline(content):
            yield element("opener", encoded("dateline", content))
        case model.Trailer(content, kind):
            yield encoded(kind, content)
        case model.SourceNoteBlock():
            yield _source_note(block, numbers)
        case model.Footnote():
            yield from encode(block)
        case _:
            yield from _turn_block(block)


def _turn_block(block: model.TurnBlock) -> Iterator[Child]:
    match block:
        case model.Paragraph(content):
            yield encoded("p", content)
        case model.ItemList():
            yield _list(block)
        case model.Quotation(paragraphs):
            yield element("quote", *(encoded("p", content) for content in paragraphs))
        case model.Apart(item):
            yield from (child for child in encode(item) if not isinstance(child, str))


def _turn(turn: model.Turn, numbers: _Numbers) -> Element:
    """sp: the label, directions behind it, then what is said; a turn in which nothing is said has an empty p."""
    inner: list[Child] = [child for block in turn.blocks for child in _turn_block(block)]
    if not any(not isinstance(block, model.Apart) for block in turn.blocks):
        inner.insert(0, element("p"))
    who = " ".join(f"#{person}" for person in turn.persons)
    stages = [child for stage in turn.directions for child in encode(stage)]
    return element("sp", encoded("speaker", turn.label), *stages, *inner, who=who, xml_id=numbers.turn())


def _list(block: model.ItemList) -> Element:
    pairs: list[Child] = []
    for entry in block.entries:
        pairs += [encoded("label", entry.label), encoded("item", entry.content)]
    return element("list", *pairs, type=block.kind)


def _source_note(block: model.SourceNoteBlock, numbers: _Numbers) -> Element:
    inner: list[Child] = [encoded("p", content) for content in block.paragraphs]
    inner = mixed(block.paragraphs[0]) if len(inner) == 1 else inner
    ana = markings(block.categories)
    return element("note", *inner, type="source", rend=block.rend, xml_id=numbers.note(), ana=ana)
