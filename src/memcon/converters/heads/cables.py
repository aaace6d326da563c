"""The heads of cables: routing, who sends and who is sent it, and a block of fields: `E.O. 12356: DECL: OADR`, `TAGS`,
`SUBJECT`, `REF`. They have no title, and their date is that on which they were sent.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from memcon.converters.pages.paragraphs import Para

_FROM = re.compile(r"(?:FM|FROM:?)\s+[A-Z]")
_TO = re.compile(r"(?:TO|RUEHC|INFO):?\s+[A-Z]")
_SUBJECT = re.compile(r"SUBJ(?:ECT)?\s*[:–-]")
_NAMES = re.compile(r"(?P<label>E\.?\s?O\.?\s?\d{4,5}|TAGS|SUBJ|REFS?|REFTELS?|MEMORANDUM (?:FOR|TO))\s?:(?=\s|\Z)")
_SENT = re.compile(r"\b\d{6}Z\s+[A-Z]{3}")
_THROUGHOUT = re.compile(r"(?:1\.\s+)?(?:\([A-Z/]{1,12}\)|[A-Z/ ]{1,40})[\s–-]{1,5}ENTIRE TEXT\.?", re.I)
_TOP = 16  # paragraphs


def cable_fields(paras: Sequence[Para]) -> int | None:
    """The paragraph in which the fields of a cable begin; None for what is no cable."""
    sends = receives = False
    first: int | None = None
    for at, para in enumerate(paras[:_TOP]):
        for line in para.text.split("\n"):
            sends = sends or _FROM.match(line) is not None
            receives = receives or (sends and _TO.match(line) is not None)
            if first is None and cable_field(line) is not None:
                first = at
            if receives and _SUBJECT.match(line):
                return at if first is None else first
    return None


def telegram_body(paras: Sequence[Para]) -> int | None:
    """The paragraph behind the routing of a telegram without such fields: `FM MOSCOW 151420Z SEP 82`, `TO ...`."""
    for at, para in enumerate(paras[:_TOP]):
        lines = para.text.split("\n")
        sends = any(_FROM.match(line) for line in lines)
        if sends and cable_sent(para.text) and any(_TO.match(line) for line in lines):
            return at + 1 if at + 1 < len(paras) else None
    return None


def cable_field(line: str) -> re.Match[str] | None:
    """The name of a field that only cables have, at the start of a line."""
    return _NAMES.match(line) if line[:1] in "ETSRM" else None


def cable_sent(text: str) -> bool:
    """Whether a paragraph has the day and time at which a cable was sent: `O 141410Z JUN 77`."""
    return "Z " in text and _SENT.search(text) is not None


def is_marked_throughout(text: str) -> bool:
    """Whether a paragraph says how all of a cable is classified: `1. CONFIDENTIAL - ENTIRE TEXT.`"""
    return _THROUGHOUT.fullmatch(text) is not None
