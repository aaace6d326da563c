"""Facts about paragraphs that are found once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

if TYPE_CHECKING:
    from memcon.converters.paragraphs import Para

_Fact = TypeVar("_Fact")
_Beside = ParamSpec("_Beside")


def told_once(fact: Callable[Concatenate[Para, _Beside], _Fact]) -> Callable[Concatenate[Para, _Beside], _Fact]:
    """A fact that one pass after the other asks of a paragraph: it is found once and kept with the paragraph, as
    `cached_property` keeps those that its own class knows. What is given beside it must always be the same for one
    paragraph, as the transcript is that it was made from."""
    name = f"{fact.__module__}.{fact.__name__}"

    @wraps(fact)
    def kept(para: Para, /, *beside: _Beside.args, **named: _Beside.kwargs) -> _Fact:
        facts = para.__dict__
        if name in facts:
            found: _Fact = facts[name]
        else:
            found = facts[name] = fact(para, *beside, **named)
        return found

    return kept
