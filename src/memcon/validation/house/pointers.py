"""Identifiers and pointers within one file."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.diagnostics import Diagnostic
from memcon.tei.names import XML_ID
from memcon.validation.survey import Survey

_XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
_SCHEMA_LOCATIONS = frozenset(_XSI + name for name in ("schemaLocation", "noNamespaceSchemaLocation"))
_POINTERS = frozenset(("who", "ref", "ana", "resp", "target", "scheme", "source", "sameAs", "corresp"))


def pointers(survey: Survey) -> Iterator[Diagnostic]:
    """MC406 for an xml:id that stands twice, MC501 for a schema of the file's own, MC502 for each pointer within the
    document that leads nowhere."""
    identifiers = survey.identifiers
    for element, name, value in survey.attributes:
        if name == XML_ID:
            if identifiers.get(value, element) is not element:
                yield survey.finding("MC406", f"the xml:id {value!r} stands twice", element)
        elif name in _POINTERS:
            for pointer in value.split():
                if pointer[0] == "#" and pointer[1:] not in identifiers:
                    message = f"@{name} points to {pointer}, and there is no such xml:id"
                    yield survey.finding("MC502", message, element)
        elif name in _SCHEMA_LOCATIONS:
            local = name.removeprefix(_XSI)
            yield survey.finding("MC501", f"xsi:{local} is not allowed", element, "remove the attribute")
