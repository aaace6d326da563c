"""Entries below a field: where they end."""

from __future__ import annotations

import pytest

from memcon.converters.heads.entries import entries_end
from memcon.converters.pages.paragraphs import Para
from memcon.transcript import Span


@pytest.mark.parametrize(("below", "end"), [("        ", 2), ("Mr. King\n   \nMr. Berg", 3)])
def test_empty_lines_below_a_side(below: str, end: int) -> None:
    """What marks a page is blank, and so is what stands between lines that are set double-spaced."""
    texts = ("PARTICIPANTS", "Bolivian side", below)
    paras = tuple(Para(Span(0, len(text)), (Span(0, len(text)),), text) for text in texts)
    assert entries_end(paras, 1, alone=True, people=True) == end
