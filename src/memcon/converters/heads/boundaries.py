"""Where memoranda begin in a transcript that holds several.

A title begins a memorandum unless the one before has no body yet, or the title is its own running head.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from memcon.converters.dating.clocks import find_time
from memcon.converters.dating.dates import find_date
from memcon.converters.heads.catalogues import catalogue_end
from memcon.converters.heads.headings import (
    document_number,
    is_bare_title,
    is_editorial,
    is_extent,
    is_title,
)
from memcon.converters.heads.masthead import is_fields, is_letterhead, is_list, lists_people, opens_fields
from memcon.converters.heads.titleends import split_title
from memcon.converters.heads.titlenames import names_in_title
from memcon.converters.lines.furniture import furniture
from memcon.converters.lines.sourcenotes import opens_source_note
from memcon.converters.pages.marks import Marks
from memcon.converters.pages.paragraphs import Para
from memcon.converters.talks.datelines import dateline_of, read_dateline
from memcon.converters.talks.tellings import announces
from memcon.decisions import MemorandumDecision
from memcon.transcript import Transcript

_LINE = 80  # characters: a paragraph longer than this is no entry of a list
_PRESENT = 800  # characters that say who was present
_MOST_DATED = 600  # characters of a title, a dateline or a block of fields
_SPOKEN = re.compile(r"\W{0,3}[^\W\d_a-z][^:\n]{0,40}:\s+\S")
_SEVERAL = re.compile(r"\b(?:conversations|calls|talks|meetings|discussions)\b", re.I)
_QUOTED = re.compile(r"\W{0,3}[^\W\d_a-z][^:\n]{0,40}:\s+\S")
_TOP = 4  # paragraphs in which the title stands
_SERIES = 3  # datelines that part a book
_DAY = len("YYYY-MM-DD")
_COVER = 15  # paragraphs of cover sheet before the first title
_LONG_COVER = 80  # the same, where nobody takes part or speaks in them
_BLOCK = 6  # paragraphs of a block of fields
_TALK = 3  # paragraphs that open like turns: people speak


@dataclass(frozen=True, slots=True)
class Extent:
    """One memorandum's paragraphs, from `first` up to `end`, and its first and last line numbers."""

    first: int
    end: int
    first_line: int
    last_line: int


def boundaries(marks: Marks, paras: Sequence[Para], decisions: tuple[MemorandumDecision, ...]) -> tuple[int, ...]:
    """The paragraphs with which memoranda begin, the first one first."""
    transcript = marks.seen
    decided = {d.line for d in decisions}
    starts = [0]
    series = _series(paras) | _retold(paras) | _diary(marks, paras)
    sofar = _SoFar()
    covered = catalogue_end(paras)
    for at, para in enumerate(paras):
        if at < covered:
            continue  # what a catalogue says above it
        line = transcript.line_at(para.span.start).number if decided else 0
        told = at in series or (_begins(marks, paras, at, sofar) and _opens_line(transcript.printed, paras, at))
        begins = line in decided or (told and not decided & _lines(transcript, para))
        if at and begins:
            starts.append(at if line in decided else _with_letterhead(transcript.printed, paras, at, starts[-1]))
            sofar = _SoFar()
        sofar.add(paras, at)
    return tuple(starts)


def extents(transcript: Transcript, paras: Sequence[Para], starts: Sequence[int]) -> tuple[Extent, ...]:
    """The memoranda that begin with these paragraphs; together they cover all lines of the transcript."""
    lines = [1, *(transcript.line_at(paras[at].span.start).number for at in starts[1:]), len(transcript.lines) + 1]
    ends = [*starts[1:], len(paras)]
    return tuple(
        Extent(first, end, lines[n], lines[n + 1] - 1) for n, (first, end) in enumerate(zip(starts, ends, strict=True))
    )


