"""Stable ids: turns are t1, t2, ... in document order, and every pointer to one goes where it went."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from memcon.diagnostics import Outcome
from memcon.fixing.drafts import Around, Draft, Moved, normal, refusal
from memcon.tei.markup import Change, Markup
from memcon.tei.names import XML_ID, XML_NS, tei
from memcon.tei.parsing import Tree

_TOKEN = re.compile(r"[^ \t\r\n]+")
_WORD = re.compile(r"[\w.-]+")
_NO_POINTERS = f"{{{XML_NS}}}"


@dataclass(frozen=True, slots=True)
class _Numbered:
    """The turns that need another id, by the numbers of their elements; or why they cannot have it."""

    identifiers: Mapping[int, str]
    moved: Moved
    refused: str = ""


def moved_turns(tree: Tree) -> Moved:
    """The ids of turns that `renumbered` changes, and what they become."""
    numbered = _numbered(tree)
    return {} if numbered.refused else numbered.moved


def renumbered(draft: Draft, around: Around) -> Outcome[str]:
    """The text with the turns numbered, and with all pointers to turns that were moved, here or in other files."""
    here = normal(draft.path)
    numbered = _numbered(draft.tree)
    hint = ""
    if numbered.identifiers and here in around.pinned:
        numbered = _Numbered({}, {}, "another file points to them, and is not among those to be repaired")
        hint = "name all files of the edition"
    markup = Markup(draft.text)
    moved = {**around.moved, here: numbered.moved if not numbered.refused else {}}
    changes = list(_pointers(draft, markup, moved))
    if numbered.refused:
        message = f"the turns are not numbered: {numbered.refused}"
        return Outcome(markup.changed(changes), (refusal(draft.path, message, hint),))
    changes += (markup.with_attribute(n, "xml:id", new) for n, new in numbered.identifiers.items())
    return Outcome(markup.changed(changes))


def pointed_to(tree: Tree, path: str, moved: Mapping[str, Moved]) -> frozenset[str]:
    """The files, of those that have turns that move, to whose moving turns a file points."""
    return frozenset(
        target
        for element in tree.iter(etree.Element)
        for value in element.attrib.values()
        if "#" in value
        for target, identifier, _ in _targets(str(value), path)
        if identifier in moved.get(target, {})
    )


def _numbered(tree: Tree) -> _Numbered:
    elements = list(tree.iter(etree.Element))
    turns = [(number, each) for number, each in enumerate(elements) if each.tag == tei("sp")]
    wanted = {number: f"t{n}" for n, (number, _) in enumerate(turns, 1)}
    changed = {number: wanted[number] for number, each in turns if each.get(XML_ID) != wanted[number]}
    if not changed:
        return _Numbered({}, {})
    moved: dict[str, str] = {}
    for number, turn in turns:
        if identifier := turn.get(XML_ID):
            moved.setdefault(identifier, wanted[number])
    return _Numbered(changed, {old: new for old, new in moved.items() if old != new}, _obstacle(elements, turns, moved))


def _obstacle(elements: list[etree._Element], turns: list[tuple[int, etree._Element]], moved: Moved) -> str:
    """Why the turns cannot be numbered; empty where they can."""
    numbers = {f"t{n}" for n in range(1, len(turns) + 1)}
    lacking = numbers.difference(element.get(XML_ID) for element in elements)
    for element in elements:
        identifier = element.get(XML_ID)
        if element.tag != tei("sp") and identifier is not None and (identifier in numbers or identifier in moved):
            return f"{identifier} is the id of a {etree.QName(element).localname}"
    times = Counter(each.get(XML_ID) for _, each in turns if each.get(XML_ID) is not None)
    doubled = {identifier for identifier, count in times.items() if count > 1}
    for element in elements:
        for name, value in element.items():
            if "#" not in value or str(name).startswith(_NO_POINTERS):
                continue
            for _, identifier, token in _targets(str(value), ""):
                if identifier in lacking:
                    return f"{token} points to nothing, and would point to a turn then"
                if identifier in doubled:
                    return f"{token} points to one of two turns, and nobody knows which"
                if "(" in identifier and not moved.keys().isdisjoint(_WORD.findall(identifier)):
                    return f"{token} is a pointer of a kind that cannot be rewritten"
    return ""


def _targets(value: str, path: str) -> Iterator[tuple[str, str, str]]:
    """The file, the fragment and the pointer itself, for each pointer in an attribute."""
    for token in _TOKEN.findall(value):
        if "#" in token:
            yield _file(token, path), token.partition("#")[2], token


def _file(token: str, path: str) -> str:
    """The path of the file that a pointer names."""
    name = unquote(token.partition("#")[0])
    if not name:
        return normal(path)
    return name if "://" in name else normal(str(Path(path).parent / name))


def _pointers(draft: Draft, markup: Markup, moved: Mapping[str, Moved]) -> Iterable[Change]:
    """The changes of all attributes that point to a turn with another id."""
    for number, element in enumerate(draft.tree.iter(etree.Element)):
        for name, value in element.items():
            if "#" in value and not str(name).startswith("{"):
                made = _TOKEN.sub(lambda token: _moved(token[0], draft.path, moved), str(value))
                if made != value:
                    yield markup.with_attribute(number, str(name), made)


def _moved(token: str, path: str, moved: Mapping[str, Moved]) -> str:
    address, mark, identifier = token.partition("#")
    new = moved.get(_file(token, path), {}).get(identifier) if mark else None
    return token if new is None else f"{address}#{new}"
