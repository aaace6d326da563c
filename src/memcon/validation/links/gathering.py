"""A parsed file -> what it says of others."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from operator import itemgetter

from lxml import etree

from memcon.fidelity import TranscriptReference, digest, printed_text, reference, reference_in
from memcon.tei.formulas import UNNAMED_SOURCE
from memcon.tei.grammars import models
from memcon.tei.names import NSMAP, XML_ID, XML_LANG, tei
from memcon.tei.parsing import Tree
from memcon.validation.lifespans import lifespan_of, term_of
from memcon.validation.links.acts import acts
from memcon.validation.links.facts import FileLinks, Link, Listed, Office, Spot, Statement
from memcon.validation.places import Source
from memcon.validation.printing import words
from memcon.validation.survey import Survey

_POINTERS = ("sameAs", "ref", "source", "who", "resp", "ana", "target", "scheme", "corresp")
_PERSON, _PERSON_NAME, _OFFICE, _PTR, _BIBL = (
    tei(each) for each in ("person", "persName", "occupation", "ptr", "bibl")
)
_EDITION = "#edition"
_HEADER = etree.XPath("/t:TEI/t:teiHeader", namespaces=NSMAP)
_TRANSCRIPT = etree.XPath("t:fileDesc/t:sourceDesc/t:bibl[@type='transcript']", namespaces=NSMAP)
_DATE = etree.XPath("t:profileDesc/t:settingDesc/t:setting/t:date", namespaces=NSMAP)
_IDNO = etree.XPath("t:fileDesc/t:publicationStmt/t:idno[@type='memcon']", namespaces=NSMAP)
_LISTED = etree.XPath("/t:TEI/t:standOff//t:listPerson/t:person", namespaces=NSMAP)
_ADDED = etree.XPath(
    "boolean(/t:TEI/t:text//t:corr) or boolean(/t:TEI/t:text//@resp[contains(., '#edition')]/..//text())",
    namespaces=NSMAP,
)
_SAID = {
    "publisher": "t:fileDesc/t:publicationStmt/t:publisher",
    "licence": "t:fileDesc/t:publicationStmt/t:availability/t:licence",
    "original_language": "t:fileDesc/t:sourceDesc//t:textLang",
    "edition": "t:fileDesc/t:titleStmt/t:respStmt[@xml:id='edition']/*[self::t:persName or self::t:orgName]",
    "source_edition": "t:fileDesc/t:titleStmt/t:respStmt[@xml:id='source-edition']/t:orgName",
}
_STATED = {name: etree.XPath(path, namespaces=NSMAP) for name, path in _SAID.items()}


def links_of(tree: Tree, path: str) -> FileLinks:
    """The ids, outgoing pointers, transcript, people and statements of a parsed file."""
    return gathered(Survey(Source(tree, b"", path)))


def gathered(survey: Survey) -> FileLinks:
    """The same of a file that was surveyed."""
    tree, path, root = survey.tree, survey.path, survey.root
    header = next(iter(_HEADER(tree)), None)
    links = tuple(_outgoing(survey))
    identifiers = frozenset(survey.identifiers)
    if header is None or survey.text is None:
        said = tuple(_statements(survey, header)) if header is not None else ()
        people = tuple(_people(survey))
        return FileLinks(
            path, identifiers, links, None, listed=people, identifier=root.get(XML_ID, ""), statements=said
        )
    bibl, dated, idno = (next(iter(find(header)), None) for find in (_TRANSCRIPT, _DATE, _IDNO))
    ptr = next(bibl.iter(tei("ptr")), None) if bibl is not None else None
    named = next((each for each in bibl.iter(tei("idno"))), None) if bibl is not None else None
    return FileLinks(
        path, identifiers, links, _reference(survey, bibl), _printed_digest(survey), _spot(survey, ptr, "target"),
        _spot(survey, named), *_moment(survey, dated), root.get(XML_ID, ""), words(idno),
        statements=tuple(_statements(survey, header)), encoded=_encoded(survey), pristine=survey.pristine,
        unlinked=tuple(_unlinked(survey, header)),
    )  # fmt: skip


def _reference(survey: Survey, bibl: etree._Element | None) -> TranscriptReference | None:
    """The transcript that the header names, mostly in the one bibl that there is of one."""
    there = [each for each in survey.every("bibl") if each.get("type") == "transcript"]
    return reference_in(bibl) if bibl is not None and len(there) == 1 else reference(survey.tree)


def _printed_digest(survey: Survey) -> str:
    """The digest of what is printed, white space aside."""
    said = survey.every("corr") or any(_EDITION in value for _, value in survey.attribute("resp"))
    return digest("".join(printed_text(survey.tree)) if said and _ADDED(survey.tree) else survey.printed)


def _encoded(survey: Survey) -> str:
    """The digest of the whole document."""
    return survey.canonical_digest or sha256(etree.tostring(survey.tree)).hexdigest()


def _spot(survey: Survey, element: etree._Element | None, attribute: str = "") -> Spot:
    if element is None:
        return Spot()
    return Spot(survey.numbers[element], element.sourceline or 1, attribute)


def _outgoing(survey: Survey) -> Iterator[Link]:
    """The pointers to other files, in document order; addresses of the web are followed by nobody."""
    found = [
        (survey.numbers[element], element, name, value)
        for name in _POINTERS
        for element, value in survey.attribute(name)
        if value[:1] != "#" or len(value.split()) != 1
    ]
    for _, element, name, value in sorted(found, key=itemgetter(0)):
        for target in value.split():
            if target.startswith("#") or "://" in target or target.startswith("urn:"):
                continue
            if element.tag == _PTR and _is_transcript(element):
                continue  # a line range, not an id: the proof looks at it
            person = element.tag == _PERSON and name == "sameAs"
            there = (words(element.find(_PERSON_NAME)), words(element.find(_OFFICE))) if person else ()
            yield Link(name, target, _spot(survey, element, name), *there)


def _is_transcript(ptr: etree._Element) -> bool:
    parent = ptr.getparent()
    return parent is not None and parent.tag == _BIBL and parent.get("type") == "transcript"


def _moment(survey: Survey, dated: etree._Element | None) -> tuple[str, str, Spot]:
    """The day, the file it is taken over from, and where both stand."""
    if dated is None:
        return "", "", Spot()
    day = (dated.get("when") or dated.get("from") or "")[: len("YYYY-MM-DD")]
    inherits = dated.get("source", "") if "#date.from-previous" in dated.get("ana", "").split() else ""
    return day, inherits, _spot(survey, dated, "source" if inherits else "")


def _people(survey: Survey) -> Iterator[Listed]:
    for person in _LISTED(survey.tree):
        listed = sorted(person.iterchildren(tei("persName")), key=lambda name: name.get("type") == "variant")
        names = tuple(map(words, listed))
        offices = tuple(
            Office(words(each), *term_of(each)) for each in person.iterchildren(tei("occupation"), tei("state"))
        )
        yield Listed(person.get(XML_ID, ""), names, offices, _spot(survey, person, "xml:id"), *lifespan_of(person))


def _unfounded(header: etree._Element, survey: Survey) -> Iterator[Statement]:
    """The edition of the transcript, where the print does not have its name and it is not unnamed."""
    for element in _STATED["source_edition"](header):
        name = words(element)
        if name != UNNAMED_SOURCE and not survey.print.says(name):
            yield Statement("unprinted_edition", name, _spot(survey, element))


def _unlinked(survey: Survey, header: etree._Element) -> Iterator[Statement]:
    if all(person.get("sameAs") for person in survey.every("person")):
        return
    for person in header.iter(_PERSON):
        name = person.find(_PERSON_NAME)
        if name is not None and not person.get("sameAs"):
            yield Statement("person", words(name), _spot(survey, person))


def _statements(survey: Survey, header: etree._Element) -> Iterator[Statement]:
    for name, find in _STATED.items():
        for element in find(header):
            value = element.get("mainLang", "") if name == "original_language" else words(element)
            yield Statement(name, value, _spot(survey, element, "mainLang" if name == "original_language" else ""))
            if name == "licence":
                yield Statement("licence_url", element.get("target", ""), _spot(survey, element, "target"))
    root = survey.root
    yield from _unfounded(header, survey)
    for model in models(survey.tree):
        yield Statement("model", model.text or "", _spot(survey, root))
    yield Statement("language", root.get(XML_LANG, ""), _spot(survey, root, "xml:lang"))
    if survey.text is not None:
        yield from acts(survey, header)
