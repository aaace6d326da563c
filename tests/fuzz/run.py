"""Coverage-guided fuzzing of a target, with atheris (`pip install 'memcon[fuzz]'`).

    python tests/fuzz/run.py transcript --seconds 600 [folder]
    python tests/fuzz/run.py tei --seconds 600 [folder]

It starts from the test cases; what it finds new is kept in the folder where one is given, and started from the next
time. It ends with 0 where nothing was found; what breaks a target is written to crash-* (or timeout-*, oom-*) in the
folder, and `python tests/fuzz/run.py transcript --file crash-...` repeats it.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import resource
import sys
import tempfile
from pathlib import Path
from random import Random

_ROOT = Path(__file__).resolve().parents[2]
_LONGEST = 1 << 14  # bytes of an input: what is quadratic shows, and most runs are short
_SLOWEST = 30  # seconds for one input
_LARGEST = 2048  # megabytes more than at the start
_BY_LINES = 0.7  # of the mutations; the others are libFuzzer's


def _largest() -> int:
    """The limit in megabytes. libFuzzer looks at the peak of the process, and Linux hands on that of whoever started
    it."""
    return _LARGEST + resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """Read the command line and fuzz."""
    parser = argparse.ArgumentParser(description="fuzz a target with atheris")
    parser.add_argument("target", choices=("transcript", "tei"))
    parser.add_argument("folder", nargs="?", type=Path, help="where inputs are kept between runs")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=0, help="0: another one each time")
    parser.add_argument("--file", type=Path, help="run this input alone")
    given = parser.parse_intermixed_args()
    sys.path[:0] = [str(_ROOT / "src"), str(_ROOT / "tests")]
    if given.file:
        importlib.import_module("fuzz.targets").TARGETS[given.target](given.file.read_bytes())
        return
    with tempfile.TemporaryDirectory() as scratch:
        _fuzz(given.target, given.folder or Path(scratch) / "kept", Path(scratch), given.seconds, given.seed)


def _fuzz(target: str, folder: Path, scratch: Path, seconds: int, seed: int) -> None:
    if importlib.util.find_spec("atheris") is None:
        sys.exit(_lacking())
    atheris = importlib.import_module("atheris")  # no types are published for it
    with atheris.instrument_imports(include=["memcon"], enable_loader_override=False):
        targets = importlib.import_module("fuzz.targets")
    folder.mkdir(parents=True, exist_ok=True)
    start = scratch / "start"
    start.mkdir()
    for number, data in enumerate(targets.corpus(target)):
        (start / f"{number:03}").write_bytes(data)

    def mutate(data: bytes, most: int, number: int) -> bytes:
        random = Random(number)
        if random.random() > _BY_LINES:
            made: bytes = atheris.Mutate(data, most)
            return made
        changed: bytes = targets.mutated(data, target, random)
        return changed[:most]

    options = [
        f"-max_total_time={seconds}", f"-max_len={_LONGEST}", f"-timeout={_SLOWEST}", f"-rss_limit_mb={_largest()}",
        f"-artifact_prefix={folder}/", f"-seed={seed}", "-print_final_stats=1",
    ]  # fmt: skip
    atheris.Setup([sys.argv[0], *options, str(folder), str(start)], targets.TARGETS[target], custom_mutator=mutate)
    atheris.Fuzz()


def _lacking() -> int:
    sys.stderr.write("atheris is not installed: pip install 'memcon[fuzz]'\n")
    return 2


if __name__ == "__main__":
    main()
