"""The encoding guide: every element with all that the ODD says of it, as data and in the page."""

from __future__ import annotations

import pytest

import build
from conftest import ROOT
from memcon.reference.guide import Line, guide, sentence, watching
from memcon.rules import RULES
from memcon.vocabularies import vocabularies
from odd import guide as odd_guide
from odd.guide_words import in_words
from odd.model import Content
from odd.reader import read
from reference.checks import parsed, source, values, words

ODD = ROOT / "schemas" / "memcon.odd"
SCHEMA = read(ODD)
TITLES = {key: key for key in SCHEMA.members}
PAGE = parsed(source("guide.html"))
NAMES = [element.name for element in guide().elements]


def test_what_is_read_is_what_was_built() -> None:
    assert guide() == odd_guide.build(ODD, SCHEMA)


def test_every_element_stands_in_it_once() -> None:
    assert sorted(NAMES) == sorted(SCHEMA.elements)
    assert [name for task in guide().tasks for name in task.elements] == NAMES
    assert guide().element("no") is None


@pytest.mark.parametrize("name", NAMES)
def test_an_entry_is_whole(name: str) -> None:
    element = guide().element(name)
    assert element is not None
    assert len(element.remarks.split()) > 2
    assert element.examples
    assert all(f"<{name}" in example and "xmlns" not in example for example in element.examples[:1])
    assert element.address.startswith("https://tei-c.org/release/doc/tei-p5-doc/en/html/")
    for attribute in (*element.attributes, *guide().attributes_of(element)):
        assert attribute.meaning
        assert attribute.kind
        assert all(value.meaning for value in attribute.values)
    named = {attribute.ident for attribute in SCHEMA.attributes_of(SCHEMA.elements[name])[1]}
    assert named <= {each.name for each in (*element.attributes, *guide().attributes_of(element))}


@pytest.mark.parametrize("name", NAMES)
def test_the_page_has_the_entry(name: str) -> None:
    element = guide().element(name)
    assert element is not None
    (section,) = [each for each in PAGE.iter("section") if each.get("id") == name]
    said = words(section)
    assert sentence(element.meaning) in said
    assert element.remarks in said
    for attribute in element.attributes:
        assert f"@{attribute.name}" in said
        assert all(f"{value.ident} {value.meaning}" in said for value in attribute.values)
    for rule in watching(name, RULES.values()):
        assert f"{rule.code} {rule.name} {rule.summary}" in said
    for constraint in element.constraints:
        assert constraint.meaning in said
    links = values(section, ".//@href")
    assert {f"#{parent}" for parent in element.parents} <= set(links)
    assert [code.text for code in section.iterfind(".//pre/code")] == list(element.examples)


def test_parents_and_children_are_those_of_the_schema() -> None:
    sp = guide().element("sp")
    assert sp is not None
    assert sp.parents == ("body", "div")
    assert "speaker" in sp.children
    root = guide().element("TEI")
    assert root is not None
    assert root.parents == ()
    for element in guide().elements:
        for child in element.children:
            found = guide().element(child)
            assert found is not None
            assert element.name in found.parents


def test_constraints_stand_at_the_elements_they_are_about() -> None:
    idents = {element.name: {each.ident for each in element.constraints} for element in guide().elements}
    assert "marking-terms" in idents["fw"] & idents["metamark"] & idents["custEvent"] & idents["note"]
    assert "turn-who" in idents["sp"]
    assert {"participant-role"} == idents["personGrp"]
    assert "change-who" in idents["change"]
    assert [each.ident for each in guide().everywhere] == ["everywhere"]


def test_an_attribute_of_its_own_is_not_shared_as_well() -> None:
    sp = guide().element("sp")
    assert sp is not None
    assert "xml:id" in {attribute.name for attribute in sp.attributes}
    assert "xml:id" not in {attribute.name for attribute in guide().attributes_of(sp)}


def test_every_term_of_every_vocabulary_is_in_the_page() -> None:
    terms = [code.text for code in PAGE.iterfind(".//tbody//code")]
    assert terms == [f"#{term.identifier}" for each in vocabularies().values() for term in each.all()]


def test_every_element_is_linked_by_task_and_by_letter() -> None:
    (nav,) = PAGE.iter("nav")
    links = values(nav, ".//@href")
    assert all(links.count(f"#{name}") == 2 for name in NAMES)


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (Content("empty"), ["nothing: the element is empty"]),
        (Content("element", "p", low=1, high=None), ["one or more <p>"]),
        (Content("element", "p", low=0), ["an optional <p>"]),
        (Content("choice", items=(Content("text"), Content("element", "p")), low=0, high=None),
         ["text, with any number of these in it: <p>"]),
        (Content("choice", items=(Content("element", "p"), Content("element", "sp"))), ["one of these: <p>; <sp>"]),
        (Content("sequence", items=(Content("element", "head"), Content("element", "p", low=0, high=None))),
         ["in this order:", " <head>", " any number of <p>"]),
        (Content("choice", items=(Content("sequence", items=(Content("element", "p"), Content("element", "q"))),
                                  Content("element", "sp", high=None))),
         ["one of these:", " in this order:", "  <p>", "  <q>", " one or more <sp>"]),
    ],
)  # fmt: skip
def test_content_in_words(content: Content, lines: list[str]) -> None:
    assert in_words(content, SCHEMA, TITLES) == tuple(
        Line(len(line) - len(line.lstrip()), line.lstrip()) for line in lines
    )


def test_the_built_files_are_among_those_that_are_checked() -> None:
    assert {"guide.json", "guide.html"} <= set(build.built(ODD))
