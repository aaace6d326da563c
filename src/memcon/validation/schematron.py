"""The Schematron rules of the ODD, run by libxslt; each failed assertion is led back to its element.

As with the schema, one decides and another explains: the style sheet that ISO Schematron's own skeleton makes of the
rules walks the whole document once for each pattern, so it runs only where a plain one, which visits nothing but
the rules' contexts and writes no report, finds that something does not hold.
"""

from __future__ import annotations

from copy import deepcopy
from functools import cache

from lxml import etree
from lxml.isoschematron import Schematron

from memcon.diagnostics import Diagnostic
from memcon.resources import schema_file
from memcon.tei.parsing import Tree
from memcon.validation.places import Source

_SCH = "{http://purl.oclc.org/dsdl/schematron}"
_XSL = "{http://www.w3.org/1999/XSL/Transform}"
_SVRL = "{http://purl.oclc.org/dsdl/svrl}"
_TRIED = f"{_SVRL}fired-rule"
_FAILED = (f"{_SVRL}failed-assert", f"{_SVRL}successful-report")


@cache
def _schema() -> etree._Element:
    return etree.fromstring(schema_file("memcon.sch").read_bytes())


@cache
def _explainer() -> etree.XSLT:
    """The rules as a style sheet, less the reports of rules that were merely tried: those are as many as elements."""
    compiled = Schematron(_schema(), store_xslt=True).validator_xslt
    assert compiled is not None
    etree.strip_elements(compiled, _TRIED, with_tail=False)
    return etree.XSLT(compiled)


@cache
def _decider() -> etree.XSLT:
    """A style sheet that writes something where an assertion fails, and nothing where all hold.

    Of a pattern's rules Schematron applies the first that matches a node, this one each that does: it may be too
    strict, never too lenient.
    """
    schema = _schema()
    namespaces = {each.get("prefix", ""): each.get("uri", "") for each in schema.iter(_SCH + "ns")}
    sheet = etree.Element(_XSL + "stylesheet", {"version": "1.0"}, {"xsl": _XSL[1:-1], **namespaces})
    etree.SubElement(sheet, _XSL + "output", method="text")
    sheet.extend(deepcopy(key) for key in schema.findall(_XSL + "key"))
    _variables(schema, sheet)
    template = etree.SubElement(sheet, _XSL + "template", match="/")
    for rule in schema.iter(_SCH + "rule"):
        contexts = " | ".join(f"//{each.strip()}" for each in rule.get("context", "*").split(" | "))
        visit = etree.SubElement(template, _XSL + "for-each", select=contexts)
        _variables(rule, visit)
        tests = [f"not({check.get('test')})" for check in rule.findall(_SCH + "assert")]
        tests += [f"({check.get('test')})" for check in rule.findall(_SCH + "report")]
        etree.SubElement(visit, _XSL + "if", test=" or ".join(tests)).text = "fails"
    return etree.XSLT(sheet)


def _variables(scope: etree._Element, target: etree._Element) -> None:
    for each in scope.findall(_SCH + "let"):
        etree.SubElement(target, _XSL + "variable", name=each.get("name", ""), select=each.get("value", ""))


def check_schematron(source: Source) -> tuple[Diagnostic, ...]:
    """MC405 for each assertion that does not hold."""
    if not str(_decider()(source.tree)):
        return ()
    found = []
    for failed in _explainer()(source.tree).iter(*_FAILED):
        message = " ".join("".join(failed.itertext()).split())
        found.append(source.finding("MC405", message, _element(source.tree, failed.get("location", ""))))
    return tuple(found)


def _element(tree: Tree, place: str) -> etree._Element:
    """The element that an SVRL location names: `/*[local-name()='TEI' and ...]/...[2]`, or a prefixed path."""
    names = {"t": "http://www.tei-c.org/ns/1.0", "tei": "http://www.tei-c.org/ns/1.0"}
    try:
        hits = tree.xpath(place or "/*", namespaces=names)
    except etree.XPathError:
        hits = []
    hit = hits[0] if isinstance(hits, list) and hits else tree.getroot()
    if isinstance(hit, etree._Element):
        return hit
    parent = getattr(hit, "getparent", lambda: None)()
    return parent if parent is not None else tree.getroot()
