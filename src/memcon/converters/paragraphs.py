"""Transcript -> paragraphs: what stands between blank lines, a heading being one by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from memcon.transcript import Span, Transcript

_ENDS = frozenset(".?!:;…\"”'’)]»")


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph: its stripped span, its stripped lines, whether all of it is a heading, bold or struck."""

    span: Span
    lines: tuple[Span, ...]
    text: str
    heading: bool = False
    bold: bool = False
    italic: bool = False
    struck: bool = False

    @property
    def closed(self) -> bool:
        """Whether the paragraph ends with punctuation that can end a sentence."""
        return self.text[-1:] in _ENDS


def paragraphs(transcript: Transcript) -> tuple[Para, ...]:
    """The paragraphs of a transcript in order, none of them empty."""
    return tuple(_paragraphs(transcript))


def _paragraphs(transcript: Transcript) -> Iterator[Para]:
    lines: list[Span] = []
    for line in transcript.lines:
        span = transcript.strip(line.span)
        if span.start == span.end or line.heading:
            if lines:
                yield para(transcript, lines)
            lines = []
        if line.heading and span.start < span.end:
            yield para(transcript, [span], heading=True)
        elif span.start < span.end:
            lines.append(span)
    if lines:
        yield para(transcript, lines)


def para(transcript: Transcript, lines: list[Span], heading: bool = False) -> Para:
    """A paragraph of these lines."""
    span = Span(lines[0].start, lines[-1].end)
    text = transcript.text(span)
    whole = {style.rend for style in transcript.styles_in(span) if _covers(text, style.span, span)}
    return Para(span, tuple(lines), text, heading, "bold" in whole, "italic" in whole, "strikethrough" in whole)


def _covers(text: str, style: Span, span: Span) -> bool:
    """Whether nothing but white space and a final full stop of the paragraph is outside the style."""
    outside = text[: style.start - span.start] + text[style.end - span.start :]
    return not outside.strip(" \t\r\n.")


def split_at(transcript: Transcript, paras: Iterable[Para], starts: frozenset[int]) -> tuple[Para, ...]:
    """The paragraphs, cut in two wherever a line begins at one of the offsets."""
    result: list[Para] = []
    for each in paras:
        lines: list[Span] = []
        cut = False
        for line in each.lines:
            if line.start in starts and lines:
                result.append(para(transcript, lines, each.heading))
                lines, cut = [], True
            lines.append(line)
        result.append(para(transcript, lines, each.heading) if cut else each)
    return tuple(result)
