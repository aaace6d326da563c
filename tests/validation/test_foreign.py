"""A schema of one's own: told apart by content, read with care, and each finding at the element that is meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from conftest import TEI
from memcon.diagnostics import Diagnostic
from memcon.validation.foreign import check_against, load_schema

RELAXNG = "http://relaxng.org/ns/structure/1.0"
XS = "http://www.w3.org/2001/XMLSchema"
SCHEMATRON = "http://purl.oclc.org/dsdl/schematron"
RNG = """<grammar xmlns="http://relaxng.org/ns/structure/1.0"
 datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"><start><ref name="talk"/></start>
<define name="talk"><element name="talk"><attribute name="on"><data type="date"/></attribute>
<oneOrMore><element name="turn"><optional><attribute name="by"/></optional>
<oneOrMore><choice><element name="p"><text/></element><element name="q"><text/></element></choice></oneOrMore></element>
</oneOrMore></element></define></grammar>"""
XSD = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="talk"><xs:complexType><xs:sequence>
<xs:element name="turn" maxOccurs="unbounded"><xs:complexType><xs:choice maxOccurs="unbounded">
<xs:element name="p" type="xs:string"/><xs:element name="q" type="xs:string"/></xs:choice>
<xs:attribute name="by"/></xs:complexType></xs:element></xs:sequence>
<xs:attribute name="on" type="xs:date" use="required"/></xs:complexType></xs:element></xs:schema>"""
SCH = """<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt"><pattern>
<rule context="turn"><assert test="@by">A turn has a speaker.</assert></rule>
<rule context="q"><report test="string-length(.) &gt; 3">The question '<value-of select="."/>' is long.</report></rule>
</pattern></schema>"""
GOOD = '<talk on="1972-05-20">\n <turn by="a"><p>Yes.</p></turn>\n <turn by="b">\n  <q>No?</q>\n </turn>\n</talk>'


def found(folder: Path, schema: str, document: str) -> list[Diagnostic]:
    path = folder / "schema.xml"
    path.write_text(schema, "utf-8")
    load_schema.cache_clear()
    return list(check_against(str(path), document.encode(), "talk.xml"))


def refused(folder: Path, schema: str | bytes) -> Diagnostic:
    path = folder / "schema.xml"
    path.write_bytes(schema if isinstance(schema, bytes) else schema.encode())
    load_schema.cache_clear()
    outcome = load_schema(str(path))
    assert outcome.value is None
    (fault,) = outcome.diagnostics
    assert fault.rule.code == "MC409"
    assert fault.location.path == str(path)
    return fault


@pytest.mark.parametrize("schema", [RNG, XSD, SCH])
def test_a_good_document_is_good(schema: str, tmp_path: Path) -> None:
    assert found(tmp_path, schema, GOOD) == []


@pytest.mark.parametrize(
    ("schema", "old", "new", "place", "words"),
    [
        (RNG, "<q>No?</q>", "<b/>", (4, 3), "b is not allowed here in turn"),
        (RNG, "<q>No?</q>", "<q>No?</q>\n  words", (3, 2), "text is not allowed here in turn"),
        (RNG, 'by="b"', 'to="b"', (3, 2), "@to is not allowed in turn"),
        (RNG, "05-20", "05-32", (1, 1), "1972-05-32"),
        (RNG, "<q>No?</q>", "", (3, 2), "turn"),
        (RNG, "<talk ", "<talk2 ", (1, 1), "talk2"),
        (XSD, "<q>No?</q>", "<b/>", (4, 3), "This element is not expected"),
        (XSD, "<q>No?</q>", "<q>No?</q>\n  words", (3, 2), "Character content"),
        (XSD, 'by="b"', 'to="b"', (3, 2), "The attribute 'to' is not allowed"),
        (XSD, "05-20", "05-32", (1, 1), "'1972-05-32' is not a valid value"),
        (XSD, "<q>No?</q>", "", (3, 2), "Missing child element"),
        (SCH, 'by="b"', 'to="b"', (3, 2), "A turn has a speaker."),
        (SCH, "No?", "Not so?", (4, 3), "The question 'Not so?' is long."),
    ],
)
def test_a_fault_stands_at_its_element(
    schema: str, old: str, new: str, place: tuple[int, int], words: str, tmp_path: Path
) -> None:
    document = GOOD.replace(old, new).replace("</talk>", "</talk2>" if "talk2" in new else "</talk>")
    assert document != GOOD
    (fault, *_) = found(tmp_path, schema, document)
    assert fault.rule.code == ("MC405" if schema is SCH else "MC404")
    assert words in fault.message
    assert (fault.location.line, fault.location.column) == place
    assert fault.excerpt


