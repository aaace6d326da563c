"""The one canonical serialiser, and the digest by which a generated file is told from an edited one.

Canonical form is Canonical XML 1.0 of the tree without memcon's own processing instruction. Serialising and
parsing again gives the same tree: nothing is pretty-printed here.
"""

from __future__ import annotations

import hashlib
import re

from lxml import etree

from memcon.tei.parsing import Tree

_TARGET = "memcon"
_MARKS = etree.XPath(f"/processing-instruction('{_TARGET}')")
_DIGEST = re.compile(r'digest="sha256:([0-9a-f]{64})"')
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
UNSIGNED = f'<?{_TARGET} digest="sha256:{"0" * 64}"?>'
"""What stands in the place of the instruction until the digest is known: it is as long, so that all places hold."""


def serialise(tree: Tree) -> bytes:
    """UTF-8 with an XML declaration, each instruction before the root on a line of its own, a final newline."""
    root = tree.getroot()
    around = [*reversed(list(root.itersiblings(preceding=True))), root, *root.itersiblings()]
    lines = [etree.tostring(node, encoding="UTF-8", xml_declaration=False, with_tail=False) for node in around]
    return b"\n".join([DECLARATION.encode(), *lines, b""])


def canonical_digest(tree: Tree) -> str:
    """SHA-256 of the canonical form, in hexadecimal, the instruction that carries the digest left out."""
    data = etree.tostring(tree, method="c14n", with_comments=True)
    mark = _mark(tree)
    if mark is not None:
        data = data.replace(_bytes_of(mark) + b"\n", b"", 1)
    return hashlib.sha256(data).hexdigest()


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


def sign(tree: Tree) -> None:
    """Put the processing instruction with the digest before the root element, in the place of an older one."""
    for old in _MARKS(tree):
        etree.Element("elsewhere").append(old)  # beside the root it has no parent that could remove it
    digest = canonical_digest(tree)
    tree.getroot().addprevious(etree.ProcessingInstruction(_TARGET, f'digest="sha256:{digest}"'))


def signed(tree: Tree, unsigned: bytes) -> bytes:
    """The bytes of a document with its digest in the place of `UNSIGNED`; `tree` is what they were parsed to, and gets
    the instruction too."""
    sign(tree)
    mark = _mark(tree)
    assert mark is not None
    return unsigned.replace(UNSIGNED.encode(), _bytes_of(mark), 1)


def signature(tree: Tree) -> str | None:
    """The digest that the file carries; None where it carries none."""
    mark = _mark(tree)
    match = _DIGEST.fullmatch(mark.text or "") if mark is not None else None
    return match[1] if match else None


def is_pristine(tree: Tree) -> bool:
    """Whether the file is as it was generated: it carries a digest, and the digest holds."""
    carried = signature(tree)
    try:
        return carried is not None and carried == canonical_digest(tree)
    except etree.C14NError:  # a namespace that is a relative address has no canonical form
        return False
