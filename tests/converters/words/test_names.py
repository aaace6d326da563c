"""Personal names taken apart, and compared."""

from __future__ import annotations

import pytest

from memcon.converters.persons.identities import resolve
from memcon.converters.words.names import is_office, nearly_same, read_name, same_name, slug
from memcon.model import Authority, AuthorityName, Person


@pytest.mark.parametrize(
    ("printed", "surname", "given", "office"),
    [
        ("Anna Lindqvist", "Lindqvist", "Anna", ""),
        ("Prime Minister of Norway Anna Lindqvist", "Lindqvist", "Anna", "Prime Minister of Norway"),
        ("President of the United States Omar Haddad", "Haddad", "Omar", "President of the United States"),
        ("King Olav of Norway", "Olav", "", "King of Norway"),
        ("A.B. Lindqvist", "Lindqvist", "A.B.", ""),
        ("Lindqvist A.B.", "Lindqvist", "A.B.", ""),
        ("comrade LINDQVIST A. B.", "LINDQVIST", "A. B.", "comrade"),
        ("The Rt Hon Anna Lindqvist QC MP", "Lindqvist", "Anna", ""),
        ("The Earl of Holm", "Holm", "", "Lord"),
        ("Field Marshal the Viscount Aalto, K.G.", "Aalto", "", "Lord"),
        ("Earl Haddad", "Haddad", "Earl", ""),
        ("Mr. Haddad, AID Administrator", "Haddad", "", "AID Administrator"),
        ("Mr. Lord", "Lord", "", ""),
        ("Col. King", "King", "", "Col."),
        ("Cols. King", "King", "", "Cols."),
        ("Judge Anna Lindqvist", "Lindqvist", "Anna", "Judge"),
        ("The Swedish Chargé, Mr. Haddad", "Haddad", "", "The Swedish Chargé"),
        ("Prime Minister King", "King", "", "Prime Minister"),
        ("The King", "", "", "The King"),
        ("Secretary General", "", "", "Secretary General"),
        ("The Right Hon. Anna Lindqvist", "Lindqvist", "Anna", ""),
        ("Mr, Haddad", "Haddad", "", ""),
        ("Norwegian Foreign Minister Lindqvist", "Lindqvist", "", "Norwegian Foreign Minister"),
        ("the Soviet Ambassador (Haddad)", "Haddad", "", "the Soviet Ambassador"),
        ("CIA Director Haddad", "Haddad", "", "CIA Director"),
        ("VM Haddad", "Haddad", "", "VM"),
        ("Ludwig von Moos", "von Moos", "Ludwig", ""),
        ("[Karin] Berg", "Berg", "Karin", ""),
        ("The Secretary", "", "", "The Secretary"),
        ("Philip Berg, President, Academy of Sciences", "Berg", "Philip", "President, Academy of Sciences"),
    ],
)
def test_names(printed: str, surname: str, given: str, office: str) -> None:
    name = read_name(printed)
    assert (name.surname, name.given, name.office) == (surname, given, office)