@dataclass(slots=True)
class _SoFar:
    """What the current memorandum holds up to a paragraph: its titles, how much of a body, whether a source note."""

    titles: set[str] = field(default_factory=set)
    body: int = 0
    length: int = 0
    spoken: int = 0
    people: bool = False
    noted: bool = False
    number: int = 0
    sections: set[int] = field(default_factory=set)
    dates: set[str] = field(default_factory=set)

    def add(self, paras: Sequence[Para], at: int) -> None:
        """Take one more paragraph in."""
        para = paras[at]
        titled = is_title(para) and (not is_bare_title(para.text) or is_dated(paras, at))
        if not self.body:
            self.dates |= set(_dates(para))
        if titled:
            if not self.titles:
                self.body = self.length = self.spoken = 0  # what stands above the first title is no body
            self.number = self.number or _number(para)
            title = " ".join(para.text.split())
            self.titles |= {title, title[: split_title(title)[0]]}
            return
        if section := _number(para):
            self.sections.add(section)
        if self.has_body:
            return  # nothing more can change that
        if opens_source_note(para):
            self.noted = True
        else:
            text = _is_body(para)
            self.body += text
            self.length += len(para.text) if text else 0
            self.spoken += text and para.closed and bool(_SPOKEN.match(para.text))
            self.people = self.people or lists_people(para)

    @property
    def has_body(self) -> bool:
        """Whether anything but the parts of a head was met, once a title was."""
        if self.titles or self.noted:
            return self.body > 0
        return self.body > (_COVER if self.people or self.spoken >= _TALK else _LONG_COVER)

    @property
    def little(self) -> bool:
        """Whether nothing was met behind a title but what a sentence or two say of who was present."""
        return not self.spoken and not self.noted and self.length < _PRESENT


def _lines(transcript: Transcript, para: Para) -> set[int]:
    return {transcript.line_at(line.start).number for line in para.lines}


def _series(paras: Sequence[Para]) -> frozenset[int]:
    """The headings in capitals, numbered in order, each with a date below it, that part the conversations of a book:
    all of them but the first."""
    found: list[int] = []
    last = 0
    for at, para in enumerate(paras):
        first, *below = para.text.split("\n")
        number = document_number(first)[0]
        if not (number and first.isupper() and len(first) <= _LINE):
            continue
        below += [p.text for p in paras[at + 1 : at + 2]]
        dated = any(read_dateline(re.sub(r"(?<!\s)\s*\[[^\[\]]*\]\Z", "", line)) for line in below)
        if dated and (not found or int(number) == last + 1):
            found.append(at)
            last = int(number)
    return frozenset(found[1:])


def _diary(marks: Marks, paras: Sequence[Para]) -> frozenset[int]:
    """The datelines that part the conversations of a book, all but the first: three or more, each with a place and a
    day of its own, in order, with people speaking below most of them and no title between."""
    found: list[tuple[str, int]] = []
    for at, para in enumerate(paras):
        if len(para.text) > _LINE or len(para.lines) != 1 or marks.in_notes(para.span.start):
            continue
        when = dateline_of(para)
        if when is not None and when.date is not None and when.place is not None and len(when.date.iso) == _DAY:
            found.append((when.date.iso, at))
    days, starts = [day for day, _ in found], [at for _, at in found]
    if len(found) < _SERIES or days != sorted(set(days)) or any(map(is_title, paras[starts[0] :])):
        return frozenset()
    parts = [paras[a + 1 : b] for a, b in zip(starts, [*starts[1:], len(paras)], strict=True)]
    spoken = [part for part in parts if any(_QUOTED.match(para.text) for para in part)]
    return frozenset(starts[1:]) if all(parts) and len(spoken) * 2 > len(parts) else frozenset()


def _retold(paras: Sequence[Para]) -> frozenset[int]:
    """The paragraphs of an editorial note that announce another talk, behind the words of the one before: `Later that
    day the President met with Berg. The conversation reads in part:`"""
    if not any(is_editorial(para.text) for para in paras[:_TOP]):
        return frozenset()
    found: set[int] = set()
    spoken = False
    for at, para in enumerate(paras):
        if spoken and announces(para.text) and at + 1 < len(paras) and _QUOTED.match(paras[at + 1].text):
            found.add(at)
            spoken = False
        spoken = spoken or (_QUOTED.match(para.text) is not None and not para.text.endswith(":"))
    return frozenset(found)


def _begins(marks: Marks, paras: Sequence[Para], at: int, sofar: _SoFar) -> bool:
    """Whether a new memorandum begins with this paragraph; among footnotes only a title with a date or
    the block of fields can."""
    if not sofar.has_body or not is_title(paras[at]):
        return False
    if marks.in_notes(paras[at].span.start) and (_unfinished(paras[at - 1]) or not is_dated(paras, at)):
        return False
    title = " ".join(paras[at].text.split())
    if title in sofar.titles and not is_dated(paras, at):
        return False  # a running head repeats the title
    if not sofar.dates and not sofar.spoken and any(names_in_title(t)[0] and title.startswith(t) for t in sofar.titles):
        return False  # the title once more, below notices and above its date
    if _is_section(paras[at], sofar) and not is_dated(paras, at):
        return False
    if _is_heading(paras, at, sofar):
        return False
    once_more = not names_in_title(title)[0] and find_time(title) is None
    again = sofar.people and any(map(lists_people, paras[at + 1 : at + 1 + _BLOCK]))
    if sofar.little and once_more and not again and _same_date(paras, at, sofar.dates):
        return False  # the title once more, below who was present
    announced = _closed(paras, at) or bool(names_in_title(title)[0])
    return (announced and not _unfinished(paras[at - 1])) or is_dated(paras, at) or paras[at].heading


