"""Headings and datelines: what a memorandum's title is, and what of its lines says when and where.

A title is told by its form: the words that name the genre, in title case. A date, a time or a place at the
end of the title's own line does not belong to the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from memcon.converters.dates import PrintedDate, PrintedTime, find_date, find_time
from memcon.converters.lexicon import words
from memcon.converters.names import OFFICES, fold
from memcon.converters.paragraphs import Para
from memcon.transcript import Span

_GENRE = re.compile(
    r"(?:\d{1,4}\.\s+)?(?:the\s+)?(?:(?:top\s+secret|secret|confidential|draft|verbatim|official|partial|abridged|brief|"
    r"soviet|american|russian|unofficial)\s+)*"
    r"(?:memorand(?:um|a)|memcon|telcon|record|notes?|minutes|transcript|summary|report|protocol|account|excerpts?|"
    r"stenogram|stenographic\s+record|telephone\s+conversation|conversation|meeting)\b[.,]?"
    r"(?:[^.!?\n]{0,80}?\b(?:conversations?|meetings?|talks?|discussions?|calls?|negotiations|conference|record|telcon))?",
    re.I,
)
_BARE = re.compile(r"(?:memorandum(?:\s+for\s+the\s+record)?|memcon|telcon|minutes)", re.I)
_GENRE_WORD = re.compile(
    r"\b(?:conversations?|meetings?|talks?|discussions?|calls?|negotiations|conference|memcon|telcon)\b", re.I
)
_EXTENT = re.compile(r"[\[(]\s*(?:excerpts?|extracts?|fragments?)\s*[\])]", re.I)
_PLACE = re.compile(r"(?:(?:at|in)\s+)?[^\W\d_a-z][\w.'’-]*(?:\s+(?:[^\W\d_a-z][\w.'’-]*|of|the|de|am|and|s/|’s))*")
_FUNCTION = words(
    """
    of with between and the in at on for by from to a an his her their de von la le during
    """
)
_LONGEST_TITLE = 500
_LOCALE = re.compile(
    r"\b(?:office|room|house|residence|embassy|palace|hotel|kremlin|aboard|castle|hall|suite|villa|dacha|ministry|"
    r"department|airport|cabinet|study|mission|lodge|ranch|camp)\b",
    re.I,
)

LineRole = Literal["title", "dateline", "extent"]


@dataclass(frozen=True, slots=True)
class When:
    """Date, time and place that a line prints; offsets count in that line's text."""

    date: PrintedDate | None
    time: PrintedTime | None
    place: tuple[int, int] | None


def _masked(text: str) -> str:
    """The text without what stands in parentheses."""
    return re.sub(r"\([^()]*\)", " ", text)


def is_title(para: Para) -> bool:
    """Whether the paragraph is a title of this genre: opens with the genre's words, in title case."""
    text = para.text
    if len(text) > _LONGEST_TITLE:
        return False
    if _BARE.fullmatch(text.strip(" .:")):
        return True
    match = _GENRE.match(text)
    if match is None or not _GENRE_WORD.search(match.group()):
        return False
    return para.heading or para.bold or _title_case(text)


_NUMBER = re.compile(r"(?P<number>\d{1,4})\.\s+(?=[^\W\d_a-z])")
_REPORTED = re.compile(r"\W*(?:\d{1,4}\.\s+)?(?:telegram|airgram|cable|despatch|dispatch)\b", re.I)


def document_number(title: str) -> tuple[str, str]:
    """The number that an edition prints before a title, and the title without it."""
    match = _NUMBER.match(title)
    return (match["number"], title[match.end() :]) if match else ("", title)


def is_dispatch(title: str) -> bool:
    """Whether the title is that of a telegram: its dateline tells when it was sent, not when the talk was."""
    return bool(_REPORTED.match(title))


def may_be_title(para: Para, following: Sequence[Para]) -> bool:
    """Whether the first paragraph of a document is its title though it does not name the genre: it is numbered, or
    short and in title case above a dateline."""
    text = para.text
    if len(text) > _LONGEST_TITLE or ":" in text.split("\n", 1)[0][:40] or text.rstrip()[-1:] in ".?!;,":
        return False
    if not _title_case(_masked(text)):
        return False
    numbered = bool(_NUMBER.match(text)) and len(text.split()) <= 40
    return numbered or (len(text) <= 160 and any(read_dateline(p.text) for p in following))


def _title_case(text: str) -> bool:
    words = [w for w in re.findall(r"[^\W\d_][\w'’-]+", _EXTENT.sub("", text)) if fold(w) not in _FUNCTION]
    lower = sum(1 for w in words if w[0].islower())
    return lower * 6 <= len(words)


def is_extent(text: str) -> bool:
    """Whether the text is a mark such as `[excerpt]` and nothing else."""
    return bool(_EXTENT.fullmatch(text.strip()))


def line_roles(para: Para) -> Iterator[tuple[LineRole, Span]]:
    """The lines of a heading paragraph grouped: title lines first, as one; then datelines and marks of extent."""
    title_end = para.lines[0].end
    rest: list[tuple[LineRole, Span]] = []
    text = ""
    for at, line in enumerate(para.lines):
        before = text.rstrip()
        text = para.text[line.start - para.span.start : line.end - para.span.start]
        if at and is_extent(text):
            rest.append(("extent", line))
        elif (at and read_dateline(text) and not before.endswith(",")) or rest:
            rest.append(("dateline", line))
        else:
            title_end = line.end
    yield "title", Span(para.span.start, title_end)
    yield from rest


