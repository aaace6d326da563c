"""Places within a memorandum where another one may begin, though nothing proves it: they are only pointed out."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.converters.facts.evidence import Conversation
from memcon.converters.heads.headings import is_editorial
from memcon.converters.pages.paragraphs import Para
from memcon.converters.talks.datelines import dateline_of
from memcon.converters.talks.tellings import introduces
from memcon.diagnostics import Diagnostic

_LONGEST = 80  # characters of a dateline within the text
_DAY = len("YYYY-MM-DD")


def further_talks(known: Conversation) -> Iterator[Diagnostic]:
    """MC232 for a dateline of another day within the text, and for a sentence of an editorial note that introduces the
    words of a talk behind those of another."""
    editorial = is_editorial(known.head.title)
    spoken = False
    for taken in known.taken:
        spoken = spoken or taken.role == "label"
        if taken.role == "text" and (
            _is_dated(known, taken.para) or (editorial and spoken and introduces(taken.para.text))
        ):
            message = "another memorandum may begin here"
            hint = "if one does, say so under [[memorandum]] in edition.toml"
            yield known.transcript.diagnostic("MC232", message, taken.para.lines[0], hint)


def _is_dated(known: Conversation, para: Para) -> bool:
    """Whether a paragraph is a dateline of another day than the memorandum's."""
    if len(para.text) > _LONGEST or len(para.lines) > 1 or known.head.date is None:
        return False
    when = dateline_of(para)
    if when is None or when.date is None or when.place is None:
        return False
    return len(when.date.iso) == _DAY and when.date.iso != known.head.date.iso
