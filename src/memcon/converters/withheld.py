"""What a printed redaction says: how much is withheld, in what unit, and under which exemption.

Phrases as FRUS prints them (`[7½ lines not declassified]`), exemptions of the Freedom of Information Act
(5 U.S.C. 552(b)), sections of the executive orders on classified information (12356, 12958, 13292, 13526),
and boxes or bars in place of text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_WITHHELD = re.compile(
    r"\b(?:not\s+declassified|redacted|excised|sanitized|withheld|still\s+classified|deleted|deletion|exempted)\b", re.I
)
_UNITS = {"char": "char", "letter": "char", "word": "word", "name": "name", "line": "line", "sentence": "sentence",
          "paragraph": "paragraph", "page": "page", "item": "item", "document": "document"}  # fmt: skip
_UNIT = "|".join(_UNITS)
_WHOLE = r"\d{1,4}"
_AMOUNT = re.compile(
    rf"(?P<less>less\s+than\s+)?(?:(?P<whole>{_WHOLE})\s*+(?P<fraction>½|¼|¾|[13]/[24])?|(?P<alone>½|¼|¾)|"
    rf"(?P<one>an?|one|a\s+single)\b|(?P<two>two)\b|(?P<three>three)\b)\s*+(?:[-–]\s*+)?(?P<unit>{_UNIT})s?\b",
    re.I,
)
_NAMES = re.compile(rf"\b(?P<unit>{_UNIT})s?\b", re.I)
_EXTENT = re.compile(
    r"(?:dollar\s+amounts?|(?<!\d)\d+\s+(?:hours?|minutes?|seconds?)(?:\s+(?:and\s+)?\d+\s+\w+)?|figures?|dates?)", re.I
)
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75}
_FOIA = re.compile(r"\(?\b[bB]\)?\s?\(?([1-9])\)?(?:\s?\(([A-F])\)|([A-F])\b)?(?!\w)")
_SECTION = re.compile(r"(?<![\d.])(1\.[45])\s?\(([a-h])\)(?:\((\d{1,2})\))?", re.I)
_RELEASE = re.compile(r"(?<![\d.])3\.3\s?\(b\)\s?\(([1-9])\)", re.I)
_YEARS = re.compile(r"\b(25|50)X([1-9])(?:-HUM)?\b")

BOXES = r"[█▇▉▊■▮▬◼]{2,}(?:[ \t]?[█▇▉▊■▮▬◼]+)*"
"""Black boxes and bars as characters."""
_ORDER = r"\bE\.?O\.?\s*(?:12356|12958|13292|13526)[,;]?\s*(?:Sec(?:tion|\.)?\s*)?"
_SECTIONS = r"(?:1\.[45]\s?\([a-h]\)|3\.3\s?\(b\)\s?\([1-9]\))"
CODES = (
    r"(?:\(b\)\s?\([1-9]\)(?:\s?\([A-F]\))?|\b(?:25|50)X[1-9](?:-HUM)?\b|"
    rf"{_ORDER}{_SECTIONS}|(?<![\w.])3\.3\s?\(b\)\s?\([1-9]\))"
)
"""Exemption codes that stand where text was."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """What a printed redaction says. `quantity` or `at_most` with `unit`, or `extent` in words; categories such as
    `foia.b1`."""

    unit: str = ""
    quantity: str = ""
    at_most: str = ""
    extent: str = ""
    categories: tuple[str, ...] = ()


def is_withheld(text: str) -> bool:
    """Whether words in brackets say that something is withheld."""
    inner = text.strip("[] ")
    code = rf"(?:{CODES}|{_SECTIONS})"
    coded = re.fullmatch(rf"{code}(?:[,; ]+{code})*", inner)
    return bool(_WITHHELD.search(inner)) or coded is not None or inner in ("SANITIZED", "REDACTED", "DELETED")


def read_withheld(text: str) -> Withheld:
    """What the words of a redaction say; empty fields where they say nothing."""
    inner = text.strip("[] ")
    codes = categories(inner)
    if amount := _AMOUNT.search(inner):
        unit = next(unit for name, unit in _UNITS.items() if re.fullmatch(name, amount["unit"], re.I))
        number = _number(amount)
        if amount["less"]:
            return Withheld(unit, at_most=number, categories=codes)
        return Withheld(unit, number, categories=codes)
    if extent := _EXTENT.search(inner):
        return Withheld(extent=" ".join(extent.group().split()).lower(), categories=codes)
    if (named := _NAMES.search(inner)) and named["unit"].lower() == "name":
        return Withheld("name", "" if inner.lower().startswith("names") else "1", categories=codes)
    return Withheld(categories=codes)


def _number(amount: re.Match[str]) -> str:
    """`61/2` is six and a half, `7½` seven and a half: the fraction follows the whole number."""
    for word, count in (("one", "1"), ("two", "2"), ("three", "3")):
        if amount[word]:
            return count
    whole = amount["whole"] or "0"
    value = float(whole) + _FRACTIONS.get(amount["fraction"] or amount["alone"] or "", 0.0)
    return str(int(value)) if value == int(value) else str(value)


def categories(text: str) -> tuple[str, ...]:
    """The exemptions and sections that a text names, as ids of the vocabularies."""
    bare = _RELEASE.sub(" ", _SECTION.sub(" ", text))
    found = [f"foia.b{n}{first or second}" for n, first, second in _FOIA.findall(bare)]
    found += [f"eo.{section}{letter.lower()}" for section, letter, _ in _SECTION.findall(text)]
    found += [f"eo.3.3b{n}" for n in _RELEASE.findall(text)]
    found += [f"eo.{years}X{n}" for years, n in _YEARS.findall(text)]
    return tuple(dict.fromkeys(found))
