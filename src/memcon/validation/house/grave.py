"""The house rules whose findings are errors: all that `convert` asks of what it has made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from memcon.diagnostics import Diagnostic
from memcon.validation.house.identity import identity
from memcon.validation.house.pointers import pointers
from memcon.validation.survey import Survey

HouseRule = Callable[[Survey], Iterator[Diagnostic]]

GRAVE_RULES: tuple[HouseRule, ...] = (pointers, identity)
"""Those whose findings are errors."""


def grave_faults(survey: Survey) -> Iterator[Diagnostic]:
    """The findings that are errors."""
    return chain.from_iterable(rule(survey) for rule in GRAVE_RULES)
