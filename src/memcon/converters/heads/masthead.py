"""The masthead: letterhead, and the block of SUBJECT, PARTICIPANTS, DATE AND PLACE fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from memcon.converters.heads.attendance import BULLET, COLUMNS, GROUP, dashed_side
from memcon.converters.heads.cables import cable_field
from memcon.converters.heads.headings import is_title
from memcon.converters.heads.somebody import SIDED, is_person, is_sided, is_titled_entry
from memcon.converters.lines.told import told_once
from memcon.converters.pages.indents import indentation
from memcon.converters.pages.marks import Marks
from memcon.converters.pages.paragraphs import Para
from memcon.converters.release.classification import is_level
from memcon.converters.talks.datelines import dated, dateline_of
from memcon.converters.talks.places import names_meeting
from memcon.converters.words.lexicon import FIELD_WORDS, QUOTES, words
from memcon.converters.words.misread import field_restored, letters_restored
from memcon.converters.words.names import fold, has_title, is_office
from memcon.model import Role
from memcon.transcript import Span

FieldKind = Literal["subject", "participants", "when", "place", "classification", "other"]

_NUMBERED = re.compile(rf"(?:[{QUOTES}]|(?:\d{{1,2}}|[a-z])[.)]\s+|[-•*–]\s+)(?=[^\W\d_])")
_FIELD = re.compile(r"(?P<label>[^\W\d_][\w ,/&.'’()-]{0,40}?)[ \t]*[:;](?=\s|\Z)")
_HOLDS = ("subject", "participants", "date", "time", "place")  # what the fields that open a masthead hold
_NAMES = {
    holds: frozenset(fold(word) for language in FIELD_WORDS.values() for word in language.get(holds, ()))
    for holds in (*_HOLDS, "interpreter", "notetaker", "beside")
}
_STATES = frozenset().union(*(_NAMES[holds] for holds in _HOLDS))
_ENGLISH = frozenset().union(*(FIELD_WORDS["en"][holds] for holds in _HOLDS))  # these may stand without a colon
_VOCABULARY = frozenset().union(*_NAMES.values()) | words(
    """
    those the and meeting taker takers distribution copies copy to from via drafted cleared approved by
    reference ref of conversation
    also others other us u.s american soviet russian side for telephone call list were was who members member were in at
    recorder recorders recorded recording tape transcribed transcriber start end ending began ended duration
    cite citation credits contents class security original current language recording drafting reporting officer
    officers classification info action approving persons person attended length
    """
)
_CLASSIFIES, _KINDS = words("classification class"), words("security original current")
_SIDES = words("us u.s american soviet russian side the and others other in at of for to")
_PHRASES = frozenset(
    (
        "in attendance",
        "those present",
        "persons present",
        "also present",
        "those attending",
        "other attendees",
        "other participants",
        "also attending",
    )
)
_FURTHER = re.compile(
    r"(?:(?<!\s)\s{3,}+|(?<=\t)|(?<=[.;|]\s)|(?<=[.;|]\s\s)|(?<=[ECMP][SD]T\s))(?![ECMP][SD]T\s)"
    r"(?P<label>[^\W\d_]++(?:[ ,/&-]{1,3}[^\W\d_]++){0,3}) ?:(?=\s|\Z)"
)
_BESIDE = words("classification interpreter notetaker distribution copies")  # that may stand beside another in its line
_COLUMN = re.compile(r"(?P<label>[A-Z][A-Z ,/&.]{1,40}?[A-Z,/&.])(?:[ \t]{2,}+|\t)(?=\S)")
_DATED = re.compile(r"(?P<label>[A-Z][A-Z ,/&]{2,30}[A-Z])\s(?=\d|[A-Z][a-z])")
_CELL = re.compile(r"(?:\| ?)?(?P<label>[^\W\d_][\w,/&.-]{0,20}(?: [\w,/&.-]{1,20}){0,2}) ?[\t|][ \t]{0,8}(?=[^\s|])")
_UNKNOWN = re.compile(r"[^\W\d_][\w.’'-]*(?:\([a-z]+\))?(?: [\w.’'-]+){0,3}[ \t]*:(?=\s|\Z)")
_ALONE = re.compile(r"(?P<label>[^\W\d_][\w ,/&.'’()-]{0,60})")
_SPEECH = re.compile(r"[^:\n]{1,60}:(?=\s|\Z)")
_LINKING: dict[str, FieldKind] = {
    "between": "participants",
    "and": "participants",
    "on": "when",
}  # `Between: A / And: B / On: 5 May 1960`
_PARTY = words("side delegation party team on for from seite auf")
_HELD_LAST = words("date time place location venue")
_FROM = words("from for on in at of auf von")
_ADJECTIVES = 2  # words that may say which side
_SIDE = 40  # characters of the name of a side
_SHORT = 60  # characters of a field whose name is unknown
_ENTRY, _WORDS = 160, 6
_FURTHEST = 4  # paragraphs of entries between two fields
_LETTERHEAD = re.compile(r"[^a-zа-я]*")
_NOTES, _TAKERS = words("note notes"), words("taker takers by")  # `Notes by`, `Note Takers`, but not `Note for`
_COMPANY, _SIDE_WORDS = words("accompanied accompanying"), words("side delegation")
_STAFF: tuple[Role, ...] = ("interpreter", "notetaker")


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


@told_once
def opens_fields(para: Para) -> bool:
    """Whether a paragraph opens the block of fields."""
    match = _label(para.text.split("\n", 1)[0])
    if match is None:
        return False
    return bool(_words(match["label"]) & _STATES) or match["label"].strip().lower() == "between"


@told_once
def is_fields(para: Para) -> bool:
    """Whether a paragraph goes on with the block of fields."""
    return _label(para.text.split("\n", 1)[0]) is not None


def explicit_field(line: str) -> bool:
    """Whether a line opens with the name of a field, with a colon behind it."""
    match = _FIELD.match(line) if ":" in line else _cell_label(line) if line[:1] == "|" else None
    return match is not None and _is_field(match["label"]) and bool(_words(match["label"]) & _STATES)


def _label(line: str) -> re.Match[str] | None:
    """The name of a field at the start of a line: with a colon, in capitals with its value in a column beside it, or
    alone on its line in capitals or as a word."""
    line = field_restored(letters_restored(line))
    if (cable := cable_field(line)) is not None:
        return cable
    if ("\t" in line or line[:1] == "|") and (cell := _cell_label(line)) is not None:
        return cell
    if ":" in line or ";" in line:
        numbered = _NUMBERED.match(line)
        match = _FIELD.match(line, numbered.end() if numbered else 0)
        if match is not None and (_is_field(match["label"]) or match["label"].lower() in _LINKING):
            return match
    beside = _COLUMN.match(line) if "  " in line or "\t" in line else None
    if beside is not None and _is_field(beside["label"]) and _words(beside["label"]) & _ENGLISH:
        return beside
    if line[:4].isupper() and (told := _DATED.match(line)) and _words(told["label"]) & _NAMES["date"]:
        return told if _is_field(told["label"]) and dated(line[told.end() :]) is not None else None
    bare = line.strip()
    if not (bare.isupper() or len(bare.split(None, 1)) == 1 or bare.lower() in _PHRASES):
        return None  # most lines
    alone = _ALONE.fullmatch(bare)
    if alone is None or not _words(alone["label"]) & _ENGLISH:
        return None
    known = _is_field(alone["label"]) or (line.isupper() and _words(line.split()[0]) <= _ENGLISH)
    return alone if known else None


def _cell_label(line: str) -> re.Match[str] | None:
    """The name of a field in the first cell of a row of a table, a tab behind it or between strokes."""
    match = _CELL.match(line)
    return match if match is not None and _is_field(match["label"]) and _words(match["label"]) & _ENGLISH else None


@told_once
def lists_people(para: Para) -> bool:
    """Whether a paragraph has a line that opens with the name of a field of participants."""
    if not is_fields(para):
        return False
    found = (match for line in para.text.splitlines() if (match := _label(line)))
    return any(_words(match["label"]) & _NAMES["participants"] for match in found)


def entries_end(paras: Sequence[Para], at: int, alone: bool, people: bool) -> int:
    """Where the entries end that may begin at this paragraph, below a field: lists and short lines.

    The first of them needs no further evidence where the field's name stands `alone`; any other paragraph is a list
    of persons below a field of participants (`people`), or stands above more fields.
    """
    end = at + (alone and not people and _is_subject(paras, at))
    while end < len(paras) and (_is_entries(paras[end]) or (people and _is_sided(paras[end]))):
        if people and _is_dated(paras[end]):
            break
        if people and _heads_group(paras, end):
            end += 2
            continue
        first = alone and end == at
        listed = is_list(paras[end]) if alone else False
        below = end > at and is_list(paras[end - 1])  # where each has a bullet, a line without one is something else
        named = _persons(paras[end]) if alone and not below else people and _surely_persons(paras[end])
        if not (first or listed or named or _above_fields(paras, end)):
            break
        end += 1
    return end


def _is_subject(paras: Sequence[Para], at: int) -> bool:
    """Whether a paragraph that reads like a title is what a field is about: further fields open behind it."""
    below = paras[at : at + 2]
    return len(below) > 1 and len(below[0].text) <= _ENTRY and is_title(below[0]) and opens_fields(below[1])


def _is_dated(para: Para) -> bool:
    """Whether a paragraph is a dateline with its day: no entry of a list of people."""
    when = dateline_of(para)
    return when is not None and when.date is not None


def _heads_group(paras: Sequence[Para], at: int) -> bool:
    """Whether a line that is nobody heads a paragraph in which each line is somebody with a title: a side."""
    head, *below = paras[at : at + 2]
    text = head.text
    nobody = len(text) <= _SIDE and len(text.split()) <= _WORDS and text[:1].isupper() and not is_person(text)
    if not below or not nobody or "\n" in text or text[-1:] in ".?!;,]":
        return False
    lines = below[0].text.splitlines()
    return _is_entries(below[0]) and all(is_person(line) and has_title(line.split()[0]) for line in lines)


def _above_fields(paras: Sequence[Para], at: int) -> bool:
    """Whether more fields follow soon, with nothing but entries before them."""
    for para in paras[at + 1 : at + 1 + _FURTHEST]:
        if opens_fields(para):
            return True
        if not _is_entries(para):
            return False
    return False


def _surely_persons(para: Para) -> bool:
    """Whether a paragraph apart from its field lists persons: two or more, or one with a title or an office."""
    return _persons(para) and (len(para.lines) > 1 or "," in para.text or BULLET.match(para.text) is not None)


def _persons(para: Para) -> bool:
    """Whether every line of the paragraph names a person, or several side by side; a heading over a group apart."""
    lines = [line.strip() for line in para.text.splitlines() if not GROUP.match(line)]
    if len(lines) > 1 and len(lines[0].split()) <= _WORDS and not is_person(lines[0]):
        del lines[0]  # one side of the table
    bare = (line[side.end() :] if (side := dashed_side(line)) else line for line in lines)
    named = [all(map(is_person, COLUMNS.split(line))) for line in bare]
    pairs = zip(lines, lines[1:], pairwise(named), strict=False)
    wrapped = (not now and before and ("," in above or is_office(below)) for above, below, (before, now) in pairs)
    return bool(lines) and named[0] and named.count(False) == sum(wrapped) and named.count(False) * 2 <= len(lines)


def _is_entries(para: Para) -> bool:
    """Whether a paragraph can be entries below a field's name: a list, or short lines that are no sentences."""
    lines = para.text.splitlines()
    if len(lines) == 1 and is_level(para.text):
        return False
    if is_fields(para) or is_title(para) or para.text.startswith("[") or any(map(_is_speech, lines)):
        return False
    sentence = len(lines) == 1 and para.text.rstrip()[-1:] in ".?!" and len(para.text.split()) > _WORDS
    if sentence and is_titled_entry(para.text):
        return True
    sentence = sentence and not _is_row_of_names(para.text)
    return is_list(para) or (all(len(line) <= _ENTRY for line in lines) and not sentence)


