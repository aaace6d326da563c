"""Headings: what a memorandum's title is, and where it ends in its line.

A title is told by its form: the words that name the genre, in title case. A date, a time or a place at the
end of the title's own line does not belong to the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from memcon.converters.heads.press import numbers_press, titles_press
from memcon.converters.heads.titleends import split_title
from memcon.converters.heads.titlenames import BETWEEN, WITNESS, names_in_title
from memcon.converters.labels.letterspaced import unspaced
from memcon.converters.lines.told import told_once
from memcon.converters.pages.paragraphs import Para
from memcon.converters.release.withheld import BRACKET, read_gap
from memcon.converters.talks.datelines import dated, dateline_of, read_dateline
from memcon.converters.talks.places import has_title, is_locale, is_place, may_name_meeting, names_meeting
from memcon.converters.words.genres import opens_foreign_title
from memcon.converters.words.lexicon import JOINERS, QUOTES, words
from memcon.converters.words.misread import letters_restored
from memcon.converters.words.names import fold
from memcon.converters.words.names import has_title as is_titled
from memcon.transcript import Span

_MET = (
    r"conversations?|meetings?|talks?|discussions?|calls?|negotiations|conference|sessions?|"
    r"dinner|lunch(?:eon)?|breakfast"
)
_GENRE = re.compile(
    r"(?:(?:from\s+)?the\s+)?(?:(?:top\s+secret|secret|confidential|draft|verbatim|official|partial|abridged|brief|"
    r"soviet|american|russian|unofficial)\s+)*"
    r"(?:(?:memorand(?:um|a)|memcon|tele?con|record|notes?|minutes|transcript|summary|report|protocol|account|excerpts?|conclusions|"
    r"stenogra(?:m|phy|phic\s+(?:record|transcript|notes|minutes))|proceedings|telephone\s+(?:conversation|call)|conversation|meeting)\b[.,]?"
    rf"(?:[^.!?]{{0,80}}?\b(?:{_MET}|record|tele?con))?"
    r"|(?:[^\W\d_][\w.'’-]*\s+){1,4}(?:minutes|record|notes|transcript|proceedings)\s+(?:of|on)\b"
    rf"[^.!?]{{0,80}}?\b(?:{_MET})"
    r"|(?:[^\W\d_][\w.'’-]*\s+){0,4}[^\W\d_][\w.-]*['’]s\s+(?:meeting|conversation|talks?|discussions?)\s+with\b"
    r"|(?:joint\s+)?(?:remarks|press\s+(?:conference|availability))\s+(?:by|of|with)\s[^.!?]{2,160}?"
    rf"\b(?:(?:bilateral\s+|press\s+)?(?:{_MET}))\b"
    r"|(?:discussions?|talks?|interview|negotiations)\s+(?:between|among)\b)",
    re.I,
)
_RECORD = r"memorandum(?:\s+(?:for|to)\s+(?:the\s+)?(?:(?:president|secretary)['’]s\s+)?(?:record|files?))?"
_BARE = re.compile(rf"(?:{_RECORD}|memcon|tele?con|minutes|proceedings|contact\s+report)", re.I)
_FOR_RECORD = re.compile(r"memorandum\s+(?:for|to)\s+(?:the\s+)?(?:record|files?)", re.I)
_ALONE = re.compile(rf"(?:{_RECORD}|minutes|proceedings)", re.I)
_GENRE_WORD = re.compile(rf"\b(?:{_MET}|interview|memcon|tele?con)\b", re.I)
_EXTENT = re.compile(r"[\[(]\s*(?:excerpts?|extracts?|fragments?)\s*[\])]", re.I)
_FUNCTION = words(
    """
    of with between and the in at on for by from to a an his her their de von la le during until o'clock am pm hours
    held
    """
)
_FINITE = words("was were is are has had have said began opened ended adjourned concluded took will would")
_RECORDS = words(
    "note notes memorandum minutes record report information protocol transcript stenogram stenography minute summary"
)
_ATTACHED = re.compile(r"\A(?:attachment|appendix|annex|exhibit|enclosure|tab)\s[\w-]{1,5}[:.]\s+", re.I)
_WITNESSES = frozenset("DTISOCVEdtisocve")  # what these titles begin with
_OF = re.compile(r"(?:on|of|from|about|concerning)\s", re.I)
_BODIES = words(
    "Council Committee Group Board Staff Conference Meeting Session Affairs Nations Union States Assembly Commission"
)
_LINKING = words("and of the to with at in between for by on a an")
_UNTIL = re.compile(r"\s*(?:(?:to|till|until|bis|до)\s+\d|[ap]\.?\s?m\b\.?\s*(?:to\b|[-–—\[]|\Z))", re.I)
_LEADS_ON = words("with between of and by among")
_LONGEST_TITLE = 500
_NEAR = 80  # characters from the word of the genre to what it is of
_LONGEST_MEETING = 200
_LONGEST_SENTENCE = 320  # characters of a title that says all in a sentence
LineRole = Literal["title", "dateline", "extent"]


_APART = re.compile(r"\([^()]*\)")


def _masked(text: str) -> str:
    """The text without what stands in parentheses."""
    return _APART.sub(" ", text)


@told_once
def is_title(para: Para) -> bool:
    """Whether the paragraph is a title of this genre: opens with the genre's words, in title case."""
    if len(para.text) > _LONGEST_TITLE:
        return False
    text = document_number(letters_restored(unspaced(para.text)).lstrip(QUOTES))[1]
    text = _ATTACHED.sub("", text) if text[:1] in "AaEeTt" else text
    if opens_foreign_title(text) or numbers_press(text):
        return True
    if titles_press(text) and _title_case(_masked(text)):
        return True
    if not may_name_meeting(text):
        return False  # before anything else is looked for: most paragraphs end here
    if _BARE.fullmatch(text.strip(" .:")):
        return True
    if text[:1] in _WITNESSES and WITNESS.match(text) and len(text) <= _LONGEST_MEETING and ":" not in text:
        return _title_case(text) and text[-1:] not in ".,"
    plain = _masked(text) if "(" in text else text
    match = _GENRE.match(plain)
    if match is None or not _names_talk(plain, match.end()):
        return _is_dated_meeting(text)
    if text.isupper() and _is_sentence(text):
        return False
    named = para.heading or para.bold or _title_case(text) or _opens_in_capitals(text, match)
    return named or _ends_dated(text) or _names_both(text)


