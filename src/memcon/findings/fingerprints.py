"""A name for a finding that stays the same when the file changes elsewhere."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from memcon.diagnostics import Diagnostic

_POSITION = re.compile(r"\[\d+\]")
_NUMBER = re.compile(r"\d+")


def fingerprinted(diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, str]]:
    """Each finding with its fingerprint: 32 hexadecimal digits, no two alike within one file.

    It is made of the code, the kind of element (the XPath without positions), the source line (white space aside)
    and how many findings before it in the file are like it in all that; neither of the path nor of a line number,
    so that lines may be put in above it and the file may be renamed. Where there is no source line the message takes
    its place, its numbers aside, since they are often lines.
    """
    met: Counter[tuple[str, str]] = Counter()
    for each in diagnostics:
        likeness = "\0".join((each.rule.code, _POSITION.sub("", each.location.xpath), _words(each)))
        key = (each.location.path, likeness)
        digest = hashlib.sha256(f"{likeness}\0{met[key]}".encode("utf-8", "surrogatepass"))
        met[key] += 1
        yield each, digest.hexdigest()[:32]


def _words(found: Diagnostic) -> str:
    return " ".join(found.excerpt.split()) or _NUMBER.sub("", found.message)
