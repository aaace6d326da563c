"""Whether the words of an entry name a person: a name, a title with a name, or the holder of an office."""

from __future__ import annotations

import re
from collections.abc import Sequence

from memcon.converters.words.honours import without_honours
from memcon.converters.words.ideographs import is_han
from memcon.converters.words.lexicon import COUNTS, words
from memcon.converters.words.names import (
    HONORIFICS,
    OFFICES,
    PARTICLES,
    PrintedName,
    fold,
    has_title,
    read_name,
)

BODIES = words(
    """
    staff department office bureau agency committee council mission delegation embassy section division group board
    members state defense side party cia nsc jcs usia omb treasury commerce agriculture labor ocb
    meeting session sitting cabinet house room situation white united states kingdom union socialist republics republic
    federal
    """
)
_NATIONS = words("us u.s usa u.s.a ussr u.s.s.r uk u.k prc frg gdr gvn drv roc rok dprk uar un nato eec")
_HEADS = words("chairman chair director members member staff principals backbenchers observers")
_PAPERS = words("minutes papers collection files notes records")  # that stand above what is printed from them
_HEADINGS = words("summary conclusions discussion agenda background introduction decisions recommendations subject")
_SEVERAL_PEOPLE = words("members delegates deputies senators backbenchers observers principals reporters journalists")
ARTICLES = words("the der die le la il")
_RANKS_BELOW = frozenset(
    (
        "counsellor",
        "counselor",
        "first secretary",
        "second secretary",
        "third secretary",
        "attache",
        "minister-counsellor",
    )
)  # that stand below a name
_NUMBERED_HEAD = re.compile(r"[IVX]{1,4}\.\s[A-Z]{3,}(?:\s[A-Z]+)*\Z")  # of a part of the text
LONGEST_NAME = 9
_ROW = 3  # entries with a surname alone that make a list of such
_ELIDED = re.compile(r"[a-z]{1,4}['’][^\W\d_a-z]")  # `d’Ormesson`
_HONOUR = re.compile(r"(?:[A-Z]\.){1,6}[A-Z]?|Bt\.?")
_DASH = re.compile(r"(?P<name>[^—–,\n]{2,60}?)\s?(?:\s--?\s|—+-?|–)\s*(?=\S)")
_REMARK = re.compile(r"(?<=\S)\s\([^()]{1,200}\)")


def surely_somebody(piece: str) -> bool:
    """Whether a piece between commas is a name or a title with a name, and no office or body of the one before it."""
    bare = re.sub(r"[“\"'‘][^“”\"'’]{1,20}[”\"'’]\s|\([^()]*\)", " ", without_honours(piece)).strip(" .")
    name = read_name(bare)
    tokens = [fold(word.strip(".")) for word in bare.split()]
    if not name.full or is_body(bare):
        return False
    titled = any(map(has_title, bare.split()[:2]))
    held = name.office and ((name.given and titled) or has_title("".join(bare.split()[-2:-1])))
    if (len(tokens) > 6 or set(tokens) & BODIES) and not (held and len(tokens) <= LONGEST_NAME):
        return False
    if not name.surname:
        return tokens[0] in ARTICLES and has_title(bare.split()[-1])
    return bool(name.given or name.office or tokens[0] in HONORIFICS) and _capitalised(name)


_CASED = re.compile(r"(?<!\w)[^\W\d_][\w’'.-]*")
_SMALL = words("of for the and to at in de von van without")


_BEFORE_NAME = 4  # words of ranks and titles: `Air Chief Marshal Sir`


def is_titled_entry(text: str) -> bool:
    """Whether a text is somebody with a title and then, behind a comma or on a line below, what he is, with nothing
    said of it: `Sir Carl Berg, K.C.B., Secretary of the Council.`"""
    first, *others = re.split(r"[,\n]", text)
    bare = without_honours(first).split()
    titled = " ".join(bare) != first or any(map(has_title, bare[:_BEFORE_NAME]))
    if not others or not surely_somebody(first) or not titled:
        return False
    return all(w[0].isupper() or w in _SMALL for w in _CASED.findall(_REMARK.sub("", " ".join(others))))


def is_body(text: str) -> bool:
    """Whether words name a body or a room and nobody: `The White House Situation Room`."""
    tokens = [fold(word.strip(".,")) for word in text.split()]
    return all(token in BODIES | ARTICLES for token in tokens)


_FEW = 4
_PLURAL_OFFICES = words("interpreters translators notetakers stenographers officials aides others advisers assistants")