def _is_sentence(text: str) -> bool:
    """Whether a text in capitals, which tell nothing, has a verb or another sentence behind it."""
    return _STOP.search(_masked(text)) is not None or not _FINITE.isdisjoint(text.lower().split())


def _names_talk(text: str, end: int) -> bool:
    """Whether the words of the genre that end here name a talk, or go on to one: `Summary record of a meeting`."""
    if _GENRE_WORD.search(text, 0, end):
        return True
    return text[end : end + 4].lower() == " of " and _GENRE_WORD.search(text, end, end + _NEAR) is not None


def _opens_in_capitals(text: str, match: re.Match[str]) -> bool:
    """Whether the genre's words alone are in capitals, and what follows them is no sentence."""
    words = match.group().split()
    named = len(words) > 2 and words[-1].isupper() and " ".join(words).isupper()
    return named and not text.rstrip().endswith(".") and _STOPS.search(_masked(text)) is None


def _ends_dated(text: str) -> bool:
    """Whether words that name the genre, in no title's case, can only be a title: they run up to a date, with nothing
    behind it but where and when: `Note of a meeting held in London on 5 May 1960 at 3 p.m.`"""
    end, when = split_title(text)
    stops = text.rstrip()[-1:] in ".;:,?!" and not text.rstrip().endswith("m.")
    if stops and when is not None and when.date is not None:
        last = max(when.date.end, when.time.end if when.time else 0)
        stops = text.rstrip()[last:] != "."
    if not text[:1].isupper() or stops:
        return False
    dated = when is not None and when.date is not None and end < when.date.start
    return dated and end <= _LONGEST_MEETING and not _STOPS.search(_masked(text[:end]))


