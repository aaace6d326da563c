"""How the titles of memoranda begin in languages other than English: one line of phrases a language.

A title of these languages is not told by its capitals; it opens with one of the phrases, and goes on with a name or
with a word that leads to one (`mit`, `avec`), or ends there.
"""

from __future__ import annotations

import re
from typing import Literal

_OPENINGS = {
    "ru": """
        (?:из\\s+)?(?:запис[ьи]|протокольн(?:ая|ой)\\s+запис[ьи]|кратк(?:ая|ой)\\s+запис[ьи]|стенограмм[аы]|протокол[а]?|
        стенографическ(?:ая|ой)\\s+запис[ьи]|изложени[ея]|содержани[ея]|основное\\s+содержание|отч[её]т[а]?\\s+о)\\s+
        (?:телефонного\\s+)?(?:бесед[ыеу]|разговора|переговоров|встречи?|заседания)|из\\s+беседы|стенограмма|
        телефонный\\s+разговор|беседа
        """,
    "de": """
        (?:gesprächs)?vermerk|aktenvermerk|niederschrift|aufzeichnung|gesprächsaufzeichnung|gesprächsprotokoll|
        (?:delegations|telefon|fern|vier-augen-)?gespräch|unterredung|besprechung|
        (?:stenogra(?:f|ph)ische\\s+)?(?:protokoll|niederschrift)
        """,
    "fr": """
        entretien|conversation|compte[- ]rendu|procès-verbal|verbatim|relevé\\s+de\\s+conclusions|
        (?:conversation|entretien)\\s+téléphonique
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
}
_LINKS = (
    r"с|со|между|о|об|по|mit|zwischen|des|der|über|von|vom|am|avec|entre|de|du|des|d['’]|con|del|sostenida|tra|fra|"
    r"com|della|dell['’]"
)
_TITLE = re.compile(
    "(?:" + "|".join(re.sub(r"\n\s*", "", each) for each in _OPENINGS.values()) + ")"
    rf"(?=\s*+(?:[,.:]?\s*+\Z|[,(])|[^\S\n]*\n|\s+(?:{_LINKS})(?:\s|(?<=['’]))|\s+(?-i:[A-ZÄÖÜÉ\u0410-\u042f]))",
    re.IGNORECASE,
)
_TELEPHONE = re.compile(r"телефон|telefon|téléphon|telefón", re.I)
_ENDS = frozenset(".!?")
_ABBREVIATED = re.compile(r"(?:\b(?:г|гг|uhr|h|m|p)|\d)\.\Z", re.I)
_SHORT = len("uhr.")
_LONGEST = 300  # characters of a title


def opens_foreign_title(text: str) -> bool:
    """Whether a text is a title in one of these languages."""
    if len(text) > _LONGEST or not text[:1].isalnum() or text[:1].islower():
        return False
    bare = text.rstrip()
    ends = bare[-1:] in _ENDS and len(bare.split()) > 4
    sentence = ends and _ABBREVIATED.search(bare, max(len(bare) - _SHORT, 0)) is None
    return not sentence and _TITLE.match(text) is not None


def by_telephone(text: str) -> bool:
    """Whether a word of the text, in one of these languages, says that people talked by telephone."""
    return bool(_TELEPHONE.search(text))


def medium_of(*texts: str) -> Literal["telephone", "teletype", ""]:
    """The medium that a title or subject names; empty where it names none."""
    joined = " ".join(texts).lower()
    if re.search(r"\btele(?:phone|phonic|con)\b|\bphone\b|\btele?con\b", joined):
        return "telephone"
    if by_telephone(joined):
        return "telephone"
    return "teletype" if "teletype" in joined or "teletypewriter" in joined else ""
