"""Personal names as memoranda print them: honorifics and offices apart, surnames to compare.

A name is taken apart by its words alone; who it is, is decided in `identities.py`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from memcon.converters.lexicon import words

HONORIFICS = words(
    """
    mr mrs ms miss dr sir lord lady dame madame madam mme monsieur herr frau señor senor senora prof professor
    comrade gen general col colonel maj major capt captain cdr commander lt lieutenant adm admiral amb
    ambassador sen senator rep representative gov governor hon honorable excellency h.e father
    """
)
OFFICES = words(
    """
    president vice prime minister premier chancellor secretary undersecretary under deputy assistant chairman
    chairwoman chair director king queen prince princess emir amir sultan shah sheikh emperor pope
    general-secretary minister-president foreign counselor counsellor advisor adviser attorney chief ambassador
    senator governor congressman congresswoman speaker marshal interpreter translator notetaker operator
    spokesman delegate administrator commissioner commander consul attache attaché aide minister-counselor
    defense state treasury security national affairs general acting former party leader head government
    """
)
_LINKS = words(
    """
    of the for to and in at von van de der den da di du la le al el bin ibn ben
    """
)
_PARTICLES = words(
    """
    von van de der den da di du la le al el bin ibn ben abu
    """
)
_COUNTRIES = re.compile(
    r"\b(?:of|for)\s+(?:the\s+)?(?:United\s+(?:States(?:\s+of\s+America)?|Kingdom|Nations|Arab\s+Emirates)|Soviet\s+Union|"
    r"Great\s+Britain|South\s+(?:Africa|Korea|Vietnam)|North\s+(?:Korea|Vietnam)|Saudi\s+Arabia|New\s+Zealand|"
    r"Sri\s+Lanka|Costa\s+Rica|El\s+Salvador|(?:West|East)\s+Germany|[A-Z][\w’'-]+(?:\s+Republic(?:\s+of\s+[A-Z]\w+)?)?)"
)  # fmt: skip
_NATIONAL = re.compile(r"\b[A-Z]\w*(?:ian|ean|ese|ish|an|ch|eek|utch|oviet|iss|aqi|aeli|ani|wiss)\b")
_PARENTHESIS = re.compile(r"\(([^()]{2,40})\)[\s,.;]*\Z")
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}")
_WORD = re.compile(r"[^\W\d_](?:[\w’'.-]*[\w.])?")
_INITIAL = re.compile(r"(?:[^\W\d_]\.-?)+|[A-ZА-Я]")
_MISTER = words("mr mrs ms miss dr")  # what follows is a name, be it Lord or King
_SHORT = {
    "dick": "richard", "bob": "robert", "bill": "william", "jim": "james", "jack": "john", "hank": "henry",
    "ted": "edward theodore", "ed": "edward edwin edmund", "tony": "anthony antony", "mac": "mcgeorge", "bud": "robert",
    "chuck": "charles", "harry": "henry harold", "larry": "lawrence", "mike": "michael mikhail", "peggy": "margaret",
    "liz": "elizabeth", "betty": "elizabeth", "geo": "george", "gene": "eugene", "bobby": "robert",
    "bert": "albert herbert",
}  # fmt: skip
_CLOSE = 0.88  # SequenceMatcher ratio above which two surnames of five letters or more differ by a slip


@dataclass(frozen=True, slots=True)
class PrintedName:
    """A name taken apart. `given` may be initials; `surname` is empty where only an office is printed."""

    surname: str = ""
    given: str = ""
    office: str = ""

    @property
    def full(self) -> str:
        """Given names and surname, or the office alone."""
        return f"{self.given} {self.surname}".strip() or self.office


@lru_cache(maxsize=8192)
def read_name(printed: str) -> PrintedName:
    """Take a printed name apart: `Prime Minister of Italy Giulio Andreotti` -> Andreotti, Giulio, the office.

    Of `Name, Office` only what stands before the comma is the name.
    """
    if match := _PARENTHESIS.search(printed):
        named, holder = read_name(match[1]), _office_before(printed[: match.start()].strip())
        if named.surname and holder:
            return PrintedName(named.surname, named.given, holder)
    printed = re.sub(r"\A(M[a-zA-Z]{1,2}),(?=\s)", r"\1.", printed)  # a misread `Mr.`
    before, _, after = re.sub(r"[\[\]()?*]", " ", printed).partition(",")
    countries = [m.span() for m in _COUNTRIES.finditer(before)]
    office: list[str] = []
    name: list[str] = []
    words = list(_WORD.finditer(before))
    for at, word in enumerate(words):
        text = word.group()
        if name and _titled(text) and all(_ACRONYM.fullmatch(each) for each in name):
            office, name = [*office, *name], []  # `CIA Director Helms`
        bare = fold(text.rstrip("."))
        inside = any(start <= word.start() < end for start, end in countries) and (at + 1 < len(words) or bool(name))
        national = not name and _NATIONAL.fullmatch(text) and at + 1 < len(words) and _titled(words[at + 1].group())
        mister = bool(office) and fold(office[-1].strip(".")) in _MISTER and not words[at + 1 :]
        if (
            inside
            or national
            or (not name and not mister and (_titled(text) or (bare in _LINKS and bare not in _PARTICLES)))
        ):
            office.append(text)
            if inside and at + 1 < len(words) and not any(start == 0 for start, _ in countries):
                name = name if _only_country_follows(words, at, countries) else []
        else:
            name.append(text)
    if len(name) > 1 and _ACRONYM.fullmatch(name[0]) and "." not in name[0] and not name[1].isupper():
        office, name = [*office, name[0]], name[1:]  # `VM Lindqvist`
    if name and all(fold(w) in _LINKS for w in name):
        office, name = office + name, []
    surname_at = _surname_start(name)
    office = [word for word in office if fold(word.strip(".")) not in _MISTER]
    title = " ".join(office) or after.strip()
    return PrintedName(" ".join(name[surname_at:]), " ".join(name[:surname_at]), title)


def _only_country_follows(words: list[re.Match[str]], at: int, countries: list[tuple[int, int]]) -> bool:
    """Whether all words from here on belong to a country: `King X of Y` is X."""
    return all(any(start <= word.start() < end for start, end in countries) for word in words[at:])


def _office_before(text: str) -> str:
    """An office that stands before a name in parentheses: `the Soviet Ambassador (Dobrynin)`; empty for a name."""
    words = re.findall(r"[\w’'-]+", text)
    return text if any(_titled(w) for w in words) and len(words) > 1 else ""


def _titled(word: str) -> bool:
    bare = fold(word.rstrip("."))
    return bare in HONORIFICS or bare in OFFICES


def _surname_start(name: list[str]) -> int:
    at = max(len(name) - 1, 0)
    while at > 1 and fold(name[at - 1]) in _PARTICLES:
        at -= 1
    return at


def fold(text: str) -> str:
    """For comparison: case and diacritics apart, so that François and FRANCOIS are alike."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace("’", "'")