def _is_heading(paras: Sequence[Para], at: int, sofar: _SoFar) -> bool:
    """Whether a title is a heading of what is talked of, or of what is attached: the memorandum has a number or a day
    and it has none, nor does it open like the title of the memorandum; where that is of several talks, an hour is
    enough."""
    if find_time(paras[at].text) is not None and any(map(_SEVERAL.search, sofar.titles)):
        return False
    if sofar.number and not _number(paras[at]):
        return True
    first = _first_word(paras[at].text)
    return bool(sofar.dates) and not _has_day(paras, at) and all(_first_word(title) != first for title in sofar.titles)


def _first_word(title: str) -> str:
    return document_number(title)[1].partition(" ")[0].lower()


def _has_day(paras: Sequence[Para], at: int) -> bool:
    """Whether a title has a day, in it or directly below it, or the block of fields."""
    return any(_dates(paras[at])) or any(any(_dates(p)) or opens_fields(p) for p in paras[at + 1 : at + 3])


def _is_section(para: Para, sofar: _SoFar) -> bool:
    """Whether a title is numbered as a part of the memorandum: lower than it, or next to a part that has no title."""
    number = _number(para)
    return 0 < number < sofar.number or number - 1 in sofar.sections


def _number(para: Para) -> int:
    """The number before a title or another paragraph; none is 0."""
    number = document_number(para.text)[0] if para.text[:1].isdecimal() else ""
    return int(number) if number.isascii() and number.isdigit() else 0


def _same_date(paras: Sequence[Para], at: int, before: set[str]) -> bool:
    """Whether a title has no other date than the memorandum so far."""
    return bool(before) and {date for para in paras[at : at + 3] for date in _dates(para)} <= before


def _dates(para: Para) -> Iterator[str]:
    """The dates of a title, of a dateline and of the lines of a block of fields."""
    if len(para.text) > _MOST_DATED:
        return
    titled = is_title(para)
    for line in [" ".join(para.text.split()), *para.text.splitlines()] if titled else para.text.splitlines():
        when = split_title(line)[1] if titled else read_dateline(line)
        date = when.date if when is not None else find_date(line) if opens_fields(para) else None
        if date is not None:
            yield date.iso


def _unfinished(para: Para) -> bool:
    """Whether a paragraph breaks off: its last word is in lower case, without a stop."""
    return para.text[-1:].isalpha() and para.text.split()[-1].islower() and furniture(para) is None


def _is_body(para: Para) -> bool:
    """Whether a paragraph can only be text: it is none of the parts of a head, and reads like a sentence."""
    if is_letterhead(para) or is_fields(para) or is_extent(para.text) or furniture(para) or opens_source_note(para):
        return False
    return dateline_of(para) is None and not is_list(para) and (para.closed or len(para.text) > _LINE)


def _closed(paras: Sequence[Para], at: int) -> bool:
    """Whether the memorandum before ended: with a source note just before this paragraph."""
    return any(opens_source_note(para) for para in paras[max(at - 4, 0) : at])


def is_dated(paras: Sequence[Para], at: int) -> bool:
    """Whether a date, or the block of fields, stands in the title or directly below it."""
    if split_title(paras[at].text)[1] is not None or any(read_dateline(line) for line in paras[at].text.splitlines()):
        return True
    return any(dateline_of(p) is not None or opens_fields(p) for p in paras[at + 1 : at + 3])


def _opens_line(printed: str, paras: Sequence[Para], at: int) -> bool:
    """Whether a paragraph begins in a line of its own, as memoranda do: turns that run on in one line do not."""
    return not at or "\n" in printed[paras[at - 1].span.end : paras[at].span.start]


def _with_letterhead(printed: str, paras: Sequence[Para], at: int, start: int) -> int:
    """The letterhead above a title belongs to it."""
    while (
        at - 1 > start
        and _opens_line(printed, paras, at - 1)
        and is_letterhead(paras[at - 1])
        and furniture(paras[at - 1]) is None
        and not is_title(paras[at - 1])
    ):
        at -= 1
    return at
