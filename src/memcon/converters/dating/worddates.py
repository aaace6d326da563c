"""Dates in words, as minutes and depositions print them: `this twenty-third day of March, nineteen seventy-two`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from memcon.converters.words.lexicon import words
from memcon.converters.words.months import MONTH, month
from memcon.converters.words.names import fold

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen " \
    "seventeen eighteen nineteen".split()  # fmt: skip
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBERS = dict(zip(_UNITS, range(20), strict=True)) | dict(zip(_TENS, range(20, 100, 10), strict=True))
_FIRST = "first second third fourth fifth sixth seventh eighth ninth".split()
_LATER = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
_ORDINALS = (
    dict(zip(_FIRST, range(1, 10), strict=True))
    | dict(zip(_LATER, range(10, 20), strict=True))
    | {"twentieth": 20, "thirtieth": 30, "thirty-first": 31}
    | {f"twenty-{unit}": 20 + number for number, unit in enumerate(_FIRST, 1)}
)
_SCALES = words("hundred thousand and")
_NUMBER = "|".join(sorted([*_NUMBERS, *_SCALES], key=len, reverse=True))
_ORDINAL = "|".join(each.replace("-", r"[\s-]") for each in sorted(_ORDINALS, key=len, reverse=True))
_YEAR = rf"(?:\d{{4}}|(?:{_NUMBER})(?:[\s-]{{1,3}}(?:{_NUMBER})){{1,7}})"
_LED = r"(?:,?\s{1,3}|,?\s(?:in\s)?the\syear\s(?:of\sour\slord\s)?|,?\sa\.?d\.?\s)"
_DATE = re.compile(
    rf"(?<![\w-])(?:(?P<d1>{_ORDINAL})\s(?:day\s)?of\s(?P<m1>{MONTH}){_LED}(?P<y1>{_YEAR})"
    rf"|(?P<m2>{MONTH})\s(?:the\s)?(?P<d2>{_ORDINAL}){_LED}(?P<y2>{_YEAR}))(?!\w)",
    re.I,
)
_TELLING = ("teen", "thousand", "th of", "st of", "nd of", "rd of", "day of")  # one of which it holds


@dataclass(frozen=True, slots=True)
class WordedDate:
    """Where a date in words stands, and its year, month and day."""

    start: int
    end: int
    year: int
    month: int
    day: int


def worded_dates(text: str, pos: int = 0) -> Iterator[WordedDate]:
    """The dates of a text whose day is printed in words, the year in words or in figures."""
    folded = text.lower()
    if not any(telling in folded for telling in _TELLING):
        return
    for match in _DATE.finditer(text, pos):
        which = "1" if match["d1"] else "2"
        year = _year(match["y" + which])
        if year:
            day = _ORDINALS["-".join(fold(match["d" + which]).split())]
            yield WordedDate(*match.span(), year, month(match["m" + which]), day)


def _year(printed: str) -> int:
    """The year that words or figures say; 0 where they say none."""
    if printed.isdecimal():
        return int(printed)
    total = last = 0
    for word in re.split(r"[\s-]+", fold(printed)):
        if word == "thousand":
            total, last = (total + (last or 1)) * 1000, 0
        elif word == "hundred":
            total, last = total + (last or 1) * 100, 0
        elif word != "and":
            number = _NUMBERS[word]
            if 10 <= last < 30 and number >= 10 and not total:
                total, last = last * 100, number  # `nineteen seventy-two`
            else:
                last += number
    return total + last if 1000 <= total + last < 3000 else 0
