"""Who holds an office that a label or a list names without a name, as the document itself says.

Elsewhere in a document the office often stands with the name (`President Lindqvist`). Where it always stands with one
name, or nearly always, the office is that person's; otherwise it stays unresolved.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from memcon.converters.names import OFFICES, PrintedName, fold, read_name
from memcon.model import Person, Role

_GENERIC: dict[str, tuple[str, Role]] = {
    "operator": ("Operator", "operator"), "interpreter": ("Interpreter", "interpreter"),
    "translator": ("Interpreter", "interpreter"), "press": ("Press", "press"), "reporter": ("Press", "press"),
    "q": ("Press", "press"), "question": ("Press", "press"), "notetaker": ("Note-taker", "notetaker"),
}  # fmt: skip
_PLAIN = re.compile(r"(?:the\s+)?((?:vice\s+|prime\s+|foreign\s+)?[a-z]+)", re.I)
_CLEAR = 4  # times more often than the next name


def holder(office: str, text: str) -> PrintedName | None:
    """The name that stands with the office in the text: the only one, or by far the commonest."""
    match = _PLAIN.fullmatch(office.strip())
    if match is None or fold(match[1].split()[-1]) not in OFFICES:
        return None
    title = re.escape(match[1]).replace(r"\\ ", r"\s+")
    before = r"(?<!Vice )(?<!Prime )(?<!Deputy )(?<!Foreign )" if " " not in match[1] else ""
    found: Counter[str] = Counter()
    printed: dict[str, str] = {}
    for hit in re.finditer(rf"{before}\b(?i:{title})\s+((?:[A-Z]\.\s?)*[A-Z][\w’'-]+(?:\s+[A-Z][\w-]+)?)", text):
        words = hit[1].split()
        name = read_name(hit[1] if len(words) < 3 else " ".join(words[:2]))
        surname = fold(name.surname).removesuffix("'s")
        if surname and surname not in OFFICES and len(surname) > 2:
            found[surname] += 1
            printed.setdefault(surname, re.sub(r"[’']s\Z", "", hit[1]))
    ranked = found.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < ranked[1][1] * _CLEAR):
        return None
    return read_name(printed[ranked[0][0]])


def generic(label: str) -> Person | None:
    """Somebody who is only a part in the talk: the operator, the press, an interpreter without a name."""
    known = _GENERIC.get(fold(label.strip(" .:")).removeprefix("the "))
    return Person(fold(known[0]).replace("-", ""), known[0], known[1]) if known else None


def named(person: Person, text: str) -> Person:
    """A participant who is printed as an office alone, with the name the document gives its holder."""
    found = holder(person.name, text)
    return replace(person, name=found.full, office=person.name) if found is not None else person