def _names_both(text: str) -> bool:
    """Whether words that name the genre, in no title's case, say between whom the talk was and nothing else:
    `Transcript: Phone call between President Lindqvist and journalist Carl Dorn`."""
    if len(text) > _LONGEST_MEETING or not text[:1].isupper() or text.rstrip()[-1:] in ".;:,?!":
        return False
    if BETWEEN.search(text) is None or not _FINITE.isdisjoint(text.lower().split()):
        return False
    return _STOPS.search(_masked(text.partition(": ")[2] or text)) is None and len(names_in_title(text)[0]) > 1


def is_bare_title(text: str) -> bool:
    """Whether a title is a word such as `MEMORANDUM` alone, which forms and cover sheets print too."""
    return bool(_ALONE.fullmatch(text.strip(" .:")))


_MEETS_AT = re.compile(
    r"(?!The\s)(?:[^\W\d_][\w.’'–-]*\s){1,6}(?:meeting|conversation|session|conference|dinner|luncheon)", re.I
)
_RECORD_ALONE = re.compile(r"(?:(?:[^\W\d_a-z][\w.’'-]*|of|the)\s){1,6}(?:Minutes|Notes|Record|Log)")
_CASED = re.compile(r"[^\W\d_](?<!\d.)[\w'’-]+")
_DIGIT = re.compile(r"\d")  # no date is without one
_STOP = re.compile(r"(?<![^\W\d_])(?!(?:Gen|Col|Amb|Sen|Gov|Brig|Capt|Messrs)\.)[^\W\d_]{3,}[.!?]\s")
_STOPS = re.compile(_STOP.pattern + r"|[:;]|\((?![^()]{0,300}\))")


def _is_dated_meeting(text: str) -> bool:
    """Whether the text names a meeting and then its date: `Second Plenary Meeting, February 5, 1945, 4 p.m.`; or in a
    few words, and then its hour: `Second plenary meeting, 4 p.m.`"""
    if not text[:1].isupper() or not _DIGIT.search(text):
        return False
    if not names_meeting(_masked(text).split(",", 1)[0]):
        return False
    end, when = split_title(text)
    name = _masked(text[:end])
    if when is None or not name[:1].isupper() or _STOPS.search(name):
        return False
    if when.date is None:
        return when.time is not None and _MEETS_AT.fullmatch(name) is not None and "\n" not in text
    whole = text.count("(") == text.count(")") and len(name) <= _LONGEST_MEETING
    return whole and names_meeting(name.split(",")[0]) and _title_case(name)


def _is_words_then_date(text: str) -> bool:
    """Whether a line has three words or more in title case that are no place, then a date: two names, or a place behind
    the date, say so."""
    end, when = split_title(text)
    if when is None or when.date is None:
        return False
    name = text[:end]
    if " and " not in name and (when.place is None or when.place[0] < when.date.start):
        return False
    return len(name.split()) >= _WORDS and not _STOPS.search(name) and _title_case(name) and not is_locale(name)


def _opens_talk(text: str) -> bool:
    """Whether a first line can only be a title: `Interview with ...`, or words of the genre with a date set off from
    them, whatever follows it."""
    rest = text.partition(": ")[2] if text[-1:] not in ".:;," and _title_case(text) else ""
    if len(text) > _LONGEST_SENTENCE or _STOPS.search(_masked(rest or text)):
        return False
    if rest:  # `Trade: Transcript of a Call`
        return (named := _GENRE.match(rest)) is not None and _names_talk(rest, named.end())
    if _TALK_WITH.match(text) or _ORAL_HISTORY.match(text):
        return _title_case(text)
    text = document_number(text)[1]
    if _says_all(text):
        return True
    if len(text) > _LONGEST_MEETING:
        return False
    match, when = _GENRE.match(text), split_title(text)[1]
    dated = when is not None and when.date is not None and match is not None and match.end() <= when.date.start
    return dated and _title_case(text[: match.end()]) if match is not None else False


def _says_all(text: str) -> bool:
    """Whether one long sentence without a stop says what, where, when and between whom: `Memorandum of a conversation
    held at the Foreign Office at 11 a.m. on 5 May 1947 between Mr. Berg and M. Dorn`."""
    match = _GENRE.match(text)
    whole = match is not None and text[:1].isupper() and text[-1:] not in ".;:,?!" and _names_talk(text, match.end())
    return whole and _HELD_BETWEEN.search(text) is not None and dated(text) is not None


