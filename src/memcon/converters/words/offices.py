"""Who holds an office that a label or a list prints without a name.

An American record says `The President` and means the one of its day; so a bare office is resolved by the date, but
only where the record's own words say that it is American, and nobody listed holds the office. Everything else
stays unresolved: a name that merely stands near the office elsewhere in the text proves nothing.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from functools import cache
from importlib.resources import files

from memcon.converters.words.names import PrintedName, fold, read_name, words_of
from memcon.model import Person, Role

_GENERIC: dict[str, tuple[str, Role]] = {
    "operator": ("Operator", "operator"), "interpreter": ("Interpreter", "interpreter"),
    "translator": ("Interpreter", "interpreter"), "press": ("Press", "press"), "reporter": ("Press", "press"),
    "q": ("Press", "press"), "question": ("Press", "press"), "notetaker": ("Note-taker", "notetaker"),
    **dict.fromkeys(
        (fold(each) for each in "frage zusatzfrage nachfrage вопрос pregunta domanda pergunta pytanie".split()),
        ("Press", "press"),
    ),
    **dict.fromkeys(
        (fold(each) for each in "dolmetscher dolmetscherin übersetzer interprète traducteur intérprete traductor "
         "переводчик переводчица tłumacz tolk".split()), ("Interpreter", "interpreter"),
    ),
}  # fmt: skip
_BARE = re.compile(
    r"(?:the\s+)?(president|secretary(?:\s+of\s+state)?|vice[\s-]president|secretary\s+of\s+defense|attorney\s+general|"
    r"director\s+of\s+central\s+intelligence)",
    re.I,
)
_INITIALS = 3  # `LBJ`: two may be anybody's
_SHORT = {"secretary": "secretary of state"}
_AMERICAN = re.compile(
    r"\b(?:Department\s+of\s+State|White\s+House|WHITE\s+HOUSE|Oval\s+Office|OVAL\s+OFFICE|National\s+Archives|Presidential\s+Materials?|"
    r"Camp\s+David|Air\s+Force\s+One|E[SDW]T|E\.\s?[SDW]\.\s?T|Library\s+of\s+Congress|NSC\s+Files|National\s+Security\s+(?:Council|Adviser)|Washington)\b|"
    r"\b(?!British\b)\w+\s+Library(?=,)|^[ \t]*(?:TELE?CON|MEMCON)\b",
    re.M,
)


@cache
def _holders() -> dict[str, tuple[tuple[str, str], ...]]:
    data = tomllib.loads((files("memcon.converters.words") / "officeholders.toml").read_text("utf-8"))
    return {office: tuple(sorted(names.items())) for office, names in data.items()}


def holder(office: str, date: str, text: str) -> PrintedName | None:
    """Who held a bare office on an ISO date, if the text is an American record; None for any other office."""
    match = _BARE.fullmatch(office.strip(" .:"))
    if match is None or not date or not is_american(text):
        return None
    bare = " ".join(fold(match[1]).replace("-", " ").split())
    return _held(_SHORT.get(bare, bare), date)


def _held(office: str, date: str) -> PrintedName | None:
    names = [name for since, name in _holders()[office] if since <= date]
    return read_name(names[-1]) if names and names[-1] else None


def initialed_holder(letters: str, date: str, text: str) -> tuple[str, PrintedName] | None:
    """The office and the holder on an ISO date whose three initials are these letters, if the text is an American
    record and no other holder's are; where no date is known, the president of any time."""
    wanted = fold(letters.replace(".", ""))
    if len(wanted) != _INITIALS or not wanted.isalpha() or not is_american(text):
        return None
    if date:
        held = [(office, _held(office, date)) for office in _holders()]
    else:
        held = [("president", read_name(each)) for _, each in _holders()["president"] if each]
    fits = [(office, name) for office, name in held if name is not None and _initials_of(name) == wanted]
    return fits[0] if len({name for _, name in fits}) == 1 else None


def _initials_of(name: PrintedName) -> str:
    return "".join(word[0] for word in words_of(f"{name.given} {name.surname}"))


def is_american(text: str) -> bool:
    """Whether the words of a record say that it is an American one."""
    return bool(_AMERICAN.search(text))


def generic(label: str) -> Person | None:
    """Somebody who is only a part in the talk: the operator, the press, an interpreter without a name."""
    known = _GENERIC.get(fold(label.strip(" .:")).removeprefix("the "))
    return Person(fold(known[0]).replace("-", ""), known[0], known[1]) if known else None


def named(person: Person, date: str, text: str) -> Person:
    """A participant who is printed as an office alone, with the name of its holder on the date."""
    found = holder(person.name, date, text)
    return replace(person, name=found.full, office=person.name) if found is not None else person
