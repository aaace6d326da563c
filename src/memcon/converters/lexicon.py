"""Word lists of the genre: general vocabulary, never the names or phrases of a particular document."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())