def _is_row_of_names(text: str) -> bool:
    """Whether a line with a full stop at its end holds nothing but names between commas."""
    pieces = [piece.split() for piece in text.rstrip(" .").split(",")]
    return len(pieces) > 2 and all(0 < len(words) <= 4 and words[0][:1].isupper() for words in pieces)


def _is_sided(para: Para) -> bool:
    """Whether every line names somebody behind his side or office: `Belgium: Mr. A. Berg`."""
    lines = para.text.splitlines()
    headed = len(lines) > 1 and ":" not in lines[0] and lines[0].isupper()
    matches = [SIDED.match(line) for line in lines[headed:]]
    named = [match["name"] if match is not None else line for match, line in zip(matches, lines[headed:], strict=True)]
    sides = [match["name"] for match in matches if match is not None]
    titled = len(sides) > 1 or any(map(has_title, sides)) or (len(named) > 1 and len(sides) == 1)
    return titled and all(":" not in name and is_person(name) for name in named)


def _is_speech(line: str) -> bool:
    """Whether a line opens like a label with words behind it; a heading over a group of names has none, and a side
    behind a bullet has somebody."""
    if _SPEECH.match(line) is None or GROUP.match(line):
        return False
    bullet = BULLET.match(line)
    return bullet is None or not bullet.end() or not is_sided(line[bullet.end() :])


