"""The levels of validation, one after the other: schema, house rules, links between files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from memcon.diagnostics import Diagnostic, Outcome, in_order
from memcon.tei.parsing import Tree, parse_tei
from memcon.validation.links import FileLinks, check_links, gathered
from memcon.validation.places import Source
from memcon.validation.schema import check_schema, compile_schema
from memcon.validation.schematron import check_all_schematron, check_schematron, compile_schematron
from memcon.validation.survey import Survey

__all__ = ["check_links", "compile_schemas", "faults_of", "house_findings", "validate", "validate_all", "validate_tree"]


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
    (found,) = _checked((Survey(Source(tree, data, path)),))
    return found


def validate_all(documents: Iterable[tuple[bytes, str]]) -> tuple[tuple[tuple[Diagnostic, ...], FileLinks | None], ...]:
    """What is found in each of some documents, given as bytes and paths, and what each says of others (nothing where it
    cannot be parsed).

    All of them go through one level, and one rule, before the next: what a level works with stays at hand in the
    processor's caches, which saves a quarter of the time where they are ten or more.
    """
    parsed = [(parse_tei(data, path), data, path) for data, path in documents]
    surveys = [Survey(Source(each.value, data, path)) for each, data, path in parsed if each.value is not None]
    found = zip(_checked(surveys), map(gathered, surveys), strict=True)
    return tuple((outcome.diagnostics, None) if outcome.value is None else next(found) for outcome, *_ in parsed)


def _checked(surveys: Sequence[Survey]) -> Iterator[tuple[Diagnostic, ...]]:
    """What the levels find in each of some documents. The house rules are loaded when the first one is checked: what is
    known of a file already is told without them."""
    from memcon.validation.house.table import house_rules

    by_grammar = [check_schema(survey.source) for survey in surveys]
    sound = [each for found, each in zip(by_grammar, surveys, strict=True) if not found]
    by_schematron = iter(check_all_schematron(sound))
    by_schema = [found or next(by_schematron) for found in by_grammar]
    return (in_order((*a, *b)) for a, b in zip(by_schema, house_rules(surveys), strict=True))


def faults_of(tree: Tree, data: bytes, path: str) -> tuple[Diagnostic, ...]:
    """What makes a document that has just been made no memorandum: schema, Schematron, and the house rules whose
    findings are errors. What a reviewer would ask is left to `validate`."""
    from memcon.validation.house.grave import grave_faults

    survey = Survey(Source(tree, data, path))
    found = check_schema(survey.source) or check_schematron(survey)
    return in_order((*found, *grave_faults(survey)))


def house_findings(tree: Tree, data: bytes, path: str) -> tuple[Diagnostic, ...]:
    """What the house rules alone say of a parsed document."""
    from memcon.validation.house.table import house_rules

    (found,) = house_rules((Survey(Source(tree, data, path)),))
    return in_order(found)


def compile_schemas() -> None:
    """Compile what decides about validity now: processes that are forked later share it."""
    compile_schema()
    compile_schematron()
