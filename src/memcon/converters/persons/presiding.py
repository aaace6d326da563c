"""Who is said, above the first turn, to hold an office or to have the letters that speak below: `the President (Sir
Carl Aalto)`, `Carl Aalto (A)`."""

from __future__ import annotations

import re

from memcon.converters.words.names import has_title, may_hold

_BEFORE = re.compile(r"(?<!\w)(?P<name>(?:[^\W\d_a-z][\w.'’-]{0,30}[ \n]){2,5})\((?P<office>[^\W\d_][\w -]{2,40})\)")
_WORDS = r"(?:[Tt]he[ \n])?(?:[^\W\d_a-z][\w.'’-]{0,30}[ \n]?){1,5}"
_HOLDER = re.compile(r"[ \n]{0,3}\((?P<name>[^()]{3,60})\)")


def holder_above(office: str, text: str) -> str:
    """The name in parentheses behind an office in a text; empty where none is, or where two names are."""
    bare = office.removeprefix("The ").removeprefix("THE ").removeprefix("the ")
    folded, wanted = text.casefold(), bare.casefold()
    if len(folded) != len(text):
        return ""
    found: set[str] = set()
    at = folded.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        match = _HOLDER.match(text, end) if not folded[at - 1 : at].isalnum() else None
        name = " ".join(match["name"].split()) if match is not None else ""
        if name and may_hold(name) and has_title(name.split()[0]):
            found.add(name)
        at = folded.find(wanted, end)
    for match in _BEFORE.finditer(text):
        if match["office"].casefold() == wanted and has_title(match["name"].split()[0]):
            found.add(" ".join(match["name"].split()))
    return found.pop() if len(found) == 1 else ""


def defined_above(letters: str, text: str) -> str:
    """Who stands before these letters in parentheses in a text, or brackets; empty where nobody or several do."""
    bare = letters.strip(" :.")
    pattern = re.compile(rf"(?P<who>{_WORDS})[ \n]*[(\[]“?{re.escape(bare)}”?[)\]]")
    found = {" ".join(match["who"].split()) for match in pattern.finditer(text)}
    return found.pop() if len(found) == 1 else ""
