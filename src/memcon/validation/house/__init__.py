"""House rules that a schema cannot say: pure functions of a surveyed document, each tied to its codes.

They are one table. A rule looks at one document and says what it finds there; what takes several files is in
`memcon.validation.links`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from memcon.diagnostics import Diagnostic
from memcon.validation.house.canonical import canonical, stable_ids
from memcon.validation.house.completeness import completeness, excerpts, languages, revisions, vocabularies
from memcon.validation.house.custody import custody
from memcon.validation.house.dates import dates, times
from memcon.validation.house.gaps import gaps, unmarked
from memcon.validation.house.identity import edited, identity
from memcon.validation.house.markings import classes, markings
from memcon.validation.house.moments import drafted, moments, named_days
from memcon.validation.house.pointers import pointers
from memcon.validation.house.roles import roles
from memcon.validation.house.sources import source_facts, source_notes
from memcon.validation.house.titles import media, numbers, places, titles
from memcon.validation.survey import Survey

HouseRule = Callable[[Survey], Iterator[Diagnostic]]

HOUSE_RULES: tuple[HouseRule, ...] = (
    pointers,
    identity,
    edited,
    dates,
    times,
    moments,
    named_days,
    drafted,
    gaps,
    unmarked,
    markings,
    classes,
    custody,
    source_notes,
    source_facts,
    titles,
    roles,
    places,
    media,
    numbers,
    completeness,
    languages,
    vocabularies,
    excerpts,
    revisions,
    canonical,
    stable_ids,
)


def house_rules(survey: Survey) -> Iterator[Diagnostic]:
    """All findings of the house rules over one document."""
    for rule in HOUSE_RULES:
        yield from rule(survey)
