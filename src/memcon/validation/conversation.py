"""A conversation as the rules about speech see it: its turns, its participants, its printed passages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from memcon.converters.words.names import words_of
from memcon.tei.children import child
from memcon.tei.names import NSMAP, XML_ID, tei

Element = etree._Element

PASSAGES = frozenset(
    map(tei, ("p", "item", "head", "note", "dateline", "stage", "trailer", "closer", "speaker", "label", "quote"))
)
"""The elements that hold passages: what is printed as one piece."""

_SPEAKER, _PERSON_NAME, _OFFICE = tei("speaker"), tei("persName"), tei("occupation")
_APART = frozenset((*map(tei, ("corr", "fw", "list")), *PASSAGES))  # what is no part of the passage round it
_NOTE_MARK = tei("ref")
_NO_NAME = " or ".join(f"ancestor::t:{name}" for name in ("fw", "stage", "note", "ref", "sic[parent::t:choice]"))
_NAME = etree.XPath(f".//text()[not({_NO_NAME})]", namespaces=NSMAP)
_ASIDES = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_DELIMITERS = " \t\n:：.,;—–-"


class Passage(NamedTuple):
    """A piece of print: the element that holds it and its tag, and its characters without page furniture, without the
    edition's corrections, and without the passages that stand in it."""

    element: Element
    tag: str
    text: str


class Turn(NamedTuple):
    """A turn: its xml:id, its label as it is to be read (a correction instead of the misprint), the label's words, and
    the ids of those who speak."""

    element: Element
    identifier: str
    label: str
    words: tuple[str, ...]
    who: tuple[str, ...]


class Participant(NamedTuple):
    """A person of the header: the id, the names, the office and the role, and where he is described further."""

    element: Element
    identifier: str
    names: tuple[str, ...]
    office: str
    role: str
    same_as: str

    @property
    def name(self) -> str:
        """The first of the names."""
        return self.names[0] if self.names else ""


def passages(elements: Iterable[Element]) -> Iterator[Passage]:
    """The passages that elements hold; those without a printed character are left out."""
    for element in elements:
        text = element.text if not len(element) else _gathered(element)
        if text and not text.isspace():
            yield Passage(element, str(element.tag), text)


def turns(elements: Iterable[Element]) -> Iterator[Turn]:
    """The turns that `sp` elements are."""
    for element in elements:
        speaker = element[0] if len(element) else None
        if speaker is None or speaker.tag != _SPEAKER:
            speaker = child(element, _SPEAKER)
        label, words = ("", ()) if speaker is None else _label(read_label(speaker))
        yield Turn(element, element.get(XML_ID, ""), label, words, pointers(element.get("who")))


@lru_cache(maxsize=8192)
def _label(printed: str) -> tuple[str, tuple[str, ...]]:
    """A label without superfluous white space, and its words."""
    label = " ".join(printed.split())
    return label, words_of(without_asides(label))


def participants(elements: Iterable[Element]) -> Iterator[Participant]:
    """The participants that `person` elements are."""
    for element in elements:
        names: list[str] = []
        office = ""
        for each in element:
            if each.tag == _PERSON_NAME:
                names.append(flat(each))
            elif each.tag == _OFFICE and not office:
                office = flat(each)
        role, same_as = element.get("role", ""), element.get("sameAs", "")
        yield Participant(element, element.get(XML_ID, ""), tuple(names), office, role, same_as)


def flat(element: Element) -> str:
    """All characters of an element, on one line."""
    return " ".join((element.text or "" if not len(element) else "".join(element.itertext())).split())


@lru_cache(maxsize=8192)
def pointers(value: str | None) -> tuple[str, ...]:
    """The ids to which an attribute points within the document."""
    return tuple(each[1:] for each in value.split() if each[0] == "#") if value else ()


def read_label(speaker: Element) -> str:
    """A label or a name as it is to be read: what the edition corrects is corrected, and no note or direction is in
    it."""
    return "".join(map(str, _NAME(speaker))) if len(speaker) else speaker.text or ""


def without_asides(name: str) -> str:
    """A label or a printed name without what stands in brackets, unless all of it does."""
    return _ASIDES.sub(" ", name).strip(_DELIMITERS) or name if "(" in name or "[" in name else name


def bare(name: str) -> str:
    """A label or a printed name without its delimiter."""
    return name.strip(_DELIMITERS)


def _gathered(element: Element) -> str:
    pieces: list[str] = []
    _gather(element, pieces)
    return "".join(pieces)


def _gather(element: Element, pieces: list[str]) -> None:
    if element.text:
        pieces.append(element.text)
    for each in element:
        tag = each.tag
        if tag not in _APART and isinstance(tag, str) and not (tag == _NOTE_MARK and _is_mark(each)):
            _gather(each, pieces)
        if tail := each.tail:
            pieces.append(tail)


def _is_mark(element: Element) -> bool:
    """Whether a reference is the call of a footnote."""
    return element.get("type") == "noteMark"