@told_once
def is_list(para: Para) -> bool:
    """Whether every line of the paragraph begins with a bullet."""
    return all(BULLET.match(line) for line in para.text.splitlines())


def last_name(para: Para) -> tuple[FieldKind, bool]:
    """The kind of the last field that a paragraph names, and whether the name stands alone, with nothing behind it."""
    for line in reversed(para.text.splitlines()):
        if match := _label(line):
            return _kind(match["label"])[0], line == para.text.splitlines()[-1] and not line[match.end() :].strip()
    return "other", False


def fields(marks: Marks, paras: Sequence[Para]) -> Iterator[Field]:
    """The fields of consecutive paragraphs; a line without a field name continues the field above it."""
    label: Span | None = None
    values: list[Span] = []
    for para in paras:
        end = para.span.start
        named = _named_lines(marks, para)
        for line in para.lines:
            between = marks.within(Span(end, line.start))
            end = line.end
            if between and label is not None:
                values.append(Span(between[0].span.start, line.start))
            for name, rest in _named_parts(marks, line, named.get(line.start, 0)):
                if name is not None:
                    if label is not None:
                        yield _field(marks, label, values)
                    label, values = name, []
                if rest.start < rest.end:
                    values.append(rest)
    if label is not None:
        yield _field(marks, label, values)


