"""Names as notes jot them down: initials, and surnames cut short."""

from __future__ import annotations

import re
from collections.abc import Iterator

from memcon.converters.words.names import PrintedName

_CUT = 4  # letters of a surname that is cut, at least
_LEFT_OUT = 3  # letters it is cut by, at least


def short_forms(name: PrintedName) -> Iterator[str]:
    """The letters that are jotted down for a name: `W.W. Aalto` is WWA, McDermott McD, McG. Berg McGB."""
    given, surname = name.given.split(), name.surname
    if len(initials := [letter for word in given for letter in re.findall(r"(?:\A|[.-])([^\W\d_a-z])", word)]) > 1:
        yield "".join(initials) + surname[:1]
    if given and re.fullmatch(r"[^\W\d_a-z][a-z]{1,2}[A-Z]\.?", given[0]):
        yield given[0].rstrip(".") + surname[:1]
    if begins := re.match(r"Ma?c[A-Z]", surname):
        yield begins[0]


def is_cut(short: str, surname: str) -> bool:
    """Whether a word is the beginning of a longer surname."""
    return short.istitle() and _CUT <= len(short) <= len(surname) - _LEFT_OUT and surname.startswith(short)
