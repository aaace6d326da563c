"""An edited file, against what the converter makes of the same transcript: what differs is an edit, and somebody
answers for it.

It is looked at only where the converter makes the very file of it that was edited, as the digest tells that the file
carries: then nothing of what differs is the converter's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise, takewhile
from types import MappingProxyType
from typing import NamedTuple

from lxml import etree

from memcon.converters.words.names import words_of
from memcon.diagnostics import Diagnostic
from memcon.fidelity import all_printed, squeezed
from memcon.resources import Outside
from memcon.tei.names import XML_ID, tei
from memcon.tei.parsing import Tree, parse_tei
from memcon.tei.serialising import signature
from memcon.validation.links.facts import FileLinks
from memcon.validation.links.shelf import Shelf
from memcon.validation.places import Source
from memcon.validation.printing import words

Remake = Callable[[Outside, str, str, str], Sequence[bytes]]
"""From the path of a transcript, how the files call it, and one of these files to all that the converter makes of it;
OSError where it is not there."""
Hunk = tuple[etree._Element, tuple[list["Piece"], list["Piece"]]]
"""The element before a difference in the new document, what was there, and what is there."""

_TEXT, _PERSON, _PERSON_NAME, _CHANGE, _RESP_STMT, _CHOICE, _CORR = (
    tei(name) for name in ("text", "person", "persName", "change", "respStmt", "choice", "corr")
)
_HEADER = tei("teiHeader")
_ENRICHING = tuple(map(tei, (
    "application respStmt editor funder sponsor principal projectDesc idno language activity p persName"
).split()))  # fmt: skip
_WITHIN = MappingProxyType({tei("p"): tei("editorialDecl"), _PERSON_NAME: _PERSON})
"""Where two of these stand; elsewhere they are something else."""
_P, _IDNO, _LANGUAGE, _OWN = tei("p"), tei("idno"), tei("language"), ("memcon", "sha256", "document")
_PIECE = re.compile(r"\s+|\w+|[^\w\s]")
_MOST = 20  # differences of one file that are told
_LARGE = 4000  # pieces on either side beyond which only the first difference is told
_SHOWN = 60  # characters
_HINT = "take it back, or tell of it in revisionDesc, with @when and @who"


class Piece(NamedTuple):
    """A tag, a word or unusual white space: what of it is compared, and the element that it is of."""

    kind: str
    value: tuple[object, ...]
    element: etree._Element

    @property
    def key(self) -> tuple[object, ...]:
        """What is compared."""
        return self.kind, *self.value


def altered(shelf: Shelf, path: str, files: Sequence[FileLinks], remake: Remake) -> Iterator[Diagnostic]:
    """MC545 for what is otherwise in an edited file than the converter makes it of the transcript at that path, where
    nobody answers for what was edited. `files` are those that were made from it."""
    made: dict[tuple[str, str], Sequence[bytes]] = {}
    for file in files:
        source = None if file.pristine or file.transcript is None else shelf.source(file.path)
        carried = signature(source.tree) if source is not None and not _is_told(source.tree) else None
        if file.transcript is None or source is None or carried is None:
            continue
        how = (path, file.transcript.path)
        if how not in made:
            try:
                made[how] = remake(shelf.outside, *how, file.path)
            except OSError:
                made[how] = ()
        yield from _compared(source, carried, file, made[how])


def _compared(source: Source, carried: str, file: FileLinks, made: Sequence[bytes]) -> Iterator[Diagnostic]:
    if any(_carries(each, file.encoded) for each in made):
        message = "the digest is not that of the file, which is as its transcript makes it"
        yield source.finding("MC545", message, source.tree.getroot(), "convert it again")
        return
    was = next((each for each in made if _carries(each, carried)), None)
    tree = parse_tei(was, source.path).value if was is not None else None
    if tree is not None:
        yield from _differences(source, tree)


def _carries(data: bytes, digest: str) -> bool:
    return f'digest="sha256:{digest}"'.encode() in data


def _differences(source: Source, made: Tree) -> Iterator[Diagnostic]:
    theirs = _pieces(made, frozenset())
    ours = _pieces(source.tree, _enrichments(source.tree, made))
    answering = _answering(source.tree)
    proven = squeezed(all_printed(source.tree)) == squeezed(all_printed(made))
    for before, (old, new) in _hunks(theirs, ours):
        added = not old and all(_is_well_named(each) or _is_answered(each.element, answering) for each in new)
        if not added and (proven or not _is_of_proof((*old, *new))):
            yield source.finding("MC545", _message(old, new), new[0].element if new else before, _HINT)


def _pieces(tree: Tree, spared: Container[etree._Element]) -> list[Piece]:
    """A document piece by piece, some elements left out: comments, instructions, and how it is broken into lines count
    for nothing."""
    found: list[Piece] = []
    _gather(tree.getroot(), found, spared)
    return found


def _enrichments(tree: Tree, made: Tree) -> frozenset[etree._Element]:
    """What a header has beside what is made, and may: who and what else worked on the file, other identifiers, further
    names, what is told of the practice. Other rules look at that."""

    def keys(of: Tree) -> Iterator[tuple[etree._Element, tuple[object, ...]]]:
        header = of.getroot().find(_HEADER)
        for each in header.iter(*_ENRICHING) if header is not None else ():
            parent, found = each.getparent(), list[Piece]()
            if each.tag not in _WITHIN or (parent is not None and parent.tag == _WITHIN[str(each.tag)]):
                _gather(each, found, ())
                yield each, tuple(piece.key for piece in found)

    known = {key for _, key in keys(made)}
    said = {words(each) for each, _ in keys(made)} - {""}
    new = (each for each, key in keys(tree) if key not in known and words(each) not in said)
    more = {each for each in new if _says_more(each)}
    return frozenset(each for each in more if each.tag != _P or more.issuperset(each.itersiblings(_P)))


def _says_more(element: etree._Element) -> bool:
    """Whether something is said, and it is not what the file itself is called, or its transcript."""
    if element.tag == _IDNO and element.get("type") in _OWN:
        return False
    return element.tag == _LANGUAGE or bool(words(element))


def _gather(element: etree._Element, found: list[Piece], spared: Container[etree._Element]) -> None:
    found.append(Piece("tag", (element.tag, *sorted(element.items())), element))
    text = element.text or ""
    mixed = bool(text.strip()) or any((each.tail or "").strip() for each in element)
    start = len(found)
    for child in element:
        if isinstance(child.tag, str) and child not in spared:
            found += _words(text, element, mixed)
            _gather(child, found, spared)
            text = ""
        text += child.tail or ""
    found += _words(text, element, mixed)
    if mixed:
        _trim(found, start)
    found.append(Piece("end", (element.tag,), element))


def _words(text: str, element: etree._Element, mixed: bool) -> Iterator[Piece]:
    for each in _PIECE.findall(text):
        if not each.isspace():
            yield Piece("word", (each,), element)
        elif mixed:
            yield Piece("blank", (" " if "\n" in each else each,), element)


def _trim(found: list[Piece], start: int) -> None:
    """White space at either end of an element is no difference."""
    if len(found) > start and found[-1].kind == "blank":
        found.pop()
    if len(found) > start and found[start].kind == "blank":
        del found[start]


def _hunks(
    old: Sequence[Piece], new: Sequence[Piece]
) -> Iterator[tuple[etree._Element, tuple[list[Piece], list[Piece]]]]:
    """What is otherwise, piece by piece: the element before it in the new document, what was there, what is there."""
    a, b = [each.key for each in old], [each.key for each in new]
    first = sum(1 for _ in takewhile(_are_equal, zip(a, b, strict=False)))
    most = min(len(a), len(b)) - first
    last = min(most, sum(1 for _ in takewhile(_are_equal, zip(reversed(a), reversed(b), strict=False))))
    a, b = a[first : len(a) - last], b[first : len(b) - last]
    if len(a) > _LARGE or len(b) > _LARGE:
        yield new[max(first - 1, 0)].element, (list(old[first : first + len(a)]), list(new[first : first + len(b)]))
        return
    matched = SequenceMatcher(None, a, b)  # what stands everywhere is no beginning of a match: else it takes long
    changed = [each for each in matched.get_opcodes() if each[0] != "equal"]
    for _, i, j, m, n in changed[:_MOST]:
        before = new[max(first + m - 1, 0)].element
        yield before, (list(old[first + i : first + j]), list(new[first + m : first + n]))


def _are_equal(pair: tuple[object, object]) -> bool:
    return pair[0] == pair[1]


def _is_of_proof(both: Sequence[Piece]) -> bool:
    """Whether only words of the text differ."""
    if any(each.kind != "word" for each in both):
        return False
    return any(around.tag == _TEXT for around in both[0].element.iterancestors())


def _is_told(tree: Tree) -> bool:
    """Whether a change tells what was edited."""
    return any(each.get("when") and words(each) for each in tree.getroot().iter(_CHANGE))


def _answering(tree: Tree) -> frozenset[str]:
    """The pointers to those persons who answer for something of the edition."""
    statements = [each for each in tree.getroot().iter(_RESP_STMT) if each.find(_PERSON_NAME) is not None]
    found = (each.get(XML_ID, "") for each in statements)
    return frozenset(f"#{each}" for each in found if each and not each.startswith("translator-"))


def _is_answered(element: etree._Element, answering: frozenset[str]) -> bool:
    """Whether one of them answers for an element, for what it stands in, or for the correction in it."""
    around = (element, *element.iterancestors())
    within = [corr for each in around if each.tag == _CHOICE for corr in each.iterchildren(_CORR)]
    return any(not answering.isdisjoint(each.get("resp", "").split()) for each in (*around, *within))


def _is_well_named(piece: Piece) -> bool:
    """Whether it is the tag of a name that is pointed to whom it names: to add that alters nothing."""
    element = piece.element
    if piece.kind == "word" or element.tag != _PERSON_NAME or not element.get("ref"):
        return False
    persons = element.getroottree().getroot().iter(_PERSON)
    meant = next((each for each in persons if f"#{each.get(XML_ID)}" == element.get("ref")), None)
    surname = words_of(words(meant.find(_PERSON_NAME)))[-1:] if meant is not None else ()
    return bool(surname) and surname[0] in words_of(words(element))


def _message(old: Sequence[Piece], new: Sequence[Piece]) -> str:
    if len(old) == len(new) == 1 and old[0].kind == new[0].kind == "tag" and old[0].value[0] == new[0].value[0]:
        return f"{_attributes(new[0], old[0])}, and the transcript makes {_attributes(old[0], new[0])}"
    if not new:
        return f"the transcript makes {_shown(old)} here, and it is gone"
    if not old:
        return f"the transcript makes no {_shown(new)} here"
    return f"{_shown(new)}, and the transcript makes {_shown(old)}"


def _attributes(one: Piece, other: Piece) -> str:
    """The attributes of a tag that the other does not have so."""
    pairs = [each for each in one.element.items() if each not in other.element.items()]
    said = " ".join(f'{etree.QName(name).localname}="{value}"' for name, value in pairs)
    return f"<{_name(one)} {said[:_SHOWN]}>" if said else f"<{_name(one)}> without more"


def _shown(pieces: Sequence[Piece]) -> str:
    kinds = ("tag", "word") if any(each.kind in ("tag", "word") for each in pieces) else ("end", "blank")
    said = [_written(each) for each in pieces if each.kind in kinds]
    joined = said[0]
    for before, each in pairwise(said):
        joined += f"{'' if before[:1] == '<' or each[:1] == '<' else ' '}{each}"
    return joined if len(joined) <= _SHOWN else f"{joined[:_SHOWN]}…"


def _written(piece: Piece) -> str:
    if piece.kind == "blank":
        return f"white space {piece.value[0]!r}"
    if piece.kind == "word":
        return str(piece.value[0])
    return f"</{_name(piece)}>" if piece.kind == "end" else f"<{_name(piece)}>"


def _name(piece: Piece) -> str:
    return etree.QName(piece.element).localname
