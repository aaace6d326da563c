"""Headings: what a memorandum's title is, and where it ends in its line.

A title is told by its form: the words that name the genre, in title case. A date, a time or a place at the
end of the title's own line does not belong to the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from memcon.converters.datelines import When, dated, read_dateline
from memcon.converters.dates import find_date
from memcon.converters.genres import medium_of, opens_as_title, opens_foreign_title
from memcon.converters.letterspaced import unspaced
from memcon.converters.lexicon import QUOTES, words
from memcon.converters.misread import letters_restored
from memcon.converters.names import fold
from memcon.converters.paragraphs import Para
from memcon.converters.places import has_title, is_locale, is_place, may_name_meeting, names_meeting, place_like
from memcon.converters.titlenames import names_in_list
from memcon.converters.told import told_once
from memcon.converters.withheld import BRACKET, read_gap
from memcon.transcript import Span

_MET = (
    r"conversations?|meetings?|talks?|discussions?|calls?|negotiations|conference|sessions?|"
    r"dinner|lunch(?:eon)?|breakfast"
)
_GENRE = re.compile(
    r"(?:the\s+)?(?:(?:top\s+secret|secret|confidential|draft|verbatim|official|partial|abridged|brief|"
    r"soviet|american|russian|unofficial)\s+)*"
    r"(?:(?:memorand(?:um|a)|memcon|tele?con|record|notes?|minutes|transcript|summary|report|protocol|account|excerpts?|"
    r"stenogram|stenographic\s+record|proceedings|telephone\s+(?:conversation|call)|conversation|meeting)\b[.,]?"
    rf"(?:[^.!?]{{0,80}}?\b(?:{_MET}|record|tele?con))?"
    r"|(?:[^\W\d_][\w.'’-]*\s+){1,4}(?:minutes|record|notes|transcript|proceedings)\s+(?:of|on)\b"
    rf"[^.!?]{{0,80}}?\b(?:{_MET})"
    r"|(?:[^\W\d_][\w.'’-]*\s+){0,4}[^\W\d_][\w.-]*['’]s\s+(?:meeting|conversation|talks?|discussions?)\s+with\b"
    r"|(?:discussions?|talks?|interview|negotiations)\s+(?:between|among)\b)",
    re.I,
)
_RECORD = r"memorandum(?:\s+(?:for|to)\s+(?:the\s+)?(?:(?:president|secretary)['’]s\s+)?(?:record|files?))?"
_BARE = re.compile(rf"(?:{_RECORD}|memcon|tele?con|minutes|proceedings)", re.I)
_ALONE = re.compile(rf"(?:{_RECORD}|minutes|proceedings)", re.I)
_GENRE_WORD = re.compile(rf"\b(?:{_MET}|interview|memcon|tele?con)\b", re.I)
_EXTENT = re.compile(r"[\[(]\s*(?:excerpts?|extracts?|fragments?)\s*[\])]", re.I)
_FUNCTION = words(
    """
    of with between and the in at on for by from to a an his her their de von la le during until o'clock am pm hours
    """
)
_LONGEST_TITLE = 500
_LONGEST_MEETING = 200
LineRole = Literal["title", "dateline", "extent"]


_APART = re.compile(r"\([^()]*\)")


def _masked(text: str) -> str:
    """The text without what stands in parentheses."""
    return _APART.sub(" ", text)


@told_once
def is_title(para: Para) -> bool:
    """Whether the paragraph is a title of this genre: opens with the genre's words, in title case."""
    if len(para.text) > _LONGEST_TITLE:
        return False
    text = document_number(letters_restored(unspaced(para.text)).lstrip(QUOTES))[1]
    if opens_foreign_title(text):
        return True
    if not may_name_meeting(text):
        return False  # before anything else is looked for: most paragraphs end here
    if _BARE.fullmatch(text.strip(" .:")):
        return True
    match = _GENRE.match(text)
    if match is None or not _GENRE_WORD.search(match.group()):
        return _is_dated_meeting(text)
    return para.heading or para.bold or _title_case(text) or _opens_in_capitals(text, match)


