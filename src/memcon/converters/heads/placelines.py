"""Lines at the head of a document that name a place and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.converters.heads.masthead import opens_fields
from memcon.converters.heads.sheets import has_cells
from memcon.converters.pages.paragraphs import Para
from memcon.converters.talks.datelines import dateline_of
from memcon.converters.talks.places import is_locale, is_place

_LINES = 3  # of a place
_FURTHER = 3  # paragraphs in which a building, its town and the day stand apart


def is_place_above(paras: Sequence[Para], at: int, titled_elsewhere: bool) -> bool:
    """Whether a paragraph names a place and nothing else: above a date or a time, be there a further place between; or
    where only front matter has the title, and the text begins below it."""
    if not _names_place(paras[at]):
        return False
    below = next((para for para in paras[at + 1 : at + 1 + _FURTHER] if not _names_place(para)), None)
    if below is None:
        return False
    sure = is_locale(paras[at].text) or len(paras[at].lines) > 1 or "," in paras[at].text
    return dateline_of(below) is not None or (titled_elsewhere and sure)


def is_place_below(dated: bool, paras: Sequence[Para], at: int) -> bool:
    """Whether a line names a place directly below a dateline that has none (`dated`): a building, or above the
    fields."""
    text = paras[at].text
    below = dated and "\n" not in text and is_place(text)
    return below and (is_locale(text) or any(map(opens_fields, paras[at + 1 : at + 2])))


def _names_place(para: Para) -> bool:
    lines = para.text.splitlines()
    return len(lines) <= _LINES and not any(map(has_cells, lines)) and all(map(is_place, lines))
