"""memcon.odd is a TEI customisation as TEI wants it, and documents every element with an example that is right."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from schemas.support import SCHEMAS, Jing, parse

NS = {
    "t": "http://www.tei-c.org/ns/1.0",
    "e": "http://www.tei-c.org/ns/Examples",
    "r": "http://relaxng.org/ns/structure/1.0",
}
ODD = parse(SCHEMAS / "memcon.odd")
SPECS = ODD.findall(".//t:elementSpec", NS)
IDENTS = [spec.get("ident", "") for spec in SPECS]


@pytest.fixture(scope="module")
def any_element() -> etree.RelaxNG:
    """Our grammar, with every element allowed as the outermost."""
    grammar = etree.parse(SCHEMAS / "memcon.rng").getroot()
    start = grammar.find("r:start", NS)
    assert start is not None
    start.clear()
    choice = etree.SubElement(start, f"{{{NS['r']}}}choice")
    for ident in IDENTS:
        etree.SubElement(choice, f"{{{NS['r']}}}ref", name=ident)
    return etree.RelaxNG(grammar)


def test_tei_accepts_the_customisation(tei_all: etree.RelaxNG) -> None:
    assert tei_all.validate(ODD), tei_all.error_log


def test_jing_accepts_the_customisation(tei_all_path: Path, jing: Jing) -> None:
    assert jing.rejected(tei_all_path, [SCHEMAS / "memcon.odd"]) == set()


@pytest.mark.parametrize("spec", SPECS, ids=IDENTS)
def test_an_element_is_described_whole(spec: etree._Element) -> None:
    assert spec.get("mode") == "change"
    assert spec.findtext("t:desc", "", NS).strip()
    assert spec.find("t:classes[@mode='replace']", NS) is not None
    assert spec.find("t:content", NS) is not None
    assert spec.find("t:exemplum/e:egXML", NS) is not None
    assert str(spec.xpath("string(t:remarks)", namespaces=NS)).strip()
    assert all(item.findtext("t:desc", "", NS).strip() for item in spec.iter(f"{{{NS['t']}}}valItem"))
    for attribute in spec.iterfind("t:attList/t:attDef", NS):
        assert attribute.get("mode") in ("add", "change", "replace", "delete")
        assert attribute.get("mode") == "delete" or attribute.findtext("t:desc", "", NS).strip()


@pytest.mark.parametrize("spec", SPECS, ids=IDENTS)
def test_an_example_shows_its_element_and_is_right(spec: etree._Element, any_element: etree.RelaxNG) -> None:
    for example in spec.iterfind("t:exemplum/e:egXML", NS):
        assert len(example) == 1
        assert example.find(f".//e:{spec.get('ident')}", NS) is not None
        shown = deepcopy(example[0])
        for element in shown.iter():
            element.tag = f"{{{NS['t']}}}{etree.QName(element).localname}"
        assert any_element.validate(etree.ElementTree(shown)), any_element.error_log


def test_modules_and_own_attributes_are_those_of_tei(guidelines: etree._ElementTree) -> None:
    """Each element is in TEI's module, and each attribute TEI defines on it is replaced or deleted, none forgotten."""
    theirs = {spec.get("ident"): spec for spec in guidelines.iterfind(".//t:elementSpec", NS)}
    for spec in SPECS:
        original = theirs[spec.get("ident")]
        assert spec.get("module") == original.get("module"), spec.get("ident")
        own = {attribute.get("ident") for attribute in original.iterfind("t:attList//t:attDef", NS)}
        modes = {attribute.get("ident"): attribute.get("mode") for attribute in spec.iterfind("t:attList/t:attDef", NS)}
        assert own <= set(modes), spec.get("ident")
        assert {ident for ident, mode in modes.items() if mode in ("replace", "delete")} == own, spec.get("ident")


def test_an_element_leads_to_its_section_of_the_guidelines(guidelines: etree._ElementTree) -> None:
    theirs = {spec.get("ident"): spec for spec in guidelines.iterfind(".//t:elementSpec", NS)}
    for spec in SPECS:
        (pointer,) = spec.iterfind("t:listRef/t:ptr", NS)
        chapter, _, section = pointer.get("target", "").rpartition("/")[2].partition(".html#")
        sections = [each.get("target") for each in theirs[spec.get("ident")].iterfind("t:listRef/t:ptr", NS)]
        assert f"#{section}" in sections, spec.get("ident")
        assert chapter == section[:2].upper()


def test_module_references_name_the_modules_of_the_elements() -> None:
    for module in ODD.iterfind(".//t:moduleRef[@include]", NS):
        included = module.get("include", "").split()
        assert sorted(included) == sorted(s.get("ident", "") for s in SPECS if s.get("module") == module.get("key"))


def test_the_words_are_our_own(guidelines: etree._ElementTree) -> None:
    """No description or example is taken from the TEI Guidelines."""
    theirs = {" ".join(str(d.xpath("string()")).split()) for d in guidelines.iterfind(".//t:desc", NS)}
    ours = {" ".join(str(d.xpath("string()")).split()) for d in ODD.iterfind(".//t:desc", NS)}
    assert [text for text in ours & theirs if len(text.split()) > 3] == []


def test_every_rule_has_a_name_of_its_own() -> None:
    idents = [rule.get("ident") for rule in ODD.iterfind(".//t:constraintSpec", NS)]
    assert len(idents) == len(set(idents))
    assert all(rule.findtext("t:desc", "", NS).strip() for rule in ODD.iterfind(".//t:constraintSpec", NS))
