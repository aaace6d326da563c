"""The masthead: letterhead, and the block of SUBJECT, PARTICIPANTS, DATE AND PLACE fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from memcon.converters.headings import is_title
from memcon.converters.lexicon import words
from memcon.converters.marks import Marks
from memcon.converters.names import HONORIFICS, OFFICES, fold, read_name
from memcon.converters.paragraphs import Para, indentation
from memcon.model import Role
from memcon.transcript import Span, Transcript

FieldKind = Literal["subject", "participants", "when", "place", "other"]

_FIELD = re.compile(r"(?P<label>[^\W\d_][\w ,/&.'’()-]{0,40}?)[ \t]*[:;](?=\s|\Z)")
_VOCABULARY = words(
    """
    subject subjects re participants participant present attendees attending attendance those the and meeting date
    dates time place location date/time interpreter interpreters notetaker notetakers note-taker note-takers note
    taker takers distribution copies copy to from via drafted cleared approved by reference ref of conversation also
    others other us u.s american soviet russian side for telephone call list were was who members member were in at
    """
)
_OPENERS = words(
    """
    subject subjects re participants participant present attendees attending attendance date time place location
    """
)
_SIDES = words("us u.s american soviet russian side the and others other in at of for to")
_STATES = words("subject subjects participants participant present attendees attending attendance date time place")
_ALONE = re.compile(r"(?P<label>[^\W\d_][\w ,/&.'’()-]{0,60})")
BULLET = re.compile(r"(?<!\s)\s*(?:[-•*·‣▪◦–—]\s+|—(?=\S))")
_AFFILIATION = re.compile(r"[^—–,]{2,60}(?:—+-?|–)\s*(?=\S)")
_BODIES = words(
    """
    staff department office bureau agency committee council mission delegation embassy section division group board
    members state defense side party cia nsc jcs usia omb treasury commerce agriculture labor ocb
    """
)
_COLUMNS = re.compile(r"\s{2,}")
_HEADS = words("chairman chair director members member staff principals backbenchers observers")
_GROUP = re.compile(r"[^:\n]{1,40}:\s*\Z")
_SPEECH = re.compile(r"[^:\n]{1,60}:(?=\s|\Z)")
_ENTRY, _WORDS, _LONGEST_NAME = 160, 6, 9
_LETTERHEAD = re.compile(r"[^a-zа-я]*")
_STAFF: dict[str, Role] = {
    "interpreter": "interpreter",
    "notetaker": "notetaker",
    "note-taker": "notetaker",
    "note": "notetaker",
}


@dataclass(frozen=True, slots=True)
class Field:
    """One field: the span of its label (colon included) and the spans of its value's lines."""

    kind: FieldKind
    role: Role | None
    label: Span
    values: tuple[Span, ...]


def is_letterhead(para: Para) -> bool:
    """Whether a paragraph before the title is a letterhead: a few lines in capitals, without a colon."""
    return (
        len(para.lines) <= 5
        and len(para.text) <= 200
        and bool(_LETTERHEAD.fullmatch(para.text))
        and ":" not in para.text
    )


def opens_fields(para: Para) -> bool:
    """Whether a paragraph opens the block of fields."""
    match = _label(para.text.split("\n", 1)[0])
    return match is not None and bool(_words(match["label"]) & _OPENERS)


def is_fields(para: Para) -> bool:
    """Whether a paragraph goes on with the block of fields."""
    return _label(para.text.split("\n", 1)[0]) is not None


def _label(line: str) -> re.Match[str] | None:
    """The name of a field at the start of a line: with a colon, or alone on its line in capitals or as a word."""
    match = _FIELD.match(line)
    if match is not None and _is_field(match["label"]):
        return match
    alone = _ALONE.fullmatch(line.strip())
    if alone is None or not _words(alone["label"]) & _STATES:
        return None
    known = _is_field(alone["label"]) or (line.isupper() and _words(line.split()[0]) <= _STATES)
    return alone if known and (line.strip().isupper() or len(line.split()) == 1) else None


def entries_end(paras: Sequence[Para], at: int) -> int:
    """Where the entries end that begin at this paragraph, below a field's name: lists and short lines."""
    end = at
    while end < len(paras) and _is_entries(paras[end]) and (end == at or is_list(paras[end]) or _persons(paras[end])):
        end += 1
    return end


def _persons(para: Para) -> bool:
    """Whether every line of the paragraph names a person, or several side by side; a heading over a group apart."""
    lines = [line.strip() for line in para.text.splitlines() if not _GROUP.match(line)]
    return bool(lines) and all(_is_person(part) for line in lines for part in _COLUMNS.split(line))


def _is_entries(para: Para) -> bool:
    """Whether a paragraph can be entries below a field's name: a list, or short lines that are no sentences."""
    lines = para.text.splitlines()
    if is_fields(para) or is_title(para) or para.text.startswith("[") or any(map(_is_speech, lines)):
        return False
    sentence = len(lines) == 1 and para.text.rstrip()[-1:] in ".?!" and len(para.text.split()) > _WORDS
    return is_list(para) or (all(len(line) <= _ENTRY for line in lines) and not sentence)


def _is_speech(line: str) -> bool:
    """Whether a line opens like a label with words behind it; a heading over a group of names has none."""
    return _SPEECH.match(line) is not None and not _GROUP.match(line)


def is_list(para: Para) -> bool:
    """Whether every line of the paragraph begins with a bullet."""
    return all(BULLET.match(line) for line in para.text.splitlines())


