"""What printed redactions say."""

from __future__ import annotations

import pytest

from memcon.converters.withheld import Withheld, is_withheld, read_withheld


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("[3 lines not declassified]", Withheld("line", "3")),
        ("[7½ lines not declassified]", Withheld("line", "7.5")),
        ("[61/2 lines not declassified]", Withheld("line", "6.5")),
        ("[less than 1 line not declassified]", Withheld("line", at_most="1")),
        ("[½ page not declassified]", Withheld("page", "0.5")),
        ("[1 paragraph (3 lines) not declassified]", Withheld("paragraph", "1")),
        ("[name not declassified]", Withheld("name", "1")),
        ("[names not declassified]", Withheld("name")),
        ("[dollar amount not declassified]", Withheld(extent="dollar amount")),
        ("[4 minutes 47 seconds not declassified]", Withheld(extent="4 minutes 47 seconds")),
        ("[text not declassified]", Withheld()),
        ("(b)(1)", Withheld(categories=("foia.b1",))),
        ("[(b)(7)(C)]", Withheld(categories=("foia.b7C",))),
        ("E.O. 13526 1.4(c)", Withheld(categories=("eo.1.4c",))),
        ("3.3(b)(1)", Withheld(categories=("eo.3.3b1",))),
        ("25X1", Withheld(categories=("eo.25X1",))),
        ("██ (b)(1) (b)(3)", Withheld(categories=("foia.b1", "foia.b3"))),
    ],
)
def test_redactions(printed: str, said: Withheld) -> None:
    assert read_withheld(printed) == said


@pytest.mark.parametrize("printed", ["[sic]", "[the others]", "[1]", "[To General Brown]", "[Laughter]"])
def test_other_brackets(printed: str) -> None:
    assert not is_withheld(printed)
