"""Paragraphs -> turns and other blocks, in printed order; paragraphs that a page break cut are joined.

The pass walks the paragraphs once. What is known of each paragraph before (furniture, label, source note) comes in
as a `Taken`; what depends on its neighbours (a list, a quotation, a join) is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from memcon.converters.labels.labelforms import Label
from memcon.converters.lines.furniture import FurnitureFound
from memcon.converters.lines.inlines import (
    Reading,
    delivery_end,
    is_direction,
    is_narration,
    is_omission,
    portion_mark,
    unclosed_brackets,
)
from memcon.converters.lines.pages import bridged, feeds, furnished
from memcon.converters.pages.paragraphs import Para
from memcon.converters.release.classification import note_categories
from memcon.converters.release.portionmarks import ends_with_portion_mark, portion_marks_alone, struck_scrap
from memcon.converters.talks.mentions import mentioned
from memcon.converters.turns.closings import closing_time
from memcon.decisions import JoinDecision
from memcon.diagnostics import Diagnostic
from memcon.model import (
    Apart,
    Block,
    Certainty,
    Content,
    Furniture,
    FurnitureKind,
    Heading,
    Inline,
    ItemList,
    LineBreak,
    ListEntry,
    Misprint,
    Omission,
    Paragraph,
    Quotation,
    SourceNoteBlock,
    Stage,
    Supplied,
    Text,
    Trailer,
    Turn,
    TurnBlock,
)
from memcon.transcript import Span, Transcript

Role = Literal[
    "text", "label", "furniture", "source-note", "note-continues", "trailer", "closer", "heading", "notes-head"
]

_BULLET = re.compile(r"(?:[-•*·‣▪◦–]\s+|(?P<number>\(?(?:\d{1,2}|[a-h])[.)])\s+)(?=\S)")
_MARK = re.compile(r"(?:[-•*·‣▪◦]|\(?(?:\d{1,2}|[a-h])[.)])[ \t]+(?=\S)")
_OPEN_QUOTES, _CLOSE_QUOTES = '“"«„', '”"»“'
_LONG = 60
_JOTTED = 40  # characters of a line that is jotted down
_SUPPLIED = re.compile(r"\[[^\[\]]*\]")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")


class Taken(NamedTuple):
    """What a paragraph was taken for, with the evidence in words; `label` and `persons` where it opens a turn."""

    para: Para
    role: Role
    evidence: str = ""
    furniture: FurnitureFound | None = None
    label: Label | None = None
    persons: tuple[str, ...] = ()
    correction: str = ""


@dataclass(slots=True)
class _Growing:
    """A paragraph that may still go on."""

    content: list[Inline]


@dataclass(slots=True)
class _GrowingList:
    """A list that may get more items."""

    kind: Literal["bulleted", "ordered"]
    entries: list[ListEntry]


@dataclass(slots=True)
class _Open:
    """The turn or division that is being filled; `loose` furniture waits to see whether its paragraph goes on."""

    reading: Reading
    blocks: list[Block] = field(default_factory=list)
    turn: Taken | None = None
    directions: tuple[Stage, ...] = ()
    inner: list[TurnBlock | _Growing | _GrowingList] = field(default_factory=list)
    loose: list[Inline] = field(default_factory=list)
    last: Para | None = None
    diagnostics: list[Diagnostic] = field(default_factory=list)


def bulleted_lines(transcript: Transcript, paras: Sequence[Para]) -> frozenset[int]:
    """Where lines with bullets begin, in paragraphs that have two of them or more."""
    starts: set[int] = set()
    for para in paras:
        if len(para.lines) < 2:
            continue
        found = [line.start for line in para.lines if _MARK.match(transcript.printed, line.start, line.end)]
        starts |= set(found) if len(found) > 1 else set()
    return frozenset(starts)


def bullet(text: str) -> int:
    """How long a bullet or enumerator at the start of the text is, the white space behind it included."""
    match = None if text[:1].isupper() else _BULLET.match(text)
    return match.end() if match else 0


def body(
    reading: Reading, taken: Sequence[Taken], joins: tuple[JoinDecision, ...]
) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """The blocks of a memorandum's body in printed order, and what was doubtful about them."""
    state = _Open(reading)
    last_text = max((n for n, t in enumerate(taken) if t.role in ("text", "label")), default=-1)
    at = 0
    while at < len(taken):
        each = taken[at]
        if each.role in ("text", "label"):
            state.diagnostics += unclosed_brackets(reading.transcript, each.para.span)
        if each.role == "furniture":
            assert each.furniture is not None
            place: Literal["top", "bottom", ""] = "top" if at == 0 else "bottom" if at > last_text else ""
            state.loose += furnished(reading, each.para, each.furniture, place)
        elif each.role == "source-note":
            end = at + 1
            while end < len(taken) and taken[end].role == "note-continues":
                end += 1
            _close(state)
            state.blocks.append(_source_note(reading, [t.para for t in taken[at:end]]))
            at = end - 1
        elif each.role == "heading":
            _close(state)
            state.blocks.append(Heading(reading.plain(each.para.span)))
        elif each.role == "notes-head":
            _close(state)
            state.blocks.append(Paragraph(reading.plain(each.para.span)))
        elif each.role == "trailer":
            _close(state)
            state.blocks.append(Trailer(reading.plain(each.para.span)))
        elif each.role == "closer":
            _close(state)
            when = closing_time(each.para)
            content = mentioned(reading, each.para.span, when) if when else reading.plain(each.para.span)
            state.blocks.append(Trailer(content, "closer"))
        elif each.role == "label":
            _close(state)
            _open_turn(reading, state, each)
        else:
            _text(reading, state, taken, at, joins)
        if at + 1 < len(taken):
            state.loose += feeds(reading, taken[at].para, taken[at + 1].para)
        at += 1
    _close(state)
    return tuple(state.blocks), tuple(state.diagnostics)


