"""[[ignore]]: what an entry is about, and when it can be told that it is about nothing."""

from __future__ import annotations

import pytest

from memcon.decisions import Edition, IgnoreDecision, read_edition
from memcon.diagnostics import Diagnostic, Location
from memcon.findings import means, needless
from memcon.rules import rule


def entry(code: str = "MC502", file: str = "", id: str = "") -> IgnoreDecision:
    return IgnoreDecision(code, "it is so", file, id)


@pytest.mark.parametrize(
    ("file", "name", "answer"),
    [
        ("", "a.xml", True),
        ("a.xml", "a.xml", True),
        ("a.xml", "deep/er/a.xml", True),
        ("a.xml", "ba.xml", False),
        ("deep/a.xml", "deep/a.xml", True),
        ("deep/a.xml", "a.xml", False),
        ("deep/*", "deep/a.xml", True),
        ("19??-*.xml", "1991-02.xml", True),
        ("A.xml", "a.xml", False),
        ("[ab].xml", "b.xml", True),
        ("talk [1].xml", "talk [1].xml", True),
        ("deep/talk [1].xml", "deep/talk [1].xml", True),
    ],
)
def test_files(file: str, name: str, answer: bool) -> None:
    found = Diagnostic(rule("MC502"), "m", Location(name, 1, 1))
    assert means(entry(file=file), found, name) is answer


def test_codes_and_elements() -> None:
    found = Diagnostic(rule("MC502"), "m", Location("a.xml", 1, 1, "", ("t14", "m-talk")))
    assert means(entry(id="t14"), found, "a.xml")
    assert means(entry(id="m-talk"), found, "a.xml")
    assert not means(entry(id="t1"), found, "a.xml")
    assert not means(entry("MC504"), found, "a.xml")


def needed(*checked: str, present: tuple[str, ...] = ("a.xml", "b.xml"), file: str = "") -> bool:
    edition = Edition("edition.toml", ignores=(entry(file=file),))
    found = list(needless(edition, (), checked, present))
    assert len(found) <= 1
    return not found


def test_an_entry_is_needless_only_where_all_it_could_be_about_was_checked() -> None:
    assert needed("a.xml")
    assert not needed("a.xml", "b.xml")
    assert not needed("a.xml", file="a.xml")
    assert needed("b.xml", file="a.xml")
    assert needed("a.xml", file="*.xml")
    assert needed("a.xml", file="gone.xml")
    assert not needed("a.xml", "b.xml", file="gone.xml")


def read(toml: str) -> list[str]:
    return [f"{d.rule.code} {d.location.line} {d.message}" for d in read_edition(toml.encode(), "e").diagnostics]


@pytest.mark.parametrize("reason", ["", "reason = ''", "reason = '  '"])
def test_a_reason_is_mandatory(reason: str) -> None:
    assert read(f"[[ignore]]\ncode = 'MC502'\n{reason}\n") == ["MC901 1 [ignore] needs reason"]


def test_faults_of_an_entry_have_their_place() -> None:
    (said,) = read("[[ignore]]\ncode = 'MC5O2'\nreason = 'x'\n")
    assert said.startswith("MC901 2 code in [ignore] is 'MC5O2', and there is no such rule; did you mean MC5")
    assert read("[[ignore]]\nreason = 'x'\n") == ["MC901 1 [ignore] needs code"]
    assert read("[[ignore]]\ncode = 'MC502'\nreason = 'x'\nfiles = 'y'\n")[0].startswith("MC901 4 unknown key 'files'")
    twice = "[[ignore]]\ncode = 'MC502'\nreason = 'x'\n"
    assert read(twice * 2) == ["MC901 4 there are two [[ignore]] about one thing"]
    assert read(twice + twice.replace("reason", "file = 'a.xml'\nreason")) == []
