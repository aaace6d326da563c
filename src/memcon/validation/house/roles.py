"""The parts that people have in the talk: what the header says is what the title and the list of participants say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.tei.names import XML_ID, tei
from memcon.validation.printing import words
from memcon.validation.survey import Survey

_INTERPRETS = re.compile(r"\b(?:interpret|translat)|перевод", re.I)
_NOTES = re.compile(r"\bnote|\brapporteur|\brecord(?:er|ed)|записал|запись", re.I)
_PARTS = {"interpreter": _INTERPRETS, "notetaker": _NOTES}


def roles(survey: Survey) -> Iterator[Diagnostic]:
    """MC559 for a person whose role is not the one that is printed."""
    persons = [each for each in survey.every("person") if each.get("role")]
    if persons and survey.every("text"):
        yield from _titled(survey, persons)
        yield from _helpers(survey, persons)


def _titled(survey: Survey, persons: list[etree._Element]) -> Iterator[Diagnostic]:
    """Whoever is named in the title beside a principal is one, and where two are, nobody else is."""
    title = next((words(each).casefold() for each in survey.every("title") if each.get("type") == "main"), "")
    named = [each for each in persons if re.search(rf"\b{re.escape(_surname(each))}\b", title)] if title else []
    principals = [each for each in named if each.get("role") == "principal"]
    for person in named if principals else ():
        if person.get("role") != "principal":
            message = f"{words(person[0])} is named in the title, and is {person.get('role')}"
            yield survey.finding("MC559", message, person, attribute="role")
    for person in persons if len(principals) > 1 else ():
        if person.get("role") == "principal" and person not in named:
            message = f"{words(person[0])} is principal, and the title names others"
            yield survey.finding("MC559", message, person, attribute="role")


def _surname(person: etree._Element) -> str:
    return (words(person.find(tei("persName"))).split() or ["?"])[-1].casefold()


def _helpers(survey: Survey, persons: list[etree._Element]) -> Iterator[Diagnostic]:
    """Interpreters and note-takers are called so: beside the name, by the field they are listed in, or anywhere."""
    printed = _listed(survey)
    for person in persons:
        role, beside = person.get("role", ""), printed.get(person.get(XML_ID, ""), "")
        told = next((part for part, pattern in _PARTS.items() if pattern.search(beside)), "")
        if told and role != told:
            message = f"{beside.strip()[:60]!r} is printed, and the role is {role}"
            yield survey.finding("MC559", message, person, attribute="role")
        elif role in _PARTS and not told and not _PARTS[role].search(survey.print.text):
            message = f"nothing in print says that {words(person[0])} is {role}"
            yield survey.finding("MC559", message, person, attribute="role")


def _listed(survey: Survey) -> dict[str, str]:
    """What stands beside each person in the lists of participants: the field's name, and the words of the entry."""
    found: dict[str, str] = {}
    for name in survey.every("persName"):
        entry = name.getparent()
        listed = entry.getparent() if entry is not None and entry.tag == tei("item") else None
        if entry is None or listed is None or listed.get("type") != "participants" or not name.get("ref"):
            continue
        field = listed.getparent()
        label = field.getprevious() if field is not None and field.tag == tei("item") else None
        identifier = name.get("ref", "").removeprefix("#")
        found[identifier] = f"{found.get(identifier, '')} {words(label)} {words(entry)}"
    return found
