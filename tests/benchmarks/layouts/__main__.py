"""How well memcon reads layouts it has not seen: the memoranda of the genre printed again in other layouts.

    PYTHONPATH=tests python -m benchmarks.layouts [--misses] [--only WORDS] [--show DOCUMENT] [--data FOLDER]
    PYTHONPATH=tests python -m benchmarks.layouts --combined NUMBER [--seed NUMBER] [--only "ONE + OTHER"] [...]

The transcripts, their gold answers and the scorer lie beside the checkout, in shared/genre/frus; they are no part of
the project. Without them the command says so and does nothing.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path

from benchmarks.layouts.memoranda import Memo, memo
from benchmarks.layouts.scoring import Counts, Miss, scored, scorer, total
from benchmarks.layouts.table import Layout, combinations, layout_named, layouts

FRUS = Path(__file__).resolve().parents[4] / "shared" / "genre" / "frus"
COLUMNS = {
    "documents": "one", "turns": "turns", "speaker": "spkr", "who_identity": "who", "initials_resolved": "init",
    "date": "date", "time_start": "time", "place": "place", "title": "title", "participants": "people",
    "redactions": "redac", "omissions": "omiss", "footnotes": "notes", "source_note": "srce",
    "text_recall": "recall", "text_precision": "prec",
}  # fmt: skip


def main() -> None:
    """Print the table."""
    options = _options()
    if not options.data.is_dir():
        print(f"skipped: there is no {options.data} with transcripts, gold and scorer")
        return
    chosen = _chosen(options)
    if options.show:
        _show(options.data, chosen, options.show)
        return
    print(f"{'layout':<42}{'n':>3}" + "".join(f"{short:>7}" for short in COLUMNS.values()))
    known = set(result(options.data, "as it is")[1])
    with ProcessPoolExecutor(2) as pool:
        results = pool.map(partial(result, options.data), [layout.name for layout in chosen])
        for layout, (counts, misses) in zip(chosen, results, strict=True):
            print(_row(layout, counts), flush=True)
            if options.misses:
                print(*(f"    {miss}" for miss in misses if miss not in known or layout.name == "as it is"), sep="\n")


def _chosen(options: argparse.Namespace) -> list[Layout]:
    """The layouts that are asked for; names with a plus are combined."""
    if " + " in options.only:
        return [layout_named(options.only)]
    names = combinations(options.combined, options.seed) if options.combined else [each.name for each in layouts()]
    return [layout_named(name) for name in names if options.only.casefold() in name.casefold()]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Figures for memoranda printed again in other layouts.")
    parser.add_argument(
        "--misses", action="store_true", help="list each miss that the transcript as it is does not have"
    )
    parser.add_argument("--only", default="", metavar="WORDS", help="only layouts whose name has these words")
    parser.add_argument("--combined", type=int, default=0, metavar="NUMBER", help="so many layouts that combine others")
    parser.add_argument("--seed", type=int, default=1, metavar="NUMBER", help="which ones")
    parser.add_argument("--show", metavar="DOCUMENT", help="print this memorandum in the layouts instead")
    parser.add_argument("--data", type=Path, default=FRUS, metavar="FOLDER", help="txt, gold and score.py")
    return parser.parse_args()


def result(data: Path, name: str) -> tuple[list[Counts], list[Miss]]:
    """The counts of each memorandum that suits a layout, and all misses."""
    layout = layout_named(name)
    module = scorer(data / "score.py")
    counts, misses = [], []
    for sheet in filter(None, (layout.sheet(found) for found in memoranda(data))):
        count, missed = scored(module, sheet.data, sheet.name, sheet.gold, sheet.furniture)
        counts.append({k: v for k, v in count.items() if k not in layout.without})
        misses += [miss for miss in missed if miss.metric not in layout.without]
    return counts, misses


@cache
def memoranda(data: Path) -> tuple[Memo, ...]:
    """The memoranda of the genre."""
    return tuple(_memoranda(data))


def _memoranda(data: Path) -> Iterator[Memo]:
    for path in sorted((data / "txt").iterdir()):
        gold = json.loads((data / "gold" / f"{path.stem}.json").read_text("utf-8"))
        yield memo(path.stem, path.read_text("utf-8"), gold)


def _row(layout: Layout, counts: list[Counts]) -> str:
    figures = total(counts)
    cells = (f"{figures[metric]:>7.3f}" if metric in figures else f"{'-':>7}" for metric in COLUMNS)
    return f"{layout.name:<42}{len(counts):>3}" + "".join(cells)


def _show(data: Path, chosen: list[Layout], document: str) -> None:
    for layout in chosen:
        for found in memoranda(data):
            sheet = layout.sheet(found) if document in found.identifier else None
            if sheet is not None:
                print(f"======== {layout.name}: {sheet.name}")
                print(sheet.data.decode("utf-8", "replace"))


if __name__ == "__main__":
    main()
