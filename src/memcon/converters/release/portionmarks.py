"""Portion marks: the classification of a paragraph, at its start or its end, several in a row too.

What is struck out where they stand and cannot be read is one as well, without a category.
"""

from __future__ import annotations

import re
from functools import cache

from memcon.converters.release.classification import portion_marks
from memcon.transcript import Span, Transcript

_SHORT_MARK = 6
_IN_A_ROW = 4  # at most


def is_portion_mark(text: str) -> bool:
    """Whether the text is a portion mark and nothing else."""
    text = text.strip()
    return text.startswith("(") and bool(re.fullmatch(portion_marks(), text))


@cache
def _last_portion_mark() -> re.Pattern[str]:
    return re.compile(rf"(?:(?<=\s)|\A){portion_marks()}\Z")


def ends_with_portion_mark(text: str) -> bool:
    """Whether a paragraph ends with a portion mark."""
    return _last_mark(text.rstrip()) is not None


def _last_mark(text: str) -> re.Match[str] | None:
    """The portion mark that ends a text: it begins with the last parenthesis that opens."""
    return _last_portion_mark().match(text, text.rfind("(")) if text.endswith(")") else None


def struck_scrap(transcript: Transcript, span: Span) -> Span | None:
    """A few struck characters at the end of a paragraph, where portion marks stand, that are no portion mark."""
    for style in transcript.styles_in(span):
        size = style.span.end - style.span.start
        at_end = style.rend == "strikethrough" and style.span.end == span.end and size <= _SHORT_MARK
        if (
            at_end
            and not re.search(r"\s", transcript.text(style.span))
            and not is_portion_mark(transcript.text(style.span))
        ):
            return style.span
    return None


def portions(transcript: Transcript, span: Span) -> tuple[tuple[Span, ...], Span, tuple[Span, ...]]:
    """The portion marks at the start of a paragraph, what is between them and those at its end, and these."""
    before: list[Span] = []
    while len(before) < _IN_A_ROW and (mark := _first(transcript, span)):
        before.append(mark)
        span = transcript.strip(Span(mark.end, span.end))
    after: list[Span] = []
    while len(after) < _IN_A_ROW and (mark := _last(transcript, transcript.strip(span))):
        after.insert(0, mark)
        span = Span(span.start, mark.start)
    return tuple(before), span, tuple(after)


def portion_marks_alone(transcript: Transcript, span: Span) -> tuple[Span, ...]:
    """The portion marks of a paragraph that holds nothing else."""
    if not transcript.printed.startswith("(", span.start):
        return ()
    before, between, after = portions(transcript, span)
    return () if transcript.text(between).strip() else (*before, *after)


def _first(transcript: Transcript, span: Span) -> Span | None:
    text = transcript.text(span)
    match = re.match(rf"{portion_marks()}(?=\s)", text) if text.startswith("(") else None
    return Span(span.start, span.start + match.end()) if match else None


def _last(transcript: Transcript, span: Span) -> Span | None:
    match = _last_mark(transcript.text(span))
    return Span(span.start + match.start(), span.end) if match else struck_scrap(transcript, span)
