"""Labels that are wrapped over two lines."""

from __future__ import annotations

import pytest

from memcon.conversion import convert
from memcon.converters.labels.wrappedlabels import outside
from memcon.transcript import Span

HEAD = "Memorandum of Conversation between Anna Lindqvist and Omar Haddad\n\nOslo, 12 March 1983\n\n"


def labels(text: str) -> list[str]:
    """The printed labels of the turns."""
    (made,) = convert(text.encode(), "talk.txt").value or ()
    return [" ".join(part.split(b">")[-1].decode().split()) for part in made.data.split(b"</speaker>")[:-1]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lindqvist (slowly,\nwith heat): No.\n\nHaddad: Yes.\n", ["Lindqvist (slowly, with heat):", "Haddad:"]),
        ("The Secretary of\nState: No.\n\nHaddad: Yes.\n", ["The Secretary of State:", "Haddad:"]),
        ("Haddad: Yes.\n\nThe herring of the\nBaltic: it is said.\n", ["Haddad:"]),
        ("Haddad: Yes.\nNOTE FOR THE RECORD\nBY MR. BERG:\nA. In the spring.\n", ["Haddad:"]),
        ("Haddad: Yes.\n\nThe Secretary of\n- Berg: none\n- Dorn: none\n", ["Haddad:"]),
    ],
)  # fmt: skip
def test_a_label_over_two_lines(text: str, found: list[str]) -> None:
    assert labels(HEAD + text) == found


def test_no_line_of_a_label_opens_a_paragraph() -> None:
    assert outside(frozenset({0, 5, 10, 12}), [Span(10, 15), Span(3, 5)]) == {0, 5, 10}
    assert outside(frozenset({1}), []) == {1}