_ORAL_HISTORY = re.compile(r"[^\W\d_a-z][^\n:]{2,60}?,?\s(?:Oral\sHistory|Exit)\sInterview\b")
_HELD_BETWEEN = re.compile(r"\b(?:held|which\stook\splace|between|among)\s", re.I)
_TALK_WITH = re.compile(
    r"(?:(?:[^\W\d_][\w’'-]{1,20}\s){0,3}interview|discussions?|talks?|session|deposition|testimony|interrogation)\s+(?:with|of)(?:\s|\Z)",
    re.I,
)
_SITTING = re.compile(
    r"(?:the )?(?:\d{1,4}(?:st|nd|rd|th)|[^\W\d_][\w-]{3,20}) (?:\w+ )?(?:meeting|session|sitting)", re.I
)
_WORDS = 3
_DAY = 6  # words of a day and of what is said of it in two or three
_NUMBER = re.compile(
    r"(?:(?P<number>\d{1,4})\.|(?:document\s+(?:no\.?\s*|number\s+)?|n[ro]\.\s*|№\s*|dok(?:ument)?\.?\s+(?:nr\.\s*)?)"
    r"(?P<document>\d{1,4})[:.]?)\s+(?=(?-i:[^\W\d_a-z]))",
    re.I,
)
_BARE_NUMBER = re.compile(r"(?P<number>\d{1,4})\s+(?=[A-Z]{4})")
_NUMBERED = 30  # characters of a line that is a document's number
_EDITORIAL = re.compile(r"(?:\d{1,4}\.\s+)?(?:editorial\s+note|editors?['’]s?\s+note|note\s+by\s+the\s+editors?)", re.I)
_SENT_BY_OFFICE = re.compile(
    r"(?:\d{1,4}\.\s+)?The\s[^()\n]{3,80}\s\([^()\n]{2,40}\)\s+to\s+(?:the\s)?(?-i:[^\W\d_a-z])"
)
_REPORTED = re.compile(r"\W*(?:\d{1,4}\.\s+)?(?:telegram|airgram|cable(?:gram)?|despatch|dispatch|letter)\b", re.I)
_SENT = re.compile(
    r"(?:memorandum|letter|telegram|airgram|cable|despatch|dispatch|message|minute|report)\s+(?:from|by|to)\s(?:the\s)?(?-i:[^\W\d_a-z])",
    re.I,
)
_PHRASE = re.compile(r"[^\W\d_][\w’'-]{1,30}\s(?:at|of|for|to|on|with)\s(?:the\s)?[^\W\d_a-z][^,\n]{1,80},")
_WIDTH = 72  # of lines as documents are wrapped
_GAP = re.compile(r" {3,}|\t")
_TO = re.compile(
    r"(?P<writer>(?:The\s[^()\n]{3,80}\s\([^\W\d_a-z][\w.’' -]{1,30}\))|"
    r"[^\W\d_a-z][\w.’'-]{1,20}(?:\s[^\W\d_a-z][\w.’'-]{1,20}){1,4})\s(?:to|TO)\s(?:the\s|THE\s)?"
    r"[^\W\d_a-z][\w.’', -]{2,80}(?:[.—–-]{0,3}\s?[(\[][^()\n]{0,60}[)\]])?\.?"
)


def document_number(title: str) -> tuple[str, str]:
    """The number that an edition prints before a title, and the title without it."""
    numbered = title[:1].isdecimal() or title[:1] in ("d", "D", "n", "N", "№")
    match = _NUMBER.match(title) if numbered else None
    if match is not None:
        return match["number"] or match["document"], title[match.end() :]
    bare = _BARE_NUMBER.match(title) if numbered else None
    return (
        (bare["number"], title[bare.end() :]) if bare is not None and _GENRE.match(title, bare.end()) else ("", title)
    )


def numbered_alone(text: str) -> str:
    """The number of a line that numbers the document and says nothing else: `Document No. 7`, `Nr. 114`."""
    whole = f"{text.strip(' .:')} A"
    match = _NUMBER.match(whole) if len(whole) <= _NUMBERED else None
    return match["document"] or "" if match is not None and match.end() == len(whole) - 1 else ""


