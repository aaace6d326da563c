"""What the headers say of the edition, against the edition.toml in their folder, and against one another."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from memcon.diagnostics import Diagnostic, Location, Severity
from memcon.rules import rule
from memcon.tei.grammars import GRAMMARS, address_of, data_of
from memcon.validation.links.facts import FileLinks, Spot, Statement
from memcon.validation.links.paths import beside
from memcon.validation.links.shelf import Shelf

if TYPE_CHECKING:
    from memcon.decisions import Edition, LabelDecision

_ALL = ("", "*", "**", "*.xml", "**/*.xml")  # patterns of files
_OF_EDITION = ("publisher", "licence", "licence_url", "language")
_OF_TRANSCRIPT = ("original_language", "source_edition")


class Editions:
    """The editions of some files, one file after the other; each edition.toml is read once."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._read: dict[str, Edition | None] = {}
        self._made_from: dict[str, set[str]] = {}
        self._met: set[LabelDecision] = set()

    def of(self, file: FileLinks) -> Iterator[Diagnostic]:
        """MC589 for a statement of a memorandum's header that edition.toml makes otherwise."""
        if not file.print:
            return
        path = beside(file, "edition.toml")
        if path not in self._read:
            self._read[path] = _read(self._shelf, path)
        if (edition := self._read[path]) is None:
            return
        from memcon.validation.links.decided import decisions  # loaded where something is decided
        from memcon.validation.links.lines import labels

        name = posixpath.basename(file.transcript.path) if file.transcript is not None else ""
        self._made_from.setdefault(path, set()).update({name}.intersection(each for each, _ in _decided(edition)))
        yield from _statements(self._shelf, file, edition)
        yield from _models(self._shelf, file, edition.metadata.schemas)
        yield from _unfounded(self._shelf, file, edition)
        yield from decisions(self._shelf, file, edition)
        yield from labels(self._shelf, file, edition, self._met)

    def between(self, transcript: str, files: Sequence[FileLinks]) -> Iterator[Diagnostic]:
        """MC902 for a line of a transcript about which something is decided, and that is none; `files` were made from
        it."""
        edition = self._read.get(beside(files[0], "edition.toml"))
        if edition is not None:
            from memcon.validation.links.lines import named_lines

            yield from named_lines(self._shelf, transcript, files, edition)

    def in_the_end(self) -> Iterator[Diagnostic]:
        """MC589 for what an authority file says of its edition, and MC906 for an [[ignore]] of errors everywhere, and
        MC902 for a decision about a transcript from which no file of the folder was made, where all were checked."""
        for file in self._shelf.authorities:
            if (edition := self._read.get(beside(file, "edition.toml"))) is not None:
                yield from _published(self._shelf, file, edition)
        for path, read in self._read.items():
            yield from _too_wide(path, read)
            if read is None or not self._shelf.is_whole(posixpath.dirname(path)):
                continue
            for name, at in _decided(read):
                if name not in self._made_from[path]:
                    message = f"no file was made from the transcript {name!r}"
                    yield Diagnostic(rule("MC902"), message, Location(path, at or 1, 1))
            for each in read.labels:
                if each not in self._met and not each.text:
                    message = f"no turn has the label {each.label!r}"
                    yield Diagnostic(rule("MC902"), message, Location(path, each.at or 1, 1))


def _too_wide(path: str, edition: Edition | None) -> Iterator[Diagnostic]:
    """MC906 for errors that are settled in all files at once."""
    for each in edition.ignores if edition is not None else ():
        if not each.id and each.file in _ALL and rule(each.code).severity is Severity.ERROR:
            message = f"{each.code} is settled in every file, whatever it will be found in"
            yield Diagnostic(rule("MC906"), message, Location(path, each.at or 1, 1), "name the file, or the id")


def _decided(edition: Edition) -> list[tuple[str, int]]:
    """The transcripts about which an edition decides, and where."""
    named = [(each.file, each.at) for each in edition.transcripts]
    named += [(each.transcript, each.at) for each in edition.memoranda]
    named += [(each.transcript, each.at) for each in edition.joins]
    named += [(each.transcript, each.at) for each in edition.lines]
    return named + [(each.transcript, each.at) for each in edition.labels if each.transcript]


def _read(shelf: Shelf, path: str) -> Edition | None:
    try:
        data = shelf.outside.read(path)
    except OSError:
        return None
    from memcon.decisions import read_edition

    return read_edition(data, path).value


