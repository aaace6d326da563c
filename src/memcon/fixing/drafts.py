"""A file in the course of its repair, and what is known round about it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from memcon.diagnostics import Diagnostic, Location, Outcome
from memcon.rules import rule
from memcon.tei.coding import Coding, decode
from memcon.tei.parsing import Tree, parse_tei

Moved = Mapping[str, str]
"""From ids as they were to ids as they shall be."""
_NOTHING: Mapping[str, Moved] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Draft:
    """A TEI file: its path, its characters (without byte order mark), how they are written, its tree."""

    path: str
    text: str
    coding: Coding
    tree: Tree

    @property
    def data(self) -> bytes:
        """The file."""
        return self.coding.encode(self.text)


@dataclass(frozen=True, slots=True)
class Around:
    """What is known beside the file.

    `schemas` is the address of the folder of the schemas as the file sees it, None where nobody says; `moved`
    are the ids that change, by the paths of their files as in `normal`; `pinned` those files whose ids stay, since a
    file that is not repaired points to them.
    """

    schemas: str | None = None
    moved: Mapping[str, Moved] = field(default_factory=lambda: _NOTHING)
    pinned: frozenset[str] = frozenset()


def normal(path: str) -> str:
    """A path in the one form in which paths are compared: absolute, without detours, with forward slashes."""
    return Path(os.path.abspath(path)).as_posix()  # noqa: PTH100  # Path.resolve follows links, which names the target


def draft(data: bytes, path: str) -> Outcome[Draft]:
    """The file to be repaired; diagnostics of the parser, or MC593 for an encoding that cannot be written back."""
    outcome = parse_tei(data, path)
    if outcome.value is None:
        return Outcome(None, outcome.diagnostics)
    decoded = decode(data, outcome.value)
    if decoded is None:
        encoding = outcome.value.docinfo.encoding or "unknown"
        message = f"the encoding of the file ({encoding}) is not one that can be written back as it is"
        return Outcome(None, (refusal(path, message, "write the file in UTF-8"),))
    return Outcome(Draft(path, *decoded, outcome.value))


def refusal(path: str, message: str, hint: str = "") -> Diagnostic:
    """MC593 for a whole file."""
    return Diagnostic(rule("MC593"), message, Location(path, 1, 1), hint)
