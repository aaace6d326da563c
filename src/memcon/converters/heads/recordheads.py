"""Headings between those present and the dateline: whose record it is, from which papers, by whom it was written."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.converters.lines.furniture import furniture
from memcon.converters.pages.paragraphs import Para
from memcon.converters.talks.datelines import dateline_of

_MOST = 4  # lines above the dateline
_SHORT = 100  # characters of a heading


def above_dateline(paras: Sequence[Para], at: int) -> bool:
    """Whether a paragraph is a heading with nothing but headings and banners between it and a dateline with a date."""
    for para in paras[at : at + _MOST]:
        when = dateline_of(para)
        if when is not None and when.date is not None:
            return para is not paras[at]
        if not (_is_heading(para) or furniture(para) is not None):
            return False
    return False


def _is_heading(para: Para) -> bool:
    text = para.text
    return len(para.lines) == 1 and len(text) <= _SHORT and text[:1].isalnum() and text[-1:] not in ".?!;:,"
