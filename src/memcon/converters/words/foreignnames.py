"""Who the titles of other languages name: `Запись беседы М. Горшенина с К. Линдбергом`, `Gespräch des Kanzlers mit X`.

Such a title declines the names it prints, and an office may run into a country (`президента Франции Н. Берга`). So a
word of it is somebody's name where a label or the participants print the same name, as it is or in its first form; or
where initials or a form of address say so. All else is left open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from memcon.converters.words.genres import opening_of
from memcon.converters.words.lexicon import words
from memcon.converters.words.names import fold


@dataclass(frozen=True, slots=True)
class _Signs:
    """What stands beside names in the titles of a language: between whom, with whom, of whom, and `and`."""

    between: re.Pattern[str]
    along: re.Pattern[str]
    of: re.Pattern[str]
    joined: re.Pattern[str]


def _signs(between: str, along: str, of: str, joined: str) -> _Signs:
    return _Signs(
        re.compile(rf"(?<!\w)(?:{between})\s", re.I),
        re.compile(rf"(?<!\w)(?:{along})\s", re.I),
        re.compile(rf"\A\W*(?:(?:{of})(?:\s|(?<=['’])))?", re.I),
        re.compile(rf";|\s(?:{joined})\s", re.I),
    )


_LANGUAGES = {
    "ru": _signs("между", "с|со", "", "и"),
    "de": _signs("zwischen", "mit", "des|der|von|vom", "und"),
    "fr": _signs("entre", "avec", r"du|de\s+la|de\s+l['’]|de|des", "et"),
    "es": _signs("entre", "con", r"del|de\s+la|de", "y|e"),
    "it": _signs("tra|fra", "con", r"del|della|dell['’]|di", "e|ed"),
    "pt": _signs("entre", "com", "do|da|de", "e"),
    "nl": _signs("tussen", "met", "van", "en"),
    "ro": _signs("dintre|între", "cu", "", "și|şi"),
    "pl": _signs("między|pomiędzy", "z|ze", "", "i|oraz"),
    "cs": _signs("mezi", "s|se", "", "a"),
}
_ENDINGS = {
    "ru": words("а я у ю ом ем ём ым им е ой ей ого его ому ему ию и ы ию"),
    "de": words("s es"),
    "pl": words("a owi em iem ego iego emu iemu im ym u ą ie y"),
    "cs": words("a ovi em ého ému ým ho mu m u y ě e ou"),
}
_FIRST_FORMS = {"ru": words("ий ый ой а я ь й о"), "pl": words("i y a o"), "cs": words("ý a o")}
_FORMAL = re.compile(
    r"\b(?:M\.|MM\.|Mme|MME|Monsieur|MONSIEUR|MADAME|Madame|Herrn?|HERRN?|Frau|Genoss(?:en?|in)|Sr\.|Sra\.|señor|sig\.|signor|г-на|г-ном|господин\w*|тов\.|товарищ\w*|tow\.|"
    r"Mr\.?|Dr\.?)\s+(?P<name>[^\W\d_a-z][\w’'-]+(?:\s+(?:(?:de|du|da|di|von|van)\s+)?[^\W\d_a-z][\w’'-]+){0,2})"
)
_GIVEN = re.compile(r"(?:accord[ée]e?\s+par|concedida\s+por|rilasciata\s+da)\s+", re.I)
_TO = re.compile(r"\s(?:à|À|a|A|al)\s(?P<name>[^\W\d_a-z][\w’'-]+(?:\s(?!LE\s|EL\s|IL\s)[^\W\d_a-z][\w’'-]+){1,2})")
_COMRADE = re.compile(r"(?:Herrn?|Genossen?|M\.|г-ном|тов\.)\s+(?:[^\W\d_]\.\s?){1,3}[^\W\d_]")  # before initials
_INITIALED = re.compile(r"(?P<initials>(?:[^\W\d_]\.[ -]?){1,3})\s*(?P<name>[^\W\d_][\w’'-]{2,})")
_CAPITALISED = re.compile(r"(?<![\w.’'-])[^\W\d_][\w’'-]+")
_LONGEST = 300  # characters of a title
_LEAST = 3  # letters of a stem


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody a title names: the words as printed, the initials before the name, the words that can be the surname,
    the last first, and whether initials or a form of address say that the first of them is one (`told`)."""

    printed: str
    initials: str
    surnames: tuple[str, ...]
    told: bool
    language: str

    @property
    def declined(self) -> bool:
        """Whether the language declines names."""
        return self.language in _FIRST_FORMS

    def first_forms(self) -> Iterator[str]:
        """The surnames that can be meant, in the forms they may have undeclined."""
        for surname in self.surnames:
            yield surname
            for ending in _ENDINGS.get(self.language, ()):
                stem = surname[: -len(ending)]
                if surname.endswith(ending) and len(stem) >= _LEAST:
                    yield from (stem + form for form in ("", *sorted(_FIRST_FORMS.get(self.language, ()))))

    def is_called(self, surname: str) -> bool:
        """Whether a surname, in its first form, can be one that is printed."""
        return any(_same(printed, surname, self.language) for printed in self.surnames)