def _named_parts(marks: Marks, line: Span, size: int) -> Iterator[tuple[Span | None, Span]]:
    """The fields of one line: the name of each, none where the line goes on with the field above it, and its value.

    `size` is how long the name is that opens the line. Behind a wide gap, or a value that ends with a stop, another
    one may follow: `Date: May 3, 1975    Time: 4 p.m.`
    """
    name = Span(line.start, line.start + size) if size else None
    value = Span(line.start + size, line.end)
    for label in _further_names(marks.seen.text(value)) if size else ():
        yield name, marks.paged.strip(Span(value.start, line.start + size + label.start))
        name = Span(line.start + size + label.start, line.start + size + label.end)
        value = Span(name.end, line.end)
    yield name, marks.paged.strip(value)


def _further_names(text: str) -> Iterator[Span]:
    """Where names of fields stand further on in a line."""
    for match in _FURTHER.finditer(text) if ":" in text else ():
        words = _words(match["label"])
        if _is_field(match["label"]) and words & (_STATES | _BESIDE):
            yield Span(match.start("label"), match.end())


def fields_within(text: str) -> tuple[int, ...]:
    """Where the names of fields begin that stand further on in a line, in which something else comes first."""
    return tuple(span.start for span in _further_names(text))


def _named_lines(marks: Marks, para: Para) -> dict[int, int]:
    """Where lines of a paragraph begin that open with the name of a field, and how long the name is.

    Between two names that are known, any short word with a colon is the name of a field too; below participants it
    heads some of them where nothing or somebody stands behind it: `NSC: General Berg`.
    """
    texts = [marks.seen.text(line).rstrip() for line in para.lines]
    known = [_label(text) for text in texts]
    last = max((at for at, match in enumerate(known) if match), default=-1)
    capitals = all(match["label"].isupper() for match in known if match)
    named: dict[int, int] = {}
    people = False
    for at, (line, text, match) in enumerate(zip(para.lines, texts, known, strict=True)):
        people = bool(_words(match["label"]) & _NAMES["participants"]) if match is not None else people
        side = people and (text.endswith(":") or is_sided(text))
        match = match or (_UNKNOWN.match(text) if named and (at < last or capitals) and not side else None)
        match = match if match is None or at <= last or _is_capital(text, match.end()) else None
        if match is not None:
            named[line.start] = match.end()
    return named


