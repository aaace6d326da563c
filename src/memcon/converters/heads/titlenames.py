"""The names in a list such as titles print: `President X, Secretary of State Y, and the President's Assistant (Z)`.

Offices have commas and `and` of their own (`for Near Eastern, South Asian, and African Affairs`): a list is parted only
where what stands before is a whole name or a whole office.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from memcon.converters.dating.dates import find_date
from memcon.converters.heads.titleends import split_title
from memcon.converters.release.withheld import is_withheld_name
from memcon.converters.talks.places import is_locale
from memcon.converters.words.lexicon import COUNTS, words
from memcon.converters.words.names import OFFICES, fold, has_title, is_phrase_of_office, may_hold, read_name

_PARTING = re.compile(
    r"\([^()]{0,300}\)|(?P<sign>(?<!\s)\s*+(?:,\s*+and\b|,?\s*+\b(?:in\s++the\s++presence\s++of|as\s++well\s++as(?:\s++of)?)\b|"
    r"[,;&]|\b(?:and|with)\b)\s*)",
    re.I,
)
_REMARK = re.compile(r"(?<!\s)\s\([a-z][^()\n]*(?:transcript|translation|text|excerpts?)\)\Z")
_HELD = re.compile(r"\(([^()]{2,40})\)\s*\Z")
_BESIDE = re.compile(
    r"\s(?:on|held|during|aboard|concerning|regarding|about|(?:in|at)(?!\s+(?:large|chief)\b))\s.*", re.I | re.S
)
_COLLECTIVE = re.compile(
    r"\b(?:officials|representatives|members|delegations?|ministers|ambassadors|leaders|students|journalists|"
    r"correspondents|senators|congressmen|chiefs|secretaries|advisers|advisors|others|group|committee|commission|council|"
    r"board|staff|people|officers)\b(?!['’]s)",
    re.I,
)
_OF_COUNTRY = re.compile(r"\sof\s(?:the\s)?[^\W\d_a-z][\w’'. -]{1,60}\Z")
_ADDRESS = words("comrade cde tov tow mr mrs ms miss dr sir lord lady dame herr frau mme monsieur sr senor")
_SUFFIX = words("jr sr ii iii iv")
_ADJECTIVES = words("the foreign prime vice under deputy assistant acting former national general state defense")
_FIELDS = words("state defense treasury security national affairs general government party of for trade")
_BODIES = words(
    "party government union council committee front congress assembly parliament league association alliance"
)
_THE_HOLDER = 2  # words of an office that no list has: `the Doge, Mr Berg`
_CALLED = re.compile(r"\A(?:(?!of\b|for\b|to\b|in\b|at\b|on\b)[a-z]{3,20}\s){1,2}(?=[^\W\d_a-z]\w+\s[^\W\d_a-z])")
_POST = re.compile(
    r"(?:(?:full|candidate|alternate|deputy)\s)?(?:member|head|chief|director|chairman)\s(?:of|in)\s", re.I
)
_KINDS = words("tv radio television press newspaper magazine oral exclusive joint exit personal telephone the an a")
_LONGEST = 16  # words

BETWEEN = re.compile(r"(?:between|with|among)\s+(?-i:[^\W\d_a-z]|the\s)", re.I)
WITNESS = re.compile(
    r"(?:(?:sworn|oral|continued|videotaped|executive\ssession)\s)?(?:deposition|testimony|interrogation)\s+of\s+(?:the\s)?"
    r"(?-i:[^\W\d_a-z])",
    re.I,
)
_CALL_ON, _CALLER = re.compile(r"calls?\s+on\s", re.I), re.compile(r"(?<!\s)\s+by\s+(?=the\s|[^\W\d_a-z])", re.I)
_BY = re.compile(r"\bby\s(?:the\s)?(?P<office>[^()\n]{3,120}?)\s\((?P<name>[^()\n]{2,40})\)\s+of\s+an?\s", re.I)
_WRITTEN = re.compile(
    r"\bconversations?[,;]?\s+by\s+(?P<writer>[^\n]{4,160}?)"
    r"(?:\sof\s(?:the\s)?(?:Office|Division|Bureau|Embassy|Legation|Policy|Department|United)\b[^()]{0,100})?\Z",
    re.I,
)
_DIARY = re.compile(
    r"(?:from\s(?:the\s)?)?(?:journal|diary)\s(?:entry\s)?(?:of|by)\s(?:the\s)?(?P<writer>[^\n]{4,120}?)(?:\s(?:for|on|during))?\Z",
    re.I,
)
_REMARKS_BY = re.compile(
    r"(?:joint\s)?remarks\s(?:by|of)\s(?P<names>.{4,80}?\sand\s.{4,80}?)"
    r"(?:\s(?:before|in|at|after|during|following|prior|on)\s|\Z)",
    re.I | re.S,
)
_SPEAKS = re.compile(
    r"(?:remarks|statement|press\s(?:gaggle|conference|briefing|availability|statement))\s(?:given\s)?(?:by|of)\s"
    r"(?P<name>(?-i:(?:[^\W\d_a-z][\w.’'-]*|of|the)(?:\s(?:[^\W\d_a-z][\w.’'-]*|of|the)){1,9}?))"
    r"(?:\s(?:before|in|at|after|during|following|prior|on|to|aboard|upon|with)\s|,|\Z)",
    re.I,
)
_ALSO_THERE = re.compile(r"\bat\swhich\s(?P<names>[^,;]{3,100}?)\s(?:was|were)\s(?:also\s)?present\b", re.I)
_APART = re.compile(
    r"\b(?:conversations?|meetings?|talks?)[,:]?\s+((?P<one>(?-i:[^\W\d_a-z])[^,:;()\n]{2,60}?)\swith\s.+)",
    re.S | re.I,
)
_ASKED = re.compile(
    r"(?P<one>(?-i:[^\W\d_a-z])[\w.’'-]+(?:\s(?-i:[^\W\d_a-z])[\w.’'-]+){0,2})\sinterview(?:s|ed)?\s(?:with|by)\s"
    r"(?P<other>(?-i:[^\W\d_a-z])[^,;:()\n]{2,60}?)(?:\s(?:in|at|on|for|during)\s.*|\s?)",
    re.I | re.S,
)
_SLASHED = re.compile(r"(?:tele?con|memcon)\s*:\s*([^/:\n]{2,40})/([^/:\n]{2,40})\Z", re.I)


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch between two signs that part names, and the sign before it."""

    sign: str
    text: str

    @property
    def joined(self) -> str:
        """The stretch with its sign, as printed."""
        return f"{self.sign}{self.text}"

    @property
    def last(self) -> bool:
        """Whether the sign says that the last of a list follows."""
        return "," not in self.sign or "and" in self.sign.lower()


