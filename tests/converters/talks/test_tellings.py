"""When and where a talk was, as its sentences tell."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.converters.talks.tellings import announces, began, ended, talked_on, told, told_medium


@pytest.mark.parametrize(
    ("text", "at", "until"),
    [
        ("The meeting began at 10:30 and ended at 12:15.", "10:30:00", "12:15:00"),
        ("Mr. Dahl opened the meeting at 10 a.m.", "10:00:00", ""),
        ("The CHAIRMAN declared the session open at 10.20 a.m.", "10:20:00", ""),
        ("Das Gespräch begann um 9.15 Uhr.", "09:15:00", ""),
        ("Беседа началась в 10.30.", "10:30:00", ""),
        ("I received Ambassador Dahl at his request at 12:30.", "12:30:00", ""),
        ("The Minister telephoned President Dahl at 1130 today. The conversation lasted ten minutes.", "11:30:00", ""),
        ("We met in his rooms at 6:30 p.m. and continued over dinner until 9:00 p.m.", "18:30:00", "21:00:00"),
        ("Deposition of ANNA DAHL, called by counsel, commencing at 10:15 a.m.", "10:15:00", ""),
    ],
)
def test_a_beginning(text: str, at: str, until: str) -> None:
    found = began([text])
    assert found is not None
    assert (found[1].at, found[1].until) == (at, until)


@pytest.mark.parametrize(
    "text",
    [
        "He met them in 1945 at Oslo.",
        "Mr. Dahl said that the meeting of 10:30 was over.",
        "He was received coolly; the fleet, which had been at sea for three weeks and had lost eleven of its ships in "
        "the storms of that winter, sailed at 12:30.",
    ],
)
def test_no_beginning(text: str) -> None:
    assert began([text]) is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("AMBASSADOR CALLED ON MINISTER DAHL JUNE 13 TO DISCUSS HERRING.", "1977-06-13"),
        ("I met with Mr. Dahl on 2 June 1977.", "1977-06-02"),
        ("I met with Mr. Dahl on July 3.", ""),
        ("Herring was short on June 13.", ""),
    ],
)
def test_the_day_that_a_telegram_reports(text: str, iso: str) -> None:
    found = talked_on(text, date(1977, 6, 14))
    assert (found.iso if found is not None else "") == iso


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("The Minister telephoned President Dahl at 1130.", "telephone"),
        ("I received Ambassador Dahl at his request.", "in-person"),
        ("The herring is late. I telephoned.", ""),
    ],
)
def test_how_people_talked(text: str, medium: str) -> None:
    assert told_medium([text]) == medium


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("The meeting rose at 12:40 p.m.", "12:40:00"),
        ("(Whereupon, at 3:40 p.m., the interview was concluded.)", "15:40:00"),
        ("Das Gespräch endete um 17.45 Uhr.", "17:45:00"),
        ("L'entretien s'achève à 18 h 30.", "18:30:00"),
        ("La reunión terminó a las 11:20.", "11:20:00"),
        ("Беседа закончилась в 17.20.", "17:20:00"),
    ],
)
def test_an_end(text: str, at: str) -> None:
    found = ended([text])
    assert found is not None
    assert found.at == at


@pytest.mark.parametrize(
    "text",
    [
        "The meeting was good, and they left by train; it was 4 p.m. in Oslo.",
        "The train left at 4 p.m.",
        "He said the talk had begun badly.",
    ],
)
def test_what_says_neither(text: str) -> None:
    assert began([text]) is None
    assert ended([text]) is None


def test_a_day_a_time_and_a_place() -> None:
    text = "He was ill in May 1971. The conversation took place on May 3, 1971, from 10 a.m. to noon in the Blue Room."
    found = told(["Nothing.", text])
    assert found is not None
    at, when = found
    assert at == 1
    assert when.date is not None
    assert when.time is not None
    assert when.place is not None
    assert (when.date.iso, when.time.at, when.time.until) == ("1971-05-03", "10:00:00", "12:00:00")
    assert text[slice(*when.place)] == "the Blue Room"


@pytest.mark.parametrize("text", ["On May 3, 1971, the treaty was signed.", "They met in May.", "They met at noon."])
def test_no_day_of_a_talk(text: str) -> None:
    assert told([text]) is None


def test_another_talk_is_announced() -> None:
    assert announces("Later that day the Minister met with Consul Dorn. The transcript reads in part:")
    assert announces("He then met with Dorn from 4 p.m. to 5 p.m. The conversation follows:")
    assert not announces("Their conversation went on:")
    assert not announces("Later that day the Minister met with Consul Dorn.")
    assert not announces("Later he added:")


@given(st.lists(st.text(max_size=60), max_size=5))
def test_any_text_is_read(texts: list[str]) -> None:
    began(texts), ended(texts), told(texts)
