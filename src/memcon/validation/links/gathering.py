"""A parsed file -> what it says of others."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from lxml import etree

from memcon.fidelity import digest, has_text, printed_text, reference
from memcon.tei.formulas import UNNAMED_SOURCE
from memcon.tei.grammars import models
from memcon.tei.names import NSMAP, XML_ID, XML_LANG, tei
from memcon.tei.parsing import Tree
from memcon.validation.links.facts import FileLinks, Link, Listed, Office, Spot, Statement
from memcon.validation.places import Source
from memcon.validation.printing import words
from memcon.validation.survey import Survey

_POINTERS = frozenset(("sameAs", "ref", "source", "who", "resp", "ana", "target", "scheme", "corresp"))
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
    if header is None or not has_text(tree):
        said = tuple(_statements(survey, header)) if header is not None else ()
        people = tuple(_people(tree))
        return FileLinks(
            path, identifiers, links, None, listed=people, identifier=root.get(XML_ID, ""), statements=said
        )
    bibl, dated, idno = (next(iter(find(header)), None) for find in (_TRANSCRIPT, _DATE, _IDNO))
    ptr = next(bibl.iter(tei("ptr")), None) if bibl is not None else None
    named = next((each for each in bibl.iter(tei("idno"))), None) if bibl is not None else None
    return FileLinks(
        path, identifiers, links, reference(tree), _printed_digest(survey), _spot(tree, ptr, "target"),
        _spot(tree, named), *_moment(tree, dated), root.get(XML_ID, ""), words(idno),
        statements=tuple(_statements(survey, header)), encoded=_encoded(survey), pristine=survey.pristine,
        unlinked=tuple(_unlinked(tree, header)),
    )  # fmt: skip


def _printed_digest(survey: Survey) -> str:
    """The digest of what is printed, white space aside."""
    return digest("".join(printed_text(survey.tree)) if _ADDED(survey.tree) else survey.printed)


def _encoded(survey: Survey) -> str:
    """The digest of the whole document."""
    return survey.canonical_digest or sha256(etree.tostring(survey.tree)).hexdigest()


def _spot(tree: Tree, element: etree._Element | None, attribute: str = "") -> Spot:
    if element is None:
        return Spot()
    return Spot(tree.getelementpath(element), element.sourceline or 1, attribute)


def _outgoing(survey: Survey) -> Iterator[Link]:
    """The pointers to other files; addresses of the web are followed by nobody."""
    for element, name, value in survey.attributes:
        if name not in _POINTERS or (value[:1] == "#" and len(value.split()) == 1):
            continue
        for target in value.split():
            if target.startswith("#") or "://" in target or target.startswith("urn:"):
                continue
            if element.tag == tei("ptr") and _is_transcript(element):
                continue  # a line range, not an id: the proof looks at it
            person = element.tag == tei("person") and name == "sameAs"
            name_there = words(element.find(tei("persName"))) if person else ""
            yield Link(name, target, _spot(survey.tree, element, name), name_there)


def _is_transcript(ptr: etree._Element) -> bool:
    parent = ptr.getparent()
    return parent is not None and parent.tag == tei("bibl") and parent.get("type") == "transcript"


def _moment(tree: Tree, dated: etree._Element | None) -> tuple[str, str, Spot]:
    """The day, the file it is taken over from, and where both stand."""
    if dated is None:
        return "", "", Spot()
    day = (dated.get("when") or dated.get("from") or "")[: len("YYYY-MM-DD")]
    inherits = dated.get("source", "") if "#date.from-previous" in dated.get("ana", "").split() else ""
    return day, inherits, _spot(tree, dated, "source" if inherits else "")


def _people(tree: Tree) -> Iterator[Listed]:
    for person in _LISTED(tree):
        listed = sorted(person.iterchildren(tei("persName")), key=lambda name: name.get("type") == "variant")
        names = tuple(map(words, listed))
        offices = tuple(
            Office(words(each), each.get("from") or each.get("when") or "", each.get("to", ""))
            for each in person.iterchildren(tei("occupation"), tei("state"))
        )
        yield Listed(person.get(XML_ID, ""), names, offices, _spot(tree, person, "xml:id"))


def _unfounded(header: etree._Element, survey: Survey) -> Iterator[Statement]:
    """The edition of the transcript, where the print does not have its name and it is not unnamed."""
    for element in _STATED["source_edition"](header):
        name = words(element)
        if name != UNNAMED_SOURCE and name not in survey.print.flat:
            yield Statement("unprinted_edition", name, _spot(survey.tree, element))


def _unlinked(tree: Tree, header: etree._Element) -> Iterator[Statement]:
    for person in header.iter(tei("person")):
        name = person.find(tei("persName"))
        if name is not None and not person.get("sameAs"):
            yield Statement("person", words(name), _spot(tree, person))


def _statements(survey: Survey, header: etree._Element) -> Iterator[Statement]:
    tree = survey.tree
    for name, find in _STATED.items():
        for element in find(header):
            value = element.get("mainLang", "") if name == "original_language" else words(element)
            yield Statement(name, value, _spot(tree, element, "mainLang" if name == "original_language" else ""))
            if name == "licence":
                yield Statement("licence_url", element.get("target", ""), _spot(tree, element, "target"))
    root = tree.getroot()
    yield from _unfounded(header, survey)
    for model in models(tree):
        yield Statement("model", model.text or "", _spot(tree, root))
    yield Statement("language", root.get(XML_LANG, ""), _spot(tree, root, "xml:lang"))
