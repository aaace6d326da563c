"""The table of house rules: which of them say errors, and that each says only what it is there for."""

from __future__ import annotations

import inspect
import re

from memcon.diagnostics import Severity
from memcon.rules import RULES
from memcon.validation.house.grave import GRAVE_RULES, HouseRule
from memcon.validation.house.table import HOUSE_RULES


def codes(rule: HouseRule) -> set[str]:
    """The codes that the docstring of a rule names."""
    return set(re.findall(r"MC\d{3}", inspect.getdoc(rule) or ""))


def test_every_rule_says_its_codes() -> None:
    for rule in HOUSE_RULES:
        assert codes(rule) <= RULES.keys(), rule.__name__
        assert codes(rule), rule.__name__


def test_the_grave_rules_are_those_that_say_errors() -> None:
    for rule in HOUSE_RULES:
        grave = any(RULES[code].severity is Severity.ERROR for code in codes(rule))
        assert grave == (rule in GRAVE_RULES), rule.__name__
