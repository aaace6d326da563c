"""Dates and times in the text: what @when says is what is printed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from memcon.converters.dating.clocks import PrintedTime, find_time
from memcon.converters.dating.dates import PrintedDate, find_date, find_month
from memcon.converters.words.misread import letters_restored
from memcon.diagnostics import Diagnostic
from memcon.validation.printing import words
from memcon.validation.survey import Survey

_NORMAL = ("when", "from", "to", "notBefore", "notAfter")
_DAY = len("YYYY-MM-DD")


def dates(survey: Survey) -> Iterator[Diagnostic]:
    """MC550 for a date whose attributes say another day than is printed, MC551 for a day of the week that is not the
    date's, MC552 for a date that does not exist."""
    for element in survey.every("date"):
        printed = words(element)
        if not printed or is_edited(element):
            continue
        if (found := read_date(printed)) is not None:
            yield from _date(survey, element, printed, found)
        elif survey.text is not None and len(when := element.get("when", "")) == _DAY:
            yield survey.finding("MC550", f"{printed!r} does not say {when}", element, attribute="when")


def times(survey: Survey) -> Iterator[Diagnostic]:
    """MC550 for a time whose attributes say another one than is printed."""
    for element in survey.every("time"):
        printed = words(element)
        found = read_time(printed) if printed and not is_edited(element) else None
        if found is None:
            continue
        start, end = element.get("when") or element.get("from") or "", element.get("to", "")
        if not start:
            yield survey.finding("MC550", f"{printed!r} has no @when", element, f'when="{found.at}"')
        elif not _same_clock(start, found.at, printed) or (end and not _same_clock(end, found.until, printed)):
            name = "when" if element.get("when") else "from"
            yield survey.finding("MC550", _says(printed, element, said_of(found)), element, attribute=name)


def is_edited(element: etree._Element) -> bool:
    """Whether somebody answers for what the element says beyond the print."""
    return any(element.get(name) for name in ("resp", "evidence", "cert", "source"))


@lru_cache(maxsize=256)
def read_date(printed: str) -> PrintedDate | None:
    """The date that is printed, or the month where no day is."""
    printed = letters_restored(printed)
    return find_date(printed) or find_month(printed)


@lru_cache(maxsize=256)
def read_time(printed: str) -> PrintedTime | None:
    """The time that is printed; `17,30` is one here, and behind `ore`."""
    return find_time(printed) or find_time(f"ore {printed}")


def readings(found: PrintedDate) -> tuple[str, ...]:
    """All ISO forms that a printed date can have."""
    return (found.iso,) if found.iso else found.readings


def said_of(found: PrintedTime) -> str:
    """A printed time in ISO form, for people."""
    return f"{found.at} to {found.until}" if found.until else found.at


def _date(survey: Survey, element: etree._Element, printed: str, found: PrintedDate) -> Iterator[Diagnostic]:
    possible = readings(found)
    name = next((name for name in _NORMAL if element.get(name)), "")
    said = element.get(name, "")[:_DAY] if name else ""
    if not possible:
        yield survey.finding("MC552", f"there is no {printed}", element, "mark what is meant with sic and corr")
    elif not name and len(possible) == 1:
        yield survey.finding("MC550", f"{printed!r} has no @when", element, f'when="{possible[0]}"')
    elif name and said not in possible:
        yield survey.finding("MC550", _says(printed, element, " or ".join(possible)), element, attribute=name)
    if found.wrong_day is not None:
        day = printed[found.start + found.wrong_day[0] : found.start + found.wrong_day[1]]
        yield survey.finding("MC551", f"{found.iso} was no {day}", element)


def _says(printed: str, element: etree._Element, meant: str) -> str:
    said = " to ".join(value for name in _NORMAL if (value := element.get(name)))
    return f"{printed!r} is {meant}, and the mark-up says {said}"


def _same_clock(said: str, printed: str, words_: str) -> bool:
    """Whether a time is the printed one; where neither half of the day is printed it may be in the other."""
    said = said.rpartition("T")[2][: len("hh:mm:ss")]
    if said == printed or not printed:
        return said == printed
    afternoon = f"{int(printed[:2]) + 12:02}{printed[2:]}"
    return said == afternoon and not any(half in words_.lower() for half in ("am", "a.m", "pm", "p.m"))
