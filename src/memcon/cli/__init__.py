"""The command line: arguments, printing, exit codes. One file per verb, imported when it is called.

Exit codes: 0 clean, 1 findings at or above --fail-on, 2 usage or I/O, 130 Ctrl-C, 143 SIGTERM.
"""

from __future__ import annotations

import io
import os
import signal
import sys
from importlib import import_module
from threading import current_thread, main_thread
from typing import Any, NoReturn

import click

from memcon.version import VERSION

_VERBS = {
    "convert": "Encode transcripts as TEI, one file per memorandum.",
    "inspect": "Show what the converter saw, line by line, and why.",
    "verify": "Repeat the conservation proof: TEI against transcript.",
    "validate": "Check TEI: schema, house rules, links between files.",
    "fix": "Make the repairs that lose nothing.",
    "render": "Make HTML pages or plain text from TEI.",
    "redactions": "List what is withheld over a corpus.",
    "people": "Keep the authority file: proposals, decisions, mentions.",
    "rule": "Explain a diagnostic code.",
    "guide": "Explain an element of the encoding.",
}


_INTERRUPTED, _TERMINATED = 130, 143  # 128 and the number of the signal


class _Terminated(KeyboardInterrupt):
    """SIGTERM, by which schedulers end what takes too long."""


def _terminate(_number: int, _frame: object) -> NoReturn:
    raise _Terminated


class _Verbs(click.Group):
    """Imports a verb only when it is called, so that `--version` and completion are quick."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Standard output that cannot be written (a full disk) is said in one line, like every other I/O fault. (Where
        its reader went away click leaves quietly.)"""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        try:
            return super().main(*args, **kwargs)
        except OSError as error:
            named = f"{os.fsdecode(error.filename)}: " if isinstance(error.filename, str | bytes) else ""
            click.echo(f"memcon: {named}{error.strerror or error}", err=True)
            sys.exit(2)

    def invoke(self, ctx: click.Context) -> Any:
        """Ctrl-C and SIGTERM end a call with the codes by which shells know them: they are not to be taken for
        findings. What was begun is taken back as it is for every other exception."""
        before = signal.signal(signal.SIGTERM, _terminate) if current_thread() is main_thread() else None
        try:
            return super().invoke(ctx)
        except _Terminated:
            click.echo("memcon: terminated", err=True)
            sys.exit(_TERMINATED)
        except KeyboardInterrupt:
            click.echo("memcon: interrupted", err=True)
            sys.exit(_INTERRUPTED)
        finally:
            if before is not None:
                signal.signal(signal.SIGTERM, before)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _VERBS:
            return None
        command = getattr(import_module(f"memcon.cli.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_VERBS.items()))


@click.command(
    cls=_Verbs,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="""\b
Examples:
  memcon convert talk.txt
  memcon convert tei/transcripts/* --edition tei/edition.toml --out tei/
  memcon verify tei/*.xml
  memcon validate tei/
  memcon render tei/*.xml --to html --out build/html
  memcon rule MC109
  memcon guide sp

\b
Shell completion: eval "$(_MEMCON_COMPLETE=bash_source memcon)"   (or zsh_source, fish_source)""",
)
@click.version_option(VERSION, prog_name="memcon", message="%(prog)s %(version)s")
def main() -> None:
    """TEI editions of memoranda of conversation.

    memcon encodes transcripts of memcons and telcons as validated TEI P5, proves that every printed character is in
    the TEI and none is invented, and renders TEI as HTML and plain text.
    """
