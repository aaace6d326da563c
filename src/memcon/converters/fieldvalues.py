"""The block of fields in the head of a memorandum: what each of them holds, and what of it is a fact."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from memcon.converters.attendance import printed_names
from memcon.converters.cables import is_marked_throughout
from memcon.converters.classification import is_banner, marking
from memcon.converters.datelines import When, dated, day_of, read_dateline
from memcon.converters.drafts import Draft, PrintedPerson, note_when
from memcon.converters.genres import opens_foreign_title
from memcon.converters.inlines import Reading
from memcon.converters.lexicon import words
from memcon.converters.masthead import (
    Field,
    FieldKind,
    entries_end,
    fields,
    is_fields,
    last_name,
    side_of,
)
from memcon.converters.mentions import mentioned
from memcon.converters.names import fold
from memcon.converters.paragraphs import Para
from memcon.converters.places import is_place, names_meeting
from memcon.converters.portionmarks import is_portion_mark
from memcon.converters.rolefields import asking
from memcon.converters.titleends import split_title
from memcon.converters.withheld import is_withheld_name
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

_ENDS = frozenset(map(fold, words("end ended ending until ende schluß schluss fin окончание конец koniec konec einde")))


def fields_end(paras: Sequence[Para], at: int) -> int:
    """Where the block of fields ends that this paragraph opens or continues."""
    end = at
    while end < len(paras) and is_fields(paras[end]):
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


def _value(reading: Reading, draft: Draft, each: Field) -> Content:
    if not each.values:
        return ()
    span = Span(each.values[0].start, each.values[-1].end)
    if each.kind == "participants":
        return _participants(reading, draft, each)
    if each.kind == "subject":
        content = reading.paragraph(span)
        draft.subject = draft.subject or " ".join(
            _printed(c for c in content if not isinstance(c, PortionMark)).split()
        )
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


def _talk_in_subject(subject: str) -> When | None:
    """The date of a talk that the subject names: `Conversation with X, May 3, 1962`."""
    if not (names_meeting(subject) or opens_foreign_title(subject)):
        return None
    when = split_title(subject)[1]
    return when if when is not None and when.date is not None else None


def _when_value(reading: Reading, draft: Draft, each: Field) -> Content:
    items: list[Inline] = []
    for line in each.values:
        items += [LineBreak()] if items else []
        text = reading.seen(line)
        when = read_dateline(text) or (dated(text) or day_of(text) if each.kind == "when" else None)
        if when is None and each.kind == "place" and not is_portion_mark(text):
            when = When(None, None, (0, len(text.rstrip(" ."))))
        if when is not None and when.place is not None and each.kind == "place" and draft.place:
            draft.room = draft.room or " ".join(text[when.place[0] : when.place[1]].split())
        if when is not None and when.time is not None and draft.time is not None:
            ends = _says_end(reading.seen(each.label))
            draft.time = replace(draft.time, until=draft.time.until or when.time.at) if ends else draft.time
        note_when(draft, text, when, line.start)
        items += mentioned(reading, line, when) if when else reading.content(line)
    return tuple(items)


def _says_end(label: str) -> bool:
    """Whether the name of a field says that it holds the end."""
    return any(fold(word).strip(".:") in _ENDS for word in label.split())


def _participants(reading: Reading, draft: Draft, each: Field) -> Content:
    """The names of a participants field; what parts them stays between them."""
    spans = tuple(printed_names(reading.marks.seen, each.values, each.role))
    known = (span for span in spans if not is_withheld_name(reading.seen(span)))
    side = side_of(reading.seen(each.label))
    draft.names += [PrintedPerson(span, each.role, side) for span in known]
    if spans and (asks := asking(reading.seen(each.label))):
        draft.holders += tuple((part, reading.seen(spans[0])) for part in asks)
    if not spans:
        return _broken(reading, each.values)
    starts = _entry_starts(each.values, spans) or [each.values[0].start]
    starts[0] = each.values[0].start
    ends = [*starts[1:], each.values[-1].end]
    named = ((span,) for span in spans) if spans else ((),)
    entries = zip(starts, ends, named, strict=True)
    return (NameList(tuple(_entry(reading, Span(start, end), names) for start, end, names in entries)),)


def _entry_starts(lines: Sequence[Span], names: Sequence[Span]) -> list[int]:
    """Where each entry begins: with its name, or with what precedes the first name of a line (a side, a bullet)."""
    begins = [line.start for line in lines]
    starts: list[int] = []
    for name, before in zip(names, (0, *(span.end for span in names)), strict=False):
        line = begins[bisect_right(begins, name.start) - 1]
        starts.append(line if line >= before else name.start)
    return starts


def _entry(reading: Reading, whole: Span, names: tuple[Span, ...]) -> Content:
    """One printed participant: the name, and what stands around it."""
    items: list[Inline] = []
    at = whole.start
    for name in names:
        if whole.start <= name.start and name.end <= whole.end:
            items += reading.raw(Span(at, name.start))
            items.append(PersonMention(reading.raw(name), ""))
            at = name.end
    return (*items, *reading.raw(Span(at, reading.transcript.strip(whole).end)))


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
