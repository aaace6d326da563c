"""The offices of the participants, against what is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from memcon.converters.words.names import fold, nearly_same
from memcon.diagnostics import Diagnostic
from memcon.validation.survey import Survey

_WORD = re.compile(r"[^\W\d_]+")


def offices(survey: Survey) -> Iterator[Diagnostic]:
    """MC528: an office has a word that is printed otherwise, but for a slip. One that is not printed at all is the
    edition's knowledge."""
    for person in survey.participants:
        if not person.office or person.office in survey.printed:
            continue
        lacking = [word for word in _WORD.findall(fold(person.office)) if not survey.prints(word)]
        every = set(_WORD.findall(fold(survey.printed))) if lacking else set()
        for word in lacking:
            if near := min((each for each in every if each[0] == word[0] and nearly_same(word, each)), default=""):
                message = f"{person.name}: the text does not have {word!r} of {person.office!r}, but {near!r}"
                yield survey.finding("MC528", message, person.element)
