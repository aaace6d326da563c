"""The codes of exemptions that stand where text was withheld.

Exemptions of the Freedom of Information Act (5 U.S.C. 552(b)); sections of the executive orders on classified
information (12356, 12958, 13292, 13526); exemptions from automatic declassification (25X1, 50X1). A digit that was
recognised as a letter (`(b)(l)`) is read as the digit it stands for, and said to be doubtful.
"""

from __future__ import annotations

import re

_ONE = r"[1-9lI]"
_FOIA_ALONE = (
    r"(?<!\w)(?<!section )(?<!paragraph )(?<!clause )(?<!article )(?<!Section )(?<!Article )(?<!§ )(?<!§)"
    rf"(?:FOIA[ \t]*)?\([bB]\)[ \t]?(?:\(7\)[ \t]?\([A-F]\)|\({_ONE}\))"
    r"|\bFOIA[ \t]*\(?[bB]\)?[ \t]?\(?(?:7\)?[ \t]?\([A-F]\)|7[A-F]\b|[1-9]\)?)(?!\w)"
)
_YEARS_CODE = r"\b(?:25|50)X[1-9lI](?:-(?:HUM|WMD)|[A-D](?:\d[a-z]?)?)?\b"
_ORDER = r"\bE\.?[ \t]?[O0]\.?\s*(?:12356|12958|13292|13526)"
_AMENDED = r"(?:,?\s+as\s+amended)?[,;:]?\s*(?:(?:[Ss]ec(?:tions?|\.)?|SEC(?:TIONS?|\.)?|§)\s*)?"
_LETTERS = r"\s?\([ ]?[a-hA-H][ ]?\)(?:(?:\s?(?:,|and|&|/)?\s?)\([ ]?[a-hA-H][ ]?\))*"
_SECTIONS = rf"(?:[1lI]\.[45]{_LETTERS}|3\.[34]\s?\(b\)\s?\([1-9]\)(?:\s?>\s?25\s?[Yy](?:ea)?rs?)?)"
_RELEASED = r"(?<![\w.])3\.[34]\s?\(b\)\s?\([1-9]\)(?:\s?>\s?25\s?[Yy](?:ea)?rs?)?"

_ALONE = rf"(?:{_FOIA_ALONE}|{_YEARS_CODE}|{_ORDER}{_AMENDED}{_SECTIONS}|{_RELEASED})"
CODES = rf"{_ALONE}(?:[ \t]?[,;/&]?[ \t]?(?:{_ALONE}|1\.[45]{_LETTERS}))*+"
"""Codes in running text that stand where text was, and no section of a text that is spoken of."""
_IN_MARGIN = rf"(?:[bB]\(?[1-9]\)?(?:\([A-F]\))?|1\.[45]{_LETTERS}|{_YEARS_CODE})"
_SEVERAL = rf"{_IN_MARGIN}(?:[ \t]{{0,2}}[,;/]?[ \t]{{0,2}}{_IN_MARGIN}){{0,6}}"
MARGINAL = rf"(?<=[ \t][ \t][ \t]){_SEVERAL}(?=[ \t]{{0,20}}(?:\r?\n|\Z))"
"""Codes that stand in the margin, behind the line in which something is withheld: `B1  1.4(D)`."""
CODE = (
    rf"(?:{_ALONE}|{_ORDER}|{_SECTIONS}|"
    r"(?:\(?[bB]\)\s?\(?[1-9]\)?|[bB]\s?\([1-9]\))(?:\s?\([A-F]\)|[A-F]\b)?)"
)
"""A code within brackets, where there is no doubt that it is one."""

_IN_THE_MARGIN = re.compile(_SEVERAL)
_FOIA = re.compile(
    rf"\(?\b[bB]\)?\s?\(?(?:(?P<seven>7)\)?(?:\s?\((?P<sub>[A-F])\)|(?P<bare>[A-F])\b)|(?P<n>{_ONE})\)?)(?!\w)"
)
_SECTION = re.compile(rf"(?<![\d.])[1lI](\.[45])({_LETTERS})")
_RELEASE = re.compile(r"(?<![\d.])(3\.[34])\s?\(b\)\s?\(([1-9])\)", re.I)
_YEARS = re.compile(r"\b(25|50)X([1-9lI])(?:[A-D]\w{0,2})?\b")


def are_codes(text: str) -> bool:
    """Whether a text holds nothing but codes such as stand in the margin."""
    return _IN_THE_MARGIN.fullmatch(text) is not None


def categories(text: str) -> tuple[str, ...]:
    """The exemptions and sections that a text names, as ids of the vocabularies."""
    bare = _RELEASE.sub(" ", _SECTION.sub(" ", text))
    found = [f"foia.b{_digit(m['n'] or '7')}{m['sub'] or m['bare'] or ''}" for m in _FOIA.finditer(bare)]
    for section, letters in _SECTION.findall(text):
        found += [f"eo.1{section}{letter.lower()}" for letter in re.findall(r"[a-hA-H]", letters.replace("and", ""))]
    found += [f"eo.{section}b{n}" for section, n in _RELEASE.findall(text)]
    found += [f"eo.{years}X{_digit(n)}" for years, n in _YEARS.findall(text)]
    return tuple(dict.fromkeys(found))


def is_certain(text: str) -> bool:
    """Whether every digit of the codes is one: not so in `(b)(l)`, nor in `l.4(d)`."""
    return not re.search(r"\([lI]\)|X[lI]|\b[lI]\.[45]|E\.?[ \t]?0", text)


def _digit(printed: str) -> str:
    return "1" if printed in "lI" else printed
