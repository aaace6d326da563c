"""No regular expression takes more than linear time, whatever it is given."""

from __future__ import annotations

import re

import pytest

from fuzz.patterns import Used, example, growth, used

_FEWEST = 150  # patterns: fewer, and the collection is broken


@pytest.mark.slow
def test_no_pattern_is_worse_than_linear() -> None:
    assert len(used()) >= _FEWEST
    assert growth(used()) == ()


_WORSE = (r"\s*x", r"(?:a+)+b", pytest.param(r"\d+\s+hours", marks=pytest.mark.slow), r"[^()]*\(")


@pytest.mark.parametrize("pattern", _WORSE)
def test_what_is_worse_is_found(pattern: str) -> None:
    assert growth((Used("planted", re.compile(pattern), everywhere=True),))


@pytest.mark.parametrize("pattern", [r"(?<!\s)\s*x", r"a+b?", r"(?<!\d)\d+\s+hours"])
def test_what_is_linear_is_not(pattern: str) -> None:
    assert growth((Used("planted", re.compile(pattern), everywhere=True),)) == ()


def test_examples_match() -> None:
    found = [each for each in used() if _matches(each)]
    assert len(found) * 3 > len(used()) * 2


def _matches(each: Used) -> bool:
    source: str | bytes = each.pattern.pattern
    text = example(each.pattern)
    if isinstance(source, bytes):
        return re.search(source, text.encode("latin-1", "replace"), each.pattern.flags) is not None
    return re.search(source, text, each.pattern.flags) is not None
