"""memcon rule"""

from __future__ import annotations

import textwrap

import click

from memcon.diagnostics import Rule
from memcon.rules import RULES


def _complete(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    return [code for code in RULES if code.startswith(incomplete.upper())]


def _found(word: str) -> Rule | None:
    """The rule of a code (`MC109`, `109`) or of a name (`conservation-failed`)."""
    code = word.upper() if word[:2].upper() == "MC" else f"MC{word}"
    return RULES.get(code) or next((each for each in RULES.values() if each.name == word.lower()), None)


@click.command(
    epilog="""\b
Examples:
  memcon rule MC109
  memcon rule page-join  the name is as good as the code
  memcon rule            lists all of them"""
)
@click.argument("codes", nargs=-1, metavar="[CODE]...", shell_complete=_complete)
def rule(codes: tuple[str, ...]) -> None:
    """Explain a diagnostic code."""
    if not codes:
        for each in RULES.values():
            click.echo(f"{each.code}  {each.severity.label:<7}  {each.name}: {each.summary}")
        return
    for code in codes:
        found = _found(code)
        if found is None:
            raise click.UsageError(f"there is no rule {code}; memcon rule lists all of them")
        click.echo(f"{found.code} {found.name} ({found.severity.label})\n\n{found.summary}\n")
        click.echo(textwrap.fill(found.explanation, 80) + "\n")
