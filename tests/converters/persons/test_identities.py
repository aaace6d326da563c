"""The identifiers of persons."""

from __future__ import annotations

import pytest

from memcon.converters.persons.identities import person_of
from memcon.converters.words.names import read_name
from memcon.model import Authority
from memcon.vocabularies import vocabularies


@pytest.mark.parametrize("name", ["Date", "Medium", "Edition", "Mr. T1", "Mr. N12", *vocabularies()])
def test_nobody_bears_the_identifier_of_something_else(name: str) -> None:
    assert person_of(read_name(name), Authority(), ()).identifier == f"p-{read_name(name).surname.lower()}"


def test_others_bear_their_names() -> None:
    assert person_of(read_name("Tora Medium-Berg"), Authority(), ()).identifier == "medium-berg"
