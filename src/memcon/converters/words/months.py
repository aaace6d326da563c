"""The names of months and days of the week in the languages that memoranda are written in.

One table a language, easily extended: a line per month or day, its forms apart by spaces (inflected forms and usual
abbreviations; diacritics and case do not matter). A form that means two months must stand in neither.
"""

from __future__ import annotations

import re
from itertools import groupby
from types import MappingProxyType

from memcon.converters.words.names import fold

_MONTHS = {
    "en": """
        january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|
        september sept sep|october oct|november nov|december dec""",
    "ru": """
        января январь янв|февраля февраль фев|марта март|апреля апрель апр|мая май|июня июнь|июля июль|
        августа август авг|сентября сентябрь сент|октября октябрь окт|ноября ноябрь нояб|декабря декабрь дек""",
    "de": """
        januar jänner|februar feber|märz maerz|april|mai|juni|juli|august|september|oktober okt|november|
        dezember dez""",
    "fr": """
        janvier janv|février févr|mars|avril|mai|juin|juillet juil|août aout|septembre|octobre|novembre|
        décembre déc""",
    "es": """
        enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre setiembre|octubre|noviembre|diciembre""",
    "it": """
        gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre""",
    "pt": """
        janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro""",
    "pl": """
        stycznia styczeń|lutego luty|marca marzec|kwietnia kwiecień|maja maj|czerwca czerwiec|lipca lipiec|
        sierpnia sierpień|września wrzesień|października październik|listopada listopad|grudnia grudzień""",
    "cs": """
        ledna leden|února únor|března březen|dubna duben|května květen|června červen|července červenec|
        srpna srpen|září|října říjen|listopadu|prosince prosinec""",
    "ro": """
        ianuarie|februarie|martie|aprilie|mai|iunie|iulie|august|septembrie|octombrie|noiembrie|decembrie""",
    "hu": """
        január|február|március|április|május|június|július|augusztus|szeptember|október|november|december""",
    "nl": """
        januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december""",
    "scandinavian": """
        januar januari|februar februari|marts mars|april|mai maj|juni|juli|august augusti|september|oktober|november|
        december desember""",
}
ROMAN = {numeral: number for number, numeral in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), 1)}
"""The number of a month that is printed in Roman numerals."""
_DAYS = {
    "en": "monday mon|tuesday tues tue|wednesday wed|thursday thurs thu|friday fri|saturday sat|sunday sun",
    "ru": "понедельник|вторник|среда среду|четверг|пятница пятницу|суббота субботу|воскресенье",
    "de": "montag|dienstag|mittwoch|donnerstag|freitag|samstag sonnabend|sonntag",
    "fr": "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
    "es": "lunes|martes|miércoles|jueves|viernes|sábado|domingo",
    "it": "lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica",
    "pl": "poniedziałek|wtorek|środa środę|czwartek|piątek|sobota sobotę|niedziela niedzielę",
    "cs": "pondělí|úterý|středa středu|čtvrtek|pátek|sobota sobotu|neděle neděli",
    "nl": "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag",
    "scandinavian": "mandag måndag|tirsdag tisdag|onsdag|torsdag|fredag|lørdag lördag|søndag söndag",
    "pt": "segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|sábado|domingo",
}


def _numbered(table: dict[str, str]) -> MappingProxyType[str, int]:
    return MappingProxyType(
        {
            fold(form): number
            for language in table.values()
            for number, forms in enumerate(language.split("|"), 1)
            for form in forms.split()
        }
    )


MONTH_NUMBERS = _numbered(_MONTHS)
"""The number of a month, from 1, by its folded name."""

DAY_NUMBERS = _numbered(_DAYS)
"""The number of a day of the week, Monday being 1, by its folded name."""


def _alternatives(table: dict[str, str]) -> str:
    """The forms as a pattern, the longest first, with the diacritics as in the table or without. Those of one first
    letter stand together: `re` tries each alternative, and so most are never tried."""
    forms = {form for language in table.values() for form in language.replace("|", " ").split()}
    forms |= {fold(form) for form in forms}
    longest = sorted(forms, key=lambda form: (form[0], -len(form), form))
    groups = ((first, [re.escape(form[1:]) for form in each]) for first, each in groupby(longest, lambda form: form[0]))
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in groups)


MONTH = rf"(?:(?:{_alternatives(_MONTHS)})\b\.?)"
"""The name of a month, as a pattern (to be used without regard to case)."""

DAY_OF_WEEK = rf"(?:(?:{_alternatives(_DAYS)})\b\.?)"
"""The name of a day of the week, as a pattern (to be used without regard to case)."""


def month(name: str) -> int:
    """The number of a month, from 1; KeyError where no language has such a month."""
    return MONTH_NUMBERS[fold(name.rstrip("."))]


def day_of_week(name: str) -> int:
    """The number of a day of the week, Monday being 1."""
    return DAY_NUMBERS[fold(name.rstrip("."))]
