"""Who is somebody in a list of participants."""

from __future__ import annotations

import pytest

from memcon.converters.heads.somebody import is_person


@pytest.mark.parametrize("entry", ["Col. King", "Hon. Berg", "The Prime Minister", "Anna Lindqvist"])
def test_somebody(entry: str) -> None:
    assert is_person(entry)


@pytest.mark.parametrize(
    "entry", ["SUMMARY OF CONCLUSIONS", "Hon. Members", "Cabinet Meeting", "Three Notetakers", "State Department"]
)
def test_nobody(entry: str) -> None:
    assert not is_person(entry)
