"""The encodings of text: which there are, how IANA calls them, and the marks by which a file shows which it is in."""

from __future__ import annotations

import codecs
import re

_REGISTERED = (
    (re.compile(r"cp(125[0-9])"), r"windows-\1"),
    (re.compile(r"cp([0-9]{3})"), r"IBM\1"),
    (re.compile(r"iso8859-([0-9]+)"), r"iso-8859-\1"),
)  # Python's names, and those in IANA's registry of character sets

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before that of UTF-16, with which it begins
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def marked(data: bytes) -> tuple[bytes, str]:
    """The byte-order mark that a file begins with, and the encoding it stands for; both empty where there is none."""
    return next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", ""))


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
