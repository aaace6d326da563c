"""HTML source -> tokens, each with its place: HTML Living Standard, section 13.2.5 (Tokenization).

The parsers at hand tell no columns (lxml), or are quadratic on bad input and change from patch to patch
(html.parser). Every pattern here is possessive or a plain search, and each character is passed over once.
Parse errors are read as the standard has them: a comment or a tag that is never closed takes the rest of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from html.entities import html5
from typing import NamedTuple

from memcon.readers.html.elements import BLOCKS

_WS = r"\t\n\f\r "
_ATTRIBUTE = (
    rf"([^{_WS}/>][^{_WS}/>=]*+)"
    rf"(?:[{_WS}]*+=[{_WS}]*+(?:\"([^\"]*+)(?:\"|\Z)|'([^']*+)(?:'|\Z)|(?![\"'])([^{_WS}>]*+)))?+"
)
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_UNNAMED = _ATTRIBUTE.replace("([", "(?:[")
_TAG = re.compile(rf"<(/?)([A-Za-z][^{_WS}/>]*+)((?:[{_WS}/]++|{_UNNAMED})*+)(>|\Z)")
_COMMENT = re.compile(r"<!--(?:-?>|(?s:.*?)(?:--!?>|\Z))")
_BOGUS = re.compile(r"</>|<(?:[!?]|/[^A-Za-z>])[^>]*+(?:>|\Z)")
_REFERENCE = re.compile(r"&(?:#[xX]([0-9A-Fa-f]++);?|#([0-9]++);?|([A-Za-z][A-Za-z0-9]{0,31};?))")
_PLAIN = re.compile(r"[^<&]++")
_RAW = frozenset("script style iframe noembed noframes textarea title xmp".split())
_RAW_END = {name: re.compile(rf"</{name}(?=[{_WS}/>])|\Z", re.IGNORECASE) for name in _RAW}
_LONGEST_NUMBER = 7  # digits: U+10FFFF is 1114111


class Kind(IntEnum):
    """What a token is. RAW is the content of an element that holds no mark-up, such as `script`."""

    TEXT = 0
    REFERENCE = 1
    START = 2
    END = 3
    COMMENT = 4
    RAW = 5


class Token(NamedTuple):
    """A token and where it stands. `name` is the element's, in lower case; `text` is what a reference stands for,
    or a tag's attributes as they are written."""

    kind: Kind
    start: int
    end: int
    name: str = ""
    text: str = ""


def tokens(source: str) -> Iterator[Token]:
    """All of a document, in order and without gaps; doctypes, processing instructions and CDATA marks count as
    comments (section 13.2.5.41, bogus comment state)."""
    at, foreign = 0, 0
    while at < len(source):
        token = _at(source, at)
        yield token
        at = token.end
        if token.name in ("svg", "math"):  # of another namespace: `title` there is an element like any other
            foreign = max(foreign + _deeper(token), 0)
        elif token.kind == Kind.START and token.name in _RAW and not foreign:
            end = _RAW_END[token.name].search(source, at)
            assert end is not None
            if end.start() > at:
                yield Token(Kind.RAW, at, end.start(), token.name)
            at = end.start()
        elif token.kind == Kind.START and token.name == "plaintext":
            yield Token(Kind.TEXT, at, len(source))
            return
        elif token.kind == Kind.START and token.name in BLOCKS:
            foreign = 0  # section 13.2.6.5: a block ends foreign content that was never closed


def _deeper(token: Token) -> int:
    """By how much a tag of `svg` or `math` changes the depth of foreign content."""
    if token.kind == Kind.END:
        return -1
    return 0 if token.text.endswith("/") else 1


def _at(source: str, at: int) -> Token:
    """The token that begins here."""
    if plain := _PLAIN.match(source, at):
        return Token(Kind.TEXT, at, plain.end())
    if source[at] == "&":
        return _reference(source, at)
    if tag := _TAG.match(source, at):
        if not tag[4]:  # eof-in-tag: what was begun is no tag, and no text either
            return Token(Kind.COMMENT, at, len(source), "unclosed tag")
        return Token(Kind.END if tag[1] else Kind.START, at, tag.end(), tag[2].lower(), tag[3])
    if comment := _COMMENT.match(source, at) or _BOGUS.match(source, at):
        name = "comment" if source.startswith("<!--", at) else ""
        return Token(Kind.COMMENT, at, comment.end(), name)
    return Token(Kind.TEXT, at, at + 1)


def attributes(token: Token) -> dict[str, str]:
    """A tag's attributes by their names in lower case; of two of one name the first counts."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTES.findall(token.text):
        found.setdefault(name.lower(), double or single or bare)
    return found


def _reference(source: str, at: int) -> Token:
    """A character reference (sections 13.2.5.72 to 80), or the ampersand by itself."""
    match = _REFERENCE.match(source, at)
    if match is None:
        return Token(Kind.TEXT, at, at + 1)
    if match[3] is None:
        digits, base = (match[1], 16) if match[1] is not None else (match[2], 10)
        return Token(Kind.REFERENCE, at, match.end(), text=_numbered(digits.lstrip("0"), base))
    for length in range(len(match[3]), 1, -1):  # the longest name that there is
        if (text := html5.get(match[3][:length])) is not None:
            return Token(Kind.REFERENCE, at, at + 1 + length, text=text)
    return Token(Kind.TEXT, at, at + 1)


def _numbered(digits: str, base: int) -> str:
    """The numeric character reference end state: no NUL, no surrogate, and 0x80 to 0x9F mean windows-1252."""
    code = int(digits or "0", base) if len(digits) <= _LONGEST_NUMBER else 0x110000
    if code == 0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return "\ufffd"
    if 0x80 <= code <= 0x9F:
        return bytes([code]).decode("cp1252", "ignore") or chr(code)
    return chr(code)