def _opens_in_capitals(text: str, match: re.Match[str]) -> bool:
    """Whether the genre's words alone are in capitals, and what follows them is no sentence."""
    words = match.group().split()
    named = len(words) > 2 and words[-1].isupper() and " ".join(words).isupper()
    return named and not text.rstrip().endswith(".") and _STOPS.search(_masked(text)) is None


def is_bare_title(text: str) -> bool:
    """Whether a title is a word such as `MEMORANDUM` alone, which forms and cover sheets print too."""
    return bool(_ALONE.fullmatch(text.strip(" .:")))


_CASED = re.compile(r"[^\W\d_](?<!\d.)[\w'’-]+")
_DIGIT = re.compile(r"\d")  # no date is without one
_STOPS = re.compile(r"(?<![^\W\d_])[^\W\d_]{3,}[.!?]\s|[:;]|\((?![^()]{0,300}\))")


def may_hold_title(text: str) -> bool:
    """Whether a text holds what any title does, in whichever of its lines that begins. To look for that is quicker
    than to ask each of them whether it is a title."""
    text = letters_restored(text, len(text))
    if may_name_meeting(text):
        return True
    lines = [line.strip() for line in text.split("\n")]
    return any(opens_as_title(document_number(line.lstrip(QUOTES))[1]) or unspaced(line) != line for line in lines)


def _is_dated_meeting(text: str) -> bool:
    """Whether the text names a meeting and then its date: `Second Plenary Meeting, February 5, 1945, 4 p.m.`"""
    if not text[:1].isupper() or not _DIGIT.search(text):
        return False
    if not names_meeting(_masked(text).split(",", 1)[0]):
        return False
    end, when = split_title(text)
    name = _masked(text[:end])
    if when is None or when.date is None or not name[:1].isupper() or _STOPS.search(name):
        return False
    whole = text.count("(") == text.count(")") and len(name) <= _LONGEST_MEETING
    return whole and names_meeting(name.split(",")[0]) and _title_case(name)


def _is_words_then_date(text: str) -> bool:
    """Whether a line has three words or more in title case that are no place, then a date: two names, or a place behind
    the date, say so."""
    end, when = split_title(text)
    if when is None or when.date is None:
        return False
    name = text[:end]
    if " and " not in name and (when.place is None or when.place[0] < when.date.start):
        return False
    return len(name.split()) >= _WORDS and not _STOPS.search(name) and _title_case(name) and not is_locale(name)


def _opens_talk(text: str) -> bool:
    """Whether a first line can only be a title: `Interview with ...`, or words of the genre with a date set off from
    them, whatever follows it."""
    if len(text) > _LONGEST_MEETING or _STOPS.search(_masked(text)):
        return False
    if _TALK_WITH.match(text):
        return _title_case(text)
    text = document_number(text)[1]
    match, when = _GENRE.match(text), split_title(text)[1]
    dated = when is not None and when.date is not None and match is not None and match.end() <= when.date.start
    return dated and _title_case(text[: match.end()]) if match is not None else False


_TALK_WITH = re.compile(r"(?:interview|discussions?|talks?|session)\s+(?:with|of)\s", re.I)
_WORDS = 3
_NUMBER = re.compile(
    r"(?:(?P<number>\d{1,4})\.|(?:document\s+(?:no\.?\s*|number\s+)?|n[ro]\.\s*|№\s*|dok(?:ument)?\.?\s+(?:nr\.\s*)?)"
    r"(?P<document>\d{1,4})[:.]?)\s+(?=(?-i:[^\W\d_a-z]))",
    re.I,
)
_NUMBERED = 30  # characters of a line that is a document's number
_EDITORIAL = re.compile(r"(?:\d{1,4}\.\s+)?(?:editorial\s+note|editors?['’]s?\s+note|note\s+by\s+the\s+editors?)", re.I)
_REPORTED = re.compile(r"\W*(?:\d{1,4}\.\s+)?(?:telegram|airgram|cable|despatch|dispatch)\b", re.I)


