"""What is withheld: the redactions of a TEI document, and their totals over a corpus.

A redaction is a `gap[@reason='redacted']`; what cannot be heard or read, was left blank or left out is a gap of
another reason, and never counted among them.
"""

from __future__ import annotations

from memcon.redactions.gaps import REASONS, Category, Extent, Redaction, Speaker, redactions_of
from memcon.redactions.totals import GROUPINGS, Tally, Total, UnitTotal, tally

__all__ = [
    "GROUPINGS",
    "REASONS",
    "Category",
    "Extent",
    "Redaction",
    "Speaker",
    "Tally",
    "Total",
    "UnitTotal",
    "redactions_of",
    "tally",
]
