"""What only an edit can do to a file: the rules about that are loaded where a file was edited, or written by hand, as
authority files are."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.diagnostics import Diagnostic
from memcon.validation.survey import Survey


def edits(survey: Survey) -> Iterator[Diagnostic]:
    """MC310 and MC558 for people and offices out of their time, MC311 for dates to come, MC312 for identifiers that are
    none; MC410 and MC411 for instructions and comments in the way; MC509 for what nobody answers for; MC547 for words
    that are taken out of the text; MC598 for names of an authority file; and what an edited header claims (MC523,
    MC524, MC553, MC569, MC576 to MC578, MC582, MC597). A file that is as the converter made it has none of these."""
    if survey.pristine:
        return
    from memcon.validation.house.answering import acts, attributions
    from memcon.validation.house.authority import authority_names, parts
    from memcon.validation.house.claims import claims
    from memcon.validation.house.hidden import hidden
    from memcon.validation.house.identifiers import identifiers
    from memcon.validation.house.lifetimes import first_changes, futures, lifetimes
    from memcon.validation.house.remarks import remarks

    for rule in (
        acts, attributions, authority_names, claims, first_changes, futures, hidden, identifiers, lifetimes, parts,
        remarks,
    ):  # fmt: skip
        yield from rule(survey)
