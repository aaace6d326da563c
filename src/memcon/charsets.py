"""Names of the encodings of text: which there are, and how IANA calls them."""

from __future__ import annotations

import codecs
import re

_REGISTERED = (
    (re.compile(r"cp(125[0-9])"), r"windows-\1"),
    (re.compile(r"cp([0-9]{3})"), r"IBM\1"),
    (re.compile(r"iso8859-([0-9]+)"), r"iso-8859-\1"),
)  # Python's names, and those in IANA's registry of character sets


def is_charset(name: str) -> bool:
    """Whether Python knows an encoding of text by that name."""
    try:
        b"    ".decode(name)  # an empty string is decoded by any name
    except UnicodeError:
        return True
    except (LookupError, ValueError):
        return False
    return True


def charset(name: str) -> str:
    """The name by which IANA's registry knows an encoding, where it is another than Python's, and Python knows that
    too. LookupError where there is none of that name."""
    ours = codecs.lookup(name).name
    for pattern, replacement in _REGISTERED:
        theirs = pattern.sub(replacement, ours)
        if theirs != ours and is_charset(theirs) and codecs.lookup(theirs).name == ours:
            return theirs
    return ours
