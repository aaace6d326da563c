"""When and where a talk was, as only the sentences of its record tell it.

`The meeting began at 10:30 and ended at 12:15.` An editorial note has no dateline at all: `The conversation took place
on May 3, 1971, from 10:55 a.m. to noon in the Oval Office.`
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from typing import Literal

from memcon.converters.dating.clocks import PrintedTime, find_time, may_hold_time
from memcon.converters.dating.dates import PrintedDate, find_date, find_day, in_year
from memcon.converters.talks.datelines import When, dated
from memcon.converters.talks.places import is_locale, is_place, names_meeting
from memcon.converters.words.lexicon import caseless

_TALK = (
    r"(?:meetings?|conversations?|calls?|talks?|sessions?|conference|discussions?|interview|president|luncheon|dinner|"
    r"deposition|examination|hearing|committee|"
    r"gespräch|sitzung|unterredung|besprechung|entretien|réunion|séance|conversación|reunión|entrevista|sesión|"
    r"colloquio|incontro|riunione|беседа|встреча|заседание|разговор|переговоры|rozmowa|spotkanie|rozhovor|jednání|[sșş]edin[tțţ]a)"
)
_BEGIN = (
    r"(?:began|begins|opened|commencing|convened|started|commenced|was\s+called\s+to\s+order|begann|beginnt|commence|commença|débute|"
    r"s['’]est\s+ouverte?|comenzó|empezó|iniziò|cominciò|начал(?:ась|ось|ся|ись)|rozpoczęł[ao]\s+się|začal[ao]?|a\s+început(?:\s+la\s+ora)?)"
)
_END = (
    r"(?:ended|adjourned|concluded|closed|rose|terminated|left|broke\s+(?:up|off|for\s+(?:lunch|dinner))|endete|endet|schloss|schloß|s['’]achève|"
    r"s['’]acheva|s['’]est\s+(?:terminée?|achevée?)|prend\s+fin|prit\s+fin|terminó|concluyó|finalizó|terminò|si\s+concluse|"
    r"(?:закончил|завершил|окончил)(?:ась|ось|ся|ись)|zakończył[ao]\s+się|skončil[ao]?|s-a\s+(?:terminat|încheiat)(?:\s+la\s+ora)?)"
)
_BEGAN = re.compile(
    rf"\b{_TALK}\b[^.\n]{{0,60}}?\b{_BEGIN}(?!\w)|\b(?:opened|convened|called\s+to\s+order)\s+the\s+{_TALK}\b|"
    rf"\bdeclared\s+the\s+{_TALK}\s+open\b|\bcommencing(?=\s+at\b)",
    re.I,
)
_ENDED = re.compile(
    rf"\b{_TALK}\b[^.\n]{{0,80}}?\b{_END}(?!\w)|\b(?:adjourned|closed|concluded|ended)\s+the\s+{_TALK}\b", re.I
)
_THE_TALK_ENDED = re.compile(rf",?\s+(?:the|this)\s+(?:\w+\s+)?{_TALK}\s+(?:was\s+|were\s+)?{_END}(?!\w)", re.I)
_SENTENCES = 400  # characters of a paragraph that says that the talk ended
_THEN_ENDED = re.compile(rf"[^.\n]{{0,40}}?\b{_END}(?!\w)", re.I)
_STEMS = ("meet", "conversa", "call", "talk", "session", "confer", "discuss", "interview", "president", "luncheon",
          "deposition", "examin", "commencing", "hearing", "committee",
          "dinner", "gespräch", "sitzung", "unterredung", "besprechung", "entretien", "réunion", "séance", "reunión",
          "entrevista", "sesión", "colloquio", "incontro", "riunione", "беседа", "встреча", "заседание", "разговор",
          "переговоры", "rozm", "spotkan", "rozhov", "jedn", "edin")  # fmt: skip
_HELD = re.compile(
    r"\b(?:(?:conversations?|meetings?|calls?|talks?|discussions?|sessions?|interview)\b[^.\n]{0,60}?\b"
    r"(?:took\s+place|was\s+held|were\s+held|occurred)|met|spoke|talked|discussed|conferred|(?:tele)?phoned|"
    r"sitting\s+(?:at|in)|called\s+(?:on|at)|paid\s+(?:a|his|her)\s+(?:\w+\s+)?call|lunched|dined)\b",
    re.I,
)
_RECORDED = re.compile(
    r"\b(?:transcripts?|text|record|recording)\b[^.\n]{0,60}?\b(?:conversations?|meetings?|calls?)\s(?:between|with)\s",
    re.I,
)
_SENTENCE = re.compile(r"(?:[^.?!]|[.?!](?!\s+[^\W\d_a-z])|(?<=\b[^\W\d_])\.|(?<=\b[MD]r)\.|(?<=\bMrs)\.){1,600}")
_IN = re.compile(
    r"\b(?:in|at|aboard)\s++(?P<place>(?:the\s+)?[^\W\d_a-z][\w’'.-]*(?:\s\d{1,4}\b)?"
    r"(?:,?\s(?:of\s|the\s)*[^\W\d_a-z][\w’'.-]*){0,6})"
)
_ANOTHER = re.compile(
    r"\b(?:later|subsequent(?:ly)?|next|another|the\s+same\s+day|that\s+(?:evening|afternoon|night)|second)\b", re.I
)
_MET = re.compile(
    r"\b(?:received|telephoned|phoned|rang|came|went\s+to\s+see|met|saw|visited|called|lunched|dined)(?!\w)",
    re.I,
)
_BY_PHONE = re.compile(
    r"\b(?:(?:tele)?phoned|rang\s+(?:me|up|back)|(?:by|over\s+the|on\s+the)\s+(?:tele)?phone|placed\s+a\s+call|"
    r"(?:bugged|taped|leaked|intercepted|recorded)\s+(?:tele)?phone\s+(?:call|conversation))\b",
    re.I,
)
_IN_PERSON = re.compile(
    r"\b(?:received|called\s+(?:on|upon|at)|(?:came|went)\s+to\s+see|met\s+with|conversation\s+(?:yesterday|today)?\s*with|"
    r"interview\s+with|I\s+saw\s+(?:the\s|M[rs]s?\b|Sir\b)|lunched|dined|talked|conversed)(?!\w)", re.I
)  # fmt: skip
_FURTHEST = 400  # characters of a paragraph
_LED = re.compile(r"\s(?:at|from|between)\s(?:about\s|approximately\s)?\Z")
_UNTIL = re.compile(r"\buntil\s(?:about\s)?")
_SUBJECT, _OBJECT = 80, 100  # characters before and behind the verb
_AT_ONCE = 2  # paragraphs that say when people met
_HEADINGS, _HEADING = 16, 7  # short ones that may stand above them, and how many words these have
_NUMBERED = re.compile(r"\d{1,2}[.)]\s+(?=\S)")  # the first paragraph
_THE_DAY_BEFORE = re.compile(r"\b(?:yesterday|last\s+(?:night|evening))\b(?!['’]s)", re.I)
_MONTH = timedelta(days=31)
_HALF = re.compile(r"\d\s?[ap]\.?\s?m\b|\b(?:hours|hrs|uhr|noon|midnight|morning)\b|\d{4}", re.I)
_NOON = 12
_NEAR = 12  # characters between the verb and its time
_FIRST, _LAST = 4, 4  # paragraphs that say when a talk began, and when it ended


def began(texts: Sequence[str]) -> tuple[int, PrintedTime] | None:
    """The time that one of the first paragraphs gives for the beginning, and which paragraph; with the end where the
    same sentence gives it."""
    for at, text in enumerate(texts[:_FIRST]):
        time = _beside(_BEGAN, text)
        if time is None:
            continue
        if not time.until and (end := _second(text, time.end)) is not None:
            time = PrintedTime(time.start, end.end, time.at, _later(text, time, end), time.offset)
        return at, time
    for at, text in _sentences_first(texts):
        if (time := _met_at(text)) is not None:
            return at, time
    return None


def _later(text: str, start: PrintedTime, end: PrintedTime) -> str:
    """The end of a talk on the clock of 24 hours: where no half of the day is printed, a talk that begins at 11:30 and
    ends at 1 does so in the afternoon."""
    hour = int(end.at[:2])
    told = hour > _NOON or end.at > start.at or _HALF.search(text, start.start, end.end) is not None
    return end.at if told or start.at >= "13" else f"{hour + _NOON:02}{end.at[2:]}"


def _sentences_first(texts: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The first paragraphs that are more than a heading, each with its number among them all."""
    first = enumerate(texts[: _AT_ONCE + _HEADINGS])
    said = ((at, text) for at, text in first if len(text.split()) > _HEADING or text.rstrip()[-1:] in ".?!:")
    yield from islice(said, _AT_ONCE)


