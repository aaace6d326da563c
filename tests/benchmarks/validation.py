"""How long validation takes, beside its peers: lxml, Jing, the xmlschema package; and what processes and cache save.

    python tests/benchmarks/validation.py [--files N] [--jobs N]

The corpus is the edition in tei/, multiplied under other identifiers in a temporary folder. Everything is measured in
one run, in turn, several times over; medians are printed. Seconds are those of processors, of all processes that were
started, so that other work on the machine counts little; beside them those of the clock.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import xmlschema
from lxml import etree

from memcon.checking import AllLinked, Linked, check_all, check_between
from memcon.tei.parsing import Tree, parse_tei
from memcon.tei.serialising import serialise, sign, stamped
from memcon.validation import compile_schemas, validate
from memcon.validation.places import Source
from memcon.validation.schema import check_schema
from memcon.validation.schematron import check_schematron
from memcon.validation.survey import Survey

ROOT = Path(__file__).resolve().parents[2]
TEI, SCHEMAS = ROOT / "tei", ROOT / "schemas"
ROUNDS = 5
SOME = 300
THOUSAND = 1000
TOGETHER = 16
BYTECODE = tempfile.TemporaryDirectory(prefix="memcon-")


@dataclass(frozen=True)
class Taken:
    """Seconds that something took: of processors, and of the clock."""

    cpu: float
    clock: float


def main() -> None:
    """Print the tables."""
    options = argparse.ArgumentParser()
    options.add_argument("--files", type=int, default=10_000)
    options.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    options.add_argument("--memory", help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.memory:
        return print(peak(Path(given.memory)))
    with tempfile.TemporaryDirectory(prefix="memcon-") as folder:
        corpus = Path(folder) / "corpus"
        multiplied(corpus, given.files)
        multiplied(Path(folder) / "some", SOME)
        levels(Path(folder) / "some")
        peers(corpus)
        again(corpus, Path(folder) / "cache")
        batches(corpus, given.jobs)
        memory(corpus, Path(folder) / "fewer")
    return None


MEMCON = [sys.executable, "-c", """
import sys
sys.modules["rnc2rng"] = None  # lxml loads it where it is installed, which is for the tests alone, and takes 50 ms
from memcon.cli import main
main(prog_name="memcon")
""", "validate"]  # fmt: skip


def multiplied(folder: Path, count: int) -> None:
    """The edition `count` files long: each memorandum again and again, under identifiers of its own, and signed; each
    time the edition is through, its transcripts are there under another name."""
    (folder / "transcripts").mkdir(parents=True)
    shutil.copy(TEI / "persons.xml", folder)
    transcripts = sorted((TEI / "transcripts").iterdir())
    sources = [(path.stem, path.read_text("utf-8")) for path in sorted(TEI.glob("1*.xml"))]
    for number in range(count):
        stem, text = sources[number % len(sources)]
        turn = f"-{number // len(sources):05}"
        for other, _ in sources:
            text = text.replace(other, f"{other}{turn}")
        for path in transcripts:
            text = text.replace(path.name, f"{path.stem}{turn}{path.suffix}")
            if number % len(sources) == 0:
                shutil.copy(path, folder / "transcripts" / f"{path.stem}{turn}{path.suffix}")
        name = f"{stem}{turn}"
        tree = _parsed(text.encode(), name)
        sign(tree)
        (folder / f"{name}.xml").write_bytes(stamped(serialise(tree)))


def the_first(corpus: Path, count: int) -> list[str]:
    """So many memoranda of the corpus, turn by turn: of each transcript there are all."""
    return sorted(map(str, corpus.glob("1*.xml")), key=lambda path: Path(path).stem[-5:])[:count]


def levels(corpus: Path) -> None:
    """What each level of validation takes, against the floor: lxml parsing the same files, one after the other."""
    data = {path: _read(path) for path in the_first(corpus, SOME)}
    files = [(each, path) for path, each in data.items()]
    sources = [Source(_parsed(data, path), data, path) for data, path in files]
    trees: list[Any] = [source.tree for source in sources]  # supported, though not by the package's annotations
    package = xmlschema.XMLSchema(str(SCHEMAS / "memcon.xsd"), allow="local", defuse="always")
    jobs: dict[str, Callable[[], object]] = {
        "lxml parses": lambda: _parsed_all(files),
        "schema: grammar": lambda: [check_schema(source) for source in sources],
        "schema: rules (Schematron)": lambda: [check_schematron(Survey(source)) for source in sources],
        "validate one by one, without links": lambda: [validate(data, path) for data, path in files],
        "all levels, links and proof included": lambda: _checked(data, data.__getitem__, 1),
        "the xmlschema package": lambda: [package.is_valid(tree) for tree in trees],
    }
    targets = {"schema: grammar": "4", "all levels, links and proof included": "20"}
    compile_schemas()
    taken = in_turn(jobs, ROUNDS)
    floor = taken["lxml parses"].cpu
    print(f"{f'{len(files)} memoranda':<44}{'median':>10}{'of the parse':>14}{'target':>9}")
    for name, each in taken.items():
        print(f"{name:<44}{each.cpu * 1000:>7.1f} ms{each.cpu / floor:>13.1f}x{targets.get(name, ''):>9}")
    ratio = taken["the xmlschema package"].cpu / taken["schema: grammar"].cpu
    print(f"{'the xmlschema package, of our grammar check':<44}{'':>10}{ratio:>13.1f}x{'50':>9}\n")


def _parsed_all(files: Iterable[tuple[bytes, str]]) -> None:
    for data, _ in files:
        etree.fromstring(data)


def peers(corpus: Path) -> None:
    """Whole programs: memcon and Jing, each started anew, over one file and over a thousand."""
    jing = shutil.which("jing")
    if jing is None:
        return print("jing is not installed\n")
    files = the_first(corpus, THOUSAND)
    grammar = str(SCHEMAS / "memcon.rng")
    memcon = [*MEMCON, "-q", "--no-cache", "-j", "1"]
    own = [sys.executable, "-c", _GRAMMAR, str(SCHEMAS / "memcon.xsd")]
    for some, target in ((files[:1], "4"), (files, "2")):
        jobs = {
            "jing, grammar": [jing, grammar, *some],
            "our grammar by lxml, in a script": [*own, *some],
            "memcon validate --schema, grammar": [*memcon, "--schema", grammar, *some],
            "memcon validate, all levels": [*memcon, *some],
        }
        taken = in_turn({name: partial(_called, command) for name, command in jobs.items()}, 5)
        theirs = taken["jing, grammar"]
        print(
            f"{f'{len(some)} file(s), program against program':<44}{'cpu':>10}{'clock':>10}{'faster':>9}{'target':>9}"
        )
        for name, each in taken.items():
            faster = f"{theirs.cpu / each.cpu:.1f}x"
            print(
                f"{name:<44}{each.cpu:>8.2f} s{each.clock:>8.2f} s{faster:>9}{target if '--schema' in name else '':>9}"
            )
        print()
    return None


_GRAMMAR = """
import sys
from lxml import etree
schema = etree.XMLSchema(etree.parse(sys.argv[1]))
for path in sys.argv[2:]:
    schema.validate(etree.parse(path))
