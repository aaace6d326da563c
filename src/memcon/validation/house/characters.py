"""Typographic damage: characters that were lost, read in the wrong encoding, or exchanged for others that look alike.

The whole print is looked through at once, and the passages only where something is suspicious.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from unicodedata import is_normalized

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.validation.survey import Survey

_LOST = re.compile("[\ufffd\ufffc\x80-\x84\x86-\x9f\ue000-\uf8ff\ufdd0-\ufdef]")
_UNSEEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]")
_STRING = etree.XPath("string()", smart_strings=False)
_NO_BLANK = re.compile(r"[^\S \t\r\n]")
_FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u052f]")  # Greek and Cyrillic, which have letters that look Latin
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_WIDE = re.compile("[^\x00-\x7f]{2,}")
_SCRIPTS = frozenset(("LATIN", "GREEK", "CYRILLIC"))
_LOOKS_LATIN = frozenset("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαγικνορτυχωϲϳ")  # the Greek letters that do; all of Cyrillic is suspicious
_JOINERS = "\u200c\u200d"
_MISREAD_AS = ("cp1252", "latin-1", "cp1251", "cp437", "mac-roman")
_LEADS = frozenset(bytes(range(0xC2, 0xF5)).decode("latin-1") + "РС√¬├┬ΓВГ")  # what misread UTF-8 begins with
_CYRILLIC_RUN = 4  # letters: a shorter word can be UTF-8 by chance


def lost_characters(survey: Survey) -> Iterator[Diagnostic]:
    """MC533: a character that stands for a lost one, or is none."""
    if any(map(_LOST.match, survey.unusual)):
        yield from _each(survey, "MC533", _LOST, _lost)


def unseen_characters(survey: Survey) -> Iterator[Diagnostic]:
    """MC536: a character that nobody sees; joiners are at home in the scripts that need them."""
    if any(map(_UNSEEN.match, survey.unusual)):
        yield from _each(survey, "MC536", _UNSEEN, _unseen)


def unseen_in_header(survey: Survey) -> Iterator[Diagnostic]:
    """MC536 for what nobody sees in the header, or in an authority file: there white space of any other sort than
    blanks and line ends is unseen too, and so is a letter of two characters where the print has none."""
    if survey.source.data.isascii() and b"&#" not in survey.source.data:
        return
    for element in survey.every("teiHeader", "standOff"):
        whole = str(_STRING(element))
        if whole.isascii() or not (_UNSEEN.search(whole) or _NO_BLANK.search(whole) or not is_normalized("NFC", whole)):
            continue
        apart = not any(map(unicodedata.combining, survey.unusual))
        for each in element.iter(etree.Element):
            for text in (each.text, *(child.tail for child in each)):
                if text and not text.isascii() and (found := _unseen_there(text, apart)):
                    yield survey.finding("MC536", f"{found} in {' '.join(text.split())[:40]!r}", each)


def _unseen_there(text: str, apart: bool) -> str:
    found = _UNSEEN.search(text) or _NO_BLANK.search(text)
    if found is not None:
        return _named(found.group())
    return "a letter of two characters" if apart and not is_normalized("NFC", text) else ""


def misread_encoding(survey: Survey) -> Iterator[Diagnostic]:
    """MC534: UTF-8 that was read as something else. It is told by reading it back."""
    if not _LEADS.isdisjoint(survey.unusual):
        yield from _each(survey, "MC534", _WIDE, _misread)


def mixed_scripts(survey: Survey) -> Iterator[Diagnostic]:
    """MC535: a word of Latin letters with Greek or Cyrillic ones among them."""
    if any(map(_FOREIGN.match, survey.unusual)):
        yield from _each(survey, "MC535", _LETTERS, _mixed)


def _each(
    survey: Survey, code: str, pattern: re.Pattern[str], judged: Callable[[re.Match[str]], str]
) -> Iterator[Diagnostic]:
    """A finding for the first match of each passage against which there is something to say."""
    for passage in survey.passages:
        message = next((said for match in pattern.finditer(passage.text) if (said := judged(match))), "")
        if message:
            yield survey.finding(code, message, passage.element)


def _lost(match: re.Match[str]) -> str:
    return f"{_named(match.group())} in {_around(match)!r}"


def _unseen(match: re.Match[str]) -> str:
    before, after = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    if match.group() in _JOINERS and all(each and not _is_latin(each) for each in (before, after)):
        return ""
    return f"{_named(match.group())} in {_around(match)!r}"


def _misread(match: re.Match[str]) -> str:
    text = match.group()
    for encoding in _MISREAD_AS:
        try:
            meant = text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        if len(text) >= _CYRILLIC_RUN or encoding in ("cp1252", "latin-1"):
            return f"{text!r} is {meant!r} in UTF-8, read as {encoding}"
    return ""


def _mixed(match: re.Match[str]) -> str:
    word = match.group()
    if word.isascii():
        return ""
    scripts = {letter: _script(letter) for letter in word}
    found = set(scripts.values()) & _SCRIPTS
    if len(found) < 2:
        return ""
    if "CYRILLIC" not in found and not any(letter in _LOOKS_LATIN for letter in word):
        return ""
    letters = {script: "".join(each for each in word if scripts[each] == script) for script in sorted(found)}
    of_each = ", ".join(f"{which!r} {script.title()}" for script, which in letters.items())
    return f"the letters of {word!r} are of several scripts: {of_each}"


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _is_latin(letter: str) -> bool:
    return letter.isascii() or _script(letter) == "LATIN"


def _named(character: str) -> str:
    return f"U+{ord(character):04X} ({unicodedata.name(character, 'control or private use').lower()})"


def _around(match: re.Match[str]) -> str:
    return " ".join(match.string[max(0, match.start() - 15) : match.end() + 15].split())
