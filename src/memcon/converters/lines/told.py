"""Facts about paragraphs that are found once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from memcon.converters.pages.paragraphs import Para
    from memcon.transcript import Transcript

_Fact = TypeVar("_Fact")


def told_once(fact: Callable[[Para], _Fact]) -> Callable[[Para], _Fact]:
    """A fact that one pass after the other asks of a paragraph: it is found once and kept with the paragraph, as
    `cached_property` keeps those that its own class knows."""
    name = f"{fact.__module__}.{fact.__name__}"

    @wraps(fact)
    def kept(para: Para) -> _Fact:
        try:
            found: _Fact = para.__dict__[name]
        except KeyError:
            found = para.__dict__[name] = fact(para)
        return found

    return kept


def told_once_of(fact: Callable[[Para, Transcript], _Fact]) -> Callable[[Para, Transcript], _Fact]:
    """The same for a fact about a paragraph and the transcript that it was made from."""
    name = f"{fact.__module__}.{fact.__name__}"

    @wraps(fact)
    def kept(para: Para, transcript: Transcript) -> _Fact:
        try:
            found: _Fact = para.__dict__[name]
        except KeyError:
            found = para.__dict__[name] = fact(para, transcript)
        return found

    return kept
