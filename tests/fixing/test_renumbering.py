"""Turns get their numbers, and every pointer leads where it led; where that is not certain, nothing is done."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpora import memorandum, write
from memcon.fidelity import TranscriptReference
from memcon.fixing import Around, fix
from memcon.fixing.drafts import normal
from memcon.fixing.surroundings import moves, pinned
from memcon.tei.parsing import Tree, parse_tei

TURN = "<sp{}><speaker>A:</speaker><p>{}</p></sp>"


def source(*identifiers: str, more: str = "") -> str:
    """A memorandum with turns of these ids; an empty one is none."""
    named = (f' xml:id="{identifier}"' if identifier else "" for identifier in identifiers)
    return memorandum("a", "\n".join(TURN.format(name, n) for n, name in enumerate(named)) + more)


def tree(text: str) -> Tree:
    parsed = parse_tei(text.encode(), "a.xml").value
    assert parsed is not None
    return parsed


def turns(text: str) -> list[str | None]:
    return [element.get("{http://www.w3.org/XML/1998/namespace}id") for element in tree(text).iter("{*}sp")]


def numbered(text: str, around: Around | None = None, path: str = "a.xml") -> str:
    outcome = fix(text.encode(), path, around, ("MC581",))
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value.data.decode()


def refused(text: str, around: Around | None = None) -> str:
    outcome = fix(text.encode(), "a.xml", around, ("MC581",))
    assert outcome.value is not None
    assert outcome.value.data.decode() == text
    (found,) = outcome.diagnostics
    assert found.rule.code == "MC593"
    return found.message


@pytest.mark.parametrize(
    "identifiers", [("t1", "t2", "t4"), ("", "", ""), ("t2", "t1", "t3"), ("x", "", "t2"), ("t1", "t1", "t1")]
)
def test_turns_are_numbered_in_their_order(identifiers: tuple[str, ...]) -> None:
    assert turns(numbered(source(*identifiers))) == ["t1", "t2", "t3"]


def test_every_pointer_leads_where_it_led() -> None:
    pointers = "#t2  #t1\n#t9 a.xml#t2 ./a.xml#t1 b.xml#t2 http://x/a.xml#t2"
    more = f'<p corresp="{pointers}" n="#2"><ref target="#t2">t2</ref></p>'
    made = numbered(source("t2", "t1", "t9", more=more))
    (new,) = (each for each in tree(made).iter("{*}p") if each.get("corresp"))
    assert new.get("corresp") == "#t1  #t2 #t3 a.xml#t1 ./a.xml#t2 b.xml#t2 http://x/a.xml#t2"
    assert new.get("n") == "#2"
    assert [(ref.get("target"), ref.text) for ref in new.iter("{*}ref")] == [("#t1", "t2")]


def test_nothing_else_is_changed() -> None:
    text = source("t1", "t7").replace("<sp ", "<sp\n  ").replace("\n", "\r\n")
    assert numbered(text) == text.replace("t7", "t2")


@pytest.mark.parametrize(
    ("identifiers", "more", "why"),
    [
        (("t1", "t1"), '<p corresp="#t1"/>', "one of two elements"),
        (("t1", "t3"), '<p corresp="#t2"/>', "points to nothing"),
        (("t1", "t3"), '<p xml:id="t2"/>', "the id of a p"),
        (("t1", "t3"), '<p corresp="#range(t1,t3)"/>', "cannot be rewritten"),
    ],
)
def test_where_a_pointer_could_be_lost_nothing_is_numbered(identifiers: tuple[str, ...], more: str, why: str) -> None:
    assert why in refused(source(*identifiers, more=more))


def test_notes_and_statements_are_numbered_too() -> None:
    made = numbered(source("t1", more=(
        '<p corresp="#s #f #n1-7"/><note type="source" xml:id="s">x</note><note type="source">y</note>'
        '<note place="end" n="1" xml:id="n1-7">x</note><note place="end" n="1" xml:id="f">x</note>'
        '<note place="end" n="1">x</note><note place="end" n="*" xml:id="star">x</note>'
    )))  # fmt: skip
    notes = [
        (str(each.get("n")), each.get("{http://www.w3.org/XML/1998/namespace}id"))
        for each in tree(made).iter("{*}note")
    ]
    assert notes == [
        ("None", "source-1"),
        ("None", "source-2"),
        ("1", "n1-7"),
        ("1", "n1"),
        ("1", "n1-2"),
        ("*", "star"),
    ]
    assert 'corresp="#source-1 #n1 #n1-7"' in made


def test_translators_are_numbered_and_what_they_supplied_follows() -> None:
    statement = '<respStmt xml:id="translator-{}"><resp>\n translator</resp><persName>A</persName></respStmt>'
    text = source("t1", more='<p><supplied resp="#translator-4">[a]</supplied></p>')
    text = text.replace("</titleStmt>", statement.format(2) + statement.format(4) + "</titleStmt>")
    made = numbered(text)
    assert made == text.replace("translator-2", "translator-1").replace("translator-4", "translator-2")


def test_pointers_in_other_files_follow() -> None:
    files = {
        "tei/a.xml": source("t1", "t3", "t4"),
        "tei/more/b b.xml": source("t1", more='<p corresp="../a.xml#t3 #t1"/>'),
    }
    files["tei/c.xml"] = source("t1", "t5", more='<p source="more/b%20b.xml#t1" corresp="a.xml#t4"/>')
    moved = moves((path, text.encode()) for path, text in files.items())
    assert moved == {normal("tei/a.xml"): {"t3": "t2", "t4": "t3"}, normal("tei/c.xml"): {"t5": "t2"}}
    made = {path: numbered(text, Around(moved=moved), path) for path, text in files.items()}
    assert 'corresp="../a.xml#t2 #t1"' in made["tei/more/b b.xml"]
    assert 'source="more/b%20b.xml#t1" corresp="a.xml#t3"' in made["tei/c.xml"]
    assert moves((path, text.encode()) for path, text in made.items()) == {}


def test_a_file_that_is_not_repaired_pins_the_turns_it_points_to(tmp_path: Path) -> None:
    one = write(tmp_path / "a.xml", source("t1", "t3"))
    two = write(tmp_path / "b.xml", source("t1", more='<p corresp="a.xml#t3"/>'))
    write(tmp_path / "c.xml", "no XML at all")
    moved = moves([(str(one), one.read_bytes())])
    assert pinned(moved, [str(one), str(two)]) == frozenset()
    assert pinned(moved, [str(one)]) == {str(one)}
    outcome = fix(one.read_bytes(), str(one), Around(moved=moved, pinned=frozenset({str(one)})))
    assert [(d.rule.code, d.hint) for d in outcome.diagnostics] == [("MC593", "name all files of the edition")]


def test_a_file_that_cannot_be_repaired_pins_the_turns_it_names(tmp_path: Path) -> None:
    one = write(tmp_path / "a.xml", source("t1", "t3"))
    two = write(tmp_path / "b.xml", '<TEI><p corresp="a.xml#t3">')
    moved = moves([(str(one), one.read_bytes())])
    assert pinned(moved, [str(one), str(two)]) == {str(one)}


def test_the_proof_against_the_transcript_is_kept() -> None:
    def load(_named: TranscriptReference) -> tuple[str, bytes]:
        return "a.txt", b"A: 0\n"

    assert fix(source("x").encode(), "a.xml", load=load).diagnostics == ()
