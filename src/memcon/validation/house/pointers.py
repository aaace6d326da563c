"""Identifiers and pointers within one file."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.tei.names import XML_ID
from memcon.validation.survey import Survey

_XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
_SCHEMA_LOCATIONS = frozenset(_XSI + name for name in ("schemaLocation", "noNamespaceSchemaLocation"))
_IDS = etree.XPath("//@xml:id", smart_strings=False)
_LOCAL = etree.XPath("//@*[contains(., '#')]", smart_strings=False)
_SCHEMATA = etree.XPath("boolean(//@xsi:*)", namespaces={"xsi": _XSI[1:-1]})
_POINTERS = frozenset(("who", "ref", "ana", "resp", "target", "scheme", "source", "sameAs", "corresp"))


def pointers(survey: Survey) -> Iterator[Diagnostic]:
    """MC406 for an xml:id that stands twice, MC501 for a schema of the file's own, MC502 for each pointer within the
    document that leads nowhere."""
    identifiers = survey.identifiers
    if _lead_somewhere(survey):
        return
    for element in survey.elements:
        for name, value in element.items():
            if name == XML_ID:
                if identifiers[value] is not element:
                    yield survey.finding("MC406", f"the xml:id {value!r} stands twice", element)
            elif name in _POINTERS:
                for pointer in value.split():
                    if pointer.startswith("#") and pointer[1:] not in identifiers:
                        message = f"@{name} points to {pointer}, and there is no such xml:id"
                        yield survey.finding("MC502", message, element)
            elif name in _SCHEMA_LOCATIONS:
                local = str(name).removeprefix(_XSI)
                yield survey.finding("MC501", f"xsi:{local} is not allowed", element, "remove the attribute")


def _lead_somewhere(survey: Survey) -> bool:
    """Whether all is well, to be seen without a look at each attribute of each element: no xml:id stands twice, no
    element names a schema, and whatever begins like a pointer, in any attribute, leads to an element."""
    identifiers, local = _IDS(survey.tree), set(_LOCAL(survey.tree))
    if len(identifiers) != len(survey.identifiers) or _SCHEMATA(survey.tree):
        return False
    targets = (target for value in local for target in value.split() if target.startswith("#"))
    return all(target[1:] in survey.identifiers for target in targets)
