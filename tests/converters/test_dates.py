"""Dates as memoranda print them."""

from __future__ import annotations

import pytest

from memcon.converters.clocks import find_time
from memcon.converters.dates import find_date, find_month
from memcon.converters.months import DAY_NUMBERS, MONTH_NUMBERS


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


def test_where_a_time_stands() -> None:
    text = "Moscow, 23 February 1991 (0:15 a.m.)"
    date, time = find_date(text), find_time(text)
    assert date is not None
    assert time is not None
    assert (text[date.start : date.end], text[time.start : time.end]) == ("23 February 1991", "0:15 a.m.")
