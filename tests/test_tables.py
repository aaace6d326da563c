"""Cells of tables: how wide they are, and that what a spreadsheet may not take for a formula is given back."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from memcon.tables import columns, plain_cell, safe_cell


@given(st.text(alphabet="'=+-@ \tx", max_size=6) | st.text(max_size=12))
@example("'=")
@example("'' =x")
@example("''")
def test_a_cell_made_safe_is_given_back(text: str) -> None:
    assert plain_cell(safe_cell(text)) == text
    assert safe_cell(text).lstrip(" ")[:1] not in tuple("=+-@\t\r") or not text.strip("' ")


def test_wide_and_combining_characters_are_counted_as_shown() -> None:
    assert [columns(text) for text in ("ab", "海部", "e\u0301", "a\u200db")] == [2, 4, 1, 2]
