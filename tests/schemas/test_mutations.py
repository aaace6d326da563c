"""RELAX NG and XML Schema accept and reject the same documents, in every engine, whatever goes wrong in them."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from odd.reader import read
from schemas.mutations import mutant
from schemas.support import SCHEMAS, VALID, Engines, Jing, parse

NAMES = list(read(SCHEMAS / "memcon.odd").elements)
DOCUMENTS = [parse(path) for path in VALID]


def _compare(seed: int, count: int, engines: Engines) -> Counter[bool]:
    """Assert that the engines agree on `count` mutants; return how many were accepted and rejected."""
    chance = random.Random(seed)
    verdicts: Counter[bool] = Counter()
    for _ in range(count):
        done, document = mutant(chance.choice(DOCUMENTS), chance, NAMES)
        said = engines.verdicts(document)
        assert len(set(said.values())) == 1, f"{done}: {said}\n{etree.tostring(document, encoding='unicode')}"
        verdicts.update(set(said.values()))
    return verdicts


def test_the_engines_agree(engines: Engines) -> None:
    verdicts = _compare(1, 400, engines)
    assert verdicts[True] > 40
    assert verdicts[False] > 150


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 12))
def test_the_engines_agree_at_length(seed: int, engines: Engines) -> None:
    _compare(seed, 2000, engines)


def test_what_is_accepted_tei_accepts(engines: Engines, tei_all: etree.RelaxNG) -> None:
    chance = random.Random(20)
    for _ in range(300):
        done, document = mutant(chance.choice(DOCUMENTS), chance, NAMES)
        if engines.xsd.validate(document) and not _has_double_names(document):
            assert tei_all.validate(document), f"{done}: {tei_all.error_log}"


def test_jing_agrees(engines: Engines, jing: Jing, tmp_path: Path) -> None:
    chance = random.Random(30)
    rejected = set()
    files = [tmp_path / f"{number}.xml" for number in range(250)]
    for file in files:
        _, document = mutant(chance.choice(DOCUMENTS), chance, NAMES)
        document.write(str(file), encoding="utf-8")
        if not engines.relaxng.validate(document):
            rejected.add(file.name)
    assert jing.rejected(SCHEMAS / "memcon.rng", files) == rejected


def _has_double_names(document: etree._ElementTree) -> bool:
    """Say whether an xml:id stands twice: TEI All forbids it in the grammar, we in a rule."""
    names = document.xpath("//@xml:id")
    assert isinstance(names, list)
    return len(names) != len(set(names))
