"""A unified diff, as a terminal shows it."""

from __future__ import annotations

import difflib
import re
import sys

import click

from memcon.cli.terminal import is_colored
from memcon.reporters.paint import safe

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def echo_diff(before: str, after: str, path: str, color: str = "never") -> None:
    """Print a unified diff to standard output, made safe for a terminal; `color` as the option --color has it."""
    colored = is_colored(color, sys.stdout)
    old, new = _LINE.findall(before), _LINE.findall(after)
    for line in difflib.unified_diff(old, new, path, path):
        click.echo(click.style(safe(line.rstrip("\r\n")), fg=_COLOURS.get(line[0])), color=colored)
