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
_FAILED = (f"{_SVRL}failed-assert", f"{_SVRL}successful-report")


@cache
def _rules() -> Schematron:
    return Schematron(etree.fromstring(schema_file("memcon.sch").read_bytes()), store_report=True)


def check_schematron(source: Source) -> tuple[Diagnostic, ...]:
    """MC405 for each assertion that does not hold."""
    rules = _rules()
    if rules.validate(source.tree) or rules.validation_report is None:
        return ()
    found = []
    for failed in rules.validation_report.iter(*_FAILED):
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
