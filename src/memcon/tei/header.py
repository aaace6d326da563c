"""Memorandum -> teiHeader: what encoding.md calls the facts, each in its one place (Guidelines, chapter 2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from memcon import model
from memcon.decisions import EditionMetadata
from memcon.tei.elements import Child, Constant, Element, element
from memcon.tei.formulas import ANSWERS, PRACTICE, UNNAMED_SOURCE
from memcon.tei.inline import markings
from memcon.tei.vocabularies import taxonomies
from memcon.version import VERSION

_PART_TYPES = {"fond": "fond", "opis": "opis", "delo": "delo", "papers": "papers"}


@dataclass(frozen=True, slots=True)
class Publication:
    """What the header says of the file itself.

    `identifier` is the file's stem; `target` the transcript's address relative to the file; `previous` the
    address of the file whose date this one inherits; `persons` that of the authority file. `check` is the integrity
    check of RFC 5147 that names the transcript's encoding, where that has to be said.
    """

    identifier: str
    target: str
    sha256: str
    metadata: EditionMetadata
    previous: str = ""
    persons: str = ""
    check: str = ""


def header(memorandum: model.Memorandum, publication: Publication, text: Element) -> Element:
    """The teiHeader of one memorandum; `text` is its text element, which tells what vocabularies are used."""
    facts = memorandum.facts
    return element(
        "teiHeader",
        element(
            "fileDesc",
            _title_statement(facts, publication),
            publication_statement(publication.identifier, publication.metadata),
            _source(memorandum, publication),
        ),
        _encoding(facts, text),
        _profile(facts, publication),
    )


# -- fileDesc -------------------------------------------------------------------------------------


def supplied_title(facts: model.Facts, identifier: str) -> str:
    """The title of a memorandum that prints none: from participants and date, else from the file's name."""
    names = [p.name for wanted in facts.featured for p in facts.persons if p.identifier == wanted]
    if not names:
        return identifier
    kind = "Telephone conversation" if facts.medium == "telephone" else "Conversation"
    joined = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    return f"{kind} of {joined}{', ' + facts.moment.date if facts.moment.date else ''}"


def _title_statement(facts: model.Facts, publication: Publication) -> Element:
    if facts.title and not facts.title_decided:
        title = element("title", facts.title, type="main")
    else:
        made = facts.title or supplied_title(facts, publication.identifier)
        title = element("title", made, type="supplied", resp=model.EDITION)
    subject = [element("title", facts.subject, type="subject")] if facts.subject else []
    return element("titleStmt", title, *subject, *_responsibilities(facts, publication.metadata))


def _responsibilities(facts: model.Facts, metadata: EditionMetadata) -> Iterator[Element]:
    yield edition_statement(metadata)
    for number, name in enumerate(facts.translators, 1):
        person = element("persName", name)
        yield element("respStmt", element("resp", ANSWERS["translator"]), person, xml_id=f"translator-{number}")
    printed_by = facts.source_edition or UNNAMED_SOURCE
    yield element(
        "respStmt",
        element("resp", ANSWERS["source-edition"]),
        element("orgName", printed_by),
        xml_id="source-edition",
    )
    for number, event in enumerate(_declassifications(facts), 1):
        authority = element("orgName", event.authority)
        yield element(
            "respStmt", element("resp", ANSWERS["declassification"]), authority, xml_id=f"declassification-{number}"
        )


def edition_statement(metadata: EditionMetadata) -> Element:
    """Who answers for what the edition adds: its editors, its publisher, or the edition itself."""
    editors = [element("persName", name) for name in metadata.editors]
    named = editors or [element("orgName", metadata.publisher or "the edition")]
    return element("respStmt", element("resp", ANSWERS["edition"]), *named, xml_id="edition")


def _declassifications(facts: model.Facts) -> list[model.Custody]:
    return [event for event in facts.custody if event.kind != "classification" and event.authority]


