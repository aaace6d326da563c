"""Identifiers and pointers within one file."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.diagnostics import Diagnostic
from memcon.tei.names import XML_ID
from memcon.validation.survey import Survey

_XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
_SCHEMA_LOCATIONS = ("schemaLocation", "noNamespaceSchemaLocation")
_POINTERS = ("who", "ref", "ana", "resp", "target", "scheme", "source", "sameAs", "corresp")


def pointers(survey: Survey) -> Iterator[Diagnostic]:
    """MC406 for an xml:id that stands twice, MC501 for a schema of the file's own, MC502 for each pointer within the
    document that leads nowhere."""
    identifiers = survey.identifiers
    named = survey.attribute(XML_ID)
    if len(named) != len(identifiers):
        for element, value in named:
            if identifiers.get(value, element) is not element:
                yield survey.finding("MC406", f"the xml:id {value!r} stands twice", element)
    for name in _POINTERS:
        for element, value in survey.attribute(name):
            if value[:1] == "#" and value[1:] in identifiers:
                continue  # one pointer, as most are
            for pointer in value.split():
                if pointer[0] == "#" and pointer[1:] not in identifiers:
                    message = f"@{name} points to {pointer}, and there is no such xml:id"
                    yield survey.finding("MC502", message, element)
    for name in _SCHEMA_LOCATIONS:
        for element, _ in survey.attribute(_XSI + name):
            yield survey.finding("MC501", f"xsi:{name} is not allowed", element, "remove the attribute")
