"""Places as memoranda print them: told by their form, since no list of places is at hand."""

from __future__ import annotations

import re

from memcon.converters.words.ideographs import is_han
from memcon.converters.words.lexicon import caseless, words
from memcon.converters.words.names import HONORIFICS, OFFICES, fold

_LOCALE = re.compile(
    r"\b(?:office|room|house(?!\s+of\s+representatives)|residence|embassy|palace|palais|hotel|kremlin|aboard|castle|hall|suite|villa|dacha|"
    r"ministry|department|airport|cabinet|study|mission|lodge|ranch|camp|quarters|headquarters|building|chancery|"
    r"chancellery|legation|club|guesthouse|chateau|château|schloss|terrace|garden|lounge|library|pavilion|pentagon|"
    r"министерство|кремль|посольство|ministerium|botschaft|kanzleramt|bundeskanzleramt|palacio|palazzo|ambassade|"
    r"élysée|embajada|ministerio)\b",
    re.I,
)
_MEETING = re.compile(
    r"\b(?:conversations?|meetings?|talks|discussions?|calls?|negotiations|conference|memcon|tele?con|sessions?|interview|"
    r"luncheon|dinner|breakfast|reception|depositions?|testimony|interrogation|minutes|memorand(?:um|a)|participants?|present)\b(?!\s+(?:room|hall))",
    re.I,
)
_MEETINGS = (
    "meeting", "talk", "discussion", "conversation", "memorand", "present", "call", "conference", "session", "memcon",
    "telcon", "telecon", "negotiation", "dinner", "lunch", "breakfast", "interview", "minutes", "participant",
    "reception", "proceedings", "deposition", "testimony", "interrogation", "contact",
    "contact report",
)  # fmt: skip
"""Parts of the words that say or record that people met."""
_OF = re.compile(r"(?<!\s)\s+of\s+")
_LINKS = words(
    "yacht ship train of the de del della des du da di la le las los am an auf der den and s/ ’s г. via near y e d'"
)
_EN_ROUTE = re.compile(r"(?:in\s+the\s+air|en\s+route|in\s+flight)\b[\w\s.'’-]{0,80}", re.I)
_PREPOSITION = re.compile(
    r"\A(?:(?:meeting\s+)?held\s+)?(?:(?:at|in|à|au|в|im|en|nel|w|v)\s+(?=\S)|"
    r"on\s+(?=(?:board|(?:the\s+)?(?:yacht|ship|train)|(?:[\w’'-]{1,30}\s+){1,3}(?:islands?|train|ship|yacht|ranch|estate))\b))",
    re.I,
)
_ELIDED = re.compile(r"[dl]['’](?=\w)")
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_TOKEN = re.compile(r"[\w.’'-]+")
_STREET = re.compile(r"\b(?:street|avenue|road|square|boulevard|lane|terrace|rue|strasse|straße|улица)\b", re.I)
_MAN = re.compile(r"[^\W\d_a-z][\w’'-]+ (?:[^\W\d_a-z]\. ?){1,2}[^\W\d_a-z][\w’'-]+")  # `Carl B. Dorn`
_SITTING = words("trial hearing continued transcript archive archives record inc ltd date")
_NO_PLACE = words("for from to by with re between among")
_QUOTED = str.maketrans("", "", '"“”«»')  # the name of a ship or a house
_INSIDE = words("at with between from")  # that no place has among its words
_GAP = "   "  # between columns
_JOINED = 3  # words of a place with `and`: Trinidad and Tobago
_LONGEST = 9  # words
_CHARACTERS = 12  # of a place in Chinese
_SAID = frozenset("他她我你您们們的了在说說请請见見到于和与與对對时時是有不")  # that sentences have, and places seldom
_LONGEST_PLACE = 80  # characters
_TITLED = OFFICES - {"house", "state", "general"} | HONORIFICS - {"general", "father", "lady", "lord", "sr", "capt"}


def is_locale(place: str) -> bool:
    """Whether a printed place is a room or a building rather than a town."""
    return bool(_LOCALE.search(place))


def is_address(place: str) -> bool:
    """Whether a printed place is a house in a street: `10 Downing Street`."""
    return _STREET.search(place) is not None


def without_preposition(text: str) -> str:
    """A place without `at` or `in` before it."""
    return text if _EN_ROUTE.fullmatch(text) else _PREPOSITION.sub("", text)


def is_place(line: str) -> bool:
    """Whether a line can be the name of a place: words in title case, with commas and ampersands between them."""
    if len(line) > _LONGEST_PLACE:
        return False
    pieces = (piece.strip(" .") for piece in line.replace("&", ",").split(","))
    return all(piece and place_like(piece) for piece in pieces)


def place_like(text: str) -> bool:
    """Whether words can be a place: none that says who met, and none that names a meeting.

    `Foreign Ministry` is one, since what it is, is a building; `Foreign Minister` is none.
    """
    if _EN_ROUTE.fullmatch(text):
        return True
    tokens = [_ELIDED.sub("", token) for token in without_preposition(text).translate(_QUOTED).split()]
    if (
        not tokens
        or len(tokens) > _LONGEST
        or _GAP in text.strip()
        or names_meeting(text)
        or fold(tokens[0]) in _NO_PLACE
    ):
        return False
    if _MAN.fullmatch(text) or any(fold(token) in _SITTING for token in tokens):
        return False
    if len(tokens) > _JOINED and ("and" in tokens or "AND" in tokens) and not is_locale(text):
        return False  # two people
    addressed = is_address(text) or is_locale(text)
    tokens = [token for token in tokens if not (addressed and re.fullmatch(r"\d{1,4}", token))]
    if any(token.lower() in _INSIDE for token in tokens[1:]):
        return False  # in capitals too
    named = [token for token in tokens if token.lower() not in _LINKS]
    if is_han(text):
        return len(text) <= _CHARACTERS and _SAID.isdisjoint(text)
    if not named or not all(_WORD.fullmatch(token) and token[0].isupper() for token in named):
        return False
    if tokens[0] not in named and tokens[0].lower() not in ("the", "le", "la", "via", "г."):
        return False
    return _is_building(text) or not has_title(text)


def names_meeting(text: str) -> bool:
    """Whether a word of the text says that people met or talked, or names a record of it."""
    return may_name_meeting(text) and _MEETING.search(text) is not None


def may_name_meeting(text: str) -> bool:
    """Whether a text holds such a word, be it as a part of another: quick to find out, and most texts do not."""
    return any(map(caseless(text).__contains__, _MEETINGS))


def has_title(text: str) -> bool:
    """Whether a word of the text is an office or an honorific."""
    return any(fold(word.strip(".")) in _TITLED for word in _TOKEN.findall(text))


def _is_building(text: str) -> bool:
    """Whether the words before `of` end with a kind of building: an office that is a place."""
    head = _OF.split(text, maxsplit=1)[0].split()
    return bool(head) and (is_locale(head[-1]) or is_locale(head[0]))
