"""What the house rules tell without loading what reads dates, titles and markings, is what that says too."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.converters.heads.headings import document_number
from memcon.converters.heads.titleends import bare_length
from memcon.converters.release.classification import note_categories
from memcon.validation.house import dates, markings, titles
from memcon.validation.printing import folded
from memcon.vocabularies import vocabularies

WORDS = st.sampled_from(
    "Memorandum of Conversation on the at in held dated and from am vom den le du el il от в с Kohl 3 D No. N "
    "beginning starting commencing, 14, Moscow , 28. [Document".split()
)


@given(st.dates())
def test_days_that_are_printed_plainly_are_read_so(day: datetime.date) -> None:
    for printed in dates.plainly(day.isoformat()):
        found = dates.read_date(printed)
        assert found is not None
        assert dates.readings(found) == (day.isoformat(),)
        assert found.wrong_day is None


@pytest.mark.parametrize(
    "day", ["", "1991", "1991-02", "1991-02-30", "0991-01-18", "3000-01-01", "19910118", "1991-01-18T12:00:00"]
)
def test_what_is_no_day_is_not_printed_plainly(day: str) -> None:
    assert dates.plainly(day) == ()


@given(st.lists(WORDS, min_size=1).map(" ".join))
def test_titles_lose_what_leads_on(title: str) -> None:
    assert folded(titles._without_end(title)) == folded(title[: bare_length(title)])
    assert titles._numbered(title) == document_number(title)


LEVELS = vocabularies()["classification"].categories[0]


@pytest.mark.parametrize("form", [form for each in LEVELS.all() for _, form in each.forms])
def test_levels_are_told_in_source_notes(form: str) -> None:
    for printed in (form, form.upper(), " ".join(form), form.replace(" ", "\n")):
        text = f"Source: National Archives, RG 59. {printed[:1].upper()}{printed[1:]}; Nodis. Drafted by Bohlen."
        assert not note_categories(text) or markings._may_name_level(text)
