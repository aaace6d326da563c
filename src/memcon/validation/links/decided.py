"""What edition.toml decides of transcripts and memoranda, against the headers of the files; and what files say in the
edition's name, which edition.toml decides or somebody answers for."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.tei.names import NSMAP, XML_ID
from memcon.validation.links.facts import FileLinks, Spot
from memcon.validation.links.lines import BY_LINES
from memcon.validation.links.shelf import Shelf
from memcon.validation.places import Source
from memcon.validation.printing import words

if TYPE_CHECKING:
    from memcon.decisions import Edition, MemorandumDecision

_FIELD = re.compile(r"\{(date|participants|stem)\}")
_PATHS = {
    "title": "t:fileDesc/t:titleStmt/t:title[1]",
    "place": "t:profileDesc/t:settingDesc/t:setting/t:placeName",
    "date": "t:profileDesc/t:settingDesc/t:setting/t:date",
    "identifier": "t:fileDesc/t:publicationStmt/t:idno[@type='memcon']",
    "principals": "t:profileDesc/t:particDesc/t:listPerson",
}
_FIND = {name: etree.XPath(f"/t:TEI/t:teiHeader/{path}", namespaces=NSMAP) for name, path in _PATHS.items()}
_PERSONS = etree.XPath("t:person", namespaces=NSMAP)
_SUPPLIED = etree.XPath("/t:TEI/t:teiHeader/t:fileDesc/t:titleStmt/t:title[1][@type='supplied']", namespaces=NSMAP)
_PRINCIPALS = etree.XPath("t:person[@role='principal']", namespaces=NSMAP)


def decisions(shelf: Shelf, file: FileLinks, edition: Edition) -> Iterator[Diagnostic]:
    """MC589 for a header that says otherwise than edition.toml decides, or what edition.toml would have to decide and
    does not; MC509 for what a file that was edited says in the edition's name, and nobody answers for."""
    if file.transcript is None:
        return
    concerning = [each for each in edition.memoranda if _concerns(file, each)]
    source = shelf.source(file.path) if concerning else None
    for decision in concerning if source is not None else ():
        assert source is not None
        yield from _memorandum(source, file, decision)
    for said in file.statements:
        if said.of == "act" and not any(getattr(each, said.value) for each in concerning):
            message = f"the {said.value} is said in the edition's name, and edition.toml does not decide it"
            yield shelf.finding("MC509", message, file, said.spot, "add it under [[memorandum]], or say who decided")
    yield from _undecided(shelf, file, edition)
    yield from _nameless(shelf, file, edition)
    if file.pristine and not any(each.identifier for each in concerning):
        yield from _called(shelf, file, edition.metadata.identifier)


def _concerns(file: FileLinks, decision: MemorandumDecision) -> bool:
    """Whether a decision about the memorandum that begins on a line is one about this file."""
    assert file.transcript is not None
    name, lines = posixpath.basename(file.transcript.path), file.transcript.lines
    within = lines is None or lines[0] < decision.line <= lines[1]
    return decision.transcript == name and (within or not name.endswith(BY_LINES))


def _memorandum(source: Source, file: FileLinks, decision: MemorandumDecision) -> Iterator[Diagnostic]:
    """What is decided of the one memorandum that a file is, and its header says otherwise."""
    assert file.transcript is not None
    if file.transcript.lines is not None and not file.transcript.path.endswith(BY_LINES):
        return
    for name, find in _FIND.items():
        value = getattr(decision, name)
        element = next(iter(find(source.tree)), None) if value else None
        if element is None and value:
            message = f"edition.toml decides {value!r} ({name}), and the header does not say it"
            yield source.finding("MC589", message, source.tree.getroot())
        if element is None:
            continue
        if name == "principals":
            message = _principals(element, value)
        else:
            said, meant = file.date if name == "date" else words(element), " ".join(value.split())
            message = f"{said!r}, and edition.toml decides {meant!r} ({name})" if said != meant else ""
        if message:
            yield source.finding("MC589", message, element)


def _principals(listed: etree._Element, decided: tuple[str, ...]) -> str:
    """What is wrong with those who are principals in the header. Where no title names them, and more than two take
    part, they are those that are decided."""
    principals = [_ids(person) for person in _PRINCIPALS(listed)]
    if lacking := [each for each in decided if not any(each in ids for ids in principals)]:
        return f"edition.toml decides that {', '.join(lacking)} is a principal"
    more = [here for there, here in principals if not {there, here} & set(decided)]
    if more and len(_PERSONS(listed)) > 2 and _SUPPLIED(listed):
        return f"{', '.join(more)} is a principal here, and edition.toml names {', '.join(decided)} alone"
    return ""


def _ids(person: etree._Element) -> tuple[str, str]:
    """The id of a person in the authority file, and the one here."""
    return person.get("sameAs", "").partition("#")[2], person.get(XML_ID, "")


def _called(shelf: Shelf, file: FileLinks, pattern: str) -> Iterator[Diagnostic]:
    """A file that is as it was generated is called as edition.toml says that files are."""
    from memcon.identifiers import stem_of  # with which the model is loaded

    assert file.transcript is not None
    pattern = pattern or "{stem}"
    made = {"date": file.date, "participants": "", "stem": stem_of(posixpath.basename(file.transcript.path))}
    parts = _FIELD.split(pattern)  # text and the names of fields, by turns
    wanted = "".join(
        (re.escape(made[part]) or ".*") if number % 2 else re.escape(part) for number, part in enumerate(parts)
    )
    if not re.fullmatch(rf"(?i:{wanted})(?:-\d+)?", file.idno):
        message = f"the file is called {file.idno!r}, and by edition.toml files are called {pattern!r}"
        yield shelf.finding("MC589", message, file, Spot())


def _nameless(shelf: Shelf, file: FileLinks, edition: Edition) -> Iterator[Diagnostic]:
    """People who point into an authority file, though edition.toml names none: the next conversion knows nobody."""
    linked = next((each for each in file.links if each.attribute == "sameAs" and each.name), None)
    if file.pristine and linked is not None and not edition.metadata.persons:
        message = f"{linked.name!r} points to {linked.target}, and edition.toml names no authority file (persons)"
        yield shelf.finding("MC589", message, file, linked.spot)


def _undecided(shelf: Shelf, file: FileLinks, edition: Edition) -> Iterator[Diagnostic]:
    """What the converter writes by a decision alone, and edition.toml does not have it, or not any more."""
    assert file.transcript is not None
    name, metadata = posixpath.basename(file.transcript.path), edition.metadata
    transcript = next((each for each in edition.transcripts if each.file == name), None)
    joined = any(each.joined for each in edition.joins if each.transcript == name)
    if any(said.of == "answered" for said in file.statements):
        return
    lacking = {
        "original_language": transcript is None or not transcript.original_language,
        "break": not joined,
        "publisher": bool(metadata.title or metadata.licence) and not metadata.publisher,
        "licence": bool(metadata.title or metadata.publisher) and not metadata.licence,
        "licence_url": bool(metadata.licence) and not metadata.licence_url,
    }
    for said in file.statements:
        if said.value and lacking.get(said.of, False):
            message = f"{said.value[:60]!r}, which neither edition.toml nor the print says ({said.of})"
            yield shelf.finding("MC589", message, file, said.spot)
