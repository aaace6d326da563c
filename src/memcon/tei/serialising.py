"""The one canonical serialiser, and the instruction by which a generated file is told from an edited one: the digest
of its canonical form, and the checksums of its print and of its mark-up.

Canonical form is Canonical XML 1.0 of the tree without memcon's own processing instruction. Serialising and
parsing again gives the same tree: nothing is pretty-printed here.
"""

from __future__ import annotations

import hashlib
import re

from lxml import etree

from memcon.tei.markupsums import markupsums
from memcon.tei.parsing import Tree

_TARGET = "memcon"
_NOUGHTS = "0" * 64
_MARKS = etree.XPath(f"/processing-instruction('{_TARGET}')")
_DIGEST = re.compile(r'digest="sha256:([0-9a-f]{64})"(?: print="([A-Za-z0-9+/]*)")?(?: markup="([A-Za-z0-9+/]*)")?')
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'


def serialise(tree: Tree) -> bytes:
    """UTF-8 with an XML declaration, each instruction before the root on a line of its own, a final newline."""
    root = tree.getroot()
    around = [*reversed(list(root.itersiblings(preceding=True))), root, *root.itersiblings()]
    lines = [etree.tostring(node, encoding="UTF-8", xml_declaration=False, with_tail=False) for node in around]
    return b"\n".join([DECLARATION.encode(), *lines, b""])


def canonical_digest(tree: Tree) -> str:
    """SHA-256 of the canonical form, in hexadecimal, the instruction that carries the digest left out."""
    return hashlib.sha256(canonical_form(tree)).hexdigest()


def canonical_form(tree: Tree) -> bytes:
    """The canonical form, the instruction that carries the digest left out. Raises C14NError where it has none."""
    data = etree.tostring(tree, method="c14n", with_comments=True)
    mark = _mark(tree)
    return data if mark is None else data.replace(_bytes_of(mark) + b"\n", b"", 1)


def _mark(tree: Tree) -> etree._ProcessingInstruction | None:
    """The one instruction before the root that carries the digest, and nothing else; a second one is an edit."""
    for node in reversed(list(tree.getroot().itersiblings(preceding=True))):
        if (
            isinstance(node, etree._ProcessingInstruction)
            and node.target == _TARGET
            and _DIGEST.fullmatch(node.text or "")
        ):
            return node
    return None


def _bytes_of(pi: etree._ProcessingInstruction) -> bytes:
    return f"<?{pi.target} {pi.text}?>".encode()


def sign(tree: Tree, sums: str | None = None) -> None:
    """Put the processing instruction before the root element, in the place of an older one: the digest, the checksums
    of the print (see `printsums`), by default those that the older one carries, and those of the mark-up."""
    sums = print_signature(tree) if sums is None else sums
    for old in _MARKS(tree):
        etree.Element("elsewhere").append(old)  # beside the root it has no parent that could remove it
    tree.getroot().addprevious(etree.ProcessingInstruction(_TARGET, _said_of(canonical_form(tree), sums)))


def _said_of(canonical: bytes, sums: str | None) -> str:
    """What the instruction says of a canonical form, with the checksums of the print, where there are any."""
    print_ = f' print="{sums}"' if sums is not None else ""
    return f'digest="sha256:{hashlib.sha256(canonical).hexdigest()}"{print_} markup="{markupsums(canonical)}"'


def unsigned(sums: str) -> str:
    """The instruction with the checksums of the print and a digest of noughts, until the true one is known. It has a
    line of its own, so that all places hold."""
    return f'<?{_TARGET} digest="sha256:{_NOUGHTS}" print="{sums}"?>'


def signed(tree: Tree, data: bytes) -> bytes:
    """The bytes of a document that was written `unsigned`, with its digest and the checksums of its mark-up; `tree` is
    what they were parsed to, and gets both too."""
    mark = _mark(tree)
    assert mark is not None
    was = _bytes_of(mark)
    mark.text = _said_of(canonical_form(tree), print_signature(tree))
    return data.replace(was, _bytes_of(mark), 1)


def signature(tree: Tree) -> str | None:
    """The digest that the file carries; None where it carries none."""
    match = _said(tree)
    return match[1] if match else None


def print_signature(tree: Tree) -> str | None:
    """The checksums of the print (see `printsums`) that the file carries; None where it carries none."""
    match = _said(tree)
    return match[2] if match else None


def markup_signature(tree: Tree) -> str | None:
    """The checksums of the mark-up (see `markupsums`) that the file carries; None where it carries none."""
    match = _said(tree)
    return match[3] if match else None


def _said(tree: Tree) -> re.Match[str] | None:
    mark = _mark(tree)
    return _DIGEST.fullmatch(mark.text or "") if mark is not None else None


def is_pristine(tree: Tree) -> bool:
    """Whether the file is as it was generated: it carries a digest, and the digest holds."""
    carried = signature(tree)
    try:
        return carried is not None and carried == canonical_digest(tree)
    except etree.C14NError:  # a namespace that is a relative address has no canonical form
        return False
