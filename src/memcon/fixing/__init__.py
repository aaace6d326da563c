"""Repairs that lose nothing, each tied to the rule whose findings it ends."""

from __future__ import annotations

from memcon.fixing.drafts import Around, Moved, refusal
from memcon.fixing.files import Fixed, fix
from memcon.fixing.repairs import REPAIRS, Repair

__all__ = ["REPAIRS", "Around", "Fixed", "Moved", "Repair", "fix", "refusal"]
