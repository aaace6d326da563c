"""An edited file, against what the converter makes of the same transcript: what differs is an edit, and somebody
answers for it.

It is looked at only where the converter makes the very file of it that was edited, as the digest tells that the file
carries: then nothing of what differs is the converter's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.fidelity import all_printed, squeezed
from memcon.resources import Outside
from memcon.tei.names import tei
from memcon.tei.parsing import Tree, parse_tei
from memcon.tei.serialising import signature
from memcon.validation.links.answered import (
    ENRICHING,
    answering,
    enriches,
    is_answered,
    is_told,
    is_well_named,
    says_more,
)
from memcon.validation.links.facts import FileLinks
from memcon.validation.links.hunks import hunks
from memcon.validation.links.marked import changed_markup
from memcon.validation.links.shelf import Shelf
from memcon.validation.places import Source
from memcon.validation.printing import words

Remake = Callable[[Outside, str, str, str], Sequence[bytes]]
"""From the path of a transcript, how the files call it, and one of these files to all that the converter makes of it;
OSError where it is not there."""

_TEXT, _HEADER, _P = (tei(name) for name in ("text", "teiHeader", "p"))
_PIECE = re.compile(r"\s+|\w+|[^\w\s]")
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
    nobody answers for what was edited; MC116 where the converter does not make that file. `files` are those that were
    made from it."""
    made: dict[tuple[str, str], Sequence[bytes]] = {}
    for file in files:
        source = None if file.pristine or file.transcript is None else shelf.source(file.path)
        carried = signature(source.tree) if source is not None and not is_told(source.tree) else None
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
    yield from _differences(source, tree) if tree is not None else changed_markup(source)


def _carries(data: bytes, digest: str) -> bool:
    return f'digest="sha256:{digest}"'.encode() in data


def _differences(source: Source, made: Tree) -> Iterator[Diagnostic]:
    theirs = _pieces(made, frozenset())
    ours = _pieces(source.tree, _enrichments(source.tree, made))
    by = answering(source.tree)
    proven = squeezed(all_printed(source.tree)) == squeezed(all_printed(made))
    for was, now in hunks([each.key for each in theirs], [each.key for each in ours]):
        old, new = theirs[was.start : was.stop], ours[now.start : now.stop]
        before = ours[max(now.start - 1, 0)].element
        added = not old and all(_is_well_named(each) or is_answered(each.element, by) for each in new)
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
        for each in header.iter(*ENRICHING) if header is not None else ():
            found = list[Piece]()
            if enriches(each):
                _gather(each, found, ())
                yield each, tuple(piece.key for piece in found)

    known = {key for _, key in keys(made)}
    said = {words(each) for each, _ in keys(made)} - {""}
    new = (each for each, key in keys(tree) if key not in known and words(each) not in said)
    more = {each for each in new if says_more(each)}
    return frozenset(each for each in more if each.tag != _P or more.issuperset(each.itersiblings(_P)))


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


def _is_of_proof(both: Sequence[Piece]) -> bool:
    """Whether only words of the text differ."""
    if any(each.kind != "word" for each in both):
        return False
    return any(around.tag == _TEXT for around in both[0].element.iterancestors())


def _is_well_named(piece: Piece) -> bool:
    return piece.kind != "word" and is_well_named(piece.element)


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
