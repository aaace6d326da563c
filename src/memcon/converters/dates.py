"""Dates and times as memoranda print them, and their ISO 8601 forms.

Pure functions over a string; offsets in the results count in that string. A date that does not exist in the
calendar is found all the same, with an empty ISO form.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|" \
         r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"  # fmt: skip
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
_DATE = re.compile(
    rf"(?<![\w/.]){_WEEKDAY}(?:"
    rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{_MONTH}),?\s+(?P<y1>\d{{4}})"
    rf"|(?P<m2>{_MONTH})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})"
    r"|(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2})"
    r")(?![\w/])",
    re.IGNORECASE,
)
_CLOCK = r"\d{1,2}(?:[:.]\d{2})?"
_HALF = r"[ap]\.?\s?m\b\.?"
_DASH = r"\s*(?:[-–—―]|\bto\b|\buntil\b)\s*"
_TIME = re.compile(
    rf"(?<![\w:./-])(?:"
    rf"(?P<h1>\d{{4}}){_DASH}(?P<h2>\d{{4}})\s*(?:hours|hrs\.?)"
    rf"|(?P<h3>\d{{4}})\s*(?:hours|hrs\.?)"
    rf"|(?P<c1>{_CLOCK}|noon|midnight)\s*+(?P<a1>{_HALF})?{_DASH}(?P<c2>{_CLOCK}|noon|midnight)\s*(?P<a2>{_HALF})?"
    rf"|(?P<c5>{_CLOCK})\s+and\s+{_CLOCK}\s*(?P<a5>{_HALF})"
    rf"|(?P<c3>{_CLOCK})\s*(?P<a3>{_HALF})"
    rf"|(?P<c4>\d{{1,2}}[:.]\d{{2}}|noon|midnight)"
    rf")(?:\s*\(?(?P<zone>E[SD]T|C[SD]T|M[SD]T|P[SD]T|GMT|UTC|BST|CET|CEST|MSK|IST|JST|Z)\b\)?)?(?![\w:/])",
    re.IGNORECASE,
)
_ZONES = {"EST": "-05:00", "EDT": "-04:00", "CST": "-06:00", "CDT": "-05:00", "MST": "-07:00", "MDT": "-06:00",
          "PST": "-08:00", "PDT": "-07:00", "GMT": "+00:00", "UTC": "+00:00", "Z": "+00:00"}  # fmt: skip
_FIRST_YEAR, _LAST_YEAR = 1000, 2999  # those that the schema accepts
_NAMED = {"n": (12, 0), "m": (0, 0)}  # noon and midnight


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A printed date: `iso` is YYYY-MM-DD, empty where no such day exists."""

    start: int
    end: int
    iso: str


@dataclass(frozen=True, slots=True)
class PrintedTime:
    """A printed time or range: `hh:mm:ss`, `until` and the zone's `offset` empty where none is printed."""

    start: int
    end: int
    at: str
    until: str = ""
    offset: str = ""


def find_date(text: str, pos: int = 0) -> PrintedDate | None:
    """The first date with a day, a month by name and a year (or an ISO date) in the text."""
    match = _DATE.search(text, pos)
    if match is None:
        return None
    for n in "123":
        if match["y" + n]:
            month = match["m" + n]
            number = int(month) if month.isdigit() else _month(month)
            return PrintedDate(match.start(), match.end(), _iso(int(match["y" + n]), number, int(match["d" + n])))
    return None


def find_time(text: str, pos: int = 0) -> PrintedTime | None:
    """The first time of day or range of times in the text.

    A range in which only the end says a.m. or p.m. means it for both, unless the start would come after
    the end (`11:30-12:15 p.m.`).
    """
    match = _TIME.search(text, pos)
    while match is not None:
        if found := _time(match):
            return found
        match = _TIME.search(text, match.start() + 1)
    return None


def _time(match: re.Match[str]) -> PrintedTime | None:
    offset = _ZONES.get((match["zone"] or "").upper(), "")
    if match["h1"] or match["h3"]:
        start, end = _military(match["h1"] or match["h3"]), _military(match["h2"]) if match["h2"] else None
    elif match["c1"]:
        end = _clock(match["c2"], match["a2"])
        start = _clock(match["c1"], match["a1"] or match["a2"])
        if start and end and not match["a1"] and start > end:
            start = _clock(match["c1"], "am" if match["a2"] else None)
        if end is None or not (match["a1"] or match["a2"] or re.search(r"\d[:.]\d|noon|midnight", match[0], re.I)):
            return None  # `3-4` is a range of anything
    else:
        start, end = _clock(match["c5"] or match["c3"] or match["c4"], match["a5"] or match["a3"]), None
    if start is None:
        return None
    return PrintedTime(match.start(), match.end(), _hms(start), _hms(end) if end else "", offset)


def _clock(printed: str, half: str | None) -> tuple[int, int] | None:
    if not printed[0].isdigit():
        return _NAMED[printed[0].lower()]
    hour, _, minute = printed.replace(".", ":").partition(":")
    h, m = int(hour), int(minute or 0)
    if half and h <= 12:
        h = h % 12 + (12 if half[0] in "pP" else 0)
    return (h, m) if h < 24 and m < 60 else None


def _military(printed: str) -> tuple[int, int] | None:
    h, m = int(printed[:2]), int(printed[2:])
    return (h, m) if h < 24 and m < 60 else None


def _hms(clock: tuple[int, int]) -> str:
    return f"{clock[0]:02}:{clock[1]:02}:00"


def _month(name: str) -> int:
    return next(n for n, month in enumerate(_MONTHS, 1) if month.startswith(name[:3].casefold()))


def _iso(year: int, month: int, day: int) -> str:
    if not (1 <= month <= 12 and _FIRST_YEAR <= year <= _LAST_YEAR and 1 <= day <= monthrange(year, month)[1]):
        return ""
    return f"{year:04}-{month:02}-{day:02}"