def names_in_list(text: str, one_sided: bool) -> tuple[str, ...]:
    """The printed names of a list; where it is `one_sided` (`with X, ...`), what follows a comma must have a title."""
    parts = _joined(list(_parts(text)))
    return tuple(_cleaned(part.text) for part in _people(parts, one_sided))


def _parts(text: str) -> Iterator[_Part]:
    sign, start = "", 0
    for match in _PARTING.finditer(text):
        if match["sign"] is None:
            continue
        yield _Part(sign, text[start : match.start()])
        sign, start = match["sign"], match.end()
    yield _Part(sign, text[start:])


def _joined(parts: Sequence[_Part]) -> list[_Part]:
    """The parts, those of one name or office put together again."""
    whole: list[_Part] = []
    at = 0
    while at < len(parts):
        part, at = parts[at], at + 1
        if whole and _goes_on(whole[-1].text, part.text):
            whole[-1] = _Part(whole[-1].sign, whole[-1].text + part.joined)
            continue
        if whole and _is_apposed(whole[-1].text, part):
            whole[-1] = _Part(whole[-1].sign, part.text)  # `the Minister of Trade, Mr Berg`
            continue
        if end := _closing(part.text, parts, at):
            part = _Part(part.sign, part.text + "".join(each.joined for each in parts[at:end]))
            at = end
        whole.append(part)
    return [part for part in whole if part.text.strip(" .,;\n")]


