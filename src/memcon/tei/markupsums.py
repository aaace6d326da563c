"""Checksums of the mark-up, piece by piece: by them a file tells, without its transcript, where it was edited since it
was generated.

A piece is an element that stands by itself, a turn, a paragraph, a statement of the header, up to where the next one
begins: its tag, the words and the mark-up within the line, and how deep it stands, which together with the order of the
pieces is all of the tree. How the file is broken into lines, comments and instructions are in none of them. Each piece
gives a sum as in `printsums`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from memcon.tei.names import TEI_NS
from memcon.tei.printsums import SIZE, sums_of

_WITHIN = (
    "abbr add c catDesc category cb certainty choice corr date del desc ellipsis expan foreign gap gi handShift hi lb "
    "milestone metamark name num orgName orig pb pc placeName q ref reg rs seg sic space subst supplied term time "
    "unclear w"
).split()
"""What stands within the line, or is nothing by itself: it begins no piece. In the text, names of persons neither."""
_PERSON_NAME, _TEXT = "persName", f"{{{TEI_NS}}}text"
_START = re.compile(rf"<(?!/|(?:{'|'.join(_WITHIN)})[ >])".encode())
_START_IN_TEXT = re.compile(rf"<(?!/|(?:{'|'.join([*_WITHIN, _PERSON_NAME])})[ >])".encode())
_TEXT_BEGINS = re.compile(rb"<text[ >]")
_NO_MARKUP = re.compile(rb"<!--.*?-->|<\?.*?\?>", re.S)
_NAMESPACE = re.compile(rb' xmlns(?::[^=]*)?="[^"]*"')
_PREFIX = re.compile(rb"<([^\s<>:]+):TEI[ >]")
_NAMES = frozenset(_WITHIN)


def markupsums(canonical: bytes) -> str:
    """The checksums of a document, of its canonical form, one after the other."""
    return sums_of(pieces(canonical))


def divided(sums: str) -> list[str]:
    """The checksums by themselves."""
    return [sums[at : at + SIZE] for at in range(0, len(sums), SIZE)]


def pieces(canonical: bytes) -> Iterator[bytes]:
    """The pieces of a document, of its canonical form, in order."""
    data = _plain(canonical)
    of_text = _TEXT_BEGINS.search(data)
    text = of_text.start() if of_text else len(data)
    starts = [each.start() for each in _START.finditer(data, 0, text)]
    starts += [each.start() for each in _START_IN_TEXT.finditer(data, text)]
    depth = 0
    for start, end in zip(starts, [*starts[1:], len(data)], strict=True):
        piece = data[start:end]
        yield b"%d%s" % (depth, _open(piece))
        depth += piece.count(b"<") - 2 * piece.count(b"</")


def beginning(root: etree._Element) -> list[etree._Element]:
    """The elements with which the pieces of a document begin, in order."""
    found: list[etree._Element] = []
    inside = False
    for each in root.iter(etree.Element):
        inside = inside or each.tag == _TEXT
        name = etree.QName(each).localname if each.prefix == root.prefix else ""
        if name not in _NAMES and not (inside and name == _PERSON_NAME):
            found.append(each)
    return found


def _plain(canonical: bytes) -> bytes:
    """The document without what makes no difference: comments, instructions, line ends, names of namespaces."""
    data = _NO_MARKUP.sub(b"", canonical)
    prefix = _PREFIX.match(data.lstrip())
    if prefix is not None:
        data = data.replace(b"<%s:" % prefix[1], b"<").replace(b"</%s:" % prefix[1], b"</")
    data = _NAMESPACE.sub(b"", data)
    lines = [line for each in data.split(b"\n") if (line := each.strip(b" \t"))]
    return b"\n".join(lines).replace(b">\n", b">").replace(b"\n<", b"<").replace(b"\n", b" ")


def _open(piece: bytes) -> bytes:
    """A piece without the end tags at its end, which its depth and that of the next one tell."""
    while piece.endswith(b">"):
        at = piece.rfind(b"<")
        if piece[at + 1 : at + 2] != b"/":
            return piece
        piece = piece[:at]
    return piece