def test_names_with_a_prefix_lead_to_the_element(tmp_path: Path) -> None:
    schema = RNG.replace("<grammar ", '<grammar ns="urn:talk" ').replace('attribute name="', 'attribute ns="" name="')
    document = '<t:talk xmlns:t="urn:talk" on="1972-05-20"><t:turn by="a">\n<t:p/>\n<t:b/></t:turn></t:talk>'
    (fault,) = found(tmp_path, schema, document)
    assert (fault.location.line, fault.message) == (3, "b is not allowed here in turn")


def test_all_faults_that_a_schema_finds(tmp_path: Path) -> None:
    document = GOOD.replace("by=", "to=")
    assert [fault.location.line for fault in found(tmp_path, XSD, document)] == [2, 3]
    assert [fault.location.line for fault in found(tmp_path, SCH, document)] == [2, 3]


def test_what_cannot_be_parsed(tmp_path: Path) -> None:
    assert [fault.rule.code for fault in found(tmp_path, RNG, "<talk>")] == ["MC401"]
    assert [fault.rule.code for fault in found(tmp_path, RNG, "<!DOCTYPE talk><talk/>")] == ["MC402"]


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        ("", "no XML"),
        ("element talk { text }", "no XML"),
        ("\x00\x01", "no XML"),
        ("<grammar", "end of Start Tag"),
        ("<!DOCTYPE grammar><grammar/>", "DOCTYPE"),
        ("<grammar/>", "no schema"),
        ('<TEI xmlns="http://www.tei-c.org/ns/1.0"/>', "no schema"),
        ('<schema xmlns="http://www.ascc.net/xml/schematron"/>', "no schema"),
        (RNG.replace('ref name="talk"', 'ref name="walk"'), "walk"),
        (RNG.replace("<define ", "<nonsense ").replace("</define", "</nonsense"), ""),
        (RNG.replace('type="date"', 'type="dates"'), "dates"),
        (XSD.replace('type="xs:date"', 'type="xs:dates"'), "dates"),
        (XSD.replace("xs:sequence", "xs:sequins"), ""),
        (SCH.replace('queryBinding="xslt"', 'queryBinding="xslt2"'), "queryBinding is xslt2"),
        (SCH.replace('test="@by"', 'test="@@by"'), ""),
        (SCH.replace("<assert ", "<nonsense ").replace("</assert", "</nonsense"), ""),
    ],
)
def test_a_fault_in_the_schema_is_one_finding(schema: str, words: str, tmp_path: Path) -> None:
    fault = refused(tmp_path, schema)
    assert words in fault.message
    assert fault.message


def test_a_rule_that_is_no_xpath_1_is_said_where_it_is_met(tmp_path: Path) -> None:
    schema = SCH.replace('test="@by"', 'test="matches(@by, 1)"')
    assert found(tmp_path, schema, "<talk/>") == []
    assert [fault.rule.code for fault in found(tmp_path, schema, GOOD)] == ["MC409"]


def test_includes_beside_the_schema(tmp_path: Path) -> None:
    (tmp_path / "part").mkdir()
    (tmp_path / "part" / "talk.rng").write_text(RNG)
    (tmp_path / "talk.xsd").write_text(XSD)
    (tmp_path / "rule.xml").write_text(SCH[SCH.index("<rule") : SCH.index("</rule>") + 7].replace(
        "<rule ", '<rule xmlns="http://purl.oclc.org/dsdl/schematron" '))  # fmt: skip
    including = {
        f'<grammar xmlns="{RELAXNG}"><include href="part/talk.rng"/></grammar>': RNG,
        f'<xs:schema xmlns:xs="{XS}"><xs:include schemaLocation="talk.xsd"/></xs:schema>': XSD,
        f'<schema xmlns="{SCHEMATRON}"><pattern><include href="rule.xml"/></pattern></schema>': SCH,
    }
    for schema, included in including.items():
        assert found(tmp_path, schema, GOOD) == []
        bad = GOOD.replace('by="b"', 'to="b"')
        assert [str(f.message) for f in found(tmp_path, schema, bad)] == [
            str(f.message) for f in found(tmp_path, included, bad)
        ]


