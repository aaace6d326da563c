"""Dates and times whose attributes say less than their print, and the header's date that says less than the dateline.

A finding carries edits that add what is missing; what stands there is never changed, and what could be read in two ways
is left to an editor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from lxml import etree

from memcon.converters.dating.clocks import find_time
from memcon.converters.dating.dates import find_date
from memcon.diagnostics import Diagnostic
from memcon.tei.names import NSMAP, tei
from memcon.validation.house.form import markup_of
from memcon.validation.survey import Survey

Attributes = Mapping[str, str]

_DATING = frozenset(
    "when from to notBefore notAfter dur period calendar when-iso from-iso to-iso notBefore-iso notAfter-iso "
    "when-custom from-custom to-custom dur-iso precision".split()
)
_SETTING = etree.XPath("/t:TEI/t:teiHeader/t:profileDesc/t:settingDesc/t:setting/t:date", namespaces=NSMAP)
_DAY = re.compile(r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}")
_CLOCK = re.compile(r"[0-9]{2}:[0-9]{2}:[0-9]{2}")


def paired_dates(survey: Survey) -> Iterator[Diagnostic]:
    """MC592 for each date or time whose print, or whose dateline, says more than its attributes."""
    lacking = {
        element: added for element in survey.every("date", "time") if (added := unsaid(element, printed(element)))
    }
    for element, said in _of_the_talk(survey):
        if added := unsaid(element, said):
            lacking.setdefault(element, added)
    markup = markup_of(survey) if lacking else None
    numbers = {element: number for number, element in enumerate(survey.elements)} if lacking else {}
    for element, added in lacking.items():
        words = " and ".join(f'{name}="{value}"' for name, value in added.items())
        found = survey.finding("MC592", f"what is printed says {words}", element, "memcon fix adds it")
        if markup is not None:
            changes = (markup.with_attribute(numbers[element], name, value) for name, value in added.items())
            found = replace(found, edits=tuple(map(markup.edit, changes)))
        yield found


def unsaid(element: etree._Element, said: Attributes) -> Attributes:
    """The attributes that are lacking for what is said; none where an element has others, or other values."""
    if not said:
        return {}
    dating = {name: value for name, value in element.items() if name in _DATING}
    if not said.items() >= dating.items():
        return {}
    return {name: value for name, value in said.items() if name not in dating}


def printed(element: etree._Element) -> Attributes:
    """What the print of a date or time says, where that is one plain date, time or range and nothing else."""
    if _is_complete(element) or len(element):
        return {}
    text = " ".join((element.text or "").split())
    if not text:
        return {}
    if element.tag == tei("date"):
        day = find_date(text)
        plain = day is not None and (day.start, day.end) == (0, len(text)) and not (day.circa or day.wrong_day)
        return {"when": day.iso} if day is not None and plain and _DAY.fullmatch(day.iso) else {}
    clock = find_time(text)
    if clock is None or (clock.start, clock.end) != (0, len(text)):
        return {}
    return {"from": clock.at, "to": clock.until} if clock.until else {"when": clock.at}


def _of_the_talk(survey: Survey) -> Iterator[tuple[etree._Element, Attributes]]:
    """The one date of the talk in the header, with what the one dateline says of it."""
    dates = _SETTING(survey.tree)
    lines = survey.every("dateline") if len(dates) == 1 else ()
    if len(lines) != 1 or _is_complete(dates[0]) or dates[0].get("source"):
        return
    days, clocks = (list(lines[0].iter(tei(name))) for name in ("date", "time"))
    if len(days) == 1 and len(clocks) <= 1:  # what is complete says all by its attributes
        day, clock = ({**printed(each), **each.attrib} for each in (days[0], clocks[0] if clocks else days[0]))
        yield dates[0], _moment(str(day.get("when", "")), clock if clocks else {}, _offset(dates[0]))


def _is_complete(element: etree._Element) -> bool:
    return element.get("when") is not None or (element.get("from") is not None and element.get("to") is not None)


def _offset(element: etree._Element) -> str:
    """The offset from UTC that a header's date has at one of its ends."""
    return next((value[19:] for name in ("from", "to") if (value := element.get(name))), "")


def _moment(day: str, clock: Attributes, offset: str) -> Attributes:
    """The header's attributes for a day and the times of a dateline; a talk that ends earlier than it begins ends on
    the next day."""
    if not _DAY.fullmatch(day):
        return {}
    if not clock:
        return {"when": day}
    start, end = clock.get("from") or clock.get("when", ""), clock.get("to", "")
    if not end:
        return {"when": f"{day}T{start}{offset}"} if _CLOCK.fullmatch(start) else {}
    last = _day_after(day) if end < start else day
    if not (last and _CLOCK.fullmatch(start) and _CLOCK.fullmatch(end)):
        return {}
    return {"from": f"{day}T{start}{offset}", "to": f"{last}T{end}{offset}"}


def _day_after(day: str) -> str:
    """The next day; empty behind a day that no calendar has."""
    try:
        return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    except ValueError:
        return ""
