"""Times of day as memoranda print them, and their ISO 8601 forms; pure functions over a string."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from memcon.converters.dating.handates import han_times
from memcon.converters.words.lexicon import caseless
from memcon.converters.words.names import fold

_LOST = r"[ ][0-5]\d(?=[ ]?[-–—]{1,2}[ ]?\d{1,2}[ ][0-5]\d[ ][ap][ ]?m\b|[ ][ap][ ]?m\b)"  # a colon that was not read
_CLOCK = rf"\d{{1,2}}(?:[:.]\d{{2}}|:[ ]\d{{2}}(?=[ ]?[-–—ap])|{_LOST})?(?:\s+o['’]clock)?"
_NAMED = r"(?:12(?:[:.]00)?\s+)?(?:noon(?!\s+(?:press\s+)?briefing)|midday|midnight)"
_HALF = r"(?:[ap]\.?\s?m\b\.?|(?:in\s+the|this|that)\s+(?:morning|afternoon|evening)\b)"
_TO = r"(?:--?|[–—―]|\b(?:to|until|till|bis|à|до|do|a(?:\s+las)?|hasta(?:\s+las)?|alle|às)\b)"
_DASH = rf"\s*{_TO}\s*(?:about\s+|approximately\s+)?"
_AND = r"\s*(?:,|\band\b|&|/)\s*"
_HOURS = r"(?:hours|hrs?\.?|h\.?|uhr|horas|heures?|час(?:ов|а)?)"
_ZONE = r"E[SD]T|C[SD]T|M[SD]T|P[SD]T|GMT|UTC|BST|CET|CEST|MSK|IST|JST|Z"
_H = r"(?:h|heures?|uhr|час(?:ов|а)?\.?)"
_FOUR = r"(?:[01]\d|2[0-3])[0-5]\d"
_UNIT = r"(?:[%$£€]|(?:km|miles?|met(?:er|re)s?|tons?|kg|per\s?cent|percent|million|billion|dollars|rubles)\b)"
_TIME = re.compile(
    r"(?:(?<![\w:./$£-])|(?<=\0-)|(?<=\0--))(?:"  # right behind a date
    r"(?P<h4>(?<=\bat\s)(?:[01]\d|2[0-3])[0-5]\d(?=\s*(?:[,;.)\]\n\0]|\Z)|\s(?:today|yesterday|this|on)\b))"
    rf"|(?:\A|(?<=\0\s)|(?<=\0[,;]\s))(?P<h5>{_FOUR})\s?[-–—]\s?(?P<h6>{_FOUR})(?=\s*(?:[,;.)\]\n]|\Z))"
    rf"|(?P<h1>\d{{4}}){_DASH}(?P<h2>\d{{4}})\s*{_HOURS}(?!\w)"
    rf"|(?P<h3>\d{{4}})(?:\s*{_HOURS}(?!\w)|(?=\s*\(?(?:{_ZONE})\b))"
    rf"|(?<=\bbetween\s)(?P<b1>{_CLOCK}|{_NAMED})\s*+(?P<ba1>{_HALF})?\s*+and\s+(?P<b2>{_CLOCK}|{_NAMED})\s*(?P<ba2>{_HALF})?"
    rf"|(?P<c1>{_CLOCK}|{_NAMED})\s*+(?P<a1>{_HALF})?{_DASH}(?P<c2>{_CLOCK}|{_NAMED})\s*(?P<a2>{_HALF})?"
    rf"|(?P<c5>{_CLOCK}){_AND}{_CLOCK}\s*(?P<a5>{_HALF})"
    rf"|(?P<c3>{_CLOCK})(?:[-–—]\?)?\s*(?P<a3>{_HALF})"
    rf"|(?P<c6>\d{{1,2}})\s?{_H}(?:\s?(?P<c7>\d{{2}})(?:\s?мин(?:ут|\.)?)?)?(?![\w:])"
    rf"(?:{_DASH}(?P<c8>\d{{1,2}})\s?{_H}(?:\s?(?P<c9>\d{{2}})(?:\s?мин(?:ут|\.)?)?)?(?![\w:]))?"
    r"|(?<=\bore\s)(?P<o1>\d{1,2},\d{2})(?:\s*[-–—]\s*(?P<o2>\d{1,2},\d{2}))?"
    rf"|(?P<c4>\d{{1,2}}[:.]\d{{2}}(?!\s?[-–]\s?\d|\s*[ap]\.?\s?m)|{_NAMED})"
    rf")(?:\s*+{_HOURS}(?!\w))?(?:\s*+\(?(?P<zone>{_ZONE})\b\)?)?"
    rf"(?:(?<=m\.)(?=\d{{1,2}}(?!\w))|(?![\w:/]|\.\d|\s*{_UNIT}))",
    re.IGNORECASE,
)
_APART = re.compile(r"(?<=\d):?[ ](?=\d\d)")
_DIGIT = re.compile(r"\d")
_RANGE = re.compile(rf"(?<=[,;(/]\s)(?P<first>{_FOUR})\s?[-–—]\s?(?P<second>{_FOUR})(?=\s*(?:[,;.)\]\n\0]|\Z))")
_BARE = re.compile(rf"(?<=\0,\s)(?P<at>{_FOUR})(?=\s*\Z)")
_ASIDE = re.compile(rf"\s*+\([^()\n]{{1,40}}\)\s*+{_TO}\s*+", re.I)  # another clock, between start and end
_ZONES = {"EST": "-05:00", "EDT": "-04:00", "CST": "-06:00", "CDT": "-05:00", "MST": "-07:00", "MDT": "-06:00",
          "PST": "-08:00", "PDT": "-07:00", "GMT": "+00:00", "UTC": "+00:00", "Z": "+00:00"}  # fmt: skip
_LATE = ("afternoon", "evening")
_WORDS = {"noon": (12, 0), "midday": (12, 0), "midnight": (0, 0)}


@dataclass(frozen=True, slots=True)
class PrintedTime:
    """A printed time or range: `hh:mm:ss`, `until` and the zone's `offset` empty where none is printed."""

    start: int
    end: int
    at: str
    until: str = ""
    offset: str = ""

    def moved(self, by: int) -> PrintedTime:
        """The same time, some characters further on."""
        return replace(self, start=self.start + by, end=self.end + by)


