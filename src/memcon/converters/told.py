"""Facts about paragraphs that are found once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from memcon.converters.paragraphs import Para

_Fact = TypeVar("_Fact")


def told_once(fact: Callable[[Para], _Fact]) -> Callable[[Para], _Fact]:
    """A fact that one pass after the other asks of a paragraph: it is found once and kept with the paragraph, as
    `cached_property` keeps those that its own class knows."""
    name = f"{fact.__module__}.{fact.__name__}"

    @wraps(fact)
    def kept(para: Para) -> _Fact:
        facts = para.__dict__
        if name in facts:
            found: _Fact = facts[name]
        else:
            found = facts[name] = fact(para)
        return found

    return kept
