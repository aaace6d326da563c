"""Make what is generated from memcon.odd and from the table of rules.

memcon.rng, .rnc, .xsd, .sch, and xml.xsd       the schemas
guide.json, guide.html                         the encoding guide
rules.html, ../docs/rules.md                   the reference of the rules

python schemas/build.py            writes them
python schemas/build.py --check    writes nothing; exit code 1 if one of them is not what would be written
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "src"))  # the rules of this checkout, not of a memcon that is installed

from memcon.reference.markdown import rules_as_markdown  # noqa: E402
from memcon.reference.rules_page import rules_as_html  # noqa: E402
from memcon.rules import RULES  # noqa: E402
from memcon.vocabularies import vocabularies  # noqa: E402
from odd import compact, guide, guide_page, relaxng, schematron, xsd  # noqa: E402
from odd.reader import read  # noqa: E402
from odd.xmltree import write  # noqa: E402


def built(source: Path) -> dict[str, bytes]:
    """Return the files built from the ODD at `source`, by name."""
    schema = read(source)
    grammar = relaxng.build(schema)
    described = guide.build(source, schema)
    return {
        "memcon.rng": write(grammar),
        "memcon.rnc": compact.build(grammar),
        "memcon.xsd": write(xsd.build(schema)),
        "xml.xsd": write(xsd.build_xml(schema)),
        "memcon.sch": write(schematron.build(schema)),
        "guide.json": guide.to_json(described),
        "guide.html": guide_page.build(described, vocabularies(), RULES.values()).encode(),
    }


def reference() -> dict[str, bytes]:
    """Return the reference of the rules, by the names of its files."""
    return {
        "rules.html": rules_as_html(RULES.values(), RULES).encode(),
        "../docs/rules.md": rules_as_markdown(RULES.values(), RULES).encode(),
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
    files = built(HERE / "memcon.odd") | reference()
    changed = stale(files, HERE)
    if arguments:
        for name in changed:
            print(f"{name} is not what would be built: run python schemas/build.py")
        return 1 if changed else 0
    for name in changed:
        (HERE / name).write_bytes(files[name])
        print(f"wrote {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
