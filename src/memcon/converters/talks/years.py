"""The year of a date that is printed without one: told by the other dates of the record, or by the years it names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from memcon.converters.dating.dates import PrintedDate, dates, in_year
from memcon.converters.lines.furniture import furniture
from memcon.converters.pages.paragraphs import Para

_NEAR = timedelta(days=60)  # between a talk and another date of its record
_YEAR = re.compile(r"(?<![\w/.,-])(?:1[6-9]|20)\d\d(?![\w/-])")
_TOP = 12  # paragraphs whose years count


def with_year(found: PrintedDate, paras: Iterable[Para]) -> PrintedDate:
    """A date without a year, in the one year that the dates near it have, else in the only one that the head names; as
    it is where nothing tells the year."""
    texts = [para.text for para in paras if furniture(para) is None]
    near = frozenset(iso for text in texts for iso in _beside(found, text))
    named = near or frozenset(iso for text in texts[:_TOP] for iso in _in_years(found, text))
    return replace(found, iso=next(iter(named))) if len(named) == 1 else found


def _beside(found: PrintedDate, text: str) -> Iterator[str]:
    """The ISO forms of a date in the years of the dates of a text that are near to it."""
    for other in dates(text):
        if len(other.iso) != len("YYYY-MM-DD"):
            continue
        day = date.fromisoformat(other.iso)
        for year in (day.year - 1, day.year, day.year + 1):
            iso = in_year(found, year)
            if iso and abs(date.fromisoformat(iso) - day) <= _NEAR:
                yield iso


def _in_years(found: PrintedDate, text: str) -> Iterator[str]:
    years = (int(match.group()) for match in _YEAR.finditer(text))
    yield from filter(None, (in_year(found, year) for year in years))
