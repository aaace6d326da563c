"""Schema -> ISO Schematron with XPath 1.0: the rules a grammar cannot say.

The name is on the assertions (with -2, -3 on further ones that have no id), so that a report names the rule. A
processor walks the document once for each pattern, and of a pattern's rules only the first that matches a node
fires: so rules about different elements share a pattern, and rules about one element never do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from odd.model import Rule, Schema
from odd.reader import SCH, TEI
from odd.xmltree import node, root

XSL = "http://www.w3.org/1999/XSL/Transform"


def build(schema: Schema) -> etree._Element:
    """Return the Schematron schema: the ODD's declarations, then the constraintSpecs in as few patterns as can be."""
    made = root(SCH, "schema", {None: SCH, "xsl": XSL, "tei": TEI}, queryBinding="xslt")
    title = node(SCH, "title")
    title.text = "memcon: what the grammar cannot say"
    made.append(title)
    made.extend(_copied(declaration) for declaration in schema.declarations)
    made.extend(_pattern(rules) for rules in _shared(schema.rules))
    etree.cleanup_namespaces(made)
    return made


def _shared(rules: Iterable[Rule]) -> list[list[Rule]]:
    """The constraints grouped: within a group no two rules are about one element."""
    groups: list[tuple[list[Rule], set[str]]] = []
    for rule in rules:
        names = _elements(rule)
        fitting = next((group for group in groups if "*" not in names | group[1] and not names & group[1]), None)
        if fitting is None:
            fitting = ([], set())
            groups.append(fitting)
        fitting[0].append(rule)
        fitting[1].update(names)
    return [group for group, _ in groups]


def _elements(rule: Rule) -> set[str]:
    """The names of the elements that a constraint's rules are about: the last steps of their contexts."""
    contexts = [each.get("context", "*") for each in rule.rules if each.tag == f"{{{SCH}}}rule"]
    steps = [re.sub(r"\[[^\]]*\]", "", part).split("/")[-1].strip() for c in contexts for part in c.split("|")]
    return {step.removeprefix("tei:") for step in steps}


def _pattern(rules: list[Rule]) -> etree._Element:
    made = node(SCH, "pattern")
    for rule in rules:
        why = node(SCH, "p")
        why.text = rule.desc
        made.append(why)
    for rule in rules:
        copies = [_copied(each) for each in rule.rules]
        checks = [check for copy in copies for check in copy.iter(f"{{{SCH}}}assert", f"{{{SCH}}}report")]
        for number, check in enumerate(checks, start=1):
            if not check.get("id"):
                check.set("id", rule.ident if number == 1 else f"{rule.ident}-{number}")
        made.extend(copies)
    return made


def _copied(element: etree._Element) -> etree._Element:
    copy = deepcopy(element)
    copy.tail = None
    return copy