# -- turns ----------------------------------------------------------------------------------------


def _open_turn(reading: Reading, state: _Open, each: Taken) -> None:
    assert each.label is not None
    state.turn = each
    rest = reading.transcript.strip(Span(each.label.span.end, each.para.span.end))
    text = reading.seen(rest)
    if (end := delivery_end(text)) and text[end : end + 1] == ":":
        stage = Span(rest.start, rest.start + end + 1)
        state.directions = (Stage("delivery", reading.styled(stage)),)
        rest = reading.transcript.strip(Span(stage.end, rest.end))
    state.last = None
    if rest.start < rest.end:
        _append(reading, state, each.para, rest, opens_turn=True)


def _close(state: _Open) -> None:
    """End the turn; furniture that waited stands after it."""
    if state.turn is not None and state.turn.label is not None:
        state.blocks.append(
            Turn(_label(state.reading, state.turn), state.turn.persons, state.directions, _grown(state.inner))
        )
    else:
        state.blocks += _grown(state.inner)
    state.blocks += [Apart(item) for item in state.loose]
    state.turn, state.directions, state.last = None, (), None
    state.inner, state.loose = [], []


def _grown(inner: list[TurnBlock | _Growing | _GrowingList]) -> tuple[TurnBlock, ...]:
    """The blocks as they stand at the end."""
    return tuple(
        Paragraph(tuple(block.content)) if isinstance(block, _Growing)
        else ItemList(block.kind, tuple(block.entries)) if isinstance(block, _GrowingList)
        else block
        for block in inner
    )  # fmt: skip


def _label(reading: Reading, each: Taken) -> Content:
    """A label as printed: a bracketed part is supplied, a misprint has its correction beside it, what stands before
    the name is told apart."""
    label = each.label
    assert label is not None
    span = Span(label.prefix.end, label.span.end) if label.prefix is not None else label.span
    before = _before_label(reading, label)
    if each.correction:
        return (*before, Misprint(Text(reading.transcript.text(span), span.start), each.correction))
    match = None if label.withheld else _SUPPLIED.match(reading.seen(span))
    if match is not None:
        supplied = Span(span.start, span.start + match.end())
        rest = reading.raw(Span(supplied.end, span.end))
        return (*before, Supplied(reading.raw(supplied), reading.supplied_by), *rest)
    return (*before, *reading.raw(span))


