"""Bytes of edition.toml -> Edition.

The file is read once and checked key by key; a key or a type that memcon does not know is refused (MC901), since a
misspelt decision would silently decide nothing. So is a value of which nothing could come: a date that does not
exist, two decisions about one thing, a character that XML cannot carry.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields
from datetime import date
from typing import Any, TypeVar

from memcon.charsets import is_charset
from memcon.decisions.entries import (
    LINE_ROLES,
    Edition,
    EditionMetadata,
    IgnoreDecision,
    JoinDecision,
    LabelDecision,
    LineDecision,
    MemorandumDecision,
    TranscriptDecision,
)
from memcon.diagnostics import Diagnostic, Location, Outcome, window
from memcon.rules import RULES, rule
from memcon.transcript import character_name, forbidden

D = TypeVar(
    "D", EditionMetadata, TranscriptDecision, MemorandumDecision, LabelDecision, JoinDecision, LineDecision,
    IgnoreDecision,
)  # fmt: skip

_AT = re.compile(r"\(at line (\d+), column (\d+)\)")
_HEADER = re.compile(r"\s*\[{1,2}\s*[\"']?([\w-]+)[\"']?\s*\]{1,2}")
_TABLES = ("edition", "transcript", "memorandum", "label", "join", "line", "ignore")
_WANTED = {"str": "a string", "int": "a whole number", "bool": "true or false", "tuple[str, ...]": "a list of strings"}
_IDENTIFIER = re.compile(r"[^\W_][\w.-]*")  # a file's stem: letters, digits, `.`, `-`, `_`; no path, no leading dot
_FIELD = re.compile(r"{(?:date|participants|stem)}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-[a-z][a-z0-9]{4,7})*")
_DAY = re.compile(r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}")
_ADDRESS = re.compile(r"https?://[A-Za-z0-9][!-~]*")

_QUOTED = 'words stand in quotation marks: key = "words"'


def read_edition(data: bytes, path: str) -> Outcome[Edition]:
    """The bytes of edition.toml -> Edition, or MC901 for each fault with its line and column."""
    try:
        text = data.decode("utf-8-sig")
        tables = tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return Outcome(None, (_invalid(f"byte {error.start} is not UTF-8", Location(path, line, 1)),))
    except (ValueError, RecursionError) as error:  # TOMLDecodeError, or numbers and brackets without end
        at = _AT.search(str(error))
        line, column = (int(at[1]), int(at[2])) if at else (1, 1)
        excerpt, first = window((*re.split(r"\r?\n", text), "")[line - 1], column)
        hint = _QUOTED if str(error).startswith("Invalid value") else ""
        found = _invalid(str(error).split(" (at ")[0], Location(path, line, column), hint, excerpt, first=first)
        return Outcome(None, (found,))
    faults = _Faults(path, text)
    for key in sorted(tables.keys() - set(_TABLES)):
        faults.add(f"unknown table {key!r}", key, 0, "", f"known are {', '.join(_TABLES)}")
    edition = Edition(
        path,
        _metadata(tables.get("edition", {}), faults),
        _entries(TranscriptDecision, tables, "transcript", faults),
        _entries(MemorandumDecision, tables, "memorandum", faults),
        _entries(LabelDecision, tables, "label", faults),
        _entries(JoinDecision, tables, "join", faults),
        _entries(LineDecision, tables, "line", faults),
        _entries(IgnoreDecision, tables, "ignore", faults),
    )
    return Outcome(None if faults.found else edition, tuple(faults.found))


class _Faults:
    """Collects MC901 findings, and knows where the tables and their keys stand in the file."""

    def __init__(self, path: str, text: str) -> None:
        self.path, self.lines = path, re.split(r"\r?\n", text)
        self.found: list[Diagnostic] = []
        self._headers = [(n, m[1]) for n, line in enumerate(self.lines, 1) if (m := _HEADER.match(line))]

    def line_of(self, table: str, number: int) -> int:
        """The line of the header of the table of that name and number; 0 where there is none (an inline table)."""
        lines = [line for line, name in self._headers if name == table]
        return lines[number] if number < len(lines) else 0

    def add(self, message: str, table: str, number: int, word: str, hint: str = "") -> None:
        """A fault at a key of a table; where the key is empty, at the table's name."""
        header = self.line_of(table, number)
        end = next((line - 1 for line, _ in self._headers if line > header), len(self.lines)) if header else 0
        inside = range(header, end) if word else range(max(header - 1, 0), header)
        for line in (*inside, *range(len(self.lines))):
            found = re.search(rf"(?<![\w-]){re.escape(word or table)}(?![\w-])", self.lines[line])
            if found:
                return self._add(message, line + 1, found.start() + 1, hint, len(found.group()))
        return self._add(message, max(header, 1), 1, hint, 1)

    def _add(self, message: str, line: int, column: int, hint: str, width: int) -> None:
        excerpt, first = window(self.lines[line - 1], column)
        self.found.append(_invalid(message, Location(self.path, line, column), hint, excerpt, width, first))


def _invalid(
    message: str, place: Location, hint: str = "", excerpt: str = "", width: int = 1, first: int = 1
) -> Diagnostic:
    return Diagnostic(rule("MC901"), message, place, hint, excerpt, width, excerpt_column=first)


