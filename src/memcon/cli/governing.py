"""The editions that the checked files belong to: found, loaded once, and their [[ignore]] entries applied."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from memcon.cli.common import STDIN, relative
from memcon.cli.walking import files_of
from memcon.diagnostics import Diagnostic, Outcome
from memcon.findings import UNCHECKED, Selection, means, needless

if TYPE_CHECKING:
    from memcon.decisions import Edition, IgnoreDecision

_NAME = "edition.toml"


@dataclass(frozen=True, slots=True)
class Governed:
    """An edition that could be read, and the checked files that belong to it."""

    edition: Edition
    files: tuple[str, ...]

    def name(self, path: str) -> str:
        """A file as it is seen from edition.toml."""
        return relative(path, Path(self.edition.path).parent)


def editions_of(files: Iterable[str], named: str | None) -> Outcome[tuple[Governed, ...]]:
    """The editions of files, and what is wrong with them. `named` is that of all files; without it each file belongs
    to the edition.toml in its folder, or in the nearest folder above within the same repository."""
    by_edition: dict[str, list[str]] = {}
    above: dict[Path, str] = {}
    for path in files:
        if named is None and path == STDIN:
            continue
        folder = Path(path).parent
        if named is None and folder not in above:
            above[folder] = _above(folder)
        by_edition.setdefault(named or above[folder], []).append(path)
    by_edition.pop("", None)
    if not by_edition:
        return Outcome(())
    from memcon.editions import load_edition  # what reads TEI takes long to load

    loaded = {path: load_edition(Path(path)) for path in by_edition}
    governed = [Governed(o.value.edition, tuple(by_edition[p])) for p, o in loaded.items() if o.value is not None]
    return Outcome(tuple(governed), tuple(each for outcome in loaded.values() for each in outcome.diagnostics))


def _above(folder: Path) -> str:
    """The edition.toml of a folder, told as the folder is; empty where there is none."""
    start = folder.absolute()
    for place in (start, *start.parents):
        if os.path.isfile(place / _NAME):  # noqa: PTH113  # Path.is_file raises where it may not look
            return str(place / _NAME) if folder.is_absolute() else os.path.relpath(place / _NAME)
        if os.path.lexists(place / ".git"):
            return ""
    return ""


def unsettled(
    found: Sequence[Diagnostic], editions: Iterable[Governed], selection: Selection
) -> tuple[Diagnostic, ...]:
    """The findings that no [[ignore]] settles, and MC905 for each entry that settles nothing."""
    left = list(found)
    for governed in editions:
        entries = governed.edition.ignores
        if not entries:
            continue
        files = frozenset(governed.files)
        concerned = [each for each in left if each.location.path in files]
        settled = [(each, decision) for each in concerned for decision in _about(each, governed, entries)]
        gone = {id(each) for each, _ in settled}
        unread = {each.location.path for each in left if each.rule.code in UNCHECKED}
        checked = {governed.name(path) for path in governed.files if path not in unread}
        listened = tuple(entry for entry in entries if selection.takes(entry.code))
        used = {decision for _, decision in settled} | (set(entries) - set(listened))
        left = [each for each in left if id(each) not in gone]
        left += needless(governed.edition, used, checked, _present(governed))
    return tuple(left)


def _about(found: Diagnostic, governed: Governed, entries: Iterable[IgnoreDecision]) -> list[IgnoreDecision]:
    return [entry for entry in entries if means(entry, found, governed.name(found.location.path))]


def _present(governed: Governed) -> list[str]:
    """Every TEI file of the edition, as seen from edition.toml."""
    folder = os.path.dirname(governed.edition.path) or "."  # noqa: PTH120  # as it is written, not normalised
    return [governed.name(path) for path in files_of([folder]).value or ()]
