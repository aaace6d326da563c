"""Who answers for what was edited, and what may be added to a file without a word."""

from __future__ import annotations

from types import MappingProxyType

from lxml import etree

from memcon.converters.words.names import words_of
from memcon.tei.names import XML_ID, tei
from memcon.tei.parsing import Tree
from memcon.validation.printing import words

_PERSON, _PERSON_NAME, _CHANGE, _RESP_STMT, _CHOICE, _CORR, _P, _IDNO, _LANGUAGE = (
    tei(name) for name in ("person", "persName", "change", "respStmt", "choice", "corr", "p", "idno", "language")
)
ENRICHING = tuple(map(tei, (
    "application respStmt editor funder sponsor principal projectDesc idno language activity p persName"
).split()))  # fmt: skip
"""What a header may have beside what is made: who and what else worked on the file, other identifiers, further names,
what is told of the practice. Other rules look at that."""
_WITHIN = MappingProxyType({_P: tei("editorialDecl"), _PERSON_NAME: _PERSON})
"""Where two of these stand; elsewhere they are something else."""
_OWN = ("memcon", "sha256", "document")


def is_told(tree: Tree) -> bool:
    """Whether a change tells what was edited."""
    return any(each.get("when") and words(each) for each in tree.getroot().iter(_CHANGE))


def answering(tree: Tree) -> frozenset[str]:
    """The pointers to those persons who answer for something of the edition."""
    statements = [each for each in tree.getroot().iter(_RESP_STMT) if each.find(_PERSON_NAME) is not None]
    found = (each.get(XML_ID, "") for each in statements)
    return frozenset(f"#{each}" for each in found if each and not each.startswith("translator-"))


def is_answered(element: etree._Element, by: frozenset[str]) -> bool:
    """Whether one of them answers for an element, for what it stands in, or for the correction in it."""
    around = (element, *element.iterancestors())
    within = [corr for each in around if each.tag == _CHOICE for corr in each.iterchildren(_CORR)]
    return any(not by.isdisjoint(each.get("resp", "").split()) for each in (*around, *within))


def is_well_named(element: etree._Element) -> bool:
    """Whether it is a name that is pointed to whom it names: to add that alters nothing."""
    if element.tag != _PERSON_NAME or not element.get("ref"):
        return False
    persons = element.getroottree().getroot().iter(_PERSON)
    meant = next((each for each in persons if f"#{each.get(XML_ID)}" == element.get("ref")), None)
    surname = words_of(words(meant.find(_PERSON_NAME)))[-1:] if meant is not None else ()
    return bool(surname) and surname[0] in words_of(words(element))


def enriches(element: etree._Element) -> bool:
    """Whether an element of the header is one of those that may be added."""
    parent = element.getparent()
    return element.tag in ENRICHING and (
        element.tag not in _WITHIN or (parent is not None and parent.tag == _WITHIN[str(element.tag)])
    )


def says_more(element: etree._Element) -> bool:
    """Whether something is said, and it is not what the file itself is called, or its transcript."""
    if element.tag == _IDNO and element.get("type") in _OWN:
        return False
    return element.tag == _LANGUAGE or bool(words(element))
