"""What is not there, as print says it: how much is withheld, in what unit and under which exemption; what could not be
heard or read; blanks that were left to be filled.

Phrases as FRUS prints them (`[7½ lines not declassified]`), boxes and bars in place of text, and the exemption codes
that stand there (`exemptions`). A box that is drawn and empty may be a blank or a form's box as well: it is doubtful.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from memcon.converters.release.exemptions import CODE, CODES, MARGINAL, are_codes, categories, is_certain
from memcon.converters.words.names import HONORIFICS, OFFICES, fold

Reason = Literal["redacted", "inaudible", "illegible", "blank"]

_WITHHELD = (
    r"(?:not\s+declassified|redacted|excised|saniti[sz]ed|withheld|still\s+classified|deleted|deletion|exempted)"
)
_UNITS = {"char": "char", "letter": "char", "word": "word", "name": "name", "line": "line", "sentence": "sentence",
          "paragraph": "paragraph", "page": "page", "item": "item", "document": "document"}  # fmt: skip
_UNIT = "|".join(_UNITS)
_NUMBERS = {
    word: number
    for number, words in enumerate(
        ("a an one single", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
        1,
    )
    for word in words.split()
}
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75, "half": 0.5}
_FRACTION = r"(?:½|¼|¾|[13]\s?/\s?[24](?!\d))"
_HALF = r"(?:one[- ]half|half)"
_NUMBER = (
    rf"(?:\d{{1,4}}?(?:\s*+(?:[-–]\s*+|and\s+)?){_FRACTION}|\d{{1,4}}(?![\d/])|{_FRACTION}|"
    rf"(?:{'|'.join(_NUMBERS)})\s+and\s+(?:a|one)[- ]half|{_HALF}(?:\s+(?:of\s+)?an?)?|"
    rf"(?:a\s+)?(?:{'|'.join(_NUMBERS)})\b)"
)
_AMOUNT = re.compile(
    rf"(?<![\w/.])(?:(?P<less>less\s+than|under|up\s+to|not\s+more\s+than)\s+|(?P<more>more\s+than|over|at\s+least)\s+)?"
    rf"(?P<number>{_NUMBER})(?:\s*(?:–|-|to)\s*(?P<until>{_NUMBER}))?\s*+(?:[-–]\s*+)?(?P<unit>{_UNIT})s?\b",
    re.I,
)
_UNCOUNTED = re.compile(rf"\b(?P<unit>{_UNIT})(?P<several>s)?\b", re.I)
_TIME = r"\d{1,4}[ -](?:hours?|minutes?|seconds?)"
_NOUN = (
    r"dollar\s+amounts?|amounts?|figures?|dates?|numbers?|titles?|places?|locations?|countr(?:y|ies)|nationalit(?:y|ies)|"
    r"telephone\s+numbers?|code\s?words?|cryptonyms?|classification\s+markings?|signatures?|sources?|addresses|address"
)
_EXTENT = re.compile(rf"\b(?:{_TIME}(?:(?:,|,?\s+and)?\s+{_TIME}){{0,2}}|{_NOUN})\b", re.I)
_LEADS = re.compile(
    rf"(?:{_AMOUNT.pattern}|(?:the\s+)?(?:{_UNIT}|text|portion|passage|material|remainder|rest|heading|section)s?\b|"
    rf"{_TIME}|(?:{_NOUN})\b|{_WITHHELD})".replace("?P<", "?P<lead_"),
    re.I,
)
_LONGEST_PHRASE = 14  # words
_NEAR = 200  # characters around a word that tell whether all is in capitals

_ILLEGIBLE = re.compile(r"\[[^\[\]]{0,60}\b(?:illegible|unreadable|not\s+legible)\b[^\[\]]{0,60}\]", re.I)
_INAUDIBLE = re.compile(
    rf"\[\s*(?:{_NUMBER}\s+words?\s+)?(?:unclear|inaudible|unintelligible|indistinct|garbled?|words?\s+unclear)\b[^\]]*\]",
    re.I,
)
_LEFT_BLANK = re.compile(
    r"\[\s*(?:(?:space|line|date|name|number|figure|amount|word)s?\s+)?(?:is\s+|was\s+)?(?:left\s+)?blank"
    r"(?:\s+(?:space|line|in|on)\b[^\[\]]{0,40})?\s*\]",
    re.I,
)
_BOX = re.compile(r"\[(?:[ \t]{1,60}|[ \t]?_{2,60}[ \t]?|[ \t]?[□☐▯▢]{1,60}[ \t]?)\]")

_BARS = r"(?:[█▇▉▊▓▒]++|[■▮▬◼]{2,}+)(?:[ \t]?[█▇▉▊▓▒■▮▬◼]++)*+"
_DRAWN = r"[|¦][ \t]?_{2,60}[ \t]?[|¦]|[□☐▯▢]{2,}"
_LINE = r"(?<!\w)_{4,}|(?<!_)_{4,}(?!\w)|(?<!\S)_(?: _(?!\S)){3,}+"
_CAPITALS = r"(?<![\w'’-])(?:SANITIZED|REDACTED)(?![\w'’-])"
GAP = (
    rf"(?P<bars>{_BARS}(?:[ \t]?{CODES})*)|(?P<codes>{CODES})|(?P<drawn>{_DRAWN})|(?P<line>{_LINE})|"
    rf"(?P<capitals>{_CAPITALS})|(?P<margin>{MARGINAL})"
)
"""What is not there, outside of brackets."""
BRACKET = r"\[[^\[\]]{1,400}\]"
_GAP = re.compile(GAP)
ANY_GAP = re.compile(rf"{BRACKET}|{GAP}")
_DRAWS = "█▇▉▊▓▒■▮▬◼□☐▯▢|¦_"
_CODE_OPENS = (
    r"(?<=[ \t]{3}B)(?=[1-9(])|(?<=[ \t]{3}1)(?=\.[45])|"
    r"(?<=F)(?=OIA)|(?<=E)(?=[.O \t])|(?<=[25])(?=[50]X)|(?<=3)(?=\.[34])|(?<=S)(?=ANITIZED)|(?<=R)(?=EDACTED)"
)
GAP_OPENS = re.compile(rf"[\[({_DRAWS}FE235SRB1](?:(?<=[\[{_DRAWS}])|(?<=\()(?=[bB]\))|{_CODE_OPENS})")
"""The characters that brackets and gaps open with: to look for them is quick."""
FEATURE_OPENS = re.compile(rf"[\[({_DRAWS}FE235SRB1.…](?:(?<=[\[({_DRAWS}])|(?<=[.…])(?<!\S[.…])|{_CODE_OPENS})")
"""The same with parentheses and ellipses."""
_SPELT = re.compile(_CAPITALS)
_SPOKEN_OF = re.compile(r"\b(?:under|by|of|in|per|see|cites?|pursuant\s+to|accordance\s+with)\s+\Z", re.I)  # an order
_IN_CODES = re.compile(rf"{CODE}(?:[,;/& ]++{CODE})*+")
_NOT_DECLASSIFIED = re.compile(r"\bnot\s+declassified\b", re.I)
_SAID = re.compile(rf"\b{_WITHHELD}\b", re.I)
_NAME = re.compile(
    rf"(?P<title>(?:[A-Z][a-z]{{0,6}}\.[ \t]+)?)(?P<gap>{BRACKET}|{_BARS}|{CODES}|{_DRAWN}|_{{4,}}|{_CAPITALS})"
    r"(?P<aside>[ \t]*\([^()\n]{1,60}\))?[ \t]*:(?=\s|\Z)"
)
_UNNAMED = re.compile(rf"(?P<titles>(?:[A-Z][\w’'-]*\.?[ \t]+){{0,2}})(?P<gap>{BRACKET}|{GAP})")
_APART = re.compile(r",(?![^\[\]]{0,300}\])")
_HYPHENATED = re.compile(r"(?<=[a-z])-[ \t]*\r?\n\s*")
_NOT_NAMES = ("line", "page", "paragraph", "sentence", "document", "char", "item")


@dataclass(frozen=True, slots=True)
class Withheld:
    """What print says of something that is not there: `quantity`, `at_most` or `at_least` with `unit`, or `extent` in
    words; categories such as `foia.b1`; why it is not there; whether it may be something else."""

    unit: str = ""
    quantity: str = ""
    at_most: str = ""
    extent: str = ""
    categories: tuple[str, ...] = ()
    at_least: str = ""
    reason: Reason = "redacted"
    doubtful: bool = False


def occurrences(
    pattern: re.Pattern[str], opens: re.Pattern[str], text: str, start: int, end: int
) -> Iterator[re.Match[str]]:
    """As `pattern.finditer`, for a pattern that is slow to start: it is tried only where `opens` finds a character that
    it can begin with."""
    while (at := opens.search(text, start, end)) is not None:
        match = pattern.match(text, at.start(), end)
        if match is not None:
            yield match
        start = match.end() if match is not None else at.end()


def read_gap(text: str) -> Withheld | None:
    """What a bracket, or anything else that may stand in place of text, says is not there; None where it says no such
    thing."""
    if not text.startswith("["):
        match = _GAP.fullmatch(text)
        return _bare(text, match) if match is not None else None
    if _BOX.fullmatch(text):
        return Withheld(doubtful=True)
    if _INAUDIBLE.fullmatch(text):
        return replace(_counted(text), reason="inaudible")
    if _ILLEGIBLE.fullmatch(text):
        return replace(_counted(text), reason="illegible")
    if _LEFT_BLANK.fullmatch(text):
        return Withheld(reason="blank")
    return read_withheld(text) if is_withheld(text) else None


def marginal(text: str) -> Withheld | None:
    """What codes say that stand in the margin; None for anything else."""
    return Withheld(categories=categories(text), doubtful=not is_certain(text)) if are_codes(text) else None


def gap_at(printed: str, match: re.Match[str]) -> Withheld | None:
    """The same of a match of `ANY_GAP` in its surroundings: a word in capitals says something only where not all is in
    capitals, `[ ]` not where it may be a box to tick, and underscores that are all of a line are doubtful."""
    text = _HYPHENATED.sub("", match.group())
    if match["margin"]:
        return marginal(text)
    before, after = printed[max(match.start() - _NEAR, 0) : match.start()], printed[match.end() : match.end() + _NEAR]
    said = read_gap(text)
    if said is None:
        return None
    if match["codes"] and text[0] == "E" and _SPOKEN_OF.search(before):
        return None
    if _SPELT.fullmatch(text) and not any(c.islower() for c in before + after):
        return None
    opens = re.search(r"(?:\A|\n)[ \t]*(?:[-*•][ \t]+)?\Z", before) is not None
    if text == "[ ]" and opens and re.match(r"[ \t]+\S", after):
        return None
    alone = opens and re.match(r"[ \t]*(?:\r?\n|\Z)", after) is not None
    return replace(said, doubtful=said.doubtful or (alone and text.startswith("_")))


def _bare(text: str, match: re.Match[str]) -> Withheld:
    if match["line"]:
        return Withheld(reason="blank")
    return Withheld(categories=categories(text), doubtful=bool(match["drawn"]) or not is_certain(text))


def is_withheld(text: str) -> bool:
    """Whether words in brackets say that something is withheld."""
    inner = text.strip("[] ")
    if _IN_CODES.fullmatch(inner) or _SPELT.fullmatch(inner) or inner == "DELETED":
        return True
    if _NOT_DECLASSIFIED.search(inner):
        return True
    phrase = _SAID.search(inner)
    return phrase is not None and bool(_LEADS.match(inner)) and len(inner.split()) <= _LONGEST_PHRASE


def read_withheld(text: str) -> Withheld:
    """What the words of a redaction say; empty fields where they say nothing."""
    said = _counted(text)
    return replace(said, categories=categories(text.strip("[] ")))


def _counted(text: str) -> Withheld:
    """How much the words say there is."""
    inner = text.strip("[] ")
    extent = _EXTENT.search(inner)
    if amount := _AMOUNT.search(inner):
        return _amount(amount)
    if extent and (re.match(r"\d", extent.group()) or not re.search(r"\bnames?\b", inner, re.I)):
        return Withheld(extent=" ".join(extent.group().split()).lower())
    if uncounted := _UNCOUNTED.search(inner):
        unit = _UNITS[fold(uncounted["unit"])]
        return Withheld(unit, "" if uncounted["several"] or unit not in ("name", "line") else "1")
    return Withheld()


def _amount(amount: re.Match[str]) -> Withheld:
    unit, number = _UNITS[fold(amount["unit"])], _number(amount["number"])
    if amount["less"]:
        return Withheld(unit, at_most=number)
    if amount["more"]:
        return Withheld(unit, at_least=number)
    if amount["until"] and float(_number(amount["until"])) > float(number):
        return Withheld(unit, at_most=_number(amount["until"]), at_least=number)
    return Withheld(unit, number)


def _number(printed: str) -> str:
    """`61/2` is six and a half, `7½` and `12–1/2` likewise: the fraction follows the whole number."""
    flat = " ".join(printed.lower().split())
    value = 0.0
    if fraction := re.search(rf"{_FRACTION}|half", flat):
        value = _FRACTIONS[fraction.group().replace(" ", "")]
        flat = re.sub(r"(?:\b(?:a|an|one)[- ])?\Z", "", flat[: fraction.start()])
    if whole := re.search(r"\d+", flat):
        value += int(whole.group())
    elif words := [word for word in re.findall(r"[a-z]+", flat) if word in _NUMBERS]:
        value += _NUMBERS[words[-1]]
    return str(int(value)) if value == int(value) else str(value)


# -- where names stand ----------------------------------------------------------------------------


def withheld_label(line: str) -> tuple[int, int, int] | None:
    """Where the words of a speaker's label end, its aside begins, and the label ends, in a line that opens with
    something withheld or blank where a name would stand (`[name not declassified]:`); None where it does not."""
    match = _NAME.match(line) if ":" in line else None
    if match is None:
        return None
    said = read_gap(match["gap"])
    if said is None or said.unit in _NOT_NAMES:
        return None
    return match.end("gap"), match.start("aside") if match["aside"] else -1, match.end()


def is_withheld_name(text: str) -> bool:
    """Whether a participant's name is withheld or left blank: nothing stands in its place but a gap and a title."""
    name = _APART.split(text, maxsplit=1)[0].strip(" .:")
    match = _UNNAMED.fullmatch(name)
    if match is None or read_gap(match["gap"]) is None:
        return False
    return all(fold(word.strip(".")) in HONORIFICS | OFFICES for word in match["titles"].split())
