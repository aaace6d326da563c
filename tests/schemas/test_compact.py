"""The grammar in compact syntax says what it says in XML syntax."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from odd import compact
from odd.model import OddError
from schemas.support import INVALID, SCHEMAS, VALID, Jing, parse

RNG = 'xmlns="http://relaxng.org/ns/structure/1.0"'


def test_a_reader_of_compact_syntax_makes_the_same_verdicts() -> None:
    rnc2rng = pytest.importorskip("rnc2rng")
    made = rnc2rng.dumps(rnc2rng.load(str(SCHEMAS / "memcon.rnc")))
    grammar = etree.RelaxNG(etree.fromstring(made.encode()))
    for path in (*VALID, *INVALID):
        assert grammar.validate(parse(path)) == (path in VALID), path.name


def test_jing_makes_the_same_verdicts(jing: Jing) -> None:
    assert jing.rejected(SCHEMAS / "memcon.rnc", VALID + INVALID) == {path.name for path in INVALID}


def test_every_element_and_attribute_keeps_its_description() -> None:
    notes = etree.parse(SCHEMAS / "memcon.rng").iter(
        "{http://relaxng.org/ns/compatibility/annotations/1.0}documentation"
    )
    wanted = [" ".join(str(note.text).split()) for note in notes]
    text = (SCHEMAS / "memcon.rnc").read_text("utf-8")
    assert re.findall(r"^[ (]*## (.*)", text, re.M) == wanted


def test_names_that_are_keywords_are_told_from_them() -> None:
    define = '<define name="list"><element name="text"><text/></element></define>'
    grammar = etree.fromstring(f'<grammar {RNG} ns="x"><start><ref name="list"/></start>{define}</grammar>')
    text = compact.build(grammar).decode()
    assert "start =\n  \\list" in text
    assert "\\list =\n  element text {\n    text\n  }" in text


@pytest.mark.parametrize(("value", "quoted"), [("a", '"a"'), ('a"b', "'a\"b'"), ("a\"b'c", '"""a"b\'c"""')])
def test_values_are_quoted_by_what_they_do_not_hold(value: str, quoted: str) -> None:
    grammar = etree.fromstring(f'<grammar {RNG}><start><value type="string"/></start></grammar>')
    grammar[0][0].text = value
    assert f"xsd:string {quoted}" in compact.build(grammar).decode()


@pytest.mark.parametrize("inner", ["<interleave/>", '<value type="string">a\nb</value>', '<x xmlns="y"/>'])
def test_what_it_does_not_know_is_refused(inner: str) -> None:
    with pytest.raises(OddError):
        compact.build(etree.fromstring(f"<grammar {RNG}><start>{inner}</start></grammar>"))
