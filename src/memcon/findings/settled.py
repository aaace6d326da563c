"""What a run has to say: the findings that count, those that are gone, and what was checked."""

from __future__ import annotations

from dataclasses import dataclass

from memcon.diagnostics import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class Known:
    """A finding that a baseline knows."""

    path: str
    code: str
    message: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Findings:
    """What a report tells: the findings in order, and those of a baseline that are no longer met (`gone`).

    `checked` are the paths of all files that were looked at, also those in which nothing was found. Findings below
    `fail_on` are no failures. `base` is the folder from which reports for other tools tell a path (empty: as it was
    given), and `here` the one in which the call was made, as seen from it. `compared` says that the findings of a
    baseline are left out.
    """

    found: tuple[Diagnostic, ...]
    gone: tuple[Known, ...] = ()
    checked: tuple[str, ...] = ()
    fail_on: Severity = Severity.ERROR
    base: str = ""
    here: str = ""
    compared: bool = False

    @property
    def failed(self) -> bool:
        """Whether a finding is as grave as `fail_on`."""
        return any(each.severity >= self.fail_on for each in self.found)
