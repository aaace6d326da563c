"""How long the main job takes, against the floor: lxml parsing the TEI that it writes.

    python tests/benchmarks/speed.py

One run measures everything, in turn, several times over; the medians and their ratios are printed.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from lxml import etree

from memcon.conversion import convert
from memcon.editions import load_edition
from memcon.tei.parsing import parse_tei
from memcon.transformers.html import to_html
from memcon.transformers.text import to_text
from memcon.validation import validate

TEI = Path(__file__).resolve().parents[2] / "tei"
ROUNDS = 7


def main() -> None:
    """Print the table."""
    settings = load_edition(TEI / "edition.toml", TEI).value
    transcripts = [(p.read_bytes(), p.name) for p in sorted((TEI / "transcripts").iterdir())]
    files = [(p.read_bytes(), str(p)) for p in sorted(TEI.glob("1*.xml"))]
    trees = [tree for data, path in files if (tree := parse_tei(data, path).value) is not None]
    jobs: dict[str, Callable[[], object]] = {
        "lxml parses the fifteen files": lambda: [etree.fromstring(data) for data, _ in files],
        "convert (proof and validation included)": lambda: [
            convert(data, name, settings) for data, name in transcripts
        ],
        "validate": lambda: [validate(data, path) for data, path in files],
        "render to HTML": lambda: [to_html(tree) for tree in trees],
        "render to text": lambda: [to_text(tree) for tree in trees],
    }
    first = {name: measured(job) for name, job in jobs.items()}  # schemas and style sheets are compiled here
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(ROUNDS):
        for name, job in jobs.items():
            times[name].append(measured(job))
    floor = statistics.median(times["lxml parses the fifteen files"])
    print(f"{'fifteen memoranda':<42}{'first':>9}{'median':>9}{'ratio':>8}")
    for name, found in times.items():
        median = statistics.median(found)
        print(f"{name:<42}{first[name] * 1000:>6.0f} ms{median * 1000:>6.1f} ms{median / floor:>7.1f}x")
    for name, code in (("memcon --version", "-m memcon --version"), ("python -c 'import click'", "-c 'import click'")):
        command = [sys.executable, *(["-m", "memcon", "--version"] if "memcon" in code else ["-c", "import click"])]
        found = [measured(partial(subprocess.run, command, capture_output=True, check=True)) for _ in range(ROUNDS)]
        print(f"{name:<42}{'':>9}{statistics.median(found) * 1000:>6.0f} ms")


def measured(job: Callable[[], object]) -> float:
    """Seconds that the job takes once."""
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
