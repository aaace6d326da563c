"""When people lived and held their offices, and whether a day lies outside of that.

Days, months and years are compared as far as both are told: 1991-02 is neither before nor after 1991-02-23.
"""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from memcon.tei.names import tei

_YEAR, _DAY = len("YYYY"), len("YYYY-MM-DD")
_LONGEST = 110  # years of a life
_BIRTH, _DEATH = tei("birth"), tei("death")


class Lifespan(NamedTuple):
    """The first and the last day on which somebody can have lived; empty where it is not known."""

    born: str = ""
    died: str = ""

    def excludes(self, day: str) -> str:
        """Why somebody was not there on a day, as the end of a sentence; nothing where he may have been."""
        if is_after(self.born, day) or (not self.died and _years(self.born, day) > _LONGEST):
            return f"was born {self.born}"
        return f"died {self.died}" if is_after(day, self.died) else ""


def lifespan_of(person: etree._Element) -> Lifespan:
    """The life of a person, from birth and death."""
    birth, death = person.find(_BIRTH), person.find(_DEATH)
    return Lifespan(_first(birth, "when", "from", "notBefore"), _first(death, "when", "to", "notAfter"))


def term_of(office: etree._Element) -> tuple[str, str]:
    """The first and the last day of an office."""
    return _first(office, "from", "when", "notBefore"), _first(office, "to", "when", "notAfter")


def is_after(day: str, other: str) -> bool:
    """Whether a day is later than another one for certain; nothing is where one of them is not known."""
    shared = min(len(day), len(other), _DAY)
    return shared > 0 and day[:shared] > other[:shared]


def _years(first: str, last: str) -> int:
    """How many years lie between two days; none where they cannot be told."""
    first, last = first[:_YEAR], last[:_YEAR]
    return int(last) - int(first) if first.isdecimal() and last.isdecimal() else 0


def _first(element: etree._Element | None, *names: str) -> str:
    return "" if element is None else next((value[:_DAY] for name in names if (value := element.get(name))), "")
