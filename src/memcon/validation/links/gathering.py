"""A parsed file -> what it says of others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from operator import itemgetter

from lxml import etree

from memcon.fidelity import TranscriptReference, digest, printed_text, reference, reference_in
from memcon.tei.children import child, children
from memcon.tei.formulas import UNNAMED_SOURCE
from memcon.tei.grammars import models
from memcon.tei.names import NSMAP, XML_ID, XML_LANG, tei
from memcon.tei.parsing import Tree
from memcon.validation.conversation import bare, read_label
from memcon.validation.lifespans import lifespan_of, term_of
from memcon.validation.links.acts import acts
from memcon.validation.links.facts import FileLinks, Link, Listed, Office, Spot, Statement
from memcon.validation.places import Source
from memcon.validation.printing import words
from memcon.validation.survey import Survey

_POINTERS = ("sameAs", "ref", "source", "who", "resp", "ana", "target", "scheme", "corresp")
_PERSON, _PERSON_NAME, _OFFICE = tei("person"), tei("persName"), tei("occupation")
_SPEAKER = tei("speaker")
_PTR, _BIBL, _IDNO = tei("ptr"), tei("bibl"), tei("idno")
_EDITION = "#edition"
_LISTED = etree.XPath("/t:TEI/t:standOff//t:listPerson/t:person", namespaces=NSMAP)
_OF_TITLE = (tei("titleStmt"), tei("fileDesc"))
_OF_SOURCE = (tei("sourceDesc"), tei("fileDesc"))
_OF_PUBLICATION = (tei("publicationStmt"), tei("fileDesc"))
_OF_LICENCE = (tei("availability"), *_OF_PUBLICATION)
_OF_SETTING = (tei("setting"), tei("settingDesc"), tei("profileDesc"))
_ANSWERING = (tei("persName"), tei("orgName"))


def links_of(tree: Tree, path: str) -> FileLinks:
    """The ids, outgoing pointers, transcript, people and statements of a parsed file."""
    return gathered(Survey(Source(tree, b"", path)))


def gathered(survey: Survey) -> FileLinks:
    """The same of a file that was surveyed."""
    path, root = survey.path, survey.root
    header = child(root, tei("teiHeader"))
    links = tuple(_outgoing(survey))
    identifiers = frozenset(survey.identifiers)
    if header is None or survey.text is None:
        said = tuple(_statements(survey, header)) if header is not None else ()
        people = tuple(_people(survey))
        return FileLinks(
            path, identifiers, links, None, listed=people, identifier=root.get(XML_ID, ""), statements=said
        )
    bibl = next((each for each in _in(survey, header, "bibl", _OF_SOURCE) if each.get("type") == "transcript"), None)
    idno = next((each for each in _in(survey, header, "idno", _OF_PUBLICATION) if each.get("type") == "memcon"), None)
    dated = next(_in(survey, header, "date", _OF_SETTING), None)
    ptr = next(bibl.iter(_PTR), None) if bibl is not None else None
    named = next(bibl.iter(_IDNO), None) if bibl is not None else None
    return FileLinks(
        path, identifiers, links, _reference(survey, bibl), _printed_digest(survey), _spot(survey, ptr, "target"),
        _spot(survey, named), *_moment(survey, dated), root.get(XML_ID, ""), words(idno),
        statements=tuple(_statements(survey, header)), encoded=_encoded(survey), pristine=survey.pristine,
        unlinked=(*_unlinked(survey, header), *_unspoken(survey)),
    )  # fmt: skip


def _in(survey: Survey, header: etree._Element, name: str, around: Sequence[str]) -> Iterator[etree._Element]:
    """The elements of a name around which these stand, from the inside, and then the header."""
    return (each for each in survey.every(name) if _stands_in(each, around, header))


def _stands_in(element: etree._Element, around: Sequence[str], header: etree._Element) -> bool:
    parent = element.getparent()
    for tag in around:
        if parent is None or parent.tag != tag:
            return False
        parent = parent.getparent()
    return parent is header


def _reference(survey: Survey, bibl: etree._Element | None) -> TranscriptReference | None:
    """The transcript that the header names, mostly in the one bibl that there is of one."""
    there = [each for each in survey.every("bibl") if each.get("type") == "transcript"]
    return reference_in(bibl) if bibl is not None and len(there) == 1 else reference(survey.tree)


def _printed_digest(survey: Survey) -> str:
    """The digest of what is printed, white space aside. Where the edition adds nothing that holds text, that is all."""
    said = [each for each, value in survey.attribute("resp") if _EDITION in value and (each.text or len(each))]
    adds = survey.every("corr") or any(map(survey.is_of_text, said))
    return digest("".join(printed_text(survey.tree)) if adds else survey.printed)


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
        if value[:1] != "#" or " " in value or not value.isprintable()  # more than one: most are not
    ]
    for _, element, name, value in sorted(found, key=itemgetter(0)):
        for target in value.split():
            if target.startswith("#") or "://" in target or target.startswith("urn:"):
                continue
            if element.tag == _PTR and _is_transcript(element):
                continue  # a line range, not an id: the proof looks at it
            person = element.tag == _PERSON and name == "sameAs"
            there = (words(child(element, _PERSON_NAME)), words(child(element, _OFFICE))) if person else ()
            yield Link(name, target, survey.numbers[element], element.sourceline or 1, *there)


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
        listed = sorted(children(person, tei("persName")), key=lambda name: name.get("type") == "variant")
        names = tuple(map(words, listed))
        offices = tuple(
            Office(words(each), *term_of(each)) for each in children(person, tei("occupation"), tei("state"))
        )
        yield Listed(person.get(XML_ID, ""), names, offices, _spot(survey, person, "xml:id"), *lifespan_of(person))


def _unspoken(survey: Survey) -> Iterator[Statement]:
    """The labels of turns that point to nobody, in a file that was edited: the converter has done what it could."""
    for turn in survey.every("sp") if not survey.pristine else ():
        label = child(turn, _SPEAKER) if not turn.get("who") else None
        if label is not None:
            yield Statement("label", bare(" ".join(read_label(label).split())), *_spot(survey, turn))


def _unlinked(survey: Survey, header: etree._Element) -> Iterator[Statement]:
    if all(person.get("sameAs") for person in survey.every("person")):
        return
    for person in header.iter(_PERSON):
        name = child(person, _PERSON_NAME)
        if name is not None and not person.get("sameAs"):
            yield Statement("person", words(name), *_spot(survey, person))


def _statements(survey: Survey, header: etree._Element) -> Iterator[Statement]:
    for each in _in(survey, header, "publisher", _OF_PUBLICATION):
        yield Statement("publisher", words(each), *_spot(survey, each))
    for each in _in(survey, header, "licence", _OF_LICENCE):
        yield Statement("licence", words(each), *_spot(survey, each))
        yield Statement("licence_url", each.get("target", ""), *_spot(survey, each, "target"))
    for each in survey.every("textLang"):
        if any(_stands_in(around, _OF_SOURCE[1:], header) for around in each.iterancestors(_OF_SOURCE[0])):
            yield Statement("original_language", each.get("mainLang", ""), *_spot(survey, each, "mainLang"))
    for each in _in(survey, header, "editor", _OF_TITLE):
        yield Statement("editor", words(each), *_spot(survey, each))
    answering = [(each.get(XML_ID), each) for each in _in(survey, header, "respStmt", _OF_TITLE)]
    for name in (name for of, said in answering if of == "edition" for name in children(said, *_ANSWERING)):
        yield Statement("edition", words(name), *_spot(survey, name))
    named = [name for of, said in answering if of == "source-edition" for name in children(said, _ANSWERING[1])]
    for each in named:
        yield Statement("source_edition", words(each), *_spot(survey, each))
    for each in named:  # an edition of the transcript whose name is not printed, and that is not unnamed
        if (called := words(each)) != UNNAMED_SOURCE and not survey.print.says(called):
            yield Statement("unprinted_edition", called, *_spot(survey, each))
    for model in models(survey.tree):
        yield Statement("model", model.text or "", *_spot(survey, survey.root))
    yield Statement("language", survey.root.get(XML_LANG, ""), *_spot(survey, survey.root, "xml:lang"))
    if survey.text is not None:
        yield from acts(survey, header)
