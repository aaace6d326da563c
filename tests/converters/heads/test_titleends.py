"""Where titles in other languages name the place."""

from __future__ import annotations

import pytest

from memcon.converters.heads.titleends import split_title


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("Unterredung zwischen Aalto und Dorn in Anwesenheit des Ministers in Lindau am 13. November 1940", "Lindau"),
        ("Conversation between Aalto and Dorn in the presence of Mr. Berg in Lindau on 13 November 1940", "Lindau"),
        ("Entretien entre M. Aalto et M. Dorn à Lindau le 5 mai 1970", "Lindau"),
        ("Entretien accordé par M. Aalto à Eva Holm le 5 mai 1970", ""),
    ],
)
def test_the_place_before_the_day(title: str, place: str) -> None:
    _, when = split_title(title)
    assert when is not None
    assert (title[slice(*when.place)] if when.place is not None else "") == place