def document_number(title: str) -> tuple[str, str]:
    """The number that an edition prints before a title, and the title without it."""
    numbered = title[:1].isdecimal() or title[:1] in ("d", "D", "n", "N", "№")
    match = _NUMBER.match(title) if numbered else None
    return (match["number"] or match["document"], title[match.end() :]) if match else ("", title)


def numbered_alone(text: str) -> str:
    """The number of a line that numbers the document and says nothing else: `Document No. 7`, `Nr. 114`."""
    whole = f"{text.strip(' .:')} A"
    match = _NUMBER.match(whole) if len(whole) <= _NUMBERED else None
    return match["document"] or "" if match is not None and match.end() == len(whole) - 1 else ""


def is_editorial(title: str) -> bool:
    """Whether the title is that of an editor's note, which may tell of several talks."""
    return bool(_EDITORIAL.fullmatch(title.strip(" .:[]")))


def is_dispatch(title: str) -> bool:
    """Whether the title is that of a telegram: its dateline tells when it was sent, not when the talk was."""
    return bool(_REPORTED.match(title))


def may_be_title(para: Para, following: Sequence[Para]) -> bool:
    """Whether the first paragraph of a document is its title though it does not name the genre: it is numbered, or
    short and in title case above a dateline."""
    text = para.text
    if _is_words_then_date(text) or _opens_talk(text):
        return True
    lines = text.split("\n")
    dated_at = next((at for at, line in enumerate(lines) if at and read_dateline(line)), len(lines))
    if dated_at < len(lines):
        text = "\n".join(lines[:dated_at])  # its own dateline stands below it
    if len(text) > _LONGEST_TITLE or ":" in text.split("\n", 1)[0][:40] or text.rstrip()[-1:] in ".?!;,":
        return False
    if not _title_case(_masked(text)):
        return False
    numbered = bool(_NUMBER.match(text)) and len(text.split()) <= 40
    return numbered or (len(text) <= 160 and (dated_at < len(lines) or any(read_dateline(p.text) for p in following)))


def _title_case(text: str) -> bool:
    if "[" in text or "(" in text:
        text = re.sub(BRACKET, lambda found: "" if read_gap(found.group()) else found.group(), _EXTENT.sub("", text))
    words = [w for w in _CASED.findall(text) if fold(w) not in _FUNCTION]
    lower = sum(1 for w in words if w[0].islower())
    return lower * 6 <= len(words)


def may_run_on(line: Para) -> bool:
    """Whether a line that is no title may be the first one of a title: it is in title case, or holds what a title's
    case is not asked beside, a figure or an opening in another language."""
    text = line.text
    abbreviated = text.endswith(".")
    return line.bold or abbreviated or bool(_DIGIT.search(text)) or opens_foreign_title(text) or _title_case(text)


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
        elif (at and (read_dateline(text) or _is_place_line(text, before)) and not before.endswith(",")) or rest:
            rest.append(("dateline", line))
        else:
            title_end = line.end
    yield "title", Span(para.span.start, title_end)
    yield from rest


def _is_place_line(text: str, before: str) -> bool:
    """Whether a line of a heading says where and nothing else (`in Rome`); behind an office it is the office's."""
    return bool(_PLACE_LINE.fullmatch(text)) and is_place(text) and not has_title(before.split()[-1])


def place_in_title(text: str) -> int | None:
    """Where a place begins with which the words of a title end, whose date stands in a line of its own."""
    return _place_before(text, len(text))


def split_title(text: str) -> tuple[int, When | None]:
    """Where the title proper ends in its line, and what date, time and place stand there with it.

    `Memorandum of Conversation with X, Moscow, 12:30-12:40 p.m.`: the title ends before `, Moscow`. Where what follows
    the date is not understood, the title goes on to the end of the line, and the date is a date all the same.
    """
    when = dated(text)
    if when is None:
        return title_length(text), None
    for start in sorted(found.start for found in (when.date, when.time) if found is not None):
        behind = read_dateline(text[start:])
        if behind is None:
            continue
        begin = start
        if behind.place is None and (before := _place_before(text, start)) is not None:
            begin = before
            behind = read_dateline(text[begin:]) or behind.moved(start - begin)
        return title_length(text[:begin]), behind.moved(begin)
    apart = when.date is not None and _SET_OFF.search(text[: when.date.start])
    return title_length(text), when if apart else None


