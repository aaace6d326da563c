"""The only way to call anything valid: schema, house rules, links between files, as one list of diagnostics."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.diagnostics import Diagnostic, Outcome, in_order
from memcon.tei.parsing import Tree, parse_tei
from memcon.validation.links import check_links
from memcon.validation.places import Source
from memcon.validation.schema import check_schema, compile_schema
from memcon.validation.schematron import check_schematron, compile_schematron

__all__ = ["check_links", "compile_schemas", "faults_of", "house_findings", "validate", "validate_tree"]


def validate(data: bytes, path: str) -> Outcome[Tree]:
    """Parse and check one TEI document by itself: schema, Schematron, house rules.

    The value is the tree where the document could be parsed, whether it is valid or not.
    """
    outcome = parse_tei(data, path)
    if outcome.value is None:
        return outcome
    return Outcome(outcome.value, validate_tree(outcome.value, data, path))


def validate_tree(tree: Tree, data: bytes, path: str) -> tuple[Diagnostic, ...]:
    """Check a parsed document; `data` are its bytes, from which the columns are told."""
    source = Source(tree, data, path)
    found = check_schema(source) or check_schematron(source)
    return in_order((*found, *_house(source)))


def faults_of(tree: Tree, data: bytes, path: str) -> tuple[Diagnostic, ...]:
    """What makes a document that has just been made no memorandum: schema, Schematron, and the house rules whose
    findings are errors. What a reviewer would ask is left to `validate`."""
    source = Source(tree, data, path)
    found = check_schema(source) or check_schematron(source)
    from memcon.validation.house.grave import grave_faults

    return in_order((*found, *grave_faults(source)))


def house_findings(tree: Tree, data: bytes, path: str) -> tuple[Diagnostic, ...]:
    """What the house rules alone say of a parsed document."""
    return in_order(_house(Source(tree, data, path)))


def _house(source: Source) -> Iterator[Diagnostic]:
    """The findings of the house rules, which are loaded when the first document is checked: what is known of a file
    already is told without them."""
    from memcon.validation.house.table import house_rules
    from memcon.validation.survey import Survey

    return house_rules(Survey(source))


def compile_schemas() -> None:
    """Compile what decides about validity now: processes that are forked later share it."""
    compile_schema()
    compile_schematron()
