"""The one XML parser: entities, DTDs and the network off; faults become diagnostics.

libxml2 expands entities of an internal DTD even where `resolve_entities` is off (their declarations are
still read), so a document type declaration is refused before the parser meets it.
"""

from __future__ import annotations

import re
from functools import cache

from lxml import etree

from memcon.diagnostics import Diagnostic, Location, Outcome
from memcon.rules import rule
from memcon.tei.names import tei

Tree = etree._ElementTree

_LIMIT = re.compile(
    r"too deep|too long|too big|Excessive depth|xmlSAX2Characters|huge|buffer size|lookup limit|nodes? too", re.I
)
_PROLOGUE = re.compile(rb"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*+(<!DOCTYPE)", re.S | re.I)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")


@cache
def _parser() -> etree.XMLParser[etree._Element]:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, attribute_defaults=False,
        huge_tree=False, collect_ids=False, remove_blank_text=False, strip_cdata=False,
    )  # fmt: skip


def parse(data: bytes, path: str) -> Outcome[Tree]:
    """Parse XML safely.

    Returns the tree, or a diagnostic MC401, MC402 or MC407 with its place. Two elements of one xml:id are
    accepted here (`collect_ids=False`): that is for the validator to report.
    """
    if found := _doctype(data):
        return Outcome(None, (_refused_doctype(Location(path, *found)),))
    try:
        root = etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        return Outcome(None, (_syntax_diagnostic(error, path),))
    tree = root.getroottree()
    if tree.docinfo.internalDTD is not None:  # in an encoding that only libxml2 reads
        return Outcome(None, (_refused_doctype(Location(path, 1, 1)),))
    return Outcome(tree)


def _refused_doctype(place: Location) -> Diagnostic:
    hint = "remove the document type declaration"
    return Diagnostic(rule("MC402"), "a DOCTYPE is not allowed", place, hint)


def parse_tei(data: bytes, path: str) -> Outcome[Tree]:
    """Like `parse`, and the root must be a TEI element (else MC403)."""
    outcome = parse(data, path)
    if outcome.value is None:
        return outcome
    root = outcome.value.getroot()
    if root.tag != tei("TEI"):
        message = f"the root element is {etree.QName(root).localname}, not TEI in the TEI namespace"
        return Outcome(None, (Diagnostic(rule("MC403"), message, Location(path, root.sourceline or 1, 1)),))
    return outcome


def _doctype(data: bytes) -> tuple[int, int] | None:
    """Line and column of a DOCTYPE in the prologue."""
    head = data
    if data.startswith(_WIDE_MARKS):
        encoding = "utf-16" if data[:2] in _WIDE_MARKS[:2] else ("utf-16-le" if data[1:2] == b"\x00" else "utf-16-be")
        head = data.decode(encoding, "replace").encode("utf-8")
    if head.startswith(b"\xef\xbb\xbf"):
        head = head[3:]
    match = _PROLOGUE.match(head) if b"<!" in head else None
    if match is None:
        return None
    before = head[: match.start(1)]
    return before.count(b"\n") + 1, len(before) - (before.rfind(b"\n") + 1) + 1


def _syntax_diagnostic(error: etree.XMLSyntaxError, path: str) -> Diagnostic:
    message = " ".join((error.msg or "not well-formed").split(", line ")[0].split())
    line, column = error.lineno or 1, error.offset or 1
    code = "MC407" if _LIMIT.search(message) else "MC401"
    hint = "is this really XML?" if line <= 1 and code == "MC401" else ""
    return Diagnostic(rule(code), message, Location(path, max(line, 1), max(column, 1)), hint=hint)
