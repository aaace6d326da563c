"""Every target is fuzzed for a while: guided by coverage where atheris is installed, by hypothesis anywhere."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz.targets import TARGETS, corpus, mutated

_RUN = Path(__file__).parent / "fuzz" / "run.py"
_SECONDS = 15
_EXAMPLES = 300 if importlib.util.find_spec("atheris") else 3000
_settings = settings(max_examples=_EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("target", TARGETS)
def test_what_fuzzing_starts_from_is_good(target: str) -> None:
    for data in corpus(target):
        TARGETS[target](data)


@pytest.mark.slow
@pytest.mark.parametrize("target", TARGETS)
def test_mutations_of_the_cases_break_nothing(target: str) -> None:
    files = st.sampled_from(corpus(target))

    @_settings
    @given(st.lists(files, min_size=1, max_size=2), st.randoms(use_true_random=True), st.integers(1, 4))
    def mutations(start: list[bytes], random: Random, times: int) -> None:
        data = b"\n\n".join(start)
        for _ in range(times):
            data = mutated(data, target, random)
        TARGETS[target](data)

    mutations()


@pytest.mark.slow
@pytest.mark.parametrize("target", TARGETS)
def test_bytes_guided_by_coverage_break_nothing(target: str, tmp_path: Path) -> None:
    """The command for people, as they call it; without atheris it says what lacks."""
    command = [sys.executable, str(_RUN), target, str(tmp_path), "--seconds", str(_SECONDS), "--seed", "1"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_SECONDS * 8 + 60)
    if importlib.util.find_spec("atheris") is None:
        assert done.returncode == 2
        assert "memcon[fuzz]" in done.stderr
        return
    assert done.returncode == 0, done.stderr[-3000:]
    assert "stat::number_of_executed_units" in done.stderr
    assert not [path.name for path in tmp_path.iterdir() if "-" in path.name]
