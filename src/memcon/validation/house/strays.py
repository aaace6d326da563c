"""Speech that stands between turns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from memcon.diagnostics import Diagnostic
from memcon.tei.names import tei
from memcon.validation.printing import raw
from memcon.validation.survey import Survey

_P, _SHOWN = tei("p"), 40
_FIRST = re.compile(
    r"\b(?:I|I'm|I’m|I've|I’ve|me|my|we|our|us|you|your|ich|mir|mich|wir|uns|unser\w*|Sie|Ihnen|Ihr\w*|je|nous|vous|notre"
    r"|votre|мы|нас|нам|вы|вас|вам|мне|меня)\b|\b(?:Я|я)\b"
)
_QUOTED = re.compile(r"[“\"«„][^“\"«„”»]*[”\"»“]")


def strays(survey: Survey) -> Iterator[Diagnostic]:
    """MC599 for a paragraph behind a turn that is no part of it, and in which somebody speaks of himself or to
    another."""
    if not survey.turns:
        return
    for turn in survey.turns:
        behind = turn.element.getnext()
        while behind is not None and behind.tag == _P:
            words = _QUOTED.sub("", raw(behind))
            if not behind.get("resp") and _FIRST.search(words):
                message = f"{' '.join(words.split())[:_SHOWN]!r} is said by somebody, and stands in no turn"
                yield survey.finding("MC599", message, behind)
            behind = behind.getnext()
