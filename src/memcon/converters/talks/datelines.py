"""Datelines: what a line says of date, time and place, and whether it says nothing else.

A date in such a line is a date, even where something beside it is not understood: that stays text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from memcon.converters.dating.clocks import PrintedTime, bare_range, times
from memcon.converters.dating.dates import PrintedDate, dates, find_day, find_month
from memcon.converters.lines.told import told_once
from memcon.converters.release.classification import is_banner, is_level
from memcon.converters.talks.places import (
    has_title,
    is_address,
    is_locale,
    names_meeting,
    place_like,
    without_preposition,
)
from memcon.converters.words.lexicon import QUOTES, caseless
from memcon.converters.words.misread import letters_restored

if TYPE_CHECKING:
    from memcon.converters.pages.paragraphs import Para

_LONGEST = 160  # characters of a dateline
_HINT = re.compile(
    r"\b(?:noon|midday|midnight|undated|date|n\.\s?d|nineteen|eighteen|thousand)\b|\d\s?[ap]\.\s?m\b", re.I
)
_HINTS = ("noon", "midday", "midnight", "date", "n.", "teen", "thousand", "p.m", "a.m", "p. m", "a. m")
_FIGURES = re.compile(r"\d{2}")
_DIGIT = re.compile(r"\d")
_UNDATED = re.compile(r"\b(?:undated|no\s+date|date\s+unknown|n\.\s?d\.)(?!\w)", re.I)
_MASK = "\0"
_PIECE = re.compile(rf"[^{_MASK},;()，；。（）、\[\]–—|\n]+")
_BARE_RANGE = re.compile(r"\d{4}\s?[-–—]\s?\d{4}\s*\Z")  # of years, as far as anybody can tell
_HYPHEN = re.compile(r"(?<=[\s\0])[-*•/]+(?=[\s\0])")
_BEFORE = (
    r"at|on|from|about|approximately|circa|ca\.?|c\.|after|before|between|around|shortly|starting|beginning|commencing|commenced|convened|held|and|"
    r"the|this|den|dem|am|um|vom|von|ab|gegen|le|du|de|vers|el|il|alle|dalle|ore|desde|à|в|около|с|до|dn\.?|dnia|until|to|"
    r"early|late|mid|end|ending|ended|but|probably|possibly|presumably"
)
_LEADS_ON = re.compile(rf"(?:\A|(?<!\s)\s+)(?:(?:{_BEFORE})(?!\w)\s*+){{1,6}}\Z", re.I)
_BEHIND = re.compile(
    r"\A\s*(?:(?:local|\w+)\s+time|(?:in\s+the\s+)?(?:morning|afternoon|evening|night)|o['’]clock|sharp|hours|hrs|uhr|"
    r"onwards?|and|to|until|г\.|года|г)(?!\w)\.?",
    re.I,
)
_QUALIFIES = re.compile(
    r"(?:(?:early|late|in\s+the|during\s+the|that|same)\s+)?(?:\w+day\s+)?(?:morning|afternoon|evening|night|day|forenoon|"
    r"(?:\w+\s+)?time|approximately|approximate|circa|ca\.?)|(?:(?:end(?:ing)?\s+)?time\s+)?(?:unknown|unclear|illegible|"
    r"not\s+(?:known|recorded|given|stated|indicated))|[ap]\.?\s?m\.?|(?:working\s+)?(?:breakfast|lunch|lunchtime|luncheon|dinner|tea)|(?:at\s+)?\d{1,2}\s+o['’]clock|утро|вечер|вечером|утром|днем|nachmittags|vormittags|abends|matin|après-midi|soir",
    re.I,
)
_QUIET = re.compile(r"[^\Wa-zа-я_][\w./’'&-]*(?:\s+(?:[^\Wa-zа-я_][\w./’'&-]*|of|the|and|for|in|at|no\.?))*")
_AT = re.compile(r"\s(?:AT|IN|WITH|BETWEEN)\s")
_ENDS = re.compile(r"\b(?:end(?:ed|ing)?|until|concluded|adjourned|finished)\b", re.I)
_DISTRICT = re.compile(r"\d{1,2}|[IVX]{1,5}e?|(?:[NSEWC]\.?){1,2}\s?\d{0,2}")  # of a town, behind its name
_HOUSE = re.compile(r"(?<!\w)(?:No\.?\s)?\d{1,4},\s{0,2}\Z")
_BETWEEN = re.compile(r"[\s,;()\[\]–—|.-]*(?:(?:at|in|à|в|im|en)\s+)?", re.I)  # within one place
_SLUG = re.compile(r"[A-Z]{2}\d{6,10}\s")  # with which a service numbers what it monitored
_OPENS_DOUBT, _DOUBT = frozenset("–—[("), 3  # before what is asked for; its characters
_FEW = 7  # words that are not understood, in a piece

Piece = tuple[int, int, Literal["place", "unknown"]]


@dataclass(frozen=True, slots=True)
class When:
    """Date, time and place that a line prints; offsets count in that line's text. No two of them overlap.

    `room` is a second place, printed apart from the first: the building where the first is the town. `end` is a second
    time that is said to be that of the end.
    """

    date: PrintedDate | None
    time: PrintedTime | None
    place: tuple[int, int] | None
    room: tuple[int, int] | None = None
    end: PrintedTime | None = None

    @property
    def duration(self) -> PrintedTime | None:
        """The time, with the end that is printed apart from it."""
        return replace(self.time, until=self.end.at) if self.time is not None and self.end is not None else self.time

    def moved(self, by: int) -> When:
        """The same, some characters further on."""
        date = self.date.moved(by) if self.date is not None else None
        time = self.time.moved(by) if self.time is not None else None
        place, room = ((at[0] + by, at[1] + by) if at is not None else None for at in (self.place, self.room))
        return When(date, time, place, room, self.end.moved(by) if self.end is not None else None)


def read_dateline(text: str) -> When | None:
    """Date, time and place of a line that is a dateline; None where it holds something else, or says neither when nor
    that it does not know when."""
    if len(text) > _LONGEST or not _hints(text):
        return None
    text = letters_restored(text)
    when, masked = _when(text)
    if when.time is not None and _SLUG.match(text):
        when = replace(when, time=None)  # when it was broadcast
    if when.date is None:
        when, masked = _in_no_year(when, masked)
    undated = _UNDATED.search(masked)
    if when.date is None and when.time is None and undated is None:
        return None
    if undated is not None:
        masked = masked[: undated.start()] + _MASK * len(undated[0]) + masked[undated.end() :]
    pieces = _pieces(masked)
    if pieces is None or (when.date is None and when.time is not None and _BARE_RANGE.match(text[when.time.start :])):
        return None
    full = when.date is not None and len(when.date.iso) != len("YYYY-MM") and not when.date.day
    if any(kind == "unknown" for *_, kind in pieces) and not full:
        return None
    found = _placed(text, masked, when, pieces)
    bare = when.date is not None and when.date.day and not (when.date.weekday or when.time or found.place)
    return None if bare else found


def _in_no_year(when: When, masked: str) -> tuple[When, str]:
    """The same with the day and month that stand without a year, where they do."""
    day = find_day(masked)
    return (replace(when, date=day), _blotted(masked, [day])) if day is not None else (when, masked)


def day_of(text: str) -> When | None:
    """The day and month of a line of any other kind, that stand without a year."""
    day = find_day(text) if _DIGIT.search(text) else None
    return When(day, None, None) if day is not None else None


@told_once
def dateline_of(para: Para) -> When | None:
    """The same of a paragraph that is one."""
    return read_dateline(para.text)


def _hints(text: str) -> bool:
    """Whether a text may say when: two figures do, or a word, whose pattern is slow and seldom asked."""
    if _FIGURES.search(text) or (not text.isascii() and any(each in text for each in "年时時")):
        return True
    return any(map(caseless(text).__contains__, _HINTS)) and _HINT.search(text) is not None


def dated(text: str) -> When | None:
    """Date and time of a line of any other kind; None where it has none."""
    if not _hints(text):
        return None
    when, _ = _when(text)
    return when if when.date is not None or when.time is not None else None


def _when(text: str) -> tuple[When, str]:
    """The first date and time of a text, and the text with all its dates and times blotted out."""
    return _when_of_line(text) if len(text) <= _LONGEST else _found(text)


@lru_cache(maxsize=32)  # the title and the dateline of a memorandum are read by one pass after the other
def _when_of_line(text: str) -> tuple[When, str]:
    return _found(text)


def _found(text: str) -> tuple[When, str]:
    days = list(dates(text)) or [month for month in [find_month(text)] if month is not None]
    masked = _blotted(text, days)
    clocks = list(times(masked)) or list(bare_range(masked) if days else ())
    last = clocks[1] if len(clocks) > 1 and not clocks[0].until and not clocks[1].until else None
    last = last if last is not None and _ENDS.search(masked, clocks[0].end, last.start) else None
    return When(next(iter(days), None), next(iter(clocks), None), None, end=last), _blotted(masked, clocks)


def _blotted(text: str, found: Sequence[PrintedDate | PrintedTime]) -> str:
    """The text with these stretches blotted out, character by character."""
    letters = list(text)
    for each in found:
        letters[each.start : each.end] = _MASK * (each.end - each.start)
    return "".join(letters)


def _pieces(masked: str) -> list[Piece] | None:
    """What stands beside date and time; None where that is not as in a dateline."""
    masked = _HYPHEN.sub(lambda match: "," * len(match.group()), masked)
    found: list[Piece] = []
    for piece in _PIECE.finditer(masked):
        text, start = piece.group(), piece.start()
        if masked[piece.end() : piece.end() + 1] == _MASK and (leads := _LEADS_ON.search(text)):
            text = text[: leads.start()]
        if masked[start - 1 : start] == _MASK and (behind := _BEHIND.match(text)):
            text, start = text[behind.end() :], start + behind.end()
        words = text.strip(" .:-*_\t\u00a0" + QUOTES)
        words += '"' if words.count('"') % 2 and f'{words}"' in text else ""
        words += "." if words[-2:-1] == "." and f"{words}." in text else ""  # `Washington, D.C.`
        if words.endswith("?") and masked[start - 1 : start] in _OPENS_DOUBT and len(words) <= _DOUBT:
            continue  # `4:15 p.m.–?`
        if not words or _QUALIFIES.fullmatch(words) or (words.isupper() and is_banner(words)) or is_level(words):
            continue
        if text.rstrip().endswith(":") or names_meeting(words):
            return None
        if found and found[-1][2] == "place" and _DISTRICT.fullmatch(words):
            continue
        begin = start + text.index(words)
        if place_like(words):
            begin += len(words) - len(words := without_preposition(words))
            found.append((begin, begin + len(words), "place"))
        elif _is_quiet(words):
            found.append((begin, begin + len(words), "unknown"))
        else:
            return None
    return found


def _is_quiet(words: str) -> bool:
    """Whether words that are no place may stand in a dateline: few, in title case, and no part of a sentence."""
    few = _QUIET.fullmatch(words) is not None and len(words.split()) <= _FEW and not has_title(words)
    return few and not (words.isupper() and _AT.search(words))


def _placed(text: str, masked: str, when: When, pieces: Sequence[Piece]) -> When:
    """The first two places: the building is the room, whichever comes first."""
    runs = [_with_house(text, run) for run in _runs(masked, pieces)]
    if len(runs) < 2:
        return replace(when, place=next(iter(runs), None))
    first, second = runs[:2]
    turned = is_locale(text[slice(*first)]) and not is_locale(text[slice(*second)])
    return replace(when, place=second if turned else first, room=first if turned else second)


def _with_house(text: str, run: tuple[int, int]) -> tuple[int, int]:
    """A place with the number of the house that a comma parts from its street: `10, Downing Street`."""
    number = _HOUSE.search(text, 0, run[0]) if is_address(text[slice(*run)].partition(",")[0]) else None
    return (number.start() if number is not None else run[0]), run[1]


def _runs(masked: str, pieces: Sequence[Piece]) -> list[tuple[int, int]]:
    """The places, those that follow one another taken together."""
    runs: list[tuple[int, int]] = []
    joins = False
    for start, end, kind in pieces:
        if kind == "place":
            if joins and _BETWEEN.fullmatch(masked, runs[-1][1], start):
                runs[-1] = (runs[-1][0], end)
            else:
                runs.append((start, end))
        joins = kind == "place"
    return runs
