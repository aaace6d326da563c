"""The people of one TEI document: who its header lists, and every place where somebody speaks or is named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from memcon.converters.words.names import is_office
from memcon.people.matching import is_generation
from memcon.tei.names import NSMAP, XML_ID, tei
from memcon.tei.parsing import Tree

_ENDS = " \t\n:.,;*—–-…"  # what delimits a label or a name
_ASIDES = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NO_PRINT = "ancestor::t:corr or ancestor::*[contains(concat(' ', @resp, ' '), ' #edition ')]"
_NO_NAME = "ancestor::t:" + " or ancestor::t:".join(
    ("corr", "supplied", "note", "stage", "fw", "metamark", "certainty", "ref[@type='noteMark']")
)
_PRINTED = etree.XPath(f".//text()[not({_NO_PRINT} or ancestor::t:note or ancestor::t:stage)]", namespaces=NSMAP)
_NAME = etree.XPath(f".//text()[not({_NO_NAME})]", namespaces=NSMAP)


@dataclass(frozen=True, slots=True)
class Listed:
    """A person of a header: xml:id, name, office, role, and @sameAs as it is written."""

    identifier: str
    name: str
    office: str = ""
    role: str = ""
    same_as: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text: `kind` is speaker, participant (in a printed list of them) or name; `targets` are its
    pointers, none where nobody was resolved. `printed` is what stands there without its delimiter, `name` what of it
    could be a name of one person (empty where nothing could), `where` the turn's id."""

    kind: str
    targets: tuple[str, ...]
    printed: str
    name: str
    line: int
    where: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A TEI document by its path and its idno, with its people."""

    path: str
    identifier: str
    persons: tuple[Listed, ...]
    mentions: tuple[Mention, ...]


def people_of(tree: Tree, path: str) -> Document:
    """Who is listed, speaks and is named in a document; a file without a text has nobody."""
    root = tree.getroot()
    idno = root.find("t:teiHeader/t:fileDesc/t:publicationStmt/t:idno[@type='memcon']", NSMAP)
    text = root.find("t:text", NSMAP)
    if text is None:
        return Document(path, _flat(idno), (), ())
    described = root.find("t:teiHeader/t:profileDesc/t:particDesc", NSMAP)
    persons = described.iter(tei("person")) if described is not None else ()
    return Document(path, _flat(idno), tuple(map(_listed, persons)), tuple(_mentions(text)))


def _listed(person: etree._Element) -> Listed:
    name, office = person.find("t:persName", NSMAP), person.find("t:occupation", NSMAP)
    role, same_as = person.get("role", ""), person.get("sameAs", "")
    return Listed(person.get(XML_ID, ""), _flat(name), _flat(office), role, same_as)


def _mentions(text: etree._Element) -> Iterator[Mention]:
    for element in text.iter(tei("sp"), tei("persName")):
        line = element.sourceline or 0
        if element.tag == tei("sp"):
            label = element.find("t:speaker", NSMAP)
            targets = tuple(element.get("who", "").split())
            printed, name = ("", "") if label is None else (_printed(label), name_in(label))
            yield Mention("speaker", targets, printed, name, line, element.get(XML_ID, ""))
        else:
            yield Mention(
                _kind(element), tuple(element.get("ref", "").split()), _printed(element), name_in(element), line
            )


def _kind(name: etree._Element) -> str:
    lists = name.iterancestors(tei("list"))
    return "participant" if any(each.get("type") == "participants" for each in lists) else "name"


def _printed(element: etree._Element) -> str:
    return " ".join("".join(_PRINTED(element)).split()).rstrip(_ENDS) or _flat(element)


def name_in(element: etree._Element) -> str:
    """The name that an element prints: without delimiter, supplied words, directions and what stands in brackets.
    Empty for an office alone, for a single letter, where a part is withheld, and for what the edition calls a
    misprint."""
    if any(element.find(f".//t:{name}", NSMAP) is not None for name in ("gap", "corr")):
        return ""
    text = _without_office(" ".join(_ASIDES.sub(" ", "".join(_NAME(element))).split())).strip(_ENDS)
    letters = sum(c.isalpha() for c in text)
    return "" if letters < 2 or is_office(text) else text


def _without_office(text: str) -> str:
    """`Anna Berg, Minister of Trade` is Anna Berg; `Berg, Anna` and `Karl Berg, Jr.` stay."""
    name, comma, rest = text.partition(",")
    while comma and is_generation(rest.partition(",")[0].strip()):
        more, comma, rest = rest.partition(",")
        name += f",{more}"
    return name if comma and (len(name.split()) > 1 or is_office(rest)) else text


def _flat(element: etree._Element | None) -> str:
    return " ".join("".join(map(str, element.itertext())).split()) if element is not None else ""
