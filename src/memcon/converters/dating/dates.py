"""Dates as memoranda print them, and their ISO 8601 forms.

Pure functions over a string; offsets in the results count in that string. A date that does not exist in the
calendar is found all the same, with an empty ISO form; so is one that can be read in two ways.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from memcon.converters.dating.handates import han_dates
from memcon.converters.dating.worddates import worded_dates
from memcon.converters.words.months import DAY_OF_WEEK, MONTH, ROMAN, day_of_week, month

_DAY = r"\d{1,2}(?:st|nd|rd|th|d|er|º|°|ª|\.)?"
_OF = r"(?:(?:day\s+)?of\s+|de\s+|di\s+)?"
_TO = r"\s*(?:--?|[–—/&]|\b(?:and|to|und|bis|et|au|y|al|e|и)\b)\s*"
_YEAR_WORD = r"(?:\s*(?:года|год|г\.|г\b|r\.(?=\W|\Z)|roku\b))?"
_FOUR = r"\d{4}(?!\s*(?:hours|hrs|uhr)\b)"
_SHORT_YEAR = r"['’]?\d{2}(?=\s*(?:[,;.)\]–—/-]|\Z))"
_DATE = re.compile(
    rf"(?<![\w/.])(?:"
    rf"(?P<d1>{_DAY})(?:{_TO}{_DAY})?\s*+{_OF}(?P<m1>{MONTH})(?:{_TO}{_DAY}\s*{_OF}{MONTH})?[,/]?"
    rf"\s*(?:del?\s+)?(?P<y1>{_FOUR}|{_SHORT_YEAR}){_YEAR_WORD}"
    rf"|(?P<m2>{MONTH})\s*(?:the\s+)?(?P<d2>{_DAY})(?:{_TO}(?:{MONTH}\s*)?{_DAY})?(?:,\s*|\s+)(?P<y2>{_FOUR}|['’]\d{{2}})"
    rf"|(?P<d7>\d{{2}})\d{{4}}Z\s+(?P<m7>{MONTH})\s+(?P<y7>\d{{4}}|\d{{2}})"  # day and time of a telegram
    rf"|(?P<y6>\d{{4}})\.?\s+(?P<m6>{MONTH})\s+(?P<d6>\d{{1,2}})\.?"
    r"|(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2})"
    r"|(?P<d4>\d{1,2})(?P<cut>[./-]|\s(?=[IVX]{1,4}\s\d{4}))\s?(?-i:(?P<roman>XI{0,2}|IX|IV|VI{0,3}|I{1,3}))(?P=cut)\s?(?P<y5>\d{4}|\d{2})"
    r"|(?P<n1>\d{1,2})(?P<by>[./])(?P<n2>\d{1,2})(?P=by)(?P<y4>\d{4}|\d{2})"
    r")(?![\w/]|\.\d)",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")  # quick to look for: no date is without one
_YEAR = re.compile(r"\d{4}")
_MONTH_ALONE = re.compile(
    rf"(?<![\w/.])(?P<m>{MONTH}),?\s+(?:of\s+|del?\s+)?(?P<y>{_FOUR}){_YEAR_WORD}(?![\w/-])", re.IGNORECASE
)
_DAY_ALONE = re.compile(
    rf"(?<![\w/.])(?:(?P<d1>{_DAY})\s*+{_OF}(?P<m1>{MONTH})|(?P<m2>{MONTH})\s*(?:the\s+)?(?P<d2>{_DAY}))(?![\w/.-]|,?\s+\d(?!\d{{3}}\s*(?:hours|hrs|uhr)\b|\d?[:.]\d\d))",
    re.IGNORECASE,
)
_WEEKDAY_BEFORE = re.compile(
    rf"(?<!\w)(?:\((?P<a>{DAY_OF_WEEK})\)|(?P<b>{DAY_OF_WEEK}))\s*(?:[,–—-]\s*)?(?:den\s+|the\s+)?\Z", re.I
)
_WEEKDAY_BEHIND = re.compile(rf"\s*(?:,\s*(?P<b>{DAY_OF_WEEK})(?!\w)|\((?P<a>{DAY_OF_WEEK})\))", re.I)
_ABOUT = re.compile(
    r"(?<!\w)(?:circa|ca\.?|c\.|about|around|approximately|probably|possibly|vers|etwa|um|около)\s+"
    r"(?:(?:early|late|mid)[ -]+)?\Z",
    re.I,
)
_BEFORE = 32  # characters before a date in which its day of the week or `circa` can stand
_YEARS = range(1000, 3000)  # that the schema accepts
_SURE = range(30, 100)  # years of two digits that can only be of the twentieth century


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A printed date, or the first day of a printed period: `iso` is YYYY-MM-DD, or YYYY-MM where no day is printed.

    It is empty where no such day exists, and where the date can be read in several ways, which are then its
    `readings`, month first before day first. `circa` is whether it is printed as approximate; `wrong_day` where,
    counted from `start`, a day of the week is printed that the date did not fall on. `day` is the month and the day
    (`06-16`) of a date without a year, whose `iso` is empty until the year is known from elsewhere; `weekday` the day
    of the week that is printed beside a date, Monday being 1.
    """

    start: int
    end: int
    iso: str
    readings: tuple[str, ...] = ()
    circa: bool = False
    wrong_day: tuple[int, int] | None = None
    day: str = ""
    weekday: int = 0

    def moved(self, by: int) -> PrintedDate:
        """The same date, some characters further on."""
        return replace(self, start=self.start + by, end=self.end + by)


