"""The block of fields in the head of a memorandum: what each of them holds, and what of it is a fact."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from memcon.converters.heads.attendance import BULLET, printed_names
from memcon.converters.heads.cables import is_marked_throughout
from memcon.converters.heads.drafts import Draft, PrintedPerson, note_when
from memcon.converters.heads.entries import entries_end
from memcon.converters.heads.masthead import (
    Field,
    FieldKind,
    fields,
    is_fields,
    last_name,
    side_of,
    unknown_field,
)
from memcon.converters.heads.rolefields import asking
from memcon.converters.heads.titleends import split_title
from memcon.converters.lines.inlines import Reading
from memcon.converters.pages.paragraphs import Para
from memcon.converters.release.classification import is_banner, marking
from memcon.converters.release.portionmarks import is_portion_mark
from memcon.converters.release.withheld import is_withheld_name
from memcon.converters.talks.datelines import When, dated, day_of, read_dateline
from memcon.converters.talks.mentions import mentioned
from memcon.converters.talks.places import is_place, names_meeting
from memcon.converters.words.genres import medium_of, opens_foreign_title
from memcon.converters.words.lexicon import words
from memcon.converters.words.names import fold
from memcon.model import (
    Content,
    Furniture,
    Inline,
    ItemList,
    LineBreak,
    ListEntry,
    NameList,
    PersonMention,
    PortionMark,
    Text,
)
from memcon.transcript import Span

_AGAIN = 40  # paragraphs in which who asks does so again
_SHORT = 60  # characters of a place that nothing else tells
_ENDS_OF_CALL = words("from to caller called")
_ENDS = frozenset(map(fold, words("end ended ending until ende schluß schluss fin окончание конец koniec konec einde")))


def fields_end(paras: Sequence[Para], at: int) -> int:
    """Where the block of fields ends that this paragraph opens or continues."""
    end = at
    while end < len(paras) and (is_fields(paras[end]) or (end > at and unknown_field(paras, end))):
        if asking(paras[end].text) and any(each.text == paras[end].text for each in paras[end + 1 : end + _AGAIN]):
            break  # who asks, before what he says
        end += 1
        kind, alone = last_name(paras[end - 1])
        if end < len(paras) and not alone and _is_no_entry(paras[end].text, kind):
            break
        end = entries_end(paras, end, alone, kind == "participants")
    return end


def _is_no_entry(text: str, kind: FieldKind) -> bool:
    """Whether a paragraph below a field is no part of it: a place below any other field, or how a cable is marked."""
    return (kind == "other" and is_place(text)) or is_marked_throughout(text)


def read_fields(reading: Reading, draft: Draft, paras: Sequence[Para]) -> None:
    """Take the fields of these paragraphs into the head."""
    draft.fields = True
    entries = []
    for each in fields(reading.marks, paras):
        entries.append(ListEntry(reading.plain(each.label), _value(reading, draft, each)))
        draft.evidence.append((each.label, f"the name of a field: {each.kind}"))
    draft.blocks.append(ItemList("fields", tuple(entries)))


def people_of(reading: Reading, draft: Draft, lines: Sequence[Span]) -> Content:
    """Take a list of participants that no field names into the head."""
    start = lines[0].start
    return _participants(reading, draft, Field("participants", None, Span(start, start), tuple(lines)))


def subject_of(reading: Reading, draft: Draft, span: Span) -> Content:
    """Take a subject that no field names into the head."""
    return _value(reading, draft, Field("subject", None, Span(span.start, span.start), (span,)))


def _value(reading: Reading, draft: Draft, each: Field) -> Content:
    if not each.values:
        return ()
    span = Span(each.values[0].start, each.values[-1].end)
    if each.kind == "participants" or (each.kind == "other" and _is_end(reading.seen(each.label), draft.title)):
        return _participants(reading, draft, each)
    if each.kind == "subject":
        content = reading.paragraph(span)
        printed = _printed(c for c in content if not isinstance(c, PortionMark))
        draft.subject = draft.subject or " ".join(BULLET.sub("", printed, count=1).rstrip(" |").split())
        text = reading.seen(span)
        if (when := _talk_in_subject(text)) is not None:
            draft.subject_when.append((text, when, span.start))
        return content
    if each.kind == "classification" and is_banner(reading.seen(span), struck=True):
        said = marking(reading.seen(span)).categories
        draft.categories += said
        return (Furniture("classification", reading.furniture(span), categories=said),)
    if each.kind in ("when", "place"):
        return _when_value(reading, draft, each)
    return _broken(reading, each.values)


def _is_end(label: str, title: str) -> bool:
    """Whether a field names who is at one end of a telephone call: `FROM` and `TO`."""
    return fold(label.strip(" :\t")) in _ENDS_OF_CALL and medium_of(title) == "telephone"


def _talk_in_subject(subject: str) -> When | None:
    """The date of a talk that the subject names: `Conversation with X, May 3, 1962`."""
    if not (names_meeting(subject) or opens_foreign_title(subject)):
        return None
    when = split_title(subject)[1]
    return when if when is not None and when.date is not None else None


def _when_value(reading: Reading, draft: Draft, each: Field) -> Content:
    items: list[Inline] = []
    for line in _places(reading, each.values) if each.kind == "place" else each.values:
        items += [LineBreak()] if items else []
        text = reading.seen(line)
        when = read_dateline(text) or (dated(text) or day_of(text) if each.kind == "when" else None)
        if when is None and each.kind == "place" and not is_portion_mark(text):
            bullet = BULLET.match(text)
            when = When(None, None, (bullet.end() if bullet else 0, len(text.rstrip(" .|"))))
        if when is None and items and not draft.place and _says_place(reading.seen(each.label)) and len(text) <= _SHORT:
            when = When(None, None, (0, len(text.rstrip(" .|"))))
        if when is not None and when.place is not None and each.kind == "place" and draft.place:
            draft.room = draft.room or " ".join(text[when.place[0] : when.place[1]].split())
        if when is not None and when.time is not None and draft.time is not None:
            ends = _says_end(reading.seen(each.label))
            draft.time = replace(draft.time, until=draft.time.until or when.time.at) if ends else draft.time
        note_when(draft, text, when, line.start)
        items += mentioned(reading, line, when) if when else reading.content(line)
    return tuple(items)


def _places(reading: Reading, values: Sequence[Span]) -> Iterator[Span]:
    """The lines of a place, each by itself where each names one: a building and its town."""
    for value in values:
        lines = [reading.transcript.strip(Span(*line)) for line in _line_bounds(reading.seen(value), value.start)]
        yield from lines if len(lines) > 1 and all(is_place(reading.seen(line)) for line in lines) else (value,)


def _line_bounds(text: str, start: int) -> Iterator[tuple[int, int]]:
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _says_place(label: str) -> bool:
    """Whether the name of a field of dates says that it holds the place too."""
    return any(fold(word).strip(".:") == "place" for word in label.split())


def _says_end(label: str) -> bool:
    """Whether the name of a field says that it holds the end."""
    return any(fold(word).strip(".:") in _ENDS for word in label.split())


def _participants(reading: Reading, draft: Draft, each: Field) -> Content:
    """The names of a participants field; what parts them stays between them."""
    spans = tuple(printed_names(reading.marks.seen, each.values, each.role))
    side = side_of(reading.seen(each.label))
    draft.names += [
        PrintedPerson(span, "unknown" if is_withheld_name(reading.seen(span)) else each.role, side) for span in spans
    ]
    if spans and (asks := asking(reading.seen(each.label))):
        draft.holders += tuple((part, reading.seen(spans[0])) for part in asks)
    if not spans:
        return _broken(reading, each.values)
    starts = _entry_starts(each.values, spans)
    ends = [*starts[1:], each.values[-1].end]
    entries = zip(starts, ends, spans, strict=True)
    lines = each.values
    return (NameList(tuple(_entry(reading, Span(start, end), name, lines) for start, end, name in entries)),)


def _entry_starts(lines: Sequence[Span], names: Sequence[Span]) -> list[int]:
    """Where each entry begins: with its name, or with what precedes the first name of a line: a bullet, a side, the
    lines that head it. An entry has one name."""
    begins = [line.start for line in lines]
    starts = [begins[0]]
    for last, name in pairwise(names):
        at = bisect_left(begins, last.end)
        starts.append(begins[at] if at < len(begins) and begins[at] <= name.start else name.start)
    return starts


def _entry(reading: Reading, whole: Span, name: Span, lines: Sequence[Span]) -> Content:
    """One printed participant: the name, and what stands around it; the lines that head it stay lines."""
    items: list[Inline] = []
    at = bisect_left(lines, whole.start, key=lambda line: line.start)
    start = whole.start
    while at < len(lines) and lines[at].end <= name.start:
        items += (*reading.raw(Span(start, lines[at].end)), LineBreak())
        at, start = at + 1, lines[at + 1].start if at + 1 < len(lines) else name.start
    behind = Span(name.end, reading.transcript.strip(whole).end)
    return (
        *items, *reading.raw(Span(start, name.start)), PersonMention(reading.raw(name), ""), *reading.raw(behind)
    )  # fmt: skip


def _broken(reading: Reading, values: Sequence[Span]) -> Content:
    items: list[Inline] = []
    for line in values:
        items += [LineBreak()] if items else []
        items += reading.content(line)
    return tuple(items)


def _printed(content: Iterator[Inline]) -> str:
    return "".join(_text_of(item) for item in content)


def _text_of(item: Inline) -> str:
    if isinstance(item, Text):
        return item.text
    inner: Content = getattr(item, "content", ())
    return _printed(iter(inner))
