"""Dates as memoranda print them."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.converters.dating.clocks import find_time
from memcon.converters.dating.dates import find_date, find_day, find_month, in_year
from memcon.converters.words.months import DAY_NUMBERS, MONTH_NUMBERS


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("23 February 1991", "1991-02-23"),
        ("on Saturday, February 23, 1991, in Geneva", "1991-02-23"),
        ("Feb. 3, 1991", "1991-02-03"),
        ("3rd of May 1972", "1972-05-03"),
        ("1991-02-23", "1991-02-23"),
        ("31 February 1991", ""),
        ("29 February 1900", ""),
        ("29 February 2000", "2000-02-29"),
        ("Paris, May 31–June 1, 1961", "1961-05-31"),
        ("May 31 and June 1, 1961", "1961-05-31"),
        ("May 24–25, 1972", "1972-05-24"),
        ("24-25 May 1972", "1972-05-24"),
        ("31 May - 1 June 1961", "1961-05-31"),
        ("10.02.1990", "1990-02-10"),
        ("2/28/90", "1990-02-28"),
        ("28/2/1990", "1990-02-28"),
        ("12.IV.1973", "1973-04-12"),
        ("3-XII-62", "1962-12-03"),
        ("5 I 1969", "1969-01-05"),
        ("dn. 9 września 1976 r.", "1976-09-09"),
        ("4. května 1968", "1968-05-04"),
        ("1989. szeptember 12.", "1989-09-12"),
        ("zaterdag 2 mei 1970", "1970-05-02"),
        ("10 Feb 90", "1990-02-10"),
        ("7 октября 1989 года", "1989-10-07"),
        ("10 февраля 1990 г.", "1990-02-10"),
        ("den 5. März 1971", "1971-03-05"),
        ("le 1er mars 1971", "1971-03-01"),
        ("15 aout 1971", "1971-08-15"),
        ("5 de marzo de 1971", "1971-03-05"),
        ("5 maggio 1971", "1971-05-05"),
        ("5 de dezembro de 1971", "1971-12-05"),
        ("ON THURSDAY 26 FEBRUARY 1981", "1981-02-26"),
        ("this 4th day of May, 1961", "1961-05-04"),
        ("May the 4th, 1861", "1861-05-04"),
        ("on the 2d of June, 1864", "1864-06-02"),
        ("O 141410Z JUN 77", "1977-06-14"),
        ("the twenty-third of March, nineteen seventy-two", "1972-03-23"),
        ("this the twenty-third day of March, nineteen hundred and forty-three", "1943-03-23"),
        ("on the first day of April, one thousand nine hundred and five", "1905-04-01"),
        ("the second of May two thousand and three", "2003-05-02"),
        ("the thirty first of December 1999", "1999-12-31"),
        ("March third, nineteen sixty-eight", "1968-03-03"),
        ("the tenth day of June in the year of our Lord eighteen hundred sixty-one", "1861-06-10"),
        ("the thirty-first of June 1968", ""),
    ],
)
def test_dates(printed: str, iso: str) -> None:
    found = find_date(printed)
    assert found is not None
    assert found.iso == iso


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "March 1991",
        "12 men of 1991",
        "Resolution 660",
        "May I come?",
        "1991/02/23",
        "on 3 May 50 men came",
        "Section 1.4(b)",
        "May 12, 15 men",
        "version 1.2.3",
        "the third of May",
        "the second of March nineteen times",
        "July 3, 1530 hours",
    ],
)
def test_no_dates(printed: str) -> None:
    assert find_date(printed) is None


@pytest.mark.parametrize(
    ("printed", "readings"),
    [
        ("2/10/90", ("1990-02-10", "1990-10-02")),
        ("2/10/1990", ("1990-02-10", "1990-10-02")),
        ("3/3/90", ()),
        ("5 May 05", ("1905-05-05", "2005-05-05")),
    ],
)
def test_dates_with_several_readings(printed: str, readings: tuple[str, ...]) -> None:
    found = find_date(printed)
    assert found is not None
    assert found.readings == readings
    assert bool(found.iso) is not bool(readings)


@pytest.mark.parametrize(
    ("printed", "wrong", "whole"),
    [
        ("Monday - July 7, 1975", "", True),
        ("Monday, July 7, 1975", "", True),
        ("(Monday) July 7, 1975", "", True),
        ("July 7, 1975 (Monday)", "", True),
        ("July 7, 1975, Monday", "", True),
        ("понедельник, 7 июля 1975 г.", "", True),
        ("Montag, den 7. Juli 1975", "", True),
        ("Tues. 7 July 1975", "Tues.", True),
        ("July 7, 1975 (Sunday)", "Sunday", True),
        ("Sunday came, and July 7, 1975", "", False),
    ],
)
def test_days_of_the_week(printed: str, wrong: str, whole: bool) -> None:
    found = find_date(printed)
    assert found is not None
    assert (found.end - found.start == len(printed)) is whole
    start, end = found.wrong_day or (0, 0)
    assert printed[found.start + start : found.start + end] == wrong


def test_a_month_without_a_day_is_no_whole_date() -> None:
    found = find_month("Oslo, circa March 1971")
    assert found is not None
    assert (found.iso, found.circa) == ("1971-03", True)
    assert find_month("March 12, 1971") is None


def test_every_month_and_day_of_every_language_has_its_number() -> None:
    assert set(MONTH_NUMBERS.values()) == set(range(1, 13))
    assert set(DAY_NUMBERS.values()) == set(range(1, 8))
    for name, number in MONTH_NUMBERS.items():
        found = find_date(f"5 {name} 1971")
        assert found is not None, name
        assert found.iso == f"1971-{number:02}-05"


@pytest.mark.parametrize(
    ("printed", "day", "weekday"),
    [
        ("Thursday, 17 June, 10:30 a.m.", "06-17", 4),
        ("on June 17", "06-17", 0),
        ("den 5. März", "03-05", 0),
        ("3 July, 1530 hours", "07-03", 0),
    ],
)
def test_days_without_a_year(printed: str, day: str, weekday: int) -> None:
    found = find_day(printed)
    assert found is not None
    assert (found.iso, found.day, found.weekday) == ("", day, weekday)


@pytest.mark.parametrize("printed", ["June 17, 1948", "17 men of June", "31 June", "June 1948"])
def test_no_days_without_a_year(printed: str) -> None:
    assert find_day(printed) is None


def test_a_day_in_a_year_in_which_it_was_that_day_of_the_week() -> None:
    found = find_day("Thursday, 17 June")
    assert found is not None
    assert (in_year(found, 1948), in_year(found, 1949)) == ("1948-06-17", "")


@given(st.dates(datetime.date(1000, 1, 1), datetime.date(2999, 12, 31)))
def test_every_day_in_words_is_that_day(day: datetime.date) -> None:
    century, rest = divmod(day.year, 100)
    units = [*_WORDS_TO_TWENTY, "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    words = units[rest] if rest < 20 else f"{units[18 + rest // 10]}{f'-{units[rest % 10]}' if rest % 10 else ''}"
    thousands = f"{units[century // 10]} thousand" + (f" {units[century % 10]} hundred" if century % 10 else "")
    ordinal = {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10 if day.day // 10 != 1 else 0, "th")
    year = f"{thousands} and {words}" if rest else thousands
    for printed in (f"the {day.day}{ordinal} day of {day:%B}, {day.year}", f"{_ordinal(day.day)} of {day:%B}, {year}"):
        found = find_date(printed)
        assert found is not None, printed
        assert found.iso == day.isoformat(), printed


_WORDS_TO_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()


def _ordinal(day: int) -> str:
    plain = (
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
    ).split()
    if day <= 20:
        return plain[day - 1]
    return {30: "thirtieth", 31: "thirty-first"}.get(day) or f"twenty-{plain[day - 21]}"


def test_where_a_time_stands() -> None:
    text = "Moscow, 23 February 1991 (0:15 a.m.)"
    date, time = find_date(text), find_time(text)
    assert date is not None
    assert time is not None
    assert (text[date.start : date.end], text[time.start : time.end]) == ("23 February 1991", "0:15 a.m.")
