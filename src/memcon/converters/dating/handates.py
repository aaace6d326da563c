"""Dates and times of day in Chinese characters: `一九七二年二月廿一日`, `下午2时50分至3时55分`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from memcon.converters.words.ideographs import FIGURE, YEAR, number_of

_DATE = re.compile(
    rf"(?:(?P<y>{YEAR})|(?P<era>明治|大正|昭和|平成|令和)\s?(?P<n>{FIGURE}|元))\s?年\s?(?P<m>{FIGURE})\s?月\s?(?P<d>{FIGURE})\s?日?(?:\s?[至到–—-]\s?{FIGURE}\s?日)?"
    r"(?:[，,\s（(]{0,2}星期[一二三四五六日天][）)]?)?"
)
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}  # the year before the first
_HALF = r"(?:上午|下午|午前|午後|中午|早上|清晨|凌晨|晚上|晚间|晚間|傍晚|夜间|晚)"
_CLOCK = (
    r"{half}\s?(?P<{h}>{figure})(?:\s?[时時点點]\s?(?:(?P<{m}>{figure})\s?分?|(?P<{k}>半))?整?|[:：](?P<{c}>\d{{2}}))"
)


def _clock(number: int) -> str:
    half = rf"(?P<p{number}>{_HALF})?"
    return _CLOCK.format(half=half, figure=FIGURE, h=f"h{number}", m=f"m{number}", k=f"k{number}", c=f"c{number}")


_TIME = re.compile(rf"{_clock(1)}(?:\s?[-–—~～至到]+\s?{_clock(2)})?")
_TELLING = ("时", "時", "点", "點", "午", "晚", "晨")  # one of which a time holds
_LATE = ("下午", "晚上", "晚间", "晚間", "傍晚", "夜间", "午後", "晚")
_NIGHT = 12


class HanDate(NamedTuple):
    """Where a date stands, and its year, month and day."""

    start: int
    end: int
    year: int
    month: int
    day: int


class HanTime(NamedTuple):
    """Where a time or a range of times stands, and its hours and minutes; the end is empty where none is printed."""

    start: int
    end: int
    at: tuple[int, int]
    until: tuple[int, int] | None


def han_dates(text: str, pos: int = 0) -> Iterator[HanDate]:
    """The dates of a text in Chinese characters, in order."""
    for match in _DATE.finditer(text, pos) if "年" in text else ():
        month, day = (number_of(match[part]) for part in "md")
        yield HanDate(*match.span(), _year(match), month, day)


def _year(match: re.Match[str]) -> int:
    """The year of a date, be it that of a Japanese era, of which the first has a name."""
    if match["y"]:
        return number_of(match["y"])
    return _ERAS[match["era"]] + (1 if match["n"] == "元" else number_of(match["n"]))


def han_times(text: str, pos: int = 0) -> Iterator[HanTime]:
    """The times of a text in Chinese characters, in order: an hour that no word tells to be one is none."""
    if text.isascii() or not any(each in text for each in _TELLING):
        return
    for match in _TIME.finditer(text, pos):
        if match["p1"] is None and match["c1"] is None and not any(each in match[0] for each in _TELLING[:4]):
            continue
        start = _hour(match, "1", match["p1"] or "")
        end = _hour(match, "2", match["p2"] or match["p1"] or "") if match["h2"] else None
        if start is not None:
            yield HanTime(*match.span(), start, end)


def _hour(match: re.Match[str], which: str, half: str) -> tuple[int, int] | None:
    """Hour and minute on the clock of 24 hours; None for what no clock shows."""
    hour = number_of(match["h" + which])
    minute = match["m" + which] or match["c" + which]
    minutes = number_of(minute) if minute else 30 if match["k" + which] else 0
    if half in _LATE and hour < _NIGHT:
        hour += _NIGHT
    elif half == "凌晨" and hour == _NIGHT:
        hour = 0
    return (hour, minutes) if hour < 24 and minutes < 60 else None