_PLACE_LINE = re.compile(r"(?:held\s+)?(?:in|at|à|im|en|a|w|v|в)\s+(?-i:[^\W\d_a-z])[^,;()\n]{1,60}", re.I)
_SET_OFF = re.compile(r"(?:[,(—–]|\b(?:on|held))\s*\Z")
_DANGLING = re.compile(
    r"(?<!\s)(?:,?\s+(?:on|at|in|held|dated|and|the|from|am|vom|den|le|du|el|il|от|в|с)){1,6}\Z", re.I
)
_AT = re.compile(
    r"\s(?P<how>at|in)\s++(?P<place>[^,;()\n]{1,120}?),?(?:(?<!\s)\s+(?:on|held|the|from|between)){0,3}(?<!\s)\s*\Z",
    re.I,
)
_LAST_PIECE = re.compile(r",\s++(?P<place>[^,;]{1,120}?),?(?:(?<!\s)\s+(?:on|at|am|le|the)){0,3}(?<!\s)\s*\Z", re.I)


def _place_before(text: str, start: int) -> int | None:
    """Where the place begins that a title names directly before its date; None where it names none."""
    head = text[:start].rstrip(" (–—-")
    begin: int | None = None
    while match := _LAST_PIECE.search(head):
        further = begin is not None and not (is_locale(match["place"]) or is_locale(text[begin:start]))
        further = further or (begin is not None and " and " in match["place"])
        if further or not place_like(match["place"]) or _is_listed(head[: match.start()]):
            break
        begin = match.start("place")
        head = head[: match.start() + 1]
    if begin is not None:
        return begin
    at = _AT.search(head)
    if at is None or not place_like(at["place"]):
        return None
    apart = at["how"].lower() == "in" and (medium_of(text) or len(re.findall(r"\bin\b", head, re.I)) > 1)
    return None if apart else at.start("place")


def _is_listed(before: str) -> bool:
    """Whether names are being listed at the end of a title's words, the last of them not yet met: `between X, Y`."""
    listing = re.split(r"\b(?:between|among)\b", before, flags=re.I)
    return len(listing) > 1 and not re.search(r"\band\b|&", listing[-1], re.I)


def title_length(text: str) -> int:
    """Where a title ends, without the signs and prepositions that led on to its date or place."""
    bare = text.rstrip(" ,;:–—-\n\t(")
    return len(_DANGLING.sub("", bare).rstrip(" ,;:–—-\n\t(")) if len(bare) < len(text) else len(bare)


_SLASHED = re.compile(r"(?:tele?con|memcon)\s*:\s*([^/:\n]{2,40})/([^/:\n]{2,40})\Z", re.I)


@lru_cache(maxsize=16)  # one pass after the other asks of the same title
def names_in_title(title: str) -> tuple[tuple[str, ...], bool]:
    """The printed names of those a title says took part, and whether it names one side alone (`with X`)."""
    title = title[: split_title(title)[0]]
    if date := find_date(title):
        title = title[: date.start]
    if slashed := _SLASHED.match(title):
        return (slashed[1].strip(), slashed[2].strip()), False
    between = re.search(r"\b(?:between|among)\s+(.+)", title, re.S | re.I)
    pair = re.search(r"\b(?:conversations?|meetings?|talks?)\s+of\s+(.+?\swith\s.+)", title, re.S | re.I)
    between = between or pair
    beside = between or re.search(r"\b(?:with|calls?\s+(?:from|to))\s+(.+)", title, re.S | re.I)
    if beside is None:
        return (), False
    return names_in_list(" ".join(beside[1].split()), one_sided=between is None), between is None
