"""Page furniture: banners, classification blocks, stamps and page numbers that interrupt a text.

Only a whole paragraph can be furniture, and only by its form: a banner is a classification and nothing else,
a page number a number and nothing else, a stamp opens with a word that stamps open with. A line is a paragraph of
furniture by itself only where its form leaves no doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from memcon.converters.lines.told import told_once
from memcon.converters.pages.columns import columns, is_block
from memcon.converters.pages.paragraphs import Para
from memcon.converters.pages.stamps import classified, is_classification_block, is_stamp, released, stated_categories
from memcon.converters.release.classification import is_banner, marking
from memcon.model import Custody

_PAGE = re.compile(
    r"(?:[-–—\s]*(?:p(?:age|\.)?\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[-–—\s]*|\[p(?:age|p?\.)?\s*\d+\])", re.I
)
_LONGEST = 1200

FurnitureRole = Literal["banner", "classification-block", "stamp", "pageNum", "page", "header", "footer"]
_ROLES: dict[str, FurnitureRole] = {"classification": "banner", "pageNum": "pageNum", "footer": "footer"}


@dataclass(frozen=True, slots=True)
class FurnitureFound:
    """What a paragraph of page furniture is, and the evidence for it in words."""

    role: FurnitureRole
    evidence: str


@told_once
def furniture(para: Para) -> FurnitureFound | None:
    """What furniture the whole paragraph is, or None."""
    text = para.text
    if para.page:
        return FurnitureFound("page", "a page mark")
    if para.mark is not None:
        return FurnitureFound(_ROLES.get(para.mark.kind, "header"), "printed where pages meet, again and again")
    if len(text) > _LONGEST:
        return None
    if is_banner(text, para.struck):
        return FurnitureFound("banner", "a classification and nothing else")
    if _PAGE.fullmatch(text):
        return FurnitureFound("pageNum", "a page number and nothing else")
    if is_classification_block(text):
        return FurnitureFound("classification-block", "every line says who classified or declassifies")
    if is_block(text):
        return FurnitureFound("classification-block", "columns of who classified and declassified")
    if is_stamp(text):
        return FurnitureFound("stamp", "opens as stamps do")
    return None


def categories(para: Para, found: FurnitureFound) -> tuple[str, ...]:
    """The terms of classification and handling that a banner or a classification block names."""
    if found.role == "banner":
        return marking(para.text).categories
    return stated_categories(para.text) if found.role == "classification-block" else ()


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
    if found.role == "classification-block":
        return classified(para.text)
    return released(para.text) if found.role == "stamp" else None
