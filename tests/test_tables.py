"""Cells of tables: what a spreadsheet may not take for a formula is given back as it was."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from memcon.tables import plain_cell, safe_cell


@given(st.text(alphabet="'=+-@ \tx", max_size=6) | st.text(max_size=12))
@example("'=")
@example("'' =x")
@example("''")
def test_a_cell_made_safe_is_given_back(text: str) -> None:
    assert plain_cell(safe_cell(text)) == text
    assert safe_cell(text).lstrip(" ")[:1] not in tuple("=+-@\t\r") or not text.strip("' ")