def _met_at(text: str) -> PrintedTime | None:
    """The time of the first sentence, where it says that people met: `I received the ambassador at 12:30.`"""
    if not _may_tell(text):
        return None
    numbered = _NUMBERED.match(text)
    at, sentence = next(_sentences(text[numbered.end() :] if numbered is not None else text), (0, ""))
    if numbered is not None:
        sentence = " " * (at + numbered.end()) + sentence
    met = _MET.search(sentence)
    time = find_time(sentence, met.end()) if met is not None and met.start() <= _SUBJECT else None
    if met is None or time is None or time.start - met.end() > _OBJECT:
        return None
    if not _LED.search(sentence, met.end() - 1, time.start):
        return None
    until = _UNTIL.search(sentence, time.end) if not time.until else None
    end = find_time(sentence, until.end()) if until is not None else None
    if until is None or end is None or end.start > until.end():
        return time
    return PrintedTime(time.start, end.end, time.at, end.at, time.offset)


def ended(texts: Sequence[str]) -> PrintedTime | None:
    """The time that one of the last paragraphs gives for the end."""
    found = (_beside(_ENDED, text) or _before(text) for text in reversed(texts[-_LAST:]))
    return next((time for time in found if time is not None), None)


def _before(text: str) -> PrintedTime | None:
    """The time that stands before the end it tells: `at 3:40 p.m., the interview was concluded`."""
    time = find_time(text) if len(text) <= _SENTENCES else None
    return time if time is not None and _THE_TALK_ENDED.match(text, time.end) else None


