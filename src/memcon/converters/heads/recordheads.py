"""Lines between the parts of a head: headings between those present and the dateline, which say whose record it is,
from which papers, by whom it was written; and letterheads between the title and the fields."""

from __future__ import annotations

import re
from collections.abc import Sequence

from memcon.converters.heads.drafts import Draft
from memcon.converters.heads.headings import is_title
from memcon.converters.heads.masthead import explicit_field, is_fields, is_letterhead, opens_fields
from memcon.converters.heads.titleends import split_title
from memcon.converters.lines.furniture import furniture
from memcon.converters.pages.paragraphs import Para
from memcon.converters.release.classification import is_level
from memcon.converters.talks.datelines import When, dateline_of

INTRODUCES = "between the title and a block of fields: introduces the talk"
"""Why a paragraph of a page is of the head."""

_RECORD = re.compile(
    r"\[?(?:(?:summary|verbatim)\s)?(?:record|minutes|notes?|transcript)\sof\s(?:the\s)?(?:\w+\s){0,2}"
    r"(?:talks?|conversations?|meetings?|discussions?)\b",
    re.I,
)
_LINES = 3  # of such a line, wrapped
_MOST = 4  # lines above the dateline
_LETTERED = 6  # paragraphs, a letterhead below a title and what is behind it
_LINES_ABOVE = 3  # paragraphs that may stand above the fields where there is no title
_SHORT = 100  # characters of a heading
_INTRODUCED = 4  # paragraphs in which fields stand below what introduces them
_FIELDS = 3  # lines of such a block, two of which say when, where, who or what


def above_dateline(paras: Sequence[Para], at: int) -> bool:
    """Whether a paragraph is a heading with nothing but headings and banners between it and a dateline with a date."""
    for para in paras[at : at + _MOST]:
        when = dateline_of(para)
        if when is not None and when.date is not None:
            return para is not paras[at]
        if not (_is_heading(para) or furniture(para) is not None):
            return False
    return False


def above_banner(draft: Draft, paras: Sequence[Para], at: int) -> bool:
    """Whether short lines are all that stands between the title and a classification, or a line that says when the
    talk was: `Ciphered telegram`."""
    if not draft.title or draft.fields or not _is_heading(paras[at]):
        return False
    for para in paras[at + 1 : at + _MOST]:
        if is_level(para.text) or record_line(draft, para) is not None:
            return True
        if not _is_heading(para):
            return False
    return False


def record_line(draft: Draft, para: Para) -> When | None:
    """When and where a line below the title says that the recorded talk was, whose day is known or stands nowhere else:
    `[Record of talks held on 5 May 1960, from 11 a.m. to 1 p.m.]`"""
    if not draft.title or draft.time is not None or len(para.lines) > _LINES or _RECORD.match(para.text) is None:
        return None
    when = split_title(para.text.rstrip("] "))[1]
    if when is None or when.date is None or when.time is None:
        return None
    return when if draft.date is None or when.date.iso == draft.date.iso else None


def _is_heading(para: Para) -> bool:
    text = para.text
    return len(para.lines) == 1 and len(text) <= _SHORT and text[:1].isalnum() and text[-1:] not in ".?!;:,"


def leads_to_fields(draft: Draft, paras: Sequence[Para], at: int) -> bool:
    """Whether a short line stands between the title and the block of fields, or above the title once more; or several,
    of a letterhead that is printed below the title."""
    short = len(paras[at].lines) <= 3 and len(paras[at].text) <= 120 and ":" not in paras[at].text
    lettered = is_letterhead(paras[at])
    behind = paras[at + 1 : at + (_LETTERED if lettered else 3)]
    below = [p for p in behind if opens_fields(p) or not (is_title(p) or (lettered and is_letterhead(p)))][:1]
    several = at < _LINES_ABOVE and any(p.text.count(":") > 1 for p in below)
    return (bool(draft.title) or several) and not draft.fields and short and any(opens_fields(p) for p in below)


def introduces_fields(draft: Draft, paras: Sequence[Para], at: int) -> bool:
    """Whether a paragraph stands with a few others between the title and a block of fields line by line, as a page that
    introduces a talk has it."""
    if draft.fields or at > _INTRODUCED or ":" in paras[at].text or paras[at].text[:1] == "|" or not draft.blocks:
        return False
    below = next((para for para in paras[at + 1 : at + _INTRODUCED] if ":" in para.text), None)
    lines = below.text.split("\n") if below is not None else []
    named = [line for line in lines if explicit_field(line)]
    whole = len(lines) >= _FIELDS and len(named) * 3 >= len(lines) * 2
    return whole and below is not None and is_fields(below) and lines[0] in named
