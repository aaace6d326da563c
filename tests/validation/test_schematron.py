"""The rules of the ODD: what decides quickly misses nothing of what the explaining style sheet finds."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from conftest import TEI
from memcon.tei.parsing import parse_tei
from memcon.validation import schematron
from memcon.validation.assertions import assertion
from memcon.validation.places import Source
from memcon.validation.survey import Survey
from odd.reader import read
from schemas.mutations import mutant
from schemas.support import SCHEMAS, VALID, parse
from schemas.test_rules import BASE, CASES, Case

SCH = "{http://purl.oclc.org/dsdl/schematron}"


def explained(tree: etree._ElementTree) -> bool:
    """Whether the rules find anything, by ISO Schematron's own skeleton."""
    return next(schematron._explainer()(tree).iter(*schematron._FAILED), None) is not None


def decided(tree: etree._ElementTree) -> bool:
    """Whether they fail, as far as that is told quickly."""
    return not schematron.surely_hold((Survey(Source(tree, b"", "x.xml")),))


@pytest.mark.parametrize("path", sorted(TEI.glob("*.xml")), ids=lambda path: str(path.stem))
def test_nothing_is_decided_against_the_edition(path: Path) -> None:
    tree = parse_tei(path.read_bytes(), str(path)).value
    assert tree is not None
    assert not decided(tree)


@pytest.mark.parametrize("case", CASES, ids=[f"{case.rule}-{number}" for number, case in enumerate(CASES)])
def test_each_rule_decides_as_it_explains(case: Case) -> None:
    right, wrong = (parse(BASE.replace(case.place, text)) for text in (case.right, case.wrong))
    assert not decided(right)
    assert decided(wrong)
    assert schematron.check_schematron(Survey(Source(wrong, etree.tostring(wrong), "x.xml")))


def test_pointers_are_told_by_the_attributes_alone() -> None:
    schema = schematron._schema()
    checks = [(rule, check) for rule in schema.iter(f"{SCH}rule") for check in rule.iterfind(f"{SCH}*[@test]")]
    left = [check.get("test", "") for rule, check in checks if assertion(schema, rule, check) is None]
    assert 0 < len(left) < len(checks) / 2
    assert not [test for test in left if "key(" in test or "string-length(" in test or "$" in test]


def _compare(seed: int, count: int) -> Counter[bool]:
    chance = random.Random(seed)
    names = list(read(SCHEMAS / "memcon.odd").elements)
    documents = [parse(path) for path in VALID]
    verdicts: Counter[bool] = Counter()
    for _ in range(count):
        done, document = mutant(chance.choice(documents), chance, names)
        fails = explained(document)
        assert decided(document) == fails, done
        verdicts[fails] += 1
    return verdicts


def test_what_decides_and_what_explains_agree() -> None:
    verdicts = _compare(1, 300)
    assert min(verdicts[True], verdicts[False]) > 30


@pytest.mark.slow
def test_what_decides_and_what_explains_agree_at_length() -> None:
    _compare(2, 6000)
