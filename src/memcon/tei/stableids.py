"""The ids that the converter gives: counted in document order for turns, source notes, translators and acts of
declassification, and after the printed mark for footnotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from memcon.tei.children import child
from memcon.tei.names import XML_ID, tei

_STATEMENTS = ("translator", "declassification")


def stable_ids(elements: Sequence[etree._Element]) -> Iterator[tuple[etree._Element, str]]:
    """Each element of a document, of its elements in order (those of other names may be left out), that gets its id
    from the converter, and that id. A footnote whose id is one of those for its mark keeps it."""
    found: dict[object, list[etree._Element]] = {tei(name): [] for name in ("sp", "note", "respStmt")}
    for each in elements:
        if (tag := each.tag) in found:
            found[tag].append(each)
    return stable_ids_of(*found.values())


def stable_ids_of(
    turns: Sequence[etree._Element], notes: Sequence[etree._Element], responsible: Sequence[etree._Element]
) -> Iterator[tuple[etree._Element, str]]:
    """The same of the turns, the notes and the statements of responsibility of a document."""
    yield from _counted("t", turns)
    yield from _counted("source-", [each for each in notes if each.get("type") == "source" and not each.get("place")])
    statements = [(each, _responsibility(each)) for each in responsible]
    for kind in _STATEMENTS:
        yield from _counted(f"{kind}-", [each for each, said in statements if said == kind])
    yield from _footnotes([each for each in notes if each.get("place") == "end" and _is_mark(each.get("n", ""))])


def _counted(prefix: str, elements: Sequence[etree._Element]) -> Iterator[tuple[etree._Element, str]]:
    return ((element, f"{prefix}{number}") for number, element in enumerate(elements, 1))


def _responsibility(statement: etree._Element) -> str:
    resp = child(statement, tei("resp"))
    if resp is None:
        return ""
    return " ".join((resp.text or "" if not len(resp) else "".join(map(str, resp.itertext()))).split())


def _is_mark(printed: str) -> bool:
    return printed.isascii() and printed.isalnum()


def _footnotes(notes: Sequence[etree._Element]) -> Iterator[tuple[etree._Element, str]]:
    """Footnotes of one mark are told apart by a number: n1, n1-2."""
    right = {note for note in notes if _is_of(note.get("n", ""), note.get(XML_ID, ""))}
    taken = {note.get(XML_ID, "") for note in right}
    for note in notes:
        identifier = note.get(XML_ID, "")
        if note not in right:
            names = (f"n{note.get('n')}{suffix}" for suffix in ("", *(f"-{n}" for n in range(2, len(notes) + 2))))
            identifier = next(name for name in names if name not in taken)
            taken.add(identifier)
        yield note, identifier


def _is_of(mark: str, identifier: str) -> bool:
    """Whether an id is one of those for a mark."""
    rest = identifier.removeprefix(f"n{mark}")
    return rest != identifier and (not rest or (rest[0] == "-" and rest[1:].isdecimal()))
