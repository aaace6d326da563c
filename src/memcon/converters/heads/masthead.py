"""The masthead: letterhead, and the block of SUBJECT, PARTICIPANTS, DATE AND PLACE fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from memcon.converters.heads.attendance import BULLET
from memcon.converters.heads.cables import cable_field
from memcon.converters.heads.somebody import surely_somebody
from memcon.converters.lines.told import told_once
from memcon.converters.pages.indents import indentation
from memcon.converters.pages.marks import Marks
from memcon.converters.pages.paragraphs import Para
from memcon.converters.talks.datelines import dated
from memcon.converters.talks.places import names_meeting
from memcon.converters.words.lexicon import CATALOGUED, FIELD_WORDS, QUOTES, words
from memcon.converters.words.misread import field_restored, letters_restored
from memcon.converters.words.names import fold
from memcon.model import Role
from memcon.transcript import Span

FieldKind = Literal["subject", "participants", "when", "place", "classification", "other"]

_NUMBERED = re.compile(rf"(?:[{QUOTES}]|(?:\d{{1,2}}|[a-z])[.)]\s+|[-•*–]\s+)(?=[^\W\d_])")
_FIELD = re.compile(r"(?P<label>[^\W\d_][\w ,/&.'’()-]{0,40}?)[ \t]*(?:[:;](?=\s|\Z)|：)")
_HOLDS = ("subject", "participants", "date", "time", "place")  # what the fields that open a masthead hold
_NAMES = {
    holds: frozenset(fold(word) for language in FIELD_WORDS.values() for word in language.get(holds, ()))
    for holds in (*_HOLDS, "interpreter", "notetaker", "beside")
}
_STATES = frozenset().union(*(_NAMES[holds] for holds in _HOLDS))
_ENGLISH = frozenset().union(
    *(FIELD_WORDS[each][holds] for each in ("en", "zh") for holds in _HOLDS)
)  # without a colon
_VOCABULARY = frozenset().union(*_NAMES.values()) | words(
    """
    those the and meeting taker takers distribution copies copy to from via drafted cleared approved by
    reference ref of conversation
    also others other us u.s american soviet russian side for telephone call list were was who members member were in at
    recorder recorders recorded recording tape transcribed transcriber start end ending began ended duration
    cite citation credits contents class security original current language recording drafting reporting officer
    officers classification info action approving persons person attended length number reel cassette
    """
)
_CLASSIFIES, _KINDS = words("classification class"), words("security original current")
_ASKED = {"interviewed"}  # what happens to somebody named before it
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
_UNSIGNED = re.compile(
    r"(?P<label>SUBJECTS?|PARTICIPANTS|NOTE-?TAKERS?|INTERPRETERS?)[ ](?=[A-Z][a-z]|[A-Z]\.)"
)  # as recognition leaves a field
_DATED = re.compile(r"(?P<label>[A-Z][A-Z ,/&]{2,30}[A-Z])\s(?=\d|[A-Z][a-z])")
_CELL = re.compile(r"(?:\| ?)?(?P<label>[^\W\d_][\w,/&.-]{0,20}(?: [\w,/&.-]{1,20}){0,2}) ?[\t|][ \t]{0,8}(?=[^\s|])")
_UNKNOWN = re.compile(r"[^\W\d_][\w.’'/-]*(?:\([a-z]+\))?(?: [\w.’'/-]+){0,3}[ \t]*:(?=\s|\Z)")
_ALONE = re.compile(r"(?P<label>[^\W\d_][\w ,/&.'’()-]{0,60})")
SIDED = re.compile(r"[^:\n]{1,40}:\s++(?P<name>[^:\n]{1,80}[^:\n.?!])\Z")
"""A line in which a name stands behind a side or an office."""

_LINKING: dict[str, FieldKind] = {
    "between": "participants",
    "and": "participants",
    "on": "when",
}  # `Between: A / And: B / On: 5 May 1960`
_PARTY = words("side delegation party team on for from seite auf")
_HELD_LAST = words("date time place location venue")
_FROM = words("from for on in at of auf von")
_ADJECTIVES = 2  # words that may say which side
_SHORT = 60  # characters of a field whose name is unknown
_LINE = 100  # characters of one that stands between two others
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
    if ":" in line or ";" in line or "：" in line:
        numbered = _NUMBERED.match(line)
        match = _FIELD.match(line, numbered.end() if numbered else 0)
        if match is not None and (_is_field(match["label"]) or match["label"].lower() in _LINKING):
            return match
    beside = _COLUMN.match(line) if "  " in line or "\t" in line else None
    if beside is not None and _is_field(beside["label"]) and _words(beside["label"]) & _ENGLISH:
        return beside
    if line[:4].isupper() and (unsigned := _UNSIGNED.match(line)) is not None:
        return unsigned
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
    for at, para in enumerate(paras):
        end = para.span.start
        size = unknown_field(paras, at)
        named = {para.span.start: size} if size else _named_lines(marks, para)
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


def unknown_field(paras: Sequence[Para], at: int) -> int:
    """How long the name is of a field that nobody knows, which a line is between two that name others; 0 for none."""
    text = paras[at].text if 0 < at < len(paras) - 1 else ""
    match = (
        _UNKNOWN.match(text) if text and len(text) <= _LINE and "\n" not in text and not is_fields(paras[at]) else None
    )
    if match is None or " " not in match.group().strip() or not text[match.end() :].strip() or names_somebody(text):
        return 0
    return match.end() if explicit_field(paras[at + 1].text.split("\n")[0]) else 0


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

    Between two names that are known, and at the very end, any short word with a colon is the name of a field too,
    unless it heads people, behind it or below: `NSC: General Berg`.
    """
    texts = [marks.seen.text(line).rstrip() for line in para.lines]
    known = [_label(text) for text in texts]
    last = max((at for at, match in enumerate(known) if match), default=-1)
    capitals = all(match["label"].isupper() for match in known if match)
    named: dict[int, int] = {}
    people = False
    for at, (line, text, match) in enumerate(zip(para.lines, texts, known, strict=True)):
        people = (match is not None and _kind(match["label"])[0] == "participants") or (people and match is None)
        heads = people and (text.endswith(":") or names_somebody(text))
        empty = at == len(texts) - 1 and text[-1:] == ":"  # a field that holds nothing
        if match is None and named and (at < last or capitals or empty) and not heads:
            match = _UNKNOWN.match(text)
        match = match if match is None or at <= last or empty or _is_capital(text, match.end()) else None
        if match is not None:
            named[line.start] = match.end()
    return named


def names_somebody(text: str) -> bool:
    """Whether a line names somebody behind his side, and nothing else."""
    match = SIDED.match(text.split(",", 1)[0])
    return match is not None and surely_somebody(match["name"])


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
    if label.lower() in CATALOGUED:
        return True
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
    ends = (
        last in _PARTY
        or last in _NAMES["participants"] - _ASKED
        or (first in _NAMES["participants"] and bool(words & _FROM))
    )
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