def told(texts: Sequence[str]) -> tuple[int, When] | None:
    """The day, time and place that a sentence of one of these paragraphs tells of a talk, and which paragraph: there is
    a day, or a beginning and an end."""
    for at, text in enumerate(texts):
        for start, sentence in _sentences(text) if _may_tell(text) else ():
            when = dated(sentence) if _HELD.search(sentence) or _RECORDED.search(sentence) else None
            day = (
                when.date
                if when is not None and when.date is not None and len(when.date.iso) > len("YYYY-MM")
                else None
            )
            if when is None or (day is None and (when.time is None or not when.time.until)):
                continue
            return at, When(day, when.time, _place(sentence)).moved(start)
    return None


def told_day(texts: Sequence[str]) -> tuple[int, PrintedDate] | None:
    """The day without a year that a sentence tells of a talk, in a paragraph that leads on to its words, and which
    paragraph."""
    for at, text in enumerate(texts):
        for start, sentence in _sentences(text) if _may_tell(text) and introduces(text) else ():
            day = find_day(sentence) if _HELD.search(sentence) else None
            if day is not None:
                return at, day.moved(start)
    return None


def talked_on(text: str, sent: date) -> PrintedDate | None:
    """The day on which, as a sentence of a telegram says, people talked: within the month before it was sent, or the
    day before (`yesterday`)."""
    for start, sentence in _sentences(text) if _may_tell(text) or "day" in text or "last" in text else ():
        if not _HELD.search(sentence):
            continue
        if (before := _THE_DAY_BEFORE.search(sentence)) is not None:
            return PrintedDate(*before.span(), (sent - timedelta(days=1)).isoformat()).moved(start)
        found = find_date(sentence) or find_day(sentence)
        if found is None:
            continue
        found = replace(found, iso=in_year(found, sent.year) or found.iso) if found.day else found
        if len(found.iso) == len("YYYY-MM-DD") and timedelta() <= sent - date.fromisoformat(found.iso) <= _MONTH:
            return found.moved(start)
    return None


def told_medium(texts: Sequence[str]) -> Literal["telephone", "in-person", ""]:
    """How people talked, as the first sentence of one of the first paragraphs says; empty where none does."""
    if any(introduces(text) and _BY_PHONE.search(text) for text in texts[: _AT_ONCE + _HEADINGS]):
        return "telephone"
    for _, text in _sentences_first(texts):
        _, sentence = next(_sentences(text[:_FURTHEST]), (0, ""))
        if _BY_PHONE.search(sentence):
            return "telephone"
        if _IN_PERSON.search(sentence):
            return "in-person"
    return ""


def met_in(texts: Sequence[str]) -> str:
    """The building in which people met, as one of the first sentences says; empty where none does."""
    for _, text in _sentences_first(texts):
        numbered = _NUMBERED.match(text)
        _, sentence = next(_sentences(text[numbered.end() :] if numbered is not None else text), (0, ""))
        place = _place(sentence) if _HELD.search(sentence) else None
        if place is not None:
            return " ".join(sentence[slice(*place)].split())
    return ""


def introduces(text: str) -> bool:
    """Whether a paragraph speaks of a talk and ends with a colon: its words follow."""
    return text.rstrip().endswith(":") and (_HELD.search(text) is not None or names_meeting(text))


def announces(text: str) -> bool:
    """Whether a paragraph announces the words of another talk than the one before: it says that people talked, when or
    that it was later, and ends with a colon."""
    if not introduces(text):
        return False
    return _ANOTHER.search(text) is not None or dated(text) is not None or find_time(text) is not None


def _may_tell(text: str) -> bool:
    return any(character.isdigit() for character in text)


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    yield from ((match.start(), match.group()) for match in _SENTENCE.finditer(text))


def _place(sentence: str) -> tuple[int, int] | None:
    """A building that the sentence names, behind `in` or `at`."""
    for match in _IN.finditer(sentence):
        place = match["place"].rstrip(".,")
        while place and not (is_locale(place) and is_place(place)):
            place = place.rpartition(",")[0]
        if place:
            return match.start("place"), match.start("place") + len(place)
    return None


def _beside(verb: re.Pattern[str], text: str) -> PrintedTime | None:
    """The time directly behind a verb."""
    may_tell = may_hold_time(text) and any(map(caseless(text).__contains__, _STEMS))
    for match in verb.finditer(text) if may_tell else ():
        found = find_time(text, match.end())
        if found is not None and found.start - match.end() <= _NEAR:
            return found
    return None


def _second(text: str, start: int) -> PrintedTime | None:
    """The end that the same sentence gives: `and ended at 12:15`."""
    match = _THEN_ENDED.match(text, start)
    found = find_time(text, match.end()) if match is not None else None
    return found if found is not None and match is not None and found.start - match.end() <= _NEAR else None
