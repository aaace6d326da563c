"""The Schematron rules of the ODD, run by libxslt; each failed assertion is led back to its element.

As with the schema, one decides and another explains: the style sheet that ISO Schematron's own skeleton makes of the
rules walks the whole document once for each pattern, so it runs only where a plain one, which visits nothing but
the rules' contexts and writes no report, finds that something does not hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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
_ANY = "tei:*[@*]"
_ABOUT = re.compile(r"not\((@[\w:]+)\) or |(?:starts-with\()?(@[\w:]+)(?:, '[^']+'\))? and ")
_NESTED = re.compile(r"\([^()]*\)")
_COUNTS = re.compile(r"\[\s*\d|position|last")
_NODES = "memcon.nodes"
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
    template = etree.SubElement(sheet, _XSL + "template", match="/")
    for rule in schema.iter(_SCH + "rule"):
        for nodes, tests in _visits(rule):
            scope = etree.SubElement(template, _XSL + "if", test="true()")  # of its variables
            _visit(schema, rule, scope, nodes, tests)
    return etree.XSLT(sheet)


def _visits(rule: etree._Element) -> Iterator[tuple[str, str]]:
    """The nodes that a rule looks at, and what fails there. Where it looks at all elements that have attributes, an
    assertion about one attribute looks at the elements that have this one alone: they are found much sooner."""
    tests: dict[str, list[str]] = {}
    context = rule.get("context", "*")
    for check in rule.iter(_SCH + "assert", _SCH + "report"):
        test = check.get("test", "")
        failing = f"not({test})" if check.tag == _SCH + "assert" else f"({test})"
        tests.setdefault(_about(test) if context == _ANY else "", []).append(failing)
    for attribute, each in tests.items():
        yield f"//{attribute}/parent::tei:*" if attribute else _anywhere(context), " or ".join(each)


def _about(test: str) -> str:
    """The attribute without which an assertion holds in any case; empty where there is none."""
    flat = test
    while (shorter := _NESTED.sub("", flat)) != flat:
        flat = shorter
    match = _ABOUT.match(test)
    return (match[1] or ("" if " or " in flat else match[2])) if match else ""


def _anywhere(context: str) -> str:
    """The nodes of a rule's context. Along this axis libxml2 finds them sooner than by `//`, but counts otherwise."""
    axis = "//" if _COUNTS.search(context) else "/descendant::"
    return " | ".join(axis + each.strip() for each in context.split(" | "))


def _visit(schema: etree._Element, rule: etree._Element, scope: etree._Element, nodes: str, tests: str) -> None:
    """Look at the nodes, if there are any: what the schema declares for all rules is found for those that ask."""
    etree.SubElement(scope, _XSL + "variable", name=_NODES, select=nodes)
    found = etree.SubElement(scope, _XSL + "if", test=f"${_NODES}")
    asked = tests + "".join(each.get("value", "") for each in rule.findall(_SCH + "let"))
    _variables(schema, found, asked)
    visit = etree.SubElement(found, _XSL + "for-each", select=f"${_NODES}")
    _variables(rule, visit, asked)
    etree.SubElement(visit, _XSL + "if", test=tests).text = "fails"


def _variables(scope: etree._Element, target: etree._Element, asked: str) -> None:
    """The variables of a scope that these expressions ask for."""
    for each in scope.findall(_SCH + "let"):
        if f"${each.get('name', '')}" in asked:
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