def stands_before_dash(text: str) -> bool:
    """Whether somebody stands before a dash, and behind it what he is: `Carl E. Berg—Economic Counselor`."""
    dash = _DASH.match(text) if "—" in text or "–" in text or " -" in text else None
    if dash is None or not surely_somebody(dash["name"]):
        return False
    behind = re.split(r"[,;\n(]", text[dash.end() :])[0]
    return not surely_somebody(behind) or (_is_held(behind) and not _is_held(dash["name"]))


def _is_held(text: str) -> bool:
    """Whether the last word of a text is an office or a body."""
    last = fold((text.split() or [""])[-1].strip("."))
    return last in OFFICES or last in BODIES


def is_person(text: str, alone: bool = False) -> bool:
    """Whether an entry names a person: two words of a name, a title with a name, or the holder of an office; where
    the list has surnames alone, one word is enough."""
    name = read_name(text)
    before = _REMARK.sub("", text).split(",", 1)[0]
    tokens = [fold(w.strip(".")) for w in before.split()]
    if _NUMBERED_HEAD.match(text) or fold(text.strip(" .")) in _RANKS_BELOW:
        return False
    if stands_before_dash(text):
        return True
    if name.given and name.surname and name.surname not in before and name.surname in text:
        return _capitalised(name)  # behind his office
    if (
        not tokens
        or len(tokens) > LONGEST_NAME
        or tokens[0] in COUNTS
        or all(t in BODIES | _HEADS | _NATIONS for t in tokens)
    ):
        return False
    if tokens[:2] == ["one", "other"] or (tokens[-1] in _PLURAL_OFFICES and len(tokens) <= _FEW):
        return False  # `Chinese Interpreters`, whoever they were
    if (tokens[-1] in _PAPERS or tokens[0] in _HEADINGS) and len(tokens) > 1:
        return False
    if text.isupper() and tokens[1:2] == ["of"] and tokens[0] not in OFFICES | HONORIFICS:
        return False  # a heading
    if any(t in BODIES for t in tokens) and not any(t in (OFFICES - BODIES) | HONORIFICS for t in tokens):
        return False
    if fold(name.surname) in _SEVERAL_PEOPLE and not name.given:
        return False  # `Hon. Members`
    if name.surname:
        titled = any(t in HONORIFICS for t in tokens)
        return bool(name.given or name.office or titled or alone) and _capitalised(name)
    return bool(name.office) and (len(tokens) <= 4 or tokens[0] == "the")


def plain_surname(name: PrintedName) -> bool:
    """Whether a name is one capitalised word, and no office or honour (`K.C.B.`)."""
    return bool(name.surname) and not name.given and _capitalised(name) and not _HONOUR.fullmatch(name.surname)


def surnames_alone(entries: Sequence[str]) -> bool:
    """Whether most entries of a list are single words, or several in a row are plain surnames: heads of sides stand
    each above somebody."""
    single = [_is_single(entry) for entry in entries]
    words = sum(len(entry.split()) == 1 for entry in entries)
    row = any(all(single[at : at + _ROW]) for at in range(len(single) - _ROW + 1))
    return len(entries) > 2 and (words * 2 > len(entries) or row)


def _is_single(text: str) -> bool:
    """Whether an entry is a surname and nothing else, not in capitals as the names of sides may be."""
    return len(text.split()) == 1 and not text.isupper() and is_person(text, True) and plain_surname(read_name(text))


def _capitalised(name: PrintedName) -> bool:
    """Whether all words of a name are, but for particles; those of a sentence are not."""
    parts = f"{name.given} {name.surname}".split()
    return all(w[:1].isupper() or is_han(w) or _ELIDED.match(w) or fold(w).split("-")[0] in PARTICLES for w in parts)


def plain_name(text: str) -> bool:
    """Whether a piece between commas is a name and nothing else: a few words in capitals, and no office or body."""
    words = text.split()
    titled = [w for w in words if fold(w.strip(".")) in OFFICES and fold(w.strip(".")) not in HONORIFICS]
    suffix = len(words) == 1 and fold(words[0].strip(".")) in ("jr", "sr", "ii", "iii")
    body = any(fold(w.strip(".")) in BODIES for w in words)
    whole = len(words) > 1 or fold(words[0].strip(".")) in HONORIFICS
    return whole and len(words) <= 4 and not (titled or suffix or body) and all(w[:1].isupper() for w in words)
