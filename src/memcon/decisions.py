"""edition.toml: the edition's metadata and the editor's decisions, which beat every rule.

The file is read once and checked key by key; a key or a type that memcon does not know is refused (MC901),
since a misspelt decision would silently decide nothing.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import MISSING, dataclass, fields
from typing import Any, TypeVar

from memcon.diagnostics import Diagnostic, Location, Outcome
from memcon.rules import rule

IDENTIFIER = re.compile(r"[^\W_][\w.-]*")
"""What an identifier (a file's stem) may be: letters, digits, `.`, `-`, `_`; no path, no leading dot."""


@dataclass(frozen=True, slots=True)
class EditionMetadata:
    """[edition]: what the header of every file says about the edition."""

    title: str = ""
    publisher: str = ""
    licence: str = ""
    licence_url: str = ""
    editors: tuple[str, ...] = ()
    language: str = "en"
    persons: str = ""
    identifier: str = ""
    schemas: str = "schemas"


@dataclass(frozen=True, slots=True)
class TranscriptDecision:
    """[[transcript]]: facts about a whole transcript that it does not print."""

    file: str
    original_language: str = ""
    source_edition: str = ""


@dataclass(frozen=True, slots=True)
class MemorandumDecision:
    """[[memorandum]]: decisions about the memorandum that begins on `line` of a transcript."""

    transcript: str
    line: int = 1
    identifier: str = ""
    title: str = ""
    date: str = ""
    place: str = ""
    principals: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class LabelDecision:
    """[[label]]: a label, as printed without its delimiter, is a person (by id), or is text after all."""

    label: str
    transcript: str = ""
    person: str = ""
    text: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class JoinDecision:
    """[[join]]: the paragraph that begins on `line` continues the one before it, or does not."""

    transcript: str
    line: int
    joined: bool = True
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """All of edition.toml. `path` is where it was read from, for diagnostics; empty without one."""

    path: str = ""
    metadata: EditionMetadata = EditionMetadata()
    transcripts: tuple[TranscriptDecision, ...] = ()
    memoranda: tuple[MemorandumDecision, ...] = ()
    labels: tuple[LabelDecision, ...] = ()
    joins: tuple[JoinDecision, ...] = ()

    def of(self, transcript: str) -> Edition:
        """The decisions that concern the transcript of that file name."""
        return Edition(
            self.path,
            self.metadata,
            tuple(d for d in self.transcripts if d.file == transcript),
            tuple(d for d in self.memoranda if d.transcript == transcript),
            tuple(d for d in self.labels if d.transcript in ("", transcript)),
            tuple(d for d in self.joins if d.transcript == transcript),
        )


Decision = TranscriptDecision | MemorandumDecision | LabelDecision | JoinDecision
D = TypeVar("D", EditionMetadata, TranscriptDecision, MemorandumDecision, LabelDecision, JoinDecision)
_AT = re.compile(r"\(at line (\d+), column (\d+)\)")
_TABLES = ("edition", "transcript", "memorandum", "label", "join")


def read_edition(data: bytes, path: str) -> Outcome[Edition]:
    """The bytes of edition.toml -> Edition, or MC901."""
    try:
        text = data.decode("utf-8")
        tables = tomllib.loads(text)
    except UnicodeDecodeError as error:
        return Outcome(None, (_invalid(f"byte {error.start} is not UTF-8", Location(path)),))
    except tomllib.TOMLDecodeError as error:
        at = _AT.search(str(error))
        place = Location(path, int(at[1]), int(at[2])) if at else Location(path)
        return Outcome(None, (_invalid(str(error).split(" (at ")[0], place),))
    faults = _Faults(path, text)
    faults.unknown(tables, _TABLES, "table")
    edition = Edition(
        path,
        _table(EditionMetadata, tables.get("edition", {}), "edition", faults) or EditionMetadata(),
        _entries(TranscriptDecision, tables, "transcript", faults),
        _entries(MemorandumDecision, tables, "memorandum", faults),
        _entries(LabelDecision, tables, "label", faults),
        _entries(JoinDecision, tables, "join", faults),
    )
    _check_identifiers(edition, faults)
    return Outcome(None if faults.found else edition, tuple(faults.found))


def _check_identifiers(edition: Edition, faults: _Faults) -> None:
    for decision in edition.memoranda:
        if decision.identifier and not IDENTIFIER.fullmatch(decision.identifier):
            faults.add(f"{decision.identifier!r} cannot be a file name", decision.identifier)
        if decision.date and not re.fullmatch(r"\d{4}-\d\d-\d\d", decision.date):
            faults.add(f"{decision.date!r} is not a date of the form 1991-02-23", decision.date)
    pattern = edition.metadata.identifier
    unknown = set(re.findall(r"{([^{}]*)}", pattern)) - {"date", "participants", "stem"}
    if unknown or "/" in pattern or "\\" in pattern:
        faults.add("an identifier pattern may hold {date}, {participants} and {stem}, and no path", pattern)


class _Faults:
    """Collects MC901 findings, with the line on which a word stands."""

    def __init__(self, path: str, text: str) -> None:
        self.path, self.lines = path, text.splitlines()
        self.found: list[Diagnostic] = []

    def add(self, message: str, word: str, hint: str = "") -> None:
        for number, line in enumerate(self.lines, 1):
            if word and word in line:
                place = Location(self.path, number, line.index(word) + 1)
                self.found.append(_invalid(message, place, hint, line, len(word)))
                return
        self.found.append(_invalid(message, Location(self.path), hint))

    def unknown(self, table: dict[str, Any], known: tuple[str, ...], what: str) -> None:
        for key in table.keys() - set(known):
            self.add(f"unknown {what} {key!r}", key, f"known are {', '.join(known)}")


def _invalid(message: str, place: Location, hint: str = "", excerpt: str = "", width: int = 1) -> Diagnostic:
    return Diagnostic(rule("MC901"), message, place, hint, excerpt, width)


def _entries(kind: type[D], tables: dict[str, Any], name: str, faults: _Faults) -> tuple[D, ...]:
    entries = tables.get(name, [])
    if not isinstance(entries, list):
        faults.add(f"write [[{name}]], with double brackets", name)
        return ()
    return tuple(e for e in (_table(kind, entry, name, faults) for entry in entries) if e is not None)


def _table(kind: type[D], table: object, name: str, faults: _Faults) -> D | None:
    """One TOML table as a dataclass; a wrong key or type is a fault."""
    if not isinstance(table, dict):
        faults.add(f"{name} must be a table", name)
        return None
    known = {f.name: f for f in fields(kind)}
    faults.unknown(table, tuple(known), f"key in [{name}]")
    values: dict[str, Any] = {}
    for key, value in table.items():
        wanted = str(known[key].type) if key in known else ""
        if wanted.startswith("tuple") and isinstance(value, list) and all(isinstance(v, str) for v in value):
            values[key] = tuple(value)
        elif wanted and type(value).__name__ == wanted:
            values[key] = value
        elif wanted:
            faults.add(f"{key} in [{name}] must be of type {wanted}", key)
            return None
    missing = [key for key, f in known.items() if f.default is MISSING and key not in values]
    if missing:
        faults.add(f"[{name}] needs {', '.join(missing)}", name)
        return None
    return kind(**values)
