"""What a candidate for a label tells by its words alone."""

from __future__ import annotations

import re
from itertools import pairwise

from memcon.converters.labels.labelforms import Label
from memcon.converters.words.lexicon import words
from memcon.converters.words.names import HONORIFICS, fold, is_office, key_of, read_name

FALSE_FRIENDS = words(
    """
    first second third fourth fifth sixth firstly secondly thirdly finally also moreover furthermore however yes
    no well good thanks thank okay right exactly certainly agreed indeed true fine of course naturally hello
    goodbye greetings nonsense never perhaps maybe why what who when where how but and so now then here there
    note notes date time place subject participants present attendees attendance reference ref to from via
    copies copy distribution summary comment comments conclusion conclusions discussion background introduction
    agenda begin end action decision decisions recommendation source sources reason classified declassify
    enclosure attachment attachments tab re cc memorandum approved drafted cleared clearances translated by
    example result remark page part section article chapter item point points one two three four
    five next additionally again instead otherwise meanwhile today tomorrow yesterday tonight yeah sure absolutely
    on derived consensus language languages contents citation credits
    disposition recommended recommendations follow up followup motion vote status deadline responsible owner outcome
    outcomes results step steps apologies excused absent favour favor against abstaining abstentions abstained
    author authors title keywords key members number record duration
    advantages disadvantages problem problems issue issues option options alternative alternatives proposal proposals
    objective objectives purpose purposes assumption assumptions situation requirement requirements risks benefits
    implications effects pros cons facts findings casualties targets troops statistics total totals costs schedule
    timetable priorities criteria guidelines considerations observations arguments suggestions instructions estimates
    judgment judgments measures tasks topics themes details particulars addendum postscript insert attached appendix
    chronology timing format scenario assessment analysis evaluation overview synopsis highlights
    verteiler betreff betrifft anlage anlagen datum ort uhrzeit teilnehmer anwesend anwesende gegenstand bezug ergebnis
    erstens zweitens drittens schluss vermerk abschrift beginn tagesordnung zusammenfassung anmerkung dauer
    objet sujet lieu presents participants copie copies diffusion destinataires remarque resume premierement
    deuxiemement enfin ordre jour annexe annexes compte rendu duree
    asunto fecha lugar participantes asistentes presentes copia copias nota resumen primero segundo anexo
    oggetto luogo partecipanti presenti copia allegato allegati sintesi
    temat miejsce obecni uczestnicy notatka
    data sprava prisutni ucesnici
    дата место тема время присутствовали присутствуют участники копия копии разослано рассылка примечание приложение
    приложения запись справка первое второе повестка итог содержание
    """
)
FIELD_WORDS = words("date number subject subjects reference classification copies members agenda caution warning")
SPEAKERS = words("speaker speakers sprecher redner orateur orador оратор выступающий")
COLUMNS = SPEAKERS | words("name who person time participant delegate")
VOICES = words(
    """
    voice voices speaker speakers unidentified unknown stimme stimmen zuruf zurufe zwischenruf zwischenrufe voix voz
    voces voce voci голос голоса glas glasovi glos glosy
    """
)
_COLLECTIVE = re.compile(
    r"(?:(?:an?|one|some|several|many|various|all|both|two|three|four)\s+|"
    r"(?:hon(?:ou?rable)?|opposition|government|unidentified|unknown|male|female)\.?\s+)+"
    r"(?:members?|voices?|delegates?|delegations|speakers?|ministers|senators|deputies|representatives|shouts|cries|"
    r"man|woman|participant|official|person)|"
    r"unidentified|unknown",
    re.I,
)
_VOICE = re.compile(
    r"(?:male|female|man|woman|person|participant|official|officer|delegate|aide)(?:\s+(?:speaker|voice))?\s*#?\s*\d{1,2}|"
    r"(?:male|female)(?:\s+(?:speaker|voice))?",
    re.I,
)
_NUMBER = re.compile(r"(?<!\s)\s*+#?\d{1,2}\Z")
_PART = re.compile(
    r"the\s+(?:witness|court|clerk|accused|defendant|referee|moderator|interviewer|reporter|host|caller|press)", re.I
)
_UNNAMED = words("a an by this that these those is are was were be been it its our your their his her my not with into")
PREPOSITIONS = words("from for at by on in about to with")
_MISREAD = re.compile(r"M[a-zA-Z]{1,2}[.,][ \t]")  # a title, whatever recognition made of it
_INITIALED = re.compile(r"(?:[^\W\d_a-z][a-z]{0,2}\.[ ]?-?){1,3}[^\W\d_a-z][\w’'-]{2,}")
_DEBRIS = re.compile(r"[^\W\d_a-z]{2}['’]?[a-z]+['’]?[^\W\d_a-z]{2}")  # capitals, small letters and capitals again
_TITLE = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Messrs|Gen|Col|Adm|Amb|Sen|Rep|Gov|Prof)\b", re.I)


def is_collective(name: str) -> bool:
    """Whether a label is that of several who speak as one, or of one who has no name: `Hon. Members`, `A voice`."""
    return _COLLECTIVE.fullmatch(name) is not None


def is_voice(name: str) -> bool:
    """Whether a label is that of somebody who has no name but perhaps a number: `Speaker`, `Male 2`, `Voices`."""
    return _VOICE.fullmatch(name) is not None or fold(_NUMBER.sub("", name)) in VOICES


def is_part(name: str) -> bool:
    """Whether a label is that of somebody by the part that he has: `The Witness`."""
    return _PART.fullmatch(name) is not None


def begins(label: Label) -> bool:
    """Whether a label opens a paragraph, or a line of its own where a gap or a dash parts it from what is said."""
    return label.opens_paragraph or (label.form in ("gap", "dash") and label.follows)


def plain_delimiter(delimiter: str) -> str:
    """A delimiter without the full stop of what is cut short: `Interp.:` ends with a colon."""
    return delimiter[-1:] if delimiter == ".:" else delimiter


def two_people(name: str) -> bool:
    """Whether a title stands behind a name: `Admiral Berg  Mr. Dorn`."""
    titled = [bool(_TITLE.match(word)) or fold(word.strip(".")) in HONORIFICS for word in name.split()]
    return any(here and not before for before, here in pairwise(titled))


def is_titled(name: str) -> bool:
    """Whether a label is an office, or a name behind a title or an office."""
    read = read_name(name)
    first, _, rest = name.partition(" ")
    if rest and fold(first.strip(".")) in HONORIFICS:
        return True
    return bool(_TITLE.match(name) or _MISREAD.match(name)) or is_office(name) or bool(read.surname and read.office)


def is_initialed(name: str) -> bool:
    """Whether a label is initials and a surname: `M. S. Aalto`, `Yu. Aalto`."""
    return _INITIALED.fullmatch(name) is not None


def is_nameable(name: str, common: frozenset[str]) -> bool:
    """Whether a label may be a name: three words at most, titles and initials apart, none of which the text uses
    otherwise, and none of debris."""
    if _DEBRIS.search(name):
        return False
    words = [fold(w) for w in re.findall(r"[^\W\d_][\w’'-]*", name)]
    parts = [w for w in words if w not in ("the", "of", "and")]
    named = [w for w in parts if len(w) > 1 and w not in HONORIFICS]
    if len(parts) > 1 and not _UNNAMED.isdisjoint(w.lower() for w in parts):
        return False
    parts = named or parts
    return 0 < len(parts) <= 3 and not any(w in common for w in parts)


def surname_key(label: Label) -> str:
    """What labels of one surname have in common."""
    return key_of(read_name(label.name).surname) or label.key
