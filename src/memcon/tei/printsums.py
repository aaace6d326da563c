"""Checksums of the print, sentence by sentence: by them a file tells, without its transcript, where its print was
changed since it was generated.

The print, white space aside, is divided behind its full stops, question and exclamation marks; each piece gives three
characters of Base64 (RFC 4648), eighteen bits of its CRC-32. What divides it is in the print itself and not in its
markup, as in content-defined chunking (Muthitacharoen, Chen and Mazières, SOSP 2001): paragraphs may be divided and
elements put around words, and words that came or went change the sums of their own sentence alone.
"""

from __future__ import annotations

import re
import sys
from array import array
from base64 import b64encode
from binascii import crc32
from collections.abc import Iterable

_SENTENCE = re.compile(r"[^.?!。？！…]*[.?!。？！…]*")
SIZE = 3  # characters of each sum
_AT_ONCE = 3  # bytes of which Base64 makes four characters; the first is left out


def printsums(squeezed: str) -> str:
    """The checksums of a text that holds no white space, one after the other; those of no text are empty."""
    pieces = _SENTENCE.findall(squeezed)[:-1]  # the last piece is always the empty end
    return sums_of([piece.encode("utf-8", "surrogatepass") for piece in pieces])


def sums_of(pieces: Iterable[bytes]) -> str:
    """The checksums of some pieces, one after the other."""
    crcs = array("I", map(crc32, pieces))
    if sys.byteorder == "little":
        crcs.byteswap()
    octets = bytearray(crcs.tobytes())
    del octets[_AT_ONCE :: crcs.itemsize]
    sums = bytearray(b64encode(octets))
    del sums[:: SIZE + 1]
    return sums.decode("ascii")


def first_altered(sums: str, squeezed: str) -> int | None:
    """The index of the first character of the first sentence that has not the sum it should have, or the length of
    the text where sentences lack at its end; None where all hold."""
    ours = printsums(squeezed)
    if ours == sums:
        return None
    at = 0
    for read, sentence in zip(range(0, len(ours), SIZE), _SENTENCE.findall(squeezed), strict=False):
        if sums[read : read + SIZE] != ours[read : read + SIZE]:
            return at
        at += len(sentence)
    return at
