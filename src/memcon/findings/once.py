"""What is told once: that something is otherwise than the transcript makes it goes without saying where a rule says
what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.diagnostics import Diagnostic, Severity

_GENERAL = "MC545"


def told_once(found: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings without each MC545 in whose line is a more particular one of severity warning or error."""
    particular = {_line(each) for each in found if each.rule.code != _GENERAL and each.severity >= Severity.WARNING}
    return tuple(each for each in found if each.rule.code != _GENERAL or _line(each) not in particular)


def _line(found: Diagnostic) -> tuple[str, int]:
    return found.location.path, found.location.line
