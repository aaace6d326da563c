"""Whom an interview was with, where his name stands alone above its title: `Eva Holm`, `TV Interview for NRK`."""

from __future__ import annotations

from dataclasses import replace

from memcon.converters.heads.press import titles_press
from memcon.converters.heads.somebody import plain_name
from memcon.converters.persons.identities import person_of
from memcon.converters.persons.scenes import Scene
from memcon.converters.talks.places import is_locale
from memcon.converters.words.names import read_name, same_name
from memcon.model import Person

_TOP = 600  # characters above a title


def add_interviewed(scene: Scene, persons: list[Person]) -> None:
    """Add who is named alone in the line above the title of an interview."""
    title = scene.first.title
    if not titles_press(title) or "interview" not in title.lower():
        return
    above, found, _ = scene.text[: _TOP + len(title)].partition(title)
    lines = [line.strip() for line in above.splitlines() if line.strip()]
    if not found or not lines or not plain_name(lines[-1]) or is_locale(lines[-1]):
        return
    name = read_name(lines[-1])
    if not (name.given and name.surname) or any(same_name(name, read_name(person.name)) for person in persons):
        return
    person = person_of(name, scene.authority, {person.identifier for person in persons})
    persons.append(replace(person, role="participant"))
