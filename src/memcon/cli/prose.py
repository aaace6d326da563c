"""Prose in the terminal: wrapped to its width, with headings in bold."""

from __future__ import annotations

import shutil
import sys
import textwrap

from memcon.cli.terminal import is_colored, painted

_WIDEST = 100  # longer lines are hard to read


def width() -> int:
    """The width to wrap to: that of the terminal, within reason; 80 where there is none."""
    return max(40, min(_WIDEST, shutil.get_terminal_size((80, 24)).columns))


def styled(text: str, style: str) -> str:
    """Text in a style, where standard output shows colours."""
    return painted(text, style) if is_colored("auto", sys.stdout) else text


def heading(text: str) -> str:
    """A heading."""
    return styled(text, "bold")


def paragraph(text: str, columns: int, indent: str = "", hanging: str = "") -> str:
    """Words in lines of so many columns, all but the first indented by `hanging`, where that is given; a word is never
    broken, an address or the name of an element neither."""
    return textwrap.fill(
        text, columns, initial_indent=indent, subsequent_indent=hanging or indent, break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip


def indented(text: str, indent: str = "    ") -> str:
    """Lines as they are, further in."""
    return textwrap.indent(text, indent)