def _is_capital(text: str, end: int) -> bool:
    """Whether a line opens with a name in capitals and goes on with a few words that are no sentence."""
    return text[:end].isupper() and len(text) <= _SHORT and text[-1:] not in ".?!," and bool(text[end:].strip())


def _joined(marks: Marks, values: list[Span]) -> Iterator[Span]:
    """The lines of any other field: one that is indented goes on with the line above it."""
    transcript = marks.paged
    joined: list[Span] = []
    for value in values:
        first = indentation(transcript, transcript.line_at((joined or [value])[0].start))
        here = indentation(transcript, transcript.line_at(value.start))
        if joined and here >= first + 2 and not BULLET.match(transcript.text(value)):
            joined[-1] = Span(joined[-1].start, value.end)
        else:
            joined.append(value)
    yield from joined


def _words(label: str) -> set[str]:
    return {fold(w).rstrip(".") for w in re.findall(r"[\w.-]+", label)}


def _is_field(label: str) -> bool:
    words = _words(label)
    return bool(words - _SIDES) and (words <= _VOCABULARY or _names_side(label, words) or _names_day(label, words))


def _names_day(label: str, words: set[str]) -> bool:
    """Whether the name of a field ends with what it holds, behind a word or two (`Initial interview date`), or begins
    with it (`Date of Interview`)."""
    if label[0].isupper() and len(label.split()) <= _ADJECTIVES + 2 and fold(label.split()[0]) in _HELD_LAST:
        return fold(label.split()[1]) == "of" and names_meeting(label)
    return fold(label.split()[-1]) in _HELD_LAST and len(words) <= _ADJECTIVES + 1 and label[0].isupper()


def _names_side(label: str, words: set[str]) -> bool:
    """Whether the name of a field says which side's people it lists: `Also present on the Norwegian side`."""
    first, last = fold(label.split()[0]), fold(label.split()[-1])
    ends = last in _PARTY or last in _NAMES["participants"] or (first in _NAMES["participants"] and bool(words & _FROM))
    return ends and bool(words & _NAMES["participants"]) and len(words - _VOCABULARY - _PARTY) <= _ADJECTIVES


def side_of(label: str) -> str:
    """The side or the place that the name of a field of participants adds to it: `PARTICIPANTS IN SAIGON`."""
    rest = [word for word in re.findall(r"[^\W\d_][\w.’'-]*", label) if not _words(word) <= _VOCABULARY | _SIDES]
    return " ".join(rest) if _words(label) & _NAMES["participants"] else ""


def _field(marks: Marks, label: Span, values: list[Span]) -> Field:
    kind, role = _kind(field_restored(letters_restored(marks.seen.text(label))))
    return Field(kind, role, label, tuple(values) if kind == "participants" else tuple(_joined(marks, values)))


def _kind(label: str) -> tuple[FieldKind, Role | None]:
    """What a field is about, by the words of its name, and the role it gives to those it names."""
    words = _words(label)
    if (linking := _LINKING.get(label.strip(" :\t").lower())) is not None:
        return linking, None
    if not words & _TAKERS:
        words = words - _NOTES
    role = next((role for role in _STAFF if words & _NAMES[role]), None)
    if role is not None or words & _NAMES["participants"]:
        return "participants", role
    if words & _NAMES["subject"]:
        return "subject", None
    if words & _COMPANY or fold(label.strip(" :\t").split()[-1]) in _SIDE_WORDS:
        return "participants", None
    if words & _CLASSIFIES and words <= _CLASSIFIES | _KINDS:
        return "classification", None
    if words & (_NAMES["date"] | _NAMES["time"]):
        return "when", None
    return ("place" if words & _NAMES["place"] or words == {"at"} else "other"), None
