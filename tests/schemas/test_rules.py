"""Each Schematron rule: what is right passes, what is wrong is reported under the rule's name, in clear words."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from lxml import etree, isoschematron

from schemas.support import SCHEMAS, Engines, parse

SVRL = "{http://purl.oclc.org/dsdl/svrl}"
BASE = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="m-x">
<teiHeader>
<fileDesc>
<titleStmt>
<title type="main">M</title>
<respStmt xml:id="edition"><resp>encoding</resp><orgName>us</orgName></respStmt>
<respStmt xml:id="edition-2"><resp>more</resp><orgName>us</orgName></respStmt>
</titleStmt>
<publicationStmt>
<authority>unpublished</authority><idno type="memcon">x</idno><availability><p/></availability>
</publicationStmt>
<sourceDesc>
<msDesc>
<msIdentifier><msName>M</msName></msIdentifier>
<additional><adminInfo><custodialHist>
<custEvent type="classification">Secret</custEvent>
</custodialHist></adminInfo></additional>
</msDesc>
</sourceDesc>
</fileDesc>
<encodingDesc>
<editorialDecl><p/></editorialDecl>
<classDecl>
<taxonomy xml:id="classification">
<category xml:id="cl.C"><catDesc>C</catDesc></category>
<category xml:id="cl.S"><catDesc>S</catDesc></category>
</taxonomy>
<taxonomy xml:id="medium"><category xml:id="medium.telephone"><catDesc>T</catDesc></category></taxonomy>
</classDecl>
</encodingDesc>
<profileDesc>
<particDesc>
<listPerson>
<person xml:id="a" role="principal"><persName>A</persName></person>
<person xml:id="b" role="staff"><persName>B</persName></person>
</listPerson>
</particDesc>
<textClass><catRef scheme="#medium" target="#medium.telephone"/></textClass>
</profileDesc>
<revisionDesc><change when="2026-11-21" who="#edition">x</change></revisionDesc>
</teiHeader>
<text><body><div type="memorandum"><p xml:id="here"/></div></body></text>
</TEI>"""
HERE = '<p xml:id="here"/>'


@dataclass(frozen=True)
class Case:
    """A rule; the place in BASE that is exchanged; what is right there; what is wrong; a word the report must name."""

    rule: str
    place: str
    right: str
    wrong: str
    named: str


def turn(attributes: str) -> str:
    return f"<sp {attributes}><speaker>A:</speaker><p/></sp>"


