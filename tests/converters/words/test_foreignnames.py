"""Whom the titles of other languages name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.converters.words.foreignnames import parties


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Запись беседы М.А. Белкина с К. Линдбергом", ("Белкин", "Линдберг")),
        ("Запись беседы министра А. Дорнова с послом Норланда Т. Уотерсом", ("Дорнов", "Уотерс")),
        ("Gespräch des Bundeskanzlers Brauer mit Präsident Ferrante", ("Brauer", "Ferrante")),
        ("Entretien entre le Président de la République et M. Aldo Bressan", ("", "Bressan")),
        ("Conversación sostenida entre el Canciller Alcázar y el Embajador Lindqvist", ("Alcázar", "Lindqvist")),
        ("Protokół rozmowy ministra J. Jabłonowskiego z P. Horakiem", ("Jabłonowski", "Horak")),
        ("Verslag van het gesprek tussen minister Van Aalst en kanselier Brauer", ("Aalst", "Brauer")),
    ],
)
def test_names_are_known_in_their_first_form(title: str, names: tuple[str, ...]) -> None:
    found, one_sided = parties(title)
    assert len(found) == len(names)
    assert not one_sided
    assert all(party.is_called(name) for party, name in zip(found, names, strict=True) if name)
    assert not any(party.is_called("Haddad") for party in found)


def test_one_side_alone() -> None:
    found, one_sided = parties("Entretien avec M. Sforzi")
    assert one_sided
    assert [party.surnames for party in found] == [("Sforzi",)]


@pytest.mark.parametrize(
    "title", ["Memorandum of Conversation", "Memorandum of Conversation with Anna Bell", "Беседа", ""]
)
def test_titles_that_name_nobody_here(title: str) -> None:
    assert parties(title)[0] == ()


@given(st.text(max_size=80))
def test_any_title_is_read(text: str) -> None:
    for title in (text, f"Запись беседы {text}", f"Gespräch {text}"):
        for party in parties(title)[0]:
            tuple(party.first_forms())
            party.is_called("Горшенин")
