"""Every damage that a careful reviewer could do to a file is named, at its place, by the file alone; what only the
transcript can tell is told by the proof."""

from __future__ import annotations

import random
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from conftest import ROOT, TEI
from memcon.diagnostics import Diagnostic, Severity
from memcon.tei.places import element_places
from memcon.validation import validate
from validation.house.damages import DAMAGES, Damage

DOCUMENTS = sorted([*TEI.glob("1*.xml"), *(ROOT / "tests" / "cases").glob("*/out*.xml")])
TRIES = 6  # of each damage, in as many documents
AWAY = 3  # lines that a finding may be away from the element concerned


@cache
def sound(path: Path) -> Counter[str]:
    """What is said of a document as it is, from the severity of a warning on, and how often."""
    return Counter(map(said, grave(path.read_bytes(), path)))


def said(found: Diagnostic) -> str:
    return f"{found.rule.code} {found.message}"


def grave(data: bytes, path: Path) -> list[Diagnostic]:
    return [d for d in validate(data, str(path)).diagnostics if d.severity >= Severity.WARNING]


def lines(root: etree._Element, data: bytes, concerned: tuple[etree._Element, ...]) -> set[int]:
    """The lines at which the elements concerned begin."""
    places = element_places(data)
    return {places[number][0] for number, each in enumerate(root.iter(etree.Element)) if each in concerned}


def found(path: Path, damage: Damage, seed: int) -> tuple[str, bool] | None:
    """What is said anew of a damaged document, and whether it is said at the right place; None where the document has
    no place for the damage."""
    root = etree.fromstring(path.read_bytes())
    concerned = damage(root, random.Random(seed))
    if not concerned:
        return None
    data = etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=True)
    every = grave(data, path)
    times = Counter(map(said, every))
    new = [d for d in every if times[said(d)] > sound(path)[said(d)]]
    near = {line + away for line in lines(root, data, concerned) for away in range(-AWAY, AWAY + 1)}
    return "; ".join(map(said, new)), any(d.location.line in near for d in new)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_damage_is_named_at_its_place(damage: Damage) -> None:
    tried = 0
    for seed in range(4 * len(DOCUMENTS)):
        path = random.Random(f"{damage.__name__} {seed}").choice(DOCUMENTS)
        outcome = found(path, damage, seed)
        if outcome is not None:
            tried += 1
            assert outcome[1], f"{path}, seed {seed}: {outcome[0] or 'nothing is said'}"
        if tried == TRIES:
            return
    assert tried