def _before_label(reading: Reading, label: Label) -> Content:
    """What stands before a label: a number and debris belong to the page, a portion mark to what is said."""
    if label.prefix is None:
        return ()
    printed = reading.transcript.strip(label.prefix)
    behind = reading.raw(Span(printed.end, label.prefix.end))
    if label.prefix_kind == "portion":
        return (portion_mark(reading, printed), *behind)
    kinds: dict[str, FurnitureKind] = {"number": "lineNum", "noise": "noise", "debris": "noise"}
    if kind := kinds.get(label.prefix_kind):
        return (Furniture(kind, reading.plain(printed)), *behind)
    return reading.raw(label.prefix)


# -- text -----------------------------------------------------------------------------------------


def _text(reading: Reading, state: _Open, taken: Sequence[Taken], at: int, joins: tuple[JoinDecision, ...]) -> None:
    para = taken[at].para
    if reading.marks_portions and _hang_portion_marks(reading, state, para):
        return
    if is_omission(para.text):
        _apart(state, Omission(reading.styled(para.span)), stays=_goes_on(taken, at))
    elif is_direction(para.text) or (state.turn is not None and is_narration(para.text)):
        stays = _goes_on(taken, at)
        delivered = stays and state.turn is not None and is_direction(para.text)
        kind: Literal["delivery", "business"] = "delivery" if delivered else "business"
        _apart(state, Stage(kind, reading.styled(para.span)), stays)
    elif (certainty := _joined(reading, state, para, joins)) is not None:
        _join(reading, state, para, certainty)
    else:
        _append(reading, state, para, para.span, opens_turn=state.turn is not None and not state.inner)


def _goes_on(taken: Sequence[Taken], at: int) -> bool:
    """Whether the turn goes on after this paragraph: text without a label follows."""
    following = next((t for t in taken[at + 1 :] if t.role != "furniture"), None)
    return following is not None and following.role == "text"


def _apart(state: _Open, item: Inline, stays: bool) -> None:
    """An omission or a direction between paragraphs: within the turn where the turn goes on, else after it."""
    if state.turn is not None and stays:
        _settle(state)
        state.inner.append(Apart(item))
        state.last = None
    else:
        _close(state)
        state.blocks.append(Apart(item))


def _settle(state: _Open) -> None:
    """Furniture whose paragraph did not go on stands between the blocks."""
    if state.loose:
        state.inner += [Apart(item) for item in state.loose]
        state.loose = []


def _append(reading: Reading, state: _Open, para: Para, span: Span, opens_turn: bool = False) -> None:
    _settle(state)
    text = reading.seen(span)
    if (size := bullet(text)) and not (opens_turn and text[0] in "–—"):
        _append_item(reading, state, span, size)
    elif _is_quotation(text, state):
        state.inner.append(Quotation((reading.paragraph(span),)))
    else:
        state.inner.append(_Growing(list(reading.paragraph(span, opens_turn))))
    _unreadable(reading, state, span)
    state.last = para


def _unreadable(reading: Reading, state: _Open, span: Span) -> None:
    if reading.marks_portions and (scrap := struck_scrap(reading.transcript, span)):
        message = f"{reading.transcript.text(scrap)!r} stands where a portion mark is expected"
        state.diagnostics.append(reading.transcript.diagnostic("MC206", message, scrap))


def _append_item(reading: Reading, state: _Open, span: Span, size: int) -> None:
    label = Span(span.start, span.start + size)
    entry = ListEntry(reading.plain(label), reading.paragraph(Span(label.end, span.end)))
    kind: Literal["bulleted", "ordered"] = (
        "ordered" if reading.transcript.text(label).strip()[-1:] in ".)" else "bulleted"
    )
    before = state.inner[-1] if state.inner else None
    if isinstance(before, _GrowingList) and before.kind == kind:
        before.entries.append(entry)
    else:
        state.inner.append(_GrowingList(kind, [entry]))


