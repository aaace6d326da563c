"""Text on a terminal: its colour, and what may not reach it."""

from __future__ import annotations

from collections.abc import Callable

Paint = Callable[[str, str], str]
"""From text and a style ("error", "warning", "info", "dim", "bold") to the text in that style."""


def plain(text: str, _style: str) -> str:
    """No colour."""
    return text


def safe(text: str) -> str:
    """Text without control characters: a file must not be able to steer the terminal."""
    return "".join(c if c.isprintable() or c == "\t" else "\N{REPLACEMENT CHARACTER}" for c in text)
