"""Who holds an office, as the text above the first turn says."""

from __future__ import annotations

import pytest

from memcon.converters.persons.headlines import names_above
from memcon.converters.persons.presiding import defined_above, holder_above


@pytest.mark.parametrize(
    ("office", "text", "name"),
    [
        ("The President", "the President (Sir Carl Aalto) in the Chair", "Sir Carl Aalto"),
        ("THE CHAIRMAN", "Senator Carl\nAalto (chairman) presiding", "Senator Carl Aalto"),
        ("The Chairman", "the Chairman (Mr. Aalto), the Chairman (Mr. Berg)", ""),
        ("The President", "the Vice-President (Mr. Aalto)", "Mr. Aalto"),
        ("The President", "the President (in the Chair)", ""),
        ("The President", "the Presidents (Mr. Aalto)", ""),
        ("The President", "", ""),
    ],
)
def test_a_name_in_parentheses_beside_an_office(office: str, text: str, name: str) -> None:
    assert holder_above(office, text) == name


@pytest.mark.parametrize(
    ("letters", "text", "who"),
    [
        ("P", "Present: the President (P), H.R. Aalto (H) and Carl Dorn (D).", "the President"),
        ("H:", "Present: the President (P), H.R. Aalto (H) and Carl Dorn (D).", "H.R. Aalto"),
        ("D", "Carl\nDorn [D]", "Carl Dorn"),
        ("B", "Carl Dorn (D)", ""),
        ("D", "Carl Dorn (D), Eva Dahl (D)", ""),
        ("D.", "the second point (D)", ""),
    ],
)
def test_letters_in_parentheses_behind_a_name(letters: str, text: str, who: str) -> None:
    assert defined_above(letters, text) == who


@pytest.mark.parametrize(
    ("text", "surnames"),
    [
        ("TELCON\nAMBASSADOR AALTO\nMR. BERG\nJune 8, 1972", ["AALTO", "BERG"]),
        ("Secretary Aalto - Mr. Berg", ["Aalto", "Berg"]),
        ("Mr. Aalto called Mr. Berg.", []),
        ("Mr. Aalto", []),
        ("\n".join(f"Mr. Berg{'s' * n}" for n in range(9)), []),
    ],
)
def test_names_with_titles_above_the_first_turn(text: str, surnames: list[str]) -> None:
    assert [name.surname for name in names_above(text)] == surnames
