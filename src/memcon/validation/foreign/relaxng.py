"""RELAX NG by libxml2. It stops at the first fault of a document, and says it badly: said again here."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.tei.parsing import Tree
from memcon.validation.foreign.compiled import Check, complained_of, entries_of, local, plain, unusable
from memcon.validation.places import Source

_CONSEQUENCES = ("failed to validate", "has extra content", "Invalid sequence", "Extra element")
_HINT = "libxml2 stops at the first fault of a file; --engine jing finds all, and says what is expected"
_PHRASES = (
    (re.compile(r"Did not expect element (\S+) there"), "{0} is not allowed here in {parent}"),
    (re.compile(r"Element \S+ has extra content: (\S+)"), "{0} is not allowed here in {parent}"),
    (re.compile(r"Did not expect text in element (\S+) content"), "text is not allowed here in {0}"),
    (re.compile(r"Invalid attribute (\S+) for element (\S+)"), "@{0} is not allowed in {1}, or not with this value"),
    (re.compile(r"Element (\S+) failed to validate attributes"), "an attribute of {0} is missing or wrong"),
    (re.compile(r"Expecting an? element (\S*), got nothing"), "{name} is not complete: {0} is missing"),
    (re.compile(r"Expecting element (\S+), got (\S+)"), "{1} stands where {0} is expected"),
    (re.compile(r"Element (\S+) failed to validate content"), "the content of {0} is not complete, or not allowed"),
)


def compiled(tree: Tree) -> Check:
    """The schema, ready to check. Raises Unusable."""
    try:
        schema = etree.RelaxNG(tree)
    except etree.RelaxNGError as error:
        raise unusable(error) from error

    def check(source: Source) -> tuple[Diagnostic, ...]:
        if schema.validate(source.tree):
            return ()
        entry = _most_exact(list(entries_of(schema.error_log)))
        if entry is None:
            return (source.finding("MC404", "the schema does not allow this document", source.tree.getroot(), _HINT),)
        element = complained_of(source.tree, entry)
        return (source.finding("MC404", _said(plain(entry.message), element), element, _HINT),)

    return check


def _most_exact(entries: list[Any]) -> Any:
    """The deepest complaint; of several at one depth the first that is no consequence of another."""

    def exactness(entry: Any) -> tuple[int, bool]:
        return (entry.path or "").count("/"), not any(words in entry.message for words in _CONSEQUENCES)

    return max(entries, key=exactness, default=None)


def _said(message: str, element: etree._Element) -> str:
    for pattern, words in _PHRASES:
        if match := pattern.match(message):
            return words.format(*match.groups(), parent=local(element.getparent()), name=local(element))
    return message
