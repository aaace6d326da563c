"""What is done with findings between the checks and their report: chosen, told once, ignored with a reason, held
against a baseline, told apart by fingerprints."""

from __future__ import annotations

from memcon.findings.baselines import divided, known, read_baseline, write_baseline
from memcon.findings.fingerprints import fingerprinted
from memcon.findings.ignores import means, needless
from memcon.findings.once import told_once
from memcon.findings.selection import UNCHECKED, Selection, beginning
from memcon.findings.settled import Findings, Known

__all__ = [
    "UNCHECKED",
    "Findings",
    "Known",
    "Selection",
    "beginning",
    "divided",
    "fingerprinted",
    "known",
    "means",
    "needless",
    "read_baseline",
    "told_once",
    "write_baseline",
]
