"""Findings that an editor has settled: [[ignore]] in edition.toml, each with its reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from memcon.diagnostics import Diagnostic, Location
from memcon.rules import rule

if TYPE_CHECKING:
    from memcon.decisions import Edition, IgnoreDecision


def means(decision: IgnoreDecision, found: Diagnostic, name: str) -> bool:
    """Whether a decision is about a finding in the file of that name, as seen from edition.toml."""
    return (
        decision.code == found.rule.code
        and is_about(decision, name)
        and (not decision.id or decision.id in found.location.anchors)
    )


def is_about(decision: IgnoreDecision, name: str) -> bool:
    """Whether a decision is about the file of that name. A pattern without a slash is about file names in any
    folder, one with a slash about paths from edition.toml on. A name with brackets means the file of that name, too."""
    if not decision.file:
        return True
    wanted = name if "/" in decision.file else name.rpartition("/")[2]
    return wanted == decision.file or fnmatchcase(wanted, decision.file)


def needless(
    edition: Edition, used: Collection[IgnoreDecision], checked: Collection[str], present: Iterable[str]
) -> Iterator[Diagnostic]:
    """MC905 for each decision to ignore that no finding answers to. It can be told only where every file that the
    decision could be about was `checked`; `present` are all files of the edition, named as seen from edition.toml."""
    names = tuple(present)
    for decision in edition.ignores:
        about = [name for name in names if is_about(decision, name)] or names
        if decision not in used and all(name in checked for name in about):
            place = ", ".join(part for part in (decision.file, decision.id and f"id {decision.id}") if part)
            message = f"[[ignore]] {decision.code}{f' ({place})' if place else ''}: there is no such finding any more"
            yield Diagnostic(rule("MC905"), message, Location(edition.path, decision.at, 1), "remove the entry")
