"""The table of house rules: which of them say errors, and that each says only what it is there for."""

from __future__ import annotations

import inspect
import json
import re
from pathlib import Path

import pytest
from lxml import etree

from conftest import ROOT, TEI
from memcon.diagnostics import Severity
from memcon.rules import RULES
from memcon.validation import validate
from memcon.validation.house.encodings import HOLD_PRINT
from memcon.validation.house.grave import GRAVE_RULES, HouseRule
from memcon.validation.house.table import HOUSE_RULES
from memcon.validation.links import check_links, links_of

CASES = ROOT / "tests" / "cases"


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


@pytest.mark.parametrize("path", [*sorted(TEI.glob("*.xml")), *sorted(CASES.glob("*/out*.xml"))], ids=lambda p: p.stem)
def test_comments_and_instructions_change_nothing(path: Path) -> None:
    """Wherever they stand, the rules look past them: nothing breaks, and nothing that is an error is found."""
    root = etree.parse(path).getroot()
    for element in list(root.iter(etree.Element)):
        element.addprevious(etree.ProcessingInstruction("note", "x"))
        element.insert(0, etree.Comment("seen"))
        element[0].tail, element.text = element.text, None
    outcome = validate(etree.tostring(root.getroottree()), path.name)
    assert outcome.value is not None
    list(check_links([links_of(outcome.value, str(path))]))
    assert [found for found in outcome.diagnostics if found.rule.code in ("MC404", "MC405", "MC406", "MC502")] == []


def test_what_must_hold_print_is_all_of_the_schema_but_what_may_be_empty() -> None:
    guide = json.loads((ROOT / "schemas" / "guide.json").read_text("utf-8"))
    children = {each["name"]: each["children"] for each in guide["elements"]}
    inside: set[str] = set()
    waiting = ["text"]
    while waiting:
        new = set(children[waiting.pop()]) & children.keys() - inside
        inside |= new
        waiting += new
    empty = {"pb", "lb", "date", "time", "gap", "certainty", "corr"}
    assert {etree.QName(tag).localname for tag in HOLD_PRINT} == inside - empty
