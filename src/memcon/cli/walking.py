"""Which files the arguments of a verb mean: files, folders, patterns."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from itertools import chain
from pathlib import Path

import click

from memcon.cli.common import STDIN, Report
from memcon.diagnostics import Diagnostic, Location, Outcome
from memcon.resources import reason
from memcon.rules import rule

_MAGIC = re.compile(r"[*?\[]")


def files_of(arguments: Iterable[str]) -> Outcome[tuple[str, ...]]:
    """The files that the arguments mean, in order, each once, and MC105 for each folder that cannot be read and each
    pattern that nothing matches.

    A folder stands for all *.xml below it; hidden files and folders are left out, and links to folders, among which
    could be loops. A broken link or a pipe called *.xml is no less meant: the reader reports it. A name with `*`,
    `?` or `[` that does not exist is a pattern; `**` means any folders.
    """
    faults: list[Diagnostic] = []
    meant = [_meant(argument, faults) for argument in arguments]
    return Outcome(tuple(_each_once(meant)), tuple(faults))


def _meant(argument: str, faults: list[Diagnostic]) -> list[str]:
    if argument == STDIN or os.path.lexists(argument) or not _MAGIC.search(argument):
        return list(_files(argument, faults))
    matched = [path for match in _matches(argument, faults) for path in _files(match, faults)]
    if not matched:
        faults.append(Diagnostic(rule("MC105"), "no file matches the pattern", Location(argument)))
    return matched


def _each_once(meant: Sequence[Sequence[str]]) -> list[str]:
    """The paths that the arguments mean, each file once: what two of them mean may be spelt in two ways, and goes by
    the first."""
    paths = dict.fromkeys(chain.from_iterable(meant))
    if len(meant) < 2:
        return list(paths)
    spelt: dict[str, str] = {}
    for path in paths:
        spelt.setdefault(path if path == STDIN else os.path.abspath(path), path)  # noqa: PTH100  # a link stays one
    return list(spelt.values())


def inputs(arguments: Iterable[str], report: Report, suffix: str = "") -> list[str]:
    """The files that the arguments of most verbs mean, each once: a folder stands for its files (with that suffix),
    hidden ones left out. MC105 is reported for a folder that cannot be read; UsageError where there is nothing."""
    faults: list[Diagnostic] = []
    found = _each_once([list(_files(argument, faults, suffix, 0)) for argument in arguments])
    report.add(*faults)
    if not found and not faults:
        raise click.UsageError(f"there is nothing to do: no {suffix or 'file'} in {', '.join(arguments)}")
    return found


def _files(path: str, faults: list[Diagnostic], suffix: str = ".xml", depth: int = -1) -> Iterator[str]:
    """A file; or the files below a folder, down to a depth."""
    if path == STDIN or not os.path.isdir(path):  # noqa: PTH112  # Path.is_dir raises where a name is too long
        yield path
        return
    yield from (each for each, folder in _below(path, faults, depth) if not folder and each.endswith(suffix))


def _below(folder: str, faults: list[Diagnostic], depth: int) -> Iterator[tuple[str, bool]]:
    """Everything below a folder, down to a depth, in the order of names; whether it is a folder. A folder that cannot
    be read is a fault, and the rest is walked."""
    try:
        paths, folders = _listed(folder)
    except OSError as error:
        faults.append(Diagnostic(rule("MC105"), f"the folder cannot be read: {reason(error)}", Location(folder)))
        return
    for path in paths:
        is_folder = path in folders
        yield path, is_folder
        if is_folder and depth != 0:
            yield from _below(path, faults, depth - 1)


def _listed(folder: str) -> tuple[list[str], set[str]]:
    """The paths of what is in a folder, in order, without what is hidden and links to folders; and which are folders.
    There may be very many: no other string is made of each."""
    inside = str(Path(folder) / "_")[:-1]
    paths: list[str] = []
    folders: set[str] = set()
    with os.scandir(folder or ".") as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            path = inside + entry.name
            if entry.is_dir(follow_symlinks=False):
                folders.add(path)
            elif entry.is_symlink() and os.path.isdir(path):  # noqa: PTH112  # Path.is_dir raises where it may not look
                continue
            paths.append(path)
    paths.sort()
    return paths, folders


def _matches(pattern: str, faults: list[Diagnostic]) -> Iterator[str]:
    """The files and folders that fit a pattern. One that ends with `**` means folders."""
    parts = Path(pattern).parts
    first = next(number for number, part in enumerate(parts) if _MAGIC.search(part))
    start, rest = str(Path(*parts[:first])), parts[first:]
    if not Path(start).is_dir():
        return
    if set(rest) == {"**"}:
        yield start
        return
    folders_only = rest[-1] == "**"
    depth = -1 if "**" in rest else len(rest) - 1
    for path, is_folder in _below(start, faults, depth):
        if (is_folder or not folders_only) and _fits(Path(path).relative_to(start).parts, rest):
            yield path


def _fits(names: tuple[str, ...], pattern: tuple[str, ...]) -> bool:
    """Whether the parts of a path fit those of a pattern, of which `**` means any number of folders."""
    if not pattern:
        return not names
    if pattern[0] == "**":
        return _fits(names, pattern[1:]) or (bool(names) and _fits(names[1:], pattern))
    return bool(names) and fnmatchcase(names[0], pattern[0]) and _fits(names[1:], pattern[1:])
