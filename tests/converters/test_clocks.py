"""Times of day as memoranda print them."""

from __future__ import annotations

import pytest

from memcon.converters.clocks import find_time


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
        ("8:30 P. M.", "20:30:00", "", ""),
        ("3.30 p.m.", "15:30:00", "", ""),
        ("from 3:30 p.m. until 4:15 p.m.", "15:30:00", "16:15:00", ""),
        ("4:35 p.m. and 6:10 p.m.", "16:35:00", "", ""),
        ("AT 1145", "11:45:00", "", ""),
        ("1500 GMT", "15:00:00", "", "+00:00"),
        ("1500Z", "15:00:00", "", "+00:00"),
        ("5 o'clock p.m.", "17:00:00", "", ""),
        ("15.00 Uhr", "15:00:00", "", ""),
        ("18 h 30", "18:30:00", "", ""),
        ("18 час. 30 мин.", "18:30:00", "", ""),
        ("8:15 p.m.1", "20:15:00", "", ""),
    ],
)
def test_times(printed: str, at: str, until: str, offset: str) -> None:
    found = find_time(printed)
    assert found is not None
    assert (found.at, found.until, found.offset) == (at, until, offset)


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "3-4 times a day",
        "25:10",
        "pp. 10-12",
        "1991",
        "660 and 678",
        "9/11",
        "23.02.1990",
        "2-3 km",
        "10.50-12.50 km",
        "12.50%",
        "$3.50",
        "in 1145",
        "at 1145 men",
    ],
)
def test_no_times(printed: str) -> None:
    assert find_time(printed) is None
