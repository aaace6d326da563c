"""The date and the time of the talk in other forms, in the date line and in the title."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from benchmarks.layouts.mastheads import clock, hours
from benchmarks.layouts.memoranda import Block, Change, Kind, Memo
from benchmarks.layouts.printing import FRONT

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAY = re.compile(rf"(?:\b\w+day, )?\b(?:{_MONTHS}) \d{{1,2}}, \d{{4}}")
_HALF = r" ?[ap]\. ?m\."
_CLOCK = r"(?:\d{1,2}(?::\d\d)?|noon)"
_TIME = re.compile(rf"(?:{_CLOCK}(?:{_HALF})? ?[-–] ?)?(?:{_CLOCK}{_HALF}|noon)")

DAYS: dict[str, Callable[[date], str]] = {
    "5 March 1971": lambda day: f"{day.day} {day:%B} {day.year}",
    "3/5/71": lambda day: f"{day.month}/{day.day}/{day:%y}",
    "3/5/1971": lambda day: f"{day.month}/{day.day}/{day.year}",
    "1971-03-05": lambda day: day.isoformat(),
    "March 5th, 1971": lambda day: f"{day:%B} {_ordinal(day.day)}, {day.year}",
    "Friday, March 5, 1971": lambda day: f"{day:%A}, {day:%B} {day.day}, {day.year}",
    "Friday, 5 March 1971": lambda day: f"{day:%A}, {day.day} {day:%B} {day.year}",
    "5 Mar 71": lambda day: f"{day.day} {day:%b} {day:%y}",
    "Mar. 5, 1971": lambda day: (
        f"{day:%b}. {day.day}, {day.year}" if day.month != 5 else f"{day:%B} {day.day}, {day.year}"
    ),
    "MARCH 5, 1971": lambda day: f"{day:%B} {day.day}, {day.year}".upper(),
    "5th of March, 1971": lambda day: f"{_ordinal(day.day)} of {day:%B}, {day.year}",
    "05 MAR 1971": lambda day: f"{day:%d %b %Y}".upper(),
    "5.3.1971": lambda day: f"{day.day}.{day.month}.{day.year}",
}

TIMES: dict[str, Callable[[str, str], str]] = {
    "1530 hours": lambda start, end: (
        f"{_military(start)}-{_military(end)} hours" if end else f"{_military(start)} hours"
    ),
    "15:30-16:15": lambda start, end: f"{start}-{end}" if end else start,
    "3:30-4:15 PM": lambda start, end: _range(start, end, ":", ("AM", "PM"), "-"),
    "3:30 PM - 4:15 PM": lambda start, end: _full(start, end, ":", ("AM", "PM"), " - "),
    "3.30 p.m.": lambda start, end: _full(start, end, ".", ("a.m.", "p.m."), "–"),
    "3:30 pm to 4:15 pm": lambda start, end: _full(start, end, ":", ("am", "pm"), " to "),
    "from 3:30 p.m. until 4:15 p.m.": lambda start, end: (
        ("from " if end else "") + _full(start, end, ":", ("a.m.", "p.m."), " until ")
    ),
    "at 3:30 o'clock p.m.": lambda start, end: "at " + clock(start).replace(" ", " o'clock "),
    "(3:30-4:15 p.m.)": lambda start, end: f"({_range(start, end, ':', ('a.m.', 'p.m.'), '-')})",
}


def rewritten(day: str = "", hour: str = "") -> Change:
    """With the date, the time or both in another form wherever the head prints them in the usual one."""

    def change(memo: Memo) -> Memo | None:
        gold = memo.gold
        if (hour and not gold["time_from"]) or not _DAY.search(gold["dateline"] or ""):
            return None
        printed = DAYS[day](date.fromisoformat(gold["date"])) if day else ""
        end = gold["time_to"] if gold["time_to"] and gold["time_to"] > (gold["time_from"] or "") else ""
        at = TIMES[hour](gold["time_from"], end) if hour else ""

        def new(text: str) -> str:
            text = _DAY.sub(printed, text) if printed else text
            return _TIME.sub(at, text) if at else text

        memo = memo.told(head=new(gold["head"]), title=new(gold["title"]), dateline=new(gold["dateline"]))
        return memo.headed(tuple(replace(b, text=new(b.text)) if b.kind in FRONT else b for b in memo.blocks))

    return change


def apart(memo: Memo) -> Memo | None:
    """Place, date and time on lines of their own."""
    gold = memo.gold
    day = _DAY.search(gold["dateline"] or "")
    if day is None or len(gold["place"]) != 1 or any(b.kind is Kind.FIELD and _DAY.search(b.text) for b in memo.blocks):
        return None
    line = "\n".join(filter(None, (gold["place"][0], day.group(), hours(memo))))
    flat = "".join(gold["dateline"].split())

    def new(block: Block) -> Block:
        return replace(block, text=line) if "".join(block.text.split()) == flat else block

    return memo.headed(tuple(new(b) if b.kind is Kind.FRONT else b for b in memo.blocks))


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _military(at: str) -> str:
    return at.replace(":", "")


def _full(start: str, end: str, colon: str, forms: tuple[str, str], dash: str) -> str:
    return clock(start, colon, forms) + (dash + clock(end, colon, forms) if end else "")


def _range(start: str, end: str, colon: str, forms: tuple[str, str], dash: str) -> str:
    same = bool(end) and (start >= "12:00") == (end >= "12:00")
    first = clock(start, colon, forms)
    return (first.rsplit(" ", 1)[0] if same else first) + (dash + clock(end, colon, forms) if end else "")
