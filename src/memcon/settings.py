"""What a conversion knows beside the transcript."""

from __future__ import annotations

from dataclasses import dataclass, field

from memcon.decisions import Edition
from memcon.model import Authority


@dataclass(frozen=True, slots=True)
class Settings:
    """What a conversion knows beside the transcript: the edition's metadata and decisions, the authority file."""

    edition: Edition = field(default_factory=Edition)
    authority: Authority = field(default_factory=Authority)
