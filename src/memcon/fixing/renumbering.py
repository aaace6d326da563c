"""Stable ids: those that the converter would give, and every pointer to one leads where it led."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from memcon.diagnostics import Outcome
from memcon.fixing.drafts import Around, Draft, Moved, normal, refusal
from memcon.tei.markup import Change, Markup
from memcon.tei.names import XML_ID, XML_NS
from memcon.tei.parsing import Tree
from memcon.tei.stableids import stable_ids

_TOKEN = re.compile(r"[^ \t\r\n]+")
_WORD = re.compile(r"[\w.-]+")
_NO_POINTERS = f"{{{XML_NS}}}"


@dataclass(frozen=True, slots=True)
class _Numbered:
    """The ids that elements need, by the numbers of the elements; or why they cannot have them."""

    identifiers: Mapping[int, str]
    moved: Moved
    refused: str = ""


def moved_ids(tree: Tree) -> Moved:
    """The ids that `renumbered` changes, and what they become."""
    numbered = _numbered(tree)
    return {} if numbered.refused else numbered.moved


def renumbered(draft: Draft, around: Around) -> Outcome[str]:
    """The text with stable ids, and with all pointers to those that are changed, here or in other files."""
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
        message = f"no ids are changed: {numbered.refused}"
        return Outcome(markup.changed(changes), (refusal(draft.path, message, hint),))
    changes += (markup.with_attribute(n, "xml:id", new) for n, new in numbered.identifiers.items())
    return Outcome(markup.changed(changes))


def pointed_to(tree: Tree, path: str, moved: Mapping[str, Moved]) -> frozenset[str]:
    """The files, of those with ids that change, to whose changing ids a file points."""
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
    wanted = dict(stable_ids(elements))
    changed = {
        n: wanted[each] for n, each in enumerate(elements) if each in wanted and each.get(XML_ID) != wanted[each]
    }
    if not changed:
        return _Numbered({}, {})
    moved: dict[str, str] = {}
    for element in elements:
        if element in wanted and (identifier := element.get(XML_ID)):
            moved.setdefault(identifier, wanted[element])
    return _Numbered(
        changed, {old: new for old, new in moved.items() if old != new}, _obstacle(elements, wanted, moved)
    )


def _obstacle(elements: list[etree._Element], wanted: Mapping[etree._Element, str], moved: Moved) -> str:
    """Why the ids cannot be changed; empty where they can."""
    names = set(wanted.values())
    lacking = names.difference(element.get(XML_ID) for element in elements)
    for element in elements:
        identifier = element.get(XML_ID)
        if element not in wanted and identifier is not None and (identifier in names or identifier in moved):
            return f"{identifier} is the id of a {etree.QName(element).localname}"
    times = Counter(each.get(XML_ID) for each in wanted if each.get(XML_ID) is not None)
    doubled = {identifier for identifier, count in times.items() if count > 1}
    for element in elements:
        for name, value in element.items():
            if "#" not in value or str(name).startswith(_NO_POINTERS):
                continue
            for _, identifier, token in _targets(str(value), ""):
                if identifier in lacking:
                    return f"{token} points to nothing, and would lead somewhere then"
                if identifier in doubled:
                    return f"{token} points to one of two elements, and nobody knows which"
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


def _pointers(draft: Draft, markup: Markup, moved: Mapping[str, Moved]) -> Iterator[Change]:
    """The changes of all attributes that point to an id that changes."""
    if not any(moved.values()):
        return
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
