"""memcon rule and memcon guide: what they print, and what they say of a word that is neither."""

from __future__ import annotations

import pytest

from conftest import ROOT
from harness import memcon, spawned
from memcon.reference.guide import guide
from memcon.rules import RULES


def test_the_page_of_a_rule() -> None:
    told = memcon("rule", "MC503")
    assert told.code == 0
    for words in (
        "MC503 dangling-link (error)", "\nBad\n    <person", "\nGood\n    <person", "\nHow to mend it\n  Mend",
        '\n    code = "MC503"\n', "\nSee also\n", "MC502 dangling-pointer",
    ):  # fmt: skip
        assert words in told.out
    assert memcon("rule", "503").out == told.out == memcon("rule", "dangling-link").out


@pytest.mark.parametrize(("format_", "path"), [("md", "docs/rules.md"), ("html", "schemas/rules.html")])
def test_the_whole_reference_is_the_built_one(format_: str, path: str) -> None:
    assert memcon("rule", "--all", "--format", format_).out == (ROOT / path).read_text("utf-8")


def test_all_pages_in_the_terminal() -> None:
    told = memcon("rule", "--all").out
    assert all(f"{code} {rule.name} (" in told for code, rule in RULES.items())
    prose = [line for line in told.splitlines() if not line.startswith("    ")]
    assert max(map(len, prose)) <= 80


def test_some_rules_in_markdown() -> None:
    told = memcon("rule", "MC101", "--format", "md").out
    assert "### MC101 empty-file" in told
    assert "### MC102" not in told


def test_a_format_without_rules_is_refused() -> None:
    assert memcon("rule", "--format", "html").code == 2


def test_the_guide_lists_the_elements_by_task() -> None:
    told = memcon("guide").out
    lines = told.splitlines()
    assert [task.title for task in guide().tasks] == [line for line in lines if line and not line.startswith(" ")]
    assert all(any(line.startswith(f"  {element.name} ") for line in lines) for element in guide().elements)
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("word", ["sp", "<sp>", "SP"])
def test_an_entry_of_the_guide(word: str) -> None:
    told = memcon("guide", word)
    assert told.code == 0
    for words in (
        "<sp>\n",
        "@who",
        "@xml:id, required",
        "Stands in\n  body, div\n",
        "MC301 unknown-speaker",
        "CO.html",
    ):
        assert words in told.out


def test_every_entry_fits_the_terminal() -> None:
    told = memcon("guide", *(element.name for element in guide().elements)).out
    prose = [line for line in told.splitlines() if not line.startswith("    ") and "https://" not in line]
    assert max(map(len, prose)) <= 80


def test_several_entries_are_printed_one_after_the_other() -> None:
    told = memcon("guide", "gap", "fw").out
    assert told.index("<gap>\n") < told.index("<fw>\n")


@pytest.mark.parametrize(
    ("word", "advice"), [("persnme", "did you mean persName"), ("spp", "did you mean sp?"), ("xyzzy", "lists all")]
)
def test_a_word_that_is_no_element_gets_advice(word: str, advice: str) -> None:
    told = memcon("guide", word)
    assert (told.code, told.out) == (2, "")
    assert advice in told.err


def test_elements_are_completed() -> None:
    env = {"_MEMCON_COMPLETE": "bash_complete", "COMP_WORDS": "memcon guide pers", "COMP_CWORD": "2"}
    completed = {line.partition(",")[2] for line in spawned(env=env).out.splitlines()}
    assert completed == {"persName", "person", "personGrp"}


def test_wide_terminals_get_longer_lines_within_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    wide = max(len(line) for line in memcon("rule", "MC109").out.splitlines() if not line.startswith("    "))
    monkeypatch.setenv("COLUMNS", "50")
    narrow = max(len(line) for line in memcon("rule", "MC109").out.splitlines() if not line.startswith("    "))
    assert narrow <= 50 < wide <= 100


def test_the_whole_guide() -> None:
    """As a page it comes with the package: who has no checkout has it, too."""
    assert memcon("guide", "--all", "--format", "html").out == (ROOT / "schemas" / "guide.html").read_text("utf-8")
    told = memcon("guide", "--all").out
    assert all(f"<{element.name}>\n" in told for element in guide().elements)
    for words in (["--format", "html"], ["sp", "--format", "html"], ["sp", "--all"]):
        assert memcon("guide", *words).code == 2
    assert memcon("rule", "MC101", "--all").code == 2
