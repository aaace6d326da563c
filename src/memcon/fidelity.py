"""The conservation proof: the TEI holds the transcript's printed characters, all of them and no others, in order.

The text nodes of <text>, in document order, white space aside, are compared with the printed characters of the
transcript's lines. What the edition adds is left out: corr, and every element with resp="#edition" that holds text.
Since the two correspond one to one, the same count leads from any character of the TEI to its line and column in the
transcript, and back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import NamedTuple
from urllib.parse import unquote

from lxml import etree

from memcon.diagnostics import Diagnostic, Location
from memcon.rules import rule
from memcon.tei.names import NSMAP, tei
from memcon.tei.parsing import Tree
from memcon.tei.printsums import first_altered
from memcon.tei.serialising import print_signature
from memcon.transcript import PRINTED, Span, Transcript, squeezed_bytes

_CORR, _TEXT = tei("corr"), tei("text")
_EDITION = "#edition"
_ADDED = etree.XPath(
    f"boolean((descendant-or-self::t:corr | descendant-or-self::*/@resp[contains(., '{_EDITION}')]/..)[string()])",
    namespaces=NSMAP,
)
_BIBL = etree.XPath("/t:TEI/t:teiHeader//t:sourceDesc/t:bibl[@type='transcript']", namespaces=NSMAP)
_STRING = etree.XPath("string()", smart_strings=False)
_EMPTIED = re.compile(r"(<(\w+)(?:\s[^<>]*)?>)</\2>")  # an element in which nothing is left
_SHOWN = 32  # characters of each side in the message
_LINES = re.compile(r"line=([0-9]{1,9}),([0-9]{1,9})(?:;length=[0-9]{1,9},([A-Za-z0-9][A-Za-z0-9_.:+-]*))?")


class TranscriptReference(NamedTuple):
    """What a TEI file says of its transcript: the relative path, lines (RFC 5147, None for all), the SHA-256, and the
    encoding where it is not UTF-8."""

    path: str
    lines: tuple[int, int] | None
    sha256: str
    encoding: str | None = None


def reference(tree: Tree) -> TranscriptReference | None:
    """The transcript that sourceDesc/bibl[@type='transcript'] names; None where it names none."""
    bibl = next(iter(_BIBL(tree)), None)
    return reference_in(bibl) if bibl is not None else None


def named_at(tree: Tree) -> int:
    """The line on which a file names its transcript; that of its root element where it names none."""
    bibl = next(iter(_BIBL(tree)), tree.getroot())
    return next(bibl.iter(tei("ptr")), bibl).sourceline or 1


def reference_in(bibl: etree._Element) -> TranscriptReference | None:
    """The transcript that this bibl names."""
    target = next((ptr.get("target", "") for ptr in bibl.iter(tei("ptr"))), "")
    path, _, fragment = target.partition("#")
    lines = _LINES.fullmatch(fragment)
    if not path or (fragment and lines is None):
        return None
    digest = next(("".join(i.itertext()).strip() for i in bibl.iter(tei("idno")) if i.get("type") == "sha256"), "")
    if lines is None:
        return TranscriptReference(unquote(path), None, digest)
    return TranscriptReference(unquote(path), (int(lines[1]), int(lines[2])), digest, lines[3])


def has_text(tree: Tree) -> bool:
    """Whether the document has a text: persons.xml has none."""
    return tree.getroot().find(_TEXT) is not None


def printed_span(transcript: Transcript, lines: tuple[int, int] | None) -> Span | None:
    """The print between two line positions (counted from 0); None where the transcript has no such lines."""
    if lines is None:
        return Span(0, len(transcript.printed))
    first, last = lines
    if not 0 <= first < last <= len(transcript.lines):
        return None
    return Span(transcript.lines[first].span.start, transcript.lines[last - 1].span.end)


def printed_text(tree: Tree) -> Iterator[str]:
    """The text nodes of <text> that are print, in document order."""
    text = tree.getroot().find(_TEXT)
    if text is not None:
        yield from printed_within(text)


def all_printed(tree: Tree) -> str:
    """The same as one string. Where nothing was added that holds text, that is all of its text."""
    text = tree.getroot().find(_TEXT)
    if text is None:
        return ""
    return "".join(printed_within(text)) if _ADDED(text) else str(_STRING(text))


def printed_within(root: etree._Element) -> Iterator[str]:
    """The text nodes of an element that are print, in document order."""
    pieces: list[str] = []
    if not is_added(root):
        _gather(root, pieces)
    return iter(pieces)


def _gather(element: etree._Element, pieces: list[str]) -> None:
    """Put the print of an element into `pieces`. (The parser lets nothing be nested deeper than 256 elements.)"""
    if element.text:
        pieces.append(element.text)
    for child in element:
        if isinstance(child.tag, str) and not is_added(child):
            _gather(child, pieces)
        if child.tail:
            pieces.append(child.tail)


def is_added(node: etree._Element) -> bool:
    """Whether what an element holds is no print, but the edition's."""
    return node.tag == _CORR or ((resp := node.get("resp")) is not None and _EDITION in resp.split())


