"""Page furniture: banners, classification blocks, stamps and page numbers that interrupt a text.

Only a whole paragraph can be furniture, and only by its form: a banner is a classification and nothing else,
a page number a number and nothing else, a stamp opens with a word that stamps open with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from memcon.converters.classification import is_banner
from memcon.converters.columns import columns, is_block
from memcon.converters.dates import find_date
from memcon.converters.paragraphs import Para
from memcon.model import Custody

_FIELDS = re.compile(r"(?:classified|declassify|derived|downgrade|reason|authority|declassified|class(?:ification)?)"
                     r"(?:\s+(?:by|on|from|at|for))?\s*:", re.I)  # fmt: skip
_STAMP = re.compile(
    r"(?:DECLASSIFIED|SANITIZED|RELEASED\s+(?:IN|UNDER|BY|WITH)|APPROVED\s+FOR\s+RELEASE|"
    r"(?:Declassified|Sanitized|Released|Approved\s+For\s+Release)\b[^.]{0,60}(?:\d|E\.?O\.?|authority|Authority|Authorized))"
)
_COPY = re.compile(
    r"[A-Z][A-Z .,&'-]*\b(?:PHOTOCOPY|PHOTO\s*COPY|REPRODUCTION|LIBRARY\s+COPY|PRESERVATION\s+COPY)\b[A-Z .]*"
)
_PAGE = re.compile(
    r"(?:[-–—\s]*(?:p(?:age|\.)?\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[-–—\s]*|\[p(?:age|p?\.)?\s*\d+\])", re.I
)
_CODES = {"TOP SECRET": "TS", "SECRET": "S", "CONFIDENTIAL": "C", "UNCLASSIFIED": "U", "RESTRICTED": "R",
          "LIMITED OFFICIAL USE": "LOU", "SENSITIVE BUT UNCLASSIFIED": "SBU", "FOR OFFICIAL USE ONLY": "FOUO",
          "OFFICIAL USE ONLY": "OUO"}  # fmt: skip
_APPEAL = re.compile(r"\bAPPEAL\s+(?:NO\.?|NUMBER)\s*([\w-]+)", re.I)
_AUTHORITY = re.compile(r"UNDER\s+AUTHORITY\s+OF\s+(?:THE\s+)?([A-Z][^,]*?)\s*(?:,|\Z)", re.I | re.S)

FurnitureRole = Literal["banner", "classification-block", "stamp", "pageNum", "page", "header", "footer"]
_ROLES: dict[str, FurnitureRole] = {"classification": "banner", "pageNum": "pageNum", "footer": "footer"}


@dataclass(frozen=True, slots=True)
class FurnitureFound:
    """What a paragraph of page furniture is, and the evidence for it in words."""

    role: FurnitureRole
    evidence: str


def furniture(para: Para) -> FurnitureFound | None:
    """What furniture the whole paragraph is, or None."""
    text = para.text
    if para.page:
        return FurnitureFound("page", "a page mark")
    if para.mark is not None:
        return FurnitureFound(_ROLES.get(para.mark.kind, "header"), "printed where pages meet, again and again")
    if len(text) > 1200:
        return None
    if is_banner(text, para.struck):
        return FurnitureFound("banner", "a classification and nothing else")
    if _PAGE.fullmatch(text):
        return FurnitureFound("pageNum", "a page number and nothing else")
    if all(_FIELDS.match(line) for line in text.splitlines() if line.strip()):
        return FurnitureFound("classification-block", "every line says who classified or declassifies")
    if is_block(text):
        return FurnitureFound("classification-block", "columns of who classified and declassified")
    if _STAMP.match(text) or _COPY.fullmatch(text):
        return FurnitureFound("stamp", "opens as stamps do")
    return None


def classification_code(text: str) -> str:
    """The code of the highest level a banner names: `TOP SECRET/NODIS` -> TS; empty where it names none."""
    flat = re.sub(r"\s+", " ", text.upper())
    return next((code for name, code in _CODES.items() if name in flat), "")


def custodies(para: Para, found: FurnitureFound) -> Iterator[Custody]:
    """What a classification block or a declassification stamp says, column by column, for the header."""
    side_by_side = found.role == "classification-block" and is_block(para.text)
    for text in columns(para.text) if side_by_side else (para.text,):
        stamped = side_by_side and re.search(r"^DECLASSIFIED\b", text, re.M)
        said = FurnitureFound("stamp", found.evidence) if stamped else found
        part = text[stamped.start() :] if stamped else text
        if event := custody(replace(para, text=part), said):
            yield event


def custody(para: Para, found: FurnitureFound) -> Custody | None:
    """What a classification block or a declassification stamp says, for the header."""
    flat = re.sub(r"\s+", " ", para.text).strip()
    if found.role == "classification-block":
        return Custody("classification", "; ".join(line.strip() for line in para.text.splitlines() if line.strip()))
    if found.role != "stamp" or not _STAMP.match(para.text):
        return None
    dates = []
    at = 0
    while date := find_date(flat, at):
        dates.append(date.iso)
        at = date.end
    appeal, authority = _APPEAL.search(flat), _AUTHORITY.search(flat)
    when = next((date for date in reversed(dates) if date), "")
    kind: Literal["declassification", "release"] = "declassification" if when else "release"
    return Custody(kind, flat, when, authority[1].strip() if authority else "", appeal[1] if appeal else "")
