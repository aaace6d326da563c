"""Jing as a second engine: RELAX NG, and Schematron where its Saxon is there, over many files in one Java machine.

Jing reads copies of the files with names that no locale can spoil, and its findings are led back to the elements. What
it says of an assertion has no place: so the rules it is given say by themselves which element it is.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import as_file
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree

from memcon.diagnostics import Diagnostic, Location, in_order
from memcon.resources import schema_file
from memcon.rules import rule
from memcon.tei.parsing import parse, parse_tei
from memcon.validation.places import Source

_SCH = "{http://purl.oclc.org/dsdl/schematron}"
_LINE = re.compile(r"(?:.*/)?(?P<name>\d{6}\.xml):(?P<line>-?\d+):(?P<column>-?\d+): (?P<kind>\w+): (?P<words>.*)")
_ASSERTED = re.compile(r"\s*file:\S*?(?P<name>\d{6}\.xml)\|(?P<number>\d+)\|\s*(?P<words>.*)")
_NAMED = re.compile(r'element "(?:[^":]*:)?([^"]+)"')
_MOST = 25  # findings per file, as with the engine of our own


class JingError(Exception):
    """Jing could not be run, or gave up: what it said."""


@dataclass(frozen=True, slots=True)
class Jing:
    """Jing, as the program of that name, with the schema at `schema` or, where there is none, memcon's own."""

    program: str
    schema: str = ""

    def check(self, documents: Sequence[tuple[str, bytes]]) -> tuple[tuple[Diagnostic, ...], ...]:
        """What Jing says of each document (path and bytes): MC404 where the grammar does not allow something; MC405
        where an assertion does not hold, asked where the grammar allows all. Raises JingError."""
        found: list[list[Diagnostic]] = [[] for _ in documents]
        with TemporaryDirectory(prefix="memcon-") as folder:
            sources = {}
            for number, (path, data) in enumerate(documents):
                outcome = parse(data, path) if self.schema else parse_tei(data, path)
                found[number] += outcome.diagnostics
                if outcome.value is not None:
                    sources[f"{number:06}.xml"] = Source(outcome.value, data, path)
                    (Path(folder) / f"{number:06}.xml").write_bytes(data)
            for name, finding in self._findings(Path(folder), sources):
                if len(found[int(name[:6])]) < _MOST:
                    found[int(name[:6])].append(finding)
        return tuple(map(in_order, found))

    def _findings(self, folder: Path, sources: dict[str, Source]) -> Iterator[tuple[str, Diagnostic]]:
        if self.schema:
            yield from self._by(_prepared(Path(self.schema), folder), folder, sources)
            return
        with as_file(schema_file("memcon.rng")) as grammar:
            grammatical = list(self._by(grammar, folder, sources))
        yield from grammatical
        wrong = {name for name, _ in grammatical}
        with as_file(schema_file("memcon.sch")) as rules:
            right = {name: source for name, source in sources.items() if name not in wrong}
            yield from self._by(_prepared(rules, folder), folder, right)

    def _by(self, schema: Path, folder: Path, sources: dict[str, Source]) -> Iterator[tuple[str, Diagnostic]]:
        """What Jing says by a schema. A file that it cannot read ends a run of it: another begins behind."""
        names = list(sources)
        while names:
            lines = self._run(schema, [folder / name for name in names])
            names, before = [], names
            for line in lines:
                if match := _ASSERTED.match(line):
                    yield match["name"], _asserted(sources[match["name"]], int(match["number"]), match["words"])
                elif (match := _LINE.match(line)) and match["name"] in sources:
                    yield match["name"], _grammatical(sources[match["name"]], match)
                    if match["kind"] == "fatal":
                        names = before[before.index(match["name"]) + 1 :]

    def _run(self, schema: Path, files: Iterable[Path]) -> list[str]:
        options = ["-c"] if schema.suffix == ".rnc" else []
        try:
            done = subprocess.run(
                [self.program, *options, str(schema), *map(str, files)], capture_output=True, check=False
            )
        except OSError as error:
            raise JingError(f"{self.program} cannot be run: {error.strerror}") from error
        lines = done.stdout.decode("utf-8", "replace").splitlines()
        if done.returncode not in (0, 1) or (done.returncode and not any(map(_is_finding, lines))):
            said = [*lines, *done.stderr.decode("utf-8", "replace").splitlines()]
            raise JingError(next((line for line in said if "warning" not in line), "jing gave up without a word"))
        return lines


def _is_finding(line: str) -> bool:
    return bool(_ASSERTED.match(line) or _LINE.match(line))


def _prepared(schema: Path, folder: Path) -> Path:
    """The schema as Jing is given it: one in Schematron says with each assertion which element of which file it is."""
    try:
        tree = parse(schema.read_bytes(), str(schema)).value
    except OSError:
        tree = None
    if tree is None or not str(tree.getroot().tag).startswith(_SCH):
        return schema  # a grammar, in Jing's compact syntax too
    for check in tree.iter(_SCH + "assert", _SCH + "report"):
        place = "concat(base-uri(/), '|', count(preceding::*) + count(ancestor::*), '| ')"
        said = etree.Element(_SCH + "value-of", select=place)
        said.tail, check.text = check.text, None
        check.insert(0, said)
    prepared = folder / "schema.sch"
    prepared.write_bytes(etree.tostring(tree, encoding="utf-8"))
    return prepared


def _asserted(source: Source, number: int, words: str) -> Diagnostic:
    elements = list(source.tree.iter(etree.Element))
    return source.finding("MC405", " ".join(words.split()), elements[min(number, len(elements) - 1)])


def _grammatical(source: Source, match: re.Match[str]) -> Diagnostic:
    """MC404 at the element that is meant: the last of the name that begins before the place, which is that of the end
    of a tag. What Xerces cannot even read is MC401."""
    words, place = match["words"], (int(match["line"]), int(match["column"]))
    if match["kind"] == "fatal":
        return Diagnostic(rule("MC401"), words, Location(source.path, max(place[0], 1), max(place[1], 1)))
    message, _, expected = words.partition("; expected ")
    named = _NAMED.search(message)
    element = source.before(*place, named[1] if named else "")
    return source.finding("MC404", message, element, f"expected: {expected}" if expected else "")
