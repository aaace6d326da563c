"""The measures on transcripts of the genre that are no part of the project; the bounds are those we have promised."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from conftest import ROOT

BOUNDS = {
    "text_recall": 1.0, "text_precision": 1.0, "turns_f1": 0.995, "who_identity": 0.99, "initials_resolved": 0.95,
    "date": 0.99, "time_start": 0.98, "place": 0.97, "title": 0.99, "redactions_f1": 0.995, "omissions": 0.98,
    "source_note": 0.98, "footnotes_f1": 0.99, "page_breaks_f1": 0.995, "participants_f1": 0.97,
}  # fmt: skip


def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("genre", ROOT / "tests" / "benchmarks" / "genre.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("style", ["txt", "md", "wrap"])
@pytest.mark.usefixtures("genre")
def test_the_measures_on_frus(style: str, tmp_path: Path) -> None:
    scores = benchmark().frus(style, tmp_path / style)
    assert {m: scores[m] for m, bound in BOUNDS.items() if scores[m] < bound} == {}


def test_no_character_is_lost_and_no_turn_invented_in_the_wild(genre: Path, tmp_path: Path) -> None:
    module = benchmark()
    module.converted(genre / "wild" / "texts", tmp_path / "wild")
    table = module.scored(genre / "wild" / "score_wild.py", tmp_path / "wild")
    scores = {row.split()[0]: float(row.split()[1]) for row in table.splitlines() if len(row.split()) > 1}
    assert scores["all_characters_kept"] == 1.0
    assert scores["characters_added"] == 0.0
    assert scores["no_false_turns"] == 1.0
    assert scores["identities"] >= 0.9