def prove(tree: Tree, data: bytes, path: str, transcript: Transcript, span: Span) -> tuple[Diagnostic, ...]:
    """Compare a TEI document with the print in `span` of its transcript.

    `data` are the bytes of the document and `path` its name, for the place in the TEI. Returns nothing where the
    proof holds, else one MC109 at the first character that differs, in both files.
    """
    encoded, printed = all_printed(tree), transcript.text(span)
    if squeezed_bytes(encoded) == squeezed_bytes(printed):
        return ()
    encoded, printed = squeezed(encoded), squeezed(printed)
    at = _place_of_difference(encoded, printed, printed_text(tree), (transcript.text(span),))
    where = transcript.location(_offset_of(at, transcript, span))
    line, column = place_of_character(data, at)
    lacking = len(printed) - len(encoded)
    if lacking > 0 and _ends_its_line(at, lacking, transcript, span):
        line, column = _place_of_what_lacks(data, place_of_character(data, at - 1), (line, column))
    message = (
        f"the TEI has {_shown(encoded, at)} where the transcript prints {_shown(printed, at)} "
        f"at {where.line}:{where.column}"
    )
    hint = 'restore the text in the TEI; corrections belong into choice/corr, additions bear resp="#edition"'
    return (Diagnostic(rule("MC109"), message, Location(path, line, column), hint, related=(where,)),)


def prove_without(tree: Tree, data: bytes, path: str) -> tuple[Diagnostic, ...]:
    """What can be said where the transcript is not at hand: one MC115 at the first sentence that is not what it was
    when the file was generated, by the checksums it carries. Nothing where all are, or where it carries none."""
    sums = print_signature(tree)
    encoded = squeezed(all_printed(tree))
    at = first_altered(sums, encoded) if sums is not None else None
    if at is None:
        return ()
    message = f"the print is not what it was when the file was generated, from {_shown(encoded, at)} on"
    hint = "the transcript would tell more: put it there, or say --transcripts DIR"
    return (Diagnostic(rule("MC115"), message, Location(path, *place_of_character(data, at)), hint),)


def _place_of_what_lacks(data: bytes, before: tuple[int, int], behind: tuple[int, int]) -> tuple[int, int]:
    """Where characters lack between two others of a TEI file, at the end of a printed line.

    That is in the element they left empty, or else at the end of the line of the character before them: which of
    the elements closed there they stood in nobody knows.
    """
    if before[0] == behind[0]:
        return behind
    lines = data.decode("utf-8", "replace").split("\n")[before[0] - 1 : behind[0]]
    if len(lines) < 2:
        return behind  # another encoding than UTF-8
    lines[-1] = lines[-1][: behind[1] - 1]
    emptied = _EMPTIED.search("\n".join(lines), before[1])
    passed = emptied.string[: emptied.end(1)].split("\n") if emptied else lines[:1]
    return before[0] + len(passed) - 1, len(passed[-1]) + 1


def _ends_its_line(at: int, count: int, transcript: Transcript, span: Span) -> bool:
    """Whether `count` printed characters from number `at` on end a line of the transcript and do not begin it."""
    if at == 0:
        return False
    before, first, behind = (_offset_of(n, transcript, span) for n in (at - 1, at, at + count))
    line = transcript.line_at(first)
    return transcript.line_at(before) == line and (behind == first or transcript.line_at(behind) != line)


def squeezed(text: str) -> str:
    """The text without white space. (The separators U+001C to U+001F, which `split` takes for white space too, are
    in no XML and in no transcript.)"""
    return squeezed_bytes(text).decode("utf-8", "surrogatepass")


def digest(text: str) -> str:
    """The SHA-256 of the text without white space, in hexadecimal."""
    return sha256(squeezed_bytes(text)).hexdigest()


def _place_of_difference(encoded: str, printed: str, in_tei: Iterable[str], in_print: Iterable[str]) -> int:
    """The number of the character to point at.

    That is the first one that differs; but where characters only lack, or only were added, what they are can be
    ambiguous (`the` lacks before `there`), and the reading that makes whole words of them is taken.
    """
    at = _first_difference(encoded, printed)
    most = min(len(encoded), len(printed)) - at
    tail = min(_first_difference(encoded[at:][::-1], printed[at:][::-1]), most)
    if at + tail not in (len(encoded), len(printed)):
        return at
    longer, pieces = (encoded, in_tei) if len(encoded) > len(printed) else (printed, in_print)
    starts = _word_starts(pieces)
    first, end = at, len(longer) - tail
    while True:
        if first in starts and (end in starts or end == len(longer)):
            return first
        if not first or longer[first - 1] != longer[end - 1]:
            return at
        first, end = first - 1, end - 1


def _word_starts(pieces: Iterable[str]) -> frozenset[int]:
    """The numbers of the characters, white space aside, at which words begin; a piece begins one too."""
    count, starts = 0, set()
    for piece in pieces:
        for word in piece.split():
            starts.add(count)
            count += len(word)
    return frozenset(starts)


def _first_difference(a: str, b: str) -> int:
    """The index of the first character that differs, by halving."""
    low, high = 0, min(len(a), len(b))
    while low < high:
        middle = (low + high + 1) // 2
        if a[low:middle] == b[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _shown(text: str, at: int) -> str:
    rest = text[at : at + _SHOWN]
    return f"{rest!r}{'…' if len(text) > at + _SHOWN else ''}" if rest else "nothing more"


def _offset_of(at: int, transcript: Transcript, span: Span) -> int:
    """The offset in the transcript of the printed character number `at`; of the last one where there are fewer."""
    before, last = 0, span.start
    for run in PRINTED.finditer(transcript.printed, *span):
        start, end = run.span()
        if at - before < end - start:
            return start + at - before
        before, last = before + end - start, end - 1
    return last


def place_of_character(data: bytes, number: int) -> tuple[int, int]:
    """Line and column, from 1, of a printed character in a TEI file; of the last one where there are fewer, and the
    file's beginning where they cannot be told.

    lxml knows the lines of elements only; expat, asked once a difference is found, tells the place of every
    character. The document was parsed before: it is well-formed and has no DTD.
    """
    from memcon.tei.places import printed_places  # expat is wanted only here

    places = printed_places(data)
    return places[min(number, len(places) - 1)] if places else (1, 1)
