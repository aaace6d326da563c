"""Checksums of the mark-up, piece by piece: by them a file tells, without its transcript, where it was edited since it
was generated.

A piece is an element that stands by itself, a turn, a paragraph, a statement of the header, up to where the next one
begins: its tag, the words and the mark-up within the line, and the tags that end behind them. How the file is broken
into lines, comments and instructions are in none of them. Each piece gives a sum as in `printsums`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from memcon.tei.names import TEI_NS
from memcon.tei.printsums import SIZE, sums_of

_WITHIN = (
    "abbr add c catDesc category cb certainty choice corr date del desc ellipsis expan foreign gap gi handShift hi lb "
    "milestone metamark name num orgName orig pb pc placeName q ref reg rs seg sic space subst supplied term time "
    "unclear w"
).split()
"""What stands within the line, or is nothing by itself: it begins no piece. In the text, names of persons neither. With
another name here the sums of all files would be others, and those of edited ones hold no more."""
_PERSON_NAME, _TEXT = "persName", f"{{{TEI_NS}}}text"
_TEXT_BEGINS = re.compile(rb"<text[ >]")
_NAMESPACE = re.compile(rb' xmlns(?::[^=]*)?="[^"]*"')
_OURS = f' xmlns="{TEI_NS}"'.encode()
_PREFIX = re.compile(rb"<([^\s<>:]+):TEI[ >]")
_NAMES = frozenset(_WITHIN)


def _of_pieces(within: Iterable[str]) -> re.Pattern[bytes]:
    """What finds a tag, with all behind it up to the next that is not one of what stands within the line."""
    return re.compile(rf"<[^<]*(?:<(?:/|(?:{'|'.join(within)})[ >])[^<]*)*".encode())


_IN_HEADER, _IN_TEXT = _of_pieces(_WITHIN), _of_pieces((*_WITHIN, _PERSON_NAME))


def markupsums(canonical: bytes) -> str:
    """The checksums of a document, of its canonical form, one after the other."""
    return sums_of(pieces(canonical))


def divided(sums: str) -> list[str]:
    """The checksums by themselves."""
    return [sums[at : at + SIZE] for at in range(0, len(sums), SIZE)]


def pieces(canonical: bytes) -> list[bytes]:
    """The pieces of a document, of its canonical form, in order."""
    data = _plain(canonical)
    text = _TEXT_BEGINS.search(data)
    at = text.start() if text else len(data)
    return _IN_HEADER.findall(data, 0, at) + _IN_TEXT.findall(data, at)


def beginning(root: etree._Element) -> list[etree._Element]:
    """The elements with which the pieces of a document begin, in order."""
    found: list[etree._Element] = []
    inside = False
    for each in root.iter(etree.Element):
        inside = inside or each.tag == _TEXT
        name = etree.QName(each).localname if each.prefix == root.prefix else ""
        if each is root or (name not in _NAMES and not (inside and name == _PERSON_NAME)):
            found.append(each)
    return found


def _without(data: bytes, begins: bytes, ends: bytes) -> bytes:
    """The document without what stands between two marks, these included."""
    kept: list[bytes] = []
    at = 0
    while (begin := data.find(begins, at)) >= 0 and (end := data.find(ends, begin)) >= 0:
        kept.append(data[at:begin])
        at = end + len(ends)
    return b"".join((*kept, data[at:]))


def _plain(canonical: bytes) -> bytes:
    """The document without what makes no difference: comments, instructions, line ends, names of namespaces."""
    marked = _without(_without(canonical, b"<!--", b"-->"), b"<?", b"?>")
    lines = [line for each in marked.split(b"\n") if (line := each.strip(b" \t"))]
    data = b"\n".join(lines).replace(b">\n<", b"><")
    if b"\n" in data:
        data = data.replace(b">\n", b">").replace(b"\n<", b"<").replace(b"\n", b" ")
    prefix = _PREFIX.match(data)
    if prefix is not None:
        data = data.replace(b"<%s:" % prefix[1], b"<").replace(b"</%s:" % prefix[1], b"</")
    data = data.replace(_OURS, b"", 1)
    return _NAMESPACE.sub(b"", data) if b" xmlns" in data else data
