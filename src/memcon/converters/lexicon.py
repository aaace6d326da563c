"""Word lists of the genre: general vocabulary, never the names or phrases of a particular document."""

from __future__ import annotations

from types import MappingProxyType


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


FIELD_WORDS = MappingProxyType(
    {
        "en": {
            "subject": words("subject subjects re topic topics"),
            "participants": words("participants participant present attendees attending attendance persons who"),
            "date": words("date dates when day"),
            "time": words("time times hour"),
            "place": words("place location venue where"),
            "interpreter": words("interpreter interpreters translator translators"),
            "notetaker": words("notetaker notetakers note-taker note-takers recorder recorders"),
        },
        "ru": {
            "subject": words("тема темы предмет вопрос вопросы"),
            "participants": words("участники участвовали присутствовали присутствуют участвующие"),
            "date": words("дата"),
            "time": words("время начало"),
            "place": words("место"),
            "interpreter": words("переводчик переводчики переводил переводила перевел перевод"),
            "notetaker": words("записал записала записали запись протоколировал"),
        },
        "de": {
            "subject": words("betreff betr betrifft gegenstand thema themen"),
            "participants": words("teilnehmer teilnehmerinnen anwesend anwesende beteiligte gesprächsteilnehmer"),
            "date": words("datum tag"),
            "time": words("uhrzeit zeit beginn"),
            "place": words("ort gesprächsort"),
            "interpreter": words("dolmetscher dolmetscherin übersetzer"),
            "notetaker": words("protokollführer protokoll protokollant aufzeichnender niederschrift"),
        },
        "fr": {
            "subject": words("objet sujet sujets"),
            "participants": words("participants participant présents présent étaient assistaient"),
            "date": words("date"),
            "time": words("heure heures"),
            "place": words("lieu"),
            "interpreter": words("interprète interprètes traducteur"),
            "notetaker": words("rédacteur secrétaire rapporteur"),
        },
        "es": {
            "subject": words("asunto asuntos tema temas"),
            "participants": words("participantes presentes asistentes asisten"),
            "date": words("fecha"),
            "time": words("hora horas"),
            "place": words("lugar"),
            "interpreter": words("intérprete intérpretes traductor"),
            "notetaker": words("redactor relator secretario"),
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
"""What fields of a masthead are called: language -> what the field holds -> the words of its name, in lower case."""