def named_alone(para: Para) -> bool:
    """Whether the paragraph's last line is the name of a field, with nothing behind it."""
    last = para.text.splitlines()[-1]
    match = _label(last)
    return match is not None and not last[match.end() :].strip()


def fields(marks: Marks, paras: Sequence[Para]) -> Iterator[Field]:
    """The fields of consecutive paragraphs; a line without a field name continues the field above it."""
    label: Span | None = None
    values: list[Span] = []
    for para in paras:
        end = para.span.start
        for line in para.lines:
            between = marks.within(Span(end, line.start))
            end = line.end
            if between and label is not None:
                values.append(Span(between[0].span.start, line.start))
            match = _label(marks.seen.text(line).rstrip())
            if match is not None:
                if label is not None:
                    yield _field(marks.seen, label, values)
                label, values = Span(line.start, line.start + match.end()), []
                line = marks.paged.strip(Span(label.end, line.end))
            if values and _continues(marks, values, line):
                values[-1] = Span(values[-1].start, line.end)
            elif line.start < line.end:
                values.append(line)
    if label is not None:
        yield _field(marks.seen, label, values)


def _continues(marks: Marks, values: list[Span], line: Span) -> bool:
    """Whether a line goes on with the entry above it: it is indented, and the entries are not."""
    transcript = marks.paged
    here = indentation(transcript, transcript.line_at(line.start))
    first = indentation(transcript, transcript.line_at(values[0].start))
    return here >= first + 2 and not BULLET.match(transcript.text(line))


def _words(label: str) -> set[str]:
    return {fold(w) for w in re.findall(r"[\w./-]+", label)}


def _is_field(label: str) -> bool:
    words = _words(label)
    return bool(words - _SIDES) and words <= _VOCABULARY


def _field(transcript: Transcript, label: Span, values: list[Span]) -> Field:
    words = _words(transcript.text(label))
    role = next((role for word, role in _STAFF.items() if word in words or word + "s" in words), None)
    kind: FieldKind = "other"
    if role is not None or words & {"participants", "participant", "present", "attendees", "attending"}:
        kind = "participants"
    elif words & {"subject", "subjects", "re"}:
        kind = "subject"
    elif words & {"date", "time", "date/time"}:
        kind = "when"
    elif words & {"place", "location"}:
        kind = "place"
    return Field(kind, role, label, tuple(values))


def printed_names(transcript: Transcript, field: Field) -> Iterator[Span]:
    """The printed participants of a field: one a line, or several in a line where commas part plain names.

    What only heads a group of participants (`State`, `White House Staff`, a line in italics) is nobody.
    """
    alone = _surnames_alone(transcript, field)
    for line in field.values:
        text = transcript.text(line)
        bullet = BULLET.match(text)
        begin = bullet.end() if bullet else 0
        whole = transcript.strip(Span(line.start + begin, line.end))
        if _GROUP.match(transcript.text(whole)) or any(
            style.rend == "italic" and style.span == whole for style in transcript.styles_in(whole)
        ):
            continue
        yield from _names_in(transcript, whole, field.role, alone)


def _surnames_alone(transcript: Transcript, field: Field) -> bool:
    """Whether most entries of a list are single words."""
    single = sum(1 for line in field.values if len(BULLET.sub("", transcript.text(line)).split()) == 1)
    return len(field.values) > 2 and single * 2 > len(field.values)


def _names_in(transcript: Transcript, line: Span, role: Role | None, alone: bool) -> Iterator[Span]:
    text = transcript.text(line)
    pieces = [m for m in re.finditer(r"[^,;]+", text) if m.group().strip()]
    if len(pieces) > 1 and all(_plain_name(piece.group()) for piece in pieces):
        for piece in pieces:
            yield transcript.strip(Span(line.start + piece.start(), line.start + piece.end()))
        return
    columns = list(re.finditer(r"\S+(?:\s\S+)*", text))
    if len(columns) > 1 and all(_is_person(column.group()) for column in columns):
        for column in columns:
            yield Span(line.start + column.start(), line.start + column.end())
        return
    if dash := _AFFILIATION.match(text):
        line = Span(line.start + dash.end(), line.end)
        text = transcript.text(line)
    if role is not None or _is_person(text, alone):
        yield transcript.strip(Span(line.start, line.end - (text[-1:] in ",;")))


def _is_person(text: str, alone: bool = False) -> bool:
    """Whether an entry names a person: two words of a name, a title with a name, or the holder of an office; where
    the list has surnames alone, one word is enough."""
    name = read_name(text)
    before = text.split(",", 1)[0]
    tokens = [fold(w.strip(".")) for w in before.split()]
    if not tokens or len(tokens) > _LONGEST_NAME or all(t in _BODIES | _HEADS for t in tokens):
        return False
    if any(t in _BODIES for t in tokens) and not any(t in (OFFICES - _BODIES) | HONORIFICS for t in tokens):
        return False
    if name.surname:
        return bool(name.given or name.office or alone) and not before[:1].islower()
    return bool(name.office) and (len(tokens) <= 4 or tokens[0] == "the")


def _plain_name(text: str) -> bool:
    words = text.split()
    titled = [w for w in words if fold(w.strip(".")) in OFFICES and fold(w.strip(".")) not in HONORIFICS]
    suffix = len(words) == 1 and fold(words[0].strip(".")) in ("jr", "sr", "ii", "iii")
    body = any(fold(w.strip(".")) in _BODIES for w in words)
    whole = len(words) > 1 or fold(words[0].strip(".")) in HONORIFICS
    return whole and len(words) <= 4 and not (titled or suffix or body) and all(w[:1].isupper() for w in words)
