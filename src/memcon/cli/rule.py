"""memcon rule"""

from __future__ import annotations

import textwrap

import click

from memcon.rules import RULES


def _complete(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    return [code for code in RULES if code.startswith(incomplete.upper())]


@click.command(
    epilog="""\b
Examples:
  memcon rule MC109
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
        found = RULES.get(code.upper())
        if found is None:
            raise click.UsageError(f"there is no rule {code}; memcon rule lists all of them")
        click.echo(f"{found.code} {found.name} ({found.severity.label})\n\n{found.summary}\n")
        click.echo(textwrap.fill(found.explanation, 80) + "\n")
