"""Offices by date: only in American records, only for bare offices."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from itertools import pairwise

import pytest

from memcon.converters.words.offices import generic, holder, initialed_holder

AMERICAN = "Source: Department of State, Central Files."


@pytest.mark.parametrize(
    ("office", "date", "surname"),
    [
        ("The President", "1965-07-26", "Johnson"),
        ("President", "1963-11-21", "Kennedy"),
        ("President", "1963-11-22", "Johnson"),
        ("The Secretary", "1974-05-31", "Kissinger"),
        ("Secretary of State", "1961-06-01", "Rusk"),
        ("Secretary of Defense", "1965-07-26", "McNamara"),
        ("The Vice-President", "1965-07-26", "Humphrey"),
        ("the Attorney General", "1962-09-14", "Kennedy"),
        ("Director of Central Intelligence", "1962-09-14", "McCone"),
    ],
)
def test_by_date(office: str, date: str, surname: str) -> None:
    found = holder(office, date, AMERICAN)
    assert found is not None
    assert found.surname == surname


@pytest.mark.parametrize(
    ("office", "date", "text"),
    [
        ("The President", "1965-07-26", "Archive of the Foundation"),
        ("The President", "", AMERICAN),
        ("The President", "1920-01-01", AMERICAN),
        ("Prime Minister", "1965-07-26", AMERICAN),
        ("Secretary of the Treasury", "1965-07-26", AMERICAN),
        ("Deputy Secretary of Defense", "1965-07-26", AMERICAN),
        ("Vice President", "1964-07-26", AMERICAN),
        ("Director of Central Intelligence", "2008-01-01", AMERICAN),
    ],
)
def test_not_guessed(office: str, date: str, text: str) -> None:
    assert holder(office, date, text) is None


def test_the_table_is_in_order() -> None:
    data = tomllib.loads((files("memcon.converters.words") / "officeholders.toml").read_text("utf-8"))
    for names in data.values():
        assert list(names) == sorted(names)
        assert all(names[since] != names[before] for before, since in pairwise(names))


def test_parts_without_a_name() -> None:
    operator = generic("Operator")
    assert operator is not None
    assert operator.role == "operator"
    assert generic("Haddad") is None


@pytest.mark.parametrize(
    ("letters", "date", "who"),
    [
        ("RFK", "1962-10-16", "Kennedy"),
        ("LBJ", "1962-10-16", "Johnson"),
        ("L.B.J.", "1965-03-01", "Johnson"),
        ("HAK", "1974-03-01", "Kissinger"),
    ],
)
def test_three_letters_are_those_of_one_holder(letters: str, date: str, who: str) -> None:
    found = initialed_holder(letters, date, AMERICAN)
    assert found is not None
    assert found[1].surname == who


@pytest.mark.parametrize(
    ("letters", "date", "text"),
    [
        ("RFK", "1971-10-16", AMERICAN),
        ("DR", "1962-10-16", AMERICAN),
        ("RFK", "", AMERICAN),
        ("RFK", "1962-10-16", "The meeting was held in Oslo."),
    ],
)
def test_other_letters_are_nobody_s(letters: str, date: str, text: str) -> None:
    assert initialed_holder(letters, date, text) is None