def publication_statement(identifier: str, metadata: EditionMetadata) -> Element:
    """Who publishes the file of that stem, and on which terms, as far as anybody said so."""
    idno = element("idno", identifier, type="memcon")
    first = element("publisher", metadata.publisher) if metadata.publisher else element("authority", "unpublished")
    if not metadata.licence:
        available = element("availability", element("p", "No licence is stated."), status="unknown")
    else:
        licence = element("licence", metadata.licence, target=metadata.licence_url)
        available = element("availability", licence)
    return element("publicationStmt", first, idno, available)


def _source(memorandum: model.Memorandum, publication: Publication) -> Element:
    facts = memorandum.facts
    statements = tuple(dict.fromkeys(s.shelfmark for s in facts.sources)) or (model.Shelfmark(),)
    descriptions = [
        _ms_description(facts, shelfmark, publication, first=not number) for number, shelfmark in enumerate(statements)
    ]
    earlier = dict.fromkeys(s.publication for s in facts.sources if s.publication is not None)
    fragment = ";".join(filter(None, (f"line={memorandum.lines[0]},{memorandum.lines[1]}", publication.check)))
    transcript = element(
        "bibl",
        element("ptr", target=f"{publication.target}#{fragment}"),
        element("idno", publication.sha256, type="sha256"),
        *([element("idno", facts.number, type="document")] if facts.number else []),
        type="transcript",
    )
    return element("sourceDesc", *descriptions, *map(_earlier_publication, earlier), transcript)


def _ms_description(facts: model.Facts, mark: model.Shelfmark, publication: Publication, first: bool) -> Element:
    parts: list[Child] = [_ms_identifier(mark, facts.title or publication.identifier)]
    if facts.excerpt or facts.original_language:
        language: list[Child] = (
            [element("textLang", mainLang=facts.original_language)] if facts.original_language else []
        )
        title: list[Child] = [] if language else [element("title", facts.title or publication.identifier)]
        item = element("msItem", *title, *language, defective="true" if facts.excerpt else "")
        parts.append(element("msContents", item))
    if facts.custody and first:
        events = (_custody_event(event, _declassifications(facts)) for event in facts.custody)
        parts.append(element("additional", element("adminInfo", element("custodialHist", *events))))
    return element("msDesc", *parts)


def _ms_identifier(mark: model.Shelfmark, title: str) -> Element:
    if not mark.repository:
        return element("msIdentifier", element("msName", title))
    place = [element("settlement", mark.settlement)] if mark.settlement else []
    collections = [
        element("collection", text, type=_PART_TYPES[kind]) for kind, text in mark.parts if kind in _PART_TYPES
    ]
    rest = ", ".join(text for kind, text in mark.parts if kind not in _PART_TYPES)
    other = [element("idno", rest, type="shelfmark")] if rest else []
    return element("msIdentifier", *place, element("repository", mark.repository), *collections, *other)


def _custody_event(event: model.Custody, dated: list[model.Custody]) -> Element:
    resp = f"#declassification-{dated.index(event) + 1}" if event in dated else ""
    described: list[Child] = [event.text]
    for kind, number in (("appeal", event.appeal), ("release", event.number)):
        described += [" ", element("idno", number, type=kind)] if number else []
    ana = markings(event.categories)
    return element("custEvent", element("desc", *described), type=event.kind, when=event.when, resp=resp, ana=ana)


def _earlier_publication(earlier: model.Publication) -> Element:
    pages = earlier.pages.replace("–", "-")
    imprint = [
        element("pubPlace", earlier.place) if earlier.place else None,
        element("publisher", earlier.publisher) if earlier.publisher else None,
        element("date", when=earlier.date) if earlier.date else None,
        element("biblScope", earlier.volume, unit="volume") if earlier.volume else None,
        element("biblScope", pages, unit="page") if pages else None,
    ]
    parts = [part for part in imprint if part is not None]
    author, title = element("author", earlier.author), element("title", earlier.title)
    return element("biblStruct", element("monogr", author, title, element("imprint", *parts)), type="publication")