def _is_quotation(text: str, state: _Open) -> bool:
    """A paragraph in quotation marks from end to end, behind one that announces it with a colon."""
    opening = _OPEN_QUOTES.find(text[0])
    announced = state.last is not None and state.last.text.endswith(":")
    if not announced or opening < 0 or len(text) < 3:
        return False
    closing = _CLOSE_QUOTES[opening]
    return text[-1] == closing and closing not in text[1:-1]


def _hang_portion_marks(reading: Reading, state: _Open, para: Para) -> bool:
    """Portion marks alone in their paragraph belong to the paragraph before it."""
    before = state.inner[-1] if state.inner else None
    alone = portion_marks_alone(reading.marks.seen, para.span)
    if not isinstance(before, _Growing) or not alone:
        return False
    before.content += state.loose
    for at, mark in enumerate(alone):
        before.content += [Text(" " if at else "\n", mark.start), portion_mark(reading, mark)]
    state.loose, state.last = [], None
    return True


# -- joins ----------------------------------------------------------------------------------------


def _joined(reading: Reading, state: _Open, para: Para, joins: tuple[JoinDecision, ...]) -> Certainty | None:
    """Whether this paragraph goes on with the one before it, and how certain that is."""
    before = state.last
    if before is None or not state.inner or not isinstance(state.inner[-1], _Growing):
        return None
    line = reading.transcript.source_line(para.span.start) if joins else 0
    decided = next((d for d in joins if d.line == line), None)
    if decided is not None:
        return "high" if decided.joined else None
    marked = reading.marks_portions and (
        ends_with_portion_mark(before.text) or struck_scrap(reading.transcript, before.span)
    )
    if before.closed or marked or bullet(para.text) or before.heading or para.heading:
        return None
    between = reading.transcript.printed[before.span.end : para.span.start]
    if not state.loose and _is_apart(reading, before, para):
        return None
    if para.text[0].islower() or (state.loose and not _BLANK_LINE.search(between)):
        return "high" if state.loose else "medium"
    if before.text[-1] == "," and len(before.text) > _LONG:
        return "medium"
    sentences = re.search(r"[.?!][\"”’)]*\s+\S", before.text)
    return "low" if sentences and len(before.text) > _LONG and para.text[0].isalpha() else None


def _is_apart(reading: Reading, before: Para, para: Para) -> bool:
    """Whether no page can have cut a paragraph here: the pages are marked, or both lines are jotted ones."""
    return reading.marks.paged_by_marks or max(len(before.text), len(para.text)) < _JOTTED


def _join(reading: Reading, state: _Open, para: Para, certainty: Certainty) -> None:
    before = state.inner[-1]
    assert isinstance(before, _Growing)
    assert state.last is not None
    before.content[-1:] = bridged(before.content[-1], state.last.text, para, state.loose, certainty)
    before.content += reading.paragraph(para.span)
    state.loose = []
    state.last = para
    code = "MC204" if certainty == "low" else "MC205"
    words = " ".join(reading.transcript.text(Span(max(para.span.start, 0), para.span.end)).split()[:3])
    message = (
        f"the paragraph before may go on here, at {words!r}"
        if code == "MC204"
        else f"the paragraph before goes on here, at {words!r}"
    )
    first = reading.transcript.strip(Span(para.span.start, min(para.span.start + 20, para.span.end)))
    state.diagnostics.append(reading.transcript.diagnostic(code, message, first))
    _unreadable(reading, state, para.span)


# -- source notes --------------------------------------------------------------------------


def _source_note(reading: Reading, paras: Sequence[Para]) -> SourceNoteBlock:
    italic = all(p.italic for p in paras)
    stated = note_categories("\n".join(para.text for para in paras))
    return SourceNoteBlock(tuple(_note_lines(reading, p, italic) for p in paras), "italic" if italic else "", stated)


def _note_lines(reading: Reading, para: Para, italic: bool) -> Content:
    content: list[Inline] = []
    for line in reading.whole_lines(para.lines):
        content += [LineBreak()] if content else []
        content += reading.plain(line) if italic else reading.styled(line)
    return tuple(content)
