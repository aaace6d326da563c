"""Old encodings of one byte a character, told apart by whether the characters stand where such characters stand.

Detectors go by how often letters occur, and memoranda have few that are not ASCII: a dash, a curled apostrophe, an
accent, the lines of a box. But a dash does not stand for a letter within a word, nor a letter between two rules.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_CANDIDATES = ("cp1252", "cp1251", "cp1250", "cp437", "cp850", "koi8-r", "cp866", "mac-roman")  # the likeliest first
_COMMON = frozenset("éèàçüöäßñóíáêôâîûïúÉÈÀÇÜÖÄÓÁоеаинтсрвлкмдпуяыьгзбчйхжшюцщэфё")
_SLAVIC = frozenset("łąęśżźćńŁŚŻŹČřšžčěůýďťňŘŠŽőűŐŰ")
_NORDIC = frozenset("æøå")  # vowels: they stand between consonants, as ć, ř and ĺ in their places would not
_CONSONANTS = frozenset("bcdfghjklmnpqrstvwxz")
_APOSTROPHES, _OPENING, _CLOSING = frozenset("’‘'"), frozenset("“‘«„"), frozenset("”’»“")
_DASHES, _SIGNS = frozenset("–—"), frozenset("…•§°½¼¾£€·©®№±")
_LEAST = 0.5  # mean score of a character below which nothing is said


def likely_code_page(sample: bytes) -> str:
    """The code page whose characters stand best in their places; empty where none of them does."""
    scores = [(_mean(text), name) for name, text in _decoded(sample)]
    best = max((score for score, _ in scores), default=0.0)
    return next((name for score, name in scores if score == best and score >= _LEAST), "")


def _decoded(sample: bytes) -> Iterator[tuple[str, str]]:
    for name in _CANDIDATES:
        try:
            yield name, sample.decode(name)
        except UnicodeDecodeError:
            continue


def _mean(text: str) -> float:
    """How well the characters that are not ASCII stand where they are, on the average."""
    scores = [
        _score(text[at - 1 : at] or " ", character, text[at + 1 : at + 2] or " ")
        for at, character in enumerate(text)
        if not character.isascii()
    ]
    return sum(scores) / len(scores) if scores else 0.0


def _score(before: str, character: str, behind: str) -> float:
    if character.isalpha():
        return _of_letter(before, character, behind)
    if 0x2500 <= ord(character) < 0x25A0:  # lines and blocks
        return -2.0 if before.isalnum() or behind.isalnum() else 1.0
    if character in _APOSTROPHES and before.isalpha() and behind.isalpha():
        return 1.0
    if character in _DASHES:
        return 1.0
    if character in _OPENING and not before.isalnum() and (behind.isalnum() or behind in "[(…«"):
        return 1.0
    if character in _CLOSING and not before.isspace() and not behind.isalnum():
        return 1.0
    if character in "«»\u00a0":
        return 0.9  # French sets them apart
    return 0.8 if character in _SIGNS and not (before.isalpha() and behind.isalpha()) else -2.0


def _of_letter(before: str, letter: str, behind: str) -> float:
    """A letter stands with letters of its script, and a capital at the head of a word or among capitals."""
    beside = [each for each in (before, behind) if each.isalpha()]
    if any(_script(each) != _script(letter) for each in beside):
        return -2.0
    if (letter.isupper() and before.islower()) or before == letter == behind:
        return -2.0
    if not beside:
        return 0.6 if letter in "àéÀÉяиовскуаЯИОВСКУА" else -1.0
    if letter.lower() in _NORDIC and before.lower() in _CONSONANTS and behind.lower() in _CONSONANTS:
        return 1.0
    return 1.0 if letter.lower() in _COMMON else 0.9 if letter in _SLAVIC else 0.2


def _script(letter: str) -> str:
    return "" if letter.isascii() else unicodedata.name(letter, " ").split()[0].replace("LATIN", "")
