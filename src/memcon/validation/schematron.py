"""The Schematron rules of the ODD, run by lxml; each failed assertion is led back to its element."""

from __future__ import annotations

from functools import cache

from lxml import etree
from lxml.isoschematron import Schematron

from memcon.diagnostics import Diagnostic
from memcon.resources import schema_file
from memcon.tei.parsing import Tree
from memcon.validation.places import Source

_SVRL = "{http://purl.oclc.org/dsdl/svrl}"
_TRIED = f"{_SVRL}fired-rule"
_FAILED = (f"{_SVRL}failed-assert", f"{_SVRL}successful-report")


@cache
def _rules() -> etree.XSLT:
    """The rules as a style sheet, less the reports of rules that were merely tried: those are as many as elements."""
    schema = etree.fromstring(schema_file("memcon.sch").read_bytes())
    compiled = Schematron(schema, store_xslt=True).validator_xslt
    assert compiled is not None
    etree.strip_elements(compiled, _TRIED, with_tail=False)
    return etree.XSLT(compiled)


def check_schematron(source: Source) -> tuple[Diagnostic, ...]:
    """MC405 for each assertion that does not hold."""
    found = []
    for failed in _rules()(source.tree).iter(*_FAILED):
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
