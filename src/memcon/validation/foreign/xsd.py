"""XML Schema 1.0 by libxml2, which says what is wrong at each place."""

from __future__ import annotations

from itertools import islice

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.tei.parsing import Tree
from memcon.validation.foreign.compiled import MOST, Check, complained_of, entries_of, plain, unusable, without_hints
from memcon.validation.places import Source


def compiled(tree: Tree) -> Check:
    """The schema, ready to check. Raises Unusable."""
    try:
        schema = etree.XMLSchema(tree)
    except etree.XMLSchemaError as error:
        raise unusable(error) from error

    def check(source: Source) -> tuple[Diagnostic, ...]:
        if schema.validate(without_hints(source.tree)):
            return ()
        first: dict[etree._Element, str] = {}  # of an attribute libxml2 says first what is wrong, then that it is
        for entry in entries_of(schema.error_log):
            first.setdefault(complained_of(source.tree, entry), plain(entry.message))
        return tuple(source.finding("MC404", words, element) for element, words in islice(first.items(), MOST))

    return check
