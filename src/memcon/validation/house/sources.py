"""Source notes: there is one, it can be read, and the header says what it says of repository, shelfmark, translators
and earlier publication."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import lru_cache
from typing import TYPE_CHECKING

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.tei.children import child, children
from memcon.tei.names import XML_ID, tei
from memcon.validation.printing import folded, raw, words
from memcon.validation.survey import Survey

if TYPE_CHECKING:
    from memcon.model import Publication, Shelfmark, SourceStatement

_SOURCE = re.compile(r"\bSources?\s*:", re.I)
_UNKNOWN_EDITION = "the edition that printed the transcript"
_COLLECTIONS = ("fond", "opis", "delo", "papers")


def sources(survey: Survey) -> Iterator[Diagnostic]:
    """MC570 to MC572 for the source notes, MC573 to MC575 for what the header says of them."""
    if survey.every("text"):
        statements = {note: _read(note) for note in notes_of_source(survey)}
        yield from _source_notes(survey, statements)
        if not survey.pristine:
            yield from _source_facts(survey, list(statements.values()))


def _source_notes(survey: Survey, statements: Mapping[etree._Element, SourceStatement]) -> Iterator[Diagnostic]:
    """MC570 where no source note is printed, MC571 for each but the first, MC572 for one that names nothing."""
    notes = list(statements)
    if not notes:
        yield survey.finding("MC570", "no source note is printed", survey.every("text")[0])
    for note, said in statements.items():
        mark = said.shelfmark
        if not (mark.repository or mark.parts or mark.settlement):
            yield survey.finding("MC572", f"nothing that it names could be told: {words(note)[:80]!r}", note)
    for note in notes[1:]:
        yield survey.finding("MC571", "this is not the only source note", note)


def _source_facts(survey: Survey, statements: list[SourceStatement]) -> Iterator[Diagnostic]:
    """MC573 where the header's repository and shelfmark are not those of the source notes, MC574 for translators and
    editions that only one of the two names, MC575 for an earlier publication that they tell differently."""
    yield from _shelfmarks(survey, statements)
    yield from _translators(survey, statements)
    yield from _editions(survey, statements)
    yield from _publications(survey, statements)


def notes_of_source(survey: Survey) -> list[etree._Element]:
    """The printed source notes."""
    return [note for note in survey.every("note") if note.get("type") == "source"]


def _read(note: etree._Element) -> SourceStatement:
    """What a source note says; in a footnote that is what stands from `Source:` on."""
    if next(note.iter(tei("fw")), None) is not None:
        note = deepcopy(note)
        etree.strip_elements(note, tei("fw"), with_tail=False)  # page numbers and line numbers that interrupt it
    paragraphs = [raw(each) for each in children(note, tei("p"))]
    text = "\n".join(_lines(each) for each in paragraphs or [raw(note)])
    if child(note, tei("label")) is not None and (at := _SOURCE.search(text)):
        text = text[at.start() :]
    return _stated(text)


@lru_cache(maxsize=256)
def _stated(text: str) -> SourceStatement:
    """What the words say; the notes of an edition are much alike."""
    from memcon.converters.lines.sourcenotes import read_source_note

    return read_source_note(text)


def _lines(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.split("\n"))


# -- repository and shelfmark ---------------------------------------------------------------------


def _shelfmarks(survey: Survey, statements: list[SourceStatement]) -> Iterator[Diagnostic]:
    stated = list(dict.fromkeys(said.shelfmark for said in statements))
    described = survey.every("msIdentifier")
    for number, identifier in enumerate(described):
        expected = _expected(stated[number]) if number < len(stated) else []
        yield from _shelfmark(survey, identifier, expected)
    for mark in stated[len(described) :]:
        if mark.repository:
            place = next(iter(survey.every("sourceDesc")), survey.root)
            yield survey.finding("MC573", f"{mark.repository!r} is named, and the header does not have it", place)


def _shelfmark(
    survey: Survey, identifier: etree._Element, expected: list[tuple[str, str, str]]
) -> Iterator[Diagnostic]:
    """Every part that the header gives is printed, and every part that is printed is given."""
    parts = tuple(identifier.iterchildren(etree.Element))
    given = [(str(part.tag).rpartition("}")[2], part.get("type", ""), words(part)) for part in parts]
    if given == expected:
        return
    for part, (name, kind, text) in zip(parts, given, strict=True):
        if (name, kind, text) in expected or (name == "msName" and text in _own_names(survey)):
            continue
        meant = next((value for n, k, value in expected if (n, k) == (name, kind)), "")
        if meant:
            yield survey.finding("MC573", f"the header says {text!r}, and the source note {meant!r}", part)
        elif not survey.print.has(text):
            yield survey.finding("MC573", f"{text!r} is printed nowhere", part)
        elif other := next((k for n, k, value in expected if (n, value) == (name, text) and k), ""):
            yield survey.finding("MC573", f"{text!r} is of type {other}, not {kind or 'none'}", part, attribute="type")
    kinds = Counter((name, kind) for name, kind, _ in given)
    wanted = Counter((name, kind) for name, kind, _ in expected)
    for name, kind, text in expected:
        if kinds[name, kind] < wanted[name, kind] and not any(text in value for *_, value in given):
            yield survey.finding("MC573", f"the source note says {text!r}, and the header does not", identifier)
    if sorted(given) == sorted(expected) and given != expected:
        yield survey.finding("MC573", "the source note has the parts of the shelfmark in another order", identifier)


def _own_names(survey: Survey) -> tuple[str, ...]:
    """By what a document of no known shelfmark is called: its title, or the name of the file."""
    named = (*survey.every("title"), *survey.every("idno"))
    return tuple(words(each) for each in named if each.get("type") in ("main", "supplied", "memcon"))


def _expected(mark: Shelfmark) -> list[tuple[str, str, str]]:
    """The elements that a shelfmark makes: name, type, text."""
    if not mark.repository:
        return []
    place = [("settlement", "", mark.settlement)] if mark.settlement else []
    collections = [("collection", kind, text) for kind, text in mark.parts if kind in _COLLECTIONS]
    rest = ", ".join(text for kind, text in mark.parts if kind not in _COLLECTIONS)
    found = [
        *place,
        ("repository", "", mark.repository),
        *collections,
        *([("idno", "shelfmark", rest)] if rest else []),
    ]
    return [(name, kind, " ".join(text.split())) for name, kind, text in found]


# -- translators, editions, publications ----------------------------------------------------------


def _translators(survey: Survey, statements: list[SourceStatement]) -> Iterator[Diagnostic]:
    stated = {" ".join(name.split()): None for said in statements for name in said.translators}
    given = {
        words(name): name
        for statement, said in survey.responsible
        if said == "translator"
        for name in children(statement, tei("persName"), tei("orgName"))
    }
    for text, name in given.items():
        if text not in stated and not survey.print.has(text):
            yield survey.finding("MC574", f"{text!r} is named as translator in no source note", name)
    note = next(iter(notes_of_source(survey)), survey.root)
    for text in stated:
        if text not in given:
            yield survey.finding("MC574", f"{text!r} translated it, and the header does not say so", note)


def _editions(survey: Survey, statements: list[SourceStatement]) -> Iterator[Diagnostic]:
    stated = {folded(said.edition) for said in statements if said.edition}
    responsible = next((each for each in survey.every("respStmt") if each.get(XML_ID) == "source-edition"), None)
    name = child(responsible, tei("orgName")) if responsible is not None and stated else None
    if name is None or words(name) == _UNKNOWN_EDITION:
        return
    if folded(words(name)) not in (*stated, folded(_UNKNOWN_EDITION)):
        yield survey.finding("MC574", f"{words(name)!r} is not the edition that the source note names", name)


def _publications(survey: Survey, statements: list[SourceStatement]) -> Iterator[Diagnostic]:
    stated = list(dict.fromkeys(said.publication for said in statements if said.publication is not None))
    given = [each for each in survey.every("biblStruct") if each.get("type") == "publication"]
    for number, bibl in enumerate(given):
        if number < len(stated):
            yield from _publication(survey, bibl, stated[number])
        elif not all(survey.print.has(words(title)) for title in bibl.iter(tei("title"))):
            yield survey.finding("MC575", "no source note names this publication", bibl)
    for earlier in stated[len(given) :]:
        place = next(iter(survey.every("sourceDesc")), survey.root)
        yield survey.finding("MC575", f"{earlier.title!r} is named, and the header does not have it", place)


def _publication(survey: Survey, bibl: etree._Element, stated: Publication) -> Iterator[Diagnostic]:
    meant = {
        "author": stated.author, "title": stated.title, "pubPlace": stated.place, "publisher": stated.publisher,
        "date": stated.date, "volume": stated.volume, "page": stated.pages.replace("–", "-"),
    }  # fmt: skip
    for element in bibl.iter(etree.Element):
        name = element.get("unit") or etree.QName(element).localname
        text = element.get("when") or words(element) if name == "date" else words(element)
        if name in meant and text != " ".join(meant.pop(name).split()):
            yield survey.finding("MC575", f"{text!r} is not what the source note says of its {name}", element)
    for name, text in meant.items():
        if text:
            yield survey.finding("MC575", f"the source note says {text!r}, and the header does not ({name})", bibl)
