"""The year of a date that is printed without one."""

from __future__ import annotations

import pytest

from memcon.converters.dating.dates import find_day
from memcon.converters.pages.paragraphs import Para
from memcon.converters.talks.years import with_year
from memcon.transcript import Span


@pytest.mark.parametrize(
    ("printed", "texts", "iso"),
    [
        ("17 June", ("Bergen, 18 June 1948",), "1948-06-17"),
        ("30 December", ("Bergen, 2 January 1949",), "1948-12-30"),
        ("17 June", ("Talks of 1948",), "1948-06-17"),
        ("17 June", ("Talks of 1948", "Bergen, 18 June 1950"), "1950-06-17"),
        ("17 June", ("Talks of 1948 and 1949",), ""),
        ("Thursday, 17 June", ("Talks of 1948 and 1949",), "1948-06-17"),
        ("17 June", ("Bergen, 18 June 1948", "Oslo, 20 June 1949"), ""),
        ("17 June", ("DECLASSIFIED E.O. 12958, 18 June 1948",), ""),
        ("17 June", (), ""),
    ],
)
def test_the_year_is_that_of_the_other_dates(printed: str, texts: tuple[str, ...], iso: str) -> None:
    found = find_day(printed)
    assert found is not None
    paras = tuple(Para(Span(0, len(text)), (Span(0, len(text)),), text) for text in texts)
    assert with_year(found, paras).iso == iso
