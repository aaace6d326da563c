"""Dates and times as memoranda print them."""

from __future__ import annotations

import pytest

from memcon.converters.clocks import find_time
from memcon.converters.dates import find_date


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
    ],
)
def test_dates(printed: str, iso: str) -> None:
    found = find_date(printed)
    assert found is not None
    assert found.iso == iso


@pytest.mark.parametrize("printed", ["", "March 1991", "12 men of 1991", "Resolution 660", "May I come?", "1991/02/23"])
def test_no_dates(printed: str) -> None:
    assert find_date(printed) is None


@pytest.mark.parametrize(
    ("printed", "at", "until", "offset"),
    [
        ("13:25-13:55", "13:25:00", "13:55:00", ""),
        ("19.55–20.15.", "19:55:00", "20:15:00", ""),
        ("12:30-12:40 p.m.", "12:30:00", "12:40:00", ""),
        ("0:15 a.m.", "00:15:00", "", ""),
        ("9:00 - 9:43 a.m. EST", "09:00:00", "09:43:00", "-05:00"),
        ("11:30-12:15 p.m.", "11:30:00", "12:15:00", ""),
        ("11 a.m.–noon", "11:00:00", "12:00:00", ""),
        ("noon–1:20 p.m.", "12:00:00", "13:20:00", ""),
        ("1205 to 1240 hours", "12:05:00", "12:40:00", ""),
        ("1730 hours", "17:30:00", "", ""),
        ("3 p.m.", "15:00:00", "", ""),
        ("12:10 a.m.", "00:10:00", "", ""),
        ("10:30a.m.", "10:30:00", "", ""),
        ("6:06–7 p.m.", "18:06:00", "19:00:00", ""),
        ("4:35 and 4:45 p.m.", "16:35:00", "", ""),
        ("3:01 P.M. BST", "15:01:00", "", ""),
    ],
)
def test_times(printed: str, at: str, until: str, offset: str) -> None:
    found = find_time(printed)
    assert found is not None
    assert (found.at, found.until, found.offset) == (at, until, offset)


@pytest.mark.parametrize("printed", ["", "3-4 times a day", "25:10", "pp. 10-12", "1991", "660 and 678", "9/11"])
def test_no_times(printed: str) -> None:
    assert find_time(printed) is None


def test_where_a_time_stands() -> None:
    text = "Moscow, 23 February 1991 (0:15 a.m.)"
    date, time = find_date(text), find_time(text)
    assert date is not None
    assert time is not None
    assert (text[date.start : date.end], text[time.start : time.end]) == ("23 February 1991", "0:15 a.m.")