@lru_cache(maxsize=16)
def parties(title: str) -> tuple[tuple[Party, ...], bool]:
    """Those whom a title in another language names, and whether it names one side alone."""
    opening = opening_of(title) if len(title) <= _LONGEST else None
    if opening is None:
        return (), False
    language, end = opening
    if language not in _LANGUAGES:
        return (), False
    signs = _LANGUAGES[language]
    text = " ".join(title[end:].split())
    if between := signs.between.search(text):
        return tuple(_parties(text[between.end() :], language)), False
    along = signs.along.search(text)
    if along is None:
        return tuple(_interviewed(text, language)), False
    before = signs.of.sub("", text[: along.start()], count=1)
    first = tuple(_parties(before, language)) if before.strip() else ()
    return (*first, *_parties(text[along.end() :], language)), not first


def _interviewed(text: str, language: str) -> Iterator[Party]:
    """Who gave an interview, behind a form of address, and to whom: `Entretien accordé par M. Aalto à Eva Holm`."""
    given = _GIVEN.match(text)
    of = _LANGUAGES[language].of.match(text)
    start = given.end() if given is not None else of.end() if of is not None else 0
    somebody = _FORMAL.match(text, start) if start else None
    if somebody is None:
        return
    yield _party(somebody[0], language)
    if given is not None and (asks := _TO.match(text, somebody.end())) is not None:
        yield _party(asks["name"], language)


def _parties(text: str, language: str) -> Iterator[Party]:
    for piece in _LANGUAGES[language].joined.split(text):
        parts = [part.strip(" .") for part in piece.split(",")]
        name = next((part for part in parts[1:] if _FORMAL.match(part) or _COMRADE.match(part)), parts[0])
        if name:
            yield _party(name, language)


def _party(text: str, language: str) -> Party:
    if match := _FORMAL.search(text):
        return Party(text, "", tuple(reversed(match["name"].split())), told=True, language=language)
    if match := _INITIALED.search(text):
        return Party(text, match["initials"].strip(), (match["name"],), told=True, language=language)
    names = [word for word in _CAPITALISED.findall(text) if word[0].isupper()]
    return Party(text, "", tuple(reversed(names)), told=False, language=language)


def _same(printed: str, surname: str, language: str) -> bool:
    """Whether a printed word is a surname, undeclined or not."""
    word, name = fold(printed), fold(surname)
    if word == name:
        return True
    ending = next((each for each in sorted(_FIRST_FORMS.get(language, ())) if name.endswith(fold(each))), "")
    for stem in {name, name[: len(name) - len(fold(ending))]}:
        if len(stem) >= _LEAST and word.startswith(stem):
            return word[len(stem) :] in _folded(_ENDINGS.get(language, frozenset()))
    return False


@lru_cache(maxsize=16)
def _folded(endings: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold, endings))
