"""How records of what was said to the press are titled."""

from __future__ import annotations

import re

_PRESS = re.compile(
    r"(?:(?-i:[^\W\d_a-z])[\w.’']*\s){0,3}?(?:(?:press|media|news)\s"
    r"(?:briefing|conference|availability|encounter|stakeout|gaggle|roundtable|interview)s?|"
    r"(?:daily|noon|background)\s(?:press\s)?briefing)"
    r"(?=\s(?:given|held|by|with|at|of|on|in|following|after|before|aboard|from|for)\s|\s?\Z|\n|,\s)",
    re.I,
)
_TRANSCRIPT = re.compile(r"(?:transcript|text|excerpts?):\s(?=(?-i:[^\W\d_a-z])[\w’'-]*\s(?-i:[^\W\d_a-z]))", re.I)
_INTERVIEW = re.compile(
    r"(?:oral\shistory\sinterviews?\s(?:with|of)|(?:tv|radio|television|press|newspaper|magazine|written|remarks)\s"
    r"interview\s(?:for|with|to|on))\s\S",
    re.I,
)
_NUMBERED = re.compile(r"(?:confidential\s)?(?:press|news)\sconference\s(?:#|no\.?\s?|number\s)\s?\d{1,4}\b", re.I)
_STEMS = ("briefing", "conference", "availability", "encounter", "stakeout", "gaggle", "roundtable", "interview")
_LONGEST = 200  # characters


def titles_press(text: str) -> bool:
    """Whether a text opens as the title of a talk with the press does: `Press Briefing at the Harbour Hotel`, or says
    that it is a transcript, and of what; whatever the case of its words."""
    if len(text) > _LONGEST or text[:1].islower() or text.rstrip()[-1:] in ".;:?!":
        return False
    if text[:1] in "TtEe" and _TRANSCRIPT.match(text):
        return len(text.split()) > 3
    return any(map(text.lower().__contains__, _STEMS)) and bool(_PRESS.match(text) or _INTERVIEW.match(text))


def numbers_press(text: str) -> bool:
    """Whether a text opens with a press conference and its number: `Press conference #12`."""
    return text[:1] in "PpNnCc" and _NUMBERED.match(text) is not None