@lru_cache(maxsize=8192)
def words_of(name: str) -> tuple[str, ...]:
    """The folded words of a name; a hyphen separates, as `Hashemi-Rafsanjani` is `Hashemi Rafsanjani`."""
    return tuple(w for w in re.split(r"[^\w]+", fold(name).replace("'", "")) if w)


def is_office(printed: str) -> bool:
    """Whether nothing but an office is printed: `The President`, `SECRETARY`, `Russian President`."""
    name = read_name(printed)
    return not name.surname and bool(name.office)


def same_name(label: PrintedName, person: PrintedName) -> bool:
    """Whether a label's name can be this person's: the surname ends alike, given names do not contradict."""
    a, b = words_of(label.surname), words_of(f"{person.given} {person.surname}")
    if not a or b[-len(a) :] != a:
        return False
    mine, theirs = words_of(label.given), b[: len(b) - len(a)]
    return not mine or not theirs or _same_given(mine[0], theirs[0])


def _same_given(a: str, b: str) -> bool:
    """Whether two given names may be one: alike, one the initial of the other, or one its short form."""
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return a[:3] == b[:3] or b in _SHORT.get(a, "").split() or a in _SHORT.get(b, "").split()


def nearly_same(a: str, b: str) -> bool:
    """Whether two surnames differ by a slip only: long enough, and alike by nearly every letter."""
    first, second = "".join(words_of(a)), "".join(words_of(b))
    if min(len(first), len(second)) < 5 or first == second or abs(len(first) - len(second)) > 2:
        return False
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return matcher.quick_ratio() > _CLOSE and matcher.ratio() > _CLOSE  # the first is an upper bound, and quick


_NO_LETTER = re.compile(
    "[^0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e\u0391-\u03a1\u03a3-\u03c9"
    "\u0401-\u040c\u040e-\u044f\u0451-\u045c\u4e00-\u9fa5]+"
)


@lru_cache(maxsize=8192)
def slug(name: str) -> str:
    """A name as an identifier: lower case without diacritics, hyphens between words; letters that an xml:id cannot
    hold in every engine are left out."""
    return _NO_LETTER.sub("-", fold(name).replace("'", "")).strip("-")
