"""Offices by date: only in American records, only for bare offices."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from memcon.converters.words.offices import generic, holder

AMERICAN = "Source: Department of State, Central Files."


@pytest.mark.parametrize(
    ("office", "date", "surname"),
    [
        ("The President", "1965-07-26", "Johnson"),
        ("President", "1963-11-21", "Kennedy"),
        ("President", "1963-11-22", "Johnson"),
        ("The Secretary", "1974-05-31", "Kissinger"),
        ("Secretary of State", "1961-06-01", "Rusk"),
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
        ("Secretary of Defense", "1965-07-26", AMERICAN),
        ("Vice President", "1965-07-26", AMERICAN),
    ],
)
def test_not_guessed(office: str, date: str, text: str) -> None:
    assert holder(office, date, text) is None


def test_the_table_is_in_order() -> None:
    data = tomllib.loads((files("memcon.converters.words") / "officeholders.toml").read_text("utf-8"))
    for names in data.values():
        assert list(names) == sorted(names)


def test_parts_without_a_name() -> None:
    operator = generic("Operator")
    assert operator is not None
    assert operator.role == "operator"
    assert generic("Haddad") is None
