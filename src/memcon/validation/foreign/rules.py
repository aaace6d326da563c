"""ISO Schematron with XPath 1.0, by libxslt, which may read and write nothing meanwhile."""

from __future__ import annotations

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.tei.parsing import Tree
from memcon.validation.foreign.compiled import Check, Unusable, plain, unusable
from memcon.validation.places import Source
from memcon.validation.schematron import report_of, without_tried

_BINDINGS = ("xslt", "xslt1", "xpath", "")


def compiled(tree: Tree) -> Check:
    """The rules, ready to check. Raises Unusable."""
    from lxml.isoschematron import Schematron  # not needed by most calls

    root = tree.getroot()
    binding = (root.get("queryBinding") or "").lower()
    if binding not in _BINDINGS:
        hint = "rules in XPath 1.0 (queryBinding xslt) can be checked"
        raise Unusable(f"its queryBinding is {binding}", root.sourceline or 0, hint)
    try:
        sheet = without_tried(Schematron(tree, store_xslt=True).validator_xslt)
        rules = etree.XSLT(sheet, access_control=etree.XSLTAccessControl.DENY_ALL)
    except (etree.SchematronError, etree.XSLTError) as error:
        raise unusable(error) from error

    def check(source: Source) -> tuple[Diagnostic, ...]:
        try:
            return report_of(rules(source.tree), source)
        except etree.XSLTApplyError as error:
            message = f"a rule of the schema cannot be evaluated here: {plain(str(error))}"
            return (source.finding("MC409", message, source.tree.getroot(), "only XPath 1.0 is known"),)

    return check
