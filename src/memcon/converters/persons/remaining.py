"""Who is left: of two who talk to each other, the one whose office alone a label names; or who talks to the press."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from memcon.converters.persons.identities import resolve
from memcon.converters.words.names import is_office
from memcon.converters.words.offices import generic
from memcon.model import Authority, Person

_TWO = 2


def remaining(label: str, labels: Collection[str], persons: Sequence[Person], authority: Authority) -> Person | None:
    """Who speaks as `The President` where two take part, no office of either is known, and two speak, of whom the
    other is called by his name, or the press alone asks the only one; None otherwise. `labels` are those of all."""
    talking = [p for p in persons if p.role in ("principal", "participant")]
    spoken = {name for name in labels if generic(name) is None}
    others = spoken - {label}
    press = any(other is not None and other.role == "press" for other in map(generic, labels))
    if len(talking) == 1 and not others and press and is_office(label):
        return talking[0] if not talking[0].office and not is_office(talking[0].name) else None
    if len(talking) != _TWO or len(others) != 1 or not is_office(label):
        return None
    other = resolve(others.pop(), talking, authority)
    left = [p for p in talking if p is not other.person and not p.office and not is_office(p.name)]
    return left[0] if other.person is not None and not other.unlisted and len(left) == 1 else None