ADDRESSES = ["http://127.0.0.1:9/x", "https://x/y", "file:///etc/passwd", "/etc/passwd", "../x", "a/../../x", "//x/y", "ftp://x",
             "%2e%2e/x", "none.xml", "dir", "a%00b", "link"]  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    "schema",
    [
        f'<grammar xmlns="{RELAXNG}"><include href="{{}}"/></grammar>',
        f'<element xmlns="{RELAXNG}" name="talk"><externalRef href="{{}}"/></element>',
        f'<xs:schema xmlns:xs="{XS}"><xs:include schemaLocation="{{}}"/></xs:schema>',
        f'<xs:schema xmlns:xs="{XS}"><xs:import namespace="x" schemaLocation="{{}}"/></xs:schema>',
        f'<schema xmlns="{SCHEMATRON}"><include href="{{}}"/></schema>',
    ],
    ids=["include", "externalRef", "xs:include", "xs:import", "sch:include"],
)
def test_a_schema_that_leads_elsewhere_is_refused(schema: str, address: str, tmp_path: Path) -> None:
    folder = tmp_path / "schemas"
    (folder / "dir").mkdir(parents=True)
    (tmp_path / "x").write_text(RNG)
    (folder / "link").symlink_to(tmp_path / "x")
    fault = refused(folder, schema.format(address))
    assert "leads out of the folder" in fault.message or "cannot be read" in fault.message


def test_at_second_hand_too(tmp_path: Path) -> None:
    (tmp_path / "a.rng").write_text(
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><include href="/x"/></grammar>'
    )
    schema = '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><include href="a.rng"/></grammar>'
    assert "/x leads out" in refused(tmp_path, schema).message


def test_a_schema_that_includes_itself(tmp_path: Path) -> None:
    schema = '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><include href="schema.xml"/></grammar>'
    assert refused(tmp_path, schema).message


def test_a_base_is_refused(tmp_path: Path) -> None:
    assert "xml:base" in refused(tmp_path, RNG.replace("<grammar ", '<grammar xml:base="http://x/" ')).message


def test_rules_read_no_file_while_they_run(tmp_path: Path) -> None:
    (tmp_path / "secret.xml").write_text("<secret>42</secret>")
    rule = '<assert test="false()">It is <value-of select="document(\'secret.xml\')"/>.</assert>'
    schema = SCH.replace('<assert test="@by">A turn has a speaker.</assert>', rule)
    assert all("42" not in fault.message for fault in found(tmp_path, schema, GOOD))


def test_a_document_does_not_choose_its_schema(tmp_path: Path) -> None:
    (tmp_path / "other.xsd").write_text(XSD.replace('name="talk"', 'name="other"'))
    xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation='
    (tmp_path / "talk.xml").write_text("")
    document = GOOD.replace("<talk ", f'<talk {xsi}"{tmp_path}/other.xsd" ').replace("<q>No?</q>", "<b/>")
    assert [fault.location.line for fault in found(tmp_path, XSD, document)] == [4]


def test_a_schema_that_is_not_there(tmp_path: Path) -> None:
    load_schema.cache_clear()
    with pytest.raises(FileNotFoundError):
        load_schema(str(tmp_path / "none.rng"))


@pytest.mark.slow
def test_tei_all(tei_all_path: Path) -> None:
    data = (TEI / "1989-01-17-gorbachev-kissinger.xml").read_bytes()
    assert check_against(str(tei_all_path), data, "a.xml") == ()
    (fault,) = check_against(str(tei_all_path), data.replace(b"<p>", b"<p><b/>", 1), "a.xml")
    assert fault.location.xpath.endswith("/p[1]/b")
    assert fault.message == "b is not allowed here in p"
    corpus = b'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"/>'
    assert [each.rule.code for each in check_against(str(tei_all_path), corpus, "a.xml")] == ["MC404"]


def test_our_own_schemas_can_be_given(tmp_path: Path) -> None:
    folder = Path(__file__).resolve().parents[2] / "schemas"
    for name in ("memcon.rng", "memcon.xsd", "memcon.sch"):
        for path in sorted(TEI.glob("1991-01*.xml")):
            assert check_against(str(folder / name), path.read_bytes(), str(path)) == ()
    bad = etree.tostring(etree.parse(TEI / "persons.xml")).replace(b"<standOff", b"<text/><standOff", 1)
    assert {each.rule.code for each in check_against(str(folder / "memcon.rng"), bad, "a.xml")} == {"MC404"}
