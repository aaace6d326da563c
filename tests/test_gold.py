"""The fifteen memoranda: every fact of tests/gold/memoranda.json, asserted of the committed edition."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from lxml import etree

from conftest import GOLD, REFERENCE, TEI, TRANSCRIPTS, encoded
from memcon.conversion import convert
from memcon.editions import load_edition
from memcon.fidelity import printed_span, prove, reference
from memcon.readers import read
from memcon.resources import schema_file
from memcon.validation import validate

Fact = dict[str, Any]

ASKED = {  # what a reviewer would ask of a document; the ignore of MC566 is the edition's, not the document's
    "1991-02-23-gorbachev-andreotti": ["MC570"], "1991-02-23-gorbachev-aziz-1": ["MC570"],
    "1991-02-23-gorbachev-aziz-2": ["MC520"], "1991-02-23-gorbachev-mubarak": ["MC571"],
    "1997-11-22-clinton-yeltsin": ["MC570", "MC566"],
}  # fmt: skip
each = pytest.mark.parametrize("fact", GOLD, ids=[fact["id"] for fact in GOLD])


def test_the_edition_holds_the_fifteen_and_nothing_else() -> None:
    assert sorted(p.stem for p in TEI.glob("*.xml")) == sorted([*(f["id"] for f in GOLD), "persons"])
    assert sum(fact["turns"] for fact in GOLD) == 163


@each
def test_boundaries(fact: Fact) -> None:
    named = reference(encoded(fact["id"]).tree)
    assert named is not None
    first, last = fact["lines"]
    assert (named.path, named.lines) == (f"transcripts/{fact['transcript']}", (first - 1, last))


@each
def test_title(fact: Fact) -> None:
    file = encoded(fact["id"])
    main = file.texts("//t:titleStmt/t:title[@type='main']")
    assert main == ([fact["title"]] if fact["title"] else [])
    assert len(file.all("//t:titleStmt/t:title[@type='supplied'][@resp='#edition']")) == (not fact["title"])
    assert file.texts("//t:titleStmt/t:title[@type='subject']") == ([fact["subject"]] if "subject" in fact else [])


@each
def test_date_and_times(fact: Fact) -> None:
    (date,) = encoded(fact["id"]).all("//t:settingDesc/t:setting/t:date")
    zone = fact.get("timezone", "")
    start = f"{fact['date']}T{fact['time_from']}:00{zone}" if "time_from" in fact else fact["date"]
    if "time_to" in fact:
        assert (date.get("from"), date.get("to")) == (start, f"{fact['date']}T{fact['time_to']}:00{zone}")
    else:
        assert date.get("when") == start
    inferred = fact.get("date_inferred", False)
    assert (date.get("evidence") == "conjecture", date.get("cert") == "medium") == (inferred, inferred)
    assert date.get("ana") == ("#date.from-previous" if inferred else None)


def test_an_inherited_date_says_from_where() -> None:
    (date,) = encoded("1991-02-23-gorbachev-aziz-2").all("//t:setting/t:date")
    assert date.get("source") == "1991-02-23-gorbachev-major.xml"


@each
def test_place_and_medium(fact: Fact) -> None:
    file = encoded(fact["id"])
    assert file.texts("//t:setting/t:placeName | //t:setting/t:locale") == ([fact["place"]] if "place" in fact else [])
    assert [c.get("target") for c in file.all("//t:catRef[@scheme='#medium']")] == [f"#medium.{fact['mode']}"]


@each
def test_speakers_in_order(fact: Fact) -> None:
    turns = encoded(fact["id"]).all("//t:text//t:sp")
    assert [turn.get("who") for turn in turns] == [f"#{who}" for who in fact["speakers"]]
    assert len(turns) == fact["turns"]
    assert [turn.get("{http://www.w3.org/XML/1998/namespace}id") for turn in turns] == [
        f"t{n}" for n in range(1, len(turns) + 1)
    ]


@each
def test_omissions_and_ellipses(fact: Fact) -> None:
    marks = encoded(fact["id"]).texts("//t:ellipsis/t:metamark[@function='omission']")
    assert (marks.count("[...]"), marks.count("...")) == (fact["omissions"], fact["ellipses"])
    assert len(marks) == fact["omissions"] + fact["ellipses"]


@each
def test_supplied_words_in_their_brackets(fact: Fact) -> None:
    file = encoded(fact["id"])
    assert file.texts("//t:text//t:supplied") == [f"[{words}]" for words in fact["supplied"]]
    resp = "#translator-1" if len(fact["translators"]) == 1 else "#source-edition"
    assert {s.get("resp") for s in file.all("//t:text//t:supplied")} <= {resp}


@each
def test_sic(fact: Fact) -> None:
    file = encoded(fact["id"])
    assert file.texts("//t:note[@type='editorial'][@subtype='sic']") == ["[sic]"] * fact["sic"]
    assert file.texts("//t:p/t:sic") == ["he"] * fact["sic"]


@each
def test_excerpt(fact: Fact) -> None:
    file = encoded(fact["id"])
    assert bool(file.all("//t:note[@type='extent']")) == fact["excerpt"]
    assert bool(file.all("//t:body/t:div[@sample='unknown']")) == fact["excerpt"]
    assert bool(file.all("//t:msItem[@defective='true']")) == fact["excerpt"]


@each
def test_source_notes_and_translators(fact: Fact) -> None:
    file = encoded(fact["id"])
    notes = file.texts("//t:note[@type='source']")
    assert len(notes) == fact.get("source_notes", 1 if fact["source"] else 0)
    for note in notes:
        assert note.lstrip("[").removeprefix("Source: ").startswith(fact["source"])
    assert file.texts("//t:respStmt[t:resp='translator']/t:persName") == fact["translators"]
    assert file.texts("//t:repository") == (["Archive of the Gorbachev Foundation"] if fact["source"] else [])
    if "Fond 1" in (fact["source"] or ""):
        assert file.texts("//t:collection") == ["Fond 1", "opis 1"]


@each
def test_participants_interpreter_notetakers(fact: Fact) -> None:
    file = encoded(fact["id"])
    ids = "//t:particDesc//t:person[@role='{}']/@xml:id"
    if "participants" in fact:
        assert file.all(ids.format("principal")) == fact["participants"]
    names = "//t:particDesc//t:person[@role='{}']/t:persName"
    assert file.texts(names.format("interpreter")) == fact.get("interpreter", [])
    assert file.texts(names.format("notetaker")) == fact.get("notetakers", [])
    assert set(fact["speakers"]) <= set(file.all("//t:particDesc//t:person/@xml:id"))


@each
def test_the_proof_holds(fact: Fact) -> None:
    file = encoded(fact["id"])
    transcript = read((TRANSCRIPTS / fact["transcript"]).read_bytes(), fact["transcript"]).value
    named = reference(file.tree)
    assert transcript is not None
    assert named is not None
    span = printed_span(transcript, named.lines)
    assert span is not None
    assert named.sha256 == transcript.sha256
    assert prove(file.tree, file.data, fact["id"], transcript, span) == ()


@each
def test_valid_by_every_engine(fact: Fact) -> None:
    file = encoded(fact["id"])
    assert [d.rule.code for d in validate(file.data, str(file.path)).diagnostics] == ASKED.get(fact["id"], [])
    assert grammar().validate(file.tree), grammar().error_log


@cache
def grammar() -> etree.RelaxNG:
    return etree.RelaxNG(etree.fromstring(schema_file("memcon.rng").read_bytes()))


def test_the_committed_edition_is_what_the_tool_makes() -> None:
    settings = load_edition(TEI / "edition.toml", TEI).value
    assert settings is not None
    for path in sorted(TRANSCRIPTS.iterdir()):
        outcome = convert(path.read_bytes(), path.name, settings, target=f"transcripts/{path.name}")
        for document in outcome.value or ():
            assert document.data == (TEI / f"{document.identifier}.xml").read_bytes(), document.identifier


def test_the_transcripts_are_kept_byte_for_byte() -> None:
    source = REFERENCE / "transcripts"
    if not source.is_dir():
        pytest.skip("the transcripts' originals are not beside the checkout")
    for path in source.iterdir():
        assert (TRANSCRIPTS / path.name).read_bytes() == path.read_bytes()


@each
def test_valid_tei_all(fact: Fact, tei_all: etree.RelaxNG) -> None:
    assert tei_all.validate(encoded(fact["id"]).tree), tei_all.error_log


def test_the_authority_file_is_valid_tei_all(tei_all: etree.RelaxNG) -> None:
    assert tei_all.validate(encoded("persons").tree), tei_all.error_log


def test_everybody_is_in_the_authority_file() -> None:
    known = set(encoded("persons").all("//t:standOff//t:person/@xml:id"))
    for fact in GOLD:
        for person in encoded(fact["id"]).all("//t:particDesc//t:person"):
            identifier = person.get("{http://www.w3.org/XML/1998/namespace}id")
            assert identifier in known
            assert person.get("sameAs") == f"persons.xml#{identifier}"
