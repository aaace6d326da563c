"""Random documents of our grammar: all engines accept each, and so does TEI All. That is how we are a subset of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from lxml import etree

from schemas.grammar import Author, Grammar, pairs_of
from schemas.samples import GOOD
from schemas.support import SCHEMAS, Engines, Jing


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return Grammar(etree.parse(SCHEMAS / "memcon.rng"))


def _judge(documents: Iterable[etree._ElementTree], engines: Engines, tei_all: etree.RelaxNG) -> None:
    """Assert that TEI All and our XSD accept each document, and the slower engines every twentieth."""
    for number, document in enumerate(documents):
        accepted = all(engines.verdicts(document).values()) if number % 20 == 0 else engines.fast(document)
        shown = etree.tostring(document, encoding="unicode")
        assert accepted, f"{engines.complaints()}\n{shown}"
        assert tei_all.validate(document), f"{tei_all.error_log}\n{shown}"


def _covering(author: Author, count: int, size: int) -> Iterator[etree._ElementTree]:
    """Yield some of `count` documents, the richest first, that together show the whole grammar."""
    missing = author.grammar.pairs()
    written = [author.document(size) for _ in range(count)]
    shown = [(pairs_of(document), document) for document in written]
    for pairs, document in sorted(shown, key=lambda one: len(one[0]), reverse=True):
        if not missing.isdisjoint(pairs):
            missing -= pairs
            yield document
    assert missing == set(), "not shown: every element in every place, every attribute"


def test_tei_all_accepts_what_we_accept(grammar: Grammar, engines: Engines, tei_all: etree.RelaxNG) -> None:
    _judge(_covering(Author(grammar, GOOD, seed=1), 1500, 1000), engines, tei_all)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 7))
def test_tei_all_accepts_what_we_accept_at_length(
    seed: int, grammar: Grammar, engines: Engines, tei_all: etree.RelaxNG
) -> None:
    author = Author(grammar, GOOD, seed)
    _judge((author.document(1500) for _ in range(500)), engines, tei_all)


def _write(author: Author, folder: Path) -> list[Path]:
    """Write some documents; return their paths."""
    files = [folder / f"{number}.xml" for number in range(40)]
    for file in files:
        author.document(600).write(str(file), encoding="utf-8")
    return files


def test_jing_accepts_them_too(grammar: Grammar, jing: Jing, tmp_path: Path) -> None:
    files = _write(Author(grammar, GOOD, seed=99), tmp_path)
    assert jing.rejected(SCHEMAS / "memcon.rng", files) == set()


def test_jing_finds_them_in_tei_all(tei_all_path: Path, grammar: Grammar, jing: Jing, tmp_path: Path) -> None:
    files = _write(Author(grammar, GOOD, seed=98), tmp_path)
    assert jing.rejected(tei_all_path, files) == set()
