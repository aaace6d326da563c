"""How the titles of memoranda begin in languages other than English: one line of phrases a language.

A title of these languages is not told by its capitals; it opens with one of the phrases, and goes on with a name or
with a word that leads to one (`mit`, `avec`), or ends there.
"""

from __future__ import annotations

import re
from typing import Literal

from memcon.converters.words.ideographs import titles_record

_OPENINGS = {
    "ru": """
        (?:из\\s+)?(?:запис[ьи]|протокольн(?:ая|ой)\\s+запис[ьи]|кратк(?:ая|ой)\\s+запис[ьи]|стенограмм[аы]|протокол[а]?|
        стенографическ(?:ая|ой)\\s+запис[ьи]|изложени[ея]|содержани[ея]|основное\\s+содержание|отч[её]т[а]?\\s+о)\\s+
        (?:телефонного\\s+)?(?:бесед[ыеу]|разговора|переговоров|встречи?|заседания)|из\\s+беседы|(?:полная\\s+)?стенограмма|
        телефонный\\s+разговор|беседа|интервью|(?:большая\\s+|совместная\\s+)?пресс-конференция
        """,
    "de": """
        (?:gesprächs)?vermerk|aktenvermerk|niederschrift|aufzeichnung|gesprächsaufzeichnung|gesprächsprotokoll|
        gesprächsnotiz|aktennotiz|
        (?:delegations|telefon|fern|vier-augen-)?gespräch|unterredung|besprechung|
        (?:stenogra(?:f|ph)ische\\s+)?(?:protokoll|niederschrift)|interview|
        (?:mitschrift\\s+(?:der\\s+)?)?(?:regierungs|sommer|abschluss)?pressekonferenz
        """,
    "fr": """
        entretien|conversation|compte[- ]rendu|
        note\\s+(?:de\\s+conversation|d['’]entretien|d['’]audience)|procès-verbal|verbatim|relevé\\s+de\\s+conclusions|
        (?:conversation|entretien)\\s+téléphonique|interview|(?:conf[ée]rence|point)\\s+de\\s+presse
        """,
    "es": """
        conversaci(?:ón|ones)|entrevista|acta|memor[aá]nd(?:um|o)\\s+de\\s+(?:la\\s+)?conversación|versión\\s+taquigráfica|
        reunión|llamada\\s+telefónica|conversación\\s+telefónica
        """,
    "it": """
        colloquio|conversazione|verbale|resoconto|incontro|conversazione\\s+telefonica|telefonata
        """,
    "pt": """
        conversa|registro\\s+de\\s+conversa|memorando\\s+de\\s+conversa
        """,
    "nl": """
        (?:verslag|notulen|samenvatting)\\s+van\\s+(?:het\\s+|de\\s+)?(?:gesprek|onderhoud|bespreking|vergadering)|gespreksverslag
        """,
    "hu": """
        feljegyzés|jegyzőkönyv
        """,
    "ro": """
        (?:notă|stenogram[ăa]|minut[ăa])\\s+(?:de|a)\\s+(?:convorbire|convorbirii|convorbirilor|întâlnirii|discuțiilor)|
        (?:stenograma|minuta|(?:proces-verbal|protocol(?:ul)?)(?:\\s+nr\\.\\s*\\d{1,4})?)\\s+(?:a\\s+|al\\s+)?[sșş]edin[tțţ]ei
        """,
    "pl": """
        (?:(?:notatka|protokół|zapis|stenogram|sprawozdanie|informacja)\\s+(?:z\\s+|o\\s+)?(?:rozm(?:owy|ów)|spotkania|narady)|
        rozmowa)
        """,
    "cs": """
        (?:(?:záznam|zápis|protokol|stenogram|zpráva)\\s+(?:o\\s+|z\\s+|ze\\s+)?(?:rozhovoru|rozhovorech|jednání|setkání|
        schůzky)|rozhovor)
        """,
}
_LINKS = (
    r"с|со|между|о|об|по|mit|zwischen|des|der|über|von|vom|am|avec|entre|de|du|des|d['’]|con|del|sostenida|tra|fra|"
    r"com|della|dell['’]|z|ze|między|s|mezi|tussen|met|van|dintre|cu"
)
_PHRASES = {language: re.sub(r"\n\s*", "", each) for language, each in _OPENINGS.items()}
_TITLE = re.compile(
    f"(?:{'|'.join(_PHRASES.values())})"
    rf"(?=\s*+(?:[,.:]?\s*+\Z|[,(])|[^\S\n]*\n|\s+(?:{_LINKS})(?:\s|(?<=['’]))|\s+(?-i:[A-ZÄÖÜÉ\u0410-\u042f]))",
    re.IGNORECASE,
)
_OPENS = re.compile(f"(?:{'|'.join(_PHRASES.values())})", re.IGNORECASE)
_EACH = {language: re.compile(rf"(?:{each})(?!\w)", re.I) for language, each in _PHRASES.items()}
_DECLINED = ("ru", "pl", "cs")  # languages that have no article
_TELEPHONE = re.compile(r"телефон|telefon|téléphon|telefón|电话|電話", re.I)
_ENDS = frozenset(".!?")
_ABBREVIATED = re.compile(r"(?:\b(?:г|гг|uhr|h|m|p)|\d|\.[^\W\d_])\.\Z", re.I)
_SHORT = len("uhr.")
_LONGEST = 300  # characters of a title


def opens_as_title(text: str) -> bool:
    """Whether a text opens with a phrase that opens titles in one of these languages."""
    return text[:1].isalnum() and not text[:1].islower() and _OPENS.match(text) is not None


def opens_foreign_title(text: str) -> bool:
    """Whether a text is a title in one of these languages."""
    if titles_record(text):
        return True
    if len(text) > _LONGEST or not opens_as_title(text):
        return False
    bare = text.rstrip()
    ends = bare[-1:] in _ENDS and len(bare.split()) > 4
    sentence = ends and _ABBREVIATED.search(bare, max(len(bare) - _SHORT, 0)) is None
    return not sentence and (_TITLE.match(text) is not None or _opens_declined(text))


def _opens_declined(text: str) -> bool:
    """Whether a text opens with a phrase of two words and goes on with an office in lower case: `Запись беседы
    министра ...`"""
    found = (match for language in _DECLINED if (match := _EACH[language].match(text)))
    return any(" " in match.group() and len(text.split()) > len(match.group().split()) for match in found)


def opening_of(text: str) -> tuple[str, int] | None:
    """The language of a title and where the phrase ends that it opens with; None for a title of no such language."""
    if not opens_foreign_title(text) or titles_record(text):
        return None
    found = [(match.end(), language) for language, each in _EACH.items() if (match := each.match(text))]
    end, language = max(found)
    return language, end


def by_telephone(text: str) -> bool:
    """Whether a word of the text, in one of these languages, says that people talked by telephone."""
    return bool(_TELEPHONE.search(text))


def medium_of(*texts: str) -> Literal["telephone", "teletype", ""]:
    """The medium that a title or subject names; empty where it names none."""
    joined = " ".join(texts).lower()
    if re.search(
        r"\btele(?:phone|phonic|con|conference)\b|\bphone\b(?!-in)|\btele?con\b|\b(?:press|conference)\s+call\b", joined
    ):
        return "telephone"
    if by_telephone(joined):
        return "telephone"
    return "teletype" if "teletype" in joined or "teletypewriter" in joined else ""
