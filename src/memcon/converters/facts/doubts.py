"""What is doubtful about the markings and gaps of a memorandum, told from its finished blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from memcon.converters.facts.parts import leaves
from memcon.converters.release.classification import is_banner, marking
from memcon.diagnostics import Diagnostic
from memcon.model import Furniture, Gap, PortionMark
from memcon.transcript import Span, Transcript


def doubts(transcript: Transcript, found: Iterable[object]) -> Iterator[Diagnostic]:
    """A diagnostic for each gap that may be something else, and for each word of a marking that the vocabulary does
    not have, among all the parts (`parts`) of a memorandum."""
    for part in found:
        if isinstance(part, Gap):
            if part.doubtful:
                yield _doubtful(transcript, part)
        elif isinstance(part, PortionMark) or (isinstance(part, Furniture) and part.kind == "classification"):
            for text in leaves(part.content) if part.categories else ():
                if isinstance(part, PortionMark) or is_banner(text.text, struck=True):
                    yield from unknown_terms(transcript, text.text, text.start)


def unknown_terms(transcript: Transcript, text: str, start: int) -> Iterator[Diagnostic]:
    """A diagnostic for each word of a printed marking that is no term of classification or handling."""
    for at, word in marking(text).unknown:
        message = f"{word!r} is no term of classification or handling; it is kept as printed"
        yield transcript.diagnostic("MC221", message, Span(start + at, start + at + len(word)))


def _doubtful(transcript: Transcript, gap: Gap) -> Diagnostic:
    first = next(leaves(gap.content))
    what = "a blank left to be filled" if gap.reason == "blank" else "something withheld"
    message = f"{first.text!r} is taken for {what}, with low certainty"
    return transcript.diagnostic("MC222", message, Span(first.start, first.start + len(first.text)))
