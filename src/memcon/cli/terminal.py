"""Colour, and whether there is a terminal."""

from __future__ import annotations

import os
import shutil
from typing import Any, TextIO

import click

_STYLES: dict[str, dict[str, Any]] = {
    "error": {"fg": "red", "bold": True}, "warning": {"fg": "yellow", "bold": True}, "info": {"fg": "cyan"},
    "dim": {"dim": True}, "bold": {"bold": True},
}  # fmt: skip


def is_terminal(stream: TextIO | None) -> bool:
    """Whether the stream is a terminal; a closed one is None."""
    return stream is not None and stream.isatty()


def width_of(stream: TextIO | None) -> int:
    """The columns of the terminal that a stream is; 0 where it is none."""
    return shutil.get_terminal_size().columns if is_terminal(stream) else 0


def is_colored(color: str, stream: TextIO | None) -> bool:
    """Whether to colour what goes to a stream, by the option --color."""
    if color != "auto":
        return color == "always"
    return is_terminal(stream) and not os.environ.get("NO_COLOR")


def painted(text: str, style: str) -> str:
    """Text in a style."""
    return click.style(text, **_STYLES[style])
