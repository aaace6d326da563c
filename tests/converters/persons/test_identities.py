"""The identifiers of persons."""

from __future__ import annotations

import pytest

from memcon.converters.persons.identities import person_of, resolve
from memcon.converters.words.names import read_name
from memcon.model import Authority, Person
from memcon.vocabularies import vocabularies


@pytest.mark.parametrize("name", ["Date", "Medium", "Edition", "Mr. T1", "Mr. N12", *vocabularies()])
def test_nobody_bears_the_identifier_of_something_else(name: str) -> None:
    assert person_of(read_name(name), Authority(), ()).identifier == f"p-{read_name(name).surname.lower()}"


def test_others_bear_their_names() -> None:
    assert person_of(read_name("Tora Medium-Berg"), Authority(), ()).identifier == "medium-berg"


CALLED = (
    Person("berg", "Berg", "principal", "President"),
    Person("kivi", "Kivi", "principal", "President’s Adviser for Trade"),
)


@pytest.mark.parametrize(("label", "who"), [("P", "berg"), ("K", "kivi"), ("B", "berg"), ("T", None)])
def test_a_letter_is_a_name_or_else_an_office_of_one_word(label: str, who: str | None) -> None:
    found = resolve(label, CALLED, Authority()).person
    assert (found.identifier if found else None) == who


COURT = (
    Person("saari", "Saari", "principal", "King of Norway"),
    Person("holm", "Holm", "principal", "Prime Minister"),
)


@pytest.mark.parametrize(
    ("label", "who"),
    [("His Majesty", "saari"), ("His Royal Majesty", "saari"), ("H.M.", "saari"), ("His Excellency", "holm")],
)
def test_a_style_of_address_means_who_bears_it(label: str, who: str) -> None:
    found = resolve(label, COURT, Authority()).person
    assert found is not None
    assert found.identifier == who


def test_a_style_of_address_is_no_part_of_a_name() -> None:
    name = read_name("His Majesty Aino bin Saari, King of Norway")
    assert (name.given, name.surname, name.office) == ("Aino", "bin Saari", "King of Norway")


def test_a_ruler_may_bear_the_office_within_the_name() -> None:
    ruler = Person("saari", "Aino Shah Saari", "principal", "Ruler of Norway")
    assert resolve("The Shah", (ruler,), Authority()).person == ruler


def test_an_office_cut_short_tells_two_of_one_surname_apart() -> None:
    minister = Person("holm", "Holm", "principal", "Foreign Minister")
    envoy = Person("holm-2", "Holm", "principal", "Ambassador")
    assert resolve("Amb. Holm", (minister, envoy), Authority()).person == envoy
