"""The authority file: what it lacks, as proposals for an editor; the editor's decisions; every mention of a person.

Nothing is merged by itself, and no identifier of another authority file is ever written.
"""

from __future__ import annotations

from memcon.people.applying import Applied, Changes, apply_table, decide
from memcon.people.linking import Register, listed_as, mentions_of
from memcon.people.proposals import Gatherer, keep_decisions, propose
from memcon.people.records import Document, Listed, Mention, people_of
from memcon.people.table import COLUMNS, Row, read_table, write_table

__all__ = [
    "COLUMNS",
    "Applied",
    "Changes",
    "Document",
    "Gatherer",
    "Listed",
    "Mention",
    "Register",
    "Row",
    "apply_table",
    "decide",
    "keep_decisions",
    "listed_as",
    "mentions_of",
    "people_of",
    "propose",
    "read_table",
    "write_table",
]
