"""How records of what was said to the press are titled."""

from __future__ import annotations

import re

_PRESS = re.compile(
    r"(?:(?:joint|daily|background|special|regular|noon|white\shouse)\s){0,3}(?:press|media|news)\s"
    r"(?:briefing|conference|availability|encounter|stakeout|gaggle|roundtable|interview)s?"
    r"(?=\s(?:by|with|at|of|on|in|following|after|before|aboard|from|for)\s|\s?\Z|\n|,\s)",
    re.I,
)
_TRANSCRIPT = re.compile(r"(?:transcript|text|excerpts?):\s(?=(?-i:[^\W\d_a-z])[\w’'-]*\s(?-i:[^\W\d_a-z]))", re.I)
_FIRST = frozenset("BDJMNPRSW")  # letters with which what they record begins
_LONGEST = 200  # characters


def titles_press(text: str) -> bool:
    """Whether a text opens as the title of a talk with the press does: `Press Briefing at the Harbour Hotel`, or says
    that it is a transcript, and of what; whatever the case of its words."""
    if len(text) > _LONGEST or text[:1].islower() or text.rstrip()[-1:] in ".;:?!":
        return False
    if text[:1] in "TtEe" and _TRANSCRIPT.match(text):
        return len(text.split()) > 3
    return text[:1] in _FIRST and _PRESS.match(text) is not None
