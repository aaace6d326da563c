"""The one canonical serialiser, and the instruction by which a generated file is told from an edited one: the digest
of its canonical form, the checksums of its print and of its mark-up, and a digest of its bytes.

While the bytes are those that were written, which is quick to find out, nothing else has to be found out. Canonical
form is Canonical XML 1.0 of the tree without memcon's own processing instruction. Serialising and parsing again gives
the same tree: nothing is pretty-printed here.
"""

from __future__ import annotations

import hashlib
import re

from lxml import etree

from memcon.tei.markupsums import markupsums
from memcon.tei.parsing import Tree

_TARGET = "memcon"
_NOUGHTS = "0" * 64
_OF_BYTES = 16  # hexadecimal digits of the digest of the bytes, which stand at the end of the instruction
_END = '"?>'
_MARKS = etree.XPath(f"/processing-instruction('{_TARGET}')")
_DIGEST = re.compile(
    r'digest="sha256:([0-9a-f]{64})"(?: print="([A-Za-z0-9+/]*)")?(?: markup="([A-Za-z0-9+/]*)")?'
    r'(?: bytes="([0-9a-f]{16})")?'
)
_STAMP = re.compile(
    rb'<\?memcon digest="sha256:[0-9a-f]{64}"(?: print="[A-Za-z0-9+/]*")?(?: markup="[A-Za-z0-9+/]*")?'
    rb' bytes="(?=[0-9a-f]{16}"\?>)'
)
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
    of the print (see `printsums`), by default those that the older one carries, and those of the mark-up. The digest of
    the bytes is not known before they are written: see `stamped`."""
    sums = print_signature(tree) if sums is None else sums
    for old in _MARKS(tree):
        etree.Element("elsewhere").append(old)  # beside the root it has no parent that could remove it
    tree.getroot().addprevious(etree.ProcessingInstruction(_TARGET, _said_of(canonical_form(tree), sums)))


def unsigned(sums: str) -> str:
    """The instruction with the checksums of the print and a digest of noughts, until the true one is known. It has a
    line of its own, so that all places hold."""
    return f'<?{_TARGET} digest="sha256:{_NOUGHTS}" print="{sums}"?>'


def _said_of(canonical: bytes, sums: str | None) -> str:
    """What the instruction says of a canonical form, with the checksums of the print, where there are any; noughts
    stand for the digest of the bytes."""
    printed = f' print="{sums}"' if sums is not None else ""
    digest = hashlib.sha256(canonical).hexdigest()
    return f'digest="sha256:{digest}"{printed} markup="{markupsums(canonical)}" bytes="{_NOUGHTS[:_OF_BYTES]}"'


def signed(tree: Tree, data: bytes) -> bytes:
    """The bytes of a document that was written `unsigned`, with its digests and the checksums of its mark-up; `tree` is
    what they were parsed to, and gets them too."""
    mark = _mark(tree)
    assert mark is not None
    was = _bytes_of(mark)
    mark.text = _said_of(canonical_form(tree), print_signature(tree))
    data = stamped(data.replace(was, _bytes_of(mark), 1))
    told = _STAMP.search(data)
    assert told is not None
    mark.text = f'{mark.text[: -_OF_BYTES - 1]}{data[told.end() : told.end() + _OF_BYTES].decode()}"'
    return data


def stamped(data: bytes) -> bytes:
    """The bytes of a signed document with the digest of its bytes, where its instruction has a place for one."""
    match = _STAMP.search(data)
    if match is None:
        return data
    at = match.end()
    return data[:at] + _digest_of_bytes(data, at).encode() + data[at + _OF_BYTES :]


def _digest_of_bytes(data: bytes, at: int) -> str:
    """The first digits of the SHA-256 of the bytes but those at which it stands itself."""
    seen = memoryview(data)
    digest = hashlib.sha256(seen[:at])
    digest.update(seen[at + _OF_BYTES :])
    return digest.hexdigest()[:_OF_BYTES]


def is_untouched(tree: Tree, data: bytes) -> bool:
    """Whether the bytes of a file are those that were written when it was generated."""
    mark = _mark(tree)
    said = _DIGEST.fullmatch(mark.text or "") if mark is not None else None
    if mark is None or said is None or not said[4]:
        return False
    spelt = _bytes_of(mark)
    begun = data.find(spelt)
    return begun >= 0 and said[4] == _digest_of_bytes(data, begun + len(spelt) - _OF_BYTES - len(_END))


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
    """Whether the file is as it was generated: it carries a digest, and that and the checksums of the mark-up hold."""
    carried, sums = signature(tree), markup_signature(tree)
    if carried is None:
        return False
    try:
        form = canonical_form(tree)
    except etree.C14NError:  # a namespace that is a relative address has no canonical form
        return False
    return carried == hashlib.sha256(form).hexdigest() and (not sums or sums == markupsums(form))
