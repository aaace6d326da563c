"""Jing and our engine agree, about grammar and rules, on good, bad and mutated documents; and where it is not there."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from conftest import TEI
from memcon.diagnostics import Diagnostic
from memcon.tei.parsing import parse_tei
from memcon.validation.jing import Jing, JingError
from memcon.validation.places import Source
from memcon.validation.schema import check_schema
from memcon.validation.schematron import check_schematron
from memcon.validation.survey import Survey
from odd.reader import read
from schemas.mutations import mutant
from schemas.support import INVALID, SCHEMAS, VALID, parse
from schemas.test_rules import BASE, CASES

Said = tuple[bool, set[tuple[int, int, str, str]]]
"""Whether the grammar allows a document, and what the rules say where it does: line, column, XPath, message."""


@pytest.fixture(scope="session")
def engine(jing: str) -> Jing:
    """Jing on our schema."""
    return Jing(jing)


def ours(data: bytes, path: str) -> tuple[Diagnostic, ...]:
    outcome = parse_tei(data, path)
    if outcome.value is None:
        return outcome.diagnostics
    source = Source(outcome.value, data, path)
    return check_schema(source) or check_schematron(Survey(source))


def said(found: tuple[Diagnostic, ...]) -> Said:
    rules = [each for each in found if each.rule.code == "MC405"]
    places = ((each.location, each.message) for each in rules)
    return len(rules) == len(found), {(at.line, at.column, at.xpath, words) for at, words in places}


def _agree(engine: Jing, documents: list[tuple[str, bytes]]) -> Counter[str]:
    """Assert that both engines say the same of each; return how often something was said of grammar and rules."""
    counts: Counter[str] = Counter()
    for (path, data), found in zip(documents, engine.check(documents), strict=True):
        assert said(found) == said(ours(data, path)), f"{path}: {found}\n{ours(data, path)}"
        counts["good" if not found else found[0].rule.code] += 1
    return counts


def mutants(seed: int, count: int) -> list[tuple[str, bytes]]:
    chance = random.Random(seed)
    names = list(read(SCHEMAS / "memcon.odd").elements)
    documents = [parse(path) for path in VALID]
    made = []
    for number in range(count):
        done, document = mutant(chance.choice(documents), chance, names)
        made.append((f"{number}: {done}", etree.tostring(document)))
    return made


def test_they_agree_on_the_good_and_the_bad(engine: Jing) -> None:
    paths = [*VALID, *INVALID, *sorted(TEI.glob("*.xml"))]
    counts = _agree(engine, [(str(path), path.read_bytes()) for path in paths])
    assert counts["good"] >= len(VALID) + 10
    assert counts["MC404"] + counts["MC403"] == len(INVALID)


def test_they_agree_on_what_each_rule_is_about(engine: Jing) -> None:
    texts = [text for case in CASES for text in (case.right, case.wrong)]
    places = [case.place for case in CASES for _ in range(2)]
    documents = [
        (str(number), BASE.replace(place, text).encode())
        for number, (place, text) in enumerate(zip(places, texts, strict=True))
    ]
    assert _agree(engine, documents) == {"good": len(CASES), "MC405": len(CASES)}


def test_they_agree_on_mutants(engine: Jing) -> None:
    counts = _agree(engine, mutants(1, 120))
    assert min(counts["good"], counts["MC404"], counts["MC405"]) > 2


@pytest.mark.slow
def test_they_agree_on_many_mutants(engine: Jing) -> None:
    _agree(engine, mutants(2, 2000))


def test_each_finding_has_its_place(engine: Jing) -> None:
    text = VALID[1].read_text("utf-8").replace("<p>", "<p>\n  <b/>", 1)
    (found,) = engine.check([("a.xml", text.encode())])
    line = text[: text.index("<b/>")].count("\n") + 1
    assert [(each.rule.code, each.location.line, each.location.column) for each in found] == [("MC404", line, 3)]
    assert 'element "b" not allowed' in found[0].message
    assert found[0].hint.startswith("expected: ")
    assert found[0].location.xpath.endswith("/b")


def test_a_file_that_cannot_be_read_stops_nothing(engine: Jing) -> None:
    good = VALID[0].read_bytes()
    bad = good.replace(b"<p>", b"<p><b/>", 1)
    odd = good.replace(b'encoding="UTF-8"', b'encoding="KOI8-R"').replace(b"utf-8", b"KOI8-R")
    names = ["a b.xml", "c:\n.xml", "ü.xml", "\udcff.xml", "-.xml", "odd.xml", "last.xml"]
    found = engine.check(list(zip(names, [bad, b"<TEI", bad, b"<!DOCTYPE a><a/>", bad, odd, bad], strict=True)))
    codes = [[each.rule.code for each in one] for one in found]
    assert [one[:1] for one in codes[:5]] == [["MC404"], ["MC401"], ["MC404"], ["MC402"], ["MC404"]]
    assert codes[6][:1] == ["MC404"]
    assert [one[0].location.path for one in found[:5]] == names[:5]


def test_a_file_that_jing_alone_cannot_read(engine: Jing) -> None:
    """XML 1.0 of the fifth edition allows names that Xerces does not know."""
    odd = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><\u0220x/></TEI>'.encode()
    bad = VALID[0].read_bytes().replace(b"<p>", b"<p><b/>", 1)
    first, second = engine.check([("odd.xml", odd), ("bad.xml", bad)])
    assert {each.rule.code for each in first} <= {"MC401", "MC404"}
    assert [each.rule.code for each in second] == ["MC404"]


@pytest.mark.parametrize("name", ["talk.rnc", "talk.rng", "talk.xsd", "talk.sch"])
def test_schemas_of_ones_own(name: str, engine: Jing, tmp_path: Path) -> None:
    from validation.test_foreign import RNG, SCH, XSD

    schemas = {"talk.rnc": "element talk { element turn { attribute by { text }, (element p { text }) }+ }"}
    schemas |= {"talk.rng": RNG, "talk.xsd": XSD, "talk.sch": SCH}
    (tmp_path / name).write_text(schemas[name])
    good = b'<talk on="1972-05-20"><turn by="a"><p/></turn></talk>'.replace(
        b' on="1972-05-20"', b"" if name == "talk.rnc" else b' on="1972-05-20"'
    )
    bad = good.replace(b'by="a"', b'to="a"')
    first, second = Jing(engine.program, str(tmp_path / name)).check([("good.xml", good), ("bad.xml", bad)])
    assert first == ()
    assert {each.rule.code for each in second} == {"MC405" if name == "talk.sch" else "MC404"}
    assert {each.location.xpath for each in second} == {"/talk/turn"}


@pytest.mark.parametrize("schema", ["", "<grammar/>", "element {"])
def test_a_schema_that_cannot_be_used(schema: str, engine: Jing, tmp_path: Path) -> None:
    path = tmp_path / "schema.rng"
    path.write_text(schema)
    with pytest.raises(JingError, match=r"\S"):
        Jing(engine.program, str(path)).check([("a.xml", b"<a/>")])


def test_a_program_that_is_not_there() -> None:
    with pytest.raises(JingError, match="cannot be run"):
        Jing("/nowhere/jing").check([("a.xml", VALID[0].read_bytes())])
