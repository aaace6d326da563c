"""Who came late or left early, as a list of participants says: `Sir Giles Fane (joined at 4:10 p.m.)`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from memcon.converters.dating.clocks import find_time


@dataclass(frozen=True, slots=True)
class Attendance:
    """When somebody was in the room, in the printed words; `since` and `until` as `hh:mm:ss` where they say so."""

    words: str = ""
    since: str = ""
    until: str = ""


_CAME = r"(?:joined|joining|arrived|arriving|entered|came|attended)"
_LEFT = r"(?:left|leaving|departed|withdrew|until)"
_PART = (
    r"(?:part[- ]time|part\s+of|for\s+(?:the\s+)?(?:part|first|last|latter|beginning|end|portion|lunch)|"
    r"present\s+(?:for|from))"
)
_SAID = re.compile(
    rf"[(\[]\s*+(?P<inside>[^()\[\]]{{0,60}}?\b(?:{_CAME}|{_LEFT}|{_PART})\b[^()\[\]]{{0,80}})[)\]]|"
    rf",\s++(?:who\s+)?(?P<behind>(?:{_CAME}|{_LEFT})\s(?:at|after|before|later|early|late)\b[^,;()]{{0,60}})\Z",
    re.I,
)
_LEAVES = re.compile(rf"\b{_LEFT}\b", re.I)


def attendance_of(printed: str) -> Attendance:
    """When somebody was in the room, as the printed entry says; empty where it says nothing of that."""
    match = _SAID.search(printed)
    if match is None:
        return Attendance()
    words = " ".join((match["inside"] or match["behind"]).split())
    time = find_time(words)
    if time is None:
        return Attendance(words)
    if time.until:
        return Attendance(words, time.at, time.until)
    return Attendance(words, until=time.at) if _LEAVES.search(words[: time.start]) else Attendance(words, time.at)
