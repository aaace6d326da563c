"""Figures that OCR read for letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.converters.words.misread import letters_restored


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("MEM0RANDUM OF C0NVERSATION", "MEMORANDUM OF CONVERSATION"),
        ("PARTlCIPANTS: The President", "PARTICIPANTS: The President"),
        ("Apri1 14, 1956", "April 14, 1956"),
        ("UNCLASSlFIED", "UNCLASSIFIED"),
    ],
)
def test_words_are_put_right(printed: str, meant: str) -> None:
    assert letters_restored(printed) == meant


@pytest.mark.parametrize(
    "text", ["C17601234", "CIA-RDP84B00049R001202830012-4", "the 1950s, 12th", "0130Z", "25X1", "All will"]
)
def test_numbers_and_codes_stay(text: str) -> None:
    assert letters_restored(text) == text


@given(st.text(max_size=200))
def test_offsets_hold(text: str) -> None:
    assert len(letters_restored(text)) == len(text)
