"""validate --watch: what changed is checked at once, as long as one likes."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import click

from memcon.cli.common import STDIN, is_terminal
from memcon.findings import UNCHECKED

if TYPE_CHECKING:
    from memcon.checking import Checked
    from memcon.cli.checks import Checks

_INSTALL = "--watch needs the package watchfiles: pip install 'memcon[watch]'"
_PAUSE = 100  # milliseconds within which changes count as one
_EDITION = "edition.toml"

Changes = Iterator[set[tuple[Any, str]]]
"""Sets of changes as they come: what happened, and to which file."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """Checks whose outcomes are remembered, until a file changes. The links between files are not among them: they are
    checked anew each time, so that a change of one file is told of those that point to it."""

    checks: Checks
    known: dict[str, Checked] = field(default_factory=dict)

    def of(self, paths: Iterable[str]) -> Iterator[Checked]:
        """What is found in each file, in order."""
        wanted = list(paths)
        anew = self.checks.of([path for path in wanted if path not in self.known])
        for path in wanted:
            if path in self.known:
                yield self.known[path]
                continue
            checked = next(anew)
            if not any(found.rule.code in UNCHECKED for found in checked.diagnostics):
                self.known[path] = checked
            yield checked

    def forget(self, changed: Iterable[str]) -> None:
        """Files that changed are not known any more; none is where the schema changed."""
        absolute = set(changed)
        schema = self.checks.schema
        if schema and any(Path(path).is_relative_to(Path(schema).absolute().parent) for path in absolute):
            from memcon.validation.foreign import load_schema

            load_schema.cache_clear()
            self.known.clear()
        for path in [each for each in self.known if _absolute(each) in absolute]:
            del self.known[path]

    def targets(self) -> Iterator[str]:
        """The files that the known ones point to: authority files, transcripts, other memoranda."""
        from memcon.validation.links import unpacked

        for checked in self.known.values():
            if checked.links is not None:
                links = unpacked(checked.links, checked.path)
                names = {unquote(link.target.partition("#")[0]) for link in links.links}
                names |= {links.transcript.path} if links.transcript else set()
                folder = Path(checked.path).parent
                yield from (_absolute(folder / name) for name in names if "\0" not in name)


def watched(arguments: tuple[str, ...], remembered: Remembered, once: Callable[[], int], own: Iterable[str]) -> int:
    """Run `once` now and whenever something changed that it depends on; the exit code of the last time. `own` are files
    that it writes."""
    if STDIN in arguments:
        raise click.UsageError("--watch needs files; standard input does not change")
    try:
        from watchfiles import watch
    except ImportError as error:
        raise click.UsageError(_INSTALL) from error
    ours = {_absolute(path) for path in own}
    recursive = any(Path(argument).is_dir() for argument in arguments)

    def begun(folders: set[str]) -> Changes:
        changes = watch(*folders, recursive=recursive, step=_PAUSE, rust_timeout=_PAUSE, yield_on_timeout=True)
        next(changes)  # now it watches: nothing that happens from here on is missed
        return changes

    folders = _folders(arguments, remembered)
    changes, code = begun(folders), 2
    try:
        code = _round(once)
        while True:
            click.echo("waiting for changes; Ctrl-C ends", err=True)
            paths: set[str] = set()
            while not _matter(paths, remembered):
                if not (wanted := _folders(arguments, remembered)) <= folders:  # a file points elsewhere now
                    folders, before = wanted, changes
                    changes = begun(folders)
                    paths = {_absolute(path) for _, path in next(before)} - ours
                else:
                    paths = _awaited(changes) - ours
            remembered.forget(paths)
            code = _round(once)
    except KeyboardInterrupt:
        return code


def _awaited(changes: Changes) -> set[str]:
    """The next files to change."""
    while not (found := next(changes)):
        pass
    return {_absolute(path) for _, path in found}


def _round(once: Callable[[], int]) -> int:
    """One check of everything, with its summary. What would end a single call is said, and the next change awaited."""
    if is_terminal(sys.stdout):
        click.clear()
    started = time.perf_counter()
    try:
        code = once()
    except click.ClickException as error:
        error.show()
        code = 2
    took = time.perf_counter() - started
    click.echo(f"{time.strftime('%H:%M:%S')} checked in {took:.2f} s", err=True)
    return code


def _folders(arguments: Iterable[str], remembered: Remembered) -> set[str]:
    """The folders in which something may happen that matters, less those inside a folder that is watched anyway."""
    named = [Path(argument.partition("*")[0] if not os.path.lexists(argument) else argument) for argument in arguments]
    whole = [Path(_absolute(path)) for path in named if path.is_dir()]
    places = [path.parent for path in named if not path.is_dir()]
    places += [Path(target).parent for target in remembered.targets()]
    if remembered.checks.schema:
        places.append(Path(remembered.checks.schema).parent)
    others = {_absolute(place) for place in places if place.is_dir()}
    inside = {place for place in others if any(Path(place).is_relative_to(folder) for folder in whole)}
    return {str(folder) for folder in whole} | others - inside


def _matter(paths: set[str], remembered: Remembered) -> bool:
    if not paths:
        return False
    if any(path.endswith(".xml") or Path(path).name == _EDITION for path in paths):
        return True
    schema = remembered.checks.schema
    return bool(paths & set(remembered.targets())) or bool(schema and _absolute(schema) in paths)


def _absolute(path: str | Path) -> str:
    return os.path.abspath(path)  # noqa: PTH100  # a link stays a link, `..` goes