CASES = [
    Case("resp-resolves", HERE, '<p resp="#edition #edition-2"/>', '<p resp="#edition #nobody"/>', "#nobody"),
    Case("resp-resolves", HERE, '<p resp="#edition"/>', '<p resp="#a"/>', "#a"),
    Case("resp-resolves", HERE, '<p resp="#edition-2"/>', '<p resp="#edition-22"/>', "#edition-22"),
    Case("ana-resolves", HERE, '<p ana="#cl.C #cl.S"/>', '<p ana="#cl.C #cl.X"/>', "#cl.X"),
    Case("ana-resolves", HERE, '<p ana="#cl.C"/>', '<p ana="#cl"/>', "#cl"),
    Case("change-who", 'who="#edition"', 'who="#edition"', 'who="#a"', "#a"),
    Case("ref-resolves", HERE, '<p><persName ref="#a"/></p>', '<p><persName ref="#c"/></p>', "'#c'"),
    Case("target-resolves", HERE, '<p xml:id="p1"/><note target="#p1"/>', '<note target="#p1"/>', "'#p1'"),
    Case("source-resolves", HERE, '<p xml:id="p1"><date source="#p1"/></p>', '<p><date source="#p1"/></p>', "'#p1'"),
    Case("sameas-resolves", 'xml:id="a"', 'xml:id="a" sameAs="#b"', 'xml:id="a" sameAs="#c"', "'#c'"),
    Case(
        "certainty-target",
        HERE,
        '<p xml:id="p1"><certainty locus="value" target="#p1"/></p>',
        '<p xml:id="p2"><certainty locus="value" target="#p1 #p2"/></p>',
        "#p1",
    ),
    Case(
        "id-unique",
        HERE,
        '<p xml:id="p1"/><p xml:id="p2"/>',
        '<p xml:id="p1"/><p xml:id="p1"/>',
        "'p1' is used 2 times",
    ),
    Case("when-or-period", HERE, '<p><date when="1991"/></p>', '<p><date when="1991" from="1990"/></p>', "1991"),
    Case("tei-id", 'xml:id="m-x"', 'xml:id="m-x"', 'xml:id="x"', "'x'"),
    Case("tei-edition", 'xml:id="edition"', 'xml:id="edition"', 'xml:id="edition-1"', "'edition'"),
    Case("tei-idno", 'type="memcon"', 'type="memcon"', 'type="URL"', "here are 0"),
    Case("title-supplied", 'type="main"', 'type="supplied" resp="#edition"', 'type="supplied"', "'M'"),
    Case(
        "date-inferred",
        HERE,
        '<p><date when="1991" evidence="conjecture" cert="medium" source="x.xml"/></p>',
        '<p><date when="1991" evidence="conjecture" source="x.xml"/></p>',
        "'1991' has no @cert",
    ),
    Case(
        "date-inferred-2",
        HERE,
        '<p><date from="1991" evidence="internal" cert="low" source="#here"/></p><p xml:id="here"/>',
        '<p><date from="1991" evidence="internal" cert="low"/></p>',
        "'1991' has no @source",
    ),
    Case("ms-identified", "<msName>M</msName>", "<repository>R</repository>", "", "msIdentifier is empty"),
    Case(
        "declassified-when",
        'type="classification"',
        'type="declassification" notBefore="2018"',
        'type="declassification"',
        "'Secret'",
    ),
    Case("participant-role", ' role="staff"', ' role="interpreter"', "", "'b'"),
    Case("cat-scheme", 'target="#medium.telephone"', 'target="#medium.telephone"', 'target="#cl.C"', "'#cl.C'"),
    Case("text-memorandum", 'div type="memorandum"', 'div type="memorandum"', 'div type="section"', "'memorandum'"),
    Case("turn-number", HERE, turn('xml:id="t12"'), turn('xml:id="t1b"'), "'t1b'"),
    Case("turn-number", HERE, turn('xml:id="t1"'), turn('xml:id="turn1"'), "'turn1'"),
    Case(
        "turn-number-2",
        HERE,
        turn('xml:id="t9"') + turn('xml:id="t10"'),
        turn('xml:id="t2"') + turn('xml:id="t1"'),
        "'t1' follows 't2'",
    ),
    Case("turn-who", HERE, turn('xml:id="t1" who="#a #b"'), turn('xml:id="t1" who="#a #c"'), "'t1'"),
    Case("turn-who", HERE, turn('xml:id="t1"'), turn('xml:id="t1" who="#edition"'), "#edition"),
    Case(
        "note-sic",
        HERE,
        '<p><sic>teh</sic> <note subtype="sic">[sic]</note></p>',
        '<p>teh <note subtype="sic">[sic]</note></p>',
        "'[sic]'",
    ),
    Case(
        "note-sic",
        HERE,
        '<p><sic>teh</sic><pb/><note subtype="sic">[sic]</note></p>',
        '<p><sic>teh</sic> <hi rend="bold">x</hi> <note subtype="sic">[sic]</note></p>',
        "'[sic]'",
    ),
    Case(
        "note-extent",
        '<div type="memorandum">',
        '<div type="memorandum" sample="unknown"><note type="extent">[excerpt]</note>',
        '<div type="memorandum"><note type="extent">[excerpt]</note>',
        "'[excerpt]'",
    ),
    Case(
        "gap-described",
        HERE,
        '<p><gap reason="redacted"><desc>[1 line]</desc></gap></p>',
        '<p><gap reason="redacted" quantity="1" unit="line"/></p>',
        "(1 line)",
    ),
    Case(
        "gap-unit",
        HERE,
        '<p><gap reason="illegible" quantity="2" unit="word"/></p>',
        '<p><gap reason="illegible" atMost="2"/></p>',
        "counts 2",
    ),
    Case(
        "portion-mark",
        HERE,
        '<p><metamark function="portionMark" ana="#cl.C">(C)</metamark></p>',
        '<p><metamark function="portionMark">(C)</metamark></p>',
        "'(C)'",
    ),
    Case(
        "portion-mark",
        HERE,
        '<p><metamark function="portionMark" cert="low">let</metamark></p>',
        '<p><metamark function="portionMark" cert="high">let</metamark></p>',
        "'let'",
    ),
    Case(
        "omission-mark",
        HERE,
        '<ellipsis><metamark function="omission">...</metamark></ellipsis><p/>',
        '<p><metamark function="omission">...</metamark></p>',
        "'...'",
    ),
    Case(
        "omission-mark",
        HERE,
        '<p><metamark function="portionMark" ana="#cl.C">(C)</metamark></p>',
        '<p><ellipsis><metamark function="portionMark" ana="#cl.C">(C)</metamark></ellipsis></p>',
        "'(C)'",
    ),
    Case(
        "marking-terms",
        HERE,
        '<fw type="classification" ana="#cl.S #cl.C">S/C</fw><p/>',
        '<fw type="classification" ana="#cl.S #medium.telephone">S/C</fw><p/>',
        "#medium.telephone",
    ),
    Case(
        "marking-terms",
        '<custEvent type="classification">',
        '<custEvent type="classification" ana="#cl.S">',
        '<custEvent type="classification" ana="#medium.telephone">',
        "#medium.telephone",
    ),
    Case("pb-inferred", HERE, '<p><pb resp="#edition"/><pb n="3"/></p>', '<p><pb resp="#edition" n="3"/></p>', "'3'"),
    Case(
        "note-mark",
        HERE,
        '<p><ref type="noteMark" target="#n1">1</ref></p><note xml:id="n1"/>',
        '<p xml:id="n1"><ref type="noteMark" target="#n1">1</ref></p>',
        "'#n1'",
    ),
]