@pytest.mark.parametrize(
    ("printed", "surname", "given", "office", "full"),
    [
        ("Secretary Berg (part time)", "Berg", "", "Secretary", "Berg"),
        ("Karin Berg, Department of State (interpreting)", "Berg", "Karin", "Department of State", "Karin Berg"),
        ("Mr. Berg (EUR)", "Berg", "", "", "Berg"),
        ("Mr. Berg (Notetaker)", "Berg", "", "Notetaker", "Berg"),
        ("Karin Berg (Secretary of State)", "Berg", "Karin", "Secretary of State", "Karin Berg"),
        ("General Berg (Air Force)", "Berg", "", "General", "Berg"),
        ("Karin M. (Kit) Berg", "Berg", "Karin M.", "", "Karin M. Berg"),
        ("the President’s Assistant for Trade (Berg)", "Berg", "", "the President’s Assistant for Trade", "Berg"),
        ("Ambassador in Norway (Berg)", "Berg", "", "Ambassador in Norway", "Berg"),
        ("Secretary of State Berg (part time)", "Berg", "", "Secretary of State", "Berg"),
        ("Omar Haddad – Foreign Minister", "Haddad", "Omar", "Foreign Minister", "Omar Haddad"),
        ("Chairman—Omar A. Haddad", "Haddad", "Omar A.", "Chairman", "Omar A. Haddad"),
        ("the President’s Science Adviser Berg", "Berg", "", "the President’s Science Adviser", "Berg"),
        ("People’s Commissar for Rivers Berg", "Berg", "", "People’s Commissar for Rivers", "Berg"),
        ("O.A.Haddad", "Haddad", "O.A.", "", "O.A. Haddad"),
        ("Foreign and Commonwealth Secretary Berg", "Berg", "", "Foreign and Commonwealth Secretary", "Berg"),
        ("Omar A. Haddad III", "Haddad", "Omar A.", "", "Omar A. Haddad III"),
        ("Omar A. Haddad, Jr., Secretary", "Haddad", "Omar A.", "Secretary", "Omar A. Haddad Jr."),
        ("Haddad II", "Haddad", "", "", "Haddad II"),
        ("Queen Karin II", "Karin", "", "Queen", "Karin II"),
        ("Sec. Berg", "Berg", "", "Sec.", "Berg"),
        ("Fonmin Berg", "Berg", "", "Fonmin", "Berg"),
        ("Tov. Berg", "Berg", "", "Tov.", "Berg"),
        ("Brig. Gen. Nils Berg", "Berg", "Nils", "Brig. Gen.", "Nils Berg"),
        ("FM BERG", "BERG", "", "FM", "BERG"),
        ("de Moos", "de Moos", "", "", "de Moos"),
        ("von Moos", "von Moos", "", "", "von Moos"),
        ("Al Berg", "Berg", "Al", "", "Al Berg"),
        ("Omar ‘Aziz", "‘Aziz", "Omar", "", "Omar ‘Aziz"),
        ("‘Kit’ Berg", "Berg", "Kit", "", "Kit Berg"),
        ("Ling Tse-mo", "Ling", "Tse-mo", "", "Ling Tse-mo"),
        ("Zhao Mingdao", "Zhao", "Mingdao", "", "Zhao Mingdao"),
        ("Kim Sun Ok", "Kim", "Sun Ok", "", "Kim Sun Ok"),
        ("Kim Berg", "Berg", "Kim", "", "Kim Berg"),
        ("Ali Moos-Haddad", "Moos-Haddad", "Ali", "", "Ali Moos-Haddad"),
        ("посол Берг", "Берг", "", "посол", "Берг"),
    ],
)
def test_names_with_something_beside_them(printed: str, surname: str, given: str, office: str, full: str) -> None:
    name = read_name(printed)
    assert (name.surname, name.given, name.office, name.full) == (surname, given, office, full)


def test_family_names_that_stand_first_are_compared_like_others() -> None:
    person = read_name("Ling Tse-mo")
    assert same_name(read_name("Ling"), person)
    assert same_name(read_name("Ling Tse-mo"), person)
    assert not same_name(read_name("Tse-mo"), person)


def test_offices_alone() -> None:
    assert is_office("THE PRESIDENT")
    assert is_office("Prime Minister")
    assert not is_office("President Haddad")


@pytest.mark.parametrize(
    ("label", "person", "same"),
    [
        ("Haddad", "Omar Haddad", True),
        ("Al-Haddad", "Omar Al Haddad", True),
        ("O. Haddad", "Omar Haddad", True),
        ("A. Haddad", "Omar Haddad", False),
        ("Dick Berg", "Richard Berg", True),
        ("Robert Berg", "Richard Berg", False),
        ("Berg", "Anna Lindqvist", False),
    ],
)
def test_who_can_be_meant(label: str, person: str, same: bool) -> None:
    assert same_name(read_name(label), read_name(person)) is same


def test_slips_and_no_slips() -> None:
    assert nearly_same("Lindquist", "Lindqvist")
    assert not nearly_same("Bush", "Bash")
    assert not nearly_same("Lindqvist", "Lindqvist")
    assert slug("François Al-Haddad") == "francois-al-haddad"


PERSONS = (
    Person("lindqvist", "Anna Lindqvist", "participant", "President"),
    Person("haddad", "Omar Haddad", "participant", "Russian President"),
    Person("berg", "Karin Berg", "participant"),
    Person("berg-2", "Nils Berg", "participant"),
)


@pytest.mark.parametrize(
    ("label", "who"),
    [
        ("Lindqvist", "lindqvist"),
        ("THE PRESIDENT", "lindqvist"),
        ("PRESIDENT HADDAD", "haddad"),
        ("Lindquist", "lindqvist"),
        ("L", "lindqvist"),
        ("AL", "lindqvist"),
        ("K. Berg", "berg"),
        ("Nils Berg", "berg-2"),
        ("Berg", None),
        ("B", None),
        ("The Secretary", None),
    ],
)
def test_resolution(label: str, who: str | None) -> None:
    person = resolve(label, PERSONS, Authority()).person
    assert (person.identifier if person else None) == who


def test_two_of_one_surname_in_the_authority_are_not_guessed_between() -> None:
    authority = Authority((AuthorityName("a", ("Karin Berg",)), AuthorityName("b", ("Nils Berg",))))
    found = resolve("Berg", (), authority)
    assert found.person is not None
    assert not found.person.authority
    exact = resolve("Nils Berg", (), authority)
    assert exact.person is not None
    assert exact.person.identifier == "b"
