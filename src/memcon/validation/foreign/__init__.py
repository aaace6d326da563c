"""Validation against a schema of one's own: RELAX NG, XML Schema, or Schematron with XPath 1.0.

What kind it is, its content says. It is compiled once in a process. The house rules do not run then, nor is anything
said of links between files: they are about memcon's own encoding.
"""

from __future__ import annotations

from functools import cache

from memcon.diagnostics import Diagnostic, Outcome, in_order
from memcon.tei.parsing import Tree, parse
from memcon.validation.foreign.compiled import Check, Schema, Unusable
from memcon.validation.foreign.reading import SCH, XS, read_schema
from memcon.validation.places import Source

__all__ = ["Schema", "check_against", "load_schema"]


@cache
def load_schema(path: str) -> Outcome[Schema]:
    """The schema at `path`, compiled. MC409 says why there is none: no schema, a fault in it or in what it includes, or
    an include that leads out of its folder. Raises OSError where the file itself cannot be read."""
    outcome = read_schema(path)
    if outcome.value is None:
        return Outcome(None, outcome.diagnostics)
    kind, tree, digest = outcome.value
    try:
        return Outcome(Schema(_compiled(kind, tree), digest))
    except Unusable as error:
        return Outcome(None, (error.diagnostic(path),))


def _compiled(kind: str, tree: Tree) -> Check:
    """A schema, ready to check, by what knows its language; the others are not loaded. Raises Unusable."""
    if kind == XS:
        from memcon.validation.foreign import xsd

        return xsd.compiled(tree)
    if kind == SCH:
        from memcon.validation.foreign import rules

        return rules.compiled(tree)
    from memcon.validation.foreign import relaxng

    return relaxng.compiled(tree)


def check_against(path: str, data: bytes, name: str) -> tuple[Diagnostic, ...]:
    """What the schema at `path` says of a document called `name`: MC404 where a grammar does not allow something, MC405
    where an assertion does not hold, MC401 or the like where it cannot be parsed."""
    schema = load_schema(path)
    outcome = parse(data, name)
    if outcome.value is None or schema.value is None:
        return outcome.diagnostics or schema.diagnostics
    return in_order(schema.value.check(Source(outcome.value, data, name)))