def reports(document: etree._ElementTree, schematron: isoschematron.Schematron) -> list[etree._Element]:
    """Return what the rules found, as elements of the Schematron report."""
    schematron.validate(document)
    report = schematron.validation_report
    assert report is not None
    return list(report.iter(SVRL + "failed-assert", SVRL + "successful-report"))


def findings(document: etree._ElementTree, schematron: isoschematron.Schematron) -> dict[str, str]:
    """Return what the rules found: name of the rule -> message."""
    found = reports(document, schematron)
    return {str(report.get("id")): " ".join("".join(report.itertext()).split()) for report in found}


@pytest.mark.parametrize("case", CASES, ids=[f"{case.rule}-{number}" for number, case in enumerate(CASES)])
def test_a_rule_tells_right_from_wrong(case: Case, engines: Engines, schematron: isoschematron.Schematron) -> None:
    assert BASE.count(case.place) == 1
    right, wrong = (parse(BASE.replace(case.place, text)) for text in (case.right, case.wrong))
    assert engines.fast(right), engines.complaints()
    assert findings(right, schematron) == {}
    assert engines.fast(wrong), engines.complaints()
    found = findings(wrong, schematron)
    assert case.rule in found
    assert case.named in found[case.rule]


def test_every_rule_is_tested() -> None:
    checks = etree.parse(SCHEMAS / "memcon.sch").getroot()
    spaces = {"s": "http://purl.oclc.org/dsdl/schematron"}
    names = {str(check.get("id")) for check in checks.iterfind(".//s:assert", spaces)}
    names |= {str(check.get("id")) for check in checks.iterfind(".//s:report", spaces)}
    assert names == {case.rule for case in CASES}


def test_a_report_says_where(schematron: isoschematron.Schematron) -> None:
    document = parse(BASE.replace(HERE, '<p/><p><gap reason="redacted"/></p>'))
    (report,) = reports(document, schematron)
    (found,) = document.xpath(str(report.get("location")))
    assert etree.QName(found).localname == "gap"
