"""memcon people --mentions: every place where a person speaks or is named, as a table, CSV or JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

import click

from memcon.cli.common import plural
from memcon.cli.tabular import echo_csv, echo_json
from memcon.people import Document, Listed, Mention, Register, listed_as, mentions_of
from memcon.tables import aligned, printable

_KINDS = ("listed", "participant", "speaker", "name")
_HEADER = ("document", "as", "printed", "count", "where")
_RECORD = ("document", "identifier", "as", "printed", "turn", "line", "joint")


@dataclass(frozen=True, slots=True)
class _Found:
    """A document in which the person is met: entries of its header, mentions, and which of those are joint."""

    document: Document
    entries: tuple[Listed, ...]
    mentions: tuple[tuple[Mention, bool], ...]


def show(documents: Iterable[Document], identifier: str, register: Register, format_: str) -> None:
    """Print every mention of a person of the authority file; without one, of the documents' own headers."""
    entry = register.authority.by_identifier(identifier)
    if register.path and entry is None:
        close = get_close_matches(identifier, [p.identifier for p in register.authority.persons], n=1)
        hint = f"; is {close[0]!r} meant?" if close else ""
        raise click.UsageError(f"there is no person {identifier!r} in {register.path}{hint}")
    found = _found(documents, identifier, register)
    if format_ == "csv":
        echo_csv(_csv(found))
    elif format_ == "json":
        echo_json(_json(list(found), identifier, entry.preferred if entry else ""))
    else:
        for line in _table(list(found), identifier, entry.preferred if entry else ""):
            click.echo(line)


def _found(documents: Iterable[Document], identifier: str, register: Register) -> Iterator[_Found]:
    for document in documents:
        entries = listed_as(document, identifier, register)
        mentions = tuple(mentions_of(document, identifier, register))
        if entries or mentions:
            yield _Found(document, entries, mentions)


def _table(found: list[_Found], identifier: str, name: str) -> Iterator[str]:
    """For each document, the forms that are printed, how often, and where: turns by their ids, names by their lines."""
    yield printable(f"{name} ({identifier})" if name else identifier)
    yield ""
    if found:
        yield from aligned(_HEADER, (row for one in found for row in _rows(one)), (3,))
        yield ""
    kinds = [m.kind for one in found for m, _ in one.mentions]
    counts = [
        plural(kinds.count("speaker"), "turn"),
        plural(kinds.count("participant"), "name in lists of participants", "names in lists of participants"),
        plural(kinds.count("name"), "name in the text", "names in the text"),
    ]
    mentioned = ", ".join(count for count in counts if not count.startswith("0 ")) or "no mention in the text"
    yield f"{plural(len(found), 'document')}: {mentioned}"


def _rows(one: _Found) -> Iterator[tuple[str, ...]]:
    document = one.document.path
    for entry in one.entries:
        yield document, "listed", entry.name, "", entry.role
        document = ""
    forms: dict[tuple[int, str], list[str]] = {}
    for mention, alone in one.mentions:
        where = (mention.where or f"line {mention.line}") + ("" if alone else " (joint)")
        forms.setdefault((_KINDS.index(mention.kind), mention.printed), []).append(where)
    for (kind, printed), places in sorted(forms.items(), key=lambda item: item[0][0]):
        yield document, _KINDS[kind], printed, str(len(places)), " ".join(places)
        document = ""


def _csv(found: Iterable[_Found]) -> Iterator[tuple[str, ...]]:
    """A record for each mention, and for each entry of a header."""
    yield _RECORD
    for one in found:
        where = (one.document.path, one.document.identifier)
        for entry in one.entries:
            yield (*where, "listed", entry.name, "", "", "")
        for m, alone in one.mentions:
            yield (*where, m.kind, m.printed, m.where, str(m.line), "" if alone else "joint")


def _json(found: list[_Found], identifier: str, name: str) -> dict[str, object]:
    return {"id": identifier, "name": name, "documents": [_object(one) for one in found]}


def _object(one: _Found) -> dict[str, object]:
    return {
        "document": one.document.path,
        "identifier": one.document.identifier,
        "listed": [{"id": e.identifier, "name": e.name, "role": e.role} for e in one.entries],
        "turns": [m.where for m, _ in one.mentions if m.kind == "speaker"],
        "mentions": [
            {"as": m.kind, "printed": m.printed, "turn": m.where, "line": m.line, "joint": not alone}
            for m, alone in one.mentions
        ],
    }
