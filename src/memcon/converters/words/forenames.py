"""The forename of somebody who is known by an initial: the one full name that the memorandum prints elsewhere.

`M. Lindqvist` speaks, and the source note tells of `Mats Lindqvist`. The name is taken where it can be no other word
(it is no title, no month, no place, no word that opens a sentence) and where initial and surname fit nobody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from memcon.converters.words.months import DAY_NUMBERS, MONTH_NUMBERS
from memcon.converters.words.names import fold, has_title, read_name, same_name, words_of
from memcon.model import Person

_INITIALS = re.compile(r"(?:[^\W\d_a-z](?:\.[ -]?|[ ]|\Z)){1,3}")
_FORENAME = re.compile(
    r"(?P<word>(?:(?<![\w’'-])\w[\w’'-]*)?(?P<sign>[^\s\w]?))(?:[ ]{1,3}|\n[ ]{0,20}|(?<=[(\[“—–/]))"
    r"(?P<name>(?:[^\W\d_a-z]\.[ ]?)?(?P<given>[^\W\d_a-z][a-zà-ÿ][\w’'-]+)[ ](?:[^\W\d_a-z]\.?[ ])?)\Z"
)
_BEFORE = 60  # characters before a surname
_OPENS_SENTENCE = ".?!"


@dataclass(frozen=True, slots=True)
class FullName:
    """A full name, and the offset in the text it is found at; `sure` where its first word can only be a forename."""

    name: str
    at: int
    sure: bool = True


def forenames(persons: Sequence[Person], text: str) -> dict[str, FullName]:
    """The one full name that fits in the text of the memorandum, for each person known by initials who has one."""
    found = ((person.identifier, _full_name(person, persons, text)) for person in persons)
    return {identifier: name for identifier, name in found if name is not None}


def _full_name(person: Person, persons: Sequence[Person], text: str) -> FullName | None:
    name = read_name(person.name)
    if person.authority or not name.surname or not _INITIALS.fullmatch(name.given):
        return None
    if any(p is not person and same_name(name, read_name(p.name)) for p in persons):
        return None
    initials = words_of(name.given)
    names = [found for found in _printed(name.surname, text) if _fits(initials, _given(found))]
    sure = [found for found in names if found.sure]
    one = len({max(_given(found), key=len) for found in names}) == 1
    return max(sure, key=lambda found: len(found.name)) if one and sure else None


def _given(found: FullName) -> tuple[str, ...]:
    return words_of(read_name(found.name).given)


def _fits(initials: tuple[str, ...], given: tuple[str, ...]) -> bool:
    """Whether initials are those of given names: all of them in order, or the one that is printed in full."""
    in_order = bool(given) and all(word[0] == initial for initial, word in zip(initials, given, strict=False))
    return in_order or any(len(word) > 1 and (word[0],) == initials for word in given)


def _printed(surname: str, text: str) -> Iterator[FullName]:
    """A forename before the surname, wherever one stands in the text."""
    for match in re.finditer(rf"(?<![\w-]){re.escape(surname)}(?![\w-])", text, re.I):
        start = max(0, match.start() - _BEFORE)
        before = _FORENAME.search(text[start : match.start()])
        if before is not None and match.group()[0].isupper() and _may_be_forename(before["given"], text):
            yield FullName(before["name"] + match.group(), start + before.start("name"), _is_apart(before))


def _may_be_forename(given: str, text: str) -> bool:
    """Whether a word is no title, month, day or place, and no word that the text uses in lower case."""
    if has_title(given) or fold(given) in MONTH_NUMBERS or fold(given) in DAY_NUMBERS:
        return False
    escaped = re.escape(given)
    return re.search(rf"\b(?:[Ii]n|[Aa]t)\s+{escaped}\b|\b{re.escape(given.lower())}\b", text) is None


def _is_apart(before: re.Match[str]) -> bool:
    """Whether a forename opens no sentence, and belongs to no words in title case before it."""
    if not before["sign"]:
        return not before["word"][:1].isupper() or has_title(before["word"])
    return before["sign"] not in _OPENS_SENTENCE or (before["sign"] == "." and has_title(before["word"]))
