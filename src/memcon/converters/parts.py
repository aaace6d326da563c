"""The parts of blocks and content, for passes that look at all of them alike."""

from __future__ import annotations

from dataclasses import fields
from functools import cache


@cache
def field_names(kind: type) -> tuple[str, ...]:
    """The names of the fields of a kind of block or of content, in order."""
    return tuple(each.name for each in fields(kind))
