"""Where a title ends in its line, and the date, time and place that stand there with it."""

from __future__ import annotations

import re
from functools import lru_cache

from memcon.converters.talks.datelines import When, dated, day_of, read_dateline
from memcon.converters.talks.places import is_address, is_locale, place_like
from memcon.converters.words.genres import medium_of

_LONGEST_TITLE = 500
_RUNS_ON = re.compile(r"(?<=\b(?:on|at|in|of))\n|(?<=\bthe)\n", re.I)
_SET_OFF = re.compile(r"(?:[,(—–]|\b(?:on|held))\s*\Z")
_DANGLING = re.compile(
    r"(?<!\s)(?:(?:\s?,)?\s+(?:on|of|at|in|à|held|dated|and|the|from|am|vom|den|le|du|el|il|от|в|с|beginning|starting|commencing)|\s?,\s(?:\d{1,2}|[IVX]{1,5}e?|(?:[NSEWC]\.?){1,2}\s?\d{0,2})(?=,)){1,6}\Z",
    re.I,
)
_AT = re.compile(
    r"\s(?P<how>at|in(?!\s(?:Anwesenheit|the\spresence)\b)|à|on(?=\s(?:(?:the\s)?(?:yacht|ship|train|island)\b|board\b|[^\W\d_]\w{1,30}\sisland\b)))\s++(?P<place>[^,;()\n]{1,120}?),?(?:(?<!\s)\s+(?:on|held|the|from|between)){0,3}(?<!\s)\s*\Z",
    re.I,
)
_HELD_AT = re.compile(r"\s(?P<held>held\s)?(?:at|in)\s(?P<place>[^,;()\n]{1,80})\Z", re.I)
_HELD_WITHIN = re.compile(
    r"\sheld\s(?:at|in)\s(?:the\s)?(?P<place>(?:(?:No\.?\s)?\d{1,4},?\s)?[^\W\d_a-z][\w’'.-]*(?:,?\s(?:of\s|the\s)?[^\W\d_a-z][\w’'.-]*){0,5}),?\s(?:at|on|between|from)\s"
)
_MET = re.compile(r"\b(?:entre|avec|réunion|conférence)\b", re.I)
_INS = re.compile(r"\bin\b(?!\s(?:Anwesenheit|the\spresence)\b)", re.I)
_HOUSE = re.compile(r"(?<!\w)(?:No\.?\s)?\d{1,4},?\Z")  # before its street
_DISTRICT = re.compile(r",\s(?:\d{1,2}|[IVX]{1,5}e?|(?:[NSEWC]\.?){1,2}\s?\d{0,2}),?\s{0,2}(?:on\s{0,2})?\Z")
_BEHIND_COLON = re.compile(r"(?<=\w):\s(?P<place>[^\W\d_][^,;:()\n]{1,60}),?\Z")  # `Meeting with Berg: Oslo, 5 May`
_LAST_PIECE = re.compile(r",\s++(?P<place>[^,;]{1,120}?),?(?:(?<!\s)\s+(?:on|at|am|le|the)){0,3}(?<!\s)\s*\Z", re.I)


@lru_cache(maxsize=16)
def split_title(text: str) -> tuple[int, When | None]:
    """Where the title proper ends in its line, and what date, time and place stand there with it.

    `Memorandum of Conversation with X, Moscow, 12:30-12:40 p.m.`: the title ends before `, Moscow`. Where what follows
    the date is not understood, the title goes on to the end of the line, and the date is a date all the same.
    """
    text = _RUNS_ON.sub(" ", text) if "\n" in text else text
    when = dated(text)
    if when is None or when.date is None:
        when = _without_year(text, when)
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


def _without_year(text: str, when: When | None) -> When | None:
    """What is known with the day that a title ends with, its day of the week or an hour beside it, but no year."""
    day = day_of(text) if len(text) <= _LONGEST_TITLE else None
    if day is None or day.date is None or not (day.date.weekday or (when is not None and when.time is not None)):
        return when
    behind = read_dateline(text[day.date.start :])
    return When(day.date, when.time if when is not None else None, None) if behind is not None else when


def place_within(text: str) -> tuple[int, int] | None:
    """Where a title that says all in one sentence names the place: `... held at the Foreign Office on 5 May ...`."""
    match = _HELD_WITHIN.search(text)
    if match is None or not place_like(match["place"]):
        return None
    return match.span("place")


def place_in_title(text: str) -> int | None:
    """Where a place begins with which the words of a title end, whose date stands in a line of its own."""
    return _place_before(text, len(text))


def _place_before(text: str, start: int) -> int | None:
    """Where the place begins that a title names directly before its date; None where it names none."""
    head = text[:start].rstrip(" (–—-")
    if district := _DISTRICT.search(head):
        head = head[: district.start() + 1]
    begin: int | None = None
    while match := _LAST_PIECE.search(head):
        within = is_locale(match["place"]) or is_address(match["place"])
        further = begin is not None and not (within or is_locale(text[begin:start]))
        further = further or (begin is not None and " and " in match["place"])
        if further or not place_like(match["place"]) or _is_listed(head[: match.start()]):
            break
        begin = match.start("place")
        head = head[: match.start() + 1]
    if begin is not None:
        if is_address(text[begin:start]) and (house := _HOUSE.search(head)) is not None:
            return house.start()
        held = _HELD_AT.search(head.rstrip(" ,"))
        whole = held is not None and place_like(held["place"]) and (held["held"] or is_locale(held["place"]))
        return held.start("place") if held is not None and whole else begin
    colon = _BEHIND_COLON.search(head)
    if colon is not None and place_like(colon["place"]):
        return colon.start("place")
    at = _AT.search(head)
    if at is None or not place_like(at["place"]):
        return None
    if at["how"] == "à" and _MET.search(head) is None:
        return None  # to whom an interview was given
    apart = at["how"].lower() == "in" and (medium_of(text) or len(_INS.findall(head)) > 1)
    return None if apart else at.start("place")


def _is_listed(before: str) -> bool:
    """Whether names are being listed at the end of a title's words, the last of them not yet met: `between X, Y`."""
    listing = re.split(r"\b(?:between|among)\b", before, flags=re.I)
    return len(listing) > 1 and not re.search(r"\band\b|&", listing[-1], re.I)


def title_length(text: str) -> int:
    """Where a title ends, without the signs and prepositions that led on to its date or place."""
    bare = text.rstrip(" ,;:–—-\n\t(")
    return len(_DANGLING.sub("", bare).rstrip(" ,;:–—-\n\t(")) if len(bare) < len(text) else len(bare)


def bare_length(text: str) -> int:
    """Where a text ends, without the prepositions that lead on to what stands behind it."""
    return len(_DANGLING.sub("", text.rstrip(" ,")))