def _goes_on(before: str, text: str) -> bool:
    """Whether a part belongs to the one before it: a suffix, a field of the office, or the noun that it lacks."""
    tokens = [fold(token.strip(".")) for token in text.split()]
    opening = [fold(token) for token in before.split()]
    unfinished = bool(opening) and all(token in _ADJECTIVES for token in opening)
    fields = bool(tokens) and all(token in _FIELDS | _SUFFIX for token in tokens)
    return unfinished or (fields and bool(opening))


def _is_apposed(before: str, part: _Part) -> bool:
    """Whether a part is the name, with a form of address, of him whose office is the part before it."""
    opening = part.text.split()[:1]
    name = read_name(part.text)
    addressed = bool(opening) and fold(opening[0].strip(".")) in _ADDRESS
    bare = bool(name.given) and not name.office and _OF_COUNTRY.search(before) is not None
    named = (addressed or bare) and bool(name.surname)
    if not named or part.last:
        return False
    if not fold(before).lstrip().startswith("the "):
        return addressed and is_phrase_of_office(before) and not read_name(before).surname
    return is_phrase_of_office(before) or (addressed and len(before.split()) == _THE_HOLDER)


def _closing(text: str, parts: Sequence[_Part], at: int) -> int:
    """Where an office ends that begins with this part and whose holder stands in parentheses further on; 0 for none."""
    if _HELD.search(text) or not (is_phrase_of_office(text) or fold(text).startswith("the ")):
        return 0
    for end in range(at, len(parts)):
        following = parts[end].text.strip()
        first = following.split()[0] if following else ""
        if fold(first) == "the" or has_title(first):
            return 0
        held = _HELD.search(following)
        if held is not None:
            return end + 1 if may_hold(held[1]) and is_phrase_of_office(text) else 0
    return 0


def _people(parts: Sequence[_Part], one_sided: bool) -> Iterator[_Part]:
    """The parts that name somebody, as far as the list goes."""
    listed = False  # whether the last of the list was met
    collective = apposed = False
    for at, part in enumerate(parts):
        more = any(each.last for each in parts[at + 1 :])
        text = part.text.strip(" .,\n")
        if at and not part.last and ((is_locale(text) and not has_title(text)) or (listed and not more)):
            return
        if at and one_sided and not part.last and not more and not (has_title(text) and read_name(text).surname):
            return
        listed = listed or (at > 0 and part.last)
        swallowed = collective and len(text.split()) == 1
        collective = _HELD.search(text) is None and _COLLECTIVE.search(text) is not None and not _names_holder(text)
        apposed = at > 0 and (not part.last or apposed) and not fold(text).startswith("the ") and _is_bare_office(text)
        apposed = apposed or (at > 0 and _POST.match(text) is not None)
        if not (swallowed or collective or apposed) and _is_somebody(_cleaned(text)):
            yield part


def _names_holder(text: str) -> bool:
    """Whether a body is but what somebody's office is of: `Chairman of the Council of Ministers Carl Berg`."""
    name = read_name(text)
    whole = bool(name.given and name.surname and name.office) and text.endswith(f"{name.given} {name.surname}")
    return (
        whole and _COLLECTIVE.search(f"{name.given} {name.surname}") is None and any(map(has_title, text.split()[:3]))
    )


def _is_bare_office(text: str) -> bool:
    surname = read_name(text).surname
    return (not surname or fold(surname) in _BODIES) and any(fold(token) in OFFICES for token in text.split())


def _is_somebody(name: str) -> bool:
    if not name.strip():
        return False
    named = re.match(r"(?!OF\s)[^\W\d_a-z]", name) is not None and not is_withheld_name(name)
    if fold(name.split(" ", 1)[0]) in COUNTS | {"a", "an"}:
        return False
    if fold(name.split()[-1]) in _BODIES and not has_title(name.split()[0]):
        return False  # `the Alliance Party`
    if fold(name) in _BODIES:
        return False
    return named and (len(name.split()) <= _LONGEST or name.endswith(")"))


