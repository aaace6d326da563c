"""Findings in print: for people, one a line, JSON; long lines and odd characters included."""

from __future__ import annotations

import json
from typing import Any
from unicodedata import combining

from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.diagnostics import Diagnostic, Location, Severity, in_order, window
from memcon.findings import Findings
from memcon.readers import read
from memcon.reporters import REPORTERS, concise, human, plain, summary
from memcon.rules import RULES, rule
from memcon.tables import columns
from memcon.transcript import Span


def finding(excerpt: str = "", column: int = 1, width: int = 1, **more: Any) -> Diagnostic:
    place = Location("a.txt", 41, column)
    return Diagnostic(rule("MC301"), '"D" is nobody', place, "add him", excerpt, width, **more)


def test_for_people() -> None:
    found = finding("DOBRYNIN: We have considered this.", 1, 8, related=(Location("b.txt", 3, 4),))
    assert list(human([found])) == [
        'warning[MC301] unknown-speaker: "D" is nobody',
        "  --> a.txt:41:1",
        "    |",
        " 41 | DOBRYNIN: We have considered this.",
        "    | ^^^^^^^^",
        "  see b.txt:3:4",
        "   = help: add him",
        "",
    ]


def test_one_a_line() -> None:
    assert list(concise([finding()])) == ['a.txt:41:1: warning MC301 "D" is nobody']
    nowhere = Diagnostic(rule("MC105"), "cannot be read", Location("a.txt"))
    assert list(concise([nowhere])) == ["a.txt: error MC105 cannot be read"]


def test_json_is_ascii_and_one_value() -> None:
    bad = Diagnostic(
        rule("MC105"), "\u0440\udcff\x1b", Location("caf\udce9\n.txt", 1, 2, "/TEI"), related=(Location("b"),)
    )
    text = "\n".join(REPORTERS["json"](Findings((bad, finding())), plain))
    assert text.isascii()
    first, second = json.loads(text)
    assert (first["message"], first["path"], first["line"], first["column"], first["xpath"]) == (
        "\u0440\udcff\x1b", "caf\udce9\n.txt", 1, 2, "/TEI",
    )  # fmt: skip
    assert (first["related"], first["severity"], second["code"]) == (
        [{"path": "b", "line": 0, "column": 0}],
        "error",
        "MC301",
    )
    assert json.loads("\n".join(REPORTERS["json"](Findings(()), plain))) == []


def test_a_long_line_is_shown_round_its_place() -> None:
    """Also where the finding carries only a part of it."""
    line = "x" * 5_000_000 + "BELL" + "y" * 5_000_000
    transcript = read(line.encode(), "a.txt").value
    assert transcript is not None
    found = transcript.diagnostic("MC301", "m", Span(5_000_000, 5_000_004))
    assert found.location.column == 5_000_001
    assert len(found.excerpt) <= 400
    shown = list(human([found]))
    text, carets = shown[3], shown[4]
    assert len(text) < 200
    assert text[carets.index("^") : carets.rindex("^") + 1] == "BELL"


def test_a_line_fits_into_the_terminal() -> None:
    found = finding("word " * 20 + "BELL: " + "word " * 60, 101, 4)
    for width in (200, 80, 60, 40, 1):
        text, carets = list(human([found], width=width))[3:5]
        assert len(text) <= max(min(width, 170), 26)
        assert text[carets.index("^") : carets.rindex("^") + 1] == "BELL"


def test_carets_stand_below_wide_letters_and_beside_accents() -> None:
    shown = list(human([finding("周恩来： e\u0301te\u0301 基辛格", 12, 3)]))
    assert shown[4] == "    | " + " " * 13 + "^^^^^^"
    assert list(human([finding("周恩来： 是", 1, 3)]))[4] == "    | ^^^^^^"


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(st.characters(codec="utf-8"), max_size=700), st.integers(1, 800), st.integers(1, 900))
def test_carets_stand_below_what_is_meant(line: str, column: int, width: int) -> None:
    excerpt, first = window(line, column)
    assert excerpt == line[first - 1 : first - 1 + len(excerpt)]
    found = finding(excerpt, column, width, excerpt_column=first)
    for name in ("human", "concise"):
        for printed in REPORTERS[name](Findings((found,)), plain):
            assert all(c.isprintable() or c == "\t" for c in printed)
    shown = [text for text in human([found]) if text.startswith(" 41 | ")]
    if shown and column <= len(line) and line[column - 1].isprintable():
        below = list(human([found]))[4]
        over = {columns(shown[0][:at]): letter for at, letter in reversed(list(enumerate(shown[0])))}
        assert over[below.index("^")] == line[column - 1].replace("\t", " ") or combining(line[column - 1])


def test_the_summary_counts() -> None:
    codes = ["MC101", "MC101", "MC201", "MC111"]
    assert summary([Diagnostic(rule(code), "", Location("a")) for code in codes]) == "2 errors, 1 warning, 1 note"
    assert summary([]) == ""


def test_order_is_by_place_and_code_and_nothing_stands_twice() -> None:
    def at(path: str, line: int, code: str) -> Diagnostic:
        return Diagnostic(rule(code), "m", Location(path, line, 1))

    mixed = [at("b", 1, "MC101"), at("a", 10, "MC101"), at("a", 2, "MC201"), at("a", 2, "MC101"), at("a", 2, "MC201")]
    found = [(d.location.path, d.location.line, d.rule.code) for d in in_order(mixed)]
    assert found == [("a", 2, "MC101"), ("a", 2, "MC201"), ("a", 10, "MC101"), ("b", 1, "MC101")]


def test_the_table_of_rules_is_sound() -> None:
    names = [each.name for each in RULES.values()]
    assert len(set(names)) == len(names)
    assert list(RULES) == sorted(RULES)
    for code, each in RULES.items():
        assert code == each.code
        assert each.name == each.name.lower().replace(" ", "-")
        assert each.severity in Severity
        assert each.explanation.endswith(".")
        assert not each.summary.endswith(".")