def is_editorial(title: str) -> bool:
    """Whether the title is that of an editor's note, which may tell of several talks."""
    return bool(_EDITORIAL.fullmatch(title.strip(" .:[]")))


def is_dispatch(title: str) -> bool:
    """Whether the title is that of a telegram or letter: its dateline tells when it was sent, not when the talk was."""
    return bool(_REPORTED.match(title) or _SENT_BY_OFFICE.match(title))


def is_record(title: str) -> bool:
    """Whether a title says no more than that it is a memorandum for the record, which is dated as it was written."""
    return _FOR_RECORD.fullmatch(title.strip(" .:")) is not None


def titles_letter(para: Para, following: Sequence[Para]) -> bool:
    """Whether a paragraph is the title of a letter or despatch, with a dateline soon below it, or names a meeting
    directly above one: `Minute by Sir Carl Aalto`, `Mr. Aalto to Lord Lindqvist.`, `COUNCIL MEETING`."""
    text = " ".join(document_number(para.text)[1].split())
    if len(text) > _LONGEST_MEETING:
        return False
    meets = names_meeting(text) and ":" not in text and text[-1:] not in ".,;" and _title_case(text)
    if meets and len(para.lines) == 1 and any(_closes_with_date(p.text) for p in following[:1]):
        return True
    if _SENT.match(text) is None or not _title_case(_masked(text)) or text[-1:] in ".;:":
        match = _TO.fullmatch(text)
        if match is None or not is_titled(match["writer"]):
            return False
    return any(_closes_with_date(line) for p in following for line in p.text.split("\n"))


def _closes_with_date(line: str) -> bool:
    """Whether a line, or what stands in its last column, is a dateline with a date."""
    when = read_dateline(_GAP.split(line)[-1].rstrip(".]"))
    return when is not None and when.date is not None


def says_hour_alone(line: Para) -> bool:
    """Whether a line is a title that ends with an hour, and no day with it: whatever is below is no part of it."""
    when = split_title(line.text)[1] if is_title(line) else None
    return when is not None and when.date is None


def ends_with_day(line: Para) -> bool:
    """Whether a line is a title that says what it records and ends with its day: what is below is no part of it."""
    when = split_title(line.text)[1] if is_title(line) else None
    day = when.date if when is not None else None
    whole = day is not None and len(day.iso) == len("YYYY-MM-DD") and day.end >= len(line.text.rstrip(" ."))
    return whole and len(line.text.split()) > _DAY


def is_record_alone(para: Para) -> bool:
    """Whether a line names whose record it is and nothing else: `Aalto Minutes`, `Chiefs of Staff Minutes`."""
    text = para.text
    return len(text) <= _NEAR and _RECORD_ALONE.fullmatch(text) is not None and _title_case(text)


def may_be_title(para: Para, following: Sequence[Para]) -> bool:
    """Whether the first paragraph of a document is its title though it does not name the genre: it is numbered, or
    short and in title case above a dateline."""
    text = para.text
    if _is_words_then_date(text) or _opens_talk(text):
        return True
    lines = text.split("\n")
    dated_at = next((at for at, line in enumerate(lines) if at and read_dateline(line)), len(lines))
    if dated_at < len(lines):
        text = "\n".join(lines[:dated_at])  # its own dateline stands below it
    if len(text) > _LONGEST_TITLE or ":" in text.split("\n", 1)[0][:40] or text.rstrip()[-1:] in ".?!;,":
        return False
    if not _title_case(_masked(text)):
        return False
    numbered = bool(_NUMBER.match(text)) and len(text.split()) <= 40
    return numbered or (len(text) <= 160 and (dated_at < len(lines) or any(map(dateline_of, following))))


def heads_sitting(para: Para) -> bool:
    """Whether the lines of a paragraph above its dateline name a body and which of its meetings it was: `Security
    Council`, `4552nd meeting`."""
    whole = para.text.split("\n")
    dated_at = next((at for at, line in enumerate(whole) if at and read_dateline(line)), 0)
    lines = whole[:dated_at]
    short = all(len(line) <= _NEAR and line[:1].isalnum() and line[-1:] not in ".?!:;," for line in lines)
    return short and len(lines) > 1 and lines[0][:1].isupper() and _SITTING.fullmatch(lines[-1]) is not None


