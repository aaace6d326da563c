"""Schema -> ISO Schematron with XPath 1.0: the rules a grammar cannot say, each in a pattern of its own.

The name is on the assertions (with -2, -3 on further ones that have no id), so that a report names the rule.
"""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from odd.model import Rule, Schema
from odd.reader import SCH, TEI
from odd.xmltree import node, root

XSL = "http://www.w3.org/1999/XSL/Transform"


def build(schema: Schema) -> etree._Element:
    """Return the Schematron schema: the ODD's declarations, then a pattern for each constraintSpec."""
    made = root(SCH, "schema", {None: SCH, "xsl": XSL, "tei": TEI}, queryBinding="xslt")
    title = node(SCH, "title")
    title.text = "memcon: what the grammar cannot say"
    made.append(title)
    made.extend(_copied(declaration) for declaration in schema.declarations)
    made.extend(_pattern(rule) for rule in schema.rules)
    etree.cleanup_namespaces(made)
    return made


def _pattern(rule: Rule) -> etree._Element:
    why = node(SCH, "p")
    why.text = rule.desc
    made = node(SCH, "pattern", why, *(_copied(each) for each in rule.rules))
    for number, check in enumerate(made.iter(f"{{{SCH}}}assert", f"{{{SCH}}}report"), start=1):
        if not check.get("id"):
            check.set("id", rule.ident if number == 1 else f"{rule.ident}-{number}")
    return made


def _copied(element: etree._Element) -> etree._Element:
    copy = deepcopy(element)
    copy.tail = None
    return copy
