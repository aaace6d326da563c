"""How well memcon reads transcripts it has not seen: the figures of the reference scorers, as one table.

    python tests/benchmarks/genre.py

The transcripts, their gold answers and the scorers lie beside the checkout, in shared/genre; they are no part of the
project. Without them the command says so and does nothing.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from memcon.conversion import convert

GENRE = Path(__file__).resolve().parents[3] / "shared" / "genre"
STYLES = ("txt", "md", "wrap")


def main() -> None:
    """Print the tables."""
    if not GENRE.is_dir():
        print("skipped: there is no shared/genre beside the checkout, with transcripts, gold and scorers")
        return
    with tempfile.TemporaryDirectory() as folder:
        scores = {style: frus(style, Path(folder) / style) for style in STYLES}
        print(f"{'FRUS, 44 documents':<24}" + "".join(f"{style:>9}" for style in STYLES))
        for measure in scores["txt"]:
            print(f"{measure:<24}" + "".join(f"{scores[style].get(measure, 0.0):>9.4f}" for style in STYLES))
        print("\nwild, 20 documents")
        converted(GENRE / "wild" / "texts", Path(folder) / "wild")
        print(scored(GENRE / "wild" / "score_wild.py", Path(folder) / "wild"))


def frus(style: str, out: Path) -> dict[str, float]:
    """The figures for one style of the FRUS documents."""
    converted(GENRE / "frus" / style, out)
    lines = scored(GENRE / "frus" / "score.py", out).splitlines()
    found = json.loads(next(line for line in lines if line.startswith("{")))
    return {key: value for key, value in found.items() if isinstance(value, float)}


def converted(source: Path, out: Path) -> None:
    """Convert every file of a folder, as `memcon convert` would."""
    out.mkdir(parents=True)
    for path in sorted(source.iterdir()):
        for document in convert(path.read_bytes(), path.name).value or ():
            (out / f"{document.identifier}.xml").write_bytes(document.data)


def scored(scorer: Path, out: Path) -> str:
    """What a scorer prints."""
    return subprocess.run([sys.executable, str(scorer), str(out)], capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    main()