def _statements(shelf: Shelf, file: FileLinks, edition: Edition) -> Iterator[Diagnostic]:
    metadata = edition.metadata
    meant = {name: " ".join(getattr(metadata, name).split()) for name in _OF_EDITION}
    if file.transcript is not None:
        name = posixpath.basename(file.transcript.path)
        for decided in edition.transcripts:
            if decided.file == name:
                meant |= {of: getattr(decided, of) for of in _OF_TRANSCRIPT}
    named = [said for said in file.statements if said.of == "edition"]
    answering = list(metadata.editors) or ([metadata.publisher] if metadata.publisher else [])
    if answering and [said.value for said in named] != answering:
        message = f"{', '.join(answering)} answers for the edition, as edition.toml says"
        yield shelf.finding("MC589", message, file, named[0].spot if named else file.target)
    for said in file.statements:
        if meant.get(said.of) and said.value != meant[said.of]:
            message = f"{said.value[:60]!r}, and edition.toml says {meant[said.of][:60]!r} ({said.of})"
            yield shelf.finding("MC589", message, file, said.spot)
        elif said.of == "editor" and said.value not in metadata.editors:
            message = f"{said.value[:60]!r} is no editor, as edition.toml says"
            yield shelf.finding("MC589", message, file, said.spot)
    given = {said.of for said in file.statements}
    for of, value in meant.items():
        if value and of not in given:
            message = f"edition.toml says {value[:60]!r} ({of}), and the header does not"
            yield shelf.finding("MC589", message, file, file.target)


def _unfounded(shelf: Shelf, file: FileLinks, edition: Edition) -> Iterator[Diagnostic]:
    """The edition of the transcript that a header names, and neither the print nor edition.toml."""
    decided = {each.source_edition for each in edition.transcripts}
    for said in file.statements:
        if said.of == "unprinted_edition" and said.value not in decided:
            message = f"{said.value!r} is the edition of the transcript neither by the print nor by edition.toml"
            yield shelf.finding("MC589", message, file, said.spot)


def _published(shelf: Shelf, file: FileLinks, edition: Edition) -> Iterator[Diagnostic]:
    """Publisher, licence and language of an authority file are those of its edition, which answers for it."""
    metadata = edition.metadata
    meant = {"publisher": metadata.publisher, "licence_url": metadata.licence_url, "language": metadata.language}
    answering = (metadata.publisher, *metadata.editors)
    for said in file.statements:
        if meant.get(said.of) and said.value != meant[said.of]:
            message = f"{said.value!r}, and edition.toml says {meant[said.of]!r} ({said.of})"
            yield shelf.finding("MC589", message, file, said.spot)
        elif said.of == "edition" and metadata.publisher and said.value not in answering:
            message = f"{' or '.join(answering)} answers for the edition, as edition.toml says"
            yield shelf.finding("MC589", message, file, said.spot)


def _models(shelf: Shelf, file: FileLinks, schemas: str) -> Iterator[Diagnostic]:
    """The xml-model instructions of a file that has any, against the folder of schemas."""
    said = [each.value for each in file.statements if each.of == "model"]
    for grammar in GRAMMARS if said else ():
        if (meant := data_of(grammar, address_of(schemas))) not in said:
            message = f"no xml-model instruction says {meant}, as by edition.toml it should"
            yield shelf.finding("MC589", message, file, Spot())


def siblings(shelf: Shelf, files: list[FileLinks]) -> Iterator[Diagnostic]:
    """MC589 for one file of three or more from one transcript that says something else than all the others."""
    for of in ("original_language", "language", "publisher", "licence_url") if len(files) > 2 else ():
        yield from _odd(shelf, files, of)
    digests = [file.transcript.sha256 for file in files if file.transcript is not None]
    for file, digest in zip(files, digests, strict=False) if len(files) > 2 and len(set(digests)) == 2 else ():
        if digests.count(digest) == 1:
            message = "the digest of the transcript is another one than all its other files have"
            yield shelf.finding("MC589", message, file, file.digest)


def _odd(shelf: Shelf, files: list[FileLinks], of: str) -> Iterator[Diagnostic]:
    said = [(file, each) for file in files for each in file.statements if each.of == of]
    values = [each.value for _, each in said]
    for file, each in said:
        if len(values) > 2 and values.count(each.value) == 1 and len(set(values)) == 2:
            yield _other(shelf, file, each, next(value for value in values if value != each.value))


def _other(shelf: Shelf, file: FileLinks, each: Statement, meant: str) -> Diagnostic:
    message = f"{each.value!r}, and all other files from the same transcript say {meant!r} ({each.of})"
    return shelf.finding("MC589", message, file, each.spot)
