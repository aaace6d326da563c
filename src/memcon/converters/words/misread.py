"""Words that OCR read with figures for letters (`MEM0RANDUM`, `Apri1`), or with a small l for a capital I.

They are put right to be recognised, character for character, so that offsets hold; the print stays as it is.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_MIXED = re.compile(r"(?<![\w.-])(?=[^\W\d_]*[015l])[^\W_]{4,}(?![\w-])")
_SUSPECT = re.compile(r"[015l](?:(?<=[^\W\d_][015])|(?<=[015])(?=[^\W\d_])|(?<=[A-Z]l)(?=[A-Z]))")  # quick to look for
_LABEL = re.compile(r"[A-Z](?=[^:\n]{5,14}:)(?:[A-Z0-9.'’]{1,13}[ ]?){1,2}(?=:(?:\s|\Z))")
_SPACED = re.compile(r"(?:[^\W\d_] ){2,15}[^\W\d_](?= ?:(?:\s|\Z))")
_FIELDS = ("PARTICIPANTS", "SUBJECT", "NOTETAKERS", "INTERPRETER")
_ALIKE = 0.8  # of the letters
_FAR = 80  # characters of a text that are looked at
_CAPITALS = str.maketrans("015l", "OISI")
_SMALL = str.maketrans("015", "ols")


def letters_restored(text: str, far: int = _FAR) -> str:
    """The text with letters in the place of figures in words that are nearly all letters; as long as it was.

    Only its beginning, up to `far`, is looked at: what a text is, is told there.
    """
    if _SUSPECT.search(text, 0, far) is None:
        return text
    return _MIXED.sub(lambda match: _restored(match.group()), text[:far]) + text[far:]


def _restored(word: str) -> str:
    figures = sum(character in "015" for character in word)
    letters = sum(character.isalpha() for character in word)
    if letters + figures < len(word) or figures * 3 > len(word) or letters < 3:
        return word  # a number of its own, or a code
    capital = word.replace("l", "").translate(_CAPITALS).isupper()
    if capital and word.count("l") < letters - 1:
        return word.translate(_CAPITALS)
    return word.translate(_SMALL) if figures and not word[:2].isupper() else word


def field_restored(line: str) -> str:
    """A line with the name of a field in the place of one that OCR misread in capitals (`PARTICIP7 NTS:`) or whose
    letters are set apart (`D a t e :`); as long as it was."""
    spaced = _SPACED.match(line) if line[1:2] == " " else None
    if spaced is not None:
        label = spaced.group()
        return label.replace(" ", "").ljust(len(label)) + line[spaced.end() :]
    match = _LABEL.match(line)
    if match is None or (label := match.group()).replace(" ", "") in _FIELDS:
        return line
    bare = label.replace(" ", "")
    name = next((name for name in _FIELDS if abs(len(name) - len(bare)) < 2 and _alike(bare, name)), "")
    return name.ljust(len(label)) + line[match.end() :] if name and len(name) <= len(label) else line


def _alike(misread: str, name: str) -> bool:
    return any(not each.isalpha() for each in misread) and SequenceMatcher(None, misread, name).ratio() >= _ALIKE
