"""Front matter: the metadata that many Markdown files begin with, between two lines of three hyphens.

No standard has it; this is what Jekyll, Pandoc (yaml_metadata_block) and their like agree on. It is printed text, and
no Markdown. A rule and a few labelled lines look much the same, so all of it must look like YAML 1.2: no blank line,
no key twice (section 3.2.1.1), a key that is not all capitals (`DATE:` is a masthead's).
"""

from __future__ import annotations

import re

from memcon.transcript import Span

_LINE = re.compile(r"([^\r\n]*+)(?:\r\n|\n|\r|\Z)")
_LONGEST = 60  # lines between the two marks
_KEY = re.compile(r"([A-Za-z_][\w.-]*+|\"[^\"]++\"|'[^']++')[ \t]*+:(?=[ \t]|\Z)")
_WITHIN = re.compile(r"[ \t]+\S|-(?:[ \t]|\Z)|#")  # a continuation, an item of a list, a comment


def front_matter(source: str) -> Span | None:
    """Where the front matter stands, its marks and their line ends included; None where there is none."""
    opening = _LINE.match(source)
    if opening is None or opening[1].rstrip() != "---":
        return None
    at = opening.end()
    keys: set[str] = set()
    for _ in range(_LONGEST + 1):
        line = _LINE.match(source, at)
        if line is None or at == len(source):
            return None
        if line[1].rstrip() in ("---", "..."):
            return Span(0, line.end()) if keys else None
        key = _KEY.match(line[1])
        if key and key[1] not in keys and not key[1].isupper():
            keys.add(key[1])
        elif key or not keys or not _WITHIN.match(line[1]):
            return None
        at = line.end()
    return None