def read_dateline(text: str) -> When | None:
    """Date, time and place of a line that holds nothing else; None where it holds something else, or neither
    date nor time."""
    if len(text) > 160:
        return None
    date, time = find_date(text), _time_beside(text)
    if date is None and time is None:
        return None
    rest = list(text)
    for found in (date, time):
        if found is not None:
            rest[found.start : found.end] = "\0" * (found.end - found.start)
    places: list[tuple[int, int]] = []
    masked = "".join(rest)
    for piece in re.finditer(r"[^\0,;()\[\]–—]+", masked):
        words = piece.group().strip(" .:-\n\t")
        if words and not _place_like(words):
            return None
        if words:
            begin = piece.start() + piece.group().index(words)
            places.append((begin, begin + len(words)))
    if not places:
        return When(date, time, None)
    start = places[0][0]
    beside = [end for _, end in places if "\0" not in masked[start:end]]  # what a date parts is not one place
    return When(date, time, (start, beside[-1]))


def _time_beside(text: str) -> PrintedTime | None:
    """A time outside the date (`23.02` in a date is no time)."""
    date = find_date(text)
    if date is None:
        return find_time(text)
    masked = text[: date.start] + " " * (date.end - date.start) + text[date.end :]
    return find_time(masked)


def is_place(line: str) -> bool:
    """Whether a line can be the name of a place: words in title case, with commas and ampersands between them."""
    pieces = [piece.strip(" .") for piece in re.split(r"[,&]", line)]
    return len(line) <= 80 and all(piece and _place_like(piece) for piece in pieces)


def _place_like(words: str) -> bool:
    return bool(_PLACE.fullmatch(words)) and len(words.split()) <= 7 and not _office_words(words)


def _office_words(words: str) -> bool:
    return any(fold(w) in OFFICES - {"house", "state", "general"} for w in words.split())


def split_title(text: str) -> tuple[int, When | None]:
    """Where the title proper ends in its line, and what date, time and place follow it there.

    `Memorandum of Conversation with X, Moscow, 12:30-12:40 p.m.`: the title ends before `, Moscow`.
    """
    starts = sorted(found.start for found in (find_date(text), _time_beside(text)) if found is not None)
    for start in starts:
        when = read_dateline(text[start:])
        if when is None:
            continue
        begin = start
        if when.place is None and (before := re.search(r",\s++([^,]+),\s*\Z", text[:start])) and _place_like(before[1]):
            begin = before.start(1)
            when = read_dateline(text[begin:])
        return _title_end(text[:begin]), _shifted(when, begin) if when else None
    return _title_end(text), None


def _title_end(text: str) -> int:
    return len(text.rstrip(" ,;:–—-\n\t("))


def _shifted(when: When, by: int) -> When:
    date, time, place = when.date, when.time, when.place
    return When(
        PrintedDate(date.start + by, date.end + by, date.iso) if date else None,
        PrintedTime(time.start + by, time.end + by, time.at, time.until, time.offset) if time else None,
        (place[0] + by, place[1] + by) if place else None,
    )


def is_locale(place: str) -> bool:
    """Whether a printed place is a room or a building rather than a town."""
    return bool(_LOCALE.search(place))


def medium_of(*texts: str) -> Literal["telephone", "teletype", ""]:
    """The medium that a title or subject names; empty where it names none."""
    joined = " ".join(texts).lower()
    if re.search(r"\btele(?:phone|phonic|con)\b|\bphone\b|\btelcon\b", joined):
        return "telephone"
    return "teletype" if "teletype" in joined or "teletypewriter" in joined else ""


_AND = re.compile(r"(?<!\s)\s*(?:,\s*and\b|;|\band\b|\bwith\b|&|,(?=\s+(?:[A-Z][\w.]*\s+){1,3}[A-Z]))\s*")


def names_in_title(title: str) -> tuple[tuple[str, ...], bool]:
    """The printed names of those a title says took part, and whether it names one side alone (`with X`)."""
    if date := find_date(title):
        title = title[: date.start]
    between = re.search(r"\b(?:between|among)\s+(.+)", title, re.S | re.I)
    pair = re.search(r"\b(?:conversations?|meetings?|talks?)\s+of\s+(.+?\swith\s.+)", title, re.S | re.I)
    between = between or pair
    beside = between or re.search(r"\bwith\s+(.+)", title, re.S | re.I)
    if beside is None:
        return (), False
    return tuple(_named(beside[1])), between is None


def _named(text: str) -> Iterator[str]:
    """The names in `X and Y`; where names stand in parentheses behind offices, each ends with its parenthesis."""
    parts = (
        re.findall(r"(?<![^()])[^()]*\([^()]*\)", text) if re.search(r"\([A-Z][^()\d]*\)", text) else _AND.split(text)
    )
    for part in parts:
        name = re.sub(r"^(?:\s*(?:and|with|,|;|the)\b)*[\s,;]*", "", part.strip(" .,\n"), flags=re.I)
        if re.match(r"[^\W\d_a-z]", name) and (len(name.split()) <= 12 or name.endswith(")")):
            yield name
