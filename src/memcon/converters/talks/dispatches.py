"""Telegrams that report a talk: the dateline tells where they were sent from, their first lines where the talk was."""

from __future__ import annotations

import re
from collections.abc import Sequence

from memcon.converters.dating.clocks import find_time
from memcon.converters.talks.places import is_place
from memcon.converters.talks.tellings import met_in

_FIRST = 6  # paragraphs in which a telegram says when and where the talk was
_AT = re.compile(
    r"\b(?:at|in)\s(?P<place>(?:the\s)?[^\W\d_a-z][^.;()\n]{2,80}?),?(?:\son\s[^,;.()\n]{4,24})?\s(?:from|between|on|at)\s*\Z"
)


def told_place(texts: Sequence[str]) -> str:
    """The place directly before the range of times that one of the first paragraphs gives; empty where none is."""
    for text in texts[:_FIRST]:
        time = find_time(text)
        if time is None or not time.until:
            continue
        at = _AT.search(text[max(0, time.start - 120) : time.start])
        place = " ".join(at["place"].split()) if at is not None else ""
        return place if place and is_place(place) else ""
    return met_in(texts)
