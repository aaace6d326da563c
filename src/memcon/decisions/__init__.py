"""The editor's decisions and the edition's metadata: what edition.toml says, and how it is read."""

from __future__ import annotations

from memcon.decisions.entries import (
    Decision,
    Edition,
    EditionMetadata,
    IgnoreDecision,
    JoinDecision,
    LabelDecision,
    LineDecision,
    MemorandumDecision,
    TranscriptDecision,
    never_met,
    strangers,
    unused,
)
from memcon.decisions.toml import read_edition

__all__ = [
    "Decision",
    "Edition",
    "EditionMetadata",
    "IgnoreDecision",
    "JoinDecision",
    "LabelDecision",
    "LineDecision",
    "MemorandumDecision",
    "TranscriptDecision",
    "never_met",
    "read_edition",
    "strangers",
    "unused",
]
