"""The one path from a transcript to TEI: read, convert, encode, prove, validate.

Nothing is written here. A document that cannot be proven or is not valid has no value, only diagnostics.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath
from urllib.parse import quote

from memcon.converters.decided import located
from memcon.converters.memoranda import Converted, memoranda
from memcon.converters.words.languages import other_language
from memcon.decisions import Edition, EditionMetadata, unused
from memcon.diagnostics import Diagnostic, Location, Outcome, Severity, in_order, worst
from memcon.fidelity import prove, squeezed
from memcon.identifiers import Registry, identifiers
from memcon.model import Memorandum
from memcon.readers import read
from memcon.readers.decoding import integrity_check
from memcon.rules import rule
from memcon.settings import Settings as Settings
from memcon.tei.document import document
from memcon.tei.header import Publication
from memcon.tei.parsing import parse_tei
from memcon.tei.serialising import signed
from memcon.transcript import Transcript
from memcon.validation import faults_of

_LANGUAGE = "en"  # of a transcript, unless it looks otherwise


@dataclass(frozen=True, slots=True)
class Document:
    """One TEI document, proven and valid: its identifier (the file is `identifier.xml`), its bytes, the place
    in the transcript where it begins, and the lines (RFC 5147: counted between lines, from 0) it encodes."""

    identifier: str
    data: bytes
    place: Location
    lines: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Transcribed:
    """A transcript that was read and taken apart, before its memoranda get their names. `check` is what names its
    encoding, where that has to be said."""

    transcript: Transcript
    converted: Converted
    edition: Edition
    check: str = ""


def transcribe(data: bytes, name: str, settings: Settings, encoding: str | None = None) -> Outcome[Transcribed]:
    """Read a transcript and find its memoranda. `name` is its path; its last part is what decisions name. The encoding
    that is decided for it beats `encoding`."""
    decided = settings.edition.of(PurePath(name.replace("\\", "/")).name)
    encoding = next((each.encoding for each in decided.transcripts if each.encoding), encoding)
    outcome = read(data, name, encoding)
    if outcome.value is None:
        return Outcome(None, outcome.diagnostics)
    edition = located(decided, outcome.value)
    converted = memoranda(outcome.value, settings.authority, edition)
    found = (*outcome.diagnostics, *converted.diagnostics, *unused(edition, converted.met))
    check = integrity_check(data, encoding)
    return Outcome(Transcribed(outcome.value, converted, edition, check), in_order(found))


def encode(
    transcribed: Transcribed, settings: Settings, registry: Registry, target: str | None = None
) -> Iterator[Outcome[Document]]:
    """The TEI documents of a transcript, one outcome each.

    `target` is the transcript's address relative to where the documents will be (default: its file name).
    """
    transcript, found = transcribed.transcript, transcribed.converted.memoranda
    names = identifiers(found, transcribed.edition, transcript.name)
    address = quote(target if target is not None else PurePath(transcript.name).name, errors="surrogateescape")
    for number, (memorandum, identifier) in enumerate(zip(found, names, strict=True)):
        place = _begins(transcript, memorandum)
        owner = registry.claim(identifier, str(place))
        if owner is not None:
            yield Outcome(None, (_double(place, identifier, owner),))
            continue
        previous = f"{names[number - 1]}.xml" if number else ""
        metadata, told = _in_language(settings.edition.metadata, transcript, memorandum)
        publication = Publication(
            identifier, address, transcript.sha256, metadata, previous, settings.authority.link, transcribed.check
        )
        made = _document(transcript, memorandum, publication, registry)
        yield Outcome(made.value, (*told, *made.diagnostics))


def _in_language(
    metadata: EditionMetadata, transcript: Transcript, memorandum: Memorandum
) -> tuple[EditionMetadata, tuple[Diagnostic, ...]]:
    """What the header says about the edition, with the language that the text looks like where none is decided."""
    if metadata.language:
        return metadata, ()
    other = other_language(transcript.text(memorandum.span), _LANGUAGE)
    place = _begins(transcript, memorandum)
    hint = "give the language in edition.toml, under [edition]"
    told = (
        (Diagnostic(rule("MC336"), f"the text looks like {other}, and nothing says so", place, hint),) if other else ()
    )
    return replace(metadata, language=other or _LANGUAGE), told


def _begins(transcript: Transcript, memorandum: Memorandum) -> Location:
    """The line of the source on which a memorandum begins."""
    line = transcript.source_line(transcript.lines[memorandum.lines[0]].span.start)
    return Location(transcript.name, line, 1)


def _double(place: Location, identifier: str, owner: str) -> Diagnostic:
    hint = "give one of them another identifier under [[memorandum]] in edition.toml"
    return Diagnostic(rule("MC303"), f"{identifier!r} is the identifier of {owner} already", place, hint)


def _document(
    transcript: Transcript, memorandum: Memorandum, publication: Publication, registry: Registry
) -> Outcome[Document]:
    printed = squeezed(transcript.text(memorandum.span))
    unsigned = document(memorandum, publication, registry.xml_id(publication.identifier), printed)
    path = f"{publication.identifier}.xml"
    parsed = parse_tei(unsigned, path)
    if parsed.value is None:
        return Outcome(None, tuple(_unparsable(transcript, memorandum, d) for d in parsed.diagnostics))
    data = signed(parsed.value, unsigned)
    proof = prove(parsed.value, data, path, transcript, memorandum.span)
    found = proof or faults_of(parsed.value, data, path)
    if worst(found) >= Severity.ERROR:
        return Outcome(None, found)
    # What is only doubtful was said of the transcript, at its line; what a reviewer would ask is for `validate` to say.
    return Outcome(Document(publication.identifier, data, _begins(transcript, memorandum), memorandum.lines))


def _unparsable(transcript: Transcript, memorandum: Memorandum, fault: Diagnostic) -> Diagnostic:
    """libxml2 refuses our own document: a text node is too long. Said of the transcript, at its longest paragraph."""
    if fault.rule.code not in ("MC401", "MC407"):
        return fault
    start, longest, at = memorandum.span.start, 0, memorandum.span.start
    for part in transcript.text(memorandum.span).split("\n\n"):
        if len(part) > longest:
            longest, at = len(part), start
        start += len(part) + 2
    place = transcript.location(min(at, memorandum.span.end))
    message = f"this paragraph has {longest} characters: {fault.message}"
    return Diagnostic(rule("MC108"), message, place, "divide it by a blank line")


def convert(
    data: bytes, name: str, settings: Settings | None = None, *, encoding: str | None = None, target: str | None = None
) -> Outcome[tuple[Document, ...]]:
    """One transcript -> its TEI documents, with everything that was found on the way.

    The value is None where the transcript was refused; documents that could not be proven, named or validated
    are missing from it.
    """
    settings = settings or Settings()
    transcribed = transcribe(data, name, settings, encoding)
    if transcribed.value is None:
        return Outcome(None, transcribed.diagnostics)
    outcomes = tuple(encode(transcribed.value, settings, Registry(), target))
    documents = tuple(o.value for o in outcomes if o.value is not None)
    return Outcome(documents, in_order((*transcribed.diagnostics, *(d for o in outcomes for d in o.diagnostics))))
