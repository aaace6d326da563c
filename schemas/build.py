"""Make memcon.rng, memcon.rnc, memcon.xsd, xml.xsd and memcon.sch from memcon.odd.

python schemas/build.py            writes them beside the ODD
python schemas/build.py --check    writes nothing; exit code 1 if one of them is not what the ODD makes
"""

from __future__ import annotations

import sys
from pathlib import Path

from odd import compact, relaxng, schematron, xsd
from odd.reader import read
from odd.xmltree import write

HERE = Path(__file__).resolve().parent


def built(source: Path) -> dict[str, bytes]:
    """Return the built files, by name, for the ODD at `source`."""
    schema = read(source)
    grammar = relaxng.build(schema)
    return {
        "memcon.rng": write(grammar),
        "memcon.rnc": compact.build(grammar),
        "memcon.xsd": write(xsd.build(schema)),
        "xml.xsd": write(xsd.build_xml(schema)),
        "memcon.sch": write(schematron.build(schema)),
    }


def stale(files: dict[str, bytes], folder: Path) -> list[str]:
    """Return the names of the files in `folder` that are missing or differ."""
    return [name for name, data in files.items() if not _holds(folder / name, data)]


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data


def main(arguments: list[str]) -> int:
    """Build, or with --check compare; return the exit code."""
    if arguments not in ([], ["--check"]):
        print(__doc__)
        return 2
    files = built(HERE / "memcon.odd")
    changed = stale(files, HERE)
    if arguments:
        for name in changed:
            print(f"{name} is not what memcon.odd makes: run python schemas/build.py")
        return 1 if changed else 0
    for name in changed:
        (HERE / name).write_bytes(files[name])
        print(f"wrote {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
