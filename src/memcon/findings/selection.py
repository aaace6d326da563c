"""Which rules are listened to: --select and --ignore, by codes and their beginnings."""

from __future__ import annotations

from dataclasses import dataclass

from memcon.diagnostics import Diagnostic
from memcon.rules import RULES

UNCHECKED = frozenset({"MC105", "MC401", "MC402", "MC403", "MC407", "MC408", "MC409", "MC901", "MC903"})
"""Codes which say that a file could not be checked, or not by what was decided: a run that leaves them out would call
good what nobody has looked at."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Rules that are listened to, by beginnings of codes (`MC5`, `MC503`). Nothing selected means all."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def takes(self, code: str) -> bool:
        """Whether findings of that code count. The more exact word decides, --ignore where both are as exact."""
        if code in UNCHECKED:
            return True
        wanted = max((len(word) for word in self.select or ("",) if code.startswith(word)), default=-1)
        unwanted = max((len(word) for word in self.ignore if code.startswith(word)), default=-1)
        return wanted > unwanted

    def of(self, found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
        """The findings that count."""
        return tuple(each for each in found if self.takes(each.rule.code))


def beginning(word: str) -> str | None:
    """The beginning of codes that a word means: `mc5`, `MC503`, or the name of a rule. None where no rule has it."""
    code = word.upper()
    if code.startswith("MC") and any(each.startswith(code) for each in RULES):
        return code
    return next((each.code for each in RULES.values() if each.name == word.lower()), None)
