"""Who came late or left early, by the words of a list of participants."""

from __future__ import annotations

import pytest

from memcon.converters.persons.comings import Attendance, attendance_of


@pytest.mark.parametrize(
    ("printed", "attendance"),
    [
        ("Sir Giles Fane (joined at 4:10 p.m.)", Attendance("joined at 4:10 p.m.", since="16:10:00")),
        ("Mr. Ostrow (left at 3:45 p.m.)", Attendance("left at 3:45 p.m.", until="15:45:00")),
        ("Mr. Kearns (for the last ten minutes only)", Attendance("for the last ten minutes only")),
        (
            "Mr. Berg (present from 3 p.m. to 4 p.m.)",
            Attendance("present from 3 p.m. to 4 p.m.", "15:00:00", "16:00:00"),
        ),
        ("Dr. Dorn, who arrived later", Attendance("arrived later")),
        ("Mr. Moe (interpreter)", Attendance()),
        ("Mr. Moe, Officer in Charge of Arrivals", Attendance()),
        ("Mr. Left", Attendance()),
    ],
)
def test_what_an_entry_says(printed: str, attendance: Attendance) -> None:
    assert attendance_of(printed) == attendance
