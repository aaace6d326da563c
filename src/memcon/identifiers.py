"""How memoranda are named: identifier (the file's stem) and xml:id, both unique in a run."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath

from memcon.decisions import Edition
from memcon.model import Memorandum
from memcon.tei.xmlids import xml_id

_TAKEN = "persons"


# What a name made from a file's name cannot hold: control characters, half characters (bytes that were no UTF-8) and
# line ends, most of which XML forbids, and the separators of folders.
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff/\\\\]")


def stem_of(name: str) -> str:
    """The stem of a transcript's name; never empty, never a hidden file, without characters XML cannot carry."""
    stem = _UNFIT.sub("-", PurePath(name.replace("\\", "/")).stem).lstrip(".").strip()
    return stem or "memorandum"


def identifiers(memoranda: Sequence[Memorandum], edition: Edition, name: str) -> tuple[str, ...]:
    """The identifiers of the memoranda of one transcript: decided, by the edition's pattern, or STEM, STEM-1, ..."""
    pattern = edition.metadata.identifier
    stem = stem_of(name)
    if not pattern:
        single = len(memoranda) == 1
        made = [stem if single else f"{stem}-{n}" for n in range(1, len(memoranda) + 1)]
    else:
        made = _numbered([_filled(pattern, m, stem) for m in memoranda])
    decided = {d.line: d.identifier for d in edition.memoranda if d.identifier}
    return tuple(_free(decided.get(m.lines[0] + 1, name)) for m, name in zip(memoranda, made, strict=True))


def _filled(pattern: str, memorandum: Memorandum, stem: str) -> str:
    facts = memorandum.facts
    values = {"{date}": facts.moment.date, "{participants}": "-".join(facts.featured), "{stem}": stem}
    made = re.sub("|".join(values), lambda field: values[field.group()], pattern).strip("-_. ")
    return made or stem


def _numbered(names: list[str]) -> list[str]:
    """Names that are alike are numbered, all of them; upper and lower case are alike, as on many disks."""
    alike = Counter(name.casefold() for name in names)
    taken = {name.casefold() for name in names}
    result = []
    for name in names:
        made, number = name, 1
        if alike[name.casefold()] > 1:
            while (made := f"{name}-{number}").casefold() in taken:
                number += 1
            taken.add(made.casefold())
        result.append(made)
    return result


def _free(name: str) -> str:
    return f"{name}-2" if name.casefold() == _TAKEN else name


class Registry:
    """Names given out in a run: two memoranda of one identifier are an error, two identifiers that come to one
    xml:id are told apart by a number."""

    def __init__(self) -> None:
        self._owners: dict[str, str] = {}
        self._xml_ids: set[str] = set()

    def claim(self, identifier: str, owner: str) -> str | None:
        """Take an identifier for a memorandum. Returns None, or the owner of one alike (upper and lower case are
        alike, as on many disks), which keeps it."""
        key = identifier.casefold()
        if key in self._owners:
            return self._owners[key]
        self._owners[key] = owner
        return None

    def xml_id(self, identifier: str) -> str:
        """A free xml:id for an identifier."""
        base = made = xml_id(identifier)
        number = 1
        while made in self._xml_ids:
            number += 1
            made = f"{base}-{number}"
        self._xml_ids.add(made)
        return made
