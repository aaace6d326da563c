"""memcon rule"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

import click

from memcon.cli.prose import heading, indented, paragraph, styled, width
from memcon.cli.terminal import is_terminal
from memcon.diagnostics import Rule
from memcon.rules import RULES


def _complete(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    return [code for code in RULES if code.startswith(incomplete.upper())]


def _found(word: str) -> Rule:
    """The rule of a code (`MC109`, `109`) or of a name (`conservation-failed`)."""
    code = word.upper() if word[:2].upper() == "MC" else f"MC{word}"
    found = RULES.get(code) or next((each for each in RULES.values() if each.name == word.lower()), None)
    if found is None:
        raise click.UsageError(f"there is no rule {word}; memcon rule lists all of them")
    return found


@click.command(
    epilog="""\b
Examples:
  memcon rule MC109
  memcon rule page-join  the name is as good as the code
  memcon rule            lists all of them
  memcon rule --all --format html > rules.html"""
)
@click.argument("codes", nargs=-1, metavar="[CODE]...", shell_complete=_complete)
@click.option("--all", "every", is_flag=True, help="Explain every rule: the whole reference.")
@click.option("--format", "format_", type=click.Choice(["text", "md", "html"]), default="text", show_default=True,
              help="Text for the terminal, Markdown, or a page.")  # fmt: skip
def rule(codes: tuple[str, ...], every: bool, format_: str) -> None:
    """Explain a diagnostic code."""
    if every and codes:
        raise click.UsageError("name rules, or say --all")
    chosen = tuple(RULES.values()) if every else tuple(map(_found, codes))
    if not chosen and format_ != "text":
        raise click.UsageError("say which rules, or --all")
    if not chosen:
        for line in _listed():
            click.echo(line)
        return
    if format_ == "text":
        click.echo("\n\n".join(_page(each) for each in chosen))
    else:
        from memcon.cli.common import write_stdout

        write_stdout(_written(chosen, format_).encode())


def _listed() -> Iterator[str]:
    """Each rule on a line of its own; where there is a terminal, on as many as fit into it."""
    for each in RULES.values():
        line = f"{each.code}  {each.severity.label:<7}  {each.name}: {each.summary}"
        yield paragraph(line, width(), hanging=" " * 16) if is_terminal(sys.stdout) else line


def _written(chosen: Iterable[Rule], format_: str) -> str:
    if format_ == "md":
        from memcon.reference.markdown import rules_as_markdown

        return rules_as_markdown(chosen, RULES)
    from memcon.reference.rules_page import rules_as_html

    return rules_as_html(chosen, RULES)


def _page(each: Rule) -> str:
    """The page of a rule for the terminal."""
    from memcon.reference.rules import ignoring, neighbours, visible

    label = styled(each.severity.label, each.severity.label)
    status = "" if each.status == "stable" else f", {each.status}"
    lines = width()
    parts = [f"{heading(f'{each.code} {each.name}')} ({label}{status})"]
    parts += [paragraph(each.summary, lines), paragraph(each.explanation, lines)]
    if each.bad and each.good:
        parts += [
            f"{heading('Bad')}\n{indented(visible(each.bad))}",
            f"{heading('Good')}\n{indented(visible(each.good))}",
        ]
    if each.fix:
        parts.append(f"{heading('How to mend it')}\n{paragraph(each.fix, lines, '  ')}")
    parts.append(f"{heading('To ignore it, in edition.toml')}\n{indented(ignoring(each.code))}")
    if near := neighbours(each, RULES.values()):
        names = ", ".join(f"{other.code} {other.name}" for other in near)
        parts.append(f"{heading('See also')}\n{paragraph(names, lines, '  ')}")
    return "\n\n".join(parts)