def find_time(text: str, pos: int = 0) -> PrintedTime | None:
    """The first time of day or range of times in the text.

    A range in which only the end says a.m. or p.m. means it for both, unless the start would come after
    the end (`11:30-12:15 p.m.`). Four digits alone are a time behind `at`; two times four with a dash between are a
    range where they are all of the text, or stand behind a date that was blotted out.
    """
    return next(times(text, pos), None)


def times(text: str, pos: int = 0) -> Iterator[PrintedTime]:
    """The times in the text, in order."""
    if not text.isascii() and (han := tuple(han_times(text, pos))):
        yield from (PrintedTime(t.start, t.end, _hms(t.at), _hms(t.until) if t.until else "") for t in han)
        return
    while may_hold_time(text, pos) and (match := _TIME.search(text, pos)):
        found = _time(match)
        if found is not None:
            found = _past_aside(text, found)
            yield found
        pos = found.end if found is not None else match.start() + 1


def may_hold_time(text: str, pos: int = 0) -> bool:
    """Whether a text holds a figure, or a word such as `noon`: quick to find out, and most texts do not."""
    if not text.isascii() and any(each in text for each in "时時点點"):
        return True
    return _DIGIT.search(text, pos) is not None or any(map(caseless(text).__contains__, _WORDS))


def bare_range(text: str) -> Iterator[PrintedTime]:
    """Two times four figures with a dash between, set off by commas, or four at the end behind a date that was blotted
    out: times, in a line that has a date."""
    match = _RANGE.search(text)
    if match is not None:
        start, end = _military(match["first"]), _military(match["second"])
        yield from (PrintedTime(*match.span(), _hms(start), _hms(end)) for _ in "x" if start and end)
        return
    match = _BARE.search(text)
    if match is not None and (alone := _military(match["at"])) is not None:
        yield PrintedTime(*match.span("at"), _hms(alone))


def _past_aside(text: str, start: PrintedTime) -> PrintedTime:
    """The range of a start, the same moment on another clock in parentheses, and an end."""
    aside = _ASIDE.match(text, start.end) if not start.until else None
    match = _TIME.match(text, aside.end()) if aside is not None else None
    end = _time(match) if match is not None else None
    return replace(start, end=end.end, until=end.at) if end is not None and not end.until else start


def _time(match: re.Match[str]) -> PrintedTime | None:
    offset = _ZONES.get((match["zone"] or "").upper(), "")
    end = None
    if hours := match["h1"] or match["h3"] or match["h4"] or match["h5"]:
        until = match["h2"] or match["h6"]
        start, end = _military(hours), _military(until) if until else None
    elif match["c1"] or match["b1"]:
        start, end = _range(match, "c1 a1 c2 a2" if match["c1"] else "b1 ba1 b2 ba2")
        if end is None:
            return None
    elif match["c6"]:
        start = _clock(f"{match['c6']}:{match['c7'] or '00'}", None)
        end = _clock(f"{match['c8']}:{match['c9'] or '00'}", None) if match["c8"] else None
    elif match["o1"]:
        start = _clock(match["o1"].replace(",", ":"), None)
        end = _clock(match["o2"].replace(",", ":"), None) if match["o2"] else None
    else:
        start = _clock(match["c5"] or match["c3"] or match["c4"], match["a5"] or match["a3"])
    if start is None:
        return None
    return PrintedTime(match.start(), match.end(), _hms(start), _hms(end) if end else "", offset)


def _range(match: re.Match[str], groups: str) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """Start and end of a range by the names of its groups; no end where it may be one of anything, as in `3-4`."""
    first, half, second, its_half = (match[name] for name in groups.split())
    end = _clock(second, its_half)
    start = _clock(first, half or its_half)
    if start and end and not half and start > end:
        start = _clock(first, "am" if its_half else None)
    told = half or its_half or re.search(rf"\d[:.] ?\d|{_NAMED}", match[0], re.I)
    return start, end if told else None


def _clock(printed: str, half: str | None) -> tuple[int, int] | None:
    if (named := fold(printed).split()[-1]) in _WORDS:
        return _WORDS[named]
    hour, _, minute = _APART.sub(":", printed).split()[0].replace(".", ":").partition(":")
    h, m = int(hour), int(minute or 0)
    if half and h <= 12:
        h = h % 12 + (12 if half[0] in "pP" or half.lower().endswith(_LATE) else 0)
    return (h, m) if h < 24 and m < 60 else None


def _military(printed: str) -> tuple[int, int] | None:
    h, m = int(printed[:2]), int(printed[2:])
    return (h, m) if h < 24 and m < 60 else None


def _hms(clock: tuple[int, int]) -> str:
    return f"{clock[0]:02}:{clock[1]:02}:00"
