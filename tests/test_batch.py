"""One function over many inputs: every output once and in order, few inputs under way, a death costs one input."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harness import interruptible
from memcon import batch
from memcon.batch import Task, cores, over, processes, run

DEADLY = frozenset({17, 60, 61, 130})


def double(numbers: Sequence[int]) -> list[int]:
    return [number * 2 for number in numbers]


def double_or_die(numbers: Sequence[int]) -> list[int]:
    if not DEADLY.isdisjoint(numbers):
        os.kill(os.getpid(), signal.SIGKILL)
    return double(numbers)


def lost(number: int) -> int:
    return -number


def mortal(numbers: Sequence[int]) -> list[int]:
    return [int(signal.getsignal(signal.SIGTERM) is signal.SIG_DFL) for _ in numbers]


def refuse(numbers: Sequence[int]) -> list[int]:
    raise LookupError(*numbers)


class Here(Executor):
    """An executor that does everything at once, here."""

    def submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(function(*args, **kwargs))
        except LookupError as error:
            future.set_exception(error)
        return future


@pytest.mark.parametrize("start", [Here, lambda: ThreadPoolExecutor(3), lambda: ProcessPoolExecutor(2)])
@pytest.mark.parametrize("count", [0, 1, 15, 16, 17, 1000])
def test_any_executor_gives_all_in_order(start: Callable[[], Executor], count: int) -> None:
    assert list(over(Task(double, lost), range(count), start, 4)) == [2 * n for n in range(count)]


@settings(deadline=None)
@given(st.lists(st.integers(0, 1 << 20), max_size=300), st.integers(1, 9))
def test_whatever_the_inputs_weigh(weights: list[int], ahead: int) -> None:
    task: Task[int, int] = Task(double, lost, weight=lambda number: number)
    assert list(over(task, weights, Here, ahead)) == [2 * n for n in weights]


def test_no_more_is_drawn_than_is_under_way() -> None:
    drawn = 0

    def inputs() -> Iterator[int]:
        nonlocal drawn
        for number in range(1, 10_001):
            drawn = number
            yield number

    for done, _ in enumerate(over(Task(double, lost), inputs(), Here, 4), start=1):
        assert drawn <= done + 5 * batch._LONGEST
    assert done == 10_000


def test_heavy_inputs_go_alone() -> None:
    chunks = list(batch.chunks([1, batch._HEAVIEST, 1, 1], lambda number: number, 16))
    assert chunks == [(1, batch._HEAVIEST), (1, 1)]


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_a_worker_that_dies_costs_its_input_alone(jobs: int) -> None:
    task = Task(double_or_die, lost)
    made = list(over(task, range(200), processes(task, jobs), 3 * jobs))
    assert made == [-n if n in DEADLY else 2 * n for n in range(200)]


def test_few_inputs_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "processes", None)
    assert list(run(Task(double, lost), [], 8)) == []
    assert list(run(Task(double, lost), range(batch._FEW), 8)) == [2 * n for n in range(batch._FEW)]
    assert list(run(Task(double, lost), range(1000), 1)) == [2 * n for n in range(1000)]


def test_many_inputs_do() -> None:
    pids = set(run(Task(_pid, lost), range(1000), 2))
    assert os.getpid() not in pids
    assert 1 <= len(pids) <= 2


def _pid(numbers: Sequence[int]) -> list[int]:
    return [os.getpid() for _ in numbers]


@pytest.mark.parametrize("start", [Here, lambda: ProcessPoolExecutor(2)])
def test_an_exception_is_a_bug_and_is_raised(start: Callable[[], Executor]) -> None:
    with pytest.raises(LookupError):
        list(over(Task(refuse, lost), range(100), start, 4))


def test_a_reader_that_goes_away_leaves_nothing_running() -> None:
    task = Task(double, lost)
    outputs = over(task, range(10_000), processes(task, 2), 6)
    assert next(outputs) == 0
    assert isinstance(outputs, Iterator)
    outputs.close()  # type: ignore[attr-defined]


def test_ctrl_c_ends_it_without_a_word_of_the_workers() -> None:
    code = (
        "import time\nfrom memcon.batch import Task, run\n"
        "def slow(numbers): time.sleep(0.01 * len(numbers)); return numbers\n"
        "try:\n for made in run(Task(slow, slow), range(100_000), 2): print(made, flush=True)\n"
        "except KeyboardInterrupt: print('\\ninterrupted')\n"
    )
    command = [sys.executable, "-c", code]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, text=True, start_new_session=True, stdout=pipe, stderr=pipe, preexec_fn=interruptible
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "0\n"
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (out.splitlines()[-1], err) == ("interrupted", "")


def test_workers_hear_no_handler_of_the_process_that_began_them() -> None:
    """By SIGTERM they are ended, also where the process itself tells of it."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        assert set(run(Task(mortal, lost), range(1000), 2)) == {1}
    finally:
        signal.signal(signal.SIGTERM, before)


def test_there_is_a_core() -> None:
    assert cores() >= 1
