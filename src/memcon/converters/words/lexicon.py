"""Word lists of the genre: general vocabulary, never the names or phrases of a particular document."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


def caseless(text: str) -> str:
    """The text with case ignored as `re.IGNORECASE` ignores it, to look for letters of English in: much quicker than
    that. Offsets may differ."""
    folded = text.casefold()
    return folded if text.isascii() else folded.replace("i\u0307", "i").replace("ı", "i")


def occurrences_of(word: str, text: str) -> Iterator[int]:
    """Where a word stands in a text."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


QUOTES = '"“„«'
"""Quotation marks that open a whole document that is quoted, its title, its dateline and its fields."""

JOINERS = (",", "-", "–", "—")
"""Signs at the end of a line behind which the next one goes on with it."""

COUNTS = words("two three four five six seven eight nine ten several")
"""Words that say how many people there were, whoever they were: `Three Notetakers`."""

CATALOGUED = frozenset(
    (
        "document type",
        "editorial comments",
        "importance ranking",
        "word count",
        "themes",
        "record number",
        "document date",
        "period of service",
        "release date",
        "release type",
        "released by",
        "transcript id",
        "report type",
        "report number",
    )
)
"""What a catalogue says of a document."""
FIELD_WORDS = MappingProxyType(
    {
        "en": {
            "subject": words("subject subjects subj re"),
            "participants": words(
                """
                participants participant participation present attendees attending attendance members principals
                presiding appearances interviewee interviewed interviewer journalist journalists narrator creator who
                """
            ),
            "date": words("date dates date/time when held"),
            "time": words("time"),
            "place": words("place location venue where"),
            "interpreter": words("interpreter interpreters"),
            "notetaker": words("notetaker notetakers note-taker note-takers note notes recorder recorders"),
        },
        "ru": {
            "subject": words("тема темы предмет"),
            "participants": words("участники участвовали присутствовали присутствуют участвующие"),
            "date": words("дата"),
            "time": words("время начало окончание конец"),
            "place": words("место"),
            "interpreter": words("переводчик переводчики переводил переводила перевел перевод"),
            "notetaker": words("записал записала записали протоколировал"),
            "beside": words("на при беседе встрече переговорах беседу проведения и"),
        },
        "de": {
            "subject": words("betreff betr betrifft gegenstand thema themen"),
            "participants": words(
                "teilnehmer teilnehmerinnen anwesend anwesende beteiligte gesprächsteilnehmer sprecher"
            ),
            "date": words("datum tag"),
            "time": words("uhrzeit zeit beginn"),
            "place": words("ort gesprächsort"),
            "interpreter": words("dolmetscher dolmetscherin übersetzer"),
            "notetaker": words("protokollführer protokollant"),
            "beside": words("und des der gesprächs"),
        },
        "fr": {
            "subject": words("objet sujet sujets"),
            "participants": words("participants participant présents présent étaient assistaient"),
            "date": words("date"),
            "time": words("heure heures"),
            "place": words("lieu endroit"),
            "interpreter": words("interprète interprètes traducteur"),
            "notetaker": words("rédacteur rapporteur"),
            "beside": words("et de la"),
        },
        "es": {
            "subject": words("asunto asuntos tema temas"),
            "participants": words("participantes presentes asistentes asisten"),
            "date": words("fecha"),
            "time": words("hora horas"),
            "place": words("lugar"),
            "interpreter": words("intérprete intérpretes traductor"),
            "notetaker": words("redactor relator"),
            "beside": words("y de la"),
        },
        "it": {
            "subject": words("oggetto argomento argomenti tema"),
            "participants": words("partecipanti presenti"),
            "date": words("data"),
            "time": words("ora ore"),
            "place": words("luogo"),
            "interpreter": words("interprete interpreti traduttore"),
            "notetaker": words("verbalizzante estensore"),
        },
        "nl": {
            "subject": words("onderwerp betreft"),
            "participants": words("aanwezig aanwezigen deelnemers"),
            "date": words("datum"),
            "time": words("tijd"),
            "place": words("plaats"),
            "interpreter": words("tolk"),
            "notetaker": words("notulist"),
        },
        "zh": {
            "subject": words("主题 主題 题目 議題 议题"),
            "participants": words(
                """
                参加者 參加者 参加人 參加人 参加人员 參加人員 参加会谈人士 參加會談人士 与会者 與會者 出席者 出席 在座
                参加会谈人员 会谈人员 出席人 对方参加者 我方参加者
                """
            ),
            "date": words("日期 日期及时间 日期及時間 日期与时间"),
            "time": words("时间 時間 谈话时间 會談時間 会谈时间"),
            "place": words("地点 地點 谈话地点 會談地點 会谈地点"),
            "interpreter": words("翻译 翻譯 译员 譯員 口译"),
            "notetaker": words("记录 記錄 记录员 記錄員 纪录 紀錄 笔录"),
        },
        "pl": {
            "subject": words("temat dotyczy"),
            "participants": words("uczestnicy obecni"),
            "date": words("data"),
            "time": words("godzina czas"),
            "place": words("miejsce"),
            "interpreter": words("tłumacz tłumacze"),
            "notetaker": words("protokolant"),
        },
        "pt": {
            "subject": words("assunto assuntos tema"),
            "participants": words("participantes presentes"),
            "date": words("data"),
            "time": words("hora horas"),
            "place": words("local lugar"),
            "interpreter": words("intérprete intérpretes tradutor"),
            "notetaker": words("redator relator"),
        },
    }
)
"""What fields of a masthead are called: language -> what the field holds -> the words of its name, in lower case;
`beside` are words that stand among them."""
