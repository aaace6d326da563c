"""Rules MC51x to MC54x: house rules about turns, people and the printed text."""

from __future__ import annotations

from memcon.diagnostics import Rule

SPEECH: tuple[Rule, ...] = ()
