"""The editor's decisions -> the authority file. A table with a bad row is not applied at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from memcon.decisions import EditionMetadata
from memcon.diagnostics import Diagnostic, Location, Outcome, Severity, worst
from memcon.model import Authority
from memcon.people.beginning import begun
from memcon.people.insertion import insert, places_in
from memcon.people.table import Findings, Row, read_table
from memcon.rules import rule
from memcon.tei.authority import read_authority
from memcon.tei.xmlids import xml_id
from memcon.transcript import character_name, forbidden
from memcon.validation import validate

_NO_EDITION = EditionMetadata()
_ACTIONS = ("person", "variant", "variant?")


@dataclass(frozen=True, slots=True)
class Changes:
    """What is to be added: persons (id and name), and variants (the id of a person and the form)."""

    persons: tuple[tuple[str, str], ...] = ()
    variants: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.persons or self.variants)

    @property
    def forms(self) -> int:
        """How many variants are added."""
        return len(self.variants)


@dataclass(frozen=True, slots=True)
class Applied:
    """The authority file as it comes out, and what was added to it."""

    data: bytes
    changes: Changes


def apply_table(
    data: bytes, path: str, table: bytes, table_path: str, metadata: EditionMetadata = _NO_EDITION
) -> Outcome[Applied]:
    """Carry out the decisions of a reviewed table on the bytes of an authority file; where there are none it begins
    with the decisions, as a file of the edition that has these `metadata`. The value is None where a row is bad
    (MC305, MC306 at its line and column), and where the result would not be valid. Applying twice changes nothing the
    second time."""
    authority = read_authority(data, path, "") if data else Outcome(Authority())
    rows = read_table(table, table_path)
    if authority.value is None or rows.value is None:
        return Outcome(None, (*authority.diagnostics, *rows.diagnostics))
    decided = decide(*rows.value, authority.value)
    if decided.value is None:
        return Outcome(None, decided.diagnostics)
    if not decided.value:
        return Outcome(Applied(data, decided.value))
    made = _with(data, path, decided.value, metadata)
    if made is None:
        message = "the file cannot be edited in place: it must be in UTF-8"
        return Outcome(None, (Diagnostic(rule("MC903"), message, Location(path, 1, 1), "save it as UTF-8"),))
    found = validate(made, path).diagnostics
    if worst(found) >= Severity.ERROR:
        return Outcome(None, tuple(d for d in found if d.severity >= Severity.ERROR))
    return Outcome(Applied(made, decided.value))


def _with(data: bytes, path: str, changes: Changes, metadata: EditionMetadata) -> bytes | None:
    """The authority file with what is added to it; None where it cannot be edited in place."""
    if not data:
        return begun(PurePath(path).stem, metadata, changes.persons, changes.variants)
    places = places_in(data)
    return insert(data, places, changes.persons, changes.variants) if places is not None else None


def decide(rows: Sequence[Row], findings: Findings, authority: Authority) -> Outcome[Changes]:
    """What the decisions come to, in the order of the table; what the authority file has already is left out."""
    deciding = _Decisions(authority, findings)
    wanted = [row for row in rows if deciding.wanted(row)]
    for row in (r for r in wanted if r.action == "person" and r.decision.casefold() == "yes"):
        deciding.person(row)
    for row in (r for r in wanted if r.action == "person" and r.decision.casefold() != "yes"):
        deciding.somebody_else(row)
    for row in (r for r in wanted if r.action != "person"):
        deciding.variant(row)
    if findings.found:
        return Outcome(None, tuple(findings.found))
    return Outcome(Changes(tuple(deciding.persons.items()), tuple(deciding.variants)))


class _Decisions:
    """Goes through the rows: the persons first, since variants may be theirs."""

    def __init__(self, authority: Authority, findings: Findings) -> None:
        self.authority, self.findings = authority, findings
        self.persons: dict[str, str] = {}
        self.accepted: dict[str, tuple[int, str]] = {}  # the name of a new person -> line and id
        self.variants: dict[tuple[str, str], int] = {}
        self.instead: dict[str, str] = {}  # the id of a proposed person -> who he is, as the editor knows

    def wanted(self, row: Row) -> bool:
        """Whether a row is to be carried out; a row that is no proposal is a finding."""
        if row.action not in _ACTIONS:
            self.findings.at(row, "action", f"{row.action!r} is no action", f"one of {', '.join(_ACTIONS)}")
            return False
        if row.decision.casefold() in ("", "no"):
            return False
        before = len(self.findings.found)
        if row.action == "person":
            self._text(row, "name")
        else:
            self._text(row, "variant")
        if not _is_id(row.id):
            hint = "letters, digits, '.', '-' and '_', the first a letter"
            self.findings.at(row, "id", f"{row.id!r} cannot be an xml:id" if row.id else "there is no id", hint)
        return len(self.findings.found) == before

    def _text(self, row: Row, column: str) -> None:
        text = row.name if column == "name" else row.variant
        if not text:
            self.findings.at(row, column, f"there is no {column}")
        elif (at := forbidden(text)) >= 0:
            self.findings.at(row, column, f"the {column} holds {character_name(text[at])}, which XML cannot carry")
        elif any(c in text for c in "\r\n\t"):
            self.findings.at(row, column, f"the {column} holds a tab or a line end")

    def person(self, row: Row) -> None:
        """A new person."""
        known = self.authority.by_identifier(row.id)
        names = known.names if known else (self.persons[row.id],) if row.id in self.persons else (row.name,)
        if row.name not in names:
            hint = f"if it is the same person, write {row.id} as the decision; else change the id"
            self.findings.at(row, "id", f"the id {row.id!r} is that of {names[0]} already", hint, "MC306")
        elif known is None:
            self.persons.setdefault(row.id, row.name)
            self.accepted.setdefault(row.name, (row.line, row.id))

    def somebody_else(self, row: Row) -> None:
        """A proposed person who is one that is known: the name is a form of his, and so are the other forms."""
        self.instead[row.id] = row.decision
        self._add(row, row.decision, row.name)

    def variant(self, row: Row) -> None:
        """A form of the name of the person whom the row or the decision names."""
        yes = row.decision.casefold() == "yes"
        line, new = self.accepted.get(row.variant, (0, row.id))
        if yes and row.action == "variant?" and new != row.id:
            message = f"{row.variant!r} is a new person by line {line}, and cannot be {row.id} too"
            self.findings.at(row, "decision", message, "say no to one of the two")
            return
        self._add(row, self.instead.get(row.id, row.id) if yes else row.decision, row.variant)

    def _add(self, row: Row, identifier: str, form: str) -> None:
        known = self.authority.by_identifier(identifier)
        if known is None and identifier not in self.persons:
            column = "id" if row.decision.casefold() == "yes" else "decision"
            hint = "yes, no, or the id of a person; a new person's id is changed in the column 'id'"
            self.findings.at(row, column, f"there is no person {identifier!r}", hint)
        elif form not in (known.names if known else (self.persons.get(identifier),)):
            self.variants.setdefault((identifier, form), row.line)


def _is_id(text: str) -> bool:
    return bool(text) and (text[0].isalpha() or text[0] == "_") and xml_id(text) == f"m-{text}"