# -- encodingDesc and profileDesc -----------------------------------------------------------------


def _encoding(facts: model.Facts, text: Element) -> Element:
    used = _vocabularies(text)
    used |= {"classification"} if facts.classification or any(event.categories for event in facts.custody) else set()
    used |= {"medium"} if facts.medium else set()
    used |= {"date"} if facts.moment.inherited else set()
    return element(
        "encodingDesc",
        _PRACTICE,
        *([element("classDecl", *taxonomies(used))] if used else []),
        _APPLICATION,
    )


_PRACTICE = Constant("editorialDecl", *(element("p", text) for text in PRACTICE))
_APPLICATION = Constant("appInfo", element("application", element("label", "memcon"), ident="memcon", version=VERSION))


def _vocabularies(text: Element) -> set[str]:
    """The vocabularies that the text points into: `#foia.b1` is of foia."""
    pointers = (pointer for value in text.every("ana") for pointer in value.split())
    return {pointer[1:].split(".")[0] for pointer in pointers}


def _profile(facts: model.Facts, publication: Publication) -> Element:
    language = publication.metadata.language
    parts: list[Child] = [element("langUsage", element("language", ident=language))]
    if facts.persons:
        people = (_person(p, publication.persons, facts.moment.date) for p in facts.persons)
        parts.append(element("particDesc", element("listPerson", *people)))
    setting = _setting(facts, publication)
    if setting.children:
        parts.append(element("settingDesc", setting))
    classes = list(_classes(facts))
    if classes:
        parts.append(element("textClass", *classes))
    return element("profileDesc", *parts)


def _person(person: model.Person, authority: str, day: str) -> Element:
    link = f"{authority}#{person.identifier}" if person.authority and authority else ""
    names = [element("persName", person.name), *(element("persName", n, type="variant") for n in person.variants)]
    office = [element("occupation", person.office)] if person.office else []
    present = [_attendance(person, day)] if person.attendance else []
    return element("person", *names, *office, *present, xml_id=person.identifier, role=person.role, sameAs=link)


def _attendance(person: model.Person, day: str) -> Element:
    """Late arrival or early leave, with the time of the day of the talk where both are known."""
    whole = len(day) == len("YYYY-MM-DD")
    since, until = (f"{day}T{time}" if time and whole else "" for time in person.present)
    return element("state", element("desc", person.attendance), type="attendance", from_=since, to=until)


def _setting(facts: model.Facts, publication: Publication) -> Element:
    resp = model.EDITION if facts.place_decided else ""
    place = [element("placeName", facts.place, resp=resp)] if facts.place else []
    locale = [element("locale", facts.locale)] if facts.locale else []
    when = [_moment(facts.moment, publication.previous)] if facts.moment.date else []
    return element("setting", *place, *locale, *when)


def _moment(moment: model.Moment, previous: str) -> Element:
    basis = {"resp": model.EDITION} if moment.decided else {}
    if moment.told_in:
        basis = {"cert": "medium", "evidence": "internal", "source": f"#{moment.told_in}"}
    if moment.inherited:
        basis = {"cert": "medium", "evidence": "conjecture", "ana": "#date.from-previous", "source": previous}
    if not moment.start or len(moment.date) < len("YYYY-MM-DD"):  # a month has no time of day
        return element("date", when=moment.date, **basis)
    start = f"{moment.date}T{moment.start}{moment.offset}"
    if not moment.end:
        return element("date", when=start, **basis)
    day = moment.date
    if moment.end < moment.start:  # past midnight
        day = (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    return element("date", from_=start, to=f"{day}T{moment.end}{moment.offset}", **basis)


def _classes(facts: model.Facts) -> Iterator[Element]:
    for code in facts.classification:
        yield element("catRef", scheme="#classification", target=f"#classification.{code}")
    if facts.medium:
        yield element("catRef", scheme="#medium", target=f"#medium.{facts.medium}")
    if facts.subject:
        yield element("keywords", element("term", facts.subject))
