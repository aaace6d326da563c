"""What is told once: that something is otherwise than the transcript makes it, or than it was, goes without saying
where a rule says what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.diagnostics import Diagnostic, Severity

_GENERAL = ("MC545", "MC116")
_ABOUT_ELSE = ("MC104",)  # what says nothing of the line it is told at


def told_once(found: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings without each MC545 and MC116 in whose line is a more particular one of severity warning or error."""
    aside = (*_GENERAL, *_ABOUT_ELSE)
    particular = {_line(each) for each in found if each.rule.code not in aside and each.severity >= Severity.WARNING}
    return tuple(each for each in found if each.rule.code not in _GENERAL or _line(each) not in particular)


def _line(found: Diagnostic) -> tuple[str, int]:
    return found.location.path, found.location.line