def _metadata(table: object, faults: _Faults) -> EditionMetadata:
    if isinstance(table, list):
        faults.add("write [edition], with single brackets", "edition", 0, "")
        return EditionMetadata()
    return _table(EditionMetadata, table, "edition", 0, faults) or EditionMetadata()


def _entries(kind: type[D], tables: dict[str, Any], name: str, faults: _Faults) -> tuple[D, ...]:
    entries = tables.get(name, [])
    if not isinstance(entries, list):
        faults.add(f"write [[{name}]], with double brackets", name, 0, "")
        return ()
    made: list[D] = []
    for number, entry in enumerate(entries):
        decision = _table(kind, entry, name, number, faults)
        if decision is not None and any(_subject(decision) == _subject(other) for other in made):
            faults.add(f"there are two [[{name}]] about one thing", name, number, "")
        elif decision is not None:
            made.append(decision)
    return tuple(made)


def _subject(decision: object) -> tuple[object, ...]:
    """What a decision is about: two about one thing would contradict each other, or say it twice."""
    match decision:
        case TranscriptDecision():
            return (decision.file,)
        case MemorandumDecision() | JoinDecision() | LineDecision():
            return (decision.transcript, decision.line)
        case LabelDecision():
            return (decision.transcript, decision.label)
        case IgnoreDecision():
            return (decision.code, decision.file, decision.id)
    return ()


def _table(kind: type[D], table: object, name: str, number: int, faults: _Faults) -> D | None:
    """One TOML table as a dataclass; a wrong key, type or value is a fault."""
    if not isinstance(table, dict):
        faults.add(f"{name} must be a table", name, number, "")
        return None
    known: dict[str, Field[Any]] = {f.name: f for f in fields(kind) if f.compare}
    before = len(faults.found)
    for key in table.keys() - known.keys():
        faults.add(f"unknown key {key!r} in [{name}]", name, number, key, f"known are {', '.join(known)}")
    values: dict[str, Any] = {key: _plain(table[key], key) for key in known if key in table}
    for key, value in values.items():
        for message in _value_faults(key, value, str(known[key].type)):
            faults.add(f"{key} in [{name}] {message}", name, number, key)
    missing = [key for key, f in known.items() if f.default is MISSING and not str(values.get(key, "")).strip()]
    if missing:
        faults.add(f"[{name}] needs {', '.join(missing)}", name, number, "")
    if len(faults.found) > before:
        return None
    if kind is not EditionMetadata:
        values["at"] = faults.line_of(name, number)
    return kind(**values)


def _plain(value: object, key: str) -> object:
    """A list as the tuple it becomes; a date written as TOML's own date as the string it means."""
    if key == "date" and type(value) is date:
        return value.isoformat()
    return tuple(value) if isinstance(value, list) else value


def _value_faults(key: str, value: object, wanted: str) -> Iterator[str]:
    """What is wrong with a value, as the end of a sentence."""
    strings = value if isinstance(value, tuple) else (value,)
    if (type(value).__name__ if not isinstance(value, tuple) else "tuple[str, ...]") != wanted or (
        isinstance(value, tuple) and not all(isinstance(v, str) for v in value)
    ):
        yield f"must be {_WANTED[wanted]}"
        return
    if key == "role" and value not in LINE_ROLES:
        yield f"must be one of {', '.join(LINE_ROLES)}"
    for text in strings:
        if isinstance(text, str) and (at := forbidden(text)) >= 0:
            yield f"holds {character_name(text[at])}, which XML cannot carry"
    if isinstance(value, str) and value and (check := _CHECKS.get(key)):
        yield from check(value)


def _check_identifier(value: str) -> Iterator[str]:
    """One memorandum's identifier, or the pattern for all."""
    if not _IDENTIFIER.fullmatch(_FIELD.sub("x", value)):
        yield f"cannot be a file name: {value!r} may hold letters, digits, '.', '-', '_'" + (
            ", and the fields {date}, {participants} and {stem}" if "{" in value else ""
        )


def _check_date(value: str) -> Iterator[str]:
    try:
        date.fromisoformat(value if _DAY.fullmatch(value) else "")
    except ValueError:
        yield f"is {value!r}, which is no date of the form 1991-02-23"


def _check_language(value: str) -> Iterator[str]:
    if not _LANGUAGE.fullmatch(value):
        yield f"is {value!r}, which is no language tag such as en or ru"


def _check_address(value: str) -> Iterator[str]:
    if not _ADDRESS.fullmatch(value):
        yield f"is {value!r}, which is no address of the web"


def _check_encoding(value: str) -> Iterator[str]:
    if not is_charset(value):
        yield f"is {value!r}, which is no encoding of text such as windows-1252 or koi8-r"


def _check_code(value: str) -> Iterator[str]:
    if value not in RULES:
        near = [each.code for each in RULES.values() if each.name == value] or difflib.get_close_matches(
            value, RULES, 1
        )
        yield f"is {value!r}, and there is no such rule" + (f"; did you mean {near[0]}?" if near else "")


_CHECKS = {
    "code": _check_code,
    "encoding": _check_encoding,
    "identifier": _check_identifier,
    "date": _check_date,
    "language": _check_language,
    "original_language": _check_language,
    "licence_url": _check_address,
}
