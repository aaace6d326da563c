"""Of two who talk, who is left."""

from __future__ import annotations

import pytest

from memcon.converters.persons.remaining import remaining
from memcon.converters.words.names import undotted
from memcon.model import Authority, Person

BELL = Person("bell", "Anna Bell", "principal")
DORN = Person("dorn", "Carl Dorn", "principal")
CHANCELLOR = Person("dorn", "Carl Dorn", "principal", "Chancellor")


@pytest.mark.parametrize(
    ("labels", "persons", "left"),
    [
        (("The President", "Dorn"), (BELL, DORN), "bell"),
        (("The President", "Chancellor Dorn"), (BELL, CHANCELLOR), "bell"),
        (("The President", "Dorn", "Interpreter"), (BELL, DORN), "bell"),
        (("The President", "Bell"), (BELL, CHANCELLOR), ""),  # his office is another
        (("The President", "Dorn", "Bell"), (BELL, DORN), ""),
        (("The President", "Lund"), (BELL, DORN), ""),
        (("The President",), (BELL, DORN), ""),
        (("The President", "Dorn"), (BELL, DORN, Person("lund", "Per Lund", "participant")), ""),
        (("The President", "Dorn"), (BELL, DORN, Person("lund", "Per Lund", "notetaker")), "bell"),
    ],
)
def test_who_is_left(labels: tuple[str, ...], persons: tuple[Person, ...], left: str) -> None:
    found = remaining("The President", labels, persons, Authority())
    assert (found.identifier if found is not None else "") == left


def test_a_name_is_nobody_who_is_left() -> None:
    assert remaining("Lund", ("Lund", "Dorn"), (BELL, DORN), Authority()) is None


@pytest.mark.parametrize(
    ("label", "bare"),
    [("P.M. Bell", "PM Bell"), ("F.M. Dorn", "FM Dorn"), ("J.P. Bell", "J.P. Bell"), ("P.M.", "P.M.")],
)
def test_initials_of_offices(label: str, bare: str) -> None:
    assert undotted(label) == bare
