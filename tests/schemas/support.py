"""What the tests of the schemas share: the paths, the engines."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import xmlschema
from lxml import etree

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]
SCHEMAS = REPOSITORY / "schemas"
SHARED = REPOSITORY.parent / "shared"
VALID = sorted((HERE / "valid").glob("*.xml"))
INVALID = sorted((HERE / "invalid").glob("*.xml"))


def parse(source: Path | str) -> etree._ElementTree:
    """Return a file, or a string of XML, as a tree; a double xml:id is no error here."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, collect_ids=False)
    if isinstance(source, Path):
        return etree.parse(source, parser)
    return etree.ElementTree(etree.fromstring(source.encode(), parser))


@dataclass(frozen=True)
class Engines:
    """Our schemas in three engines; each call says which of them accept a document."""

    relaxng: etree.RelaxNG
    xsd: etree.XMLSchema
    python: xmlschema.XMLSchema

    def verdicts(self, document: etree._ElementTree) -> dict[str, bool]:
        return {
            "libxml2 RELAX NG": self.relaxng.validate(document),
            "libxml2 XSD": self.xsd.validate(document),
            "xmlschema": self.python.is_valid(cast(Any, document)),  # lxml's trees will do,
        }

    def fast(self, document: etree._ElementTree) -> bool:
        """Say whether libxml2's XSD accepts a document; the others take a hundred times as long."""
        return self.xsd.validate(document)

    def complaints(self) -> str:
        """Return what the two libxml2 engines said last."""
        return f"{self.relaxng.error_log.last_error}\n{self.xsd.error_log.last_error}"


@dataclass(frozen=True)
class Jing:
    """James Clark's validator, as a program."""

    program: str

    def rejected(self, schema: Path, files: Iterable[Path]) -> set[str]:
        """Return the names of the files that jing finds invalid."""
        names = [str(file) for file in files]
        syntax = ["-c"] if schema.suffix == ".rnc" else []
        done = subprocess.run([self.program, *syntax, str(schema), *names], capture_output=True, text=True, check=False)
        said = [line for line in done.stdout.splitlines() if ": error:" in line or ": fatal:" in line]
        assert said or done.returncode == 0, done.stdout + done.stderr
        return {Path(line.split(".xml:")[0] + ".xml").name for line in said}
