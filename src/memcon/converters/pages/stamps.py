"""Stamps of classification, declassification and release: how they open, and what they say for the header."""

from __future__ import annotations

import re
from typing import Literal

from memcon.converters.dating.dates import find_date
from memcon.converters.release.classification import is_banner, marking
from memcon.model import Custody

_FIELDS = re.compile(r"(?:classified|declassify|derived|downgrade|reason|authority|declassified|class(?:ification)?)"
                     r"(?:\s+(?:by|on|from|at|for))?\s*:", re.I)  # fmt: skip
_STATED = re.compile(r"class(?:ification)?\s*:(?P<marking>[^\n]*)", re.I)
_APPROVED = r"Approved\s+F[oa]r\s+Re[lI1]ease"
_STAMP = re.compile(
    r"(?:DECLASSIFIED|SANITIZED(?!\s*:(?!\s*\d))|RELEASED?\s+(?:IN|UNDER|BY|WITH)\b|APPROVED\s+FOR\s+RELEASE|"
    r"UNCLASSIFIED\s+U\.?\s?S\.?\s+Department\s+of\s+State\s+Case\s+No|"
    rf"(?:Declassified|Sanitized|Released|{_APPROVED})\b[^.]{{0,60}}(?:\d|E\.?O\.?|authority|Authority|Authorized))"
)
_LINE = re.compile(
    rf"(?:(?:Declassified|Sanitized|SANITIZED)[^\n]{{0,40}}\s)?(?i:{_APPROVED})(?i:\s+date)?\s*:?\s*"
    r"\d[\d/. -]{5,10}\d\b[^\n]{0,60}|"
    r"UNCLASSIFIED\s+U\.?\s?S\.?\s+Department\s+of\s+State\s+Case\s+No[^\n]{0,120}"
)
_BLOCK = re.compile(r"(?:classified\s+by|derived\s+from)\s*:", re.I)
_COPY = re.compile(
    r"[A-Z][A-Z .,&'-]*\b(?:PHOTOCOPY|PHOTO\s*COPY|REPRODUCTION|LIBRARY\s+COPY|PRESERVATION\s+COPY)\b[A-Z .]*"
)
_RULE = re.compile(r"[-+=_*|.─━│┌┐└┘╔╗╚╝═║ ]{3,200}")
_CORNERS, _DEEPEST = frozenset("+-*┌╔_.="), 12  # how a box begins, and the lines it holds
_STAMPED, _RELEASED = frozenset("DSRAU"), frozenset("DSAaU")  # what stamps, and lines of release, begin with
_APPEAL = re.compile(r"\bAPPEAL\s+(?:NO\.?|NUMBER)\s*([\w-]+)", re.I)
_AUTHORITY = re.compile(r"UNDER\s+AUTHORITY\s+OF\s+(?:THE\s+)?([A-Z][^,]*?)\s*(?:,|\Z)", re.I | re.S)
_RELEASE = re.compile(rf"\b(?:{_APPROVED}|RELEASED?\s+IN\s+(?:FULL|PART)|Department\s+of\s+State\s+Case\s+No)\b", re.I)
_NUMBER = re.compile(r"\b(CIA-RDP[\dA-Z-]+|C\d{8})\b")
_NUMERIC = re.compile(
    r"(?<![\d/.-])(?:(?P<y>(?:19|20)\d\d)[/-](?P<m>\d\d)[/-](?P<d>\d\d)|"
    r"(?P<m2>\d\d?)[/-](?P<d2>\d\d?)[/-](?P<y2>(?:19|20)\d\d|\d\d))(?![\d/-])"
)  # American: the month before the day
_FIRST = "60"  # nothing was stamped so before 1960


def unboxed(text: str) -> str:
    """The text without the box that is drawn round it: lines of strokes above and below it, strokes at both ends of its
    lines."""
    if text[:1] not in _CORNERS:
        return text
    first, *lines = text.split("\n")
    if not _RULE.fullmatch(first) or len(lines) > _DEEPEST:
        return text
    inside = (line.strip().strip("|│║*").strip() for line in lines if not _RULE.fullmatch(line.strip()))
    return "\n".join(filter(None, inside))


def is_stamp(text: str) -> bool:
    """Whether a paragraph opens as stamps do."""
    text = unboxed(text)
    if text[:1] in _STAMPED and _STAMP.match(text):
        return True
    return ("COPY" in text or "REPRODUCTION" in text) and _COPY.fullmatch(text) is not None


def is_release_line(text: str) -> bool:
    """Whether a line is a stamp of release by itself, as archives print them at the edge of every page."""
    return text[:1] in _RELEASED and _LINE.fullmatch(text) is not None


def opens_block(text: str, above: str) -> bool:
    """Whether a line below text opens a block that says who classified and when that ends: `Classified by: A. Berg`."""
    if text[:1] not in ("C", "D") or _BLOCK.match(text) is None:
        return False
    return not (_FIELDS.match(above) or is_stamp(above) or is_banner(above))


def is_classification_block(text: str) -> bool:
    """Whether every line says who classified or declassifies, when and why."""
    if ":" not in text and text.strip():
        return False  # most paragraphs
    return all(_FIELDS.match(line) for line in text.splitlines() if line.strip())


def stated_categories(text: str) -> tuple[str, ...]:
    """The classification that a block states (`Classification: Secret`), as categories."""
    match = _STATED.search(text)
    return marking(match["marking"].strip()).categories if match else ()


def classified(text: str) -> Custody:
    """What a classification block says, for the header."""
    lines = "; ".join(line.strip() for line in text.splitlines() if line.strip())
    return Custody("classification", lines, categories=stated_categories(text))


def released(text: str) -> Custody | None:
    """What a stamp of declassification or release says, for the header; None where it says neither."""
    text = unboxed(text)
    if not _STAMP.match(text):
        return None
    flat = re.sub(r"\s+", " ", text).strip()
    dates = []
    at = 0
    while date := find_date(flat, at):
        dates.append(date.iso)
        at = date.end
    figures = [(len(match["y"] or match["y2"]), _iso(match)) for match in _NUMERIC.finditer(flat)]
    dates += [iso for year, iso in figures if year == len("yyyy")] or (
        [] if any(dates) else [iso for _, iso in figures]
    )
    appeal, authority, number = _APPEAL.search(flat), _AUTHORITY.search(flat), _NUMBER.search(flat)
    when = next((date for date in reversed(dates) if date), "")
    kind: Literal["declassification", "release"] = (
        "declassification" if when and not _RELEASE.search(flat) else "release"
    )
    return Custody(
        kind, flat, when, authority[1].strip() if authority else "", appeal[1] if appeal else "",
        number[1] if number else "",
    )  # fmt: skip


def _iso(match: re.Match[str]) -> str:
    """The date of a stamp in digits, empty where there is no such day."""
    year, month, day = match["y"] or match["y2"], match["m"] or match["m2"], match["d"] or match["d2"]
    if len(year) == len("yy"):
        year = f"{'19' if year >= _FIRST else '20'}{year}"
    found = find_date(f"{year}-{int(month):02}-{int(day):02}")
    return found.iso if found is not None else ""
