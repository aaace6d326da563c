"""The baseline: what is written is read, new findings count, those that are gone are told."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.diagnostics import Diagnostic
from memcon.findings import Known, divided, known, read_baseline, write_baseline
from reporters.findings import DIAGNOSTICS, TEXTS, finding

ENTRIES = st.lists(st.builds(Known, TEXTS, TEXTS, TEXTS, TEXTS))
quick = settings(max_examples=60, deadline=None, derandomize=True)


@quick
@given(ENTRIES)
def test_what_is_written_is_read(entries: list[Known]) -> None:
    data = write_baseline(entries)
    assert data.isascii()
    assert read_baseline(data) == tuple(entries)
    assert data.count(b"\n") == (len(entries) + 5 if entries else 4), "an entry a line"


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"\xff", b"{}", b'{"version": 2, "findings": []}', b'{"version": 1}', b"[" * 100_000,
             b'{"version": 1, "findings": [1]}', b'{"version": 1, "findings": [{"path": "a"}]}'],
)  # fmt: skip
def test_what_is_no_baseline_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_baseline(data)


def parts(now: list[str], before: list[str], looked_for: bool = True) -> tuple[int, list[str], int]:
    """How many are new, the messages of those that are gone, and the size of the new baseline."""
    entries = tuple(entry for _, entry in known(map(finding, before), str))
    new, gone, updated = divided(known(map(finding, now), str), entries, lambda _: looked_for)
    return len(new), [each.message for each in gone], len(updated)


def test_only_new_findings_count() -> None:
    assert parts(["a", "b"], []) == (2, [], 2)
    assert parts(["a", "b"], ["a", "b"]) == (0, [], 2)
    assert parts(["a", "b", "c"], ["a", "b"]) == (1, [], 3)
    assert parts(["a"], ["a", "b"]) == (0, ["b"], 1)
    assert parts([], ["a"]) == (0, ["a"], 0)
    assert parts([], ["a"], looked_for=False) == (0, [], 1)


@quick
@given(st.lists(DIAGNOSTICS, max_size=6, unique=True))
def test_a_baseline_of_all_leaves_nothing(found: list[Diagnostic]) -> None:
    entries = known(found, str)
    new, gone, updated = divided(entries, read_baseline(write_baseline(entry for _, entry in entries)), lambda _: True)
    assert (new, gone, len(updated)) == ((), (), len(entries))