def _cleaned(text: str) -> str:
    """A name without its article, and without what is said of the place or the matter behind it."""
    name = re.sub(r"\A\s*(?:the|comrades?|cde\.|tov\.|tow\.)(?!\w)\s*", "", text.strip(" .,;\n"), flags=re.I)
    if "(" in name:
        return name[: name.rindex(")") + 1] if ")" in name else name
    name = _BESIDE.sub("", name).strip(" .,;\n")
    return _CALLED.sub("", name) if name[:1].islower() else name


def written_by(title: str) -> str:
    """Who wrote a memorandum of a conversation, as its title says: he was there. `Memorandum of Conversation, by the
    Counselor of the Department (Aalto)`; empty where it says nothing."""
    title = " ".join(title[: split_title(title)[0]].split())
    match = _WRITTEN.search(title) or _DIARY.match(title)
    return match["writer"].strip() if match is not None else ""


def _is_surname(name: str) -> bool:
    """Whether words before `interview` are a name: no kind of interview, and no paper."""
    read = read_name(name)
    return bool(read.surname) and fold(name.split()[0]) not in _KINDS


def _apart(title: str) -> re.Match[str] | None:
    """The two sides of a talk, in the first group; one of them is names with forenames or titles, behind a comma or
    nothing at all: `Memorandum of Conversation, A. B. Lindqvist with C. Dorn`."""
    match = _APART.search(title)
    names = re.split(r"\sand\s", match["one"], flags=re.I) if match is not None else []
    read = [(read_name(name), name.split()[0]) for name in names if not is_locale(name)]
    named = [bool(name.surname and (name.given or has_title(first))) for name, first in read]
    return match if named and all(named) else None


@lru_cache(maxsize=16)  # one pass after the other asks of the same title
def names_in_title(title: str) -> tuple[tuple[str, ...], bool]:
    """The printed names of those a title says took part, and whether it names one side alone (`with X`)."""
    title = _REMARK.sub("", title[: split_title(title)[0]])
    if (date := find_date(title)) and not BETWEEN.search(title, date.end):
        title = title[: date.start]
    if slashed := _SLASHED.match(title):
        return (slashed[1].strip(), slashed[2].strip()), False
    between = re.search(r"\b(?:between|among)\s+(.+)", title, re.S | re.I)
    pair = re.search(r"\b(?:conversations?|meetings?|talks?)\s+of\s+(.+?\swith\s.+)", title, re.S | re.I)
    between = between or pair or _apart(title)
    if between is None and (witness := WITNESS.match(title)):
        return names_in_list(" ".join(title[witness.end() - 1 :].split()), one_sided=True), True
    if between is None and (speakers := _REMARKS_BY.match(title)):
        return names_in_list(" ".join(speakers["names"].split()), one_sided=False), False
    if between is None and (alone := _SPEAKS.match(title)):
        return names_in_list(" ".join(alone["name"].split()), one_sided=False), False
    if between is None and (asked := _ASKED.fullmatch(title)) and _is_surname(asked["one"]):
        return tuple(names_in_list(" and ".join((asked["one"], asked["other"])), one_sided=False)), False
    beside = between or re.search(r"\b(?:with|calls?\s+(?:from|to|on|by))\s+(.+)", title, re.S | re.I)
    if beside is None:
        return (), False
    listed = " ".join(beside[1].split())
    if _CALL_ON.match(beside[0]):
        listed = _CALLER.sub(" and ", listed)  # `Call on A by B`
    names = names_in_list(listed, one_sided=between is None)
    if (also := _ALSO_THERE.search(listed)) is not None:
        names = (*names, *names_in_list(also["names"], one_sided=False))
    writer = _BY.search(title, 0, beside.start()) if between is None else None
    if writer is not None and may_hold(writer["name"]):
        return (f"{' '.join(writer['office'].split())} ({writer['name']})", *names), False
    return names, between is None
