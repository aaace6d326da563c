"""One function over many inputs, some at a time, on any concurrent.futures.Executor: in order, in bounded memory, and a
worker that dies costs only the input it died of."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

I = TypeVar("I")  # noqa: E741  # input
O = TypeVar("O")  # noqa: E741  # output

_FEW = 48  # inputs that are done sooner than processes are started
_LONGEST = 16  # inputs handed to another process at a time
_HEAVIEST = 1 << 18  # what they may weigh together
_AHEAD = 3  # chunks under way for each worker


@dataclass(frozen=True, slots=True)
class Task(Generic[I, O]):
    """What is done with inputs, some of them at a time: the outputs in the same order.

    `lost` makes the output for an input whose worker died; `weight` says how much it is to hand over; `prepare` is
    called once in each worker, and here before workers are forked. `together` is how many inputs are done at a time in
    this process: no more of them are asked for before there is an output.
    """

    function: Callable[[Sequence[I]], Sequence[O]]
    lost: Callable[[I], O]
    weight: Callable[[I], int] = lambda _input: 1
    prepare: Callable[[], object] = lambda: None
    together: int = 1


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def processes(task: Task[I, O], jobs: int) -> Callable[[], Executor]:
    """What starts `jobs` worker processes: forked after what they share was prepared here, where that is safe."""

    import multiprocessing  # what takes one process alone starts sooner without it
    import threading
    from concurrent.futures import ProcessPoolExecutor

    def start() -> Executor:
        if sys.platform == "linux" and threading.active_count() == 1:
            task.prepare()
            return ProcessPoolExecutor(jobs, multiprocessing.get_context("fork"), _begin, (task.prepare,))
        return ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _begin, (task.prepare,))

    return start


def _begin(prepare: Callable[[], object]) -> None:
    """A worker's first steps. Ctrl-C is for the process that gave it its work, which ends it with SIGTERM."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    prepare()


def run(task: Task[I, O], inputs: Iterable[I], jobs: int) -> Iterator[O]:
    """The outputs in the order of the inputs, by up to `jobs` processes; few inputs are done in this one."""
    remaining = iter(inputs)
    first = list(islice(remaining, _FEW + 1)) if jobs > 1 else []
    if len(first) <= _FEW:
        return chain.from_iterable(map(task.function, chunks(chain(first, remaining), task.weight, task.together)))
    return over(task, chain(first, remaining), processes(task, jobs), jobs * _AHEAD)


def over(task: Task[I, O], inputs: Iterable[I], start: Callable[[], Executor], ahead: int) -> Iterator[O]:
    """The outputs in the order of the inputs, from the executors that `start` makes: one, and another for each that
    breaks. At most `ahead` chunks of inputs are under way, however many there are."""
    from concurrent.futures import BrokenExecutor

    waiting = chunks(inputs, task.weight, _LONGEST)
    under_way: deque[tuple[tuple[I, ...], Future[Sequence[O]]]] = deque()
    executor = start()
    try:
        while True:
            for chunk in islice(waiting, ahead - len(under_way)):
                under_way.append((chunk, _submitted(executor, task.function, chunk)))
            if not under_way:
                return
            chunk, future = under_way.popleft()
            try:
                outputs = future.result()
            except BrokenExecutor:
                executor.shutdown(wait=True)
                suspects = [chunk, *(other for other, _ in under_way)]
                under_way.clear()
                for suspect in suspects:
                    yield from _one_by_one(task, suspect, start)
                executor = start()
            else:
                yield from outputs
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def _submitted(
    executor: Executor, function: Callable[[Sequence[I]], Sequence[O]], chunk: tuple[I, ...]
) -> Future[Sequence[O]]:
    """A chunk on its way; on an executor that broke meanwhile, a future that says so."""
    from concurrent.futures import BrokenExecutor, Future

    try:
        return executor.submit(function, chunk)
    except BrokenExecutor as error:
        broken: Future[Sequence[O]] = Future()
        broken.set_exception(error)
        return broken


def _one_by_one(task: Task[I, O], chunk: Sequence[I], start: Callable[[], Executor]) -> Iterator[O]:
    """The outputs of inputs one of which killed a worker: each alone, so that it shows which."""
    from concurrent.futures import BrokenExecutor

    executor = start()
    try:
        for item in chunk:
            try:
                yield from executor.submit(task.function, (item,)).result()
            except BrokenExecutor:
                yield task.lost(item)
                executor.shutdown(wait=True)
                executor = start()
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def chunks(inputs: Iterable[I], weight: Callable[[I], int], longest: int) -> Iterator[tuple[I, ...]]:
    """The inputs, up to `longest` at a time; fewer where they weigh too much together."""
    chunk: list[I] = []
    total = 0
    for item in inputs:
        chunk.append(item)
        total += weight(item)
        if len(chunk) >= longest or total >= _HEAVIEST:
            yield tuple(chunk)
            chunk, total = [], 0
    if chunk:
        yield tuple(chunk)
