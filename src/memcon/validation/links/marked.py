"""An edited file, against the checksums of the mark-up that it carries: what changed is an edit, and somebody answers
for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.tei.markupsums import beginning, divided, pieces
from memcon.tei.names import tei
from memcon.tei.printsums import sums_of
from memcon.tei.serialising import canonical_form, markup_signature
from memcon.validation.links.answered import (
    ENRICHING,
    answering,
    enriches,
    is_answered,
    is_told,
    is_well_named,
    says_more,
)
from memcon.validation.links.hunks import Hunk, hunks
from memcon.validation.places import Source
from memcon.validation.printing import words

_PERSON_NAME, _P = tei("persName"), tei("p")
_NAME = re.compile(rb"<persName(?: [^<>]*+)?>")
_NAME_ENDS = b"</persName>"
_HINT = "take it back, or tell of it in revisionDesc, with @when and @who"


def changed_markup(source: Source) -> Iterator[Diagnostic]:
    """MC116 for each stretch of a file that is not what it was when the file was generated, where nobody answers for
    what was edited."""
    carried = markup_signature(source.tree)
    if not carried or is_told(source.tree):
        return
    try:
        now = pieces(canonical_form(source.tree))
    except etree.C14NError:  # a namespace that is a relative address has no canonical form
        return
    elements, by, sums = beginning(source.tree.getroot()), answering(source.tree), divided(carried)
    for each in hunks(sums, divided(sums_of(now))):
        hunk = _exact(each, sums, now)
        new = [elements[at] for at in hunk.new]
        if _are_enriching(hunk, new) or _are_answered(new, by, elements) or _are_names(hunk, new, sums, now):
            continue
        element = new[0] if new else elements[max(hunk.new.start - 1, 0)]
        yield source.finding("MC116", _message(hunk, element), element, _HINT)


def _exact(hunk: Hunk, sums: Sequence[str], now: Sequence[bytes]) -> Hunk:
    """What was added or taken away alone, where that was behind the last part of something: the tags that end there
    stand behind another part now."""
    if min(len(hunk.old), len(hunk.new)) != 1 or len(hunk.old) == len(hunk.new):
        return hunk
    first, last, was = now[hunk.new.start], now[hunk.new.stop - 1], sums[hunk.old.start]
    moved = (first + ends if len(hunk.old) == 1 else first.removesuffix(ends) for ends in _ends(last))
    return Hunk(hunk.old[1:], hunk.new[1:]) if was in map(_sum, moved) else hunk


def _ends(piece: bytes) -> Iterator[bytes]:
    """The end tags at the end of a piece: the last, the last two, and so on."""
    at = len(piece)
    while piece[:at].endswith(b">") and piece.startswith(b"</", at := piece.rfind(b"<", 0, at)):
        yield piece[at:]


def _are_enriching(hunk: Hunk, new: Sequence[etree._Element]) -> bool:
    """Whether nothing but what a header may have beside what is made was added; what is there already says no more."""
    if hunk.old or not new:
        return False
    beside = (each for each in new[0].getroottree().getroot().iter(*ENRICHING) if each not in new)
    known = set(map(_says, beside))
    added = {each for each in new if enriches(each) and says_more(each) and _says(each) not in known}
    own = {each for each in added if each.tag != _P or added.issuperset(each.itersiblings(_P))}
    return all(each in own or not own.isdisjoint(each.iterancestors()) for each in new)


def _says(element: etree._Element) -> tuple[object, ...]:
    """What an element says: its words, or where it has none its attributes."""
    return element.tag, words(element) or tuple(element.items())


def _are_answered(new: Sequence[etree._Element], by: frozenset[str], elements: Sequence[etree._Element]) -> bool:
    """Whether somebody answers for something in each of some pieces; what stands in them and was not edited counts for
    nothing."""
    if not by or not new:
        return False
    others = frozenset(elements).difference(new)
    return all(any(is_answered(inner, by) for inner in _own(each, others)) for each in new)


def _own(element: etree._Element, others: frozenset[etree._Element]) -> Iterator[etree._Element]:
    """An element and what is in it, but not those others and what is in them."""
    yield element
    for child in element.iterchildren(etree.Element):
        if child not in others:
            yield from _own(child, others)


def _are_names(hunk: Hunk, new: Sequence[etree._Element], sums: Sequence[str], now: Sequence[bytes]) -> bool:
    """Whether nothing but the tags of names that are pointed to whom they name was added."""
    if len(hunk.old) != len(hunk.new):
        return False
    pairs = zip(hunk.old, hunk.new, new, strict=True)
    return all(sums[old] in map(_sum, _without_names(now[at], element)) for old, at, element in pairs)


def _sum(piece: bytes) -> str:
    return sums_of((piece,))


def _without_names(piece: bytes, element: etree._Element) -> Iterator[bytes]:
    """A piece without the tags of all its well named names, and without those of each alone."""
    found = list(_NAME.finditer(piece))
    names = list(element.iter(_PERSON_NAME))[: len(found)]
    named = [tag for tag, name in zip(found, names, strict=False) if is_well_named(name)]
    for tags in (named, *([each] for each in named)):
        made = piece
        for tag in reversed(tags):
            end = made.find(_NAME_ENDS, tag.end())
            made = made[: tag.start()] + made[tag.end() : end] + made[end + len(_NAME_ENDS) :]
        yield made


def _message(hunk: Hunk, element: etree._Element) -> str:
    name = f"<{etree.QName(element).localname}>"
    old, new = len(hunk.old), len(hunk.new)
    if not new:
        return f"behind the beginning of this {name} {_some(old)} gone since the file was generated"
    if not old:
        what = name if new == 1 else f"{name} and what follows, {new} elements"
        return f"this {what}, was not there when the file was generated"
    told = f"{new} elements" if old == new else f"{_some(old)} {new} now"
    what = name if old == new == 1 else f"{name} and what follows ({told})"
    return f"this {what} is not what it was when the file was generated"


def _some(count: int) -> str:
    return "an element is" if count == 1 else f"{count} elements are"