def find_date(text: str, pos: int = 0) -> PrintedDate | None:
    """The first date with a day, a month and a year in the text, the day of the week beside it included."""
    return next(dates(text, pos), None)


def dates(text: str, pos: int = 0) -> Iterator[PrintedDate]:
    """The dates in the text, in order."""
    worded = [
        _in_context(text, PrintedDate(d.start, d.end, _iso(d.year, d.month, d.day))) for d in worded_dates(text, pos)
    ]
    if not text.isascii() and "年" in text:
        worded += [_in_context(text, PrintedDate(d.start, d.end, _iso(*d[2:]))) for d in han_dates(text, pos)]
    if worded:
        yield from sorted([*worded, *_in_figures(text, pos)], key=lambda found: found.start)
    else:
        yield from _in_figures(text, pos)


def _in_figures(text: str, pos: int) -> Iterator[PrintedDate]:
    while _DIGIT.search(text, pos) and (match := _DATE.search(text, pos)):
        found = _dated(match)
        pos = match.end() if found is not None else match.start() + 1
        if found is not None:
            yield _in_context(text, found)


def find_month(text: str) -> PrintedDate | None:
    """The first month and year in the text that stand without a day."""
    match = _MONTH_ALONE.search(text) if _YEAR.search(text) else None
    if match is None or int(match["y"]) not in _YEARS:
        return None
    found = PrintedDate(match.start(), match.end(), f"{int(match['y']):04}-{month(match['m']):02}")
    return replace(found, circa=_is_about(text, found.start))


def find_day(text: str) -> PrintedDate | None:
    """The first day and month in the text that stand without a year, the day of the week beside them included."""
    return next(bare_days(text), None)


def bare_days(text: str) -> Iterator[PrintedDate]:
    """The days and months in the text that stand without a year, in order."""
    for match in _DAY_ALONE.finditer(text) if _DIGIT.search(text) else ():
        which = "1" if match["d1"] else "2"
        day = _iso(2000, month(match["m" + which]), int(re.sub(r"\D", "", match["d" + which])))[len("2000-") :]
        if day:
            yield _in_context(text, PrintedDate(*match.span(), "", day=day))


def in_year(found: PrintedDate, year: int) -> str:
    """The ISO form of a date without a year, in a year; empty where there was no such day, or it was another of the
    week than is printed."""
    iso = _iso(year, *map(int, found.day.split("-")))
    fits = iso and found.weekday in (0, date.fromisoformat(iso).isoweekday())
    return iso if fits else ""


def _dated(match: re.Match[str]) -> PrintedDate | None:
    """The date of a match; None for digits that are none."""
    start, end = match.span()
    if match["n1"]:
        readings = _numeric(int(match["n1"]), int(match["n2"]), match["y4"], month_first=match["by"] == "/")
        return _one_or_several(start, end, readings) if readings else None
    if match["roman"]:
        return _one_or_several(
            start, end, [_iso(each, ROMAN[match["roman"]], int(match["d4"])) for each in _years(match["y5"])]
        )
    for n in "12367":
        if year := match["y" + n]:
            number = int(match["m" + n]) if match["m" + n].isdigit() else month(match["m" + n])
            day = int(re.sub(r"\D", "", match["d" + n]))
            return _one_or_several(start, end, [_iso(each, number, day) for each in _years(year.strip("'’"))])
    return None


def _numeric(first: int, second: int, year: str, month_first: bool) -> list[str]:
    """What a date in figures can mean. Between full stops the day is first; between slashes nobody knows."""
    orders = [(second, first), (first, second)] if month_first else [(first, second)]
    found = [_iso(each, number, day) for day, number in orders for each in _years(year)]
    return list(dict.fromkeys(iso for iso in found if iso))


def _years(printed: str) -> tuple[int, ...]:
    """The years that are meant, of two digits or of four."""
    year = int(printed)
    if len(printed) == 4:
        return (year,)
    return (1900 + year,) if year in _SURE else (1900 + year, 2000 + year)


def _one_or_several(start: int, end: int, readings: list[str]) -> PrintedDate:
    if len(readings) == 1:
        return PrintedDate(start, end, readings[0])
    return PrintedDate(start, end, "", tuple(readings))


def _in_context(text: str, found: PrintedDate) -> PrintedDate:
    """The date with the day of the week that is printed beside it, and whether it is said to be approximate."""
    before = text[max(found.start - _BEFORE, 0) : found.start]
    first = found.start - len(before)
    about = _is_about(text, found.start)
    weekday = _WEEKDAY_BEFORE.search(before)
    start = first + weekday.start() if weekday else found.start
    end = found.end
    if weekday is None:
        weekday, first = _WEEKDAY_BEHIND.match(text, found.end), 0
        end = weekday.end() if weekday else end
    if weekday is None:
        return replace(found, start=start, end=end, circa=about)
    wrong = None
    name = "a" if weekday["a"] else "b"
    printed = day_of_week(weekday[name])
    if len(found.iso) == len("YYYY-MM-DD") and date.fromisoformat(found.iso).isoweekday() != printed:
        wrong = (first + weekday.start(name) - start, first + weekday.end(name) - start)
    return replace(found, start=start, end=end, circa=about, wrong_day=wrong, weekday=printed)


def _is_about(text: str, at: int) -> bool:
    return bool(_ABOUT.search(text[max(at - _BEFORE, 0) : at]))


def _iso(year: int, number: int, day: int) -> str:
    if not (1 <= number <= 12 and year in _YEARS and 1 <= day <= monthrange(year, number)[1]):
        return ""
    return f"{year:04}-{number:02}-{day:02}"