def _title_case(text: str) -> bool:
    if "[" in text or "(" in text:
        text = re.sub(BRACKET, lambda found: "" if read_gap(found.group()) else found.group(), _EXTENT.sub("", text))
    words = [w for w in _CASED.findall(text) if fold(w) not in _FUNCTION]
    lower = sum(1 for w in words if w[0].islower())
    return lower * 6 <= len(words)


def may_run_on(line: Para) -> bool:
    """Whether a line that is no title may be the first one of a title: it is in title case, or holds what a title's
    case is not asked beside, a figure or an opening in another language."""
    text = line.text
    abbreviated = text.endswith(".")
    cased = line.bold or abbreviated or bool(_DIGIT.search(text)) or opens_foreign_title(text) or _title_case(text)
    return cased or (BETWEEN.search(text) is not None and _GENRE.match(text) is not None)


def is_extent(text: str) -> bool:
    """Whether the text is a mark such as `[excerpt]` and nothing else."""
    return bool(_EXTENT.fullmatch(text.strip()))


def line_roles(para: Para) -> Iterator[tuple[LineRole, Span]]:
    """The lines of a heading paragraph grouped: title lines first, as one; then datelines and marks of extent."""
    title_end = para.lines[0].end
    rest: list[tuple[LineRole, Span]] = []
    text = ""
    for at, line in enumerate(para.lines):
        before = text.rstrip()
        text = para.text[line.start - para.span.start : line.end - para.span.start]
        if at and is_extent(text):
            rest.append(("extent", line))
        elif (at and (read_dateline(text) or _is_place_line(text, before)) and not _is_wrapped(before, text)) or rest:
            rest.append(("dateline", line))
        else:
            title_end = line.end
    yield "title", Span(para.span.start, title_end)
    yield from rest


def _is_wrapped(before: str, text: str) -> bool:
    """Whether a line of a heading goes on with the one before it, which ends with a comma or a dash, with a word that
    links, amid two hours, or amid the name of a building: `With the President, White` and `House, Washington`; or, in
    small letters or as a phrase, below a line that had no room for its first word."""
    phrase = text[:1].islower() or _PHRASE.match(text) is not None
    if phrase and len(before) + len(text.split()[0]) >= _WIDTH:
        return True
    if before.endswith(JOINERS) or before.rpartition(" ")[2].lower() in _LINKING or _UNTIL.match(text):
        return True
    first = text.partition(",")[0].strip()
    noun = " " not in first and (is_locale(first) or first in _BODIES)
    return noun and "," in text and before.rpartition(" ")[2][:1].isupper()


def _is_place_line(text: str, before: str) -> bool:
    """Whether a line of a heading says where and nothing else (`in Rome`); behind an office it is the office's."""
    return bool(_PLACE_LINE.fullmatch(text)) and is_place(text) and not has_title(before.split()[-1])


_PLACE_LINE = re.compile(r"(?:held\s+)?(?:in|at|à|im|en|a|w|v|в)\s+(?-i:[^\W\d_a-z])[^,;()\n]{1,60}", re.I)


def is_unfinished(title: str) -> bool:
    """Whether a title breaks off behind a word that leads to a name, or is but a word such as `Note`."""
    return title.rpartition(" ")[2].lower() in _LEADS_ON or title.lower() in _RECORDS


def says_between(title: str, text: str) -> bool:
    """Whether a short text says between whom the talk was that a title names without them."""
    if len(text) > _LONGEST_MEETING or BETWEEN.match(text) is None or not names_meeting(title):
        return False
    return not names_in_title(title)[0] and bool(names_in_title(f"{title} {text}")[0])


def goes_on(title: str, para: Para) -> bool:
    """Whether a paragraph goes on with a title that is but a word: `Note`, and `on a conversation between ...`."""
    if unspaced(title).lower().strip(" :") not in _RECORDS or _OF.match(para.text) is None:
        return False
    whole = " ".join(f"{unspaced(title)} {para.text}".split())
    return len(whole) <= _LONGEST_TITLE and _GENRE.match(whole) is not None and names_meeting(whole)