"""


def again(corpus: Path, cache: Path) -> None:
    """What the cache saves over a thousand files: the whole program, a first and a second time."""
    files = [str(corpus / "persons.xml"), *the_first(corpus, THOUSAND)]
    command = [*MEMCON, "-q", "-j", "1", "--cache-dir", str(cache), *files]
    firsts, seconds = [], []
    for _ in range(3):
        shutil.rmtree(cache, ignore_errors=True)
        firsts.append(taken_by(partial(_called, command)))
        seconds.append(taken_by(partial(_called, command)))
    first, second = _median_of(firsts), _median_of(seconds)
    print(f"{f'memcon validate, {len(files)} files':<44}{'cpu':>10}{'clock':>10}{'':>18}")
    print(f"{'first run with a cache':<44}{first.cpu:>8.2f} s{first.clock:>8.2f} s")
    print(f"{'second run':<44}{second.cpu:>8.2f} s{second.clock:>8.2f} s")
    print(f"{'  of the first':<44}{second.cpu / first.cpu:>9.1%}{second.clock / first.clock:>10.1%}{'':>9}{'10%':>9}\n")


def batches(corpus: Path, jobs: int) -> None:
    """What more processes save on many files."""
    paths = sorted(map(str, corpus.glob("*.xml")))
    alone = taken_by(lambda: _checked(paths, _read, 1))
    together = taken_by(lambda: _checked(paths, _read, jobs))
    print(f"{f'{len(paths)} files':<44}{'cpu':>10}{'clock':>10}{'':>18}")
    print(f"{'one process':<44}{alone.cpu:>8.2f} s{alone.clock:>8.2f} s")
    lost, gained = alone.cpu / together.cpu, alone.clock / together.clock / jobs
    print(f"{f'{jobs} processes':<44}{together.cpu:>8.2f} s{together.clock:>8.2f} s")
    print(f"{'  efficiency, by processor and by the clock':<44}{lost:>9.0%}{gained:>10.0%}{'':>9}{'80%':>9}\n")


def _checked(paths: Iterable[str], read: Callable[[str], bytes], jobs: int) -> None:
    """All levels over all files, as many at a time as `memcon validate` takes."""
    links = AllLinked()
    for each in check_all(paths, read, prepare=compile_schemas, jobs=jobs, together=TOGETHER):
        if each.links is not None:
            links.append(Linked(each.path, each.links))
    list(check_between(links, None))


def _read(path: str) -> bytes:
    return Path(path).read_bytes()


def memory(corpus: Path, fewer: Path) -> None:
    """The most memory that a run takes, over all files and over a tenth of them."""
    fewer.mkdir()
    paths = sorted(corpus.glob("*.xml"))
    for path in paths[:: max(1, len(paths) // THOUSAND)]:
        (fewer / path.name).symlink_to(path)
    print(f"{'memory at its most':<44}{'files':>10}{'MB':>10}")
    for folder in (fewer, corpus):
        count = len(list(folder.glob("*.xml")))
        done = subprocess.run(
            [sys.executable, __file__, "--memory", folder], capture_output=True, text=True, check=True
        )
        print(f"{'':<44}{count:>10}{int(done.stdout) / 1024:>10.0f}")


def peak(folder: Path) -> int:
    """The most memory, in kilobytes, that this process takes to check a folder by one process, links included."""
    paths = sorted(map(str, folder.glob("*.xml")))
    _checked(paths, _read, 1)
    status = Path("/proc/self/status")
    if status.is_file():  # what getrusage says begins with what the process had that started this one
        return int(status.read_text().partition("VmHWM:")[2].split()[0])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def in_turn(jobs: dict[str, Callable[[], object]], rounds: int) -> dict[str, Taken]:
    """The medians of what each job takes, after a first time that does not count."""
    times: dict[str, list[Taken]] = {name: [] for name in jobs}
    for number in range(rounds + 1):
        for name, job in jobs.items():
            taken = taken_by(job)
            if number:
                times[name].append(taken)
    return {name: _median_of(each) for name, each in times.items()}


def _median_of(times: Sequence[Taken]) -> Taken:
    return Taken(statistics.median(each.cpu for each in times), statistics.median(each.clock for each in times))


def taken_by(job: Callable[[], object]) -> Taken:
    """What a job takes once, the processes that it starts and awaits included."""
    before, start = _processor(), time.perf_counter()
    job()
    return Taken(_processor() - before, time.perf_counter() - start)


def _processor() -> float:
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def _called(command: list[str]) -> None:
    """Run a program. Its bytecode is kept, as that of an installed package is."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {**kept, "PYTHONPATH": str(ROOT / "src"), "PYTHONPYCACHEPREFIX": BYTECODE.name}
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert done.returncode in (0, 1), done.stderr


def _parsed(data: bytes, path: str) -> Tree:
    tree = parse_tei(data, path).value
    assert tree is not None, path
    return tree


if __name__ == "__main__":
    main()
