"""What printed redactions say."""

from __future__ import annotations

import pytest

from memcon.converters.release.withheld import (
    ANY_GAP,
    GAP_OPENS,
    Withheld,
    gap_at,
    is_withheld,
    is_withheld_name,
    occurrences,
    read_gap,
    read_withheld,
    withheld_label,
)


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
        ("[12–1/2 lines of source text not declassified]", Withheld("line", "12.5")),
        ("[111/2 lines not declassified]", Withheld("line", "11.5")),
        ("[1 and 1/2 lines not declassified]", Withheld("line", "1.5")),
        ("[1/2 line not declassified]", Withheld("line", "0.5")),
        ("[one and one-half lines not declassified]", Withheld("line", "1.5")),
        ("[half a page not declassified]", Withheld("page", "0.5")),
        ("[11 lines not declassified]", Withheld("line", "11")),
        ("[2 names not declassified]", Withheld("name", "2")),
        ("[twelve words not declassified]", Withheld("word", "12")),
        ("[3–4 lines not declassified]", Withheld("line", at_most="4", at_least="3")),
        ("[more than 2 pages not declassified]", Withheld("page", at_least="2")),
        ("[lines not declassified]", Withheld("line")),
        ("[1 hour, 4 minutes and 7 seconds not declassified]", Withheld(extent="1 hour, 4 minutes and 7 seconds")),
        (
            "[2 lines not declassified, E.O. 13526, Sec. 1.4(b) and (d)]",
            Withheld("line", "2", "", "", ("eo.1.4b", "eo.1.4d")),
        ),
        ("E.O. 12958, as amended, Sec. 3.3(b)(6)", Withheld(categories=("eo.3.3b6",))),
        ("EO 12958 3.4(b)(1)>25Yrs", Withheld(categories=("eo.3.4b1",))),
        ("E.O. 13526, section 1.4(b)(d)", Withheld(categories=("eo.1.4b", "eo.1.4d"))),
        ("E.O. 13526, section 1.4(b )( d)", Withheld(categories=("eo.1.4b", "eo.1.4d"))),
        ("E.O. 13526, SECTION 1.4(B)", Withheld(categories=("eo.1.4b",))),
        ("50X1-HUM", Withheld(categories=("eo.50X1",))),
        ("(b)(1) (C)", Withheld(categories=("foia.b1",))),
    ],
)
def test_redactions(printed: str, said: Withheld) -> None:
    assert read_withheld(printed) == said


@pytest.mark.parametrize("printed", ["[sic]", "[the others]", "[1]", "[To General Brown]", "[Laughter]"])
def test_other_brackets(printed: str) -> None:
    assert not is_withheld(printed)


@pytest.mark.parametrize("number", range(1, 10))
def test_every_exemption(number: int) -> None:
    assert read_gap(f"(b)({number})") == Withheld(categories=(f"foia.b{number}",))
    assert read_gap(f"[FOIA b({number})]") == Withheld(categories=(f"foia.b{number}",))
    assert read_gap(f"3.3(b)({number})") == Withheld(categories=(f"eo.3.3b{number}",))
    assert read_gap(f"25X{number}") == Withheld(categories=(f"eo.25X{number}",))


@pytest.mark.parametrize("letter", "abcdefgh")
def test_every_section(letter: str) -> None:
    for order in ("E.O. 12356", "EO 12958", "E. O. 13292", "E.O.13526"):
        assert read_gap(f"{order}, Section 1.4({letter})") == Withheld(categories=(f"eo.1.4{letter}",))
    assert read_gap(f"[1.5({letter.upper()})]") == Withheld(categories=(f"eo.1.5{letter}",))


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("████", Withheld()),
        ("■■■ ■■", Withheld()),
        ("[SANITIZED]", Withheld()),
        ("SANITIZED", Withheld()),
        ("[    ]", Withheld(doubtful=True)),
        ("[ ]", Withheld(doubtful=True)),
        ("[____]", Withheld(doubtful=True)),
        ("|_____|", Withheld(doubtful=True)),
        ("□□□", Withheld(doubtful=True)),
        ("(b)(l)", Withheld(categories=("foia.b1",), doubtful=True)),
        ("E.O. 13526, section l.4(b)", Withheld(categories=("eo.1.4b",), doubtful=True)),
        ("E.0. 13526, section 1.4(b)", Withheld(categories=("eo.1.4b",), doubtful=True)),
        ("25XI", Withheld(categories=("eo.25X1",), doubtful=True)),
        ("______", Withheld(reason="blank")),
        ("[left blank]", Withheld(reason="blank")),
        ("[date left blank in the original]", Withheld(reason="blank")),
        ("[illegible]", Withheld(reason="illegible")),
        ("[2 words illegible]", Withheld("word", "2", reason="illegible")),
        ("[unclear]", Withheld(reason="inaudible")),
        ("[2 words unclear]", Withheld("word", "2", reason="inaudible")),
    ],
)
def test_gaps(printed: str, said: Withheld) -> None:
    assert read_gap(printed) == said


@pytest.mark.parametrize(
    "printed",
    ["[the bank withheld the funds]", "[They were deleted]", "[x]", "[b1]", "[blank verse]", "■", "□", "___", "[12]",
     "[He had sanitized the report]", "(b)", "1.4(c)", "DELETED"],
)  # fmt: skip
def test_no_gaps(printed: str) -> None:
    assert read_gap(printed) is None


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("[name not declassified]: Yes.", "[name not declassified]:"),
        ("Mr. [name not declassified]: Yes.", "Mr. [name not declassified]:"),
        ("████: Yes.", "████:"),
        ("(b)(6): Yes.", "(b)(6):"),
        ("SANITIZED (in Russian): Da.", "SANITIZED (in Russian):"),
        ("______: Yes.", "______:"),
    ],
)
def test_labels(line: str, label: str) -> None:
    found = withheld_label(line)
    assert found is not None
    assert line[: found[2]] == label


@pytest.mark.parametrize(
    "line",
    [
        "[3 lines not declassified]: Yes.",
        "[Evgeny]: Yes.",
        "████ said: no.",
        "Under (b)(1): no.",
        "(b)(1):x",
        "Mr. Ek: Yes.",
    ],
)
def test_no_labels(line: str) -> None:
    assert withheld_label(line) is None


@pytest.mark.parametrize(
    "printed", ["[name not declassified], Desk Officer", "Mr. ████", "(b)(6)", "______", "SANITIZED"]
)
def test_names_that_are_withheld(printed: str) -> None:
    assert is_withheld_name(printed)


@pytest.mark.parametrize("printed", ["Anna Lindqvist", "Mr. Ek [name not declassified]", "[Evgeny] Ek", "Ek, (b)(6)"])
def test_names_that_are_not(printed: str) -> None:
    assert not is_withheld_name(printed)


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("He raised the transit issue.                    B1 1.4(B)", ("foia.b1", "eo.1.4b")),
        ("He raised the transit issue.    1.4(D)\nNothing.", ("eo.1.4d",)),
        ("They met in Room B1", None),
        ("He was given vitamin    B1 at noon.", None),
    ],
)
def test_codes_in_the_margin(line: str, codes: tuple[str, ...] | None) -> None:
    found = next(occurrences(ANY_GAP, GAP_OPENS, line, 0, len(line)), None)
    said = gap_at(line, found) if found is not None else None
    assert (said.categories if said is not None else None) == codes
