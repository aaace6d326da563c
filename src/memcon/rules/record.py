"""Rules MC55x to MC58x: house rules about dates, redactions, classification, sources and links."""

from __future__ import annotations

from memcon.diagnostics import Rule

RECORD: tuple[Rule, ...] = ()
